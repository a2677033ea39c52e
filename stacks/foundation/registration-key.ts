import type * as pulumi from "@pulumi/pulumi";
import type { HypervSiteReplication, VmmCloudReplication, VmwareReplication } from "../../components";

/** The registration key as an output, as long as one is issued: without a value Pulumi would warn of it. */
export function registrationKeyOutput({
  issuedKey,
  registrationKey,
}: Pick<HypervSiteReplication | VmmCloudReplication | VmwareReplication, "issuedKey" | "registrationKey">): {
  readonly registrationKey?: pulumi.Output<string | undefined>;
} {
  return issuedKey === undefined ? {} : { registrationKey };
}
