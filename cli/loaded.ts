import type { LoadedCity } from "@/lib/features/demo/mutations";
import { printLines } from "./io";

/** What a made-up city consists of, and how to get in. */
export function sayLoaded(city: LoadedCity): void {
  printLines([
    `${city.name} (fictional) is loaded as ${city.slug}: ${city.services} services in ${city.departments} departments, ` +
      `${city.dependencies} dependencies, ${city.assessments} assessments, ${city.snapshots} snapshots, ${city.goals} goals.`,
    `To see it: npm run -s hoheit -- user create --city ${city.slug} --role administrator --email … --password-stdin`,
    `To remove it: npm run -s hoheit -- demo remove --city ${city.slug}`,
  ]);
}
