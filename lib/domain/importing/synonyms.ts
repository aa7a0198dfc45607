import type { FieldId } from "./fields";

/**
 * Column headings as inventories use them: German, English, Finnish, Dutch, French (Swedish where Finnish cities use it).
 * Phrases separated by commas; case, accents, punctuation and singular hyphens do not matter.
 */
export const SYNONYMS: readonly (readonly [FieldId, string])[] = [
  [
    "name",
    "Name, Bezeichnung, Verfahren, Fachverfahren, IT-Verfahren, Verfahrensname, Verfahrensbezeichnung, Anwendung, Anwendungsname, Fachanwendung, IT-Anwendung, Applikation, IT-Service, Service, Servicename, Dienst, IT-Dienst, System, IT-System, Systemname, Name des IT-Service, Name des Verfahrens, Name der Anwendung",
  ],
  [
    "name",
    "Name of the service, Title, Titel, Application, Application name, System name, Data system name, Service name, Information system, Solution, IT service",
  ],
  [
    "name",
    "Tietojärjestelmä, Tietojärjestelmät, Järjestelmä, Järjestelmän nimi, Nimi, Palvelu, Palvelun nimi, Sovellus, Naam, Applicatie, Applicatienaam, Systeem, Toepassing, Systeemnaam, Nom, Intitulé, Application métier, Nom de l'application, Nom du service, Système d'information, Logiciel métier, Namn, Informationssystem",
  ],
  [
    "shortName",
    "Kurzname, Kurzbezeichnung, Kürzel, Abkürzung, Rufname, Short name, Abbreviation, Acronym, Nickname, Kutsumanimi, Lyhenne, Lyhyt nimi, Afkorting, Korte naam, Roepnaam, Sigle, Abréviation, Nom court, Acronyme",
  ],
  [
    "externalId",
    "ID, Kennung, Schlüssel, Verfahrens-ID, Verfahrensnummer, System-ID, Anwendungs-ID, Service-ID, Inventarnummer, Asset-ID, CMDB-ID, GUID, UUID, Kennung im Quellsystem, Identifier, External id, Identifier in the source, Application ID, Tunniste, Tunnus, Identificatie, Identifiant, Code",
  ],
  [
    "department",
    "Fachbereich, Amt, Abteilung, Dienststelle, Referat, Dezernat, Organisationseinheit, OE, Fachamt, Fachdienst, Bereich, Ressort, Nutzendes Amt, Nutzende Ämter, Federführendes Amt, zuständiges Amt, Department, Division, Business unit, Organisational unit, Department custodian",
  ],
  [
    "department",
    "Yksikkö, Yksiköt, Toimiala, Palvelualue, Osasto, Vastuuyksikkö, Afdeling, Dienstonderdeel, Domein, Cluster, Direction, Service utilisateur, Direction métier, Pôle, Enhet, Förvaltning",
  ],
  [
    "owner",
    "Verantwortlich, Verantwortliche, Verantwortlicher, Verantwortliche Person, Verantwortliche Person oder Stelle, Verfahrensverantwortlich, Verfahrensverantwortliche, Verfahrensverantwortlicher, Ansprechpartner, Ansprechperson, Service Owner, Eigentümer, Systemverantwortlicher, Fachverantwortung, Fachverantwortlicher, Owner, Responsible, Responsible person, Responsible person or unit, Contact, Business owner, System owner, Custodian",
  ],
  [
    "owner",
    "Omistaja, Vastuuhenkilö, Pääkäyttäjä, Yhteyshenkilö, Eigenaar, Systeemeigenaar, Verantwoordelijke, Contactpersoon, Applicatiebeheerder, Responsable, Propriétaire, Référent, Ägare",
  ],
  [
    "purpose",
    "Zweck, Beschreibung, Kurzbeschreibung, Zweck Beschreibung, Aufgabe, Einsatzzweck, Verwendungszweck, Funktion, Erläuterung, Purpose, Description, Purpose description, Function, Tarkoitus, Käyttötarkoitus, Kuvaus, Doel, Omschrijving, Beschrijving, Functie, Finalité, Objet, Fonction, Usage, Beskrivning, Syfte",
  ],
  [
    "product",
    "Produkt, Software, Softwareprodukt, Produktname, Eingesetztes Produkt, Eingesetzte Software, Standardsoftware, Product, Product name, Suggested product, Software product, Tuote, Ohjelmisto, Softwarepakket, Pakket, Produit, Logiciel, Progiciel",
  ],
  [
    "maker",
    "Hersteller, Softwarehersteller, Herstellerfirma, Entwickler, Anbieter der Software, Maker, Manufacturer, Publisher, Developer, Software vendor, Valmistaja, Kehittäjä, Fabrikant, Ontwikkelaar, Producent, Éditeur, Editeur logiciel, Fabricant, Développeur",
  ],
  [
    "supplier",
    "Lieferant, Lieferanten, Anbieter, Auftragnehmer, Vertragspartner, Dienstleister, IT-Dienstleister, Firma, Supplier, Suppliers, Vendor, Vendors, Provider, Contractor, Service provider, Toimittaja, Toimittajat, Palveluntuottaja, Palveluntarjoaja, Leverancier, Leveranciers, Aanbieder, Fournisseur, Fournisseurs, Prestataire, Titulaire, Leverantör",
  ],
  [
    "operator",
    "Betreiber, Betrieb durch, Betreibende Stelle, Betriebsführung, Betriebsverantwortung, Operator, Operated by, Operating organisation, Ylläpitäjä, Ylläpito, Käyttöpalvelu, Beheerder, Beheer door, Exploitant, Opérateur, Exploité par, Infogérant",
  ],
  [
    "host",
    "Rechenzentrum, RZ, Hosting, Hoster, Hosting-Anbieter, Rechenzentrum Hosting, RZ-Betreiber, Data centre, Data center, Hosting provider, Host, Hosted by, Data centre hosting, Konesali, Palvelinkeskus, Hostingpartij, Datacenter, Hébergeur, Hébergement",
  ],
  [
    "dataLocation",
    "Datenstandort, Speicherort, Ort der Datenverarbeitung, Standort der Daten, Datenhaltung, Standort, Serverstandort, Data location, Location of data, Location, Hosting location, Data residency, Storage location, Sijainti, Tietojen sijainti, Datalocatie, Locatie, Opslaglocatie, Localisation, Localisation des données, Lieu d'hébergement, Pays d'hébergement",
  ],
  [
    "operatingModel",
    "Betriebsmodell, Betriebsart, Betriebsform, Bereitstellung, Bereitstellungsmodell, Bezugsmodell, Operating model, Operator model, Deployment, Deployment model, Delivery model, Hosting model, Käyttömalli, Toteutustapa, Tuotantotapa, Leveringsmodel, Mode d'hébergement, Mode d'exploitation",
  ],
  [
    "lifecycle",
    "Lebenszyklus, Lebenszyklusphase, Status, Phase, Zustand, Lifecycle, Life cycle, Lifecycle status, State, Elinkaari, Elinkaaren vaihe, Tila, Levenscyclus, Levensfase, Cycle de vie, Statut, État",
  ],
  [
    "protectionNeed",
    "Schutzbedarf, Schutzbedarf gesamt, Gesamtschutzbedarf, Schutzklasse, Schutzniveau, Schutzstufe, Protection need, Protection need overall, Protection level, Criticality, Kritikalität, Suojaustaso, Suojaustarve, Kriittisyys, BBN, Beveiligingsniveau, Basisbeveiligingsniveau, Niveau de protection, Besoin de protection, Criticité",
  ],
  [
    "confidentiality",
    "Vertraulichkeit, Schutzbedarf Vertraulichkeit, Confidentiality, Luottamuksellisuus, Vertrouwelijkheid, Confidentialité, Konfidentialitet",
  ],
  ["integrity", "Integrität, Schutzbedarf Integrität, Integrity, Eheys, Integriteit, Intégrité, Riktighet"],
  [
    "availability",
    "Verfügbarkeit, Schutzbedarf Verfügbarkeit, Availability, Saatavuus, Käytettävyys, Beschikbaarheid, Disponibilité, Tillgänglighet",
  ],
  [
    "users",
    "Nutzer, Nutzende, Nutzerzahl, Anzahl Nutzer, Anzahl der Nutzer, Anzahl Nutzende, Benutzer, Anzahl Benutzer, Anwender, Anzahl Anwender, Anwenderzahl, User, Users, Number of users, User count, Käyttäjät, Käyttäjämäärä, Käyttäjien määrä, Gebruikers, Aantal gebruikers, Utilisateurs, Nombre d'utilisateurs",
  ],
  [
    "costPerYear",
    "Kosten, Kosten pro Jahr, Jährliche Kosten, Jahreskosten, Laufende Kosten, Kosten p a, Kosten Jahr, Lizenzkosten, Wartungskosten, Jahresbetrag, Cost, Costs, Cost per year, Annual cost, Yearly cost, Annual costs, Kustannukset, Vuosikustannus, Kustannukset vuodessa, Jaarlijkse kosten, Kosten per jaar, Coût, Coûts, Coût annuel, Montant annuel",
  ],
  [
    "contractStart",
    "Vertragsbeginn, Beginn, Laufzeit ab, Laufzeit von, Vertragsstart, Contract start, Start of contract, Start date, Valid from, Sopimuksen alku, Sopimus alkaa, Ingangsdatum, Startdatum, Contractstart, Begindatum, Début du contrat, Date de début",
  ],
  [
    "contractEnd",
    "Vertragsende, Ende, Laufzeit bis, Laufzeitende, Vertragsablauf, Vertrag bis, Contract end, End of contract, End date, Expiry date, Contract expiry, Valid until, Sopimuksen loppu, Sopimus päättyy, Sopimuksen päättyminen, Einddatum, Contracteinde, Einde contract, Fin du contrat, Date de fin, Échéance",
  ],
  [
    "noticeMonths",
    "Kündigungsfrist, Kündigungsfrist Monate, Kündigungsfrist in Monaten, Frist, Notice period, Notice period months, Notice, Notice months, Irtisanomisaika, Opzegtermijn, Préavis, Délai de préavis",
  ],
  [
    "licence",
    "Lizenz, Lizenzart, Lizenzmodell, Softwarelizenz, Licence, License, Licence type, SPDX, Lisenssi, Licentie, Licentievorm, Type de licence, Licens",
  ],
];

/** Headings of running numbers: they change with every export and must not become an identifier. */
export const RUNNING_NUMBERS =
  "Nr, No, Lfd Nr, Lfd, laufende Nummer, Nummer, Number, Pos, Position, Zeile, Row, Rivi, Nro, Volgnummer, Numéro, N°, #";
