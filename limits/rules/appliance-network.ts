import { joined } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { judgeNicType, judgeOpenPorts } from "../checks/server";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "appliance-network",
  ref: "ASR-0193",
  title: "The appliance has a lasting name, the documented adapter and open ports",
  rationale:
    "Machines find the appliance by name and send their data to its ports; name and kind of connection cannot be changed later.",
  remedy: "Give the appliance a static name and a VMXNET3 adapter, and open its ports to the machines.",
  limits: ["appliance.nic-type", "appliance.static-fqdn", "appliance.ports"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "appliance",
  check: (appliance, { limits }) =>
    joined(
      judgeNicType(limits, "appliance.nic-type", appliance),
      judgeFlag(limits, {
        limit: "appliance.static-fqdn",
        fact: "staticFqdn",
        value: knownBoolean(appliance.staticFqdn),
        subject: "name",
        observed: "name may change",
        message: "The appliance's fully qualified name is not static.",
      }),
      judgeOpenPorts(limits, "appliance.ports", appliance),
    ),
});
