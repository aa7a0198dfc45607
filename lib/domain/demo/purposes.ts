import type { OperatingModel, ProtectionNeed } from "../facts";

/*
 * What cities use software for, as material for generated inventories. Names are German, like the inventories.
 */

type Models = Readonly<Partial<Record<OperatingModel, number>>>;

const HOUSE: Models = { "own-data-centre": 78, "public-provider": 17, "partner-hosted": 5 };
const SPECIALIST: Models = { "public-provider": 62, "own-data-centre": 30, "vendor-saas": 8 };
const SERVICE: Models = { "vendor-saas": 50, "public-provider": 25, "own-data-centre": 20, hyperscaler: 5 };
const CLOUD: Models = { hyperscaler: 70, "vendor-saas": 30 };
const PLATFORM: Models = { "federal-state-platform": 60, "public-provider": 40 };

type Needs = readonly [ProtectionNeed, ProtectionNeed, ProtectionNeed];

const N: Needs = ["normal", "normal", "normal"];
const H: Needs = ["high", "high", "normal"];
const HH: Needs = ["high", "high", "high"];
const V: Needs = ["very-high", "high", "normal"];
const A: Needs = ["normal", "high", "very-high"];

export interface Purpose {
  readonly name: string;
  readonly category: string;
  readonly department: string;
  readonly models: Models;
  /** Usual need for confidentiality, integrity, availability. */
  readonly needs: Needs;
}

const of = (category: string, department: string, models: Models, needs: Needs, names: string): Purpose[] =>
  names.split(" · ").map((name) => ({ name, category, department, models, needs }));

/** What everything else stands on, in the order in which a small city would have it. */
export const INFRASTRUCTURE_SLOTS: readonly (Purpose & { readonly products: Readonly<Record<string, number>> })[] = [
  ...of("storage", "IT", HOUSE, HH, "Speichersysteme").map((p) => ({
    ...p,
    products: { "netapp-ontap": 50, "dell-storage": 35, ceph: 15 },
  })),
  ...of("virtualization", "IT", HOUSE, HH, "Virtualisierung").map((p) => ({
    ...p,
    products: { vsphere: 70, "hyper-v": 12, "proxmox-ve": 18 },
  })),
  ...of("os-server", "IT", HOUSE, HH, "Serverbetrieb Windows").map((p) => ({
    ...p,
    products: { "windows-server": 100 },
  })),
  ...of("os-server", "IT", HOUSE, HH, "Serverbetrieb Linux").map((p) => ({
    ...p,
    products: { sles: 40, "debian-desktop": 30, rhel: 20, ubuntu: 10 },
  })),
  ...of("database", "IT", HOUSE, HH, "Datenbankdienst Oracle").map((p) => ({ ...p, products: { "oracle-db": 100 } })),
  ...of("database", "IT", HOUSE, HH, "Datenbankdienst SQL Server").map((p) => ({ ...p, products: { mssql: 100 } })),
  ...of("database", "IT", HOUSE, HH, "Datenbankdienst PostgreSQL").map((p) => ({
    ...p,
    products: { postgresql: 100 },
  })),
  ...of("identity", "IT", HOUSE, HH, "Verzeichnisdienst").map((p) => ({
    ...p,
    products: { "active-directory": 85, nubus: 10, "samba-ad": 5 },
  })),
  ...of("identity", "IT", HOUSE, HH, "Anmeldedienst").map((p) => ({
    ...p,
    products: { keycloak: 65, "entra-id": 35 },
  })),
  ...of("email-groupware", "IT", HOUSE, HH, "E-Mail und Kalender").map((p) => ({
    ...p,
    products: { "exchange-server": 75, "ox-app-suite": 10, grommunio: 8, sogo: 7 },
  })),
  ...of("email-security", "IT", SERVICE, HH, "E-Mail-Sicherheit").map((p) => ({
    ...p,
    products: { hornet: 45, nospamproxy: 30, "proxmox-mg": 25 },
  })),
  ...of("office", "IT", HOUSE, HH, "Büropaket").map((p) => ({
    ...p,
    products: { "ms-office-ltsc": 75, libreoffice: 20, "collabora-online": 5 },
  })),
  ...of("os-client", "IT", HOUSE, HH, "Arbeitsplatzbetrieb").map((p) => ({
    ...p,
    products: { "windows-11": 95, "debian-desktop": 5 },
  })),
  ...of("backup", "IT", HOUSE, HH, "Datensicherung").map((p) => ({
    ...p,
    products: { veeam: 60, commvault: 15, bareos: 15, "sep-sesam": 10 },
  })),
  ...of("network", "IT", HOUSE, HH, "Netzbetrieb").map((p) => ({
    ...p,
    products: { "cisco-net": 50, aruba: 30, "lancom-net": 20 },
  })),
  ...of("firewall", "IT", HOUSE, HH, "Firewall").map((p) => ({
    ...p,
    products: { fortigate: 40, genugate: 30, checkpoint: 15, opnsense: 15 },
  })),
];

