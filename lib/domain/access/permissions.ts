export const ROLES = ["administrator", "strategist", "service-owner", "approver", "auditor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** How far a permission reaches: the whole city, or services of the actor's own departments. */
export type Reach = "city" | "own-departments";

interface PermissionRule {
  /** Changes something. Auditor and viewer hold no such permission. */
  readonly writes: boolean;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}

const city = (...roles: readonly Role[]): Partial<Record<Role, Reach>> =>
  Object.fromEntries(roles.map((role) => [role, "city"]));

const read = (...roles: readonly Role[]): PermissionRule => ({ writes: false, roles: city(...roles) });
const write = (...roles: readonly Role[]): PermissionRule => ({ writes: true, roles: city(...roles) });
/** Strategy and administration city-wide, service owners for their departments. */
const writeOwn = (): PermissionRule => ({
  writes: true,
  roles: { ...city("administrator", "strategist"), "service-owner": "own-departments" },
});

/** Who may do what: the only place where a permission is tied to a role. */
export const PERMISSIONS = {
  "service.read": read(...ROLES),
  "service.create": writeOwn(),
  "service.update": writeOwn(),
  "service.retire": writeOwn(),
  "service.import": write("administrator", "strategist"),
  "import.read": read("administrator", "strategist", "auditor"),
  "import.undo": write("administrator", "strategist"),
  "catalogue.read": read(...ROLES),
  "catalogue.correct": write("administrator", "strategist"),
  "assessment.read": read(...ROLES),
  "assessment.write": writeOwn(),
  "assessment.submit": writeOwn(),
  "assessment.approve": write("administrator", "approver"),
  "assessment.assign": write("administrator", "strategist"),
  "evidence.read": read("administrator", "strategist", "service-owner", "approver", "auditor"),
  "evidence.write": writeOwn(),
  "gap.accept": write("administrator", "approver"),
  "method.manage": write("administrator", "strategist"),
  "strategy.read": read(...ROLES),
  "strategy.write": write("administrator", "strategist"),
  "policy.write": write("administrator", "strategist"),
  "snapshot.read": read(...ROLES),
  "snapshot.create": write("administrator", "strategist"),
  "export.read": read(...ROLES),
  "audit.read": read("administrator", "auditor"),
  "user.read": read("administrator", "auditor"),
  "user.manage": write("administrator"),
  "department.manage": write("administrator"),
  "city.manage": write("administrator"),
  "demo.manage": write("administrator"),
} as const satisfies Readonly<Record<string, PermissionRule>>;

export type Permission = keyof typeof PERMISSIONS;

/** Every permission, in the order of the table. */
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as readonly Permission[];

/** How far the role's permission reaches, or null when it has none. Safe for role names that come from outside. */
export function reachOf(role: string, permission: string): Reach | null {
  if (!Object.hasOwn(PERMISSIONS, permission)) return null;
  const { roles }: PermissionRule = PERMISSIONS[permission as Permission];
  return Object.hasOwn(roles, role) ? (roles[role as Role] ?? null) : null;
}

/** Does the permission change something? */
export function isWrite(permission: Permission): boolean {
  return PERMISSIONS[permission].writes;
}
