import { ArmError } from "../../arm/arm-error";
import { objectAt, stringAt } from "../../json";
import type { ResourceType } from "../resource-type";

const levels = ["CanNotDelete", "ReadOnly"];

/** Management locks: what they forbid is in `arm/guards.ts`. */
export const managementLock: ResourceType = {
  type: "Microsoft.Authorization/locks",
  extension: true,
  modelled:
    "CanNotDelete (DELETE) and ReadOnly (every write, POST included) at any scope, inherited downwards and binding deletion from above (ScopeLocked)",
  // https://learn.microsoft.com/rest/api/resources/management-locks/create-or-update-at-resource-level
  checkName: (name) =>
    name.length <= 260 && /^[^<>%&:\\?/\p{Cc}]+$/u.test(name)
      ? undefined
      : new ArmError(
          400,
          "InvalidLockName",
          `The lock name '${name}' is not valid: at most 260 characters, none of them <, >, %, &, :, \\, ?, / or a control character.`,
        ),
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
