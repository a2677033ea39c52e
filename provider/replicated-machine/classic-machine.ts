import { stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import { isSameText, textIn } from "./item";
import type { MachineKind } from "./machine-kind";
import { nicsToSend, shownNics } from "./nic-settings";
import { enabledBy, shownSettings, updatedBy, type Settings } from "./setting";
import { asGivenIn } from "./in-mage-rcm";

type Kept = Pick<MachineKind, "sourceOf" | "protects" | "enable" | "update" | "shown">;

/** What classic VMware and Hyper-V machines do alike: the machine is a protectable item, adapters are of one form. */
export function classicMachine(settings: Settings, passedOn: readonly string[]): Kept {
  return {
    sourceOf: (inputs) => stringOf(inputs["protectableItemId"]),
    protects: ({ properties }, source) => isSameText(textIn(properties, "protectableItemId"), source),
    enable: (given) => ({ ...enabledBy(settings, given), ...asGivenIn(given, passedOn) }),
    update: (given: PropertyMap, before, item) => {
      const fields = updatedBy(settings, given, item.details);
      const subnet = stringOf(given["targetAzureSubnetId"])?.split("/").at(-1);
      return {
        item: {
          ...fields.item,
          vmNics: nicsToSend(item.details, {
            given: given["vmNics"],
            before: before?.["vmNics"],
            subnetName:
              before === undefined || before["targetAzureSubnetId"] === given["targetAzureSubnetId"]
                ? undefined
                : subnet,
          }),
        },
        details: fields.details,
      };
    },
    shown: (given, item) => ({
      ...given,
      ...shownSettings(settings, given, item.details),
      ...(given["vmNics"] === undefined ? {} : { vmNics: shownNics(item.details, given["vmNics"]) }),
    }),
  };
}
