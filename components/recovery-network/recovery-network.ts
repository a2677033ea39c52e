import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { documentedLimits, type DocumentedLimitsArgs } from "../limits/documented-limits";
import { checkedInputs, throwProblems, type SeenInputs } from "../inputs/input-problems";
import { judgedScope, type JudgedScope } from "../limits/judged-scope";
import { networkFindings, allProblems, testNetworkOf } from "./checks";
import { networkInputs, type NetworkRole } from "./inputs";
import { securityGroupInputs, type SecurityRuleArgs } from "./security";
import { withoutVersionAliases } from "../inputs/version-aliases";

/** A subnet of the recovery or of the test network. */
export interface RecoverySubnetArgs {
  /** Machines go to the subnet that bears the name of their source subnet, unless told otherwise. */
  name: pulumi.Input<string>;
  /** Address range in CIDR notation, such as `10.1.0.0/24`. */
  addressPrefix: pulumi.Input<string>;
  /** Id of a network security group. Default: that of the network. */
  networkSecurityGroupId?: pulumi.Input<string>;
  /** Id of a route table. */
  routeTableId?: pulumi.Input<string>;
  /** Service endpoints, such as `Microsoft.Storage`. */
  serviceEndpoints?: pulumi.Input<string>[];
}

/** One network: an existing one by its id, or a new one. */
export interface RecoveryNetworkLevelArgs {
  /** Id of an existing network to use; the other arguments are then left out. */
  networkId?: pulumi.Input<string>;
  /** Default: `vnet-<name>`, of the test network `vnet-<name>-test`. */
  networkName?: pulumi.Input<string>;
  /** Region. Default: that of the component. */
  location?: pulumi.Input<string>;
  /** Address ranges in CIDR notation. Default of the test network: those of the recovery network. */
  addressSpaces?: pulumi.Input<pulumi.Input<string>[]>;
  /** Default of the test network: those of the recovery network. */
  subnets?: RecoverySubnetArgs[];
  /** Addresses of DNS servers. Default: Azure's. */
  dnsServers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Rules of the network security group besides the ones that the component writes. */
  securityRules?: SecurityRuleArgs[];
  /** Tags of this network besides those of the component. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

export interface RecoveryNetworkArgs extends DocumentedLimitsArgs {
  /** Resource group of the new networks. */
  resourceGroupName?: pulumi.Input<string>;
  /** Region of the new networks: the one that machines are recovered in. */
  location?: pulumi.Input<string>;
  /** The network that machines join at a failover. */
  recovery: RecoveryNetworkLevelArgs;
  /** The isolated network for drills. Default: a copy of a new recovery network's addresses. */
  testFailover?: RecoveryNetworkLevelArgs;
  /** False: no test network. Default: true where the recovery network is new. */
  createTestNetwork?: boolean;
  /** Region of the vault, for the rules about both. */
  vaultLocation?: pulumi.Input<string>;
  /** Tags of every resource that takes tags. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}

/**
 * Where machines arrive: the recovery network, and beside it a network for test failovers that has no
 * peering, no gateway and denies all traffic but its own.
 */
export class RecoveryNetwork extends pulumi.ComponentResource {
  /** Id of the recovery network. */
  public readonly recoveryNetworkId!: pulumi.Output<string>;
  /** Name of the recovery network. */
  public readonly recoveryNetworkName!: pulumi.Output<string>;
  /** Ids of the recovery network's subnets by their names. */
  public readonly recoverySubnetIds!: pulumi.Output<{ [name: string]: string }>;
  /** Id of the test network, where there is one. */
  public readonly testNetworkId!: pulumi.Output<string | undefined>;
  /** Name of the test network, where there is one. */
  public readonly testNetworkName!: pulumi.Output<string | undefined>;
  /** By which documents the component was judged. */
  public readonly scope!: pulumi.Output<JudgedScope | undefined>;

  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: RecoveryNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    const limits = documentedLimits(args);
    const check = (seen: SeenInputs) => allProblems(limits, seen);
    const checked = checkedInputs(`RecoveryNetwork ${name}`, args, check);
    throwProblems(`RecoveryNetwork ${name}`, checked.problems);

    super(
      "azure-siterecovery:index:RecoveryNetwork",
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );
    for (const warning of networkFindings(limits, { ...args }).warnings) {
      void pulumi.log.warn(`${warning.propertyPath}: ${warning.reason}`, this);
    }

    const inputs = checked.inputs;
    const own = { parent: this };
    const recovery = virtualNetwork(name, "recovery", inputs, inputs.recovery, own);
    const testLevel = testNetworkOf(inputs);
    const test =
      testLevel === undefined ? undefined : virtualNetwork(name, "test-failover", inputs, testLevel, own);

    this.recoveryNetworkId =
      args.recovery.networkId === undefined
        ? recovery.id
        : pulumi.all([recovery.id, recovery.location]).apply(([id, location]) => {
            const seen = { ...args, recovery: { ...args.recovery, location } };
            throwProblems(`RecoveryNetwork ${name}`, networkFindings(limits, seen).errors);
            return id;
          });
    this.recoveryNetworkName = recovery.name;
    this.recoverySubnetIds = recovery.subnets.apply((subnets) =>
      Object.fromEntries((subnets ?? []).map((subnet) => [subnet.name ?? "", subnet.id ?? ""])),
    );
    this.testNetworkId = test?.id ?? pulumi.output(undefined);
    this.testNetworkName = test?.name ?? pulumi.output(undefined);
    this.scope = pulumi.output(judgedScope(limits));
    this.registerOutputs({
      recoveryNetworkId: this.recoveryNetworkId,
      recoveryNetworkName: this.recoveryNetworkName,
      recoverySubnetIds: this.recoverySubnetIds,
      testNetworkId: this.testNetworkId,
      testNetworkName: this.testNetworkName,
      scope: this.scope,
    });
  }
}

/** One network and its security group, or the existing one. */
function virtualNetwork(
  name: string,
  role: NetworkRole,
  args: RecoveryNetworkArgs,
  level: RecoveryNetworkLevelArgs,
  own: pulumi.CustomResourceOptions,
): network.VirtualNetwork {
  const stem = role === "recovery" ? `${name}-recovery` : `${name}-test`;
  if (level.networkId !== undefined) {
    return network.VirtualNetwork.get(`${stem}-network`, level.networkId, own);
  }
  const group = new network.NetworkSecurityGroup(
    `${stem}-security`,
    securityGroupInputs(name, role, args, level),
    own,
  );
  return new network.VirtualNetwork(`${stem}-network`, networkInputs(name, role, args, level, group.id), own);
}
