#!/usr/bin/env node
// `npm start [-- FILE]`: the main job end to end on the simulator.
import { callersFolder } from "./setup/caller.mjs";
import { foreground } from "./setup/commands.mjs";
import { root } from "./setup/places.mjs";
import { prepare, runScript } from "./setup/prepare.mjs";

await runScript(async () => {
  const { node, environment } = await prepare();
  const args = [`${root}/dist/cli/main.js`, "run", ...process.argv.slice(2)];
  return foreground(node, args, { cwd: callersFolder(), env: environment });
});
