import { joined } from "../checks/answers";
import { judgeQuantity } from "../checks/server";
import { knownNumber, knownObjects, knownString } from "../facts/known";
import type { ConfigurationServer } from "../facts/site";
import {
  defineRule,
  missing,
  notApplicable,
  stringsOf,
  violation,
  type Answer,
  type LimitsInScope,
} from "./rule";

export const rule = defineRule({
  name: "configuration-server-sizing",
  ref: "ASR-0184",
  title: "The configuration server has the documented size",
  rationale:
    "Configuration server, process server and master target share this machine; too small a one slows replication down.",
  remedy: "Enlarge the configuration server before installing it.",
  limits: [
    "configuration-server.cpu-cores",
    "configuration-server.memory",
    "configuration-server.disk-count",
    "configuration-server.disk-roles",
    "configuration-server.free-space.cache",
    "configuration-server.free-space.retention",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "configuration-server",
  check: (server, { limits }) =>
    joined(
      judgeQuantity(limits, "configuration-server.cpu-cores", server.cpuCores, {
        fact: "cpuCores",
        unit: "cores",
        name: "processor cores",
      }),
      judgeQuantity(limits, "configuration-server.memory", server.memoryGiB, {
        fact: "memoryGiB",
        unit: "GiB",
        name: "memory",
      }),
      judgeQuantity(limits, "configuration-server.disk-count", knownObjects(server.disks)?.length, {
        fact: "disks",
        unit: "disks",
        name: "disks",
      }),
      judgeRoles(server, limits),
      judgeFree(server, limits, "process-server-cache", "configuration-server.free-space.cache"),
      judgeFree(server, limits, "retention", "configuration-server.free-space.retention"),
    ),
});

function judgeRoles(server: ConfigurationServer, limits: LimitsInScope): Answer {
  const limit = limits.find("configuration-server.disk-roles");
  if (limit === undefined) return notApplicable;
  const roles = knownObjects(server.disks)?.map((disk) => knownString(disk.role));
  if (roles === undefined) return [missing("disks[].role")];
  const absent = stringsOf(limit).filter((role) => !roles.includes(role));
  if (absent.length === 0) return [];
  if (roles.includes(undefined)) return [missing("disks[].role")];
  return [
    violation(limit, {
      subject: "disks",
      observed: `roles: ${roles.join(", ")}`,
      message: `No disk serves as ${absent.join(", ")}.`,
      path: "disks",
    }),
  ];
}

function judgeFree(server: ConfigurationServer, limits: LimitsInScope, role: string, id: string): Answer {
  const disk = knownObjects(server.disks)?.find((candidate) => candidate.role === role);
  return judgeQuantity(limits, id, knownNumber(disk?.freeGiB), {
    fact: "disks[].freeGiB",
    unit: "GiB",
    name: `free space for ${role}`,
  });
}
