import { createHash } from "node:crypto";
import type { ReportingDescriptor, Result } from "sarif";
import { loadMatrix } from "../../limits/matrix/load";
import { counted } from "../../limits/counted";
import { codeScanningCaps, sarifLog } from "../sarif-log";
import { sarifRule } from "../sarif-rules";
import type { EngineTally } from "./engine-tally";
import type { PolicyViolation } from "./engine-events";
import type { PolicyReportOptions } from "./render";
import { levelOf, resourceText, ruleOf, sortViolations } from "./violation";

const levels = { mandatory: "error", advisory: "warning", undecided: "note" } as const;

/**
 * SARIF 2.1.0 for code scanning: a result a violation; where that is more than code scanning shows, a result
 * a policy and level. An engine's events say no place in a file, so every result points at `location`.
 */
export function policySarif(tally: EngineTally, { location }: PolicyReportOptions): string {
  const violations = sortViolations(tally.violations);
  const place = {
    artifactLocation: { uri: location.split(/[\\/]/).map(encodeURIComponent).join("/") },
    region: { startLine: 1 },
  };
  const single = (violation: PolicyViolation): Result => ({
    ...resultOf(violation),
    message: { text: `${resourceText(violation.resourceUrn)}: ${violation.message.trim()}` },
    locations: [{ physicalLocation: place, logicalLocations: [logical(violation)] }],
    partialFingerprints: {
      "violation/v1": fingerprint([
        ruleId(violation),
        violation.resourceUrn ?? "",
        // Values in a message change with the program; what it is about does not.
        String(tally.violations.filter((other) => sameCase(other, violation)).indexOf(violation)),
      ]),
    },
  });
  const results =
    violations.length <= codeScanningCaps.shownResults
      ? violations.map(single)
      : [...Map.groupBy(violations, (violation) => `${ruleId(violation)} ${levelOf(violation)}`)].map(
          ([key, group]): Result => {
            const [first] = group;
            if (first === undefined) throw new Error("A group has at least one violation.");
            return {
              ...resultOf(first),
              message: {
                text: `${counted(group.length, "violation")}, for example ${resourceText(first.resourceUrn)}: ${first.message.trim()}`,
              },
              locations: group
                .slice(0, codeScanningCaps.shownLocations)
                .map((violation) => ({ physicalLocation: place, logicalLocations: [logical(violation)] })),
              partialFingerprints: { "policy/v1": fingerprint([key]) },
            };
          },
        );
  const log = sarifLog(descriptors(violations), results, { packs: [...tally.packs], result: tally.result });
  return `${JSON.stringify(log, undefined, 1)}\n`;
}

function resultOf(violation: PolicyViolation): Pick<Result, "ruleId" | "level" | "properties"> {
  return {
    ruleId: ruleId(violation),
    level: levels[levelOf(violation)],
    properties: { policy: violation.policyName, pack: violation.policyPackName, level: levelOf(violation) },
  };
}

function ruleId({ policyPackName, policyName }: PolicyViolation): string {
  return ruleOf(policyPackName, policyName)?.ref ?? `${policyPackName}/${policyName}`;
}

function sameCase(a: PolicyViolation, b: PolicyViolation): boolean {
  return ruleId(a) === ruleId(b) && a.resourceUrn === b.resourceUrn;
}

function descriptors(violations: readonly PolicyViolation[]): ReportingDescriptor[] {
  const matrix = loadMatrix();
  const byId = new Map(violations.map((violation) => [ruleId(violation), violation]));
  return [...byId].map(([id, { policyPackName, policyName }]) => {
    const rule = ruleOf(policyPackName, policyName);
    if (rule !== undefined) {
      return sarifRule(
        rule,
        matrix.filter((limit) => rule.limits.includes(limit.id)),
      );
    }
    const text = `Policy ${policyName} of the pack ${policyPackName}.`;
    return { id, name: policyName, shortDescription: { text }, fullDescription: { text }, help: { text } };
  });
}

function logical(violation: PolicyViolation) {
  return {
    name: resourceText(violation.resourceUrn),
    fullyQualifiedName: violation.resourceUrn ?? "stack",
    kind: "resource",
  };
}

function fingerprint(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
