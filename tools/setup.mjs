#!/usr/bin/env node
// `npm run setup`: everything that the other scripts need. Does nothing where nothing is to do.
import { prepare, runScript } from "./setup/prepare.mjs";
import { say } from "./setup/progress.mjs";

await runScript(async () => {
  const { engine, node } = await prepare();
  say(`Ready: Pulumi ${engine.version} (${engine.source}) at ${engine.pulumi}, Node at ${node}.`);
});
