// After tsc: what the built package needs besides JavaScript.
import { copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { compileMatrix } = createRequire(import.meta.url)(join(root, "dist/limits/matrix/compile.js"));

compileMatrix(join(root, "limits/matrix"), join(root, "dist/limits/matrix/matrix.json"));

// Style and script of the HTML report are files of their own, not modules.
for (const asset of ["page.css", "page.js"]) {
  const path = join("reports/assessment/html", asset);
  copyFileSync(join(root, path), join(root, "dist", path));
}
