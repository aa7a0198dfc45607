import type { DemoAssessment } from "./types";

/**
 * The assessments as the life of an assessment has them: a new version takes the place of the one before it from the day it
 * is begun, so that a service has at most one open assessment per method.
 */
export function currentAssessments(assessments: readonly DemoAssessment[]): DemoAssessment[] {
  const newest = new Map<string, DemoAssessment>();
  for (const each of assessments) {
    if (each.state === "superseded") continue;
    const key = `${each.serviceKey} ${each.method}`;
    const before = newest.get(key);
    if (before === undefined || before.version < each.version) newest.set(key, each);
  }
  return assessments.map((each) => {
    const open = newest.get(`${each.serviceKey} ${each.method}`);
    if (each.state === "superseded" || open === undefined || open === each) return each;
    return { ...each, state: "superseded", supersededAt: open.createdAt };
  });
}
