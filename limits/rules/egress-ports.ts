import { destinationOf, destinationText, isReachable } from "../checks/egress";
import { parsedOnce } from "../checks/json";
import type { Limit } from "../matrix/schema";
import { defineRule, missing, notApplicable, recordsOf, violation, type Outcome } from "./rule";

const destinationsOf = parsedOnce((limit: Limit) => recordsOf(limit).map(destinationOf));

const limitIds = ["egress.ports", "egress.ports.set-up"];

export const rule = defineRule({
  name: "egress-ports",
  ref: "ASR-0196",
  title: "The source side may send on the ports that Site Recovery uses",
  rationale:
    "Orchestration and replication data leave on fixed ports; where one is closed, replication stops.",
  remedy: "Open the port outbound for the named server.",
  limits: limitIds,
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "egress",
  check(egress, { limits }) {
    const tables = limitIds.flatMap((id) => limits.find(id) ?? []);
    if (tables.length === 0) return notApplicable;
    return tables.flatMap((limit) =>
      destinationsOf(limit).flatMap((destination): readonly Outcome[] => {
        const reachable = isReachable(egress, destination);
        const text = destinationText(destination);
        if (reachable === undefined) return [missing(`egress: ${text}`)];
        if (reachable) return [];
        return [
          violation(limit, {
            subject: destination.from,
            observed: `blocked: port ${destination.port ?? ""}`,
            message: `${text} is blocked.`,
            value: [{ from: destination.from, port: destination.port ?? null }],
            path: "egress",
          }),
        ];
      }),
    );
  },
});
