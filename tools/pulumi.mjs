#!/usr/bin/env node
// `npm run pulumi -- …`: the Pulumi CLI that set-up found or got, with the PATH it needs.
import { callersFolder } from "./setup/caller.mjs";
import { foreground } from "./setup/commands.mjs";
import { prepare, runScript } from "./setup/prepare.mjs";

await runScript(async () => {
  const { engine, environment } = await prepare();
  return foreground(engine.pulumi, process.argv.slice(2), { cwd: callersFolder(), env: environment });
});
