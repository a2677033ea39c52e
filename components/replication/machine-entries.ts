import type { InputProblem } from "../inputs/input-problems";

/** A slash ends the segment of an id, the others end or change the path of a request. */
const notInId = /[/\\?#%\p{Cc}]/u;

const keyed = "give a map of machines, each under a key that stays the same.";

/**
 * What is wrong with the form of `machines`: configuration of a stack and programs in other languages give what they
 * like. Machines of the right form are judged by the component itself, see {@link wellFormedMachines}.
 */
export function machineFormProblems(machines: unknown): readonly InputProblem[] {
  if (machines === undefined || machines === null) return [];
  if (!isMap(machines)) return [{ propertyPath: "machines", reason: `It is ${kindOf(machines)}: ${keyed}` }];
  return Object.entries(machines).flatMap(([key, machine]) => {
    const propertyPath = `machines.${key}`;
    if (!isMap(machine)) {
      return [{ propertyPath, reason: `It is ${kindOf(machine)}: give a map of the machine's settings.` }];
    }
    const { itemName = key } = machine;
    if (typeof itemName !== "string" || (itemName !== "" && !notInId.test(itemName))) return [];
    const why =
      itemName === ""
        ? "An item needs a name"
        : `${JSON.stringify(itemName)} cannot be part of an id in Azure (no /, \\, ?, #, % or control characters)`;
    return machine["itemName"] === undefined
      ? [{ propertyPath, reason: `${why}: set itemName, which is the key otherwise, or choose another key.` }]
      : [{ propertyPath: `${propertyPath}.itemName`, reason: `${why}: choose another one.` }];
  });
}

/** The machines that are maps of settings. */
export function wellFormedMachines<Machine extends object>(
  machines: Readonly<Record<string, Machine>> | undefined,
): Readonly<Record<string, Machine>> {
  if (!isMap(machines)) return {};
  return Object.fromEntries(Object.entries(machines).filter(([, machine]) => isMap(machine)));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "a list" : JSON.stringify(value);
}
