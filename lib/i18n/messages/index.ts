import { accountMessages } from "./account";
import { chartMessages } from "./charts";
import { commonMessages } from "./common";
import { errorMessages } from "./errors";
import { inventoryMessages } from "./inventory";
import { navMessages } from "./nav";
import { problemMessages } from "./problems";
import { roleMessages } from "./roles";
import { serviceMessages } from "./service";
import { strategyMessages } from "./strategy";
import { uiMessages } from "./ui";
import { wordMessages } from "./words";

/** All namespaces, one line each: `noun: nounMessages`. The key of a message is then `noun.key`. */
export const namespaces = {
  account: accountMessages,
  charts: chartMessages,
  common: commonMessages,
  errors: errorMessages,
  inventory: inventoryMessages,
  nav: navMessages,
  problems: problemMessages,
  roles: roleMessages,
  service: serviceMessages,
  strategy: strategyMessages,
  ui: uiMessages,
  words: wordMessages,
} as const;
