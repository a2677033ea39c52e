import type { NamespaceAction, ResourceProvider, ResourceType } from "./resource-type";

/** The resource providers and types the simulator models, found without regard to case. */
export class TypeRegistry {
  readonly #types = new Map<string, ResourceType>();
  readonly #providers = new Map<string, ResourceProvider>();

  constructor(providers: readonly ResourceProvider[]) {
    for (const provider of providers) this.#add(provider);
  }

  find(type: string): ResourceType | undefined {
    return this.#types.get(type.toLowerCase());
  }

  /** A POST on a namespace itself. */
  namespaceAction(namespace: string, action: string): NamespaceAction | undefined {
    return this.#providers.get(namespace.toLowerCase())?.actions?.[action];
  }

  /** All types, provider by provider. */
  all(): readonly ResourceType[] {
    return [...this.#types.values()];
  }

  /** All providers. */
  providers(): readonly ResourceProvider[] {
    return [...this.#providers.values()];
  }

  #add(provider: ResourceProvider): void {
    this.#providers.set(provider.namespace.toLowerCase(), provider);
    for (const type of provider.types) {
      const key = type.type.toLowerCase();
      if (this.#types.has(key)) throw new Error(`The type ${type.type} is registered twice.`);
      if (!key.startsWith(`${provider.namespace.toLowerCase()}/`)) {
        throw new Error(`The type ${type.type} is not of the provider ${provider.namespace}.`);
      }
      this.#types.set(key, type);
    }
  }
}
