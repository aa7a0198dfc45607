"use client";

import { Unexpected } from "@/components/error/unexpected.client";

/** Anything a page did not expect. The digest is the reference under which the log has the whole story. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Unexpected reference={error.digest} retry={reset} />;
}
