import type { Lifecycle, OperatingModel, ProtectionNeed } from "../facts";
import { isMissing, MISSING, notUnderstood, understood, wordKey, wordTable, type Reading } from "./reading";

// "mittel" and "medium" stand for different things in scales of three and four: they are asked for, not guessed.
const PROTECTION = wordTable<ProtectionNeed>([
  [
    "normal",
    "1, n, normal, basis, basic, niedrig, gering, niedrig bis mittel, low, laag, faible, normaal, normaali, perus, normale, BBN 1, BBN1",
  ],
  ["high", "2, h, hoch, high, hoog, korkea, élevé, élevée, eleve, BBN 2, BBN2"],
  ["very-high", "3, s, sh, sehr hoch, very high, zeer hoog, erittäin korkea, très élevé, très élevée, BBN 3, BBN3"],
]);

/** Protection need after BSI-Standard 200-2: words in five languages, or 1, 2, 3. */
export function readProtectionNeed(cell: string): Reading<ProtectionNeed> {
  return choose(cell, PROTECTION, "not-a-protection-need");
}

const MODELS = wordTable<OperatingModel>([
  [
    "own-data-centre",
    "own data centre, own data center, own-data-centre, eigenes Rechenzentrum, eigenes RZ, Rechenzentrum der Stadt, Eigenbetrieb, im eigenen Haus, eigener Betrieb, on premises, on premise, on-prem, onprem, lokal, in house, inhouse, in eigen beheer, eigen datacenter, oma konesali, sur site, centre de données propre, interne",
  ],
  [
    "public-provider",
    "public provider, public-provider, municipal/public IT provider, municipal IT provider, public IT provider, kommunaler IT-Dienstleister, öffentlicher IT-Dienstleister, kommunales Rechenzentrum, Zweckverband, gemeentelijke samenwerking, kuntayhtymä, prestataire public",
  ],
  [
    "vendor-saas",
    "vendor SaaS, vendor-saas, SaaS, Software as a Service, SaaS des Herstellers, Hersteller-Cloud, Cloud des Herstellers, Software als Dienst",
  ],
  [
    "hyperscaler",
    "hyperscaler, public cloud, Public-Cloud, Azure, AWS, Amazon Web Services, Google Cloud, GCP, Microsoft Azure",
  ],
  [
    "federal-state-platform",
    "federal/state platform, federal-state-platform, state platform, federal platform, Landesplattform, Bundesplattform, Plattform des Landes, Plattform des Bundes, Landesbetrieb, Bund, Land, valtion palvelu, landelijke voorziening, plateforme nationale",
  ],
  [
    "partner-hosted",
    "partner hosted, partner-hosted, hosting partner, Hosting, Hosting-Partner, extern gehostet, externes Rechenzentrum, externer Dienstleister, Dienstleister, extern, hosted, hosted by partner, extern gehost, hébergé, hébergeur",
  ],
]);

/** Operating model from its id or the usual words; a bare "Cloud" is not understood: it may be three of them. */
export function readOperatingModel(cell: string): Reading<OperatingModel> {
  return choose(cell, MODELS, "not-an-operating-model");
}

const LIFECYCLE_WORDS = wordTable<Lifecycle>([
  [
    "planned",
    "planned, geplant, in Planung, Planung, Projekt, in Einführung, Einführung, in Beschaffung, Pilot, in ontwikkeling, gepland, suunnitteilla, prévu, en projet, planifié, in development",
  ],
  [
    "active",
    "active, aktiv, produktiv, in Betrieb, Betrieb, im Einsatz, in Nutzung, in Produktion, live, in use, in production, operational, in gebruik, actief, käytössä, tuotannossa, en production, en service, actif",
  ],
  [
    "phasing-out",
    "phasing out, phasing-out, phase out, auslaufend, läuft aus, in Ablösung, Ablösung geplant, wird abgelöst, Auslauf, end of life, sunset, uit te faseren, uitfasering, einde ondersteuning, poistumassa, en fin de vie",
  ],
  [
    "retired",
    "retired, abgeschaltet, außer Betrieb, stillgelegt, abgelöst, inaktiv, beendet, decommissioned, inactive, uitgefaseerd, buiten gebruik, poistunut, poistettu käytöstä, hors service, arrêté",
  ],
]);

/** Life cycle from its id or the usual words. */
export function readLifecycle(cell: string): Reading<Lifecycle> {
  return choose(cell, LIFECYCLE_WORDS, "not-a-lifecycle");
}

const YES_NO = wordTable<boolean>([
  [true, "ja, yes, y, j, x, wahr, true, 1, kyllä, k, oui, vrai"],
  [false, "nein, no, falsch, false, 0, ei, nee, non, faux"],
]);

/** Yes or no in five languages; `x` counts as yes, as in lists that are ticked. */
export function readYesNo(cell: string): Reading<boolean> {
  return choose(cell, YES_NO, "not-yes-or-no");
}

function choose<T>(cell: string, table: ReadonlyMap<string, T>, problem: string): Reading<T> {
  if (isMissing(cell)) return MISSING;
  const found = table.get(wordKey(cell));
  return found === undefined ? notUnderstood(problem) : understood(found);
}
