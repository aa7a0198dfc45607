import { runCommand } from "./run";

// `npm run -s hoheit -- <command>`. `hoheit services | head` closes our output early; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

// Not exit(): what is still on its way to a pipe would be lost.
void runCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
