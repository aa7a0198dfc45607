import { defineMessages } from "../define";

/** Roles of people in a city, by their id. */
export const roleMessages = defineMessages({
  de: {
    administrator: "Administration",
    strategist: "IT-Strategie",
    "service-owner": "Serviceverantwortung",
    approver: "Freigabe",
    auditor: "Prüfung",
    viewer: "Lesen",
  },
  en: {
    administrator: "Administrator",
    strategist: "IT strategist",
    "service-owner": "Service owner",
    approver: "Approver",
    auditor: "Auditor",
    viewer: "Viewer",
  },
});
