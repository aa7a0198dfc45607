/** Browser and system of a User-Agent header in the words people know; null where nothing known is named. */
export interface AgentSummary {
  readonly browser: string | null;
  readonly system: string | null;
}

// First match wins: most browsers also claim to be the ones further down.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/(\d+)/, "Edge"],
  [/\bOPR\/(\d+)/, "Opera"],
  [/\bSamsungBrowser\/(\d+)/, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, "Firefox"],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/, "Chrome"],
  [/\bVersion\/(\d+)[\d.]* .*Safari\//, "Safari"],
  [/\bcurl\/(\d+)/, "curl"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** A short summary such as Firefox 128 on Linux. The header is what the client claims, nothing more. */
export function summariseAgent(agent: string | null): AgentSummary {
  const text = agent ?? "";
  const system = SYSTEMS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  for (const [pattern, name] of BROWSERS) {
    const match = pattern.exec(text);
    if (match) return { browser: `${name} ${match[1] ?? ""}`.trim(), system };
  }
  return { browser: null, system };
}
