import { joined } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { judgeServerSystem } from "../checks/server";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "appliance-system",
  ref: "ASR-0191",
  title: "The replication appliance runs a listed Windows Server in English",
  rationale:
    "Appliances on other releases or locales break at set-up or later, and FIPS mode stops their components.",
  remedy:
    "Deploy a new appliance on a listed release with Desktop Experience, an English locale and FIPS mode off.",
  limits: [
    "appliance.operating-systems",
    "appliance.installation",
    "appliance.locale",
    "appliance.fips-mode",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "appliance",
  check: (appliance, { limits }) =>
    joined(
      judgeServerSystem(limits, "appliance", appliance),
      judgeFlag(limits, {
        limit: "appliance.fips-mode",
        fact: "fipsMode",
        value: knownBoolean(appliance.fipsMode),
        subject: "operating system",
        observed: "FIPS mode",
        message: "The appliance runs in FIPS mode.",
      }),
    ),
});
