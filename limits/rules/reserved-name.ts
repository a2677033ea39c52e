import { parsedOnce } from "../checks/json";
import { listField } from "../checks/values";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

const reservedOf = parsedOnce((limit) => ({
  words: new Set(listField(limit, "words")),
  parts: listField(limit, "parts"),
  beginnings: listField(limit, "beginnings"),
}));

export const rule = defineRule({
  name: "reserved-name",
  ref: "ASR-0086",
  title: "The machine's name is no reserved name of Azure",
  rationale: "Azure refuses to create a resource whose name is a reserved or trademarked word.",
  remedy: "Set another name for the machine in Azure.",
  limits: ["azure-vm.name.reserved"],
  moments: ["inventory", "component", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("azure-vm.name.reserved");
    if (limit === undefined) return notApplicable;
    const azureName = knownString(machine.azureName);
    const name = azureName ?? knownString(machine.name);
    if (name === undefined) return [missing("name")];
    const reserved = reservedOf(limit);
    const lower = name.toLowerCase();
    const word = reserved.words.has(lower)
      ? lower
      : (reserved.parts.find((part) => lower.includes(part)) ??
        reserved.beginnings.find((beginning) => lower.startsWith(beginning)));
    if (word === undefined) return kept;
    return [
      violation(limit, {
        subject: "name",
        observed: name,
        message: `The name ${name} is or contains the reserved word ${word}.`,
        path: azureName === undefined ? "name" : "azureName",
      }),
    ];
  },
});
