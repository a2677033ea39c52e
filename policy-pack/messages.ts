import { findingBlock } from "../limits/finding-text";
import type { Finding } from "../limits/findings";
import type { Rule, Scope } from "../limits/rules/rule";
import type { Seen } from "./seen";

/** A finding with the scope it was judged in. */
export function findingMessage(finding: Finding, scope: Scope, how: string): string {
  return `${findingBlock(finding)}\n  scenario: ${scopeText(scope)} (${how})`;
}

function scopeText({ scenario, experience }: Scope): string {
  return experience === undefined ? scenario : `${scenario}, ${experience}`;
}

/** Facts that a rule needs and the program does not tell, or not yet. */
export function undecidedMessage(
  rule: Rule,
  name: string,
  missing: readonly string[],
  { unknown, unreadable }: Pick<Seen, "unknown" | "unreadable">,
): string {
  const among = (facts: readonly string[]) => (fact: string) => facts.some((other) => sameFact(other, fact));
  const odd = missing.filter(among(unreadable));
  const later = missing.filter((fact) => !odd.includes(fact) && among(unknown)(fact));
  const absent = missing.filter((fact) => !odd.includes(fact) && !later.includes(fact));
  const reasons = [
    ...(odd.length === 0
      ? []
      : [`the value of ${odd.join(", ")} is of a type that it cannot have: correct it`]),
    ...(later.length === 0
      ? []
      : [`${later.join(", ")} ${later.length === 1 ? "is" : "are"} not known until the deployment`]),
    ...(absent.length === 0 ? [] : [`${absent.join(", ")} ${absent.length === 1 ? "is" : "are"} not said`]),
  ];
  return `${rule.ref} ${rule.name}: could not decide about ${name}: ${reasons.join("; ")}. The rule: ${rule.title}.`;
}

/** A rule that some scenarios break and others do not, where nothing tells which one it is. */
export function undecidedScenarioMessage(
  rule: Rule,
  name: string,
  broken: readonly { readonly scope: Scope; readonly findings: readonly Finding[] }[],
): string {
  const scenarios = [...new Set(broken.map(({ scope }) => scopeText(scope)))];
  const example = broken[0]?.findings[0];
  return (
    `${rule.ref} ${rule.name}: could not decide about ${name}, because nothing tells the scenario. ` +
    `It would be a violation for ${scenarios.join("; ")}${example === undefined ? "" : ` (${example.message})`}. ` +
    "Say the scenario in the pack's settings."
  );
}

/** Whether two names mean one fact: a rule about accounts calls `sku` what another calls `storageAccounts[].sku`. */
export function sameFact(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/** A rule of ours that failed: it must not take others with it, nor stop the user. */
export function crashMessage(rule: Rule, error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (
    `${rule.ref} ${rule.name}: could not decide, because the rule itself failed (${text.split("\n")[0] ?? ""}). ` +
    "This is a fault of the policy pack; its other rules are not affected."
  );
}

/** What the settings say when the analysis of the stack failed before any rule ran. */
export function failedMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (
    `Internal fault of the policy pack azure-siterecovery: nothing was judged, and no rule could decide, because its analysis of the stack failed (${text.split("\n")[0] ?? ""}). ` +
    "Report it. To deploy all the same, without any of these policies: --policy-pack-config with " +
    '{"settings": "advisory"}.'
  );
}

/** What a rule says when the policy that reads the settings is switched off. */
export function noSettingsMessage(rule: Rule): string {
  return (
    `${rule.ref} ${rule.name}: could not decide, because the policy settings did not run, and only it knows the ` +
    'edition. Give it a level: "settings": "mandatory".'
  );
}
