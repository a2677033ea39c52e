import * as pulumi from "@pulumi/pulumi";
import { DisasterRecoveryLandingZone } from "../../components";
import { asRunError } from "../foundation/run-error";
import { landingZoneFile } from "./landing-zone-file";

// The Node SDK records a stack trace for every promise: most of a large preview's time. Remove this line when
// an error in a program of your own needs its trace.
Error.stackTraceLimit = 0;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(() => {
  const configured = new pulumi.Config("azure-siterecovery").get("landingZone");
  const file = landingZoneFile(pulumi.getRootDirectory(), configured, process.env);
  return new DisasterRecoveryLandingZone("asr", { file }).existingOutputs;
});
