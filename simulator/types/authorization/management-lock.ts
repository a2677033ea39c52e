import { ArmError } from "../../arm/arm-error";
import { objectAt, stringAt } from "../../json";
import type { ResourceType } from "../resource-type";

const levels = ["CanNotDelete", "ReadOnly"];

/** Management locks: what they forbid is in `arm/guards.ts`. */
export const managementLock: ResourceType = {
  type: "Microsoft.Authorization/locks",
  extension: true,
  modelled:
    "CanNotDelete and ReadOnly at any scope, inherited downwards and binding deletion from above (ScopeLocked)",
  put: ({ cloud, id, body, existing }) => {
    const given = objectAt(body, "properties");
    const level = stringAt(given, "level");
    if (level === undefined || !levels.includes(level)) {
      throw new ArmError(
        400,
        "InvalidLockLevel",
        `The lock level '${level ?? ""}' is not valid. The levels are ${levels.join(", ")}.`,
      );
    }
    const properties = { level, ...(given["notes"] === undefined ? {} : { notes: given["notes"] }) };
    return {
      kind: "stored",
      resource: cloud.record(id, "Microsoft.Authorization/locks", { properties }, { existing }),
    };
  },
  remove: () => ({ kind: "removed", status: 200 }),
};
