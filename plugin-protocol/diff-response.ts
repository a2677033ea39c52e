import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import type { Change } from "./difference";

/** One changed property. */
export interface PropertyChange {
  readonly change: Change;
  /** Needs a new resource. */
  readonly replaces: boolean;
}

/** What a change of inputs means for a resource. */
export interface DiffResult {
  readonly changes: ReadonlyMap<string, PropertyChange>;
  /** Top-level properties that need a new resource. */
  readonly replaces: readonly string[];
  /** Old and new cannot exist side by side, because the new one takes the same name. */
  readonly deleteBeforeReplace: boolean;
}

/** A comparison as the engine wants it: each changed path with its kind, and what has to be replaced. */
export function diffResponse({ changes, replaces, deleteBeforeReplace }: DiffResult): DiffResponse {
  const response = new DiffResponse();
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  response.setChanges(changes.size === 0 ? DIFF_NONE : DIFF_SOME);
  response.setReplacesList([...replaces]);
  response.setDeletebeforereplace(deleteBeforeReplace);
  response.setDiffsList([...changes.keys()]);
  response.setHasdetaileddiff(true);
  for (const [path, change] of changes) {
    const property = new PropertyDiff();
    property.setKind(kindOf(change));
    property.setInputdiff(true);
    response.getDetaileddiffMap().set(path, property);
  }
  return response;
}

function kindOf({ change, replaces }: PropertyChange): PropertyDiff.Kind {
  const { Kind } = PropertyDiff;
  switch (change) {
    case "add":
      return replaces ? Kind.ADD_REPLACE : Kind.ADD;
    case "update":
      return replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE;
    case "delete":
      return replaces ? Kind.DELETE_REPLACE : Kind.DELETE;
  }
}
