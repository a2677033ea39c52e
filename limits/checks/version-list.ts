import { knownString } from "../facts/known";
import type { Limit } from "../matrix/schema";
import { stringsOf, type Missing, missing, violation, type Violation } from "../rules/rule";
import { isOfLine, parseVersion } from "../versions";

/**
 * Judges a version against a closed list of releases. A release stands for all its updates: `6.7` for
 * `6.7.0 U3`. Names such as `2012 R2` compare as they are.
 */
export function judgeListedVersion(
  limit: Limit,
  seen: unknown,
  what: { readonly fact: string; readonly subject: string; readonly name: string },
): Violation | Missing | undefined {
  const text = knownString(seen);
  if (text === undefined) return missing(what.fact);
  const listed = stringsOf(limit);
  const numbers = parseVersion(/^\d+(\.\d+)*/.exec(text)?.[0]);
  const isListed = listed.some((release) => {
    const line = parseVersion(release);
    const dotted = line !== undefined && line.length > 1;
    return dotted && numbers !== undefined
      ? isOfLine(numbers, line)
      : text.toLowerCase() === release.toLowerCase();
  });
  if (isListed) return undefined;
  return violation(limit, {
    subject: what.subject,
    observed: text,
    message: `${what.name} is ${text}; supported: ${listed.join(", ")}.`,
    path: what.fact,
  });
}
