import type { Grant } from "@/lib/domain/access/authorise";
import type { ExposureClass } from "@/lib/domain/exposure/types";
import { chooseHistory } from "@/lib/domain/strategy/history";
import { cacheKey, servicePoints } from "./data-cache";
import { BrokenSnapshot, listSnapshots, rowsOf, type Reader, type SnapshotInfo } from "./data";

/** How a service stood on a snapshot's day. */
export interface ServicePoint {
  readonly date: string;
  /** null = not assessed then. */
  readonly munich: number | null;
  /** null = unknown then. */
  readonly exposure: ExposureClass | null;
  readonly atLeast: boolean;
}

type Point = Omit<ServicePoint, "date">;

const MOST_SNAPSHOTS = 8;

/**
 * A service over the latest snapshots its city keeps (at most eight, thinned like every history), oldest first. Days on
 * which it was not in the inventory, and broken snapshots, are left out.
 */
export async function serviceHistory(
  reader: Reader,
  grant: Pick<Grant<"snapshot.read">, "cityId">,
  serviceId: string,
  today: string,
): Promise<readonly ServicePoint[]> {
  const chosen = chooseHistory(await listSnapshots(reader, grant), { today }).slice(-MOST_SNAPSHOTS);
  const history: ServicePoint[] = [];
  for (const snapshot of chosen) {
    const point = (await pointsOf(reader, grant, snapshot)).get(serviceId);
    if (point !== undefined) history.push({ date: snapshot.date, ...point });
  }
  return history;
}

async function pointsOf(
  reader: Reader,
  grant: Pick<Grant<"snapshot.read">, "cityId">,
  snapshot: SnapshotInfo,
): Promise<ReadonlyMap<string, Point>> {
  const known = servicePoints.get(cacheKey(snapshot));
  if (known !== undefined) return known;
  const read = new Map<string, Point>();
  try {
    for (const row of await rowsOf(reader, grant, snapshot)) {
      read.set(row.serviceId, { munich: row.munich.value, exposure: row.exposure, atLeast: row.exposureAtLeast });
    }
  } catch (error) {
    if (!(error instanceof BrokenSnapshot)) throw error;
  }
  servicePoints.set(cacheKey(snapshot), read);
  return read;
}
