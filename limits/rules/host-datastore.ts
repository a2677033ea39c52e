import { hostSubject } from "../checks/site";
import { knownObjects, knownString } from "../facts/known";
import { defineRule, missing, notApplicable, stringsOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "host-datastore",
  ref: "ASR-0173",
  title: "Hosts keep machines on datastores that replication supports",
  rationale: "Datastores of some kinds are refused, or machines on them cannot fail back.",
  remedy: "Move the machines to a datastore of another kind.",
  limits: ["host.datastore.refused-kinds"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "host",
  check(host, { limits }) {
    const limit = limits.find("host.datastore.refused-kinds");
    if (limit === undefined) return notApplicable;
    const datastores = knownObjects(host.datastores);
    if (datastores === undefined) return [missing("datastores[].kind")];
    return datastores.flatMap((datastore, index): readonly Outcome[] => {
      const kind = knownString(datastore.kind);
      if (kind === undefined) return [missing("datastores[].kind")];
      if (!stringsOf(limit).includes(kind)) return [];
      return [
        violation(limit, {
          subject: `${hostSubject(host)}, datastore ${knownString(datastore.name) ?? index + 1}`,
          observed: kind,
          message: `The datastore is of kind ${kind}.`,
          path: `datastores[${index}].kind`,
        }),
      ];
    });
  },
});
