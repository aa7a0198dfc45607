import { auditActor } from "@/lib/server/access";
import { defineHandler } from "@/lib/server/http/handler";
import { createAssignments, withdrawAssignments } from "./mutations";
import { answerGroup } from "./mutations-group";
import { answerGroupInput, createAssignmentsInput, withdrawInput } from "./schema";

export const assign = defineHandler({
  access: "assessment.assign",
  input: createAssignmentsInput,
  run: ({ database, grant, actor }, input) => createAssignments(database, grant, auditActor(actor), input),
  redirect: ({ batchId }, { params }) => `/c/${params.city}/assignments?view=list&batch=${batchId}&done=assigned`,
});

export const withdrawOne = defineHandler({
  access: "assessment.assign",
  input: withdrawInput,
  run: ({ database, grant, actor, params }, input) =>
    withdrawAssignments(database, grant, auditActor(actor), { id: params.id ?? "" }, input),
  redirect: (_value, { back }) => withDone(back, "withdrawn"),
});

export const withdrawBatch = defineHandler({
  access: "assessment.assign",
  input: withdrawInput,
  run: ({ database, grant, actor, params }, input) =>
    withdrawAssignments(database, grant, auditActor(actor), { batchId: params.id ?? "" }, input),
  redirect: (_value, { back }) => withDone(back, "withdrawn"),
});

export const answerMany = defineHandler({
  access: "assessment.write",
  input: answerGroupInput,
  run: ({ database, grant, actor }, input) => answerGroup(database, grant, auditActor(actor), input),
  redirect: ({ changed }, { back }) => withDone(back, String(changed)),
});

/** The page that the form came from, saying what was done. */
function withDone(back: string, done: string): string {
  const url = new URL(back, "http://here");
  url.searchParams.delete("draft");
  url.searchParams.set("done", done);
  return `${url.pathname}${url.search}`;
}
