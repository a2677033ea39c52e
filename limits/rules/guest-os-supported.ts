import { judgeFirstKernel, judgeMobilityService, listedNames, listingOf } from "../checks/release-lists";
import { isRecord } from "../checks/json";
import { releaseOf } from "../checks/release";
import type { Machine } from "../facts/machine";
import type { JsonValue, Limit } from "../matrix/schema";
import {
  defineRule,
  kept,
  missing,
  notApplicable,
  stringsOf,
  violation,
  type Answer,
  type RuleContext,
} from "./rule";

export const rule = defineRule({
  name: "guest-os-supported",
  ref: "ASR-0104",
  title: "The operating system is one of the listed releases",
  rationale:
    "The lists of guest operating systems are closed: the prerequisites check fails for any other release.",
  remedy: "Upgrade to a listed release before enabling replication, or protect the machine by other means.",
  limits: [
    "machine.os.family",
    "machine.os.windows",
    "machine.os.windows.end-of-support",
    "machine.os.linux",
    "machine.os.linux.disputed",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: judgeGuestOs,
});

/** The check itself, which also tells which facts about the operating system are decisive. */
export function judgeGuestOs(machine: Machine, { limits, intent }: RuleContext): Answer {
  const families = limits.find("machine.os.family");
  const windows = limits.find("machine.os.windows");
  const linux = limits.find("machine.os.linux");
  if (families === undefined && windows === undefined && linux === undefined) return notApplicable;
  const { family, name } = releaseOf(machine);
  if (family === undefined) return [missing("os.family")];
  if (family === "other") {
    if (families !== undefined) {
      return stringsOf(families).includes(family)
        ? kept
        : [unlisted(machine, families, `families: ${stringsOf(families).join(", ")}`)];
    }
    // Closed lists of both families are all there is: a third family is on neither.
    const lists = [windows, linux].filter((list) => list !== undefined);
    const list = linux ?? windows;
    return list === undefined
      ? notApplicable
      : [unlisted(machine, list, `products: ${lists.map(listedNames).join("; ")}`)];
  }
  if (name === undefined) return [missing("os.name")];
  const list = family === "windows" ? windows : linux;
  if (list === undefined) return notApplicable;
  return judgeRelease(
    machine,
    intent,
    list,
    limits.find(family === "windows" ? "machine.os.windows.end-of-support" : "machine.os.linux.disputed"),
  );
}

function judgeRelease(machine: Machine, intent: string, list: Limit, second: Limit | undefined): Answer {
  const release = releaseOf(machine);
  const listing = listingOf(release, list);
  if (listing.kind === "undecided") return [missing(listing.missing)];
  if (listing.kind === "listed") {
    if (listing.row.intents !== undefined && !listing.row.intents.includes(intent)) {
      return [
        violation(list, {
          subject: "operating system",
          observed: release.text,
          value: rowsOf(list, release.name),
          message: `${release.text} is supported for ${listing.row.intents.join(", ")} only.`,
          path: "os.version",
        }),
      ];
    }
    const outcomes = [
      judgeMobilityService(machine, list, listing.row),
      judgeFirstKernel(machine, list, listing.row),
    ].filter((outcome) => outcome !== undefined);
    return outcomes.length === 0 ? kept : outcomes;
  }
  if (second !== undefined) {
    const other = listingOf(release, second);
    if (other.kind === "undecided") return [missing(other.missing)];
    if (other.kind === "listed") return [unlisted(machine, second, `products: ${listedNames(list)}`)];
  }
  return [unlisted(machine, list, `products: ${listedNames(list)}`)];
}

function unlisted(machine: Machine, limit: Limit, listed: string) {
  const { text, family, name } = releaseOf(machine);
  const rows = rowsOf(limit, name);
  return violation(limit, {
    subject: "operating system",
    observed: text === "unknown" ? (family ?? text) : text,
    message: `${text} is not in the list of supported releases (${listed}).`,
    ...(rows.length > 0 ? { value: rows } : {}),
    path: "os.version",
  });
}

/** The rows of the product at hand: a finding need not carry the whole list. */
function rowsOf(list: Limit, name: string | undefined): readonly JsonValue[] {
  return Array.isArray(list.value)
    ? (list.value as readonly JsonValue[]).filter((row) => isRecord(row) && row["name"] === name)
    : [];
}
