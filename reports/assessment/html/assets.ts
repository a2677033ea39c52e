import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Style sheet and script of the page; the build copies them beside this module. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** What the page may load and run: these two and nothing else. */
  readonly contentSecurityPolicy: string;
}

const folders = [__dirname, join(__dirname, "..", "..", "..", "..", "reports", "assessment", "html")];

export function loadAssets(): Assets {
  const style = read("page.css");
  const script = read("page.js");
  return {
    style,
    script,
    contentSecurityPolicy: [
      "default-src 'none'",
      `style-src '${digest(style)}'`,
      `script-src '${digest(script)}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; "),
  };
}

function read(name: string): string {
  const file = folders.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`${name} is missing: run \`npm run build\`.`);
  // A carriage return would not survive HTML parsing, and the digest would not match.
  return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
