import type { PropertyMap } from "../../plugin-protocol/property-value";
import { givenFor } from "./kinds";
import type { MachineKind } from "./machine-kind";

/** Names of the given settings that enabling does not take: the service wants them once the machine is protected. */
export function laterSettings(kind: MachineKind, given: PropertyMap): readonly string[] {
  return Object.keys(given).filter((name) => name === "vmNics" || kind.settings[name]?.enable === false);
}

/** Inputs without what only an update takes: it is not applied yet. */
export function withoutLaterSettings(kind: MachineKind, inputs: PropertyMap): PropertyMap {
  const later = laterSettings(kind, givenFor(kind, inputs));
  if (later.length === 0) return inputs;
  const given = Object.entries(givenFor(kind, inputs)).filter(([name]) => !later.includes(name));
  return { ...inputs, [kind.input]: Object.fromEntries(given) };
}
