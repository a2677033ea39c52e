import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The checkout, from dist/bench. */
export const root = resolve(__dirname, "..", "..");

export const ourPack = join(root, "policy-pack");

/** A pack without policies in a folder of its own: what any pack costs. */
export function writeEmptyPack(folder: string): string {
  const pack = join(folder, "empty-pack");
  mkdirSync(pack);
  symlinkSync(join(root, "node_modules"), join(pack, "node_modules"), "junction");
  writeFileSync(join(pack, "package.json"), JSON.stringify({ name: "empty-pack", version: "1.0.0" }));
  writeFileSync(
    join(pack, "PulumiPolicy.yaml"),
    "runtime: {name: nodejs, options: {typescript: false}}\nmain: index.js\n",
  );
  writeFileSync(
    join(pack, "index.js"),
    'new (require("@pulumi/policy").PolicyPack)("empty", { policies: [] });\n',
  );
  return pack;
}
