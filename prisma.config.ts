import { defineConfig } from "prisma/config";

// `generate` never needs the native schema engine, but the CLI would download it; migrations run through WebAssembly
// (lib/server/database/migrate.ts, docs/adr/0003).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema" });
