import { knownString } from "../facts/known";
import type { Machine } from "../facts/machine";
import { parseKernel } from "../kernels";
import type { Limit } from "../matrix/schema";
import { missing, recordsOf, violation, type Missing, type Violation } from "../rules/rule";
import { compareVersions, parseVersion } from "../versions";
import { parsedOnce } from "./json";
import { matches, releaseOf, releaseRow, type Release, type ReleaseRow } from "./release";

/** The rows of a limit that lists releases. */
export const releaseRows = parsedOnce((limit: Limit): readonly ReleaseRow[] =>
  recordsOf(limit).map(releaseRow),
);

/** Names of products in a list, for messages. */
export const listedNames = parsedOnce((limit: Limit): string =>
  [...new Set(releaseRows(limit).map((row) => row.name))].join(", "),
);

/** Where a release stands in a list: in this row, in none of them, or not decidable without a fact. */
export type Listing =
  | { readonly kind: "listed"; readonly row: ReleaseRow }
  | { readonly kind: "unlisted" }
  | { readonly kind: "undecided"; readonly missing: string };

export function listingOf(release: Release, limit: Limit): Listing {
  let undecided: string | undefined;
  for (const row of releaseRows(limit)) {
    const match = matches(release, row);
    if (match === "yes") return { kind: "listed", row };
    if (match !== "no") undecided ??= match.missing;
  }
  return undecided === undefined ? { kind: "unlisted" } : { kind: "undecided", missing: undecided };
}

/** What a listed release asks of the Mobility Service. */
export function judgeMobilityService(
  machine: Machine,
  limit: Limit,
  row: ReleaseRow,
): Violation | Missing | undefined {
  if (row.minMobilityService === undefined) return undefined;
  const text = knownString(machine.mobilityServiceVersion);
  const agent = parseVersion(text);
  if (agent === undefined) return missing("mobilityServiceVersion");
  if (compareVersions(agent, parseVersion(row.minMobilityService) ?? []) >= 0) return undefined;
  return violation(limit, {
    subject: "operating system",
    observed: `${releaseOf(machine).text}, Mobility Service ${text ?? ""}`,
    message: `${releaseOf(machine).text} needs Mobility Service ${row.minMobilityService} or later; this machine has ${text ?? ""}.`,
    remedy: `Update the Mobility Service to ${row.minMobilityService} or later before enabling replication.`,
    path: "mobilityServiceVersion",
  });
}

/** The first kernel of a listed release, where the list names one. */
export function judgeFirstKernel(
  machine: Machine,
  limit: Limit,
  row: ReleaseRow,
): Violation | Missing | undefined {
  const first = parseKernel(row.minKernel);
  if (first === undefined) return undefined;
  const kernel = parseKernel(machine.os?.kernel);
  if (kernel === undefined) return missing("os.kernel");
  if ((compareVersions(kernel.base, first.base) || compareVersions(kernel.build, first.build)) >= 0)
    return undefined;
  return violation(limit, {
    subject: "kernel",
    observed: kernel.text,
    message: `${releaseOf(machine).text} needs kernel ${first.text} or later; this machine runs ${kernel.text}.`,
    remedy: `Update the kernel to ${first.text} or later before enabling replication.`,
    path: "os.kernel",
  });
}
