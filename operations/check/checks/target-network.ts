import { machineSubject } from "../checked-vault";
import { defineCheck, notKnown, observed } from "../live-check";
import { networkMapping } from "../sources";
import { subnetsAsked } from "../target-addresses";

export const check = defineCheck({
  name: "target-network",
  ref: "ASR-L15",
  title: "The target network and subnet of every machine exist",
  rationale: "A failover into a network or subnet that is gone fails, or lands in the first subnet by name.",
  remedy: "Create the network or subnet again, or choose another one in the machine's network settings.",
  source: networkMapping("Specify a subnet"),
  needs: ["protectedItems"],
  *examine(vault) {
    for (const machine of vault.machines) {
      const subject = machineSubject(machine);
      for (const { networkId, subnetName, purpose } of subnetsAsked(machine)) {
        const part = vault.surroundings.networks.get(networkId.toLowerCase());
        if (part === undefined || part.kind === "unknown") {
          yield notKnown(subject, part?.action ?? "Microsoft.Network/virtualNetworks/read");
          continue;
        }
        const name = networkId.split("/").at(-1) ?? networkId;
        if (part.kind === "absent") {
          yield observed({
            severity: "error",
            subject,
            observed: `${name} is not there`,
            message: `The ${purpose} network ${name} does not exist.`,
          });
          continue;
        }
        if (subnetName === undefined) continue;
        const subnets = (part.value.properties?.subnets ?? []).map((subnet) => subnet.name ?? "");
        if (subnets.some((each) => each.toLowerCase() === subnetName.toLowerCase())) continue;
        yield observed({
          severity: "error",
          subject,
          observed: subnets.length === 0 ? "no subnets" : subnets.join(", "),
          expected: subnetName,
          message: `The ${purpose} network ${name} has no subnet ${subnetName}.`,
        });
      }
    }
  },
});
