import {
  isPropertyList,
  isPropertyMap,
  SecretValue,
  stringOf,
  type PropertyMap,
  type PropertyValue,
} from "../../plugin-protocol/property-value";
import type { CheckProblem } from "../resource-definition";
import { groupTypes } from "./plan-properties";

/** What an action of each kind needs. */
const needed: Readonly<Record<string, readonly string[]>> = {
  AutomationRunbookActionDetails: ["runbookId", "fabricLocation"],
  ScriptActionDetails: ["path", "fabricLocation"],
  ManualActionDetails: ["description"],
};

/** What only holds for the parts of a plan together. Nothing is concluded from unknown values. */
export function planProblems(inputs: PropertyMap): readonly CheckProblem[] {
  const groups = listOf(inputs["groups"]);
  const problems: CheckProblem[] = [];
  const seen = new Map<string, string>();
  let rank = 0;
  for (const [index, group] of groups.entries()) {
    if (!isPropertyMap(group)) continue;
    const at = `groups[${index}]`;
    const type = stringOf(group["groupType"]);
    const own = groupTypes.findIndex((each) => each === type);
    if (own !== -1 && own < rank) {
      const reason = `${at} is a ${type} group after a ${groupTypes[rank]} group: groups run in the order ${groupTypes.join(", ")}.`;
      problems.push({ property: `${at}.groupType`, reason });
    }
    rank = Math.max(rank, own);
    for (const [item, value] of listOf(group["replicationProtectedItems"]).entries()) {
      const id = isPropertyMap(value) ? stringOf(value["id"])?.toLowerCase() : undefined;
      if (id === undefined) continue;
      const property = `${at}.replicationProtectedItems[${item}].id`;
      const first = seen.get(id);
      if (first === undefined) seen.set(id, property);
      else
        problems.push({
          property,
          reason: `${property} is the machine of ${first}: a plan takes a machine once.`,
        });
    }
    for (const side of ["startGroupActions", "endGroupActions"]) {
      for (const [number, action] of listOf(group[side]).entries()) {
        problems.push(...actionProblems(action, `${at}.${side}[${number}]`));
      }
    }
  }
  const known = groups.every((group) => isPropertyMap(group) && stringOf(group["groupType"]) !== undefined);
  if (isPropertyList(inputs["groups"]) && known && rank < groupTypes.indexOf("Boot")) {
    problems.push({
      property: "groups",
      reason: "groups has no Boot group: Azure takes no plan without one.",
    });
  }
  return problems;
}

function actionProblems(action: PropertyValue, path: string): readonly CheckProblem[] {
  const details = isPropertyMap(action) ? action["customDetails"] : undefined;
  if (!isPropertyMap(details)) return [];
  const kind = stringOf(details["instanceType"]) ?? "";
  return (needed[kind] ?? [])
    .filter((name) => details[name] === undefined)
    .map((name) => ({
      property: `${path}.customDetails.${name}`,
      reason: `${path}.customDetails is of the type ${kind}, which needs ${name}.`,
    }));
}

function listOf(value: PropertyValue | undefined): readonly PropertyValue[] {
  if (value instanceof SecretValue) return listOf(value.value);
  return isPropertyList(value) ? value : [];
}
