#!/usr/bin/env node
// `npm run asr -- …` and `npx --no-install asr …`: the command line of this checkout, built where needed.
import { callersFolder } from "./setup/caller.mjs";
import { foreground } from "./setup/commands.mjs";
import { root } from "./setup/places.mjs";
import { prepare, runScript } from "./setup/prepare.mjs";

await runScript(async () => {
  const { node, environment } = await prepare({ engine: false });
  const args = [`${root}/dist/cli/main.js`, ...process.argv.slice(2)];
  return foreground(node, args, { cwd: callersFolder(), env: environment });
});
