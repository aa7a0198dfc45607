/** Sentences for the reason keys of an import; `{name}` is replaced by the parameter of that name. */
export const IMPORT_TEXTS: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  "import.header.exact": {
    de: "„{header}“ ist eine übliche Überschrift für dieses Feld.",
    en: "“{header}” is a usual heading for this field.",
  },
  "import.header.contains": {
    de: "„{header}“ enthält eine übliche Überschrift für dieses Feld. Bitte prüfen Sie den Vorschlag.",
    en: "“{header}” contains a usual heading for this field. Please check the suggestion.",
  },
  "import.header.unknown": {
    de: "Die Überschrift „{header}“ ist nicht bekannt. Bitte wählen Sie ein Feld oder lassen Sie die Spalte aus.",
    en: "The heading “{header}” is not known. Please choose a field or leave the column out.",
  },
  "import.header.running-number": {
    de: "„{header}“ sieht nach einer laufenden Nummer aus. Sie ändert sich mit jedem Export und taugt nicht als Kennung.",
    en: "“{header}” looks like a running number. It changes with every export and is no identifier.",
  },
  "import.header.values-do-not-fit": {
    de: "Die Überschrift „{header}“ passt, die Werte aber nicht: Nur {percent} % wären verständlich.",
    en: "The heading “{header}” fits, but its values do not: only {percent}% would be understood.",
  },
  "import.header.taken": {
    de: "Das Feld ist schon der Spalte „{by}“ zugeordnet.",
    en: "The field is already assigned to the column “{by}”.",
  },
  "import.row.name-missing": {
    de: "Der Zeile fehlt der Name des IT-Service. Bitte tragen Sie ihn ein.",
    en: "The row has no name of a service. Please enter it.",
  },
  "import.row.name-not-mapped": {
    de: "Keine Spalte ist dem Namen des IT-Service zugeordnet. Bitte ordnen Sie eine zu.",
    en: "No column is assigned to the name of the service. Please assign one.",
  },
  "import.row.duplicate": {
    de: "Die Zeile meint denselben IT-Service wie Zeile {line}. Bitte führen Sie beide zusammen oder unterscheiden Sie sie durch Name, Fachbereich oder Kennung.",
    en: "The row means the same service as line {line}. Please merge them, or tell them apart by name, department or identifier.",
  },
  "import.row.ambiguous": {
    de: "Zu dieser Zeile passen {count} vorhandene IT-Services. Bitte geben Sie Fachbereich oder Kennung an.",
    en: "{count} existing services fit this row. Please state department or identifier.",
  },
  "import.value.too-long": {
    de: "Der Text hat {found} Zeichen, möglich sind {limit}. Bitte kürzen Sie ihn.",
    en: "The text has {found} characters, the limit is {limit}. Please shorten it.",
  },
  "import.value.control-character": {
    de: "Der Text enthält Steuerzeichen. Bitte geben Sie ihn neu ein.",
    en: "The text contains control characters. Please type it again.",
  },
  "import.value.not-a-name": {
    de: "Die Zelle enthält keinen Namen.",
    en: "The cell contains no name.",
  },
  "import.value.several-departments": {
    de: "Die Zelle nennt {count} Fachbereiche; ein IT-Service gehört zu einem. Bitte nennen Sie den federführenden, sonst bleibt das Feld unverändert.",
    en: "The cell names {count} departments; a service belongs to one. Please name the leading one, otherwise the field stays as it is.",
  },
  "import.value.not-a-location": {
    de: "Ort nicht verstanden. Bitte nennen Sie ein Land, EU, EWR oder „sicheres Drittland“.",
    en: "Place not understood. Please name a country, EU, EEA or “adequate third country”.",
  },
  "import.value.several-locations": {
    de: "Die Orte liegen nicht alle im EWR und lassen sich nicht zusammenfassen. Bitte nennen Sie einen.",
    en: "The places are not all within the EEA and cannot be put together. Please name one.",
  },
  "import.value.not-a-protection-need": {
    de: "Schutzbedarf nicht verstanden. Möglich sind normal, hoch, sehr hoch oder 1, 2, 3.",
    en: "Protection need not understood. Use normal, high, very high, or 1, 2, 3.",
  },
  "import.value.not-an-operating-model": {
    de: "Betriebsmodell nicht verstanden. Möglich sind eigenes Rechenzentrum, öffentlicher IT-Dienstleister, SaaS des Herstellers, Hyperscaler, Landesplattform, Hosting-Partner.",
    en: "Operating model not understood. Use own data centre, public IT provider, vendor SaaS, hyperscaler, state platform, hosting partner.",
  },
  "import.value.not-a-lifecycle": {
    de: "Lebenszyklus nicht verstanden. Möglich sind geplant, aktiv, auslaufend, abgeschaltet.",
    en: "Life cycle not understood. Use planned, active, phasing out, retired.",
  },
  "import.value.not-yes-or-no": {
    de: "Bitte schreiben Sie ja oder nein.",
    en: "Please write yes or no.",
  },
  "import.value.not-a-number": {
    de: "Keine eindeutige Zahl. Bitte schreiben Sie nur die Zahl, ohne Bereich und Zusatz.",
    en: "Not a single number. Please write the number only, without range or remark.",
  },
  "import.value.not-a-whole-number": {
    de: "Bitte geben Sie eine ganze Zahl an.",
    en: "Please give a whole number.",
  },
  "import.value.too-large": {
    de: "Die Zahl ist größer als {limit}.",
    en: "The number is greater than {limit}.",
  },
  "import.value.other-currency": {
    de: "Andere Währung. Bitte geben Sie den Betrag in Euro an.",
    en: "Another currency. Please give the amount in euro.",
  },
  "import.value.not-per-year": {
    de: "Der Betrag gilt nicht für ein Jahr. Bitte rechnen Sie ihn auf ein Jahr um.",
    en: "The amount is not for one year. Please convert it to a year.",
  },
  "import.value.not-money": {
    de: "Betrag nicht verstanden. Bitte schreiben Sie ihn wie 1.234,50.",
    en: "Amount not understood. Please write it like 1234.50.",
  },
  "import.value.negative": {
    de: "Der Betrag ist negativ.",
    en: "The amount is negative.",
  },
  "import.value.ambiguous-number": {
    de: "Das Trennzeichen kann Tausender oder Komma sein. Bitte schreiben Sie den Betrag in Euro aus.",
    en: "The separator may group thousands or mark decimals. Please write the amount in full euro.",
  },
  "import.value.not-months": {
    de: "Frist nicht verstanden. Bitte geben Sie sie in ganzen Monaten an.",
    en: "Period not understood. Please give it in whole months.",
  },
  "import.value.not-a-date": {
    de: "Datum nicht verstanden. Bitte schreiben Sie es wie 31.12.2027 oder 2027-12-31.",
    en: "Date not understood. Please write it like 31.12.2027 or 2027-12-31.",
  },
  "import.value.ambiguous-date": {
    de: "Tag und Monat sind nicht zu unterscheiden. Bitte schreiben Sie das Datum wie 31.12.2027 oder 2027-12-31.",
    en: "Day and month cannot be told apart. Please write the date like 31.12.2027 or 2027-12-31.",
  },
  "import.value.incomplete-date": {
    de: "Dem Datum fehlt der Tag. Bitte schreiben Sie es wie 31.12.2027.",
    en: "The date lacks the day. Please write it like 31.12.2027.",
  },
  "import.value.no-such-day": {
    de: "Diesen Tag gibt es nicht.",
    en: "There is no such day.",
  },
  "import.value.year-out-of-range": {
    de: "Das Jahr liegt nicht zwischen {from} und {to}.",
    en: "The year is not between {from} and {to}.",
  },
  "import.value.open-ended": {
    de: "Unbefristet lässt sich nicht als Datum speichern; das Vertragsende bleibt, wie es ist.",
    en: "An open-ended term cannot be stored as a date; the end of contract stays as it is.",
  },
};
