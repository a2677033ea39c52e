import { genericType } from "../types/generic-type";
import type { ResourceType } from "../types/resource-type";
import type { TypeRegistry } from "../types/type-registry";
import { ArmError } from "./arm-error";

/** Finds the behaviour of a type: its own, or the generic one with a warning. */
export class TypeResolver {
  readonly #warned = new Set<string>();

  constructor(
    private readonly types: TypeRegistry,
    private readonly options: { readonly strict: boolean; readonly onWarning: (message: string) => void },
  ) {}

  /** @throws ArmError 404 for a namespace that is none, and in strict mode for a type that is not modelled. */
  resolve(id: { readonly type: string; readonly namespace: string }): ResourceType {
    const known = this.types.find(id.type);
    if (known) return known;
    if (!/^[a-z][a-z0-9]*(\.[a-z0-9]+)+$/i.test(id.namespace)) {
      throw new ArmError(
        404,
        "InvalidResourceNamespace",
        `The resource namespace '${id.namespace}' is invalid.`,
      );
    }
    if (this.options.strict) {
      throw new ArmError(
        404,
        "InvalidResourceType",
        `The resource type '${id.type}' could not be found: the simulator does not model it and runs in strict mode.`,
      );
    }
    const key = id.type.toLowerCase();
    if (!this.#warned.has(key)) {
      this.#warned.add(key);
      this.options.onWarning(
        `The simulator does not model ${id.type}: it keeps what it is given and checks nothing.`,
      );
    }
    return genericType(id.type);
  }
}
