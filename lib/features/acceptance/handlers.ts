import { auditActor } from "@/lib/server/access";
import { defineHandler } from "@/lib/server/http/handler";
import { acceptGap, endAcceptance } from "./mutations";
import { acceptInput, endInput } from "./schema";

const page = (city: string | undefined, serviceId: string, saved: string) =>
  `/c/${city}/services/${serviceId}?saved=${saved}#gap`;

export const accept = defineHandler({
  access: "gap.accept",
  input: acceptInput,
  status: 201,
  run: ({ database, grant, actor, params }, input) =>
    acceptGap(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (_value, { params }) => page(params.city, params.id ?? "", "accepted"),
});

export const end = defineHandler({
  access: "gap.accept",
  input: endInput,
  run: ({ database, grant, actor, params }, input) =>
    endAcceptance(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ serviceId }, { params }) => page(params.city, serviceId, "ended"),
});
