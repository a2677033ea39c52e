import type { Deployment, RecoveryNetwork } from "../../limits/facts/azure";
import { recoveryNetworkFromAzureNative, vaultFromAzureNative } from "../../limits/facts/from-azure-native";
import { contains, isAddressRange, overlap } from "./address-ranges";
import {
  documentedLimits,
  judgeFacts,
  type DocumentedLimits,
  type LimitFindings,
} from "../limits/documented-limits";
import { existingIdProblems } from "../inputs/existing";
import { missingInputs, type InputProblem, type SeenInputs } from "../inputs/input-problems";
import { isPending, known } from "../inputs/pending";
import type { RecoveryNetworkArgs, RecoveryNetworkLevelArgs } from "./recovery-network";
import { networkInputs, type NetworkRole } from "./inputs";

/**
 * The level of the test network: as given, completed by the addresses of a new recovery network (isolated
 * networks may use the same); undefined where there is none.
 */
export function testNetworkOf(args: RecoveryNetworkArgs): RecoveryNetworkLevelArgs | undefined {
  if (args.createTestNetwork === false) return undefined;
  const { recovery, testFailover } = args;
  if (testFailover === undefined && recovery.networkId !== undefined) return undefined;
  if (testFailover?.networkId !== undefined) return testFailover;
  return {
    ...testFailover,
    addressSpaces: testFailover?.addressSpaces ?? recovery.addressSpaces ?? [],
    subnets:
      testFailover?.subnets ??
      // A subnet for gateways leads to other networks: what is isolated has none.
      (recovery.subnets ?? [])
        .filter(({ name }) => name !== "GatewaySubnet")
        .map(({ name, addressPrefix }) => ({ name, addressPrefix })),
  };
}

/** Everything that is wrong with the arguments, as far as they are known. */
export function networkInputProblems(args: RecoveryNetworkArgs): readonly InputProblem[] {
  return allProblems(documentedLimits(args), { ...args });
}

export function allProblems(limits: DocumentedLimits, seen: SeenInputs): readonly InputProblem[] {
  return [...limits.problems, ...networkProblems(seen), ...networkFindings(limits, seen).errors];
}

/** Arguments that contradict each other or are missing. */
function networkProblems(seen: SeenInputs): readonly InputProblem[] {
  const { recovery } = seen as Partial<RecoveryNetworkArgs>;
  if (recovery === undefined) return missingInputs(seen, ["recovery"]);
  const args: RecoveryNetworkArgs = { ...seen, recovery };
  const test = testNetworkOf(args);
  const makesOne =
    args.recovery.networkId === undefined || (test !== undefined && test.networkId === undefined);
  const contradiction =
    args.createTestNetwork === false && args.testFailover !== undefined
      ? [
          {
            propertyPath: "createTestNetwork",
            reason: "It is false, and testFailover describes a network: leave one of them out.",
          },
        ]
      : [];
  return [
    ...missingInputs(seen, makesOne ? ["resourceGroupName", "location"] : []),
    ...contradiction,
    ...levelProblems("recovery", args.recovery),
    // Where nothing is given, everything is copied from the recovery network: said once is enough.
    ...(test === undefined || args.testFailover === undefined ? [] : levelProblems("testFailover", test)),
  ];
}

function levelProblems(path: string, level: RecoveryNetworkLevelArgs): readonly InputProblem[] {
  if (level.networkId !== undefined) {
    return existingIdProblems(level as SeenInputs, {
      idName: "networkId",
      type: "Microsoft.Network/virtualNetworks",
      newOnly: ["networkName", "addressSpaces", "subnets", "dnsServers", "securityRules"],
      prefix: `${path}.`,
    });
  }
  return addressProblems(path, level);
}

