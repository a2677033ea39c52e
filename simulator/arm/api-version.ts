import { ArmError } from "./arm-error";

const wellFormed = /^(\d{4})-(\d{2})-(\d{2})(-[a-z]+(\.\d+)?)?$/i;

/**
 * The api-version of a request. Any real date is accepted, with or without a suffix such as `-preview`,
 * because clients of several ages work against the same simulator.
 *
 * @throws ArmError 400 when it is missing, given twice or not of that form.
 */
export function demandApiVersion(query: URLSearchParams): string {
  const given = query.getAll("api-version").filter((version) => version !== "");
  const version = given[0];
  if (version === undefined) {
    throw new ArmError(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  }
  if (given.length > 1 || !isDated(version)) {
    throw new ArmError(
      400,
      "InvalidApiVersionParameter",
      `The api-version '${given.join(",")}' is invalid. The supported versions are dates such as '2024-10-01' or '2024-10-01-preview'.`,
    );
  }
  return version;
}

function isDated(version: string): boolean {
  const parts = wellFormed.exec(version);
  if (!parts) return false;
  const date = `${parts[1] ?? ""}-${parts[2] ?? ""}-${parts[3] ?? ""}`;
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}
