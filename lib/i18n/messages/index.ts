import { acceptanceMessages } from "./acceptance";
import { accountMessages } from "./account";
import { adminMessages } from "./admin";
import { assessmentMessages } from "./assessment";
import { assessmentSheetMessages } from "./assessment-sheet";
import { assignmentMessages } from "./assignment";
import { auditMessages } from "./audit";
import { auditWordMessages } from "./audit-words";
import { catalogueMessages } from "./catalogue";
import { categoryMessages } from "./categories";
import { chartMessages } from "./charts";
import { commonMessages } from "./common";
import { demoMessages } from "./demo";
import { evidenceMessages } from "./evidence";
import { dashboardMessages } from "./dashboard";
import { errorMessages } from "./errors";
import { helpMessages } from "./help";
import { importMessages } from "./import";
import { inventoryMessages } from "./inventory";
import { matrixMessages } from "./matrix";
import { methodMessages } from "./methods";
import { navMessages } from "./nav";
import { ownMethodMessages } from "./own-methods";
import { problemMessages } from "./problems";
import { roleMessages } from "./roles";
import { serviceMessages } from "./service";
import { serviceFormMessages } from "./service-form";
import { strategyMessages } from "./strategy";
import { uiMessages } from "./ui";
import { wordMessages } from "./words";

/** All namespaces, one line each: `noun: nounMessages`. The key of a message is then `noun.key`. */
export const namespaces = {
  account: accountMessages,
  assessment: assessmentMessages,
  assessmentSheet: assessmentSheetMessages,
  assignment: assignmentMessages,
  admin: adminMessages,
  audit: auditMessages,
  auditWords: auditWordMessages,
  catalogue: catalogueMessages,
  category: categoryMessages,
  charts: chartMessages,
  common: commonMessages,
  demo: demoMessages,
  dashboard: dashboardMessages,
  errors: errorMessages,
  help: helpMessages,
  import: importMessages,
  inventory: inventoryMessages,
  matrix: matrixMessages,
  methods: methodMessages,
  nav: navMessages,
  ownMethods: ownMethodMessages,
  problems: problemMessages,
  roles: roleMessages,
  service: serviceMessages,
  serviceForm: serviceFormMessages,
  strategy: strategyMessages,
  ui: uiMessages,
  words: wordMessages,
  acceptance: acceptanceMessages,
  evidence: evidenceMessages,
} as const;
