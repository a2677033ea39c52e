import { rule } from "../../../limits/rules/file-system-min-agent";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "XFS version 5 and 9.9",
    "vmware2019",
    { mobilityServiceVersion: "9.9", volumes: [{ mount: "/", fileSystem: "xfs", xfsFtype: 1 }] },
    { findings: ["error volume /: Mobility Service 9.9"] },
  ],
  [
    "XFS version 5 and 9.10, which is newer",
    "vmware2019",
    { mobilityServiceVersion: "9.10", volumes: [{ mount: "/", fileSystem: "xfs", xfsFtype: 1 }] },
    "kept",
  ],
  [
    "plain XFS",
    "vmware2019",
    { mobilityServiceVersion: "9.1", volumes: [{ mount: "/", fileSystem: "xfs", xfsFtype: 0 }] },
    "kept",
  ],
  [
    "XFS, ftype not known",
    "vmware2019",
    { mobilityServiceVersion: "9.24", volumes: [{ mount: "/", fileSystem: "xfs" }] },
    { missing: ["volumes[].xfsFtype"] },
  ],
  [
    "ReFS today",
    "vmware",
    { mobilityServiceVersion: "9.22", volumes: [{ mount: "D:", fileSystem: "ReFS" }] },
    { findings: ["error volume D:: Mobility Service 9.22"] },
  ],
  [
    "XFS is information today",
    "vmware",
    { mobilityServiceVersion: "9.9", volumes: [{ mount: "/", fileSystem: "xfs", xfsFtype: 1 }] },
    "kept",
  ],
  [
    "agent not known",
    "vmware2019",
    { volumes: [{ fileSystem: "btrfs" }] },
    { missing: ["mobilityServiceVersion"] },
  ],
  ["volumes not known", "vmware2019", {}, { missing: ["volumes[].fileSystem"] }],
]);
