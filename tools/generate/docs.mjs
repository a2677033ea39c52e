// `npm run docs`: completes the pages of docs/rules from the built rules and the compiled matrix, and writes
// their index. A rule without a page is named, and ends with exit code 1: its prose is to be written first.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { renderIndex, renderPage } from "./rule-pages.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = createRequire(join(root, "dist", "index.js"));
const { allRules } = built("./limits/rules/registry.gen.js");
const { loadMatrix } = built("./limits/matrix/load.js");
const { moments } = built("./limits/rules/rule.js");
const { scenarios } = built("./limits/scenarios.js");
const folder = join(root, "docs", "rules");
const limits = loadMatrix();
const style = await resolveConfig(join(folder, "index.md"));

async function write(file, text) {
  const formatted = await format(text, { ...style, parser: "markdown" });
  if (!existsSync(file) || readFileSync(file, "utf8") !== formatted) writeFileSync(file, formatted);
}

const without = [];
for (const rule of allRules) {
  const file = join(folder, `${rule.name}.md`);
  if (existsSync(file)) await write(file, renderPage(rule, limits, readFileSync(file, "utf8")));
  else without.push(rule.name);
}
await write(join(folder, "index.md"), renderIndex(allRules, limits, scenarios, moments));
if (without.length > 0) {
  console.error(`No page in docs/rules: ${without.join(", ")}`);
  process.exitCode = 1;
}
