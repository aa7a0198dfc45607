import { LRUCache } from "lru-cache";
import type { PortfolioRow } from "@/lib/domain/service/types";
import type { PastMetric, SnapshotInfo } from "./data";
import type { ServicePoint } from "./data-history";

// Snapshots never change, so what was decoded once stays true.

/** Key of a snapshot in memory: another content is another entry. */
export const cacheKey = ({ id, hash }: Pick<SnapshotInfo, "id" | "hash">): string => `${id}:${hash}`;

/** Decoded rows, about a kilobyte each. */
export const decodedRows = new LRUCache<string, readonly PortfolioRow[]>({
  maxSize: 60_000,
  sizeCalculation: (rows) => Math.max(1, rows.length),
});

/** Metrics computed on snapshots. */
export const pastMetrics = new LRUCache<string, PastMetric>({ max: 20_000 });

/** How each service of a snapshot stood, about a hundred bytes each. */
export const servicePoints = new LRUCache<string, ReadonlyMap<string, Omit<ServicePoint, "date">>>({
  maxSize: 400_000,
  sizeCalculation: (points) => Math.max(1, points.size),
});
