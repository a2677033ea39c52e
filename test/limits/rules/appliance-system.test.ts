import { rule } from "../../../limits/rules/appliance-system";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "2019, English of Britain",
    "vmware",
    {
      os: { name: "Windows Server", version: "2019", installationType: "full", locale: "en-gb" },
      fipsMode: false,
    },
    "kept",
  ],
  [
    "Core, German, FIPS",
    "physical",
    {
      os: { name: "Windows Server", version: "2022", installationType: "core", locale: "de-de" },
      fipsMode: true,
    },
    {
      findings: [
        "error operating system: core",
        "error operating system: de-de",
        "error operating system: FIPS mode",
      ],
    },
  ],
  ["not known", "vmware", {}, { missing: ["os.name", "os.installationType", "os.locale", "fipsMode"] }],
]);
