import { auditActor } from "@/lib/server/access";
import { defineHandler } from "@/lib/server/http/handler";
import { changePolicy } from "./mutations";
import { policyInput } from "./schema";

export const setPolicy = defineHandler({
  access: "policy.write",
  input: policyInput,
  run: ({ database, grant, actor }, input) => changePolicy(database, grant, auditActor(actor), input),
  redirect: ({ rescored }, { params }) => `/c/${params.city}/admin/policy?saved=${rescored ?? "none"}`,
});
