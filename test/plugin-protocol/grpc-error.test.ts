import { status } from "@grpc/grpc-js";
import { InputPropertiesError } from "@pulumi/pulumi/proto/errors_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { describe, expect, it } from "vitest";
import { grpcErrorOf } from "../../plugin-protocol/grpc-error";
import { InputPropertiesFailure } from "../../plugin-protocol/input-properties-failure";

describe("an error for the engine", () => {
  it("names inputs one by one, in the form that every engine reads", () => {
    const failures = [
      { propertyPath: "vaultId", reason: "Missing." },
      { propertyPath: "machines.web", reason: "Odd." },
    ];
    const { code, details, metadata } = grpcErrorOf(new InputPropertiesFailure("It cannot be.", failures));
    expect([code, details]).toEqual([status.INVALID_ARGUMENT, "It cannot be."]);
    const [sent] = metadata?.get("grpc-status-details-bin") ?? [];
    const [any] = Status.deserializeBinary(sent as Buffer).getDetailsList();
    expect(any?.getTypeName()).toBe("pulumirpc.InputPropertiesError");
    const read = InputPropertiesError.deserializeBinary(any?.getValue_asU8() ?? new Uint8Array());
    expect(read.getErrorsList().map((each) => each.toObject())).toEqual(failures);
  });

  it("is its message otherwise", () => {
    expect(grpcErrorOf(new Error("No."))).toEqual({ code: status.UNKNOWN, details: "No." });
    expect(grpcErrorOf("odd")).toEqual({ code: status.UNKNOWN, details: "odd" });
  });
});
