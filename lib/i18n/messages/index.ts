import { accountMessages } from "./account";
import { chartMessages } from "./charts";
import { commonMessages } from "./common";
import { errorMessages } from "./errors";
import { navMessages } from "./nav";
import { problemMessages } from "./problems";
import { roleMessages } from "./roles";
import { uiMessages } from "./ui";

/** All namespaces, one line each: `noun: nounMessages`. The key of a message is then `noun.key`. */
export const namespaces = {
  account: accountMessages,
  charts: chartMessages,
  common: commonMessages,
  errors: errorMessages,
  nav: navMessages,
  problems: problemMessages,
  roles: roleMessages,
  ui: uiMessages,
} as const;
