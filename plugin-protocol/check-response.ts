import { CheckFailure, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { PropertyMap } from "./property-value";
import { writeProperties } from "./wire-format";

/** A check's answer: what the inputs have become, and why they cannot stand. */
export function checkResponse(
  inputs: PropertyMap,
  problems: readonly { readonly property: string; readonly reason: string }[],
): CheckResponse {
  const response = new CheckResponse();
  response.setInputs(writeProperties(inputs));
  response.setFailuresList(
    problems.map(({ property, reason }) => {
      const failure = new CheckFailure();
      failure.setProperty(property);
      failure.setReason(reason);
      return failure;
    }),
  );
  return response;
}
