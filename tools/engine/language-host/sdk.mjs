// What the host needs of the Pulumi SDK of this checkout: its protocol, and the gRPC library it brings.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const requireAsSdk = createRequire(require.resolve("@pulumi/pulumi"));

export const grpc = requireAsSdk("@grpc/grpc-js");
export const messages = require("@pulumi/pulumi/proto/language_pb");
export const plugin = require("@pulumi/pulumi/proto/plugin_pb");
export const { Empty } = requireAsSdk("google-protobuf/google/protobuf/empty_pb");
export const languageService = require("@pulumi/pulumi/proto/language_grpc_pb").LanguageRuntimeService;
export const sdkVersion = require("@pulumi/pulumi/package.json").version;
export const analyzerMessages = require("@pulumi/pulumi/proto/analyzer_pb");
export const analyzerService = require("@pulumi/pulumi/proto/analyzer_grpc_pb").AnalyzerService;
