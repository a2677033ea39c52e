import { valueOf } from "../../vault/part";
import type { CheckFinding } from "../check-finding";
import { machineSubject, type CheckedVault } from "../checked-vault";
import { liveFinding } from "../examine";
import { observed } from "../live-check";
import { opinionChecks } from "./opinion-checks";

/** The names that the service lists, by provider. */
export function listedSystems({ snapshot }: CheckedVault): Readonly<Record<string, readonly string[]>> {
  const lists = valueOf(snapshot.supportedOperatingSystems)?.properties?.supportedOsList ?? [];
  return Object.fromEntries(
    lists.map(({ instanceType = "", supportedOs = [] }) => [
      instanceType,
      supportedOs.flatMap(({ osName }) => osName ?? []),
    ]),
  );
}

/** A finding for each machine whose system the service does not list for its provider. */
export function compareOperatingSystems(vault: CheckedVault): readonly CheckFinding[] {
  const lists = listedSystems(vault);
  return vault.machines.flatMap((machine): readonly CheckFinding[] => {
    const listed = lists[machine.instanceType] ?? [];
    // Only machines from on premises tell which system they run; without a list there is no opinion.
    if (machine.osName === undefined || listed.length === 0) return [];
    const name = words(machine.osName);
    if (listed.some((each) => words(each).every((word) => name.includes(word)))) return [];
    return [
      liveFinding(
        opinionChecks.operatingSystem,
        observed({
          severity: "warning",
          subject: machineSubject(machine),
          observed: machine.osName,
          expected: `one of ${listed.length} systems that the service lists`,
          message: `The machine runs ${machine.osName}, which the service does not list for ${machine.instanceType}.`,
        }),
        "service",
      ),
    ];
  });
}

/** Words that name no system: hypervisors and catalogues add them as they like. */
const fillers: ReadonlySet<string> = new Set([
  "microsoft",
  "bit",
  "64",
  "32",
  "64bit",
  "or",
  "later",
  "x64",
  "server",
]);

function words(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== "" && !fillers.has(word));
}
