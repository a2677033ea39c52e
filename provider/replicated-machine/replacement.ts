import type { DiffResult, PropertyChange } from "../../plugin-protocol/diff-response";
import { rootOf } from "../../plugin-protocol/difference";
import type { MachineKind } from "./machine-kind";

/** Which changes need replication to be enabled anew, and which settings are taken on trust. */
export interface Replacement {
  readonly result: DiffResult;
  /** Paths of settings that are new to the state, and that an item does not show. */
  readonly trusted: readonly string[];
}

/**
 * Takes back what would disable a machine without need. An imported machine lacks in its state what items do not show, and
 * has what the service chose by itself: neither is a reason to lose its recovery points.
 */
export function replacementOf(kind: MachineKind, result: DiffResult): Replacement {
  const trusted: string[] = [];
  const changes = new Map<string, PropertyChange>(
    [...result.changes].map(([path, change]) => {
      const name = settingAt(kind, path);
      if (!change.replaces || name === undefined) return [path, change];
      // What the program no longer says keeps its value, as with settings that an update takes.
      if (change.change === "delete") return [path, { ...change, replaces: false }];
      if (change.change !== "add" || isShown(kind, name)) return [path, change];
      trusted.push(path);
      return [path, { ...change, replaces: false }];
    }),
  );
  const replaces = [
    ...new Set([...changes].filter(([, { replaces }]) => replaces).map(([path]) => rootOf(path))),
  ];
  return { result: { changes, replaces, deleteBeforeReplace: replaces.length > 0 }, trusted };
}

/** Name of the setting that a path leads to; undefined for what lies deeper or beside. */
function settingAt(kind: MachineKind, path: string): string | undefined {
  const [input, name, ...deeper] = path.split(".");
  return input === kind.input && deeper.length === 0 && !name?.includes("[") ? name : undefined;
}

function isShown(kind: MachineKind, name: string): boolean {
  const setting = kind.settings[name];
  return setting !== undefined && setting.shown !== null;
}
