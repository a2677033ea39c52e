// After tsc: what the built package needs besides JavaScript.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { compileMatrix } = createRequire(import.meta.url)(join(root, "dist/limits/matrix/compile.js"));

compileMatrix(join(root, "limits/matrix"), join(root, "dist/limits/matrix/matrix.json"));
