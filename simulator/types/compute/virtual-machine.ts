import { stableGuid } from "../../guid";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { PutRequest } from "../resource-type";

/** Publishers of images whose machines run Windows. */
const windowsPublisher = /^Microsoft(?:WindowsServer|WindowsDesktop|SQLServer)/i;

/** What the service works out of a machine it is given: its GUID, the operating system, empty lists. */
export function completedMachine({ id, body, existing }: PutRequest): JsonObject {
  const given = objectAt(body, "properties");
  const before = objectAt(existing?.envelope, "properties");
  const storage = objectAt(given, "storageProfile");
  const os = objectAt(given, "osProfile");
  const disk = objectAt(storage, "osDisk");
  const publisher = stringAt(objectAt(storage, "imageReference"), "publisher") ?? "";
  const isLinux = os["linuxConfiguration"] !== undefined || /^(?:Canonical|RedHat|SUSE)/i.test(publisher);
  const osType =
    stringAt(disk, "osType") ?? (isLinux && !windowsPublisher.test(publisher) ? "Linux" : "Windows");
  const configuration =
    osType === "Linux"
      ? {
          linuxConfiguration: { disablePasswordAuthentication: false, ...objectAt(os, "linuxConfiguration") },
        }
      : {
          windowsConfiguration: {
            provisionVMAgent: true,
            enableAutomaticUpdates: true,
            ...objectAt(os, "windowsConfiguration"),
          },
        };
  return {
    ...given,
    vmId: before["vmId"] ?? stableGuid(`machine ${id.key}`),
    ...(given["storageProfile"] === undefined
      ? {}
      : {
          storageProfile: {
            ...storage,
            dataDisks: storage["dataDisks"] ?? [],
            ...(storage["osDisk"] === undefined ? {} : { osDisk: { osType, ...disk } }),
          },
        }),
    ...(given["osProfile"] === undefined
      ? {}
      : { osProfile: { ...withoutPassword(os), secrets: os["secrets"] ?? [], ...configuration } }),
  };
}

/** Passwords are never shown. */
function withoutPassword({ adminPassword: _adminPassword, ...rest }: JsonObject): JsonObject {
  return rest;
}
