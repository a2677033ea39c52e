import { hostSubject } from "../checks/site";
import { knownString, knownStrings } from "../facts/known";
import type { Host } from "../facts/site";
import {
  defineRule,
  missing,
  notApplicable,
  stringOf,
  stringsOf,
  violation,
  type LimitsInScope,
  type Outcome,
} from "./rule";

const limitIds = ["hyperv.role", "hyperv.internet-access", "hyperv.client-system"];

export const rule = defineRule({
  name: "hyperv-host-setup",
  ref: "ASR-0176",
  title: "Hyper-V hosts are servers with the Hyper-V role and a way to the internet",
  rationale:
    "Registration fails on a host that lacks the role or its way to Azure; Hyper-V on a client system is not supported at all.",
  remedy: "Complete the host's set-up before registering it.",
  limits: limitIds,
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "host",
  check(host, { limits }) {
    if ((host.kind ?? "hyperv") !== "hyperv") return notApplicable;
    return limitIds.some((id) => limits.find(id) !== undefined) ? judgeSetUp(host, limits) : notApplicable;
  },
});

function judgeSetUp(host: Host, limits: LimitsInScope): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const role = limits.find("hyperv.role");
  // Hyper-V Server is nothing but the role.
  if (role !== undefined && knownString(host.product) !== "Hyper-V Server") {
    const roles = knownStrings(host.roles);
    if (roles === undefined) outcomes.push(missing("roles"));
    else if (!roles.some((seen) => seen.toLowerCase() === stringOf(role).toLowerCase())) {
      outcomes.push(
        violation(role, {
          subject: hostSubject(host),
          observed: roles.length === 0 ? "no roles" : roles.join(", "),
          message: `The host lacks the role ${stringOf(role)}.`,
          path: "roles",
        }),
      );
    }
  }
  const internet = limits.find("hyperv.internet-access");
  if (internet !== undefined) {
    const access = knownString(host.internetAccess);
    if (access === undefined) outcomes.push(missing("internetAccess"));
    else if (!stringsOf(internet).includes(access)) {
      outcomes.push(
        violation(internet, {
          subject: hostSubject(host),
          observed: access,
          message: "The host reaches the internet neither directly nor through a proxy.",
          path: "internetAccess",
        }),
      );
    }
  }
  const client = limits.find("hyperv.client-system");
  if (client !== undefined && knownString(host.product) === "Windows") {
    outcomes.push(
      violation(client, {
        subject: hostSubject(host),
        observed: `Windows ${knownString(host.version) ?? ""}`.trim(),
        message: "The host runs Hyper-V on a client system.",
        remedy: "Protect the machine as a physical server, or move it to a Hyper-V server.",
        path: "product",
      }),
    );
  }
  return outcomes;
}
