/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The image optimiser of Next has had remote code execution through SVG; we have no raster images to optimise.
  images: { unoptimized: true },
  // Types are checked by `npm run types`; a first start must not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "@node-rs/argon2", "pg", "pino"],
  experimental: { authInterrupts: true },
  // Two instances from one checkout (a test run beside a developer) must not share a build folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
};

export default config;
