import type { LandingZone } from "../../landing-zone/document";
import { parseLandingZone, readLandingZoneSync } from "../../landing-zone/read";
import { inputPropertiesError } from "../inputs/input-problems";
import type { DisasterRecoveryLandingZoneArgs } from "./disaster-recovery-landing-zone";

/**
 * The landing zone of the arguments.
 *
 * @throws pulumi.InputPropertiesError when there is none, or two.
 * @throws InputError when the document cannot be read, or is none.
 */
export function landingZoneOf({ file, document }: DisasterRecoveryLandingZoneArgs): LandingZone {
  if (file !== undefined && document === undefined) return readLandingZoneSync(file);
  // Read as a document is: a program in another language has no compiler that knows its form.
  if (file === undefined && document !== undefined) return parseLandingZone(JSON.stringify(document));
  throw inputPropertiesError("DisasterRecoveryLandingZone", [
    {
      propertyPath: "document",
      reason:
        file === undefined
          ? "Missing: give the path of a landing-zone document as file, or its content as document."
          : "Given beside file: leave one of them out.",
    },
  ]);
}
