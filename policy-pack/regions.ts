import type { Deployment as DeploymentFacts } from "../limits/facts/azure";
import { kindInputs } from "../limits/facts/from-azure-siterecovery";
import { normalizeRegion } from "../limits/facts/region";
import type { Deployment } from "./deployments";
import { textAt, type Program, type ProgramResource } from "./program";
import { recoveryNetworkComponent, tokens } from "./resource-types";

/** The regions of a deployment, as far as its resources show them. */
export type Regions = Pick<DeploymentFacts, "sourceRegion" | "targetRegion">;

/**
 * Azure machines run in the region of the fabric that their container is in, and go to that of the container they are
 * recovered in. Where no machine tells the sides apart, the vault does: it lies in any region but the source's. Other
 * machines arrive in a network, which lies in their region; before there are any, the component's network says it.
 */
export function regionsOf(deployment: Deployment, program: Program): Regions {
  const fabrics = deployment.members.filter((resource) => regionOfFabric(resource) !== undefined);
  const items = deployment.members.filter(
    ({ type }) => type === tokens.ownMachine || type === tokens.protectedItem,
  );
  if (fabrics.length === 0) {
    const networks =
      items.length === 0
        ? plannedNetworks(deployment, program)
        : items.flatMap((item) => arrivals(item, program));
    return definedOnly({
      targetRegion: only(networks.map(({ inputs }) => region(textAt(inputs, ["location"])))),
    });
  }
  const sides = items.map((item) => sidesOf(item, fabrics, program));
  if (sides.length === 0) return withoutMachines(deployment, fabrics);
  return definedOnly({
    sourceRegion: only(sides.map(({ source }) => source)),
    targetRegion: only(sides.map(({ target }) => target)),
  });
}

/** The region that an Azure fabric stands for. */
function regionOfFabric(resource: ProgramResource): string | undefined {
  const { type, inputs } = resource;
  if (type === tokens.ownFabric && textAt(inputs, ["kind"]) === "Azure")
    return region(textAt(inputs, ["location"]));
  const details = ["properties", "customDetails"];
  return type === tokens.fabric && textAt(inputs, [...details, "instanceType"]) === "Azure"
    ? region(textAt(inputs, [...details, "location"]))
    : undefined;
}

/** Where a machine runs and where it goes; undefined where the program does not hold both sides. */
function sidesOf(
  item: ProgramResource,
  fabrics: readonly ProgramResource[],
  program: Program,
): { readonly source: string | undefined; readonly target: string | undefined } {
  const nested = item.type === tokens.ownMachine ? "a2a" : "properties";
  const source = fabricsBehind(item, sourceInputs, fabrics, program);
  // Of an input that holds many things every reference counts, the source's among them.
  const reached = fabricsBehind(item, [nested], fabrics, program);
  const others = reached.filter((fabric) => !source.includes(fabric));
  const target = others.length > 0 ? others : reached.length > 0 ? source : [];
  return { source: only(source.map(regionOfFabric)), target: only(target.map(regionOfFabric)) };
}

const sourceInputs = ["protectionContainerId", "protectionContainerName", "fabricName"] as const;

/** Fabrics that inputs lead to: by themselves, or by the container that they name. */
function fabricsBehind(
  resource: ProgramResource,
  inputs: readonly string[],
  fabrics: readonly ProgramResource[],
  program: Program,
): readonly ProgramResource[] {
  const found = new Set<ProgramResource>();
  for (const input of inputs) {
    const literal = textAt(resource.inputs, [input]);
    for (const fabric of fabrics) {
      if (
        input === "fabricName" &&
        literal !== undefined &&
        literal === textAt(fabric.inputs, ["fabricName"])
      )
        found.add(fabric);
    }
    for (const urn of resource.references.get(input) ?? []) {
      const target = program.get(urn);
      if (target === undefined) continue;
      if (fabrics.includes(target)) found.add(target);
      if (target.type !== tokens.ownContainer && target.type !== tokens.container) continue;
      for (const fabric of fabricsBehind(target, ["fabricId", "fabricName"], fabrics, program))
        found.add(fabric);
    }
  }
  return [...found];
}

/** The zones of a region are one fabric; of two regions that of the vault is not the source. */
function withoutMachines({ vault }: Deployment, fabrics: readonly ProgramResource[]): Regions {
  const regions = [...new Set(fabrics.map(regionOfFabric))];
  const [first] = regions;
  if (regions.length === 1) return definedOnly({ sourceRegion: first, targetRegion: first });
  const home = region(textAt(vault?.inputs, ["location"]));
  const others = regions.filter((each) => each !== home);
  return others.length === 1 && regions.length === 2
    ? definedOnly({ sourceRegion: others[0], targetRegion: home })
    : {};
}

/** Networks that a machine from outside Azure names. */
function arrivals(item: ProgramResource, program: Program): readonly ProgramResource[] {
  return ["properties", ...Object.keys(kindInputs)]
    .flatMap((input) => item.references.get(input) ?? [])
    .flatMap((urn) => program.get(urn) ?? [])
    .filter(({ type }) => type === tokens.network);
}

/** Networks of the component that builds them for machines to arrive in. */
function plannedNetworks({ members }: Deployment, program: Program): readonly ProgramResource[] {
  return members.filter(
    ({ type, parent }) =>
      type === tokens.network &&
      parent !== undefined &&
      program.get(parent)?.type === recoveryNetworkComponent,
  );
}

/** The one value of all; undefined where they differ or one is not known. */
function only(values: readonly (string | undefined)[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

function region(text: string | undefined): string | undefined {
  return text === undefined ? undefined : normalizeRegion(text);
}

function definedOnly(regions: { readonly [Name in keyof Regions]: string | undefined }): Regions {
  const { sourceRegion, targetRegion } = regions;
  return {
    ...(sourceRegion === undefined ? {} : { sourceRegion }),
    ...(targetRegion === undefined ? {} : { targetRegion }),
  };
}