export const PURPOSES: readonly Purpose[] = [
  ...of(
    "register-residents",
    "Bürgeramt",
    SPECIALIST,
    HH,
    "Melderegister · Pass- und Ausweiswesen · Melderegisterauskunft · Führungszeugnisse",
  ),
  ...of("register-civil", "Standesamt", SPECIALIST, HH, "Personenstandswesen · Namensänderungen · Eheanmeldung"),
  ...of(
    "register-vehicles",
    "Kfz-Zulassung",
    SPECIALIST,
    HH,
    "Fahrzeugzulassung · Fahrerlaubnisse · Wunschkennzeichen",
  ),
  ...of(
    "register-business",
    "Ordnungsamt",
    SPECIALIST,
    H,
    "Gewerberegister · Gaststättenerlaubnisse · Handwerksnachweise",
  ),
  ...of(
    "fines-traffic",
    "Ordnungsamt",
    SPECIALIST,
    H,
    "Bußgeldverfahren · Verkehrsüberwachung · Parkausweise · Abschleppvorgänge",
  ),
  ...of(
    "public-order",
    "Ordnungsamt",
    SPECIALIST,
    H,
    "Waffenrecht · Fundbüro · Veranstaltungsanzeigen · Hundehaltung · Sprengstofferlaubnisse",
  ),
  ...of("aliens", "Ausländerbehörde", SPECIALIST, V, "Aufenthaltsrecht · Einbürgerung · Visaverfahren"),
  ...of(
    "social",
    "Sozialamt",
    SPECIALIST,
    V,
    "Grundsicherung · Hilfe zur Pflege · Wohngeld · Eingliederungshilfe · Asylbewerberleistungen · Bestattungshilfe · Schuldnerberatung · Obdachlosenhilfe",
  ),
  ...of(
    "youth",
    "Jugendamt",
    SPECIALIST,
    V,
    "Allgemeiner Sozialer Dienst · Beistandschaften · Unterhaltsvorschuss · Kita-Platzvergabe · Kita-Gebühren · Pflegekinderwesen · Jugendgerichtshilfe",
  ),
  ...of(
    "health",
    "Gesundheitsamt",
    SPECIALIST,
    V,
    "Amtsärztlicher Dienst · Infektionsschutz · Schuleingangsuntersuchung · Trinkwasserüberwachung · Heilberufsaufsicht",
  ),
  ...of(
    "building-permits",
    "Bauordnung",
    SPECIALIST,
    H,
    "Baugenehmigung · Bauaufsicht · Denkmalschutz · Wohnraumzweckentfremdung",
  ),
  ...of(
    "gis",
    "Stadtplanung",
    HOUSE,
    H,
    "Geoinformationssystem · Geodatenportal · Bauleitplanung · Baumkataster · Straßenkataster · Kanalkataster · Altlastenkataster · Grünflächenpflege",
  ),
  ...of(
    "construction-cad",
    "Hochbau",
    HOUSE,
    N,
    "Planzeichnung · Ausschreibung und Abrechnung · Bauzeitenplanung · Tragwerksprüfung",
  ),
  ...of(
    "cafm",
    "Gebäudewirtschaft",
    HOUSE,
    N,
    "Gebäudemanagement · Energiemanagement · Schließanlagen · Reinigungsplanung · Wartungsplanung",
  ),
  ...of(
    "erp-finance",
    "Kämmerei",
    HOUSE,
    HH,
    "Haushalt und Buchhaltung · Rechnungseingang · Anlagenbuchhaltung · Beteiligungsverwaltung · Kosten- und Leistungsrechnung · Kreditverwaltung",
  ),
  ...of("tax", "Steueramt", HOUSE, H, "Gewerbesteuer · Grundsteuer · Zweitwohnungsteuer · Vollstreckung"),
  ...of("payment", "Kämmerei", PLATFORM, H, "Zahlungsplattform · Kassenautomaten"),
  ...of(
    "hr",
    "Personalamt",
    SPECIALIST,
    H,
    "Personalabrechnung · Personalmanagement · Zeiterfassung · Bewerbermanagement · Reisekosten · Stellenplan · Beihilfe · Dienstplanung",
  ),
  ...of(
    "dms-eakte",
    "Hauptamt",
    HOUSE,
    HH,
    "E-Akte · Posteingang und Scannen · Vertragsverwaltung · Bauaktenarchiv · Vorgangsbearbeitung",
  ),
  ...of("council-info", "Hauptamt", SPECIALIST, H, "Ratsinformationssystem · Gremienabrechnung"),
  ...of("elections", "Wahlamt", SPECIALIST, HH, "Wahlverfahren · Wahlhelferverwaltung · Briefwahlantrag"),
  ...of("procurement", "Vergabestelle", SERVICE, H, "Vergabeplattform · Warenkorb und Bestellung"),
  ...of("e-signature", "Hauptamt", SERVICE, H, "Elektronische Signatur · Behördenpostfach"),
  ...of("legal-info", "Rechtsamt", SERVICE, N, "Juristische Datenbanken · Normenverwaltung"),
  ...of(
    "forms-ozg",
    "Digitalisierung",
    PLATFORM,
    H,
    "Serviceportal · Formularserver · Terminvereinbarung · Antragsrouting · Wohnungsgeberbestätigung · Ummeldung online · Sperrmüllanmeldung",
  ),
  ...of("participation", "Presseamt", SERVICE, N, "Bürgerbeteiligung · Mängelmelder · Bürgerhaushalt"),
  ...of("survey", "Statistikstelle", SERVICE, N, "Umfragen · Mitarbeiterbefragung"),
  ...of(
    "website-cms",
    "Presseamt",
    SERVICE,
    N,
    "Internetauftritt · Tourismusportal · Veranstaltungskalender · Wirtschaftsportal",
  ),
  ...of("bi-analytics", "Statistikstelle", CLOUD, N, "Webstatistik · Berichtswesen · Kennzahlenportal"),
  ...of(
    "file-collaboration",
    "IT",
    HOUSE,
    H,
    "Dateiablage · Datenaustausch mit Externen · Intranet · Wissensdatenbank",
  ),
  ...of("video", "IT", SERVICE, N, "Videokonferenzen · Sitzungsübertragung"),
  ...of("chat", "IT", SERVICE, H, "Kurznachrichten · Bereitschaftskommunikation"),
  ...of("whiteboard-project", "IT", SERVICE, N, "Projektarbeit · Whiteboard · Prozessmodellierung"),
  ...of("itsm", "IT", HOUSE, N, "IT-Service-Desk · CMDB · Lizenzverwaltung"),
  ...of("monitoring", "IT", HOUSE, N, "Systemüberwachung · Leitungsüberwachung"),
  ...of("siem", "IT", HOUSE, H, "Protokollauswertung"),
  ...of("endpoint-security", "IT", HOUSE, H, "Endgeräteschutz"),
  ...of("client-management", "IT", HOUSE, H, "Softwareverteilung · Verwaltung mobiler Geräte"),
  ...of("remote-support", "IT", SERVICE, N, "Fernwartung"),
  ...of("password", "IT", HOUSE, H, "Passwortverwaltung"),
  ...of("dev-tools", "IT", HOUSE, N, "Quellcodeverwaltung · Testautomation"),
  ...of("integration", "IT", HOUSE, H, "Datendrehscheibe · Prozessautomation"),
  ...of("container", "IT", HOUSE, H, "Containerplattform"),
  ...of("hosting-cloud", "IT", CLOUD, N, "Cloud-Rechenzentrum · Cloud-Testumgebung"),
  ...of("telephony", "IT", HOUSE, H, "Telefonanlage · Behördennummer 115"),
  ...of("vpn", "IT", HOUSE, HH, "Fernzugang"),
  ...of("ai", "Digitalisierung", SERVICE, N, "KI-Assistent · Texterkennung · Chatbot"),
  ...of("translation", "Digitalisierung", SERVICE, N, "Übersetzung"),
  ...of("graphics-pdf", "Presseamt", HOUSE, N, "PDF-Bearbeitung · Gestaltung und Medien · Bildarchiv"),
  ...of(
    "education",
    "Schulamt",
    SERVICE,
    H,
    "Lernplattform · Schulverwaltung · Volkshochschule · Musikschulverwaltung · E-Learning",
  ),
  ...of("library", "Kulturamt", SPECIALIST, N, "Stadtbibliothek · Medienausleihe"),
  ...of("culture", "Kulturamt", SERVICE, N, "Museumsbestand · Kartenverkauf"),
  ...of("archive", "Stadtarchiv", HOUSE, H, "Archiverschließung · Langzeitarchiv"),
  ...of(
    "emergency",
    "Feuerwehr",
    HOUSE,
    A,
    "Einsatzleitsystem · Alarmierung · Feuerwehrverwaltung · Warnung der Bevölkerung",
  ),
  ...of(
    "other",
    "Stadtwerke",
    HOUSE,
    N,
    "Aufrufanlage · Druckdienst · Verkehrsrechner · Prüfsoftware · Sportstättenbelegung · Friedhofsgebühren",
  ),
];

