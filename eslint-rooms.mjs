import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(fileURLToPath(import.meta.url));

/**
 * Who may import whom. First row whose `room` matches the file decides. `may` lists rooms (path patterns) and packages
 * (`npm:` patterns); everything else is refused with `because`. Tests see what they test, and their tools.
 */
export const ROOMS = [
  {
    room: /^lib\/domain\/.*(\.test\.ts$|testing)/,
    may: [
      /^lib\/domain\//,
      /^catalogue\//,
      /^npm:(vitest|fast-check|spdx-license-list|csv-parse)/,
      /^npm:node:/,
      /^lib\/(server\/catalogue-files|features\/catalogue\/schema)/,
    ],
    because: "A domain test needs the domain, the catalogue's files and the test tools, nothing that runs.",
  },
  {
    room: /^lib\/domain\//,
    may: [/^lib\/domain\//],
    because: "The domain is pure: it imports nothing but itself, so that every rule can be tested without a machine.",
  },
  { room: /\.test\.tsx?$|\/testing\//, may: [/./], because: "" },
  {
    room: /^lib\/features\/[^/]+\/schema\.ts$/,
    may: [/^lib\/domain\//, /^lib\/features\/(fields|[^/]+\/schema)/, /^npm:zod/],
    because: "A schema also runs in the browser: only zod and the domain.",
  },
  {
    room: /^lib\/features\/[^/]+\/(data|mutations)/,
    may: [
      /^lib\/(domain|files|format|i18n\/(index|locale|messages))/,
      /^lib\/features\/(fields|[^/]+\/(schema|data|mutations))/,
      /^lib\/server\/(audit|database|log|password|rate-limit|result|access|catalogue-files|catalogue-records|rules-hash|revision|env|json|ids)/,
      /^generated\//,
      /^npm:(node:|zod|spdx-license-list|spdx-expression-parse|csv-parse|lru-cache)/,
    ],
    because: "Data and mutations trust their arguments: they never see next, react or the session, only a grant.",
  },
  {
    room: /^lib\/features\/[^/]+\/(loaders|handlers)\.tsx?$/,
    may: [
      /^lib\/(domain|format|i18n|files)/,
      /^lib\/features\//,
      /^lib\/server\/(access|audit|page|form|result|session|rate-limit|http|log|env|catalogue-files)/,
      /^lib\/server\/database\/client/,
      /^npm:(node:|next\/|react|zod)/,
    ],
    because:
      "Loaders and handlers face the request: they authorise and pass on, and never touch the database themselves.",
  },
  {
    room: /^lib\/features\//,
    may: [/^lib\/(domain|features)/, /^npm:zod/],
    because: "A feature folder holds schema, data, mutations, loaders and handlers, and nothing else.",
  },
  {
    room: /^lib\/server\//,
    may: [/^lib\/(server|domain|i18n)/, /^lib\/features\/catalogue\/schema/, /^generated\//, /^catalogue\//, /^npm:/],
    because: "The machinery knows no feature.",
  },
  {
    room: /^lib\/(format|i18n)\//,
    may: [/^lib\/(format|i18n|domain)/, /^npm:(intl-messageformat|next\/headers|react)/],
    because: "Words and numbers for people need no machinery.",
  },
  {
    room: /^lib\/files\//,
    may: [/^lib\/files\//, /^npm:/],
    because: "Reading a file knows no domain word and no database.",
  },
  {
    room: /^components\/(ui|charts|layout)\//,
    may: [/^components\/(ui|charts|layout)(\/|$)/, /^lib\/(format|i18n)/, /^npm:(react|d3-|recharts)/],
    because: "Plain pieces know no domain word and no data access.",
  },
  {
    room: /^components\//,
    may: [/^components\//, /^lib\/(domain|format|i18n)/, /^lib\/features\/[^/]+\/schema/, /^npm:react/],
    because: "Components get data as props and give events; they never fetch.",
  },
  {
    room: /^app\//,
    may: [
      /^app\//,
      /^components\//,
      /^lib\/(domain|format|i18n)/,
      /^lib\/features\/[^/]+\/(loaders|handlers|schema)/,
      /^lib\/server\/form/,
      /^npm:(next|react|@kern-ux)/,
    ],
    because: "Addresses read through loaders and write through handlers.",
  },
  { room: /^e2e\//, may: [/^e2e\//, /^npm:/], because: "The journeys see the product from outside." },
];

/** Type-only imports cross any wall except the domain's: they leave no code behind. */
const typesPass = (file, target) =>
  !file.startsWith("lib/domain/") &&
  !file.startsWith("components/ui/") &&
  !file.startsWith("e2e/") &&
  !target.startsWith("npm:next");

export const rooms = {
  rules: {
    imports: {
      meta: { type: "problem", schema: [], messages: { wall: "{{target}} from {{file}}: {{because}}" } },
      create(context) {
        const file = relative(ROOT, context.filename).split(sep).join("/");
        const row = ROOMS.find(({ room }) => room.test(file));
        if (!row) return {};
        const check = (node, source, typeOnly) => {
          const target = resolveImport(context.filename, source);
          if (row.may.some((allowed) => allowed.test(target))) return;
          if (typeOnly && typesPass(file, target)) return;
          context.report({ node, messageId: "wall", data: { target, file, because: row.because } });
        };
        const visit = (node) => {
          if (node.source)
            check(node, String(node.source.value), node.importKind === "type" || node.exportKind === "type");
        };
        return {
          ImportDeclaration: visit,
          ExportNamedDeclaration: visit,
          ExportAllDeclaration: visit,
          ImportExpression: (node) => {
            if (node.source.type === "Literal") check(node, String(node.source.value), false);
          },
        };
      },
    },
  },
};

function resolveImport(from, source) {
  if (source.startsWith("@/")) return source.slice(2);
  if (!source.startsWith(".")) return `npm:${source}`;
  const path = join(dirname(from), source);
  const found = [".ts", ".tsx", "/index.ts", ""].find((end) => existsSync(path + end));
  return relative(ROOT, path + (found ?? ""))
    .split(sep)
    .join("/");
}
