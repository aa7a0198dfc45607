import { auditActor } from "@/lib/server/access";
import { defineHandler } from "@/lib/server/http/handler";
import { createSnapshot } from "./mutations";
import { takeSnapshotInput } from "./schema";

export const addSnapshot = defineHandler({
  access: "snapshot.create",
  input: takeSnapshotInput,
  status: 201,
  run: ({ database, grant, actor }, input) => createSnapshot(database, grant, auditActor(actor), input),
  redirect: (_value, { params }) => `/c/${params.city}/strategy/snapshots?saved=created`,
});
