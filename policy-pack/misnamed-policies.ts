import { nearest } from "../limits/nearest";
import { allRules } from "../limits/rules/registry.gen";
import type { ConfiguredPolicy } from "./configured-policies";

/** Policies with settings of their own. */
const withSettings: readonly string[] = ["settings"];

/**
 * What is wrong with the names in a configuration: a level or a setting that reaches no policy must not look as if it
 * did.
 *
 * @param names Of all policies of the pack.
 */
export function misnamedPolicies(
  configured: readonly ConfiguredPolicy[],
  names: readonly string[],
): readonly string[] {
  return configured.flatMap(({ name, settings }) => {
    if (name === "all") return [];
    if (!names.includes(name)) return [unknownName(name, names)];
    if (settings.length === 0 || withSettings.includes(name)) return [];
    return [
      `The configuration gives the policy ${name} ${settings.join(", ")}: it has a level alone. What all rules share stands under settings.`,
    ];
  });
}

function unknownName(name: string, names: readonly string[]): string {
  const said = `The configuration names the policy ${name}, which this pack has not: what it says there holds for nothing.`;
  const rule = allRules.find(({ ref }) => ref === name.toUpperCase());
  if (rule !== undefined && names.includes(rule.name))
    return `${said} ${rule.ref} is called ${rule.name} here.`;
  const known = allRules.find((each) => each.name === name);
  if (known !== undefined) {
    return `${said} The rule ${name} sees nothing of what a program holds: remove it, and see asr assess or asr check.`;
  }
  const meant = nearest(name, names);
  return meant === undefined ? `${said} Remove it.` : `${said} Did you mean ${meant}?`;
}
