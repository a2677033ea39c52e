import { replicatedDisks } from "../checks/disks";
import { churnOf } from "../facts/churn";
import { knownNumber, knownObjects, knownString } from "../facts/known";
import { convert } from "../units";
import { defineRule, missing, notApplicable, numberOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "process-server-churn",
  ref: "ASR-0153",
  title: "No process server takes more changes a day than it can",
  rationale:
    "Replication data of all its machines goes through the process server; above its rate recovery points fall behind.",
  remedy: "Set up another process server and move machines to it.",
  limits: ["churn.process-server.daily"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const limit = limits.find("churn.process-server.daily");
    if (limit === undefined) return notApplicable;
    const servers = knownObjects(estate.processServers) ?? [];
    const most = numberOf(limit);
    if (servers.length > 0 && servers.every((server) => knownNumber(server.dailyChurnTB) !== undefined)) {
      return servers.flatMap((server, index): readonly Outcome[] => {
        const daily = knownNumber(server.dailyChurnTB) ?? 0;
        if (daily <= most) return [];
        const name = `process server ${knownString(server.name) ?? index + 1}`;
        return [
          violation(limit, {
            subject: name,
            observed: `${daily} TB/day`,
            message: `The ${name} takes ${daily} TB a day; at most ${most} TB are supported.`,
            path: `processServers[${index}].dailyChurnTB`,
          }),
        ];
      });
    }
    const machines = knownObjects(estate.machines);
    if (machines === undefined) return [missing("machines[].disks[].churn.dailyGB")];
    let total = 0;
    for (const machine of machines) {
      const whole = churnOf(machine.churn).dailyGB;
      const disks = replicatedDisks(machine as Parameters<typeof replicatedDisks>[0]);
      const daily =
        whole ?? (disks === undefined ? undefined : sumOfDays(disks.map((disk) => disk.churn.dailyGB)));
      if (daily === undefined) return [missing("machines[].disks[].churn.dailyGB")];
      total += daily;
    }
    // One process server comes with the configuration server or the appliance.
    const count = Math.max(servers.length, 1);
    const perServer = convert(total, "GiB", "TiB") / count;
    if (perServer <= most) return [];
    const rounded = Number(perServer.toFixed(2));
    return [
      violation(limit, {
        subject: "process servers",
        observed: `${rounded} TB/day each`,
        message: `${count} process ${count === 1 ? "server takes" : "servers take"} ${rounded} TB a day each; at most ${most} TB are supported.`,
        path: "processServers",
      }),
    ];
  },
});

function sumOfDays(days: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const day of days) {
    if (day === undefined) return undefined;
    total += day;
  }
  return total;
}
