import { replicatedDisks } from "../checks/disks";
import { churnOf } from "../facts/churn";
import { knownNumber, knownObject, knownObjects, knownString } from "../facts/known";
import type { Site } from "../facts/site";
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
    const servers = serversOf(estate);
    const most = numberOf(limit);
    const overloaded = servers.flatMap(({ name, daily, path }): readonly Outcome[] =>
      daily === undefined || daily <= most
        ? []
        : [
            violation(limit, {
              subject: name,
              observed: `${daily} TB/day`,
              message: `The ${name} takes ${daily} TB a day; at most ${most} TB are supported.`,
              path,
            }),
          ],
    );
    if (overloaded.length > 0 || (servers.length > 0 && servers.every(({ daily }) => daily !== undefined))) {
      return overloaded;
    }
    const machines = knownObjects(estate.machines);
    if (machines === undefined) return [missing("machines[].disks[].churn.dailyGB")];
    let total = 0;
    let complete = true;
    for (const machine of machines) {
      const whole = churnOf(machine.churn).dailyGB;
      const disks = replicatedDisks(machine as Parameters<typeof replicatedDisks>[0]);
      const days = whole === undefined ? disks?.map((disk) => disk.churn.dailyGB) : [whole];
      if (days === undefined || days.includes(undefined)) complete = false;
      for (const day of days ?? []) total += day ?? 0;
    }
    // One process server comes with the configuration server or the appliance.
    const count = Math.max(servers.length, 1);
    const perServer = convert(total, "GiB", "TiB") / count;
    // What is known alone may be too much already.
    if (perServer <= most) return complete ? [] : [missing("machines[].disks[].churn.dailyGB")];
    const rounded = Number(perServer.toFixed(2));
    return [
      violation(limit, {
        subject: "process servers",
        observed: `${rounded} TB/day each`,
        message: `${count} process ${count === 1 ? "server takes" : "servers take"} ${complete ? "" : "at least "}${rounded} TB a day each; at most ${most} TB are supported.`,
        path: "processServers",
      }),
    ];
  },
});

interface Server {
  readonly name: string;
  readonly daily: number | undefined;
  readonly path: string;
}

/** The process servers that are told apart; an appliance that says what it takes is one of them. */
function serversOf({
  processServers,
  appliance,
}: Pick<Site, "processServers" | "appliance">): readonly Server[] {
  const servers = (knownObjects(processServers) ?? []).map((server, index) => ({
    name: `process server ${knownString(server.name) ?? index + 1}`,
    daily: knownNumber(server.dailyChurnTB),
    path: `processServers[${index}].dailyChurnTB`,
  }));
  const daily = knownNumber(knownObject(appliance).dailyChurnTB);
  return daily === undefined
    ? servers
    : [{ name: "appliance", daily, path: "appliance.dailyChurnTB" }, ...servers];
}
