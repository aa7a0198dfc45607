import { z } from "zod";
import { optionalDate, optionalText } from "../fields";

/** Filters of the log; the page, the file and a link share them. An unreadable value counts as not set. */
export const auditFilter = z.object({
  /** User id, or the name of a program (`cli`, `system`). */
  person: optionalText(120).catch(null).default(null),
  action: optionalText(60).catch(null).default(null),
  subject: optionalText(60).catch(null).default(null),
  /** First and last day, as days in Berlin. */
  from: optionalDate.catch(null).default(null),
  to: optionalDate.catch(null).default(null),
});
export type AuditFilter = z.output<typeof auditFilter>;
