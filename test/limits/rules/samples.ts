import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { isEdition } from "../../../limits/editions";
import type { Rule } from "../../../limits/rules/rule";
import { isScenario } from "../../../limits/scenarios";
import type { TestScope } from "./judging";

const folder = join(__dirname, "../../../docs/rules");

/** The text of a rule's page; empty where there is none. */
export function pageOf(name: string): string {
  const file = join(folder, `${name}.md`);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Facts that a page shows, and the scope that it judges them in. */
export interface Sample {
  readonly scope: TestScope;
  readonly facts: unknown;
}

/** The samples of a rule's page: blocks marked `yaml good` or `yaml bad`. */
export function samplesOf(rule: Rule, kind: "good" | "bad"): readonly Sample[] {
  return [...pageOf(rule.name).matchAll(new RegExp(`^\`\`\`yaml ${kind}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    (match) => {
      const { [rule.subject]: facts, ...scope } = parse(match[1] ?? "") as Record<string, unknown>;
      if (!isEdition(scope["edition"]) || !isScenario(scope["scenario"])) {
        throw new Error(`docs/rules/${rule.name}.md: a ${kind} sample names no edition and scenario`);
      }
      return { scope: scope as unknown as TestScope, facts };
    },
  );
}
