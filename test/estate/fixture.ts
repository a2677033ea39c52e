import { join } from "node:path";

/** Path of a made-up inventory. */
export function fixture(name: string): string {
  return join(__dirname, "..", "fixtures", "inventories", name);
}
