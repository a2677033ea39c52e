import { rule } from "../../../limits/rules/hyperv-host-placement";
import { describeRule } from "../judging";

describeRule(rule, [
  ["no cluster", "hyperv", { clustered: false }, "kept"],
  ["not known", "hyperv", { clustered: true }, { missing: ["clusterInOneVault"] }],
  [
    "outside VMM",
    "secondary2016",
    { name: "a", version: "2016", managedByVmm: false, hostGroup: null },
    { findings: ["error host a: not in VMM", "error host a: no host group"] },
  ],
  ["in VMM", "secondary2016", { version: "2016", managedByVmm: true, hostGroup: "All Hosts" }, "kept"],
  [
    "a 2012 cluster without a broker",
    "secondary2016",
    {
      version: "2012",
      managedByVmm: true,
      hostGroup: "g",
      clustered: true,
      clusterIpAssignment: "static",
      replicaBrokerConfigured: false,
    },
    { findings: ["error host: no replica broker"] },
  ],
  [
    "with one",
    "secondary2016",
    {
      version: "2012",
      managedByVmm: true,
      hostGroup: "g",
      clustered: true,
      clusterIpAssignment: "static",
      replicaBrokerConfigured: true,
    },
    "kept",
  ],
  [
    "by DHCP it comes by itself",
    "secondary2016",
    { version: "2012", managedByVmm: true, hostGroup: "g", clustered: true, clusterIpAssignment: "dhcp" },
    "kept",
  ],
  [
    "not known for a secondary site",
    "secondary2016",
    { version: "2016" },
    { missing: ["managedByVmm", "hostGroup"] },
  ],
]);
