import { rule } from "../../../limits/rules/linux-system-directories";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "two disks, old agent",
    "physical2019",
    {
      name: "app01",
      os: { family: "linux" },
      mobilityServiceVersion: "9.9",
      volumes: [
        { mount: "/", disks: ["a"] },
        { mount: "/usr", disks: ["b"] },
      ],
    },
    { findings: ["error system directories: a, b"] },
  ],
  [
    "a volume over two disks",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      mobilityServiceVersion: "9.9",
      volumes: [{ mount: "/", disks: ["a", "b"] }],
    },
    { findings: ["error system directories: a, b"] },
  ],
  [
    "two disks, recent agent",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      mobilityServiceVersion: "9.20",
      volumes: [
        { mount: "/", disks: ["a"] },
        { mount: "/usr", disks: ["b"] },
      ],
    },
    "kept",
  ],
  [
    "two disks, agent not known",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      volumes: [
        { mount: "/", disks: ["a"] },
        { mount: "/usr", disks: ["b"] },
      ],
    },
    { missing: ["mobilityServiceVersion"] },
  ],
  [
    "one disk, agent not known",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      volumes: [
        { mount: "/", disks: ["a"] },
        { mount: "/usr", disks: ["a"] },
      ],
    },
    "kept",
  ],
  [
    "disks not known",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/" }] },
    { missing: ["volumes[].disks"] },
  ],
  [
    "Windows",
    "vmware2019",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
  [
    "no row today",
    "vmware",
    { name: "app01", os: { family: "linux" }, mobilityServiceVersion: "9.9" },
    "does not apply",
  ],
]);
