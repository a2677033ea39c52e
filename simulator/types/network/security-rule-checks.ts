import { ArmError } from "../../arm/arm-error";
import { objectAt, stringAt, type JsonObject } from "../../json";

const allowed: Readonly<Record<string, readonly string[]>> = {
  access: ["Allow", "Deny"],
  direction: ["Inbound", "Outbound"],
  protocol: ["*", "Tcp", "Udp", "Icmp", "Esp", "Ah"],
};

/** @throws ArmError 400 for a value that is none, a priority out of range or one that another rule of the direction has. */
export function checkSecurityRule(name: string, properties: JsonObject, others: readonly JsonObject[]): void {
  for (const [field, values] of Object.entries(allowed)) {
    const value = stringAt(properties, field);
    if (value !== undefined && values.some((legal) => legal.toLowerCase() === value.toLowerCase())) continue;
    throw new ArmError(
      400,
      "SecurityRuleInvalidParameter",
      `Security rule ${name} has the invalid value '${value ?? ""}' for ${field}. The values are ${values.join(", ")}.`,
    );
  }
  const priority = properties["priority"];
  if (typeof priority !== "number" || !Number.isInteger(priority) || priority < 100 || priority > 4096) {
    throw new ArmError(
      400,
      "SecurityRuleInvalidPriority",
      `Security rule has invalid Priority. Value provided: ${String(priority)} Allowed range 100-4096.`,
    );
  }
  const rival = others.find((other) => {
    const rule = objectAt(other, "properties");
    return rule["priority"] === priority && rule["direction"] === properties["direction"];
  });
  if (rival) {
    throw new ArmError(
      400,
      "SecurityRuleConflict",
      `Security rule ${name} conflicts with rule ${stringAt(rival, "name") ?? ""}. Rules cannot have the same Priority and Direction.`,
    );
  }
}
