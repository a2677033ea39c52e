import { rule } from "../../../limits/rules/appliance-software";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a vault in use",
    "physical",
    {
      windowsRoles: [],
      groupPolicies: [],
      iis: { defaultWebsite: false, anonymousAuthentication: true, fastCgi: true, port443InUse: false },
      newVault: false,
    },
    { findings: ["error vault: vault in use"] },
  ],
  [
    "a website",
    "vmware",
    {
      windowsRoles: [],
      groupPolicies: [],
      iis: { defaultWebsite: true, anonymousAuthentication: true, fastCgi: true, port443InUse: false },
      newVault: true,
    },
    { findings: ["error IIS: default website"] },
  ],
  [
    "not known",
    "vmware",
    {},
    {
      missing: [
        "windowsRoles",
        "groupPolicies",
        "iis.defaultWebsite",
        "iis.anonymousAuthentication",
        "iis.fastCgi",
        "iis.port443InUse",
        "newVault",
      ],
    },
  ],
]);
