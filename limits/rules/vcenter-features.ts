import { knownStrings } from "../facts/known";
import { defineRule, missing, notApplicable, stringsOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "vcenter-features",
  ref: "ASR-0172",
  title: "No vSphere feature is in use that replication does not follow",
  rationale: "Machines that such features move or store lose their replication.",
  remedy: "Keep replicated machines out of the feature.",
  limits: ["vcenter.features.refused", "vcenter.features.virtual-volumes"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "vcenter",
  check(vcenter, { limits }) {
    const rows = ["vcenter.features.refused", "vcenter.features.virtual-volumes"].flatMap(
      (id) => limits.find(id) ?? [],
    );
    if (rows.length === 0) return notApplicable;
    const used = knownStrings(vcenter.featuresInUse);
    if (used === undefined) return [missing("featuresInUse")];
    return rows.flatMap((limit): readonly Outcome[] =>
      used
        .filter((feature) => stringsOf(limit).includes(feature))
        .map((feature) =>
          violation(limit, {
            subject: "vCenter Server",
            observed: feature,
            message: `The feature ${feature} is in use.`,
            path: "featuresInUse",
          }),
        ),
    );
  },
});
