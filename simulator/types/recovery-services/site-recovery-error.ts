import { ArmError } from "../../arm/arm-error";
import { newGuid } from "../../guid";

/** What a refusal of Site Recovery says beyond its message. */
export interface RefusalAdvice {
  readonly possibleCauses?: string;
  readonly recommendedAction?: string;
}

const words: Readonly<Record<number, string>> = { 400: "BadRequest", 404: "NotFound", 409: "Conflict" };

/**
 * A refusal as Site Recovery words it: ARM's envelope with a general code, and the service's own code in `details`.
 * The form and the codes `FabricArmEntityMissing`, `SubscriptionIdNotRegisteredWithSrs` and `UnhandledException` are
 * those of published error texts; other codes are made by analogy.
 */
export function refused(code: string, message: string, status = 400, advice: RefusalAdvice = {}): ArmError {
  return new ArmError(status, words[status] ?? "BadRequest", message, {
    details: [
      {
        activityId: newGuid(),
        clientRequestId: newGuid(),
        code,
        message,
        possibleCauses: advice.possibleCauses ?? "",
        recommendedAction: advice.recommendedAction ?? "",
      },
    ],
  });
}

/** The answer of a vault that Site Recovery has never been used in, whatever is asked for; also that of an absent network mapping. */
export function notRegistered(): ArmError {
  return refused(
    "SubscriptionIdNotRegisteredWithSrs",
    "The resource with ID 2195638768288125375 isn't registered with the service.",
    400,
    {
      possibleCauses: "The operation failed due to an internal error.",
      recommendedAction: "Retry the last action. If the issue persists, contact Support.",
    },
  );
}
