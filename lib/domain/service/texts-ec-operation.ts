import type { Text } from "../method/types";

/** Sentences for the Commission's SOV-3 and SOV-4. */
export const EC_OPERATION_TEXTS: Readonly<Record<string, Text>> = {
  "derive.ec.keys.provider": {
    de: "Der Anbieter allein hält die Schlüssel.",
    en: "The provider alone holds the keys.",
  },
  "derive.ec.keys.shared": {
    de: "Stadt und Anbieter halten die Schlüssel gemeinsam.",
    en: "City and provider hold the keys together.",
  },
  "derive.ec.keys.city": {
    de: "Die Stadt allein hält die Schlüssel, und niemand sonst kann die Daten lesen.",
    en: "The city alone holds the keys, and nobody else can read the data.",
  },
  "derive.ec.keys.cityButReadable": {
    de: "Die Stadt hält die Schlüssel; dass sonst niemand die Daten lesen kann, ist nicht gesichert.",
    en: "The city holds the keys; that nobody else can read the data is not certain.",
  },
  "derive.ec.location.outside": {
    de: "Die Daten liegen außerhalb der EU ({location}).",
    en: "The data is outside the EU ({location}).",
  },
  "derive.ec.location.readOutside": {
    de: "Die Daten liegen in der EU ({location}), {organisation} kann sie aber von außerhalb lesen.",
    en: "The data is in the EU ({location}), but {organisation} can read it from outside.",
  },
  "derive.ec.location.inside": {
    de: "Die Daten liegen in der EU ({location}), und alle, die sie lesen können, arbeiten dort; Ausweichorte sind nicht erfasst.",
    en: "The data is in the EU ({location}), and all who can read it work there; fallback places are not recorded.",
  },
  "derive.ec.location.insideBySeat": {
    de: "Die Daten liegen in der EU ({location}); wer sie lesen kann, sitzt dort, der Ort des Zugriffs ist aber nicht für alle angegeben.",
    en: "The data is in the EU ({location}); those who can read it are seated there, but the place of access is not stated for all.",
  },
  "derive.ec.portability.own": {
    de: "Die Stadt betreibt freie oder selbst entwickelte Software im eigenen Rechenzentrum; die Daten liegen schon bei ihr.",
    en: "The city runs free or self-developed software in its own data centre; the data is already with it.",
  },
  "derive.ec.portability.clauses": {
    de: "Ausstieg und Datenrückgabe sind vertraglich geregelt.",
    en: "Exit and return of data are settled by contract.",
  },
  "derive.ec.operation.outside": {
    de: "{organisation} betreibt den Dienst von außerhalb der EU.",
    en: "{organisation} operates the service from outside the EU.",
  },
  "derive.ec.operation.partly": {
    de: "{organisation} betreibt einen Teil des Dienstes von außerhalb der EU.",
    en: "{organisation} operates part of the service from outside the EU.",
  },
  "derive.ec.operation.group": {
    de: "{organisation} steht nicht allein in der EU ({parent}); nur ein Teil des Betriebs ist dort gesichert.",
    en: "{organisation} does not stand in the EU alone ({parent}); only part of the operation is certain to be there.",
  },
  "derive.ec.operation.helpOutside": {
    de: "Betrieben wird in der EU, mit Unterstützung durch {organisation} ({parent}).",
    en: "It is operated in the EU, with help from {organisation} ({parent}).",
  },
  "derive.ec.operation.inside": {
    de: "Betrieb, Beherbergung und Unterstützung liegen, soweit genannt, bei Stellen in der EU ({organisation}); dass alle Ebenen dazugehören, ist nicht belegt.",
    en: "Operation, hosting and support, as far as named, are with parties in the EU ({organisation}); that this covers every layer is not proven.",
  },
  "derive.ec.skills.unknown": {
    de: "Ob die Kenntnisse vorhanden sind, wurde als unbekannt angegeben.",
    en: "Whether the skills are available was stated as unknown.",
  },
  "derive.ec.skills.inside": {
    de: "Die Kenntnisse sind vorhanden, und Betreiber wie Hersteller stehen in der EU.",
    en: "The skills are available, and operator and maker both stand in the EU.",
  },
  "derive.ec.skills.insideOnly": {
    de: "Betreiber und Hersteller stehen in der EU; eigene Kenntnisse der Stadt oder weitere Anbieter sind nicht zugesichert.",
    en: "Operator and maker stand in the EU; skills of the city's own or further suppliers are not assured.",
  },
  "derive.ec.skills.makerOutside": {
    de: "Die Kenntnisse sind vorhanden; für schwierige Fälle braucht es {organisation} ({parent}).",
    en: "The skills are available; hard cases need {organisation} ({parent}).",
  },
  "derive.ec.skills.operatorOutside": {
    de: "Eigene Kenntnisse sind vorhanden, der Betrieb liegt aber bei {organisation} ({parent}).",
    en: "Own skills are available, but operation is with {organisation} ({parent}).",
  },
  "derive.ec.skills.outside": {
    de: "Die Kenntnisse fehlen ganz oder zum Teil, und Betreiber wie Hersteller stehen nicht allein in der EU ({organisation}).",
    en: "The skills are missing wholly or in part, and operator and maker do not stand in the EU alone ({organisation}).",
  },
  "derive.ec.skills.notEnough": {
    de: "Nicht ableitbar: Die Kenntnisse fehlen ganz oder zum Teil; wo die Fachleute sitzen, folgt daraus nicht.",
    en: "Not derivable: skills are missing wholly or in part; where the experts are does not follow from that.",
  },
  "derive.ec.support.none": {
    de: "Nicht ableitbar: Wer Unterstützung leistet, ist nicht angegeben.",
    en: "Not derivable: who gives support is not stated.",
  },
  "derive.ec.support.outside": {
    de: "{organisation} leistet Unterstützung von außerhalb der EU.",
    en: "{organisation} gives support from outside the EU.",
  },
  "derive.ec.support.group": {
    de: "{organisation} unterstützt aus der EU, gehört aber zu {parent}.",
    en: "{organisation} gives support from the EU but belongs to {parent}.",
  },
  "derive.ec.support.groupUnplaced": {
    de: "{organisation} gehört zu {parent}; von wo unterstützt wird, ist nicht angegeben.",
    en: "{organisation} belongs to {parent}; from where support is given is not stated.",
  },
  "derive.ec.support.inside": {
    de: "Unterstützung kommt aus der EU, von {organisation}.",
    en: "Support comes from the EU, from {organisation}.",
  },
  "derive.ec.support.insideBySeat": {
    de: "{organisation} steht in der EU; von wo in jedem Fall unterstützt wird, ist nicht angegeben.",
    en: "{organisation} stands in the EU; from where support is given in every case is not stated.",
  },
  "derive.ec.knowHow.city": {
    de: "Die Stadt hat die Software entwickelt und betreibt sie; das Wissen liegt bei ihr.",
    en: "The city developed the software and operates it; the know-how is with the city.",
  },
  "derive.ec.knowHow.elsewhere": {
    de: "Nicht ableitbar: Die Stadt hat die Software entwickelt; ob auch das Betriebswissen bei ihr liegt, ist nicht bekannt.",
    en: "Not derivable: the city developed the software; whether it also holds the know-how for operation is not known.",
  },
  "derive.ec.knowHow.outside": {
    de: "Das Wissen über {product} liegt bei {organisation} ({parent}) und damit nicht allein in der EU.",
    en: "The know-how about {product} is with {organisation} ({parent}) and thus not in the EU alone.",
  },
  "derive.ec.knowHow.operator": {
    de: "Nicht ableitbar: Der Betrieb liegt bei {organisation}, das nicht allein in der EU steht; wo das Betriebswissen liegt, ist nicht erfasst.",
    en: "Not derivable: operation is with {organisation}, which does not stand in the EU alone; where the know-how is kept is not recorded.",
  },
  "derive.ec.knowHow.inside": {
    de: "Hersteller und Betreiber stehen in der EU; dass nichts außerhalb liegt, ist nicht belegt.",
    en: "Maker and operator stand in the EU; that nothing is kept outside is not proven.",
  },
  "derive.ec.knowHow.openSource": {
    de: "{product} ist Open Source, der Betreiber steht in der EU; der Hersteller {organisation} nicht allein.",
    en: "{product} is open source and its operator stands in the EU; its maker {organisation} does not stand there alone.",
  },
  "derive.ec.suppliers.host": {
    de: "{organisation} beherbergt den Dienst und kann von außerhalb der EU zum Abschalten gebracht werden ({parent}).",
    en: "{organisation} hosts the service and can be made to switch it off from outside the EU ({parent}).",
  },
  "derive.ec.suppliers.doubleGrip": {
    de: "{organisation} ({parent}) stellt die Software her, und derselbe Konzern betreibt oder beherbergt sie.",
    en: "{organisation} ({parent}) makes the software, and the same group operates or hosts it.",
  },
  "derive.ec.suppliers.helper": {
    de: "{organisation} ({parent}) kann seine Mitwirkung einstellen; der Dienst liefe zunächst weiter.",
    en: "{organisation} ({parent}) can end its part; the service would go on for a while.",
  },
};
