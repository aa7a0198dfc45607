"use client";

import "@kern-ux/native/dist/fonts/fira-sans.css";
import "@kern-ux/native/dist/kern.min.css";
import "./hoheit.css";
import { Unexpected, useLocaleHere } from "@/components/error/unexpected.client";

/** Stands in for the whole document when the frame itself fails. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const locale = useLocaleHere();
  return (
    <html lang={locale} data-kern-theme="system">
      <body className="h-body">
        <Unexpected reference={error.digest} retry={reset} />
      </body>
    </html>
  );
}
