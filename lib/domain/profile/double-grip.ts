import type { FactRef, OperatingModel, Reason, YesNo } from "../facts";
import { sameGroup, topController } from "../exposure";
import type { ExposureWorld } from "../exposure";
import type { ServiceRole } from "../service/types";

/** Whether one corporate group both makes and runs a service, with the reason and the facts behind it. */
export interface DoubleGrip {
  readonly value: YesNo;
  readonly reason: Reason;
  readonly facts: readonly FactRef[];
}

type RoleHolder = Pick<ServiceRole, "role" | "organisationId" | "provenance">;

/**
 * Double grip (design section 4.2): maker and operator, or host, in one corporate group. Operation by the city or a public
 * body is none. `no` needs every link known; otherwise the answer is `unknown`.
 * An own data centre without a named operator is run by the city; an own development is made by it.
 */
export function doubleGrip(
  roles: readonly RoleHolder[],
  world: ExposureWorld,
  service: { readonly operatingModel: OperatingModel | null; readonly ownDevelopment: boolean } = {
    operatingModel: null,
    ownDevelopment: false,
  },
): DoubleGrip {
  const makers = roles.filter((each) => each.role === "maker");
  const operators = roles.filter((each) => each.role === "operator");
  const hosts = roles.filter((each) => each.role === "host");
  const facts = [...makers, ...operators, ...hosts].map((each) => roleFact(world, each));
  const answer = (value: YesNo, key: string, params?: Reason["params"]): DoubleGrip => ({
    value,
    reason: params === undefined ? { key } : { key, params },
    facts,
  });

  if (service.ownDevelopment) return answer("no", "derive.doubleGrip.ownDevelopment");
  if (operators.length === 0 && service.operatingModel === "own-data-centre")
    return answer("no", "derive.doubleGrip.city");
  const publicBody = ({ organisationId: id }: RoleHolder): boolean =>
    id !== null && (world.organisations.get(id)?.publicSector === true || topController(world, id).publicSector);
  if (operators.length > 0 && operators.every(publicBody)) {
    return answer("no", "derive.doubleGrip.public", { operator: nameOf(world, operators[0]) });
  }
  if (makers.length === 0) return answer("unknown", "derive.doubleGrip.noMaker");
  if (operators.length === 0 && hosts.length === 0) return answer("unknown", "derive.doubleGrip.noOperator");

  let open: { maker: string; operator: string } | null = null;
  for (const maker of makers) {
    for (const operator of [...operators, ...hosts]) {
      if (publicBody(operator)) continue;
      const params = { maker: nameOf(world, maker), operator: nameOf(world, operator) };
      const same = sameGroup(world, maker.organisationId, operator.organisationId);
      if (same === "yes") return answer("yes", "derive.doubleGrip.yes", params);
      if (same === "unknown") open ??= params;
    }
  }
  if (open !== null) return answer("unknown", "derive.doubleGrip.unknown", open);
  if (operators.length === 0) return answer("unknown", "derive.doubleGrip.noOperator");
  return answer("no", "derive.doubleGrip.no");
}

function nameOf(world: ExposureWorld, role: RoleHolder | undefined): string {
  const id = role?.organisationId ?? null;
  return id === null ? "?" : (world.organisations.get(id)?.name ?? id);
}

function roleFact(world: ExposureWorld, role: RoleHolder): FactRef {
  return {
    subject: `role:${role.role}`,
    subjectName: role.role,
    field: "organisation",
    value: role.organisationId === null ? null : nameOf(world, role),
    provenance: role.provenance,
  };
}
