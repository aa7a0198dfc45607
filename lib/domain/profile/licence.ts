import type { SourceModel, YesNo } from "../facts";
import { OSI_APPROVED } from "./osi-licences";
import { parseSpdx } from "./spdx";
import type { SpdxNode } from "./spdx";

/** What kind of licence a product has; the options of the profile's criterion `licence`, plus unknown. */
export type LicenceClass = "open" | "open-core" | "source-available" | "proprietary" | "unknown";

/** Classes an expression alone can have, worst first: only the product's source model can say open core. */
const LADDER = ["proprietary", "source-available", "open"] as const;
type Rung = 0 | 1 | 2;

/** Rungs still possible. A licence nobody recognises may be anything. */
interface Span {
  readonly low: Rung;
  readonly high: Rung;
}

const certain = (rung: Rung): Span => ({ low: rung, high: rung });
const ANYTHING: Span = { low: 0, high: 2 };
const lower = (a: Rung, b: Rung): Rung => (a < b ? a : b);
const higher = (a: Rung, b: Rung): Rung => (a > b ? a : b);

/** Code can be read, but the licence restricts who may use it for what: not open source by the OSI's definition. */
const SOURCE_AVAILABLE =
  /^(SSPL-|BUSL-|Elastic-|FSL-|PolyForm-|LicenseRef-(RSAL|FSL|BUSL|BSL|Elastic|SSPL|PolyForm|n8n-|kasm-|open-webui|confluent-)|RSAL)|sustainable-use|Commons-Clause|fair-(source|code)/i;
const PROPRIETARY = /^(LicenseRef-)?([a-z0-9]+-)*(proprietary|commercial)(-[a-z0-9-]+)?$/i;
/** Mixed distributions of free licences, as the catalogue writes them. */
const MIXED_OPEN = /^LicenseRef-mixed-open-source$/i;
/** SPDX exceptions only add permissions; anything else behind WITH may take some away. */
const EXCEPTION = /exception|-note$|^GPL-CC-|^SHL-/i;

/**
 * Class of an SPDX expression: `OR` takes the best side, `AND` the worst, an exception behind `WITH` keeps the class.
 * `unknown` for null, for text that is no expression, and wherever an unrecognised licence decides.
 * `osiApproved`: ids of OSI-approved licences; matched without regard to case.
 */
export function classifyLicence(
  expression: string | null,
  osiApproved: ReadonlySet<string> = OSI_APPROVED,
): Exclude<LicenceClass, "open-core"> {
  const tree = expression === null ? null : parseSpdx(expression);
  if (tree === null) return "unknown";
  const span = spanOf(tree, lowerCased(osiApproved));
  return span.low === span.high ? LADDER[span.low] : "unknown";
}

/** Lists are few and long-lived, licences are many: each list is prepared once. */
const prepared = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

function lowerCased(ids: ReadonlySet<string>): ReadonlySet<string> {
  const known = prepared.get(ids);
  if (known !== undefined) return known;
  const made = new Set([...ids].map((id) => id.toLowerCase()));
  prepared.set(ids, made);
  return made;
}

function spanOf(node: SpdxNode, approved: ReadonlySet<string>): Span {
  if (node.kind === "licence")
    return node.exception === null || EXCEPTION.test(node.exception) ? rungOf(node.id, approved) : ANYTHING;
  const [left, right] = [spanOf(node.left, approved), spanOf(node.right, approved)];
  const pick = node.kind === "or" ? higher : lower;
  return { low: pick(left.low, right.low), high: pick(left.high, right.high) };
}

function rungOf(id: string, approved: ReadonlySet<string>): Span {
  if (approved.has(id.toLowerCase()) || MIXED_OPEN.test(id)) return certain(2);
  if (SOURCE_AVAILABLE.test(id)) return certain(1);
  return PROPRIETARY.test(id) ? certain(0) : ANYTHING;
}

/**
 * Class of a product, from its expression and its source model. The model tells a complete product from an open core;
 * where the two contradict each other, the worse one counts. An open-source model without a recognised licence counts as
 * open only when the catalogue states that the licence is OSI-approved.
 */
export function productLicence(
  product: {
    readonly licence: string | null;
    readonly sourceModel: SourceModel | null;
    readonly osiApproved: boolean | null;
  },
  osiApproved?: ReadonlySet<string>,
): LicenceClass {
  const expression = classifyLicence(product.licence, osiApproved);
  switch (product.sourceModel) {
    case null:
      return expression;
    case "open-core":
      return "open-core";
    case "open-source":
      return expression === "unknown" && product.osiApproved === true ? "open" : expression;
    case "source-available":
      // Readable code under a licence that reserves the rights is what the word means.
      return "source-available";
    case "proprietary":
      return "proprietary";
  }
}

/** Class of an own development: open when its code is published, proprietary when it is not. */
export function ownDevelopmentLicence(codePublished: YesNo | null): LicenceClass {
  if (codePublished === "yes") return "open";
  return codePublished === "no" ? "proprietary" : "unknown";
}
