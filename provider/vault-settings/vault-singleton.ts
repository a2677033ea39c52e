import type { PropertyMap } from "../../plugin-protocol/property-value";
import { refreshedInputs, requiredText } from "../input-values";
import type { ObjectDescription } from "../property-description";
import type { OperationContext, ResourceDefinition } from "../resource-definition";
import { vaultIdInput } from "../vault-id-input";
import { parentId, unlessAbsent } from "../vault-scope";

/** A setting that every vault has from the start and that nobody can delete. */
export interface VaultSingleton {
  readonly className: string;
  readonly description: string;
  /** Segment before its name in an id. */
  readonly segment: string;
  /** The one name it has. */
  readonly settingName: string;
  /** Its properties, each with what it is without the program's word. */
  readonly properties: ObjectDescription;
  get(id: string, context: OperationContext): Promise<PropertyMap>;
  put(id: string, properties: PropertyMap, context: OperationContext): Promise<unknown>;
  /** What a deletion puts back. */
  readonly original: PropertyMap;
}

/** A resource for a setting that is always there: creating writes it, deleting puts its original values back. */
export function vaultSingleton(setting: VaultSingleton): ResourceDefinition {
  const { segment, settingName } = setting;
  const write = async (id: string, inputs: PropertyMap, context: OperationContext) => {
    const { vaultId: _, ...properties } = inputs;
    await setting.put(id, properties, context);
    return { id, outputs: inputs };
  };
  return {
    name: setting.className,
    description: setting.description,
    inputs: {
      ...vaultIdInput,
      ...setting.properties,
    },
    outputs: {},
    create: ({ inputs }, context) =>
      write(`${requiredText(inputs, "vaultId")}/${segment}/${settingName}`, inputs, context),
    update: ({ id, inputs }, context) => write(id, inputs, context),
    async read({ id, inputs }, context) {
      const found = await unlessAbsent(setting.get(id, context));
      if (found === undefined) return undefined;
      const actual = { vaultId: parentId(id), ...found };
      const now = inputs === undefined ? actual : refreshedInputs(inputs, actual);
      return { id, inputs: now, outputs: now };
    },
    async delete({ id }, context) {
      await unlessAbsent(setting.put(id, setting.original, context));
    },
  };
}
