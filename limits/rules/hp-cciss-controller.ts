import { unlessFamily } from "../checks/answers";
import { knownObjects, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "hp-cciss-controller",
  ref: "ASR-0145",
  title: "A physical server does not run on the refused storage controller",
  rationale: "The Mobility Service does not support disks behind that Linux driver.",
  remedy: "Move the disks to another controller, or use the controller's newer driver.",
  limits: ["physical.storage-controller.refused-driver"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("physical.storage-controller.refused-driver");
    if (limit === undefined) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const controllers = knownObjects(machine.storageControllers);
    if (controllers === undefined) return [missing("storageControllers[].driver")];
    const drivers = controllers.map((controller) => knownString(controller.driver)?.toLowerCase());
    const index = drivers.indexOf(stringOf(limit));
    if (index >= 0) {
      return [
        violation(limit, {
          subject: `storage controller ${knownString(controllers[index]?.name) ?? index + 1}`,
          observed: stringOf(limit),
          message: `A storage controller runs on the driver ${stringOf(limit)}.`,
          path: `storageControllers[${index}].driver`,
        }),
      ];
    }
    return drivers.includes(undefined) ? [missing("storageControllers[].driver")] : kept;
  },
});
