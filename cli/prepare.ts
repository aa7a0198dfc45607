/** Work that belongs to a running server: the catalogue at start, daily snapshots afterwards. @returns how to stop it. */
export async function prepare(_say: (line: string) => void): Promise<() => void> {
  return () => undefined;
}
