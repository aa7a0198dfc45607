import { defineMessages } from "../define";

/** The fictional city: what it is, loading and removing it. */
export const demoMessages = defineMessages({
  de: {
    title: "Demo-Stadt",
    leadNone: "Laden Sie Musterstadt und sehen Sie jede Ansicht mit Inhalt, ohne Ihre eigenen Daten zu berühren.",
    leadLoaded: "Musterstadt ist geladen und steht Ihnen als eigene Stadt offen.",
    leadInside: "Sie sind in einer erfundenen Stadt. Hier dürfen Sie alles ausprobieren.",
    whatTitle: "Was die Demo-Stadt ist",
    whatBase: "Erfunden, überall mit „Demo“ gekennzeichnet.",
    whatText:
      "Musterstadt hat 300.000 Einwohnerinnen und Einwohner und 153 IT-Services: Verträge, Abhängigkeiten, Bewertungen in allen Zuständen, eine Strategie mit sieben Zielen und zwei Jahre Stichtage. Stadt, Personen, Verträge und Beträge sind erfunden. Produkte, Hersteller und deren Eigentümer stammen aus dem Katalog und sind echt; welche davon eine Stadt einsetzt, ist ausgedacht.",
    whatScope:
      "Sie wird als eigene Stadt neben Ihrer angelegt. Nur Sie haben dort Zugang, mit der Rolle Administration. Die erfundenen Personen können sich nicht anmelden.",
    yoursTitle: "Ihre Demo-Städte",
    yoursNone: "Noch keine Demo-Stadt geladen.",
    yoursNoneText: "Das Laden dauert einige Sekunden.",
    count:
      "{services, plural, one {# Service} other {# Services}}, {snapshots, plural, one {# Stichtag} other {# Stichtage}}",
    load: "Demo-Stadt laden",
    open: "{name} öffnen",
    remove: "Entfernen",
    removeTitle: "{name} mit allem Inhalt löschen?",
    removeText:
      "Services, Bewertungen, Stichtage, Strategie und Protokoll dieser erfundenen Stadt werden gelöscht, auch was Sie dort selbst eingetragen haben. Das lässt sich nicht zurücknehmen. Andere Städte bleiben unberührt.",
    removeConfirm: "{name} endgültig entfernen",
    removed: "Die Demo-Stadt ist entfernt.",
    alreadyLoaded:
      "Die Demo-Stadt ist schon geladen (Kurzname {slug}). Entfernen Sie sie zuerst, wenn Sie sie neu laden möchten.",
    slugTaken: "Den Kurznamen {slug} trägt eine echte Stadt. Sie wird nicht überschrieben.",
    realCity: "{slug} ist eine echte Stadt. Auf diesem Weg lassen sich nur erfundene Städte entfernen.",
  },
  en: {
    title: "Demo city",
    leadNone: "Load Musterstadt and see every view with contents, without touching your own data.",
    leadLoaded: "Musterstadt is loaded and open to you as a city of its own.",
    leadInside: "You are in a fictional city. Try whatever you like here.",
    whatTitle: "What the demo city is",
    whatBase: "Fictional, marked “Demo” everywhere.",
    whatText:
      "Musterstadt has 300,000 inhabitants and 153 IT services: contracts, dependencies, assessments in every state, a strategy with seven goals and two years of snapshots. City, people, contracts and amounts are invented. Products, makers and their owners come from the catalogue and are real; which of them a city uses is made up.",
    whatScope:
      "It is created as a city of its own beside yours. Only you have access to it, as an administrator. The invented people cannot sign in.",
    yoursTitle: "Your demo cities",
    yoursNone: "No demo city loaded yet.",
    yoursNoneText: "Loading takes a few seconds.",
    count:
      "{services, plural, one {# service} other {# services}}, {snapshots, plural, one {# snapshot} other {# snapshots}}",
    load: "Load demo city",
    open: "Open {name}",
    remove: "Remove",
    removeTitle: "Delete {name} with everything in it?",
    removeText:
      "Services, assessments, snapshots, strategy and log of this fictional city are deleted, including what you entered there yourself. This cannot be undone. Other cities stay untouched.",
    removeConfirm: "Remove {name} for good",
    removed: "The demo city is removed.",
    alreadyLoaded: "The demo city is already loaded (short name {slug}). Remove it first if you want to load it again.",
    slugTaken: "The short name {slug} belongs to a real city. It is not overwritten.",
    realCity: "{slug} is a real city. Only fictional cities can be removed this way.",
  },
});
