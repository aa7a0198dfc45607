import type { Text } from "../method/types";

/** Sentences for the Commission's SOV-5 to SOV-7. */
export const EC_TECHNOLOGY_TEXTS: Readonly<Record<string, Text>> = {
  "derive.ec.software.city": {
    de: "Die Stadt hat die Software selbst entwickelt; die Herkunft aller Bestandteile ist nicht erfasst.",
    en: "The city developed the software itself; the origin of all its parts is not recorded.",
  },
  "derive.ec.software.inside": {
    de: "Der Kern stammt von Herstellern aus der EU, darunter {organisation}; die Herkunft aller Bestandteile ist nicht erfasst.",
    en: "The core comes from makers in the EU, among them {organisation}; the origin of all parts is not recorded.",
  },
  "derive.ec.software.blackBox": {
    de: "Die Software ist geschlossen und stammt von {organisation} ({parent}), nicht allein aus der EU.",
    en: "The software is closed and comes from {organisation} ({parent}), not from the EU alone.",
  },
  "derive.ec.software.foreign": {
    de: "Ein Teil der Software stammt nicht allein aus der EU ({organisation}, {parent}), ein Teil ist offen oder aus der EU.",
    en: "Part of the software does not come from the EU alone ({organisation}, {parent}); part of it is open or from the EU.",
  },
  "derive.ec.updates.bothOutside": {
    de: "{maker} bestimmt die Aktualisierungen, {operator} spielt sie ein; beide stehen nicht allein in der EU.",
    en: "{maker} controls updates and {operator} installs them; neither stands in the EU alone.",
  },
  "derive.ec.updates.makerOutside": {
    de: "{operator} spielt Aktualisierungen in der EU ein; bestimmt werden sie von {maker}, nicht allein aus der EU.",
    en: "{operator} installs updates in the EU; they are controlled by {maker}, not from the EU alone.",
  },
  "derive.ec.updates.operatorOutside": {
    de: "{maker} bestimmt die Aktualisierungen in der EU; eingespielt werden sie von {operator}, nicht allein dort.",
    en: "{maker} controls updates in the EU; they are installed by {operator}, which does not stand there alone.",
  },
  "derive.ec.updates.inside": {
    de: "{maker} bestimmt die Aktualisierungen und {operator} spielt sie ein, beide in der EU.",
    en: "{maker} controls updates and {operator} installs them, both in the EU.",
  },
  "derive.ec.dependency.all": {
    de: "Alle genannten Anbieter ({total}) stehen nicht allein in der EU.",
    en: "None of the vendors named ({total}) stands in the EU alone.",
  },
  "derive.ec.dependency.most": {
    de: "{outside} von {total} genannten Anbietern stehen nicht allein in der EU; Alternativen sind nicht genannt.",
    en: "{outside} of {total} vendors named do not stand in the EU alone; no alternatives are named.",
  },
  "derive.ec.dependency.mostWithAlternatives": {
    de: "{outside} von {total} genannten Anbietern stehen nicht allein in der EU; Alternativen sind genannt: {names}.",
    en: "{outside} of {total} vendors named do not stand in the EU alone; alternatives are named: {names}.",
  },
  "derive.ec.dependency.few": {
    de: "{outside} von {total} genannten Anbietern stehen nicht allein in der EU und sind hier erfasst.",
    en: "{outside} of {total} vendors named do not stand in the EU alone and are recorded here.",
  },
  "derive.ec.dependency.none": {
    de: "Alle genannten Hersteller und Betreiber stehen in der EU; weitere Anbieter darunter sind nicht erfasst.",
    en: "All makers and operators named stand in the EU; further vendors beneath them are not recorded.",
  },
  "derive.ec.interfaces.mixed": {
    de: "{product} nutzt anerkannte Standards ({names}); dass es nur diese nutzt, ist nicht belegt.",
    en: "{product} uses recognised standards ({names}); that it uses no others is not proven.",
  },
  "derive.ec.standards.none": {
    de: "Für {product} sind nur herstellereigene Schnittstellen und Formate genannt: {names}.",
    en: "Only proprietary interfaces and formats are named for {product}: {names}.",
  },
  "derive.ec.standards.some": {
    de: "{product} nutzt vereinzelt anerkannte Standards ({count}): {names}.",
    en: "{product} uses recognised standards here and there ({count}): {names}.",
  },
  "derive.ec.standards.core": {
    de: "{product} nutzt anerkannte Standards ({count}), mehr als herstellereigene: {names}. Eine verbindliche Regel ist nicht erfasst.",
    en: "{product} uses recognised standards ({count}), more than proprietary ones: {names}. A binding policy is not recorded.",
  },
  "derive.ec.licence.core": {
    de: "{product} hat einen offenen Kern und geschlossene Teile; offen einsehbar ist nur der Kern.",
    en: "{product} has an open core and closed parts; only the core can be read.",
  },
  "derive.ec.licence.open": {
    de: "{product} ist Open Source; wer das Projekt steuert, ist nicht erfasst.",
    en: "{product} is open source; who governs the project is not recorded.",
  },
  "derive.ec.architecture.open": {
    de: "{product} ist Open Source: Der Aufbau lässt sich am Quellcode nachvollziehen.",
    en: "{product} is open source: its architecture can be followed in the source code.",
  },
  "derive.ec.architecture.partly": {
    de: "Der Quellcode von {product} ist zum Teil oder mit Einschränkungen einsehbar.",
    en: "The source code of {product} can be read in part or with restrictions.",
  },
  "derive.ec.architecture.closed": {
    de: "Nicht ableitbar: {product} ist geschlossen; was der Hersteller über den Aufbau offenlegt, ist nicht erfasst.",
    en: "Not derivable: {product} is closed; what its maker discloses about the architecture is not recorded.",
  },
  "derive.ec.architecture.own": {
    de: "Nicht ableitbar: Der Quellcode der Eigenentwicklung ist nicht als veröffentlicht angegeben.",
    en: "Not derivable: the code of the own development is not stated as published.",
  },
  "derive.ec.maintenance.free": {
    de: "Die Stadt betreibt freie oder selbst entwickelte Software und kann sie selbst aktualisieren; Prüfungen davor sind nicht erfasst.",
    en: "The city operates free or self-developed software and can patch it itself; checks before that are not recorded.",
  },
  "derive.ec.maintenance.vendor": {
    de: "Die Stadt spielt Aktualisierungen von {product} ein, ist aber auf die des Herstellers angewiesen.",
    en: "The city installs the updates of {product} but depends on those its maker provides.",
  },
  "derive.ec.maintenance.provider": {
    de: "Über den Betrieb entscheidet allein der Anbieter.",
    en: "The provider alone decides on operation.",
  },
  "derive.ec.maintenance.shared": {
    de: "Stadt und Anbieter entscheiden gemeinsam über den Betrieb; eine Vorlaufzeit mit Tests ist nicht erfasst.",
    en: "City and provider decide on operation together; advance notice with testing is not recorded.",
  },
  "derive.ec.maintenance.saas": {
    de: "Der Dienst wird als Angebot des Herstellers bezogen; dieser spielt Aktualisierungen nach eigenem Plan ein.",
    en: "The service is bought as its maker's offering, which installs updates to its own schedule.",
  },
  "derive.ec.maintenance.unstated": {
    de: "Nicht ableitbar: Wer über den Betrieb entscheidet, ist nicht angegeben.",
    en: "Not derivable: who decides on operation is not stated.",
  },
};
