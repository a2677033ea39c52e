import { joined } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { knownBoolean, knownString, knownStrings } from "../facts/known";
import type { ConfigurationServer } from "../facts/site";
import {
  defineRule,
  kept,
  missing,
  notApplicable,
  stringOf,
  stringsOf,
  violation,
  type Answer,
  type LimitsInScope,
} from "./rule";

export const rule = defineRule({
  name: "configuration-server-placement",
  ref: "ASR-0189",
  title: "The configuration server is deployed where and how the scenario wants it",
  rationale:
    "It is an on-premises machine that holds all components of Site Recovery; for VMware it comes from a template.",
  remedy: "Deploy the configuration server as documented for the scenario.",
  limits: [
    "configuration-server.kinds",
    "configuration-server.deployment",
    "configuration-server.components",
    "configuration-server.high-availability",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "configuration-server",
  check: (server, { limits }) =>
    joined(
      judgeKind(server, limits),
      judgeDeployment(server, limits),
      judgeComponents(server, limits),
      judgeAvailability(server, limits),
    ),
});

function judgeKind(server: ConfigurationServer, limits: LimitsInScope): Answer {
  const limit = limits.find("configuration-server.kinds");
  if (limit === undefined) return notApplicable;
  const kind = knownString(server.kind);
  if (kind === undefined) return [missing("kind")];
  if (stringsOf(limit).includes(kind)) return kept;
  return [
    violation(limit, {
      subject: "server",
      observed: kind,
      message: `The configuration server is a ${kind}; it must be an on-premises machine: ${stringsOf(limit).join(", ")}.`,
      path: "kind",
    }),
  ];
}

function judgeDeployment(server: ConfigurationServer, limits: LimitsInScope): Answer {
  const limit = limits.find("configuration-server.deployment");
  if (limit === undefined) return notApplicable;
  const way = knownString(server.deployment);
  if (way === undefined) return [missing("deployment")];
  if (way === stringOf(limit)) return kept;
  return [
    violation(limit, {
      subject: "server",
      observed: way,
      message: `The configuration server is deployed by ${way}; documented is ${stringOf(limit)}.`,
      path: "deployment",
    }),
  ];
}

function judgeComponents(server: ConfigurationServer, limits: LimitsInScope): Answer {
  const limit = limits.find("configuration-server.components");
  if (limit === undefined) return notApplicable;
  const components = knownStrings(server.components);
  if (components === undefined) return [missing("components")];
  const absent = stringsOf(limit).filter((component) => !components.includes(component));
  if (absent.length === 0) return kept;
  return [
    violation(limit, {
      subject: "server",
      observed: `components: ${components.join(", ")}`,
      message: `The configuration server lacks ${absent.join(", ")}.`,
      path: "components",
    }),
  ];
}

/** A recommendation for servers that are VMware machines; any other kind does not follow it. */
function judgeAvailability(server: ConfigurationServer, limits: LimitsInScope): Answer {
  if (limits.find("configuration-server.high-availability") === undefined) return notApplicable;
  const kind = knownString(server.kind);
  return judgeFlag(limits, {
    limit: "configuration-server.high-availability",
    fact: kind === undefined ? "kind" : "highAvailability",
    value: kind === undefined ? undefined : kind === "vmware-vm" && knownBoolean(server.highAvailability),
    subject: "server",
    observed: kind === "vmware-vm" ? "not highly available" : (kind ?? ""),
    message: "The configuration server is not a highly available VMware machine.",
  });
}
