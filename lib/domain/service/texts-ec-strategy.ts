import type { Text } from "../method/types";

/** Sentences for the Commission's SOV-1 and SOV-2. */
export const EC_STRATEGY_TEXTS: Readonly<Record<string, Text>> = {
  "derive.ec.control.outside": {
    de: "{organisation} sitzt außerhalb der EU und wird auch von dort beherrscht ({parent}).",
    en: "{organisation} is seated outside the EU and controlled from there as well ({parent}).",
  },
  "derive.ec.control.mostlyOutside": {
    de: "{organisation}: Sitz und Beherrschung liegen nur zum Teil in der EU; an der Spitze steht {parent}.",
    en: "{organisation}: seat and control lie only partly in the EU; at the top stands {parent}.",
  },
  "derive.ec.control.mostlyInside": {
    de: "{organisation} sitzt in der EU und wird nicht von außerhalb beherrscht; nicht alle Anteile sind bekannt oder in der EU.",
    en: "{organisation} is seated in the EU and not controlled from outside; not all shares are known or held in the EU.",
  },
  "derive.ec.control.inside": {
    de: "{organisation} sitzt in der EU und gehört vollständig Inhabern aus der EU.",
    en: "{organisation} is seated in the EU and wholly owned by holders from the EU.",
  },
  "derive.ec.control.city": {
    de: "Die Stadt betreibt den Dienst selbst; über sie entscheidet niemand außerhalb der EU.",
    en: "The city operates the service itself; nobody outside the EU decides over it.",
  },
  "derive.ec.takeover.already": {
    de: "{organisation} steht schon heute unter Kontrolle von außerhalb der EU ({parent}).",
    en: "{organisation} is already under control from outside the EU ({parent}).",
  },
  "derive.ec.takeover.city": {
    de: "Die Stadt betreibt den Dienst selbst; sie kann nicht übernommen werden.",
    en: "The city operates the service itself; it cannot be taken over.",
  },
  "derive.ec.takeover.public": {
    de: "{organisation} ist in öffentlicher Hand; eine Übernahme von außerhalb der EU ist unwahrscheinlich.",
    en: "{organisation} is publicly owned; a takeover from outside the EU is unlikely.",
  },
  "derive.ec.takeover.private": {
    de: "Nicht ableitbar: Ob {organisation} von außerhalb der EU übernommen werden könnte, muss jemand einschätzen.",
    en: "Not derivable: whether {organisation} could be taken over from outside the EU is for somebody to judge.",
  },
  "derive.ec.roadmap.city": {
    de: "Die Stadt entwickelt die Software selbst und entscheidet über ihre Weiterentwicklung.",
    en: "The city develops the software itself and decides on its further development.",
  },
  "derive.ec.roadmap.inside": {
    de: "Über die Weiterentwicklung entscheiden Hersteller aus der EU, darunter {organisation}.",
    en: "Makers from the EU decide on further development, among them {organisation}.",
  },
  "derive.ec.roadmap.openSource": {
    de: "{product} ist Open Source und offen für Beiträge; maßgeblich entwickelt wird es von {organisation}, nicht allein aus der EU.",
    en: "{product} is open source and open to contributions; it is mainly developed by {organisation}, not from the EU alone.",
  },
  "derive.ec.roadmap.outside": {
    de: "{organisation} entscheidet allein über die Weiterentwicklung und wird nicht allein aus der EU bestimmt ({parent}).",
    en: "{organisation} alone decides on further development and is not steered from the EU alone ({parent}).",
  },
  "derive.ec.financing.city": {
    de: "Die Stadt betreibt den Dienst selbst, ohne fremdes Kapital im Betreiber.",
    en: "The city operates the service itself; no outside capital stands behind the operator.",
  },
  "derive.ec.financing.shares": {
    de: "{organisation}: bekannt sind {inside} % Anteile in der EU und {outside} % außerhalb.",
    en: "{organisation}: {inside} % of shares are known to be in the EU and {outside} % outside.",
  },
  "derive.ec.financing.open": {
    de: "Nicht ableitbar: Die bekannten Anteile an {organisation} ergeben auf keiner Seite eine Mehrheit.",
    en: "Not derivable: the known shares in {organisation} give neither side a majority.",
  },
  "derive.ec.cutOff.runner": {
    de: "{organisation} betreibt oder beherbergt den Dienst und kann von außerhalb der EU zum Abschalten gebracht werden ({parent}).",
    en: "{organisation} operates or hosts the service and can be made to switch it off from outside the EU ({parent}).",
  },
  "derive.ec.cutOff.ownDevelopment": {
    de: "Die Software stammt von der Stadt und wird in der EU betrieben; die Stadt kann sie selbst weiterführen.",
    en: "The software is the city's own and operated in the EU; the city can carry on with it.",
  },
  "derive.ec.cutOff.openSource": {
    de: "{product} ist Open Source; die Stadt kann andere beauftragen oder selbst weitermachen.",
    en: "{product} is open source; the city can engage somebody else or carry on itself.",
  },
  "derive.ec.cutOff.maker": {
    de: "Der Betrieb läuft weiter, aber {organisation} ({parent}) kann Lizenzen und Aktualisierungen für geschlossene Software einstellen.",
    en: "Operation goes on, but {organisation} ({parent}) can end licences and updates for closed software.",
  },
  "derive.ec.cutOff.beneath": {
    de: "Nicht ableitbar: Keine der genannten Organisationen kann von außerhalb der EU gestoppt werden; was darunter liegt, ist nicht erfasst.",
    en: "Not derivable: none of the organisations named can be stopped from outside the EU; what lies beneath is not recorded.",
  },
  "derive.ec.jurisdiction.outside": {
    de: "{organisation} sitzt außerhalb der EU und wird auch von dort beherrscht.",
    en: "{organisation} is seated outside the EU and controlled from there as well.",
  },
  "derive.ec.jurisdiction.mixed": {
    de: "Neben EU-Recht wirkt fremdes Recht über {organisation} ({parent}).",
    en: "Beside EU law, foreign law applies through {organisation} ({parent}).",
  },
  "derive.ec.jurisdiction.inside": {
    de: "Alle, die den Dienst betreiben oder Daten lesen können, stehen nach Sitz und Eigentum allein unter EU-Recht.",
    en: "All who operate the service or can read its data are under EU law alone, by seat and by ownership.",
  },
  "derive.ec.laws.class": {
    de: "Die Klasse {class} steht für diese Stufe; bei zwei möglichen gilt die niedrigere, und Immunität bräuchte einen rechtlichen Nachweis.",
    en: "Class {class} stands for this step; of two possible ones the lower counts, and immunity would take legal proof.",
  },
  "derive.ec.laws.withoutAccess": {
    de: "{organisation} kann die Daten nicht lesen, unterliegt aber weiter fremdem Recht ({parent}).",
    en: "{organisation} cannot read the data but remains under foreign law ({parent}).",
  },
  "derive.ec.pathways.compelled": {
    de: "Ein Drittstaat kann die Herausgabe verlangen, auch mit Schweigepflicht ({class}).",
    en: "A third country can compel disclosure, also under a duty of silence ({class}).",
  },
  "derive.ec.pathways.partly": {
    de: "Ein Drittstaat kann in einzelnen Fällen die Herausgabe verlangen ({class}).",
    en: "A third country can compel disclosure in specific cases ({class}).",
  },
  "derive.ec.pathways.open": {
    de: "Nicht ableitbar: Kein Zugriffsweg steht fest; dass Anfragen stets abgelehnt werden, sagt aber kein bekannter Fakt.",
    en: "Not derivable: no access path is certain; but no known fact says that requests are always refused.",
  },
  "derive.ec.export.inside": {
    de: "Hersteller und Betreiber stehen allein unter EU-Recht; für ihren Teil greifen Ausfuhrregeln von Drittstaaten nicht, Teile anderer sind nicht erfasst.",
    en: "Makers and operators are under EU law alone; for their part, export rules of third countries do not apply; parts of others are not recorded.",
  },
  "derive.ec.export.outside": {
    de: "Nicht ableitbar: Für {organisation} ({parent}) kann fremdes Ausfuhrrecht gelten; wie weit es reicht, ist nicht erfasst.",
    en: "Not derivable: foreign export law may apply to {organisation} ({parent}); how far it reaches is not recorded.",
  },
  "derive.ec.origin.city": {
    de: "Die Software ist eine Eigenentwicklung der Stadt; die Herkunft zugekaufter Teile ist nicht erfasst.",
    en: "The software is the city's own development; the origin of bought-in parts is not recorded.",
  },
  "derive.ec.origin.inside": {
    de: "Alle Hersteller sitzen in der EU und werden von dort beherrscht, darunter {organisation}; die Herkunft aller Bestandteile ist nicht erfasst.",
    en: "All makers are seated in the EU and controlled from there, among them {organisation}; the origin of all parts is not recorded.",
  },
  "derive.ec.origin.mixed": {
    de: "Die Hersteller kommen teils aus der EU, teils von außerhalb, darunter {organisation}.",
    en: "The makers come partly from the EU and partly from outside, among them {organisation}.",
  },
  "derive.ec.origin.mostlyOutside": {
    de: "{organisation} ({parent}) steht nicht allein in der EU; Teile können von dort stammen.",
    en: "{organisation} ({parent}) does not stand in the EU alone; parts may come from there.",
  },
  "derive.ec.origin.outside": {
    de: "{organisation} ({parent}) sitzt außerhalb der EU, und die Software ist geschlossen.",
    en: "{organisation} ({parent}) is seated outside the EU, and the software is closed.",
  },
  "derive.ec.rights.city": {
    de: "Die Rechte an der Eigenentwicklung liegen bei der Stadt; zugekaufte Teile sind nicht erfasst.",
    en: "The rights in its own development are with the city; bought-in parts are not recorded.",
  },
  "derive.ec.rights.inside": {
    de: "Die Rechte liegen bei Herstellern unter EU-Recht, darunter {organisation}; Rechte an einzelnen Bestandteilen sind nicht erfasst.",
    en: "The rights are with makers under EU law, among them {organisation}; rights in single parts are not recorded.",
  },
  "derive.ec.rights.mixed": {
    de: "Die Rechte liegen teils unter EU-Recht, teils nicht: {organisation} ({countries}).",
    en: "The rights are partly under EU law and partly not: {organisation} ({countries}).",
  },
  "derive.ec.rights.oneCountry": {
    de: "Die Rechte liegen bei {organisation} unter dem Recht eines Drittstaats ({countries}).",
    en: "The rights are with {organisation} under the law of one third country ({countries}).",
  },
  "derive.ec.rights.severalCountries": {
    de: "Die Rechte liegen unter dem Recht mehrerer Drittstaaten ({countries}), darunter bei {organisation}.",
    en: "The rights are under the laws of several third countries ({countries}), among others with {organisation}.",
  },
};