const AREAS = ["Nord", "Süd", "Ost", "West", "Mitte", "Hafen", "Altstadt", "Neustadt", "Weststadt", "Oststadt"];
const FIRST =
  "Alten Neuen Ober Unter Nieder Hohen Klein Groß Wald Stein Berg Linden Buchen Eichen Erlen Birken Mühl Kirch Markt Rosen Schön Lang Breiten Grün".split(
    " ",
  );
const LAST =
  "feld bach heim dorf hausen stedt berg tal brück rode au furt kirchen stein see wald hagen born beck hofen".split(
    " ",
  );

/** Suffix that makes the n-th use of a purpose a name of its own; the first use has none. Endless and without repetition. */
export function placeSuffix(use: number): string {
  if (use === 0) return "";
  const area = AREAS[use - 1];
  if (area !== undefined) return ` (${area})`;
  const rest = use - 1 - AREAS.length;
  const first = FIRST[rest % FIRST.length] ?? "";
  const last = LAST[Math.floor(rest / FIRST.length) % LAST.length] ?? "";
  const round = Math.floor(rest / (FIRST.length * LAST.length));
  return ` (${first}${last}${round === 0 ? "" : ` ${round + 1}`})`;
}

/** Departments beyond those that the purposes name, for larger cities. */
export const FURTHER_DEPARTMENTS: readonly string[] = [
  ...AREAS.map((area) => `Bezirksamt ${area}`),
  ..."Umweltamt · Tiefbauamt · Liegenschaftsamt · Veterinäramt · Forstamt · Sportamt · Wirtschaftsförderung · Gleichstellungsstelle · Rechnungsprüfungsamt · Abfallwirtschaft · Friedhofsamt · Bäderbetrieb · Theater · Zoo · Messe · Hafenbetrieb · Versorgungsamt · Betreuungsstelle".split(
    " · ",
  ),
];
