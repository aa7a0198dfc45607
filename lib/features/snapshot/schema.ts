import { z } from "zod";
import { text } from "../fields";

/** A snapshot taken on demand; the day is always today, because only today's portfolio can be seen. */
export const takeSnapshotInput = z.strictObject({ name: text(120) });
export type TakeSnapshotInput = z.output<typeof takeSnapshotInput>;
