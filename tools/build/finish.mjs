// After tsc: what the built package needs besides JavaScript.
import { createRequire } from "node:module";
import { copyFileSync, existsSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { compileMatrix } = createRequire(import.meta.url)(join(root, "dist/limits/matrix/compile.js"));

removeOrphans(join(root, "dist"), root);
compileMatrix(join(root, "limits/matrix"), join(root, "dist/limits/matrix/matrix.json"));

// Style and script of the HTML report are files of their own, not modules.
for (const asset of ["page.css", "page.js"]) {
  const path = join("reports/assessment/html", asset);
  copyFileSync(join(root, path), join(root, "dist", path));
}

/** tsc leaves behind what it made of a source that is gone; commands and rules are found by reading folders. */
function removeOrphans(built, sources) {
  for (const entry of readdirSync(built, { withFileTypes: true })) {
    if (entry.isDirectory()) removeOrphans(join(built, entry.name), join(sources, entry.name));
    else if (entry.name.endsWith(".d.ts")) {
      const stem = entry.name.slice(0, -".d.ts".length);
      if (existsSync(join(sources, `${stem}.ts`))) continue;
      for (const suffix of [".js", ".d.ts"]) rmSync(join(built, stem + suffix), { force: true });
    }
  }
}
