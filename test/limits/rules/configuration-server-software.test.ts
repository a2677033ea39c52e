import { rule } from "../../../limits/rules/configuration-server-software";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "roles and policies",
    "vmware2019",
    {
      windowsRoles: ["DNS", "active directory domain services"],
      groupPolicies: ["Turn on Script Execution."],
      iis: { defaultWebsite: false, anonymousAuthentication: true, fastCgi: true, port443InUse: false },
    },
    {
      findings: ["error server: active directory domain services", "error server: Turn on Script Execution."],
    },
  ],
  [
    "roles by the names that Windows gives them",
    "vmware2019",
    {
      windowsRoles: ["Web Server (IIS)", "AD-Domain-Services", "Hyper-V", "Web-DAV"],
      groupPolicies: [],
      iis: { defaultWebsite: false, anonymousAuthentication: true, fastCgi: true, port443InUse: false },
    },
    {
      findings: [
        "error server: Web Server (IIS)",
        "error server: AD-Domain-Services",
        "error server: Hyper-V",
      ],
    },
  ],
  [
    "web services",
    "physical2019",
    {
      windowsRoles: [],
      groupPolicies: [],
      iis: { defaultWebsite: true, anonymousAuthentication: false, fastCgi: false, port443InUse: true },
    },
    {
      findings: [
        "error IIS: default website",
        "error IIS: off",
        "error IIS: off",
        "error IIS: port 443 in use",
      ],
    },
  ],
  [
    "a domain controller in 2016",
    "vmware2016",
    { isDomainController: true },
    { findings: ["error server: domain controller"] },
  ],
  ["no domain controller", "vmware2016", { isDomainController: false }, "kept"],
  [
    "not known",
    "vmware2019",
    {},
    {
      missing: [
        "windowsRoles",
        "groupPolicies",
        "iis.defaultWebsite",
        "iis.anonymousAuthentication",
        "iis.fastCgi",
        "iis.port443InUse",
      ],
    },
  ],
]);
