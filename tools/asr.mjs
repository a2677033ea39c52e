#!/usr/bin/env node
// `npm run asr -- …` and `npx --no-install asr …`: the command line of this checkout, built where needed.
import { diagnose, isHealthy, render } from "./doctor.mjs";
import { callersFolder } from "./setup/caller.mjs";
import { foreground } from "./setup/commands.mjs";
import { root } from "./setup/places.mjs";
import { isPrepared, prepare, runScript } from "./setup/prepare.mjs";

await runScript(async () => {
  // The doctor is asked because something may be missing: it must not install it first.
  if (process.argv[2] === "doctor" && !isPrepared()) {
    const findings = await diagnose();
    process.stdout.write(render(findings));
    return isHealthy(findings) ? 0 : 1;
  }
  const { node, environment } = await prepare({ engine: false });
  const args = [`${root}/dist/cli/main.js`, ...process.argv.slice(2)];
  return foreground(node, args, { cwd: callersFolder(), env: environment });
});
