import { auditActor } from "@/lib/server/access";
import { defineHandler } from "@/lib/server/http/handler";
import { createDepartment, deleteDepartment, renameCity, renameDepartment } from "./mutations";
import { cityInput, createDepartmentInput, deleteDepartmentInput, renameDepartmentInput } from "./schema";

export const changeCity = defineHandler({
  access: "city.manage",
  input: cityInput,
  run: ({ database, grant, actor }, input) => renameCity(database, grant, auditActor(actor), input),
  redirect: (_value, { params }) => `/c/${params.city}/admin/city?saved=changed`,
});

export const addDepartment = defineHandler({
  access: "department.manage",
  input: createDepartmentInput,
  status: 201,
  run: ({ database, grant, actor }, input) => createDepartment(database, grant, auditActor(actor), input),
  redirect: (_value, { params }) => `/c/${params.city}/admin/departments?saved=created`,
});

export const changeDepartment = defineHandler({
  access: "department.manage",
  input: renameDepartmentInput,
  run: ({ database, grant, actor, params }, input) =>
    renameDepartment(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: (_value, { params }) => `/c/${params.city}/admin/departments?saved=changed`,
});

export const dropDepartment = defineHandler({
  access: "department.manage",
  input: deleteDepartmentInput,
  run: ({ database, grant, actor, params }) => deleteDepartment(database, grant, auditActor(actor), params.id ?? ""),
  redirect: (_value, { params }) => `/c/${params.city}/admin/departments?saved=removed`,
});
