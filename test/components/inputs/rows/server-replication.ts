import type { ComponentInputs } from "../row";
import { accountId, containerId, fabricId, id } from "./ids";
import { forAllMachines, machine, ofMachines, plain, plumbing, registrationKey } from "./on-premises";

const fabric = "ReplicationFabric dr-fabric";
const site = "Microsoft.OffAzure/VMwareSites/machines";
const discovered = (name: string): string => id(site, "site", name);
const protectable = (name: string): string => `${containerId("one")}/replicationProtectableItems/${name}`;

const modern = "machines{}<ApplianceMachine>";
const classic = "machines{}<ConfigurationServerMachine>";
const rcm = `${machine}: inMageRcm`;
const v2 = `${machine}: inMageAzureV2`;
const behindServer = {
  edition: "2019-05",
  experience: "classic",
  machines: { one: { protectableItemId: protectable("one") } },
};
const noDisksForAll = { cacheStorageAccountId: undefined, diskType: undefined };
const disksDefault = { ...noDisksForAll, "machines.one.disksDefault": { diskType: "Standard_LRS" } };
const disksToInclude = { ...noDisksForAll, "machines.one.disksToInclude": [{ diskId: "one" }] };

/** VMware machines and physical servers differ in nothing but their scenario. */
export function serverReplication(component: string, create: ComponentInputs["create"]): ComponentInputs {
  const settings = ["processServerId", "runAsAccountId"];
  const rows = ofMachines(component, modern, "inMageRcm", [
    {
      path: `${modern}.fabricDiscoveryMachineId`,
      value: discovered("other"),
      reaches: `${rcm}.fabricDiscoveryMachineId`,
    },
    {
      path: `${modern}.disksDefault.logStorageAccountId`,
      value: accountId("other"),
      given: disksDefault,
      reaches: `${rcm}.disksDefault.logStorageAccountId`,
    },
    ...["diskType", "diskEncryptionSetId"].map((name) => ({
      path: `${modern}.disksDefault.${name}`,
      value: "other",
      given: disksDefault,
      reaches: `${rcm}.disksDefault.${name}`,
    })),
    ...["diskId", "diskType", "logStorageAccountId", "diskEncryptionSetId"].map((name) => ({
      path: `${modern}.disksToInclude[].${name}`,
      value: "other",
      given: disksToInclude,
      reaches: `${rcm}.disksToInclude[0].${name}`,
    })),
  ]);
  const ofServer = ofMachines(
    component,
    classic,
    "inMageAzureV2",
    [
      {
        path: `${classic}.protectableItemId`,
        value: protectable("other"),
        given: behindServer,
        reaches: `${machine}: protectableItemId`,
      },
      // The documents of that time do not speak of zones.
      {
        path: `${classic}.targetAvailabilityZone`,
        value: "2",
        given: { ...behindServer, edition: "2016-12" },
        reaches: `${v2}.targetAvailabilityZone`,
      },
    ],
    behindServer,
  );
  return {
    component,
    create,
    plain: {
      ...plain,
      fabricId: fabricId("site"),
      processServerId: "ps",
      machines: { one: { fabricDiscoveryMachineId: discovered("one") } },
    },
    state: { "dr-fabric": { containerIds: [containerId("one")] } },
    rows: [
      {
        path: "edition",
        value: "current",
        given: { ...behindServer, edition: "2019-05" },
        reaches: ["output: scope.edition", `${machine}: edition`],
      },
      { path: "experience", value: "modernized", reaches: "output: scope.experience" },
      { path: "intent", value: "migration", reaches: "output: scope.intent" },
      ...plumbing(fabric),
      ...registrationKey(behindServer),
      { path: "fabricId", value: fabricId("other"), reaches: { [`${fabric}: name`]: "other" } },
      ...forAllMachines("inMageRcm"),
      ...forAllMachines("inMageAzureV2", behindServer),
      ...settings.flatMap((name) => [
        { path: name, value: "other", reaches: `${rcm}.${name}` },
        { path: name, value: "other", given: behindServer, reaches: `${v2}.${name}` },
      ]),
      { path: "masterTargetId", value: "other", given: behindServer, reaches: `${v2}.masterTargetId` },
      { path: "masterTargetId", value: "other", refusedAt: "masterTargetId" },
      ...rows,
      ...ofServer,
      { path: "keepVersionAliases", value: true, onlyForAzureNative: true },
    ],
  };
}
