import type { OrganisationRole, Reason } from "../facts";
import type { PathLink } from "./types";

export type TextLanguage = "de" | "en";
type Text = Readonly<Record<TextLanguage, string>>;

/** Sentences for the reasons of this room; `{param}` stands for a parameter of the reason. */
export const EXPOSURE_TEXTS: Readonly<Record<string, Text>> = {
  "exposure.found.seat": {
    de: "{organisation} hat selbst ihren Sitz in {country} und unterliegt dort: {law}.",
    en: "{organisation} is itself seated in {country} and subject to: {law}.",
  },
  "exposure.found.parent": {
    de: "{organisation} wird von {owner} ({country}) beherrscht; dort gilt: {law}.",
    en: "{organisation} is controlled by {owner} ({country}), which is subject to: {law}.",
  },
  "exposure.found.single-holder": {
    de: "{owner} hält {share} % an {organisation}, mehr als 24 %, und unterliegt einem gelisteten Zugriffsgesetz.",
    en: "{owner} holds {share} % of {organisation}, more than 24 %, and is under a listed access law.",
  },
  "exposure.found.sum-of-holders": {
    de: "{count} Beteiligte unter gelisteten Zugriffsgesetzen halten zusammen {sum} % an {organisation}, mehr als 39 %.",
    en: "{count} holders under listed access laws together hold {sum} % of {organisation}, more than 39 %.",
  },
  "exposure.found.affiliate": {
    de: "{organisation} hat eine Niederlassung oder Tochter in {country}; dort gilt: {law}.",
    en: "{organisation} has a branch or subsidiary in {country}, which is subject to: {law}.",
  },
  "exposure.found.sub-processor": {
    de: "Unterauftragnehmer {organisation} kann Daten lesen und steht unter einem gelisteten Zugriffsgesetz.",
    en: "Sub-processor {organisation} can read data and is under a listed access law.",
  },
  "exposure.found.supplier": {
    de: "{organisation} steht unter einem gelisteten Zugriffsgesetz, kann die Daten aber nicht lesen: nur Lieferant.",
    en: "{organisation} is under a listed access law but cannot read the data: supplier only.",
  },
  "exposure.found.access-unknown": {
    de: "{organisation} steht unter einem gelisteten Zugriffsgesetz; ob sie die Daten lesen kann, ist unbekannt.",
    en: "{organisation} is under a listed access law; whether it can read the data is unknown.",
  },
  "exposure.found.nothing": {
    de: "Zu {organisation} ist kein gelistetes Zugriffsgesetz gefunden, alle Glieder sind bekannt.",
    en: "No listed access law found for {organisation}, all links are known.",
  },
  "exposure.found.nothing-yet": {
    de: "Zu {organisation} ist bisher kein gelistetes Zugriffsgesetz gefunden, aber es fehlen Angaben.",
    en: "No listed access law found for {organisation} so far, but information is missing.",
  },
  "exposure.found.unknown-organisation": {
    de: "Die Organisation in dieser Rolle ist nicht bekannt.",
    en: "The organisation in this role is not known.",
  },
  "exposure.missing.no-role": { de: "Keine Rolle ist besetzt.", en: "No role is filled." },
  "exposure.missing.role": { de: "{role}: nicht angegeben.", en: "{role}: not stated." },
  "exposure.missing.role-holder": { de: "{role}: unbekannt, wer.", en: "{role}: unknown who it is." },
  "exposure.missing.role-doubtful": {
    de: "{role}: {organisation} ist nur mit geringem Vertrauen angegeben.",
    en: "{role}: {organisation} is stated with low confidence only.",
  },
  "exposure.missing.organisation": {
    de: "Zu {organisation} ist nichts hinterlegt.",
    en: "Nothing is recorded about {organisation}.",
  },
  "exposure.missing.access": {
    de: "Ob {organisation} ({role}) die Daten lesen kann, ist unbekannt.",
    en: "Whether {organisation} ({role}) can read the data is unknown.",
  },
  "exposure.missing.ownership": {
    de: "Eigentümer von {organisation} unbekannt.",
    en: "Ownership of {organisation} unknown.",
  },
  "exposure.missing.ownership-unproven": {
    de: "Eigentümer von {organisation} nur mit geringem Vertrauen bekannt; das ist kein Nachweis.",
    en: "Ownership of {organisation} known with low confidence only; that is no proof.",
  },
  "exposure.missing.owner": {
    de: "Ein Beteiligter an {organisation} ist unbekannt.",
    en: "A holder of {organisation} is unknown.",
  },
  "exposure.missing.share": {
    de: "Anteil von {owner} an {organisation} unbekannt.",
    en: "Share of {owner} in {organisation} unknown.",
  },
  "exposure.missing.holder": {
    de: "Welches Recht für {owner}, beteiligt an {organisation}, gilt, ist unbekannt.",
    en: "Which law binds {owner}, a holder of {organisation}, is unknown.",
  },
  "exposure.missing.link-doubtful": {
    de: "Beteiligung von {owner} an {organisation} nur mit geringem Vertrauen bekannt.",
    en: "Holding of {owner} in {organisation} known with low confidence only.",
  },
  "exposure.missing.seat": { de: "Sitz von {organisation} unbekannt.", en: "Seat of {organisation} unknown." },
  "exposure.missing.law": {
    de: "Ob das Recht von {country} auf Daten bei {organisation} im Ausland zugreift, ist ungeklärt.",
    en: "Whether the law of {country} reaches data that {organisation} holds abroad is unsettled.",
  },
};

