import type { Text } from "../method/types";
import { EC_OPERATION_TEXTS } from "./texts-ec-operation";
import { EC_STRATEGY_TEXTS } from "./texts-ec-strategy";
import { EC_TECHNOLOGY_TEXTS } from "./texts-ec-technology";

/** A sentence for every reason key that only the further methods' derivations use. EU stands for EU and EEA where the method counts both. */
export const DERIVATION_TEXTS: Readonly<Record<string, Text>> = {
  ...EC_STRATEGY_TEXTS,
  ...EC_OPERATION_TEXTS,
  ...EC_TECHNOLOGY_TEXTS,
  "derive.noFact": {
    de: "Nicht ableitbar: Kein erfasster Fakt sagt dazu etwas; es braucht eine Angabe oder einen Nachweis.",
    en: "Not derivable: no recorded fact speaks to this; it takes a statement or a proof.",
  },
  "derive.party.no-maker": {
    de: "Nicht ableitbar: Kein Hersteller angegeben.",
    en: "Not derivable: no maker is stated.",
  },
  "derive.party.no-operator": {
    de: "Nicht ableitbar: Kein Betreiber angegeben.",
    en: "Not derivable: no operator is stated.",
  },
  "derive.party.uncertain": {
    de: "Nicht ableitbar: Sitz, Eigentümer oder Rolle von {organisation} sind nicht sicher bekannt.",
    en: "Not derivable: seat, owners or role of {organisation} are not known for certain.",
  },
  "derive.party.unnamed-maker": {
    de: "Nicht ableitbar: Wer die Software herstellt, ist nicht bekannt.",
    en: "Not derivable: who makes the software is not known.",
  },
  "derive.party.unnamed-operator": {
    de: "Nicht ableitbar: Wer den Dienst betreibt, ist nicht bekannt.",
    en: "Not derivable: who operates the service is not known.",
  },
  "derive.party.unnamed-host": {
    de: "Nicht ableitbar: Bei wem der Dienst beherbergt ist, ist nicht bekannt.",
    en: "Not derivable: who hosts the service is not known.",
  },
  "derive.party.unnamed-support": {
    de: "Nicht ableitbar: Wer Unterstützung leistet, ist nicht bekannt.",
    en: "Not derivable: who gives support is not known.",
  },
  "derive.party.unnamed-key-holder": {
    de: "Nicht ableitbar: Wer Schlüssel hält, ist nicht bekannt.",
    en: "Not derivable: who holds keys is not known.",
  },
  "derive.party.unnamed-sub-processor": {
    de: "Nicht ableitbar: Ein Unterauftragnehmer ist nicht bekannt.",
    en: "Not derivable: a sub-processor is not known.",
  },
  "derive.location.unstated": {
    de: "Nicht ableitbar: Wo die Daten liegen, ist nicht angegeben.",
    en: "Not derivable: where the data is stored is not stated.",
  },
  "derive.location.unlisted": {
    de: "Nicht ableitbar: Zum Ort der Daten ({location}) fehlt die Zuordnung zu einem Rechtsraum.",
    en: "Not derivable: the place of the data ({location}) is not assigned to a legal area.",
  },
  "derive.location.ofReader": {
    de: "Nicht ableitbar: {organisation} kann die Daten lesen; von wo, ist nicht angegeben.",
    en: "Not derivable: {organisation} can read the data; from where is not stated.",
  },
  "derive.basel.legal.outside": {
    de: "{organisation} sitzt außerhalb von EU und Schweiz und wird auch von dort beherrscht ({parent}).",
    en: "{organisation} is seated outside the EU and Switzerland and controlled from there as well ({parent}).",
  },
  "derive.basel.legal.parent": {
    de: "{organisation} steht nur zum Teil unter dem Recht der EU oder der Schweiz; an der Spitze steht {parent}.",
    en: "{organisation} is only partly under the law of the EU or Switzerland; at the top stands {parent}.",
  },
  "derive.basel.legal.data": {
    de: "Der Anbieter steht unter dem Recht der EU oder der Schweiz, die Daten liegen aber außerhalb ({location}).",
    en: "The provider is under the law of the EU or Switzerland, but the data is outside ({location}).",
  },
  "derive.basel.legal.subcontractor": {
    de: "Der Anbieter steht unter dem Recht der EU oder der Schweiz, {organisation} ({parent}) mit Zugriff auf Daten aber nicht allein.",
    en: "The provider is under the law of the EU or Switzerland, but {organisation} ({parent}) with access to data is not under it alone.",
  },
  "derive.basel.legal.reached": {
    de: "Nicht ableitbar: Dass kein Gesetz eines Drittstaats {organisation} erreicht, steht nicht fest.",
    en: "Not derivable: it is not certain that no law of a third country reaches {organisation}.",
  },
  "derive.basel.legal.inside": {
    de: "Anbieter, Eigentümer, Unterauftragnehmer mit Zugriff und Daten stehen unter dem Recht der EU oder der Schweiz.",
    en: "Provider, owners, subcontractors with access and data are under the law of the EU or Switzerland.",
  },
  "derive.basel.exit.clause": {
    de: "Für {product} sind Alternativen genannt ({count}: {names}), und der Ausstieg ist vertraglich geregelt.",
    en: "Alternatives to {product} are named ({count}: {names}), and the exit is settled by contract.",
  },
  "derive.basel.exit.market": {
    de: "Für {product} sind Alternativen genannt ({count}: {names}); der Aufwand eines Wechsels ist nicht geklärt.",
    en: "Alternatives to {product} are named ({count}: {names}); the effort of a move is not settled.",
  },
  "derive.basel.data.partly": {
    de: "Die Datenrückgabe ist geregelt, und {product} kennt offene Formate ({names}); dass wirklich alles herauskommt, ist nicht belegt.",
    en: "Return of data is settled, and {product} knows open formats ({names}); that really everything comes out is not proven.",
  },
  "derive.basel.data.no": {
    de: "Die Datenrückgabe ist nicht geregelt, und für {product} sind nur herstellereigene Formate genannt: {names}.",
    en: "Return of data is not settled, and only proprietary formats are named for {product}: {names}.",
  },
  "derive.c3a.law.outside": {
    de: "{organisation} sitzt außerhalb der EU und wird auch von dort beherrscht ({parent}).",
    en: "{organisation} is seated outside the EU and controlled from there as well ({parent}).",
  },
  "derive.c3a.law.parent": {
    de: "Nicht ableitbar: {organisation} und {parent} stehen nicht auf derselben Seite; welches Recht vereinbart ist, ist nicht erfasst.",
    en: "Not derivable: {organisation} and {parent} do not stand on the same side; which law is agreed is not recorded.",
  },
  "derive.c3a.law.inside": {
    de: "{organisation} sitzt in der EU und wird von dort beherrscht.",
    en: "{organisation} is seated in the EU and controlled from there.",
  },
  "derive.c3a.seat.outside": {
    de: "Der Sitz von {organisation} liegt außerhalb der EU.",
    en: "The seat of {organisation} is outside the EU.",
  },
  "derive.c3a.seat.inside": {
    de: "Der Sitz von {organisation} liegt in der EU.",
    en: "The seat of {organisation} is in the EU.",
  },
  "derive.c3a.control.outside": {
    de: "{organisation} wird von außerhalb der EU beherrscht ({parent}).",
    en: "{organisation} is controlled from outside the EU ({parent}).",
  },
  "derive.c3a.control.inside": {
    de: "Über {organisation} bestimmt niemand außerhalb der EU.",
    en: "Nobody outside the EU decides over {organisation}.",
  },
  "derive.c3a.place.outside": {
    de: "Die Daten liegen außerhalb des verlangten Gebiets ({location}).",
    en: "The data is outside the area required ({location}).",
  },
  "derive.c3a.place.tooWide": {
    de: "Nicht ableitbar: Aus der Ortsangabe {location} folgt nicht, ob die Daten im verlangten Gebiet liegen.",
    en: "Not derivable: the place {location} does not say whether the data is within the area required.",
  },
  "derive.c3a.place.readElsewhere": {
    de: "Die Daten liegen in {location}, {organisation} kann sie aber von außerhalb des verlangten Gebiets lesen.",
    en: "The data is in {location}, but {organisation} can read it from outside the area required.",
  },
  "derive.c3a.place.inside": {
    de: "Die Daten liegen im verlangten Gebiet ({location}), und alle, die sie lesen können, arbeiten dort.",
    en: "The data is within the area required ({location}), and all who can read it work there.",
  },
  "derive.c3a.keys.elsewhere": {
    de: "Nicht ableitbar: Die Schlüssel liegen heute nicht allein bei der Stadt; ob es möglich wäre, ist nicht erfasst.",
    en: "Not derivable: today the keys are not with the city alone; whether that would be possible is not recorded.",
  },
  "derive.c3a.keys.noSaas": {
    de: "Nicht ableitbar: Das Kriterium betrifft Software als Dienst; so wird dieser Dienst nicht bezogen.",
    en: "Not derivable: the criterion concerns software as a service, which is not how this service is bought.",
  },
  "derive.c3a.signIn.named": {
    de: "{product} nimmt Anmeldungen über offene Protokolle an: {names}.",
    en: "{product} accepts sign-in through open protocols: {names}.",
  },
  "derive.c3a.signIn.none": {
    de: "Nicht ableitbar: Für {product} ist kein offenes Anmeldeprotokoll genannt, was nicht heißt, dass es keines gibt.",
    en: "Not derivable: no open sign-in protocol is named for {product}, which does not mean that there is none.",
  },
  "derive.c3a.encryption.cipher": {
    de: "Betrieb und Beherbergung sehen nur verschlüsselte Daten, und die Schlüssel hat allein die Stadt.",
    en: "Operator and host see encrypted data only, and the city alone has the keys.",
  },
  "derive.c3a.encryption.readable": {
    de: "Nicht ableitbar: Wer den Dienst betreibt oder beherbergt, sieht nicht nur Verschlüsseltes; ob es möglich wäre, ist nicht erfasst.",
    en: "Not derivable: whoever operates or hosts the service does not see encrypted data only; whether that would be possible is not recorded.",
  },
  "derive.c3a.staff.outside": {
    de: "{organisation} arbeitet für diesen Dienst von außerhalb der EU.",
    en: "{organisation} works for this service from outside the EU.",
  },
  "derive.zendis.tie.coupled": {
    de: "{product} ist geschlossen, und andere Dienste sind herstellereigen daran gekoppelt ({count}).",
    en: "{product} is closed, and other services are coupled to it through its maker's own means ({count}).",
  },
  "derive.zendis.tie.none": {
    de: "{product} ist Open Source; weder herstellereigene Kopplungen noch herstellereigene Formate sind erfasst.",
    en: "{product} is open source; neither proprietary couplings nor proprietary formats are recorded.",
  },
  "derive.zendis.tie.open": {
    de: "Nicht ableitbar: Lizenz, Kopplungen und Formate zusammen ergeben keine Antwort.",
    en: "Not derivable: licence, couplings and formats together give no answer.",
  },
  "derive.zendis.place.provider": {
    de: "Über die Daten entscheidet allein der Anbieter.",
    en: "The provider alone decides on the data.",
  },
  "derive.zendis.place.city": {
    de: "Die Stadt entscheidet allein über die Daten, und ihr Ort ist bekannt ({location}).",
    en: "The city alone decides on the data, and its place is known ({location}).",
  },
  "derive.zendis.place.shared": {
    de: "Nicht ableitbar: Stadt und Anbieter entscheiden gemeinsam; ob die Stadt den Ort bestimmt, folgt daraus nicht.",
    en: "Not derivable: city and provider decide together; whether the city determines the place does not follow from that.",
  },
  "derive.zendis.place.unstated": {
    de: "Nicht ableitbar: Wer über die Daten entscheidet, ist nicht bekannt.",
    en: "Not derivable: who decides on the data is not known.",
  },
  "derive.zendis.provider.grip": {
    de: "{product} ist geschlossen und wird im Konzern seines Herstellers betrieben.",
    en: "{product} is closed and operated within its maker's group.",
  },
  "derive.zendis.provider.city": {
    de: "Die Stadt betreibt freie oder selbst entwickelte Software selbst.",
    en: "The city itself operates free or self-developed software.",
  },
  "derive.zendis.provider.open": {
    de: "Nicht ableitbar: Aus Betreiber, Hersteller und Lizenz folgt keine Antwort.",
    en: "Not derivable: operator, maker and licence give no answer.",
  },
  "derive.zendis.exit.open": {
    de: "Nicht ableitbar: Die Klauseln allein belegen nicht, dass ein Wechsel vorbereitet und möglich ist.",
    en: "Not derivable: the clauses alone do not prove that a change is prepared and possible.",
  },
};
