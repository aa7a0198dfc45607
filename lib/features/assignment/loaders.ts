import { reachOf } from "@/lib/domain/access/permissions";
import { GROUP_MODES, type GroupMode } from "@/lib/domain/assignment/group";
import { PROGRESS_STATES, type ProgressState } from "@/lib/domain/assignment/state";
import { serviceMethod, serviceMethods } from "@/lib/domain/method/registry";
import { listQueryString, PLAIN_LIST, readListQuery, type ListQuery } from "@/lib/domain/service/list";
import { isDay } from "@/lib/domain/strategy/dates";
import type { Query } from "@/lib/domain/strategy/filter";
import { dayInBerlin } from "@/lib/format";
import { grantFor } from "@/lib/server/access";
import { db } from "@/lib/server/database/client";
import { findDraft, type FormDraft } from "@/lib/server/http/draft";
import { isUuid } from "@/lib/server/http/handler";
import { requireGrant } from "@/lib/server/page";
import type { Refusal } from "@/lib/server/result";
import { loadFrame, may } from "../city/loaders";
import { loadFilterNames } from "../inventory/data";
import { loadPlan } from "./data";
import { loadGroup } from "./data-group";
import { countExpiring, INBOX_KINDS, INBOX_PER_PAGE, loadInbox, type InboxKind } from "./data-inbox";
import {
  BATCHES_PER_PAGE,
  loadBatches,
  loadProgress,
  loadProgressByPerson,
  loadWork,
  WORK_PER_PAGE,
  type WorkFilter,
} from "./data-progress";
import { wishOf } from "./mutations";
import { groupAnswers } from "./mutations-group";

const one = (query: Query, key: string): string | undefined => {
  const value = Object.hasOwn(query, key) ? query[key] : undefined;
  const last = typeof value === "string" ? value : value?.at(-1);
  return last === "" ? undefined : last;
};
const pageOf = (query: Query): number =>
  /^[1-9]\d{0,5}$/.test(one(query, "page") ?? "") ? Number(one(query, "page")) : 1;
const today = (): string => dayInBerlin(new Date());

/** What waits for the person, and for the departments (or the city) they write to. */
export async function loadInboxPage(slug: string, query: Query) {
  const { actor, grant } = await requireGrant(slug, "assessment.read", `/c/${slug}/inbox`);
  const write = grantFor(actor, "assessment.write");
  const reach = "ok" in write ? null : write.departments;
  const view = reach !== null && one(query, "view") === "departments" ? "departments" : "me";
  const kind: InboxKind | null = INBOX_KINDS.find((each) => each === one(query, "kind")) ?? null;
  const day = today();
  const evidence = grantFor(actor, "evidence.read");
  const [frame, inbox, expiring] = await Promise.all([
    loadFrame(actor, "inbox"),
    loadInbox(
      db(),
      grant,
      view === "departments" && reach !== null ? { departments: reach } : "me",
      day,
      kind,
      pageOf(query),
    ),
    "ok" in evidence || reach === null ? null : countExpiring(db(), evidence, reach, day),
  ]);
  return {
    frame,
    view: view as "me" | "departments",
    reach: reach === "all" ? ("city" as const) : reach === null ? null : ("departments" as const),
    mayWrite: reach !== null,
    homeless: reach === null && reachOf(actor.role, "assessment.write") !== null,
    active: reach !== null || may(actor, "assessment.approve"),
    kind,
    inbox,
    perPage: INBOX_PER_PAGE,
    expiring,
    today: day,
  };
}

const VIEWS = ["departments", "people", "batches", "list"] as const;
export type AssignmentsView = (typeof VIEWS)[number];

const readWorkFilter = (query: Query): WorkFilter => {
  const department = one(query, "department");
  const person = one(query, "person");
  const batch = one(query, "batch");
  const method = one(query, "method");
  const states = (one(query, "state") ?? "")
    .split(",")
    .filter((each): each is ProgressState | "withdrawn" => [...PROGRESS_STATES, "withdrawn"].some((s) => s === each));
  return {
    ...(department !== undefined && (department === "none" || isUuid(department)) ? { department } : {}),
    ...(person !== undefined && isUuid(person) ? { person } : {}),
    ...(batch !== undefined && isUuid(batch) ? { batch } : {}),
    ...(method === undefined ? {} : { method: method.slice(0, 100) }),
    ...(states.length === 0 ? {} : { states }),
  };
};

