import { InputError, quoted } from "../landing-zone/input-error";
import type { Scenario } from "../limits/scenarios";
import type { EstateDocument, EstateMachine } from "./document";

/**
 * The scenario of a machine that nobody names one for, told from what the machine is.
 *
 * @throws InputError when that is not known either.
 */
export function scenarioOf(machine: EstateMachine, document: EstateDocument): Scenario {
  switch (machine.kind) {
    case "vmware-vm":
      return "vmware-to-azure";
    case "physical":
      return "physical-to-azure";
    case "hyperv-vm":
      return document.vmm === undefined ? "hyperv-to-azure" : "hyperv-vmm-to-azure";
    case "azure-vm":
      return "azure-to-azure";
    case undefined:
      throw new InputError(
        `Neither the inventory nor the machine ${quoted(machine.name)} says how it is replicated.`,
        "Give --scenario, or the key `scenario` in the estate document.",
      );
  }
}
