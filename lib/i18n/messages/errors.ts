import { defineMessages } from "../define";

/** What failed, what is safe, what to do. */
export const errorMessages = defineMessages({
  de: {
    notFoundTitle: "Diese Seite gibt es nicht",
    notFoundText:
      "Vielleicht wurde der Eintrag entfernt, oder die Adresse ist unvollständig. Ihre Daten sind davon nicht betroffen.",
    forbiddenTitle: "Dafür fehlt Ihnen die Berechtigung",
    forbiddenText:
      "Ihre Rolle erlaubt diesen Schritt nicht. Bitte wenden Sie sich an die Verwaltung Ihrer Stadt in Hoheit.",
    unexpectedTitle: "Das hat nicht geklappt",
    unexpectedText:
      "Bereits gespeicherte Angaben sind sicher. Bitte versuchen Sie es erneut oder nennen Sie der Administration die Kennung {reference}.",
    signInTitle: "Bitte melden Sie sich an",
    signInText: "Ihre Sitzung ist abgelaufen oder wurde beendet.",
    conflictTitle: "Jemand anderes war schneller",
    conflictText:
      "Seit Sie diese Seite geöffnet haben, wurde der Eintrag geändert. Ihre Eingaben sind unten erhalten; bitte entscheiden Sie je Feld.",
    conflictYours: "Ihre Eingabe",
    conflictTheirs: "jetzt gespeichert",
    conflictBase: "vorher",
    validationTitle: "Bitte prüfen Sie Ihre Angaben",
    tooLarge: "Die Datei ist zu groß.",
    tooManyRequests: "Zu viele Versuche. Bitte warten Sie einen Moment.",
    home: "Zum Lagebild",
    start: "Zur Startseite",
    unexpectedNoReference: "Bereits gespeicherte Angaben sind sicher. Bitte versuchen Sie es erneut.",
    retry: "Erneut versuchen",
  },
  en: {
    notFoundTitle: "This page does not exist",
    notFoundText: "The entry may have been removed, or the address is incomplete. Your data are not affected.",
    forbiddenTitle: "You are not permitted to do this",
    forbiddenText: "Your role does not allow this step. Please contact your city’s administrator in Hoheit.",
    unexpectedTitle: "That did not work",
    unexpectedText:
      "What was saved before is safe. Please try again or give the administrator the reference {reference}.",
    signInTitle: "Please sign in",
    signInText: "Your session has expired or was ended.",
    conflictTitle: "Somebody else was faster",
    conflictText:
      "The entry was changed since you opened this page. What you typed is kept below; please decide field by field.",
    conflictYours: "Your entry",
    conflictTheirs: "saved now",
    conflictBase: "before",
    validationTitle: "Please check your entries",
    tooLarge: "The file is too large.",
    tooManyRequests: "Too many attempts. Please wait a moment.",
    home: "Go to the dashboard",
    start: "Go to the start page",
    unexpectedNoReference: "What was saved before is safe. Please try again.",
    retry: "Try again",
  },
});
