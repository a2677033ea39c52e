import { createHash } from "node:crypto";
import { isAbsolute, relative } from "node:path";
import type { Location, Result } from "sarif";
import type { Assessment } from "../../estate/assessment";
import type { MachineOrigin } from "../../estate/document";
import type { Finding } from "../../limits/findings";
import { loadMatrix } from "../../limits/matrix/load";
import { allRules } from "../../limits/rules/registry.gen";
import { counted } from "../../limits/counted";
import { codeScanningCaps, sarifLog } from "../sarif-log";
import { sarifRule } from "../sarif-rules";
import { citationText } from "../citation-text";
import { printable } from "../printable-text";
import { groupFindings, type FindingGroup } from "./groups";
import type { ReportOptions } from "./render";

/**
 * SARIF 2.1.0 for code scanning: a result a finding. Where that would be more than code scanning shows, a
 * result a rule with as many machines as it shows, so that no rule is lost.
 */
export function* sarifChunks(assessment: Assessment, options: ReportOptions): Generator<string> {
  const groups = groupFindings(assessment);
  const found = groups.reduce((sum, group) => sum + group.findings.length, 0);
  const place = placeOfFile(options.sources?.[0] ?? "inventory");
  const results =
    found <= codeScanningCaps.shownResults
      ? groups.flatMap((group) =>
          group.findings.map((entry) => findingResult(assessment, group, entry, place)),
        )
      : groups.map((group) => groupResult(assessment, group, place));
  const reported = new Set(groups.map(({ rule }) => rule));
  const limits = loadMatrix().filter((limit) => limit.edition === assessment.edition);
  const rules = allRules
    .filter((rule) => reported.has(rule.name))
    .map((rule) =>
      sarifRule(
        rule,
        limits.filter((limit) => rule.limits.includes(limit.id)),
      ),
    );
  const log = sarifLog(rules, results, {
    edition: assessment.edition,
    asOf: assessment.asOf,
    summary: assessment.summary,
    ...(found <= codeScanningCaps.shownResults ? {} : { findings: found, aggregated: "by rule and limit" }),
  });
  yield `${JSON.stringify(log, undefined, 1)}\n`;
}

type Entry = FindingGroup["findings"][number];
type Place = NonNullable<Location["physicalLocation"]>;

function findingResult(assessment: Assessment, group: FindingGroup, entry: Entry, place: Place): Result {
  const { finding } = entry;
  return {
    ...resultOf(group),
    message: { text: `${machineName(assessment, entry)}: ${sentence(finding)}` },
    locations: [location(assessment, entry, place)],
    partialFingerprints: {
      "finding/v1": fingerprint([
        finding.ref,
        finding.limit.id,
        machineKey(assessment, entry),
        finding.subject,
      ]),
    },
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

function groupResult(assessment: Assessment, group: FindingGroup, place: Place): Result {
  const first = group.findings[0];
  const shown = group.findings.slice(0, codeScanningCaps.shownLocations);
  const rest = group.findings.length - shown.length;
  return {
    ...resultOf(group),
    message: {
      text:
        `${counted(group.findings.length, "finding")} on ${counted(group.machines.length, "machine")}` +
        `${rest > 0 ? `, the first ${shown.length} as locations` : ""}. ` +
        (first === undefined
          ? ""
          : `For example ${machineName(assessment, first)}: ${sentence(first.finding)}`),
    },
    locations: shown.map((entry) => location(assessment, entry, place)),
    partialFingerprints: { "group/v1": fingerprint([group.ref, group.limit.id, ...ownRemedy(group)]) },
  };
}

/** A remedy that is not the rule's own, which sets the group apart from others of the rule. */
function ownRemedy({ rule, remedy }: FindingGroup): readonly string[] {
  return allRules.find(({ name }) => name === rule)?.remedy === remedy ? [] : [remedy];
}

function resultOf(group: FindingGroup): Pick<Result, "ruleId" | "level" | "kind" | "properties"> {
  return {
    ruleId: group.ref,
    kind: "fail",
    level: group.severity === "error" ? "error" : "warning",
    properties: { limit: group.limit.id, edition: group.limit.edition },
  };
}

function sentence(finding: Finding): string {
  return (
    `${finding.subject}: ${finding.message} ${finding.remedy} ` +
    `Edition ${finding.limit.edition}: ${citationText(finding.limit.source)}.`
  );
}

function location(assessment: Assessment, entry: Entry, place: Place): Location {
  const origin = entry.machine === undefined ? undefined : assessment.machines[entry.machine]?.origin;
  return {
    physicalLocation: origin === undefined ? place : placeOfMachine(origin),
    logicalLocations: [
      {
        name: machineName(assessment, entry),
        fullyQualifiedName: `${machineKey(assessment, entry)}/${entry.finding.subject}`,
        kind: "resource",
      },
    ],
    ...(origin === undefined ? {} : { message: { text: originText(origin) } }),
  };
}

/**
 * The machine's line in a delimited file. Workbooks have no lines that a viewer could show: their region is the
 * first, and sheet and row stand in the location's message.
 */
function placeOfMachine({ file, sheet, row }: MachineOrigin): Place {
  const place = placeOfFile(file);
  return sheet === undefined && row !== undefined && /\.(csv|tsv|txt)$/i.test(file)
    ? { ...place, region: { startLine: row } }
    : place;
}

function originText({ sheet, row }: MachineOrigin): string {
  return [
    ...(sheet === undefined ? [] : [`sheet ${printable(sheet)}`]),
    ...(row === undefined ? [] : [`row ${row}`]),
  ].join(", ");
}

/** Code scanning demands a file and a region: the inventory as the user named it, relative and with forward slashes. */
function placeOfFile(file: string): Place {
  const path = isAbsolute(file) ? relative(process.cwd(), file) : file;
  const uri = path.split(/[\\/]/).map(encodeURIComponent).join("/");
  return { artifactLocation: { uri }, region: { startLine: 1 } };
}

function machineName(assessment: Assessment, { machine }: Entry): string {
  return machine === undefined ? "estate" : (assessment.machines[machine]?.name ?? "");
}

function machineKey(assessment: Assessment, entry: Entry): string {
  const machine = entry.machine === undefined ? undefined : assessment.machines[entry.machine];
  return machine === undefined ? "estate" : (machine.id ?? machine.name);
}

function fingerprint(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
