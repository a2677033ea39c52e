import * as pulumi from "@pulumi/pulumi";
import { checkedInputs, throwProblems, type SeenInputs } from "../inputs/input-problems";
import { withoutVersionAliases } from "../inputs/version-aliases";
import { documentedLimits, type DocumentedLimitsArgs } from "../limits/documented-limits";
import { judgedScope, type JudgedScope } from "../limits/judged-scope";
import { failbackFindings, failbackProblems } from "./checks";
import { failbackProcessServer, type FailbackProcessServerArgs } from "./process-server";
import { siteConnection, type SiteConnectionArgs } from "./site-connection";

export interface FailbackInfrastructureArgs extends DocumentedLimitsArgs {
  /** Resource group of the gateway and of the process server. */
  resourceGroupName: pulumi.Input<string>;
  /** Region that the machines run in after a failover. */
  location: pulumi.Input<string>;
  /** The way from the recovery network to the site. Without it the machines cannot come back. */
  siteConnection?: SiteConnectionArgs;
  /** A process server in Azure, for the classic experience. */
  processServer?: FailbackProcessServerArgs;
  /** What the machines come back to. Default: `vmware-vm`. */
  target?: "vmware-vm" | "physical";
  /** What the configuration server runs on. */
  configurationServer?: "vmware-vm" | "physical";
  /** VMware VMs on premises that can receive physical servers. */
  receivers?: number;
  /** Master target servers on VMware VMs, apart from the configuration server. */
  masterTargets?: number;
  /** Tags of every resource that takes tags. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}

/**
 * What has to stand in Azure before failed-over VMware machines and physical servers can come back: the connection
 * from the recovery network to the site and, for the classic experience, a process server beside the machines.
 */
export class FailbackInfrastructure extends pulumi.ComponentResource {
  /** Id of the gateway, new or existing, where there is one. */
  public readonly gatewayId!: pulumi.Output<string | undefined>;
  /** Public address of a new VPN gateway: what the site's device connects to. */
  public readonly gatewayAddress!: pulumi.Output<string | undefined>;
  /** Id of the process server's virtual machine, where there is one. */
  public readonly processServerId!: pulumi.Output<string | undefined>;
  /** Private address of the process server, for its registration. */
  public readonly processServerAddress!: pulumi.Output<string | undefined>;
  /** By which documents the component was judged. */
  public readonly scope!: pulumi.Output<JudgedScope | undefined>;

  /** @throws pulumi.InputPropertiesError naming every unusable argument. */
  constructor(name: string, args: FailbackInfrastructureArgs, opts?: pulumi.ComponentResourceOptions) {
    const limits = documentedLimits(args);
    const check = (seen: SeenInputs) => failbackProblems(limits, seen);
    const checked = checkedInputs(`FailbackInfrastructure ${name}`, args, check);
    throwProblems(`FailbackInfrastructure ${name}`, checked.problems);
    super(
      "azure-siterecovery:index:FailbackInfrastructure",
      name,
      {},
      withoutVersionAliases(opts, args.keepVersionAliases),
    );
    for (const warning of failbackFindings(limits, { ...args }).warnings) {
      void pulumi.log.warn(`${warning.propertyPath}: ${warning.reason}`, this);
    }

    const own = { parent: this };
    const connection = siteConnection(name, checked.inputs, own);
    const server = failbackProcessServer(name, checked.inputs, own);
    const none = pulumi.output(undefined);
    this.gatewayId = connection?.gatewayId ?? none;
    this.gatewayAddress = connection?.address ?? none;
    this.processServerId = server?.machineId ?? none;
    this.processServerAddress = server?.address ?? none;
    this.scope = pulumi.output(judgedScope(limits));
    this.registerOutputs({
      gatewayId: this.gatewayId,
      gatewayAddress: this.gatewayAddress,
      processServerId: this.processServerId,
      processServerAddress: this.processServerAddress,
      scope: this.scope,
    });
  }
}
