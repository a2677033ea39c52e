import { knownBoolean, knownObject, knownObjects, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "failback-master-target",
  ref: "ASR-0197",
  title: "Failback has a master target that can write to VMware storage",
  rationale:
    "Machines fail back to VMware only; the master target attaches their disks there. Nothing is asked while no failback is planned.",
  remedy: "Set up a master target of its own on a VMware machine before failing back.",
  limits: ["failback.master-target.kind", "failback.master-target.large-volume"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const kind = limits.find("failback.master-target.kind");
    const large = limits.find("failback.master-target.large-volume");
    if (kind === undefined && large === undefined) return notApplicable;
    const failback = knownObject(estate.failback);
    const planned = knownBoolean(failback.planned);
    if (planned === false) return kept;
    if (planned === undefined) return [missing("failback.planned")];
    const targets = knownObjects(estate.masterTargets) ?? [];
    const outcomes: Outcome[] = [];
    if (kind !== undefined) {
      const server = knownString(knownObject(estate.configurationServer).kind);
      if (server === undefined) outcomes.push(missing("configurationServer.kind"));
      else if (server !== stringOf(kind) && !targets.some((target) => target.kind === stringOf(kind))) {
        outcomes.push(
          violation(kind, {
            subject: "master target",
            observed: `configuration server: ${server}`,
            message: `The configuration server is no ${stringOf(kind)} and there is no separate master target on one.`,
            path: "masterTargets",
          }),
        );
      }
    }
    if (large !== undefined) {
      const volume = knownBoolean(failback.largeVolume);
      if (volume === undefined) outcomes.push(missing("failback.largeVolume"));
      if (volume === true && targets.length === 0) {
        outcomes.push(
          violation(large, {
            subject: "master target",
            observed: "none of its own",
            message: "Much data shall fail back and there is no separate master target.",
            path: "masterTargets",
          }),
        );
      }
    }
    return outcomes;
  },
});
