import yauzl from "yauzl";
import { LIMITS, RefusalError } from "./types";

/** An entry this large may not unpack to more than 250 times its packed size; real sheets stay below 100. */
const RATIO_FROM_BYTES = 10 * 1024 * 1024;
const MAX_RATIO = 250;

/**
 * Unpacks the wanted entries of a ZIP container into memory. All entries are inflated and counted, whatever their
 * headers claim, and reading stops at the first limit: number of entries, unpacked bytes, ratio.
 * @throws RefusalError zip-bomb, zip-broken (also for paths that leave the container), encrypted
 */
export async function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  try {
    return await unpack(bytes, wanted);
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    // yauzl: central directory damaged, sizes that do not match, names with "..", unknown compression.
    throw new RefusalError("zip-broken");
  }
}

async function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (zip.entryCount > LIMITS.zipEntries)
    throw new RefusalError("zip-bomb", { entries: zip.entryCount, limit: LIMITS.zipEntries });
  const result = new Map<string, Buffer>();
  let total = 0;
  let declared = 0;
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    if (++entries > LIMITS.zipEntries) throw new RefusalError("zip-bomb", { entries, limit: LIMITS.zipEntries });
    if (entry.fileName.endsWith("/")) continue;
    if (entry.isEncrypted()) throw new RefusalError("encrypted");
    declared += entry.uncompressedSize;
    if (declared > LIMITS.unpackedBytes) throw bomb(declared);
    const keep = wanted(entry.fileName);
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      total += chunk.length;
      const ratio = size > RATIO_FROM_BYTES && size > entry.compressedSize * MAX_RATIO;
      if (total > LIMITS.unpackedBytes || ratio) {
        stream.destroy();
        throw bomb(total);
      }
      if (keep) chunks.push(chunk);
    }
    if (keep) result.set(entry.fileName, Buffer.concat(chunks));
  }
  return result;
}

function bomb(unpacked: number): RefusalError {
  return new RefusalError("zip-bomb", {
    megabytes: Math.ceil(unpacked / 1024 / 1024),
    limit: LIMITS.unpackedBytes / 1024 / 1024,
  });
}
