import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { asr } from "../cli/command-line";

const root = join(__dirname, "../..");
const pages = globSync(["*.md", "docs/**/*.md", "stacks/*/README.md"], { cwd: root });
const commands = ["assess", "plan", "check", "drill", "limits", "simulate", "policy-report", "schema"];

/** Lines of fenced blocks, as somebody would copy them. */
function codeLines(text: string): readonly string[] {
  return [...text.matchAll(/^```\w*\n([^]*?)^```/gm)].flatMap(([, code = ""]) => code.split("\n"));
}

describe("commands that somebody would copy", () => {
  it.each(pages)("%s names an asr that is there", (page) => {
    const lines = codeLines(readFileSync(join(root, page), "utf8"));
    // Not on the path of a checkout; and a bare npx could run a package of somebody else.
    expect(lines.filter((line) => /^\s*(?:npx )?asr [a-z-]+\b(?! *=)/.test(line))).toEqual([]);
  });

  it.each(commands)("the help of asr %s does", async (command) => {
    const { stdout } = await asr(command, "--help").catch(() => ({ stdout: "" }));
    const examples = /Examples?:\n((?: {2}.*\n?)+)/.exec(stdout)?.[1] ?? "";
    expect(examples).toMatch(/^ {2}npx --no-install asr /m);
    expect(examples).not.toMatch(/^ {2}asr /m);
  });
});
