/** Importable fields of a service, with how their cells are read. */

export const FIELD_IDS = [
  "name",
  "shortName",
  "externalId",
  "department",
  "owner",
  "purpose",
  "product",
  "maker",
  "supplier",
  "operator",
  "host",
  "dataLocation",
  "operatingModel",
  "lifecycle",
  "protectionNeed",
  "confidentiality",
  "integrity",
  "availability",
  "users",
  "costPerYear",
  "contractStart",
  "contractEnd",
  "noticeMonths",
  "licence",
] as const;
export type FieldId = (typeof FIELD_IDS)[number];

export type FieldKind =
  | "text"
  | "long-text"
  | "department"
  | "names"
  | "location"
  | "operating-model"
  | "lifecycle"
  | "protection-need"
  | "count"
  | "money"
  | "date"
  | "months";

export interface Field {
  readonly id: FieldId;
  readonly kind: FieldKind;
  readonly label: { readonly de: string; readonly en: string };
  /** Several columns may feed it; their values are put together. */
  readonly many: boolean;
  readonly required: boolean;
  /** Characters; only for texts and names. */
  readonly maxLength: number;
}

const field = (
  id: FieldId,
  kind: FieldKind,
  de: string,
  en: string,
  options: Partial<Pick<Field, "many" | "required" | "maxLength">> = {},
): Field => ({ id, kind, label: { de, en }, many: false, required: false, maxLength: 300, ...options });

/**
 * `supplier` is who delivers the service to the city, as inventories say it; whether that is its maker, operator or
 * support is not in the word. `protectionNeed` is one value for all three of confidentiality, integrity, availability.
 */
export const FIELDS: Readonly<Record<FieldId, Field>> = {
  name: field("name", "text", "Name des IT-Service", "Name of the service", { required: true }),
  shortName: field("shortName", "text", "Kurzname", "Short name"),
  externalId: field("externalId", "text", "Kennung im Quellsystem", "Identifier in the source", { maxLength: 200 }),
  department: field("department", "department", "Fachbereich", "Department"),
  owner: field("owner", "text", "Verantwortliche Person oder Stelle", "Responsible person or unit"),
  purpose: field("purpose", "long-text", "Zweck, Beschreibung", "Purpose, description", { maxLength: 20_000 }),
  product: field("product", "names", "Produkt", "Product", { many: true }),
  maker: field("maker", "names", "Hersteller", "Maker", { many: true }),
  supplier: field("supplier", "names", "Lieferant", "Supplier", { many: true }),
  operator: field("operator", "names", "Betreiber", "Operator", { many: true }),
  host: field("host", "names", "Rechenzentrum, Hosting", "Data centre, hosting", { many: true }),
  dataLocation: field("dataLocation", "location", "Datenstandort", "Data location"),
  operatingModel: field("operatingModel", "operating-model", "Betriebsmodell", "Operating model"),
  lifecycle: field("lifecycle", "lifecycle", "Lebenszyklus", "Life cycle"),
  protectionNeed: field("protectionNeed", "protection-need", "Schutzbedarf (gesamt)", "Protection need (overall)"),
  confidentiality: field("confidentiality", "protection-need", "Vertraulichkeit", "Confidentiality"),
  integrity: field("integrity", "protection-need", "Integrität", "Integrity"),
  availability: field("availability", "protection-need", "Verfügbarkeit", "Availability"),
  users: field("users", "count", "Nutzende", "Users"),
  costPerYear: field("costPerYear", "money", "Kosten pro Jahr (€)", "Cost per year (€)"),
  contractStart: field("contractStart", "date", "Vertragsbeginn", "Start of contract"),
  contractEnd: field("contractEnd", "date", "Vertragsende", "End of contract"),
  noticeMonths: field("noticeMonths", "months", "Kündigungsfrist (Monate)", "Notice period (months)"),
  licence: field("licence", "text", "Lizenz", "Licence"),
};
