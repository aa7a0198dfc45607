import type { Permission } from "@/lib/domain/access/permissions";

/** Who gets in: anybody, anybody signed in, or people of the city with the permission. */
export type RouteAccess = "public" | "session" | Permission;

export type ApiRoute = readonly [method: "GET" | "POST", path: string, access: RouteAccess];
export type PageRoute = readonly [path: string, access: RouteAccess];

/**
 * Every address of the product and who may use it, written by hand: `lib/server/http/routes.db.test.ts` fails when an
 * address is missing here, when one here is gone, and when the code asks for something else. One line per address.
 */
export const API_ROUTES: readonly ApiRoute[] = [
  ["POST", "preferences", "public"],
  ["POST", "setup", "public"],
  ["POST", "session", "public"],
  ["POST", "session/end", "session"],
  ["POST", "sessions/end", "session"],
  ["POST", "sessions/[id]/end", "session"],
  ["POST", "account/password", "session"],

  ["POST", "cities/[city]", "city.manage"],
  ["POST", "cities/[city]/members", "user.manage"],
  ["POST", "cities/[city]/members/[id]", "user.manage"],
  ["POST", "cities/[city]/members/[id]/remove", "user.manage"],
  ["POST", "cities/[city]/departments", "department.manage"],
  ["POST", "cities/[city]/departments/[id]", "department.manage"],
  ["POST", "cities/[city]/departments/[id]/delete", "department.manage"],
  ["POST", "cities/[city]/policy", "policy.write"],
  ["GET", "cities/[city]/audit", "audit.read"],
  ["POST", "cities/[city]/demo", "demo.manage"],
  ["POST", "cities/[city]/demo/remove", "demo.manage"],

  ["POST", "cities/[city]/services", "service.create"],
  ["POST", "cities/[city]/services/[id]", "service.update"],
  ["POST", "cities/[city]/services/[id]/retire", "service.retire"],
  ["POST", "cities/[city]/services/[id]/restore", "service.retire"],
  ["GET", "cities/[city]/services/export", "export.read"],
  ["POST", "cities/[city]/services/[id]/assessments", "assessment.write"],
  ["POST", "cities/[city]/services/[id]/assessments/submit", "assessment.submit"],
  ["POST", "cities/[city]/services/[id]/assessments/approve", "assessment.approve"],
  ["POST", "cities/[city]/services/[id]/assessments/return", "assessment.approve"],

  ["POST", "cities/[city]/services/[id]/acceptances", "gap.accept"],
  ["POST", "cities/[city]/acceptances/[id]/end", "gap.accept"],

  ["POST", "cities/[city]/imports", "service.import"],
  ["GET", "cities/[city]/imports/example", "service.import"],
  ["POST", "cities/[city]/imports/[id]/plan", "service.import"],
  ["POST", "cities/[city]/imports/[id]/commit", "service.import"],
  ["POST", "cities/[city]/imports/[id]/undo", "import.undo"],
  ["GET", "cities/[city]/imports/[id]/corrections", "import.read"],

  ["GET", "cities/[city]/catalogue/organisations", "catalogue.read"],
  ["GET", "cities/[city]/catalogue/products", "catalogue.read"],
  ["GET", "cities/[city]/catalogue/jurisdictions", "catalogue.read"],
  ["POST", "cities/[city]/organisations", "catalogue.correct"],
  ["POST", "cities/[city]/organisations/[id]", "catalogue.correct"],
  ["POST", "cities/[city]/products", "catalogue.correct"],
  ["POST", "cities/[city]/products/[id]", "catalogue.correct"],
  ["POST", "cities/[city]/corrections", "catalogue.correct"],
  ["POST", "cities/[city]/corrections/[id]/end", "catalogue.correct"],

  ["GET", "cities/[city]/portfolio/figures", "service.read"],
  ["POST", "cities/[city]/strategies", "strategy.write"],
  ["POST", "cities/[city]/strategies/[id]", "strategy.write"],
  ["POST", "cities/[city]/goals", "strategy.write"],
  ["GET", "cities/[city]/goals", "strategy.read"],
  ["POST", "cities/[city]/goals/[id]", "strategy.write"],
  ["POST", "cities/[city]/goals/[id]/archive", "strategy.write"],
  ["POST", "cities/[city]/snapshots", "snapshot.create"],
];

export const PAGES: readonly PageRoute[] = [
  ["", "public"],
  ["setup", "public"],
  ["sign-in", "public"],
  ["help", "public"],
  ["accessibility", "public"],
  ["cities", "session"],
  ["account", "session"],

  ["c/[city]", "service.read"],
  ["c/[city]/services", "service.read"],
  ["c/[city]/services/new", "service.create"],
  ["c/[city]/services/[id]", "service.read"],
  ["c/[city]/services/[id]/edit", "service.update"],
  ["c/[city]/services/[id]/assess", "assessment.write"],
  ["c/[city]/accepted", "service.read"],
  ["c/[city]/imports", "import.read"],
  ["c/[city]/imports/[id]", "import.read"],
  ["c/[city]/catalogue", "catalogue.read"],
  ["c/[city]/catalogue/organisations/[id]", "catalogue.read"],
  ["c/[city]/catalogue/organisations/[id]/correct", "catalogue.correct"],
  ["c/[city]/catalogue/organisations/[id]/edit", "catalogue.correct"],
  ["c/[city]/catalogue/organisations/new", "catalogue.correct"],
  ["c/[city]/catalogue/products", "catalogue.read"],
  ["c/[city]/catalogue/products/[id]", "catalogue.read"],
  ["c/[city]/catalogue/products/[id]/correct", "catalogue.correct"],
  ["c/[city]/catalogue/products/[id]/edit", "catalogue.correct"],
  ["c/[city]/catalogue/products/new", "catalogue.correct"],
  ["c/[city]/catalogue/jurisdictions", "catalogue.read"],
  ["c/[city]/catalogue/jurisdictions/[code]", "catalogue.read"],
  ["c/[city]/strategy", "strategy.read"],
  ["c/[city]/strategy/edit", "strategy.write"],
  ["c/[city]/strategy/goals/new", "strategy.write"],
  ["c/[city]/strategy/goals/[id]", "strategy.read"],
  ["c/[city]/strategy/goals/[id]/edit", "strategy.write"],
  ["c/[city]/strategy/snapshots", "snapshot.read"],
  ["c/[city]/methods", "service.read"],
  ["c/[city]/methods/[id]", "service.read"],
  ["c/[city]/admin", "user.read"],
  ["c/[city]/admin/users", "user.read"],
  ["c/[city]/admin/departments", "user.read"],
  ["c/[city]/admin/city", "user.read"],
  ["c/[city]/admin/policy", "service.read"],
  ["c/[city]/admin/audit", "audit.read"],
  ["c/[city]/admin/demo", "demo.manage"],
];
