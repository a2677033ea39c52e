import { normalizeRegion } from "../limits/facts/region";
import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";

/** What stands in place of a secret, as the Pulumi CLI writes it. */
const mask = "[secret]";

/**
 * Secrets shorter than this are not masked, as the Pulumi CLI does it: a text of one or two characters would
 * blank out parts of every message, and give itself away by where it does.
 */
const shortest = 3;

/**
 * The secret texts and numbers of a run. Policies get secrets as plain values, because rules have to judge them;
 * messages must not show them.
 */
export class SecretTexts {
  readonly #texts = new Set<string>();
  #pattern: RegExp | undefined;

  /** Remembers every secret in properties as the engine sends them. */
  remember(properties: unknown): void {
    if (typeof properties !== "object" || properties === null) return;
    if ((properties as Readonly<Record<string, unknown>>)[specialSigKey] === specialSecretSig) {
      this.#add((properties as { readonly value?: unknown }).value);
      return;
    }
    for (const value of Object.values(properties)) this.remember(value);
  }

  /** The text without secrets. */
  masked(text: string): string {
    if (this.#texts.size === 0) return text;
    this.#pattern ??= patternOf(this.#texts);
    return text.replace(this.#pattern, mask);
  }

  #add(secret: unknown): void {
    if (typeof secret === "object" && secret !== null) {
      for (const value of Object.values(secret)) this.#add(value);
    } else if (typeof secret === "string" || typeof secret === "number") {
      for (const text of formsOf(String(secret).trim())) {
        if (text.length < shortest || this.#texts.has(text)) continue;
        this.#texts.add(text);
        this.#pattern = undefined;
      }
    }
  }
}

/** The text, the short form that regions compare in, and the name that an id ends with. */
function formsOf(text: string): readonly string[] {
  return [text, normalizeRegion(text), ...(text.startsWith("/") ? [text.split("/").at(-1) ?? ""] : [])];
}

function patternOf(texts: ReadonlySet<string>): RegExp {
  // Long ones first: one secret may begin with another one.
  const alternatives = [...texts]
    .sort((one, other) => other.length - one.length)
    .map((text) => (/^[\d.+e-]+$/.test(text) ? `(?<![\\w.])${escaped(text)}(?![\\w.])` : escaped(text)));
  // Without case, because names and regions are compared, and shown, without it.
  return new RegExp(alternatives.join("|"), "gi");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The secrets of this process, which serves one pack. */
export const secretTexts = new SecretTexts();
