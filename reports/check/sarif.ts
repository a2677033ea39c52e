import { createHash } from "node:crypto";
import type { ReportingDescriptor, Result } from "sarif";
import { loadMatrix } from "../../limits/matrix/load";
import { allRules } from "../../limits/rules/registry.gen";
import type { CheckFinding } from "../../operations/check/check-finding";
import { documentedChecks } from "../../operations/check/documented-checks";
import type { VaultCheck } from "../../operations/check/vault-check";
import { counted } from "../../limits/counted";
import { codeScanningCaps, sarifLog } from "../sarif-log";
import { sarifRule } from "../sarif-rules";
import { groupCheck, sourceText, subjectText, type CheckGroup } from "./groups";

/**
 * SARIF 2.1.0: a result a finding; a result a rule where that would be more than code scanning shows. There is no file
 * to point at: the vault's id stands for one.
 */
export function* sarifChunks(check: VaultCheck): Generator<string> {
  const groups = groupCheck(check);
  const found = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const aggregated = found > codeScanningCaps.shownResults;
  const results = aggregated
    ? groups.map((group) => groupResult(check, group))
    : groups.flatMap((group) => group.findings.map((finding) => findingResult(check, finding)));
  const log = sarifLog(rulesOf(check, groups), results, {
    edition: check.edition,
    asOf: check.asOf,
    vault: check.vault.id,
    verdict: check.verdict,
    summary: check.summary,
    unread: check.unread,
    ...(aggregated ? { findings: found, aggregated: "by rule and limit" } : {}),
  });
  yield `${JSON.stringify(log, undefined, 1)}\n`;
}

function rulesOf(check: VaultCheck, groups: readonly CheckGroup[]): readonly ReportingDescriptor[] {
  const reported = new Set(groups.map(({ ref }) => ref));
  const limits = loadMatrix().filter(({ edition }) => edition === check.edition);
  return [
    ...allRules
      .filter(({ ref }) => reported.has(ref))
      .map((rule) =>
        sarifRule(
          rule,
          limits.filter(({ id }) => rule.limits.includes(id)),
        ),
      ),
    ...documentedChecks
      .filter(({ ref }) => reported.has(ref))
      .map(({ ref, name, title, rationale, remedy, source }): ReportingDescriptor => ({
        id: ref,
        name,
        shortDescription: { text: title },
        fullDescription: { text: rationale },
        help: {
          text:
            source === null
              ? remedy
              : `${remedy}\n\nSource: "${source.document}", section "${source.section}"`,
          markdown:
            source === null
              ? `**What to do.** ${remedy}`
              : `**What to do.** ${remedy}\n\n**Source**: [${source.document}](${source.url}), section "${source.section}"`,
        },
        ...(source === null ? {} : { helpUri: source.url }),
        properties: { tags: ["azure-site-recovery", "live"] },
      })),
  ];
}

function findingResult(check: VaultCheck, finding: CheckFinding): Result {
  const source = sourceText(finding);
  return {
    ruleId: finding.ref,
    kind: "fail",
    level: finding.severity === "error" ? "error" : "warning",
    message: {
      text: `${subjectText(finding)}: ${finding.message} ${finding.remedy}${source === "" ? "" : ` ${source}.`}`,
    },
    locations: [location(check, finding)],
    partialFingerprints: {
      "finding/v1": fingerprint([
        finding.ref,
        finding.limit?.id ?? "",
        finding.subject.id ?? finding.subject.name,
        finding.detail ?? "",
      ]),
    },
    properties: { kind: finding.kind },
    ...(finding.waiver === null
      ? {}
      : {
          suppressions: [
            {
              kind: "external" as const,
              status: "accepted" as const,
              justification: `${finding.waiver.reason} (${finding.waiver.owner}, until ${finding.waiver.expires})`,
            },
          ],
        }),
  };
}

function groupResult(check: VaultCheck, group: CheckGroup): Result {
  const shown = group.findings.slice(0, codeScanningCaps.shownLocations);
  const [first] = group.findings;
  return {
    ruleId: group.ref,
    kind: "fail",
    level: group.severity === "error" ? "error" : "warning",
    message: {
      text: `${counted(group.findings.length, "finding")}. For example ${first === undefined ? "" : `${subjectText(first)}: ${first.message}`} ${group.remedy}`,
    },
    locations: shown.map((finding) => location(check, finding)),
    partialFingerprints: { "group/v1": fingerprint([group.ref, group.limit?.id ?? ""]) },
  };
}

function location(check: VaultCheck, finding: CheckFinding): NonNullable<Result["locations"]>[number] {
  return {
    physicalLocation: {
      artifactLocation: { uri: `azure/${encodeURIComponent(check.vault.name)}` },
      region: { startLine: 1 },
    },
    logicalLocations: [
      {
        name: finding.subject.name,
        fullyQualifiedName: `${finding.subject.id ?? finding.subject.name}${finding.detail === undefined ? "" : `/${finding.detail}`}`,
        kind: "resource",
      },
    ],
  };
}

function fingerprint(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
