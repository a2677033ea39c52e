import { join } from "node:path";
import { compileMatrix } from "../limits/matrix/compile";

/** Tests run from source, and the loader reads the compiled matrix: compile it once before them. */
export default function setup(): void {
  const root = join(__dirname, "..");
  compileMatrix(join(root, "limits/matrix"), join(root, "dist/limits/matrix/matrix.json"));
}
