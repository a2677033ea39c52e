/**
 * What the Pulumi SDK does for a component provider, and exports without declaring it. Its own server for such
 * providers has no part for resources like ours, so that only these parts of it serve here.
 */
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type * as pulumi from "@pulumi/pulumi";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import * as server from "@pulumi/pulumi/provider/server";
import * as resources from "@pulumi/pulumi/runtime/resource";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";

interface Undeclared {
  /** Inputs as a component takes them, with the resources that they depend on. */
  deserializeInputs(
    inputs: Struct | undefined,
    dependencies: ReturnType<ConstructRequest["getInputdependenciesMap"]>,
  ): Promise<pulumi.Inputs>;
  hookBindingFromProto(
    hooks: ConstructRequest.ResourceHooksBinding | undefined,
  ): pulumi.ResourceHookBinding | undefined;
  /** Asks the engine what it can do. */
  awaitFeatureSupport(): Promise<void>;
  /** Ends when every registration has been answered. */
  waitForRPCs(): Promise<void>;
  /** Runs something with settings of its own. */
  withLocalStorage<Result>(run: () => Result): Result;
}

/** The names exist in the versions of the SDK that package.json allows; a test builds every component with them. */
export const sdkRuntime = { ...server, ...resources, ...settings, ...state } as unknown as Undeclared;
