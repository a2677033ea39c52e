import type { Limit } from "../matrix/schema";
import { compareVersions, parseVersion } from "../versions";
import { isRecord, parsedOnce, textIn } from "./json";

/** A lower bound of versions as the matrix writes it: `{atLeast: "4.6.2"}` or `{above: "2.0.9214.0"}`. */
export interface VersionBoundary {
  /** Undefined where the version is not known. */
  admits(version: unknown): boolean | undefined;
  /** `4.6.2 or later`, `later than 2.0.9214.0`. */
  readonly text: string;
}

/** @throws TypeError when the limit's value is no such bound: a fault of ours. */
export const boundaryOfVersion = parsedOnce((limit: Limit): VersionBoundary => {
  const value = isRecord(limit.value) ? limit.value : {};
  const strict = "above" in value;
  const text = textIn(value, strict ? "above" : "atLeast");
  const bound = parseVersion(text);
  if (bound === undefined) throw new TypeError(`${limit.id} (${limit.edition}) is not a bound of versions`);
  return {
    admits(version) {
      const seen = parseVersion(version);
      if (seen === undefined) return undefined;
      const order = compareVersions(seen, bound);
      return strict ? order > 0 : order >= 0;
    },
    text: strict ? `later than ${text}` : `${text} or later`,
  };
});
