import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { PluginInfo, type PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { invoke } from "../operations/invoke";
import { readProperties, writeProperties } from "../../../plugin-protocol/wire-format";
import { answering, notImplemented } from "../../../plugin-protocol/plugin-server";
import { packageSchema } from "./package-schema";
import { decodeParameter, packageNameOf, parameterFrom, type Parameter } from "./parameterize";
import type { ProviderSession } from "./provider-session";
import { resourceMethods } from "./resource-methods";

/** The methods of the ResourceProvider service. */
export function resourceProviderService(
  session: ProviderSession,
  version: string,
): UntypedServiceImplementation {
  const resources = resourceMethods(session);
  // The plugin is parameterized at most once; resources need no parameter, their tokens carry the version.
  let parameter: Parameter | undefined;
  return {
    handshake: answering((request: messages.ProviderHandshakeRequest) => {
      session.log.connect(request.getEngineAddress());
      const response = new messages.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setAcceptResources(true);
      response.setAcceptOutputs(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    attach: answering((request: PluginAttach) => {
      session.log.connect(request.getAddress());
      return new Empty();
    }),
    getPluginInfo: answering(() => {
      const response = new PluginInfo();
      response.setVersion(version);
      return response;
    }),
    getSchema: answering((request: messages.GetSchemaRequest) => {
      if (request.getVersion() !== 0)
        throw new Error(`Schema version ${request.getVersion()} is not known; 0 is.`);
      const response = new messages.GetSchemaResponse();
      response.setSchema(JSON.stringify(packageSchema(version, parameter)));
      return response;
    }),
    checkConfig: answering((request: messages.CheckRequest) => {
      const response = new messages.CheckResponse();
      response.setInputs(writeProperties(readProperties(request.getNews())));
      return response;
    }),
    diffConfig: answering(() => new messages.DiffResponse()),
    configure: answering((request: messages.ConfigureRequest) => {
      session.configure(readProperties(request.getArgs()));
      const response = new messages.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setAcceptresources(true);
      response.setAcceptoutputs(true);
      response.setSupportspreview(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    invoke: answering(async (request: messages.InvokeRequest) => {
      const result = await invoke(
        session.context,
        request.getTok(),
        readProperties(request.getArgs()),
        session.signal(),
      );
      const response = new messages.InvokeResponse();
      response.setReturn(writeProperties(result));
      return response;
    }),
    check: answering(resources.check),
    diff: answering(resources.diff),
    create: answering(resources.create),
    read: answering(resources.read),
    update: answering(resources.update),
    delete: answering(resources.delete),
    cancel: answering(() => {
      session.cancel();
      return new Empty();
    }),
    getMapping: answering(() => new messages.GetMappingResponse()),
    getMappings: answering(() => new messages.GetMappingsResponse()),
    parameterize: answering((request: messages.ParameterizeRequest) => {
      const args = request.getArgs();
      const value = Buffer.from(request.getValue()?.getValue_asU8() ?? []).toString("utf8");
      parameter = args === undefined ? decodeParameter(value) : parameterFrom(args.getArgsList());
      const response = new messages.ParameterizeResponse();
      response.setName(packageNameOf(parameter));
      response.setVersion(version);
      return response;
    }),
    construct: notImplemented("Construct is not implemented by the simulated azure-native."),
    call: notImplemented("Call is not implemented by the simulated azure-native."),
  };
}
