import { rule } from "../../../limits/rules/vmm-clouds";
import { describeRule } from "../judging";

describeRule(rule, [
  ["no cloud", "vmm2016", { clouds: [] }, { findings: ["error VMM: 0 clouds"] }],
  [
    "a cloud without groups",
    "vmm2016",
    { clouds: [{ name: "c1", hostGroups: 0, emptyHostGroups: 0 }] },
    { findings: ["error cloud c1: 0 host groups"] },
  ],
  [
    "an empty group beside a filled one",
    "vmm2016",
    { clouds: [{ name: "c1", hostGroups: 2, emptyHostGroups: 1 }] },
    { findings: ["error cloud c1: 1 host groups without a host"] },
  ],
  [
    "one server for both sites",
    "secondary2016",
    { topology: "single", clouds: [{}] },
    { findings: ["error VMM: 1 clouds"] },
  ],
  ["two clouds of one server", "secondary2016", { topology: "single", clouds: [{}, {}] }, "kept"],
  ["not known", "vmm2016", {}, { missing: ["clouds"] }],
  [
    "groups not known",
    "vmm2016",
    { clouds: [{}] },
    { missing: ["clouds[].hostGroups", "clouds[].emptyHostGroups"] },
  ],
]);
