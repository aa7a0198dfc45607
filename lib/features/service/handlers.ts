import { auditActor } from "@/lib/server/access";
import { defineHandler } from "@/lib/server/http/handler";
import { createService, restoreService, retireService, updateService } from "./mutations";
import { createServiceInput, restoreServiceInput, retireServiceInput, updateServiceInput } from "./schema";

const page = (params: Readonly<Record<string, string>>, id: string, saved: string): string =>
  `/c/${params.city}/services/${id}?saved=${saved}`;

export const addService = defineHandler({
  access: "service.create",
  input: createServiceInput,
  status: 201,
  run: ({ database, grant, actor }, input) => createService(database, grant, auditActor(actor), input),
  redirect: ({ id }, { params }) => page(params, id, "created"),
});

export const changeService = defineHandler({
  access: "service.update",
  input: updateServiceInput,
  run: ({ database, grant, actor, params }, input) =>
    updateService(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ id }, { params }) => page(params, id, "changed"),
});

export const putOutOfUse = defineHandler({
  access: "service.retire",
  input: retireServiceInput,
  run: ({ database, grant, actor, params }, input) =>
    retireService(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ id }, { params }) => page(params, id, "retired"),
});

export const putBackInUse = defineHandler({
  access: "service.retire",
  input: restoreServiceInput,
  run: ({ database, grant, actor, params }, input) =>
    restoreService(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ id }, { params }) => page(params, id, "restored"),
});
