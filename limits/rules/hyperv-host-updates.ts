import { isRecord, textIn, textsIn } from "../checks/json";
import { hostSubject } from "../checks/site";
import { boundaryOfVersion } from "../checks/version-boundary";
import { knownString, knownStrings } from "../facts/known";
import type { Host } from "../facts/site";
import { defineRule, missing, notApplicable, violation, type LimitsInScope, type Outcome } from "./rule";

const limitIds = ["hyperv.required-update", "hyperv.min-dotnet"];

export const rule = defineRule({
  name: "hyperv-host-updates",
  ref: "ASR-0178",
  title: "Hyper-V hosts have the software that replication needs",
  rationale:
    "A host that lacks a required update or a recent .NET Framework fails at registration or loses replication.",
  remedy: "Install the update before registering the host.",
  limits: limitIds,
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "host",
  check(host, { limits }) {
    if ((host.kind ?? "hyperv") !== "hyperv") return notApplicable;
    return limitIds.some((id) => limits.find(id) !== undefined) ? judgeUpdates(host, limits) : notApplicable;
  },
});

function judgeUpdates(host: Host, limits: LimitsInScope): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const update = limits.find("hyperv.required-update");
  if (update !== undefined && applies(host, update.value)) {
    const number = requiredUpdate(update.value).update;
    const installed = knownStrings(host.installedUpdates);
    if (installed === undefined) outcomes.push(missing("installedUpdates"));
    else if (!installed.some((seen) => seen.replace(/^KB/i, "") === number)) {
      outcomes.push(
        violation(update, {
          subject: hostSubject(host),
          observed: `KB ${number} missing`,
          message: `The host lacks update KB ${number}.`,
          path: "installedUpdates",
        }),
      );
    }
  }
  const dotnet = limits.find("hyperv.min-dotnet");
  if (dotnet !== undefined) {
    const boundary = boundaryOfVersion(dotnet);
    const seen = knownString(host.dotNetVersion);
    const admitted = boundary.admits(seen);
    if (admitted === undefined) outcomes.push(missing("dotNetVersion"));
    if (admitted === false) {
      outcomes.push(
        violation(dotnet, {
          subject: hostSubject(host),
          observed: `.NET Framework ${seen ?? ""}`,
          message: `The host has .NET Framework ${seen ?? ""}; ${boundary.text} is needed.`,
          path: "dotNetVersion",
        }),
      );
    }
  }
  return outcomes;
}

interface RequiredUpdate {
  readonly update: string;
  readonly releases: readonly string[];
  readonly clusteredOnly: boolean;
}

function requiredUpdate(value: unknown): RequiredUpdate {
  const row = isRecord(value) ? value : {};
  return {
    update: textIn(row, "update"),
    releases: textsIn(row, "releases"),
    clusteredOnly: row["clusteredOnly"] === true,
  };
}

/** Newer releases contain the update and never list it. */
function applies(host: Host, value: unknown): boolean {
  const { releases, clusteredOnly } = requiredUpdate(value);
  const release = knownString(host.version)?.replace(/^(windows|hyper-v) server\s+/i, "");
  if (clusteredOnly && host.clustered !== true) return false;
  return release === undefined || releases.includes(release);
}
