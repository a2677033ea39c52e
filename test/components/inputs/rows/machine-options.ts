import type { InputRow } from "../row";
import { policyId } from "./ids";

/** Rows of what every machine takes, whatever way it replicates. */
export function machineOptions(
  prefix: string,
  machine: string,
  given: Readonly<Record<string, unknown>> = {},
): readonly InputRow[] {
  return [
    { path: `${prefix}.itemName`, value: "other", reaches: `${machine}: name` },
    { path: `${prefix}.policyId`, value: policyId("other"), reaches: `${machine}: policyId` },
    { path: `${prefix}.waitFor`, value: "accepted", reaches: `${machine}: waitFor` },
    { path: `${prefix}.deletion`, value: "purge", reaches: `${machine}: deletion` },
    {
      path: `${prefix}.disableWhenFailedOver`,
      value: true,
      reaches: `${machine}: disableWhenFailedOver`,
    },
    {
      path: `${prefix}.reprotectWhenCommitted`,
      value: true,
      reaches: `${machine}: reprotectWhenCommitted`,
    },
  ].map((row) => ({ ...row, given, together: true }));
}
