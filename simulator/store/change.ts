import type { Operation } from "../operations/operation";
import type { StoredResource } from "./resource";

/** A change of the simulated world: what has to be written down to have the world again. */
export type Change =
  | { readonly kind: "put"; readonly resource: StoredResource }
  | { readonly kind: "remove"; readonly key: string }
  | { readonly kind: "operation"; readonly operation: Operation }
  | { readonly kind: "reserve"; readonly name: string }
  | { readonly kind: "clear" };
