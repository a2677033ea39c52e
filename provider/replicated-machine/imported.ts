import type { PropertyMap, PropertyValue } from "../../plugin-protocol/property-value";
import { objectsIn, textIn, type Json, type ProtectedItem } from "./item";
import type { MachineKind } from "./machine-kind";
import { programForm } from "./setting";

/** Inputs of an imported machine: what its item shows, save for adapters, which the service makes by itself. */
export function importedInputs(kind: MachineKind, { details, properties }: ProtectedItem): PropertyMap {
  const settings = Object.entries(kind.settings).flatMap(([name, setting]): [string, PropertyValue][] => {
    const shown = setting.shown === null ? undefined : details[setting.shown ?? name];
    return isNothing(shown) ? [] : [[name, programForm(setting, shown)]];
  });
  const given = Object.fromEntries(settings);
  switch (kind.input) {
    case "a2a": {
      const containerId = textIn(properties, "recoveryContainerId");
      return {
        ...given,
        ...(containerId === undefined ? {} : { recoveryContainerId: containerId }),
        vmManagedDisks: fieldsOf(objectsIn(details, "protectedManagedDisks"), [
          "diskId",
          "primaryStagingAzureStorageAccountId",
          "recoveryResourceGroupId",
          "recoveryReplicaDiskAccountType",
          "recoveryTargetDiskAccountType",
          "recoveryDiskEncryptionSetId",
        ]),
      };
    }
    case "inMageRcm":
      return {
        ...given,
        disksToInclude: fieldsOf(objectsIn(details, "protectedDisks"), [
          "diskId",
          "logStorageAccountId",
          "diskType",
          "diskEncryptionSetId",
        ]),
      };
    default:
      return given;
  }
}

function fieldsOf(disks: readonly Json[], names: readonly string[]): PropertyMap[] {
  return disks.map((disk) =>
    Object.fromEntries(
      names.flatMap((name): [string, PropertyValue][] =>
        // What JSON holds is what the engine knows.
        isNothing(disk[name]) ? [] : [[name, disk[name] as PropertyValue]],
      ),
    ),
  );
}

/** Absent, null, empty, or an object without entries: nothing that a program would write. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
