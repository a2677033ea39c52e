import type { Machine } from "../facts/machine";

/** Whether the machine boots by UEFI, which Hyper-V and Azure call generation 2; undefined: not known. */
export function isGeneration2(machine: Machine): boolean | undefined {
  if (machine.generation === 2 || machine.firmware === "uefi") return true;
  if (machine.generation === 1 || machine.firmware === "bios") return false;
  return undefined;
}
