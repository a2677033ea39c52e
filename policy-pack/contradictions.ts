import type { Report } from "./reporting";
import { replicatesIn, type Scopes } from "./scopes";
import type { Seen } from "./seen";

/** Resources that a report names one by one. */
const mostNamed = 5;

/**
 * Replicated machines and policies that are judged by another scenario than they replicate in, because settings, the
 * stack or a component say so for everything. Their findings are about the wrong limits, which must be told.
 */
export class Contradictions {
  readonly #found = new Map<string, { readonly text: string; readonly names: string[]; urn: string }>();

  note({ facts, resource }: Seen, { scopes, how, certain }: Scopes): void {
    const { instanceType } = facts as { readonly instanceType?: unknown };
    const [scope, ...others] = scopes;
    if (typeof instanceType !== "string" || !certain || scope === undefined || others.length > 0) return;
    if (replicatesIn(instanceType, scope.scenario) !== false) return;
    const text = `judged by the limits of ${scope.scenario} (${how}), but of the kind ${instanceType}, which is another scenario`;
    const known = this.#found.get(text);
    if (known === undefined) this.#found.set(text, { text, names: [resource.name], urn: resource.urn });
    else known.names.push(resource.name);
  }

  /** One report for each kind that is judged by a scenario of others. */
  reports(): readonly Report[] {
    return [...this.#found.values()].map(({ text, names, urn }) => {
      const more = names.length - mostNamed;
      const listed = `${names.slice(0, mostNamed).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
      return {
        message: `${listed}: ${text}. Leave the scenario out where it is said for everything, and each is judged by its own kind; or deploy them by components of their own.`,
        urn,
        level: "advisory",
      };
    });
  }
}
