#!/usr/bin/env node
// `npm run bench -- …`: what it costs; `bench/main.ts` says what can be asked.
import { callersFolder } from "./setup/caller.mjs";
import { foreground } from "./setup/commands.mjs";
import { root } from "./setup/places.mjs";
import { prepare, runScript } from "./setup/prepare.mjs";

await runScript(async () => {
  const { node, environment } = await prepare();
  const args = [`${root}/dist/bench/main.js`, ...process.argv.slice(2)];
  return foreground(node, args, { cwd: callersFolder(), env: environment });
});
