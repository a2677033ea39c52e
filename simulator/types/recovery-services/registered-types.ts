import type { ResourceType } from "../resource-type";
import { absentEntity, siteRecoveryView } from "./site-recovery-entity";
import { accepted } from "./site-recovery-write";
import { containerType, fabricType } from "./type-names";

/** What registration and discovery bring about: read here, made by seeds. */
function discovered(type: string, entity: string): ResourceType {
  return {
    type,
    modelled: "read-only; comes from seeds",
    listShowsNullNextLink: true,
    view: siteRecoveryView,
    absent: absentEntity(entity),
  };
}

/** Machines of a site that could be protected. */
export const protectableItem = discovered(`${containerType}/replicationProtectableItems`, "ProtectableItem");

/** Storage of a VMM server. */
export const storageClassification = discovered(
  `${fabricType}/replicationStorageClassifications`,
  "StorageClassification",
);

/** Logical networks of a VMM server. */
export const logicalNetwork = discovered(`${fabricType}/replicationLogicalNetworks`, "LogicalNetwork");

const providerJob = (scenarioName: string, friendlyName: string) => ({
  scenarioName,
  friendlyName,
  targetInstanceType: "Server",
});

/** Servers that registered with a fabric. */
export const recoveryServicesProvider: ResourceType = {
  ...discovered(`${fabricType}/replicationRecoveryServicesProviders`, "RecoveryServicesProvider"),
  modelled: "comes from seeds; DELETE purges, POST remove and refreshProvider as operations",
  remove: (request) =>
    accepted(request, {
      job: providerJob("DeleteDra", "Delete a server"),
      seconds: 2,
      effects: [{ kind: "remove", id: request.existing.id }],
    }),
  actions: {
    remove: (request) =>
      accepted(request, {
        job: providerJob("DeleteDra", "Delete a server"),
        seconds: 2,
        effects: [{ kind: "remove", id: request.existing.id }],
      }),
    refreshprovider: (request) =>
      accepted(request, { job: providerJob("RefreshDra", "Refresh a server"), seconds: 5, effects: [] }),
  },
};
