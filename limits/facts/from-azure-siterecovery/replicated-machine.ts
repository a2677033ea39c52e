import type { ProtectedItem } from "../azure";
import { InputReader, type SeenFacts } from "../from-azure-native";
import { detailsFacts } from "../from-azure-native/provider-specific-details";
import { known } from "../known";

/** The inputs of which every machine has one, by the discriminator of the REST API. */
export const kindInputs = {
  a2a: "A2A",
  inMageRcm: "InMageRcm",
  inMageAzureV2: "InMageAzureV2",
  hyperVReplicaAzure: "HyperVReplicaAzure",
} as const;

/** How the machine replicates; undefined where the inputs tell none or several ways. */
export function instanceTypeOfReplicatedMachine(inputs: unknown): string | undefined {
  return givenKind(new InputReader(inputs))?.[1];
}

/** Facts of an `azure-siterecovery:index:ReplicatedMachine`; its inputs have the names of the REST API. */
export function protectedItemFromReplicatedMachine(inputs: unknown): SeenFacts<ProtectedItem> {
  const read = new InputReader(inputs);
  const [input, instanceType] = givenKind(read) ?? [];
  return read.seen(
    known<ProtectedItem>({
      ...(input === undefined ? {} : detailsFacts(read, [input])),
      name: read.string("name", ["name"]),
      id: read.string("id", ["id"]),
      policyId: read.string("policyId", ["policyId"]),
      instanceType,
    }),
  );
}

const kinds = Object.entries(kindInputs) as readonly (readonly [keyof typeof kindInputs, string])[];

function givenKind({ inputs }: InputReader): (typeof kinds)[number] | undefined {
  // A reader of its own: what is not known yet of another kind is no fact of this one.
  const given = kinds.filter(([input]) => {
    const read = new InputReader(inputs);
    return read.value(input, [input]) !== undefined || read.isOpen(input);
  });
  return given.length === 1 ? given[0] : undefined;
}
