/*
 * What is usual per kind of software. Invented magnitudes for made-up cities, not statistics.
 */

export interface CategoryProfile {
  /** Median cost per year of a city of 300,000, in thousand euro. */
  readonly cost: number;
  /** Median number of users in such a city. */
  readonly users: number;
  /** Probability that only standardised interfaces are used by a proprietary product of this kind. */
  readonly openInterfaces: number;
  /** A law or an agreement leaves no choice, whatever the market offers. */
  readonly noChoice?: boolean;
}

const profile = (cost: number, users: number, openInterfaces: number, noChoice?: true): CategoryProfile =>
  noChoice === undefined ? { cost, users, openInterfaces } : { cost, users, openInterfaces, noChoice };

const PROFILES: Readonly<Record<string, CategoryProfile>> = {
  ai: profile(48, 900, 0.5),
  aliens: profile(70, 60, 0.6),
  archive: profile(22, 12, 0.6),
  backup: profile(90, 15, 0.2),
  "bi-analytics": profile(35, 120, 0.3),
  "building-permits": profile(68, 90, 0.5),
  cafm: profile(38, 80, 0.3),
  chat: profile(40, 2600, 0.3),
  "client-management": profile(52, 40, 0.2),
  "construction-cad": profile(45, 70, 0.2),
  container: profile(60, 25, 0.6),
  "council-info": profile(42, 320, 0.5),
  culture: profile(18, 25, 0.4),
  database: profile(120, 20, 0.2),
  "dev-tools": profile(14, 40, 0.5),
  "dms-eakte": profile(140, 1900, 0.3),
  "e-signature": profile(24, 400, 0.6),
  education: profile(55, 2400, 0.5),
  elections: profile(44, 60, 0.3, true),
  "email-groupware": profile(280, 4100, 0.3),
  "email-security": profile(70, 4100, 0.5),
  emergency: profile(90, 110, 0.2),
  "endpoint-security": profile(85, 4100, 0.2),
  "erp-finance": profile(180, 650, 0.3),
  "file-collaboration": profile(65, 3000, 0.3),
  "fines-traffic": profile(58, 70, 0.4),
  firewall: profile(90, 12, 0.4),
  "forms-ozg": profile(46, 260, 0.6),
  gis: profile(55, 210, 0.4),
  "graphics-pdf": profile(36, 300, 0.2),
  health: profile(62, 95, 0.5),
  "hosting-cloud": profile(75, 40, 0.4),
  hr: profile(72, 180, 0.3),
  identity: profile(70, 4100, 0.4),
  integration: profile(34, 30, 0.4),
  itsm: profile(40, 200, 0.3),
  "legal-info": profile(30, 220, 0.3),
  library: profile(48, 90, 0.5),
  monitoring: profile(18, 20, 0.3),
  network: profile(150, 30, 0.4),
  office: profile(420, 4100, 0.1),
  "os-client": profile(260, 4100, 0.1),
  "os-server": profile(120, 30, 0.2),
  other: profile(26, 60, 0.3),
  participation: profile(16, 40, 0.5),
  password: profile(20, 600, 0.2),
  payment: profile(38, 60, 0.6),
  procurement: profile(30, 60, 0.5),
  "public-order": profile(20, 45, 0.4),
  "register-business": profile(34, 35, 0.6),
  "register-civil": profile(60, 30, 0.7, true),
  "register-residents": profile(88, 110, 0.7),
  "register-vehicles": profile(80, 60, 0.5),
  "remote-support": profile(15, 45, 0.2),
  siem: profile(95, 15, 0.5),
  social: profile(85, 140, 0.5),
  storage: profile(160, 12, 0.3),
  survey: profile(8, 60, 0.5),
  tax: profile(58, 70, 0.5),
  telephony: profile(110, 4000, 0.5),
  translation: profile(12, 400, 0.5),
  video: profile(44, 2400, 0.4),
  virtualization: profile(220, 25, 0.2),
  vpn: profile(55, 1800, 0.4),
  "website-cms": profile(60, 80, 0.6),
  "whiteboard-project": profile(22, 350, 0.4),
  youth: profile(70, 160, 0.5),
};

const OTHER = profile(26, 60, 0.3);

/** Usual figures for a category; an unlisted one gets those of `other`. */
export function categoryProfile(category: string): CategoryProfile {
  return PROFILES[category] ?? OTHER;
}
