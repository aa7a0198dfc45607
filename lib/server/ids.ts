import { randomBytes } from "node:crypto";

let last = 0n;

/**
 * A UUID of version 7 (RFC 9562): ordered by time, and within this process by call, so that rows made in one go keep
 * their order when sorted by id.
 */
export function newId(): string {
  // Milliseconds and a 12-bit counter as one number: when the counter is used up, it borrows from the next millisecond.
  const now = BigInt(Date.now()) << 12n;
  last = now > last ? now : last + 1n;
  const time = (last >> 12n).toString(16).padStart(12, "0");
  const counter = (last & 0xfffn).toString(16).padStart(3, "0");
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const rest = random.toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}
