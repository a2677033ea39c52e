import { unlessFamily } from "../checks/answers";
import { knownObject, knownObjects, knownString, knownStrings } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "etc-hosts-entries",
  ref: "ASR-0126",
  title: "/etc/hosts maps the host name to the addresses of all adapters",
  rationale:
    "The Mobility Service on Linux resolves its own name through /etc/hosts; a loopback entry alone is not enough.",
  remedy: "Add the missing addresses to the host name's entries in /etc/hosts.",
  limits: ["linux.etc-hosts"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("linux.etc-hosts");
    if (limit === undefined) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const entries = knownObject(machine.etcHosts);
    const hostName = knownString(machine.hostName);
    const nics = knownObjects(machine.nics);
    const lacks = [
      ...(typeof machine.etcHosts === "object" ? [] : ["etcHosts"]),
      ...(hostName === undefined ? ["hostName"] : []),
      ...(nics === undefined ? ["nics[].ipv4"] : []),
    ];
    if (lacks.length > 0 || hostName === undefined || nics === undefined) return [missing(...lacks)];
    if (nics.some((nic) => knownStrings(nic.ipv4) === undefined)) return [missing("nics[].ipv4")];
    const mapped = knownStrings(entries[hostName]) ?? [];
    const unmapped = nics
      .flatMap((nic) => knownStrings(nic.ipv4) ?? [])
      .filter((address) => !mapped.includes(address));
    if (unmapped.length === 0) return kept;
    return [
      violation(limit, {
        subject: `host name ${hostName}`,
        observed: `not mapped: ${unmapped.join(", ")}`,
        message: `/etc/hosts does not map ${hostName} to ${unmapped.join(", ")}.`,
        path: "etcHosts",
      }),
    ];
  },
});
