import { Metadata, status, type ServiceError } from "@grpc/grpc-js";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { PartialFailure } from "./partial-failure";
import { writeProperties } from "./wire-format";

/**
 * An error for the engine. One that leaves a resource behind carries its id and state, so that the engine
 * keeps track of it.
 */
export function grpcErrorOf(error: unknown): Partial<ServiceError> {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof PartialFailure)) return { code: status.UNKNOWN, details: message };
  const failed = new ErrorResourceInitFailed();
  failed.setId(error.state.id);
  failed.setProperties(writeProperties(error.state.outputs));
  failed.setInputs(writeProperties(error.inputs));
  failed.setReasonsList([message]);
  const any = new Any();
  any.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const details = new Status();
  details.setCode(status.UNKNOWN);
  details.setMessage(message);
  details.addDetails(any);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(details.serializeBinary()));
  return { code: status.UNKNOWN, details: message, metadata };
}
