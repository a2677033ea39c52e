import { Metadata, status, type ServiceError } from "@grpc/grpc-js";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { InputPropertiesError } from "@pulumi/pulumi/proto/errors_pb";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { InputPropertiesFailure } from "./input-properties-failure";
import { PartialFailure } from "./partial-failure";
import { writeProperties } from "./wire-format";

/**
 * An error for the engine. One that leaves a resource behind carries its id and state, so that the engine
 * keeps track of it; one about inputs names them one by one.
 */
export function grpcErrorOf(error: unknown): Partial<ServiceError> {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof InputPropertiesFailure) {
    const invalid = new InputPropertiesError();
    invalid.setErrorsList(
      error.failures.map(({ propertyPath, reason }) => {
        const each = new InputPropertiesError.PropertyError();
        each.setPropertyPath(propertyPath);
        each.setReason(reason);
        return each;
      }),
    );
    return withDetails(
      status.INVALID_ARGUMENT,
      message,
      invalid.serializeBinary(),
      "pulumirpc.InputPropertiesError",
    );
  }
  if (error instanceof PartialFailure) {
    const failed = new ErrorResourceInitFailed();
    failed.setId(error.state.id);
    failed.setProperties(writeProperties(error.state.outputs));
    failed.setInputs(writeProperties(error.inputs));
    failed.setReasonsList([message]);
    return withDetails(
      status.UNKNOWN,
      message,
      failed.serializeBinary(),
      "pulumirpc.ErrorResourceInitFailed",
    );
  }
  return { code: status.UNKNOWN, details: message };
}

function withDetails(code: status, message: string, detail: Uint8Array, type: string): Partial<ServiceError> {
  const any = new Any();
  any.pack(detail, type);
  const details = new Status();
  details.setCode(code);
  details.setMessage(message);
  details.addDetails(any);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(details.serializeBinary()));
  return { code, details: message, metadata };
}
