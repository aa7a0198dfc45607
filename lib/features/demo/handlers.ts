import { auditActor } from "@/lib/server/access";
import { defineHandler } from "@/lib/server/http/handler";
import { loadDemo, removeCity } from "./mutations";
import { demoInput } from "./schema";

/** Loads the demo city beside the city of the address. */
export const load = defineHandler({
  access: "demo.manage",
  input: demoInput,
  status: 201,
  run: ({ database, grant, actor }) => loadDemo(database, grant, auditActor(actor)),
  redirect: ({ slug }) => `/c/${slug}`,
});

/** Removes the city of the address, which must be a made-up one. */
export const remove = defineHandler({
  access: "demo.manage",
  input: demoInput,
  run: ({ database, grant, actor }) => removeCity(database, grant, auditActor(actor)),
  redirect({ slug }, { back }) {
    const path = back.split(/[?#]/)[0] ?? "/";
    // A page of the removed city leads nowhere any more.
    return path === "/" || path === `/c/${slug}` || path.startsWith(`/c/${slug}/`) ? "/" : `${path}?saved=removed`;
  },
});
