import { isIPv4 } from "node:net";
import { isSame } from "../../plugin-protocol/equality";
import {
  isPropertyList,
  isPropertyMap,
  stringOf,
  UnknownValue,
  type PropertyMap,
  type PropertyValue,
} from "../../plugin-protocol/property-value";
import { editionOf } from "../edition-input";
import type { CheckContext, CheckOutcome, CheckProblem } from "../resource-definition";
import { entriesOf } from "./keyed-list";
import { givenFor, kinds, kindsGiven } from "./kinds";
import type { MachineKind } from "./machine-kind";
import { limitFindings } from "./limit-findings";

/** What only holds for inputs together, and what the documented limits say. */
export function check(inputs: PropertyMap, context: CheckContext): CheckOutcome {
  const given = kindsGiven(inputs);
  const names = kinds.map(({ input }) => input).join(", ");
  const [kind] = given;
  if (kind === undefined) {
    return {
      problems: [{ property: "", reason: `No way of replicating is given: give exactly one of ${names}.` }],
    };
  }
  if (given.length > 1) {
    return {
      problems: [
        {
          property: "",
          reason: `A machine replicates in one way: give exactly one of ${names}, not ${given.map(({ input }) => input).join(" and ")}.`,
        },
      ],
    };
  }
  if (inputs[kind.input] instanceof UnknownValue) return { problems: [] };
  const found = limitFindings(kind, inputs, editionOf(inputs, context));
  // A machine that is there already is not held up by a limit that came later; it is told of.
  const isUnchanged = context.before !== undefined && isSame(context.before[kind.input], inputs[kind.input]);
  const limits = isUnchanged
    ? { problems: [], warnings: [...found.problems.map(({ reason }) => reason), ...found.warnings] }
    : found;
  return {
    problems: [
      ...sourceProblems(kind, inputs),
      ...targetProblems(kind, inputs),
      ...diskProblems(kind, inputs),
      ...addressProblems(kind.input, givenFor(kind, inputs)),
      ...limits.problems,
    ],
    warnings: [...limits.warnings, ...leftoverDisks(kind, inputs, context.before)],
  };
}

/** The service removes no single disk of a modernized machine: one that leaves the list goes on replicating. */
function leftoverDisks(
  kind: MachineKind,
  inputs: PropertyMap,
  before: PropertyMap | undefined,
): readonly string[] {
  if (kind.input !== "inMageRcm" || before === undefined) return [];
  const idsOf = (all: PropertyMap) =>
    entriesOf(givenFor(kind, all)["disksToInclude"]).map((disk) => stringOf(disk["diskId"]));
  const listed = idsOf(inputs);
  // A list that is not known in full, or gives way to disksDefault, leaves nothing out.
  if (listed.length === 0 || listed.includes(undefined)) return [];
  const kept = new Set(listed.map((id) => id?.toLowerCase()));
  return idsOf(before).flatMap((id) =>
    id === undefined || kept.has(id.toLowerCase())
      ? []
      : [
          `The disk ${id} leaves inMageRcm.disksToInclude and replicates on: Site Recovery removes no single disk of a modernized machine. To be rid of it, remove the machine from the program and add it again, which replicates it anew.`,
        ],
  );
}

function sourceProblems({ input }: MachineKind, inputs: PropertyMap): readonly CheckProblem[] {
  const needs = input === "hyperVReplicaAzure" || input === "inMageAzureV2";
  const has = inputs["protectableItemId"] !== undefined;
  if (needs === has) return [];
  return [
    {
      property: "protectableItemId",
      reason: needs
        ? `protectableItemId is required with ${input}: the machine as its host or server brought it into the vault.`
        : `protectableItemId means nothing with ${input}, whose machine is named inside: leave it out.`,
    },
  ];
}

/** One place in Azure: a zone or a set, not both. */
function targetProblems(kind: MachineKind, inputs: PropertyMap): readonly CheckProblem[] {
  const given = givenFor(kind, inputs);
  const prefix = kind.input === "a2a" ? "recovery" : "target";
  const zone = `${prefix}AvailabilityZone`;
  const set = `${prefix}AvailabilitySetId`;
  if (given[zone] === undefined || given[set] === undefined) return [];
  return [
    {
      property: `${kind.input}.${zone}`,
      reason: `A machine is in a zone or in an availability set: give ${zone} or ${set}, not both.`,
    },
  ];
}

/** A disk listed twice, by id. */
function diskProblems(kind: MachineKind, inputs: PropertyMap): readonly CheckProblem[] {
  const lists = ["vmManagedDisks", "disksToInclude", "disksToIncludeForManagedDisks"];
  const given = givenFor(kind, inputs);
  return lists.flatMap((name) => {
    const ids = entriesOf(given[name]).map((disk) => stringOf(disk["diskId"])?.toLowerCase());
    return ids.flatMap((id, index) =>
      id !== undefined && ids.indexOf(id) !== index
        ? [
            {
              property: `${kind.input}.${name}[${index}].diskId`,
              reason: `The disk ${id} is listed twice: name each disk once.`,
            },
          ]
        : [],
    );
  });
}

const addressNames =
  /^(?:recoveryStaticIPAddress|tfoStaticIPAddress|targetStaticIPAddress|testStaticIPAddress)$/;

/** Static addresses that are none; an empty text stands for a dynamic one. */
function addressProblems(path: string, value: PropertyValue): readonly CheckProblem[] {
  if (isPropertyList(value))
    return value.flatMap((each, index) => addressProblems(`${path}[${index}]`, each));
  if (!isPropertyMap(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const text = stringOf(inner);
    if (!addressNames.test(name) || text === undefined) return addressProblems(`${path}.${name}`, inner);
    if (text === "" || isIPv4(text)) return [];
    return [
      {
        property: `${path}.${name}`,
        reason: `"${text}" is no IPv4 address: give one, or an empty text for a dynamic address.`,
      },
    ];
  });
}
