import { outOfReach, type Grant } from "@/lib/domain/access/authorise";
import {
  COLUMN_NAMES,
  countRows,
  planSheet,
  sheetRow,
  SHEET_TEXTS,
  type PlannedRow,
  type SheetCells,
  type SheetCounts,
  type SheetService,
} from "@/lib/domain/assessing-sheet";
import type { Reason } from "@/lib/domain/facts";
import { sentence } from "@/lib/domain/method/texts";
import type { Method, Text } from "@/lib/domain/method/types";
import type { AssessedAnswers } from "@/lib/domain/service/score";
import type { ListQuery } from "@/lib/domain/service/list";
import { fileText, PROBLEM_TEXTS, type ProblemCode } from "@/lib/files";
import type { Database, Tx } from "@/lib/server/database/client";
import { loadAssignable, printOf, type ChosenService } from "../assignment/data";
import { loadCityWorld, loadScoringInputs } from "../score/data";
import { standingsFor } from "../score/data-standing";
import type { Upload } from "./data-upload";

type Reader = Database | Tx;
type WriteGrant = Grant<"assessment.write">;

/** The services of a selection that the person may assess, in the inventory's order. One query, one more with a search. */
export async function loadReachable(
  reader: Reader,
  grant: WriteGrant,
  list: Pick<ListQuery, "filter" | "text">,
  method: string,
): Promise<{ readonly services: readonly ChosenService[]; readonly beyond: number }> {
  const all = await loadAssignable(reader, grant, list, method);
  const services = all.filter(({ departmentId }) => outOfReach(grant, departmentId) === null);
  return { services, beyond: all.length - services.length };
}

/**
 * The rows of an export: every question of the method about every service, service by service.
 * @param say a derivation's reason as a sentence in the language
 */
export async function loadSheet(
  reader: Reader,
  cityId: string,
  services: readonly ChosenService[],
  method: Method,
  language: keyof Text,
  say: (reason: Reason) => string,
): Promise<SheetCells[]> {
  const city = await loadCityWorld(reader, cityId);
  const inputs = await loadScoringInputs(
    reader,
    cityId,
    city.products,
    services.map(({ id }) => id),
  );
  const inputOf = new Map(inputs.map((input) => [input.facts.id, input]));
  return services.flatMap((service) => {
    const input = inputOf.get(service.id);
    if (input === undefined) return [];
    const [standing] = standingsFor(city, input, [method]);
    const open = new Map(standing?.notDerivable.map(({ criterion, reason }) => [criterion, reason]));
    return method.criteria.map((criterion) => {
      const answers = standing?.answers ?? {};
      const answer = Object.hasOwn(answers, criterion.id) ? answers[criterion.id] : undefined;
      const reason = answer?.origin === "derived" ? answer.reason : open.get(criterion.id);
      // What a person has said stands on the person's note; the facts' sentence is about another answer.
      const text = answer?.origin === "assessed" ? (answer.note ?? "") : reason === undefined ? "" : say(reason);
      return sheetRow(method, criterion, service, answer, text, language);
    });
  });
}

/** A service that an upload names, with its assessment in force. */
export interface NamedService extends SheetService {
  readonly id: string;
  readonly name: string;
  readonly departmentName: string | null;
  readonly assessmentId: string | null;
  readonly version: number;
  /** State of the assessment in force; null = there is none. */
  readonly state: string | null;
}

/** The city's services of these ids, by id. Two queries. */
export async function loadNamed(
  reader: Reader,
  grant: WriteGrant,
  method: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedService>> {
  const wanted = [...new Set(ids)].filter((id) => UUID.test(id));
  if (wanted.length === 0) return new Map();
  const services = await reader.service.findMany({
    where: { cityId: grant.cityId, id: { in: wanted } },
    select: { id: true, name: true, departmentId: true, department: { select: { name: true } } },
  });
  const open = await reader.assessment.findMany({
    where: {
      cityId: grant.cityId,
      serviceId: { in: services.map(({ id }) => id) },
      method,
      rater: "first",
      state: { not: "superseded" },
    },
    select: { id: true, serviceId: true, version: true, state: true, answers: true },
  });
  const openOf = new Map(open.map((row) => [row.serviceId, row]));
  return new Map(
    services.map(({ id, name, departmentId, department }): [string, NamedService] => {
      const row = openOf.get(id);
      return [
        id,
        {
          id,
          name,
          departmentName: department?.name ?? null,
          reachable: outOfReach(grant, departmentId) === null,
          assessmentId: row?.id ?? null,
          version: row?.version ?? 0,
          state: row?.state ?? null,
          answers: (row?.answers ?? {}) as unknown as AssessedAnswers,
        },
      ];
    }),
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface SheetPlan {
  /** Rows that say something, in the order of the file; the silent ones are only counted. */
  readonly rows: readonly PlannedRow[];
  readonly counts: SheetCounts;
  readonly total: number;
  readonly services: ReadonlyMap<string, NamedService>;
  /** Stands for exactly this result, so that what is carried out is what was shown. */
  readonly print: string;
}

/** What the upload does to the answers as they are now: the dry run, and what a commit carries out. */
export async function loadSheetPlan(
  reader: Reader,
  grant: WriteGrant,
  method: Method,
  upload: Pick<Upload, "rows" | "silent">,
): Promise<SheetPlan> {
  const ids = upload.rows.map(({ cells }) => cells.serviceId.trim().toLowerCase());
  const services = await loadNamed(reader, grant, method.ref, ids);
  const rows = planSheet(method, services, upload.rows);
  const counts = countRows(rows);
  const touched = rows.flatMap((row) =>
    row.outcome === "changed" || row.outcome === "conflict" ? [[row, services.get(row.serviceId)?.state]] : [],
  );
  return {
    rows,
    counts: { ...counts, unchanged: counts.unchanged + upload.silent },
    total: rows.length + upload.silent,
    services,
    print: printOf([touched, counts]),
  };
}

/** Why a row is not taken over, in both languages. */
export function rejectionText(reason: Reason): Text {
  if (!reason.key.startsWith("file.")) return sentence(reason, SHEET_TEXTS);
  const text = PROBLEM_TEXTS[reason.key.slice(5) as ProblemCode];
  return { de: fileText(text, "de", reason.params ?? {}), en: fileText(text, "en", reason.params ?? {}) };
}

/** Heading of a column in a language. */
export const columnName = (column: keyof typeof COLUMN_NAMES, language: keyof Text): string =>
  COLUMN_NAMES[column][language];
