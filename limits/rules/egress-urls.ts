import { destinationOf, destinationText, isReachable } from "../checks/egress";
import { parsedOnce } from "../checks/json";
import type { Limit } from "../matrix/schema";
import { defineRule, missing, notApplicable, recordsOf, violation, type Outcome } from "./rule";

const destinationsOf = parsedOnce((limit: Limit) => recordsOf(limit).map(destinationOf));

const limitIds = ["egress.urls", "egress.urls.set-up"];

export const rule = defineRule({
  name: "egress-urls",
  ref: "ASR-0195",
  title: "The source side reaches the addresses that Site Recovery uses",
  rationale:
    "Registration, orchestration and replication stop when an address is blocked. Addresses that are not required may be blocked.",
  remedy: "Allow the address on firewall and proxy for the named server.",
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
            observed: `blocked: ${destination.host ?? ""}`,
            message: `${text} is blocked.`,
            value: [{ from: destination.from, host: destination.host ?? "" }],
            path: "egress",
          }),
        ];
      }),
    );
  },
});
