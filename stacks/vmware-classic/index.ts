import * as pulumi from "@pulumi/pulumi";
import { FailbackInfrastructure, VmwareReplication } from "../../components";
import { asRunError } from "../foundation/run-error";
import { serverReplication } from "../foundation/server-replication";
import { processServerAlert } from "./process-server-alert";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

// The edition is that of stack configuration azure-siterecovery:edition, for components and resources alike.
const judged = { scenario: "vmware-to-azure", experience: "classic" } as const;
const servers = { name: "servers", addressPrefix: "10.50.0.0/24" };
// Always there: a subnet cannot go away while its gateway does.
const gateways = { name: "GatewaySubnet", addressPrefix: "10.50.255.0/27" };

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const config = new pulumi.Config();
  const { base, outputs } = serverReplication("vmware", {
    ...judged,
    name: "asr-vmware-classic",
    Replication: VmwareReplication,
    diskType: "Standard_LRS",
    network: { addressSpaces: ["10.50.0.0/16"], subnets: [servers, gateways] },
  });

  // The public address of the site's VPN device: with it, machines can come back.
  const siteAddress = config.get("siteAddress");
  const failback =
    siteAddress === undefined
      ? undefined
      : new FailbackInfrastructure("vmware", {
          ...judged,
          resourceGroupName: base.groupName,
          location: config.require("region"),
          siteConnection: {
            kind: "vpn",
            gatewaySubnetId: base.network.recoverySubnetIds.apply((ids) => ids[gateways.name] ?? ""),
            siteAddress,
            siteAddressSpaces: config.requireObject<string[]>("siteAddressSpaces"),
            sharedKey: config.requireSecret("sharedKey"),
          },
        });

  const processServerName = config.get("processServerName");
  if (processServerName !== undefined) {
    processServerAlert("vmware-process-server", {
      resourceGroupName: base.groupName,
      location: config.require("region"),
      vault: base.vault,
      monitoring: base.monitoring,
      processServerName,
    });
  }
  return { ...outputs, gatewayAddress: failback?.gatewayAddress };
});
