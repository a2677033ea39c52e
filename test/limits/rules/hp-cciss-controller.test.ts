import { rule } from "../../../limits/rules/hp-cciss-controller";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "cciss",
    "physical",
    {
      name: "app01",
      os: { family: "linux" },
      storageControllers: [{ driver: "ahci" }, { name: "P400", driver: "CCISS" }],
    },
    { findings: ["error storage controller P400: cciss"] },
  ],
  [
    "one is not known",
    "physical2019",
    { name: "app01", os: { family: "linux" }, storageControllers: [{ driver: "ahci" }, {}] },
    { missing: ["storageControllers[].driver"] },
  ],
  [
    "VMware has none",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, storageControllers: [{ driver: "cciss" }] },
    "does not apply",
  ],
  [
    "Windows",
    "physical2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      storageControllers: [{ driver: "cciss" }],
    },
    "does not apply",
  ],
]);
