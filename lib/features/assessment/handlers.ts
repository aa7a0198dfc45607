import { auditActor } from "@/lib/server/access";
import { defineHandler } from "@/lib/server/http/handler";
import { approveAssessment, confirmAssessment, returnAssessment, saveAssessment, submitAssessment } from "./mutations";
import { resolveRaters, saveSecond } from "./mutations-second";
import { adoptVersion } from "./mutations-adopt";
import { adoptInput, resolveInput, returnInput, saveAnswersInput, stepInput } from "./schema";

const page = (params: Readonly<Record<string, string>>, saved: string): string =>
  `/c/${params.city}/services/${params.id}?saved=${saved}#assessments`;

export const saveAnswers = defineHandler({
  access: "assessment.write",
  input: saveAnswersInput,
  run: ({ database, grant, actor, params }, input) =>
    (input.rater === "second" ? saveSecond : saveAssessment)(
      database,
      grant,
      auditActor(actor),
      params.id ?? "",
      input,
    ),
  redirect: ({ state }, { params, back }) =>
    state === "submitted" ? page(params, "submitted") : `${back}${back.includes("?") ? "&" : "?"}saved=draft`,
});

export const resolveAnswers = defineHandler({
  access: "assessment.write",
  input: resolveInput,
  run: ({ database, grant, actor, params }, input) =>
    resolveRaters(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (_value, { params }) => page(params, "resolved"),
});

export const submitAnswers = defineHandler({
  access: "assessment.submit",
  input: stepInput,
  run: ({ database, grant, actor, params }, input) =>
    submitAssessment(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (_value, { params }) => page(params, "submitted"),
});

export const approveAnswers = defineHandler({
  access: "assessment.approve",
  input: stepInput,
  run: ({ database, grant, actor, params }, input) =>
    approveAssessment(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (_value, { params }) => page(params, "approved"),
});

export const confirmAnswers = defineHandler({
  access: "assessment.submit",
  input: stepInput,
  run: ({ database, grant, actor, params }, input) =>
    confirmAssessment(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (_value, { params }) => page(params, "confirmed"),
});

export const returnAnswers = defineHandler({
  access: "assessment.approve",
  input: returnInput,
  run: ({ database, grant, actor, params }, input) =>
    returnAssessment(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (_value, { params }) => page(params, "returned"),
});

export const adoptMethod = defineHandler({
  access: "method.manage",
  input: adoptInput,
  run: ({ database, grant, actor }, input) => adoptVersion(database, grant, auditActor(actor), input),
  redirect: ({ begun }, { params }) => `/c/${params.city}/assignments?saved=adopted&begun=${begun}`,
});
