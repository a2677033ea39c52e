import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import type { DiffResult, PropertyChange } from "../operations/diff";

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
