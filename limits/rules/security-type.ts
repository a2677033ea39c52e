import { itemName } from "../checks/protected-items";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

/** Security types of Azure VMs, in lower case, and the limit of each; the standard type has none. */
const limitOfType: Readonly<Record<string, string>> = {
  trustedlaunch: "azure-vm.security-type.trusted-launch",
  confidentialvm: "azure-vm.security-type.confidential",
};

export const rule = defineRule({
  name: "security-type",
  ref: "ASR-0083",
  title: "Machines in Azure have a security type that can be replicated",
  rationale:
    "Trusted Launch is supported with restrictions or not at all, and confidential machines are not.",
  remedy: "Use the standard security type, or keep the restrictions that the document names.",
  limits: ["azure-vm.security-type.trusted-launch", "azure-vm.security-type.confidential"],
  moments: ["inventory", "component", "resource", "live"],
  since: "0.1.0",
  subject: "protected-item",
  check(item, { limits }) {
    if (Object.values(limitOfType).every((id) => limits.find(id) === undefined)) return notApplicable;
    if (item.securityType === null) return kept;
    const type = knownString(item.securityType);
    if (type === undefined) return [missing("securityType")];
    const limit = limits.find(limitOfType[type.toLowerCase()] ?? "");
    if (limit === undefined) return kept;
    return [
      violation(limit, {
        subject: itemName(item),
        observed: type,
        message: `Security type ${type} is ${stringOf(limit)}${limit.note === undefined ? "" : `: ${limit.note}`}`,
        path: "securityType",
      }),
    ];
  },
});
