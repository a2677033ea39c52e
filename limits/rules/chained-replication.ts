import { knownBoolean } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "chained-replication",
  ref: "ASR-0077",
  title: "Machines are neither replicated onwards nor seeded offline",
  rationale: "A replica cannot be replicated once more, and the first copy goes over the network.",
  remedy: "Replicate every machine from its source, over the network.",
  limits: ["scenario.chained-replication"],
  moments: ["inventory"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const limit = limits.find("scenario.chained-replication");
    if (limit === undefined) return notApplicable;
    const ways = { chainedReplication: "chained replication", offlineSeeding: "offline seeding" } as const;
    return Object.entries(ways).flatMap(([fact, name]): Outcome[] => {
      const used = knownBoolean(estate[fact as keyof typeof ways]);
      if (used === undefined) return [missing(fact)];
      if (!used) return [];
      return [
        violation(limit, {
          subject: "replication",
          observed: name,
          message: `The estate plans with ${name}, which is not supported.`,
          path: fact,
        }),
      ];
    });
  },
});
