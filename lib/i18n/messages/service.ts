import { defineMessages } from "../define";

/** One service: its page, its form. */
export const serviceMessages = defineMessages({ de: {}, en: {} });
