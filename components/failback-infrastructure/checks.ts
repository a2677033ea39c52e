import type { FailbackPlan } from "../../limits/facts/azure";
import { resourceIdProblems } from "../inputs/existing";
import { missingInputs, type InputProblem, type SeenInputs } from "../inputs/input-problems";
import { isPending } from "../inputs/pending";
import { judgeFacts, type DocumentedLimits, type LimitFindings } from "../limits/documented-limits";
import type { FailbackInfrastructureArgs } from "./failback-infrastructure";
import type { FailbackProcessServerArgs } from "./process-server";
import type { SiteConnectionArgs } from "./site-connection";

/** Scenarios whose machines come back through servers of their own. */
const scenariosWithInfrastructure: readonly string[] = ["vmware-to-azure", "physical-to-azure"];

/** Everything that is wrong with the arguments, as far as they are known. */
export function failbackProblems(limits: DocumentedLimits, seen: SeenInputs): readonly InputProblem[] {
  const args = seen as unknown as FailbackInfrastructureArgs;
  return [
    ...limits.problems,
    ...missingInputs(seen, ["resourceGroupName", "location"]),
    ...scenarioProblems(limits, args),
    ...(args.siteConnection === undefined ? [] : connectionProblems(args.siteConnection)),
    ...(args.processServer === undefined ? [] : processServerProblems(args.processServer)),
    ...failbackFindings(limits, seen).errors,
  ];
}

/** What the rules say about the way back. */
export function failbackFindings(limits: DocumentedLimits, seen: SeenInputs): LimitFindings {
  const args = seen as unknown as FailbackInfrastructureArgs;
  const failback: FailbackPlan = {
    target: args.target ?? "vmware-vm",
    siteConnection: args.siteConnection?.kind ?? null,
    ...(args.configurationServer === undefined ? {} : { configurationServer: args.configurationServer }),
    ...(args.receivers === undefined ? {} : { receivers: args.receivers }),
    ...(args.masterTargets === undefined ? {} : { masterTargets: args.masterTargets }),
  };
  return judgeFacts(limits, "deployment", { failback }, (path) => path.replace(/^failback\./, ""));
}

function scenarioProblems(
  limits: DocumentedLimits,
  args: FailbackInfrastructureArgs,
): readonly InputProblem[] {
  const { scenario, experience } = limits.judge?.scope ?? {};
  if (scenario !== undefined && !scenariosWithInfrastructure.includes(scenario)) {
    return [
      {
        propertyPath: "scenario",
        reason: `Machines of ${scenario} come back without servers in between: leave this component out.`,
      },
    ];
  }
  if (experience === "modernized" && args.processServer !== undefined) {
    return [
      {
        propertyPath: "processServer",
        reason:
          "It belongs to the classic experience: modernized machines come back by the appliance on premises. Leave it out.",
      },
    ];
  }
  return [];
}

function connectionProblems(level: SiteConnectionArgs): readonly InputProblem[] {
  const seen = level as unknown as SeenInputs;
  const needed = level.gatewayId === undefined ? ["gatewaySubnetId"] : [];
  const ofKind = level.kind === "vpn" ? ["siteAddress", "siteAddressSpaces", "sharedKey"] : ["circuitId"];
  const otherKind =
    level.kind === "vpn"
      ? ["circuitId", "authorizationKey"]
      : ["siteAddress", "siteAddressSpaces", "sharedKey"];
  // An existing gateway may have its connection already: then nothing of the site is said.
  const describesSite = ofKind.some((name) => seen[name] !== undefined);
  const missing = missingInputs(seen, [
    ...needed,
    ...(level.gatewayId === undefined || describesSite ? ofKind : []),
  ]);
  const newOnly =
    level.gatewayId === undefined
      ? []
      : ["gatewaySubnetId", "gatewaySku"].filter((name) => seen[name] !== undefined);
  const id = level.gatewayId;
  return [
    ...missing,
    ...otherKind
      .filter((name) => seen[name] !== undefined)
      .map((name) => ({
        propertyPath: name,
        reason: `It does not belong to a connection by ${level.kind}.`,
      })),
    ...newOnly.map((name) => ({
      propertyPath: name,
      reason: "It belongs to a new gateway, and gatewayId names an existing one: leave one of them out.",
    })),
    ...(id === undefined || isPending(id)
      ? []
      : resourceIdProblems("gatewayId", id, "Microsoft.Network/virtualNetworkGateways")),
    ...subnetProblems(level.gatewaySubnetId),
  ].map(({ propertyPath, reason }) => ({ propertyPath: `siteConnection.${propertyPath}`, reason }));
}

/** Azure puts a gateway only into the subnet of that name. */
function subnetProblems(id: unknown): readonly InputProblem[] {
  if (id === undefined || isPending(id)) return [];
  const problems = resourceIdProblems("gatewaySubnetId", id, "Microsoft.Network/virtualNetworks/subnets");
  if (typeof id !== "string" || problems.length > 0 || id.toLowerCase().endsWith("/gatewaysubnet"))
    return problems;
  return [
    {
      propertyPath: "gatewaySubnetId",
      reason: `${JSON.stringify(id)} is not a subnet named GatewaySubnet: Azure puts gateways nowhere else.`,
    },
  ];
}

function processServerProblems(level: FailbackProcessServerArgs): readonly InputProblem[] {
  return missingInputs(level as unknown as SeenInputs, ["subnetId", "adminUsername", "adminPassword"]).map(
    ({ propertyPath, reason }) => ({ propertyPath: `processServer.${propertyPath}`, reason }),
  );
}
