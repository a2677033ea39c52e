import { rule } from "../../../limits/rules/mobility-service-free-space";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "2 GB on the root file system",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/", freeMiB: 2048 }] },
    "kept",
  ],
  [
    "a little less",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      mobilityServiceFolder: "/",
      volumes: [{ mount: "/", freeMiB: 2047 }],
    },
    { findings: ["error volume /: 2047 MiB free"] },
  ],
  [
    "the folder's own volume",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      mobilityServiceFolder: "/usr/local/agent",
      volumes: [
        { mount: "/", freeMiB: 9000 },
        { mount: "/usr/local", freeMiB: 249 },
      ],
    },
    { findings: ["error volume /usr/local: 249 MiB free"] },
  ],
  [
    "more is asked today",
    "vmware",
    {
      name: "app01",
      os: { family: "linux" },
      mobilityServiceFolder: "/opt",
      volumes: [
        { mount: "/", freeMiB: 9000 },
        { mount: "/opt", freeMiB: 599 },
      ],
    },
    { findings: ["error volume /opt: 599 MiB free"] },
  ],
  [
    "folder not known and one volume is short",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      volumes: [
        { mount: "/", freeMiB: 9000 },
        { mount: "/tmp", freeMiB: 10 },
      ],
    },
    { missing: ["mobilityServiceFolder"] },
  ],
  [
    "Windows today",
    "vmware",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      mobilityServiceFolder: "D:\\Agent",
      volumes: [
        { mount: "C:", freeMiB: 1 },
        { mount: "D:\\", freeMiB: 499 },
      ],
    },
    { findings: ["error volume D:\\: 499 MiB free"] },
  ],
  [
    "Windows in 2019 has no row",
    "vmware2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      volumes: [{ mount: "C:", freeMiB: 1 }],
    },
    "kept",
  ],
  [
    "any system in 2016",
    "vmware2016",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      volumes: [{ mount: "C:", freeMiB: 2000 }],
    },
    { findings: ["error volume C:: 2000 MiB free"] },
  ],
  [
    "another drive in 2016",
    "vmware2016",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      osDrive: "D:",
      volumes: [
        { mount: "C:", freeMiB: 1 },
        { mount: "D:", freeMiB: 4096 },
      ],
    },
    "kept",
  ],
  [
    "not known",
    "vmware2016",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    { missing: ["volumes[].freeMiB"] },
  ],
]);
