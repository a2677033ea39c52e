import * as compute from "@pulumi/azure-native/compute";
import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import type { FailbackInfrastructureArgs } from "./failback-infrastructure";

/**
 * A Windows machine beside the failed-over machines, on which the process server is installed and registered with the
 * configuration server before they are reprotected. It can go once they are back.
 */
export interface FailbackProcessServerArgs {
  /** Id of a subnet of the recovery network. */
  subnetId: pulumi.Input<string>;
  /** Administrator of the machine. */
  adminUsername: pulumi.Input<string>;
  /**
   * Password of that administrator.
   *
   * @secret
   */
  adminPassword: pulumi.Input<string>;
  /** Default: `vm-<name>-ps`. */
  machineName?: pulumi.Input<string>;
  /** Name inside Windows, at most 15 characters. Default: `failback-ps`. */
  computerName?: pulumi.Input<string>;
  /** Default: `Standard_D4s_v5`. */
  size?: pulumi.Input<string>;
  /** Fixed address in the subnet. Default: one that Azure chooses. */
  privateIpAddress?: pulumi.Input<string>;
  /** Image of the Azure Marketplace. Default: Windows Server 2016 Datacenter. */
  image?: {
    /** Publisher of the image. */
    publisher: pulumi.Input<string>;
    /** Offer of the publisher. */
    offer: pulumi.Input<string>;
    /** SKU of the offer. */
    sku: pulumi.Input<string>;
    /** Version of the image. Default: `latest`. */
    version?: pulumi.Input<string>;
  };
}

const defaults = {
  size: "Standard_D4s_v5",
  computerName: "failback-ps",
  image: { publisher: "MicrosoftWindowsServer", offer: "WindowsServer", sku: "2016-Datacenter" },
} as const;

export interface MadeProcessServer {
  readonly machineId: pulumi.Output<string>;
  readonly address: pulumi.Output<string | undefined>;
}

export function failbackProcessServer(
  name: string,
  args: FailbackInfrastructureArgs,
  own: pulumi.CustomResourceOptions,
): MadeProcessServer | undefined {
  const level = args.processServer;
  if (level === undefined) return undefined;
  const common = {
    resourceGroupName: args.resourceGroupName,
    location: args.location,
    ...(args.tags === undefined ? {} : { tags: args.tags }),
  };
  const machineName = level.machineName ?? `vm-${name}-ps`;
  const adapter = new network.NetworkInterface(
    `${name}-process-server-nic`,
    {
      networkInterfaceName: pulumi.interpolate`nic-${machineName}`,
      ...common,
      ipConfigurations: [
        {
          name: "default",
          subnet: { id: level.subnetId },
          ...(level.privateIpAddress === undefined
            ? { privateIPAllocationMethod: "Dynamic" }
            : { privateIPAllocationMethod: "Static", privateIPAddress: level.privateIpAddress }),
        },
      ],
    },
    own,
  );
  const image = { version: "latest", ...(level.image ?? defaults.image) };
  const machine = new compute.VirtualMachine(
    `${name}-process-server`,
    {
      vmName: machineName,
      ...common,
      hardwareProfile: { vmSize: level.size ?? defaults.size },
      networkProfile: { networkInterfaces: [{ id: adapter.id, primary: true }] },
      osProfile: {
        computerName: level.computerName ?? defaults.computerName,
        adminUsername: level.adminUsername,
        adminPassword: pulumi.secret(level.adminPassword),
      },
      storageProfile: {
        imageReference: image,
        osDisk: { createOption: "FromImage", managedDisk: { storageAccountType: "Premium_LRS" } },
      },
    },
    own,
  );
  return {
    machineId: machine.id,
    address: adapter.ipConfigurations.apply((configurations) => configurations?.[0]?.privateIPAddress),
  };
}
