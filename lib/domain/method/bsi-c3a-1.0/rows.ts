/** What a criterion says, in our own short words; `ac` = additional, `on-demand` = base, but only where the customer asks for it. */
export interface Row {
  /** BSI's id, in lower case. */
  readonly id: string;
  readonly kind: "base" | "on-demand" | "ac";
  readonly de: string;
  readonly en: string;
  readonly help?: { readonly de: string; readonly en: string };
}
