import { rule } from "../../../limits/rules/host-datastore";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "virtual volumes in 2016",
    "vmware2016",
    { name: "a", datastores: [{ name: "ds1", kind: "vvol" }] },
    { findings: ["error host a, datastore ds1: vvol"] },
  ],
  ["virtual volumes in 2019", "vmware2019", { datastores: [{ kind: "vvol" }] }, "does not apply"],
  [
    "virtual volumes today",
    "vmware",
    { datastores: [{ kind: "vvol" }] },
    { findings: ["warning host, datastore 1: vvol"] },
  ],
  ["NFS of VMware", "vmware", { datastores: [{ kind: "nfs" }] }, "kept"],
  [
    "NFS of a physical server",
    "physical2019",
    { datastores: [{ kind: "nfs" }] },
    { findings: ["error host, datastore 1: nfs"] },
  ],
  [
    "iSCSI and Fibre Channel under the datastore",
    "vmware",
    {
      datastores: [{ kind: "vmfs", transport: "iscsi" }, { kind: "vmfs", transport: "fc" }, { kind: "vsan" }],
    },
    "kept",
  ],
  ["not known", "vmware", { datastores: [{}] }, { missing: ["datastores[].kind"] }],
]);
