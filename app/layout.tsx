import "@kern-ux/native/dist/fonts/fira-sans.css";
import "@kern-ux/native/dist/kern.min.css";
import "./hoheit.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { getLocale, getTheme } from "@/lib/i18n/server";

export const metadata: Metadata = { title: { default: "Hoheit", template: "%s – Hoheit" }, robots: { index: false } };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getLocale(), getTheme()]);
  // Reading the request makes every page dynamic, which the script nonce needs.
  await headers();
  return (
    <html lang={locale} data-kern-theme={theme}>
      <body className="h-body">{children}</body>
    </html>
  );
}
