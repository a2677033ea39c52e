import { HypervSiteReplication, VmmCloudReplication } from "../../../../components";
import type { ComponentInputs, InputRow } from "../row";
import { containerId, fabricId, id } from "./ids";
import {
  forAllMachines,
  machine,
  mapping,
  ofMachines,
  plain,
  plumbing,
  registrationKey,
} from "./on-premises";

const way = "hyperVReplicaAzure";
const protectable = (name: string): string => `${containerId("one")}/replicationProtectableItems/${name}`;
const machines = { one: { protectableItemId: protectable("one") } };

/** What both components take. */
function common(component: string, fabric: string): readonly InputRow[] {
  return [
    { path: "edition", value: "2016-12", reaches: ["output: scope.edition", `${machine}: edition`] },
    { path: "experience", value: "classic", reaches: "output: scope.experience" },
    { path: "intent", value: "migration", reaches: "output: scope.intent" },
    ...plumbing(fabric),
    ...registrationKey(),
    ...forAllMachines(way),
    ...ofMachines(component, "machines{}", way, [
      {
        path: "machines{}.protectableItemId",
        value: protectable("other"),
        reaches: `${machine}: protectableItemId`,
      },
      // The documents of that time do not speak of zones.
      {
        path: "machines{}.targetAvailabilityZone",
        value: "2",
        given: { edition: "2016-12" },
        reaches: `${machine}: ${way}.targetAvailabilityZone`,
      },
    ]),
  ];
}

const site = "ReplicationFabric dr-site";

export const hypervSiteReplication: ComponentInputs = {
  component: "HypervSiteReplication",
  create: (name, args, opts) => new HypervSiteReplication(name, args, opts),
  plain: { ...plain, machines },
  state: { "dr-site": { containerIds: [containerId("one")] } },
  rows: [
    ...common("HypervSiteReplication", site),
    {
      path: "fabricId",
      value: fabricId("other"),
      given: { fabricId: fabricId("one") },
      reaches: { [`${site}: name`]: "other" },
    },
    { path: "siteName", value: "other", reaches: `${site}: name` },
    {
      path: "hostsRegistered",
      // It holds where there are machines.
      default: null,
      value: true,
      given: { machines: undefined },
      appearing: [mapping],
      disappearing: ["VaultRegistrationKey dr-registration-key"],
    },
    { path: "keepVersionAliases", value: true, onlyForAzureNative: true },
  ],
};

const fabric = "ReplicationFabric dr-fabric";
const networkMapping = "recoveryservices:ReplicationNetworkMapping dr-one";
const vmmNetwork = (fabricName: string, name: string): string =>
  id("Microsoft.RecoveryServices/vaults/replicationFabrics/replicationNetworks", "rsv", fabricName, name);
const networks = {
  one: { sourceNetworkId: vmmNetwork("site", "one"), recoveryNetworkId: vmmNetwork("second", "two") },
};
const toSecondary = {
  edition: "2016-12",
  machines: undefined,
  secondaryContainerId: containerId("second"),
  networks,
};

export const vmmCloudReplication: ComponentInputs = {
  component: "VmmCloudReplication",
  create: (name, args, opts) => new VmmCloudReplication(name, args, opts),
  plain: { ...plain, fabricId: fabricId("site"), machines },
  state: { "dr-fabric": { containerIds: [containerId("one")] } },
  everything: { networks },
  rows: [
    ...common("VmmCloudReplication", fabric),
    { path: "fabricId", value: fabricId("other"), reaches: { [`${fabric}: name`]: "other" } },
    {
      path: "secondaryContainerId",
      value: containerId("other"),
      given: toSecondary,
      reaches: `${mapping}: targetContainerId`,
    },
    {
      path: "networks{}.sourceNetworkId",
      value: vmmNetwork("other-site", "other"),
      given: { networks },
      reaches: {
        [`${networkMapping}: fabricName`]: "other-site",
        [`${networkMapping}: networkName`]: "other",
      },
    },
    {
      path: "networks{}.recoveryNetworkId",
      value: vmmNetwork("other-site", "other"),
      given: { networks },
      reaches: `${networkMapping}: properties.recoveryNetworkId`,
    },
    {
      path: "networks{}.recoveryNetworkId",
      value: vmmNetwork("other-site", "other"),
      given: toSecondary,
      reaches: {
        [`${networkMapping}: properties.recoveryNetworkId`]: vmmNetwork("other-site", "other"),
        [`${networkMapping}: properties.recoveryFabricName`]: "other-site",
      },
    },
    {
      path: "networks{}.mappingName",
      value: "other",
      given: { networks },
      reaches: `${networkMapping}: networkMappingName`,
    },
    {
      path: "keepVersionAliases",
      value: true,
      given: { networks },
      reaches: "version aliases: azure-native:recoveryservices:ReplicationNetworkMapping",
    },
  ],
};
