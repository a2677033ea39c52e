import type { Log, ReportingDescriptor, Result } from "sarif";

/** What GitHub's code scanning accepts of one run; more is rejected or not shown. */
export const codeScanningCaps = {
  /** Results it shows of a run; it rejects a run above five times as many. */
  shownResults: 5000,
  /** Locations it shows of a result. */
  shownLocations: 100,
} as const;

/** A log of one run. `properties` says what the run judged by. */
export function sarifLog(
  rules: readonly ReportingDescriptor[],
  results: readonly Result[],
  properties: Readonly<Record<string, unknown>>,
): Log {
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "asr", rules: [...rules] } },
        columnKind: "utf16CodeUnits",
        results: [...results],
        properties,
      },
    ],
  };
}
