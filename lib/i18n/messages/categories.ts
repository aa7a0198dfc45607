import { defineMessages } from "../define";

/** What a product is for, by the catalogue's category. */
export const categoryMessages = defineMessages({
  de: {
    office: "Büro", "whiteboard-project": "Projekte und Whiteboard", database: "Datenbank", "email-groupware": "E-Mail und Kalender",
    "file-collaboration": "Dateiaustausch", video: "Videokonferenz", chat: "Chat", identity: "Identität und Anmeldung", "dms-eakte": "DMS und E-Akte",
    "erp-finance": "Finanzwesen", hr: "Personalwesen", "register-residents": "Einwohnermelderegister", "register-vehicles": "Kfz-Zulassung",
    "register-civil": "Personenstand", "register-business": "Gewerberegister", aliens: "Ausländerwesen", elections: "Wahlen",
    "fines-traffic": "Bußgeld und Verkehr", "public-order": "Öffentliche Ordnung", social: "Soziales", youth: "Jugend", health: "Gesundheit",
    "building-permits": "Bauaufsicht", gis: "Geoinformation", "construction-cad": "Bauen und CAD", cafm: "Gebäudemanagement",
    "council-info": "Ratsinformation", "website-cms": "Website und CMS", "bi-analytics": "Auswertung und BI", "forms-ozg": "Formulare und OZG",
    integration: "Integration", payment: "Bezahlen", participation: "Bürgerbeteiligung", survey: "Umfragen", procurement: "Vergabe",
    education: "Bildung", library: "Bibliothek", culture: "Kultur", archive: "Archiv", "legal-info": "Rechtsinformation", emergency: "Feuerwehr und Notfall",
    virtualization: "Virtualisierung", "os-client": "Client-Betriebssystem", "os-server": "Server-Betriebssystem", container: "Container",
    storage: "Speicher", backup: "Datensicherung", network: "Netz", firewall: "Firewall", vpn: "VPN", "endpoint-security": "Endgeräteschutz",
    siem: "Sicherheitsüberwachung", "email-security": "E-Mail-Sicherheit", monitoring: "Monitoring", itsm: "IT-Servicemanagement",
    "client-management": "Client-Verwaltung", "remote-support": "Fernwartung", password: "Passwörter", "dev-tools": "Entwicklung", ai: "KI",
    translation: "Übersetzung", telephony: "Telefonie", "e-signature": "Elektronische Signatur", "graphics-pdf": "Grafik und PDF", browser: "Browser",
    "hosting-cloud": "Hosting und Cloud", tax: "Steuern",
  },
  en: {
    office: "Office", "whiteboard-project": "Projects and whiteboard", database: "Database", "email-groupware": "E-mail and calendar",
    "file-collaboration": "File sharing", video: "Video conferencing", chat: "Chat", identity: "Identity and sign-in", "dms-eakte": "Document management and e-file",
    "erp-finance": "Finance", hr: "Human resources", "register-residents": "Residents register", "register-vehicles": "Vehicle registration",
    "register-civil": "Civil status", "register-business": "Trade register", aliens: "Immigration", elections: "Elections",
    "fines-traffic": "Fines and traffic", "public-order": "Public order", social: "Social services", youth: "Youth", health: "Health",
    "building-permits": "Building permits", gis: "Geoinformation", "construction-cad": "Construction and CAD", cafm: "Facility management",
    "council-info": "Council information", "website-cms": "Website and CMS", "bi-analytics": "Analytics and BI", "forms-ozg": "Forms and online services",
    integration: "Integration", payment: "Payment", participation: "Participation", survey: "Surveys", procurement: "Procurement",
    education: "Education", library: "Library", culture: "Culture", archive: "Archive", "legal-info": "Legal information", emergency: "Fire service and emergency",
    virtualization: "Virtualisation", "os-client": "Client operating system", "os-server": "Server operating system", container: "Containers",
    storage: "Storage", backup: "Backup", network: "Network", firewall: "Firewall", vpn: "VPN", "endpoint-security": "Endpoint security",
    siem: "Security monitoring", "email-security": "E-mail security", monitoring: "Monitoring", itsm: "IT service management",
    "client-management": "Client management", "remote-support": "Remote support", password: "Passwords", "dev-tools": "Development", ai: "AI",
    translation: "Translation", telephony: "Telephony", "e-signature": "Electronic signature", "graphics-pdf": "Graphics and PDF", browser: "Browser",
    "hosting-cloud": "Hosting and cloud", tax: "Taxes",
  },
});