/** How far the work of assessing is: by department and method, by person, by batch, or the assignments behind a number. */
export async function loadAssignmentsPage(slug: string, query: Query) {
  const { actor, grant } = await requireGrant(slug, "assessment.read", `/c/${slug}/assignments`);
  const mayAssign = may(actor, "assessment.assign");
  const asked = VIEWS.find((each) => each === one(query, "view")) ?? "departments";
  const view: AssignmentsView = asked === "people" && !mayAssign ? "departments" : asked;
  const method = one(query, "method")?.slice(0, 100) ?? null;
  const filter = readWorkFilter(query);
  const day = today();
  const page = pageOf(query);
  const assign = grantFor(actor, "assessment.assign");
  const write = grantFor(actor, "assessment.write");
  const [frame, progress, people, batches, work, names, draft] = await Promise.all([
    loadFrame(actor, "inbox"),
    loadProgress(db(), grant, day, view === "departments" || view === "people" ? method : null),
    view === "people" && !("ok" in assign) ? loadProgressByPerson(db(), assign, day, method) : null,
    view === "batches" ? loadBatches(db(), grant, day, page) : null,
    view === "list" ? loadWork(db(), grant, day, filter, page) : null,
    view === "list" ? loadFilterNames(db(), grant, {}) : null,
    findDraft(db(), one(query, "draft"), actor.userId),
  ]);
  return {
    frame,
    view,
    method,
    filter,
    page,
    progress,
    people,
    batches,
    work,
    departments: names?.departments ?? [],
    mayAssign,
    reach: "ok" in write ? null : write.departments === "all" ? ("city" as const) : ("departments" as const),
    perPage: view === "batches" ? BATCHES_PER_PAGE : WORK_PER_PAGE,
    done: one(query, "done") ?? null,
    draft,
    today: day,
  };
}

const ASSIGN_KEYS = new Set(["method", "to", "due", "note", "alsoAssigned", "alsoApproved", "done"]);

/** The list in an address that also holds a page's own settings. */
function selectionIn(query: Query, own: (key: string) => boolean) {
  const rest: Query = Object.fromEntries(Object.entries(query).filter(([key]) => !own(key)));
  const { list, ignored } = readListQuery(rest);
  const meant: ListQuery = { ...PLAIN_LIST, filter: list.filter, text: list.text };
  return { list: meant, ignored, selection: listQueryString(meant) };
}

/** Days until the due day that a new batch proposes. */
const PROPOSED_DAYS = 14;

/** The form for a batch with its dry run: who would get what, as the address says. */
export async function loadNewAssignment(slug: string, query: Query) {
  const { actor, grant } = await requireGrant(slug, "assessment.assign", `/c/${slug}/assignments/new`);
  const { list, ignored, selection } = selectionIn(query, (key) => ASSIGN_KEYS.has(key));
  const method = serviceMethod(one(query, "method") ?? "") ?? serviceMethods[0];
  if (method === undefined) throw new Error("no method for services");
  const day = today();
  const due = one(query, "due");
  const to = one(query, "to");
  const input = {
    to: to !== undefined && isUuid(to) ? to : "owners",
    due:
      due !== undefined && isDay(due)
        ? due
        : new Date(Date.parse(`${day}T00:00:00Z`) + PROPOSED_DAYS * 86_400_000).toISOString().slice(0, 10),
    note: (one(query, "note") ?? "").slice(0, 500),
    alsoAssigned: one(query, "alsoAssigned") !== undefined,
    alsoApproved: one(query, "alsoApproved") !== undefined,
  };
  const [frame, planned, names, draft] = await Promise.all([
    loadFrame(actor, "inbox"),
    loadPlan(db(), grant, list, method.ref, wishOf(input)),
    loadFilterNames(db(), grant, list.filter),
    findDraft(db(), one(query, "draft"), actor.userId),
  ]);
  return { frame, list, ignored, selection, methods: serviceMethods, method, input, planned, names, draft, today: day };
}

/** Problems of an address in the shape that forms are drawn with. */
const problemsOf = (refusal: Refusal): FormDraft => ({
  kind: "invalid",
  values: {},
  message: refusal.message ?? null,
  params: refusal.params ?? {},
  fields: refusal.fields ?? [],
  current: null,
});

const GROUP_OWN = new Set(["method", "note", "mode", "page", "done"]);

/** The form for answering a group of services at once, with its dry run once something is chosen. */
export async function loadGroupPage(slug: string, query: Query) {
  const { actor, grant } = await requireGrant(slug, "assessment.write", `/c/${slug}/assess-group`);
  const { list, ignored, selection } = selectionIn(query, (key) => GROUP_OWN.has(key) || key.startsWith("a."));
  const asked = one(query, "method");
  const method = serviceMethods.find((each) => each.ref === asked || each.id === asked) ?? serviceMethods[0];
  if (method === undefined) throw new Error("no method for services");
  const mode: GroupMode = GROUP_MODES.find((each) => each === one(query, "mode")) ?? "open";
  const answer = Object.fromEntries(
    method.criteria.flatMap(({ id }) => {
      const value = one(query, `a.${id}`);
      return value === undefined ? [] : [[id, value]];
    }),
  );
  const note = (one(query, "note") ?? "").trim().slice(0, 500);
  const chosen = Object.keys(answer).length > 0;
  const given = groupAnswers(method, { answer, note: note === "" ? null : note });
  const [frame, group, names, draft] = await Promise.all([
    loadFrame(actor, "inventory"),
    loadGroup(db(), grant, list, method, given.ok ? given.value : {}, mode),
    loadFilterNames(db(), grant, list.filter),
    findDraft(db(), one(query, "draft"), actor.userId),
  ]);
  return {
    frame,
    list,
    ignored,
    selection,
    methods: serviceMethods,
    method,
    mode,
    answer,
    note,
    chosen,
    refused: chosen && !given.ok ? problemsOf(given) : null,
    group,
    names,
    draft,
    page: pageOf(query),
    done: one(query, "done") ?? null,
  };
}