export const ROLE_NAMES: Readonly<Record<OrganisationRole, Text>> = {
  maker: { de: "Hersteller", en: "Maker" },
  operator: { de: "Betreiber", en: "Operator" },
  host: { de: "Hoster", en: "Host" },
  support: { de: "Wartung", en: "Support" },
  "key-holder": { de: "Schlüsselhalter", en: "Key holder" },
  "sub-processor": { de: "Unterauftragnehmer", en: "Sub-processor" },
};

const ROLE_PHRASES: Readonly<Record<OrganisationRole, Text>> = {
  maker: { de: "hergestellt von", en: "made by" },
  operator: { de: "betrieben von", en: "operated by" },
  host: { de: "gehostet bei", en: "hosted by" },
  support: { de: "gewartet von", en: "supported by" },
  "key-holder": { de: "Schlüssel bei", en: "keys held by" },
  "sub-processor": { de: "im Unterauftrag bei", en: "sub-processed by" },
};

const UNKNOWN: Text = { de: "unbekannt", en: "unknown" };

function number(value: number, lang: TextLanguage): string {
  const text = String(Math.round(value * 100) / 100);
  return lang === "de" ? text.replace(".", ",") : text;
}

function isRole(value: unknown): value is OrganisationRole {
  return typeof value === "string" && Object.hasOwn(ROLE_NAMES, value);
}

/** The sentence of a reason of this room; an unknown key comes back as it is, so that nothing is hidden. */
export function describeReason(reason: Reason, lang: TextLanguage): string {
  const text = Object.hasOwn(EXPOSURE_TEXTS, reason.key) ? EXPOSURE_TEXTS[reason.key]?.[lang] : undefined;
  if (text === undefined) return reason.key;
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = reason.params?.[name];
    if (value === undefined) return placeholder;
    if (name === "role" && isRole(value)) return ROLE_NAMES[value][lang];
    if (name === "law" && typeof value === "string") return shortLawName(value);
    return typeof value === "number" ? number(value, lang) : value;
  });
}

/** The part of a law's name people use: "CLOUD Act / Stored Communications Act, 18 U.S.C. …" → "CLOUD Act". */
export function shortLawName(name: string): string {
  const short = name.split(/ \/ |, | \(/)[0]?.trim() ?? "";
  return short.length >= 3 ? short : name;
}

/**
 * A path as one readable line: "Bürgerportal → betrieben von X GmbH (DE) → zu 100 % im Besitz von X Inc. (US) → CLOUD Act
 * (2018)". `from` is the name of the service it starts at; left out, the line starts with the role.
 */
export function describePath(links: readonly PathLink[], lang: TextLanguage, from?: string): string {
  const parts = links.map((link) => describeLink(link, lang));
  return [...(from === undefined ? [] : [from]), ...parts].join(" → ");
}

function describeLink(link: PathLink, lang: TextLanguage): string {
  const name = link.toName === "" ? UNKNOWN[lang] : link.toName;
  const placed = link.country === null ? name : `${name} (${link.country})`;
  switch (link.kind) {
    case "role":
      return link.role === undefined ? placed : `${ROLE_PHRASES[link.role][lang]} ${placed}`;
    case "owned-by": {
      if (link.share === null || link.share === undefined)
        return `${lang === "de" ? "beherrscht von" : "controlled by"} ${placed}`;
      const share = number(link.share, lang);
      return lang === "de" ? `zu ${share} % im Besitz von ${placed}` : `owned ${share} % by ${placed}`;
    }
    case "affiliate":
      return `${lang === "de" ? "mit Niederlassung oder Tochter in" : "with a branch or subsidiary in"} ${link.country ?? UNKNOWN[lang]}`;
    case "subject-to": {
      const law = shortLawName(link.toName);
      return link.year === null || link.year === undefined || law.includes(String(link.year))
        ? law
        : `${law} (${link.year})`;
    }
  }
}
