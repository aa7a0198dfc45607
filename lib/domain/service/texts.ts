import type { Text } from "../method/types";
import { DERIVATION_TEXTS } from "./texts-methods";

/** A sentence for every reason key of derived and assessed answers. */
export const SERVICE_TEXTS: Readonly<Record<string, Text>> = {
  ...DERIVATION_TEXTS,
  "answer.assessed": { de: "Von einer Person beantwortet.", en: "Answered by a person." },
  "answer.confirmed": {
    de: "Von einer Person bestätigt; die bekannten Fakten sagen dasselbe.",
    en: "Confirmed by a person; the known facts say the same.",
  },
  "answer.overrides": {
    de: "Von einer Person abweichend von den bekannten Fakten beantwortet.",
    en: "Answered by a person differently from the known facts.",
  },
  "derive.noProduct": {
    de: "Nicht ableitbar: Dem Dienst ist kein Produkt zugeordnet.",
    en: "Not derivable: no product is assigned to the service.",
  },

  "derive.alternative.named": {
    de: "Für {product} nennt der Katalog quelloffene Alternativen ({count}): {names}.",
    en: "For {product} the catalogue names open-source alternatives ({count}): {names}.",
  },
  "derive.alternative.market": {
    de: "Im Katalog stehen für dieselbe Aufgabe wie {product} Produkte von {count} anderen Herstellern: {names}. Ob ein Wechsel mit vertretbarem Aufwand möglich ist, bitte bestätigen.",
    en: "For the same task as {product} the catalogue has products by {count} other makers: {names}. Please confirm that a move is possible with reasonable effort.",
  },
  "derive.alternative.noneNamed": {
    de: "Nicht ableitbar: Für {product} ist keine Alternative genannt, was nicht heißt, dass es keine gibt.",
    en: "Not derivable: no alternative is named for {product}, which does not mean that none exists.",
  },
  "derive.alternative.ownDevelopment": {
    de: "Nicht ableitbar: Für eine Eigenentwicklung kennt der Katalog keine Alternativen.",
    en: "Not derivable: the catalogue knows no alternatives to an own development.",
  },

  "derive.head.eu": {
    de: "{organisation}: An der Spitze steht {parent} mit Sitz in der EU ({country}).",
    en: "{organisation}: at the top stands {parent}, seated in the EU ({country}).",
  },
  "derive.head.outside": {
    de: "{organisation}: An der Spitze steht {parent} mit Sitz außerhalb der EU ({country}).",
    en: "{organisation}: at the top stands {parent}, seated outside the EU ({country}).",
  },
  "derive.head.noMaker": {
    de: "Nicht ableitbar: Kein Hersteller angegeben.",
    en: "Not derivable: no maker is stated.",
  },
  "derive.head.noOperator": {
    de: "Nicht ableitbar: Für einen Cloud-Dienst zählt der Anbieter, und es ist kein Betreiber angegeben.",
    en: "Not derivable: for a cloud service its provider counts, and no operator is stated.",
  },
  "derive.head.organisationUnknown": {
    de: "Nicht ableitbar: Hersteller oder Anbieter ist nicht bekannt.",
    en: "Not derivable: the maker or provider is not known.",
  },
  "derive.head.parentUnknown": {
    de: "Nicht ableitbar: Wer über {parent} steht, ist nicht bekannt.",
    en: "Not derivable: who stands above {parent} is not known.",
  },
  "derive.head.seatUnknown": {
    de: "Nicht ableitbar: Der Sitz von {parent} ist nicht bekannt.",
    en: "Not derivable: the seat of {parent} is not known.",
  },
  "derive.head.lowConfidence": {
    de: "Nicht ableitbar: Die Angaben zu den Eigentümern von {organisation} sind zu unsicher.",
    en: "Not derivable: what is known about the owners of {organisation} is too uncertain.",
  },
  "derive.head.countryUnlisted": {
    de: "Nicht ableitbar: Das Land {country} von {parent} fehlt in der Länderliste.",
    en: "Not derivable: the country {country} of {parent} is missing from the list of countries.",
  },

  "derive.source.open": { de: "{product} ist Open Source.", en: "{product} is open source." },
  "derive.source.openCore": {
    de: "Nicht ableitbar: {product} gibt es als offenen Kern und mit geschlossenen Teilen; es kommt auf die genutzte Ausgabe an.",
    en: "Not derivable: {product} comes as an open core and with closed parts; it depends on the edition in use.",
  },
  "derive.source.available": {
    de: "Der Quellcode von {product} ist einsehbar, die Lizenz ist aber keine Open-Source-Lizenz.",
    en: "The source code of {product} can be read, but its licence is not an open-source licence.",
  },
  "derive.source.proprietary": { de: "{product} ist proprietär.", en: "{product} is proprietary." },
  "derive.source.unknown": {
    de: "Nicht ableitbar: Das Lizenzmodell von {product} ist nicht bekannt.",
    en: "Not derivable: the source model of {product} is not known.",
  },
  "derive.published.yes": {
    de: "Eigenentwicklung, deren Quellcode veröffentlicht ist.",
    en: "Own development whose code is published.",
  },
  "derive.published.no": {
    de: "Eigenentwicklung, deren Quellcode nicht veröffentlicht ist.",
    en: "Own development whose code is not published.",
  },
  "derive.published.unknown": {
    de: "Eigenentwicklung; ob der Quellcode veröffentlicht ist, wurde als unbekannt angegeben.",
    en: "Own development; whether the code is published was stated as unknown.",
  },
  "derive.published.unstated": {
    de: "Nicht ableitbar: Ob der Quellcode der Eigenentwicklung veröffentlicht ist, wurde nicht angegeben.",
    en: "Not derivable: nobody has stated whether the code of this own development is published.",
  },

  "derive.updates.yes": {
    de: "Sicherheitsaktualisierungen sind vertraglich oder durch eine gepflegte Version zugesagt.",
    en: "Security updates are owed by contract or come with a maintained release.",
  },
  "derive.updates.no": {
    de: "Sicherheitsaktualisierungen sind nicht zugesagt.",
    en: "Security updates are not promised.",
  },
  "derive.updates.unknown": {
    de: "Ob Sicherheitsaktualisierungen zugesagt sind, wurde als unbekannt angegeben.",
    en: "Whether security updates are promised was stated as unknown.",
  },
  "derive.updates.unstated": {
    de: "Nicht ableitbar: Zu Sicherheitsaktualisierungen gibt es keine Angabe.",
    en: "Not derivable: nothing is stated about security updates.",
  },

  "derive.standards.ownDevelopment": {
    de: "Nicht ableitbar: Bei einer Eigenentwicklung kennt nur die Stadt Schnittstellen und Formate.",
    en: "Not derivable: only the city knows the interfaces and formats of its own development.",
  },
  "derive.interfaces.proprietary": {
    de: "{product} nutzt herstellereigene Schnittstellen: {names}.",
    en: "{product} uses proprietary interfaces: {names}.",
  },
  "derive.interfaces.noneNamed": {
    de: "Nicht ableitbar: Für {product} ist keine erkannte Schnittstelle genannt.",
    en: "Not derivable: no recognised interface is named for {product}.",
  },
  "derive.interfaces.notProven": {
    de: "Nicht ableitbar: Offene Schnittstellen sind für {product} genannt; dass es nur diese nutzt, ist damit nicht belegt.",
    en: "Not derivable: open interfaces are named for {product}; this does not prove that it uses no others.",
  },
  "derive.interfaces.open": {
    de: "{product} ist Open Source und nutzt anerkannte Standards ({names}), herstellereigene sind nicht genannt.",
    en: "{product} is open source and uses recognised standards ({names}); no proprietary ones are named.",
  },
  "derive.interfaces.share": {
    de: "{open} von {total} genannten Schnittstellen von {product} folgen anerkannten Standards: {names}.",
    en: "{open} of {total} interfaces named for {product} follow recognised standards: {names}.",
  },
  "derive.formats.proprietary": {
    de: "{product} nutzt herstellereigene Dateiformate: {names}.",
    en: "{product} uses proprietary file formats: {names}.",
  },
  "derive.formats.noneNamed": {
    de: "Nicht ableitbar: Für {product} ist kein erkanntes Dateiformat genannt.",
    en: "Not derivable: no recognised file format is named for {product}.",
  },
  "derive.formats.notProven": {
    de: "Nicht ableitbar: Offene Dateiformate sind für {product} genannt; dass es nur diese nutzt, ist damit nicht belegt.",
    en: "Not derivable: open file formats are named for {product}; this does not prove that it uses no others.",
  },
  "derive.formats.open": {
    de: "{product} ist Open Source und nutzt anerkannte Dateiformate ({names}), herstellereigene sind nicht genannt.",
    en: "{product} is open source and uses recognised file formats ({names}); no proprietary ones are named.",
  },
  "derive.formats.share": {
    de: "{open} von {total} genannten Dateiformaten von {product} sind anerkannte Standards: {names}.",
    en: "{open} of {total} file formats named for {product} are recognised standards: {names}.",
  },
  "derive.export": {
    de: "Nicht ableitbar: Ob sich wirklich alle Daten ausleiten lassen, muss jemand ausprobiert haben.",
    en: "Not derivable: whether really all data can be exported is something somebody has to have tried.",
  },

  "derive.separable.openSource": {
    de: "{product} ist Open Source und kann von der Stadt oder Dritten betrieben werden.",
    en: "{product} is open source and can be operated by the city or by third parties.",
  },
  "derive.separable.published": {
    de: "Der Quellcode der Eigenentwicklung ist veröffentlicht; andere können sie betreiben.",
    en: "The code of the own development is published; others can operate it.",
  },
  "derive.separable.apart": {
    de: "Der Betrieb liegt schon heute nicht beim Konzern des Herstellers.",
    en: "Already today it is not operated by the maker's corporate group.",
  },
  "derive.separable.together": {
    de: "Der Dienst wird als Angebot des Herstellers aus dessen eigenem Konzern betrieben.",
    en: "The service is the maker's own offering, operated by its corporate group.",
  },
  "derive.separable.noModel": {
    de: "Nicht ableitbar: Das Betriebsmodell ist nicht angegeben.",
    en: "Not derivable: the operating model is not stated.",
  },
  "derive.separable.unclear": {
    de: "Nicht ableitbar: Aus Betriebsmodell und beteiligten Organisationen ergibt sich keine Antwort.",
    en: "Not derivable: operating model and organisations involved give no answer.",
  },

  "derive.exit.good": {
    de: "Ausstieg und Datenrückgabe sind geregelt, Kündigungsfrist {months} Monate (höchstens {limit}).",
    en: "Exit and return of data are settled, notice period {months} months (at most {limit}).",
  },
  "derive.exit.longNotice": {
    de: "Ausstieg und Datenrückgabe sind geregelt, die Kündigungsfrist von {months} Monaten liegt über {limit}.",
    en: "Exit and return of data are settled, but the notice period of {months} months exceeds {limit}.",
  },
  "derive.exit.oneClause": {
    de: "Nur eines von beiden ist geregelt: Ausstieg oder Datenrückgabe.",
    en: "Only one of the two is settled: exit or return of data.",
  },
  "derive.exit.none": {
    de: "Weder Ausstieg noch Datenrückgabe sind geregelt.",
    en: "Neither exit nor return of data is settled.",
  },
  "derive.exit.unstated": {
    de: "Nicht ableitbar: Zu Ausstiegs- oder Datenrückgabeklausel fehlt die Angabe.",
    en: "Not derivable: nothing is stated about the exit or the data-return clause.",
  },
  "derive.exit.unknown": {
    de: "Nicht ableitbar: Ausstiegs- oder Datenrückgabeklausel ist als unbekannt angegeben.",
    en: "Not derivable: the exit or the data-return clause is stated as unknown.",
  },
  "derive.exit.noNotice": {
    de: "Nicht ableitbar: Die Kündigungsfrist fehlt.",
    en: "Not derivable: the notice period is missing.",
  },
  "derive.skills.stated": { de: "Angabe der Stadt zu den Kenntnissen.", en: "The city's own statement about skills." },
  "derive.skills.unstated": {
    de: "Nicht ableitbar: Zu den Kenntnissen gibt es keine Angabe.",
    en: "Not derivable: nothing is stated about skills.",
  },

  "derive.doubleGrip.city": {
    de: "Die Stadt betreibt den Dienst im eigenen Rechenzentrum.",
    en: "The city operates the service in its own data centre.",
  },
  "derive.doubleGrip.ownDevelopment": {
    de: "Eigenentwicklung: Hersteller ist die Stadt selbst.",
    en: "Own development: the city itself is the maker.",
  },
  "derive.doubleGrip.public": {
    de: "Betrieben von einem öffentlichen Träger: {operator}.",
    en: "Operated by a public body: {operator}.",
  },
  "derive.doubleGrip.yes": {
    de: "{maker} (Hersteller) und {operator} (Betrieb) gehören zum selben Konzern.",
    en: "{maker} (maker) and {operator} (operation) belong to one corporate group.",
  },
  "derive.doubleGrip.no": {
    de: "Hersteller und Betreiber gehören zu verschiedenen Konzernen.",
    en: "Maker and operator belong to different corporate groups.",
  },
  "derive.doubleGrip.unknown": {
    de: "Nicht ableitbar: Ob {maker} und {operator} zum selben Konzern gehören, ist nicht bekannt.",
    en: "Not derivable: whether {maker} and {operator} belong to one corporate group is not known.",
  },
  "derive.doubleGrip.noMaker": {
    de: "Nicht ableitbar: Kein Hersteller angegeben.",
    en: "Not derivable: no maker is stated.",
  },
  "derive.doubleGrip.noOperator": {
    de: "Nicht ableitbar: Kein Betreiber angegeben.",
    en: "Not derivable: no operator is stated.",
  },
  "derive.couplings": {
    de: "Erfasste herstellereigene Kopplungen anderer Dienste an diesen: {count}.",
    en: "Recorded proprietary couplings of other services to this one: {count}.",
  },

  "derive.exposure.class": {
    de: "Aus Rollen und Eigentümern ergibt sich {class}.",
    en: "Roles and owners give {class}.",
  },
  "derive.exposure.range": {
    de: "Noch offen zwischen {best} und {worst}, weil Angaben zu Rollen oder Eigentümern fehlen.",
    en: "Still open between {best} and {worst} because facts about roles or owners are missing.",
  },
  "derive.keys.city": { de: "Die Stadt hält die Schlüssel allein.", en: "The city alone holds the keys." },
  "derive.keys.provider": {
    de: "Der Anbieter hält die Schlüssel, allein oder gemeinsam mit der Stadt.",
    en: "The provider holds the keys, alone or together with the city.",
  },
  "derive.keys.unknown": {
    de: "Wer die Schlüssel hält, wurde als unbekannt angegeben.",
    en: "Who holds the keys was stated as unknown.",
  },
  "derive.keys.unstated": {
    de: "Nicht ableitbar: Wer die Schlüssel hält, wurde nicht angegeben.",
    en: "Not derivable: nobody has stated who holds the keys.",
  },

  "derive.licence.open": {
    de: "{product} steht vollständig unter einer offenen Lizenz ({licence}).",
    en: "{product} is completely under an open licence ({licence}).",
  },
  "derive.licence.open-core": {
    de: "{product} hat einen offenen Kern und geschlossene Teile ({licence}).",
    en: "{product} has an open core and closed parts ({licence}).",
  },
  "derive.licence.source-available": {
    de: "Der Quellcode von {product} ist einsehbar, die Lizenz ({licence}) ist nicht offen.",
    en: "The source code of {product} can be read, but the licence ({licence}) is not open.",
  },
  "derive.licence.proprietary": {
    de: "{product} ist proprietär ({licence}).",
    en: "{product} is proprietary ({licence}).",
  },
  "derive.licence.unknown": {
    de: "Nicht ableitbar: Die Lizenz von {product} ({licence}) ist nicht bekannt oder nicht erkannt.",
    en: "Not derivable: the licence of {product} ({licence}) is not known or not recognised.",
  },
  "derive.shaping.ownDevelopment": {
    de: "Die Stadt entwickelt die Software selbst.",
    en: "The city develops the software itself.",
  },
  "derive.shaping.openSource": {
    de: "{product} ist Open Source: Beiträge und eine eigene Abspaltung sind möglich.",
    en: "{product} is open source: contributions and a fork of one's own are possible.",
  },
  "derive.shaping.openCore": {
    de: "{product} hat einen offenen Kern: Nur diesen kann die Stadt mitgestalten.",
    en: "{product} has an open core: the city can shape only that part.",
  },
  "derive.shaping.proprietary": {
    de: "{product} ist proprietär: Über die Entwicklung entscheidet allein der Hersteller.",
    en: "{product} is proprietary: its maker alone decides on the development.",
  },
  "derive.shaping.sourceAvailable": {
    de: "Nicht ableitbar: Ob die Lizenz von {product} eigene Änderungen zulässt, ist zu prüfen.",
    en: "Not derivable: whether the licence of {product} allows own changes needs checking.",
  },
};