function addressProblems(path: string, level: RecoveryNetworkLevelArgs): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const report = (propertyPath: string, reason: string): void => {
    problems.push({ propertyPath, reason });
  };
  const listed = known(level.addressSpaces);
  const spaces = (listed ?? []).filter((space) => !isPending(space)) as readonly string[];
  // A range that arises later could hold any subnet.
  const complete = listed?.length === spaces.length && level.addressSpaces !== undefined;
  if (level.addressSpaces === undefined || listed?.length === 0) {
    report(`${path}.addressSpaces`, "Missing: give at least one address range, such as 10.1.0.0/16.");
  }
  spaces.forEach((space, index) => {
    if (!isAddressRange(space)) {
      report(
        `${path}.addressSpaces[${index}]`,
        `${JSON.stringify(space)} is not an address range in CIDR notation, such as 10.1.0.0/16.`,
      );
    }
  });
  const subnets = level.subnets ?? [];
  if (subnets.length === 0) report(`${path}.subnets`, "Missing: machines need at least one subnet to join.");
  subnets.forEach((subnet, index) => {
    const at = `${path}.subnets[${index}]`;
    const name = known(subnet.name);
    const prefix = known(subnet.addressPrefix);
    const earlier = subnets.slice(0, index);
    if (
      name !== undefined &&
      earlier.some((other) => known(other.name)?.toLowerCase() === name.toLowerCase())
    ) {
      report(
        `${at}.name`,
        `The name ${JSON.stringify(name)} occurs twice: subnets are told apart by their names.`,
      );
    }
    if (prefix === undefined) return;
    if (!isAddressRange(prefix)) {
      report(
        `${at}.addressPrefix`,
        `${JSON.stringify(prefix)} is not an address range in CIDR notation, such as 10.1.0.0/24.`,
      );
      return;
    }
    if (
      complete &&
      spaces.every((space) => isAddressRange(space)) &&
      !spaces.some((space) => contains(space, prefix))
    ) {
      report(
        `${at}.addressPrefix`,
        `${prefix} lies outside the address spaces of the network (${spaces.join(", ")}).`,
      );
    }
    const other = earlier.find((candidate) => {
      const range = known(candidate.addressPrefix);
      return range !== undefined && isAddressRange(range) && overlap(range, prefix);
    });
    if (other !== undefined) {
      report(
        `${at}.addressPrefix`,
        `${prefix} overlaps the subnet ${JSON.stringify(known(other.name) ?? "")} (${known(other.addressPrefix)}).`,
      );
    }
  });
  return problems;
}

/** What the rules say about the networks, alone and beside the vault. */
export function networkFindings(limits: DocumentedLimits, seen: SeenInputs): LimitFindings {
  const level = (seen as Partial<RecoveryNetworkArgs>).recovery;
  if (level === undefined) return { errors: [], warnings: [] };
  const args: RecoveryNetworkArgs = { ...seen, recovery: level };
  const test = testNetworkOf(args);
  const recovery = networkFacts("recovery", args, args.recovery);
  const networks = [recovery, ...(test === undefined ? [] : [networkFacts("test-failover", args, test)])];
  const deployment: Deployment = {
    vault: vaultFromAzureNative({ location: args.vaultLocation }).facts,
    networks,
  };
  const judged = [
    ...networks.map((facts) =>
      judgeFacts(limits, "network", facts, (path) =>
        levelPath(facts.role === "recovery" ? "recovery" : "testFailover", path),
      ),
    ),
    judgeFacts(limits, "deployment", deployment, deploymentPath),
  ];
  return {
    errors: judged.flatMap(({ errors }) => errors),
    warnings: judged.flatMap(({ warnings }) => warnings),
  };
}

function networkFacts(
  role: NetworkRole,
  args: RecoveryNetworkArgs,
  level: RecoveryNetworkLevelArgs,
): RecoveryNetwork {
  const { facts } = recoveryNetworkFromAzureNative(networkInputs("", role, args, level));
  if (level.networkId === undefined) return { ...facts, role };
  // Of an existing network only its region is told, and only once it is read.
  return { role, ...(level.location === undefined ? {} : { location: facts.location }) };
}

function levelPath(level: string, factPath: string): string {
  return `${level}.${factPath === "name" ? "networkName" : factPath === "id" ? "networkId" : factPath}`;
}

function deploymentPath(factPath: string): string {
  const network = /^networks\[(\d+)\]\.(.+)$/.exec(factPath);
  if (network !== null) return levelPath(network[1] === "0" ? "recovery" : "testFailover", network[2] ?? "");
  return factPath === "vault.location" ? "vaultLocation" : factPath;
}
