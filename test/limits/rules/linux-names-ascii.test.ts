import { rule } from "../../../limits/rules/linux-names-ascii";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a host name and a mount point",
    "physical2016",
    {
      name: "app01",
      os: { family: "linux" },
      hostName: "büro",
      systemPaths: ["/etc"],
      volumes: [{ mount: "/données" }],
      disks: [{ name: "a", deviceName: "/dev/sda" }],
    },
    { findings: ["error host name: büro", "error volume /données: /données"] },
  ],
  [
    "not known",
    "vmware2016",
    { name: "app01", os: { family: "linux" } },
    { missing: ["hostName", "volumes[].mount", "disks[].deviceName", "systemPaths[]"] },
  ],
  [
    "Windows",
    "vmware2016",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
  [
    "no row in 2019",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, hostName: "büro" },
    "does not apply",
  ],
]);
