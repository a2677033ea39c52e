import { existsSync } from "node:fs";
import { join } from "node:path";

/** Folder of published inventories that lies beside the checkout on some machines. */
const folder = join(
  process.env["ASR_REFERENCE"] ?? join(__dirname, "..", "..", "..", "shared"),
  "inventories",
);

/** Why tests on published inventories are skipped; undefined where they can run. */
export const referenceAbsent = existsSync(folder)
  ? undefined
  : `the published inventories are not on this machine (${folder}; set ASR_REFERENCE)`;

export function referenceInventory(path: string): string {
  return join(folder, path);
}
