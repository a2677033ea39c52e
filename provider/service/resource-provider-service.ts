import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { PluginInfo, type PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { checkResponse } from "../../plugin-protocol/check-response";
import { diffResponse } from "../../plugin-protocol/diff-response";
import { answering, notImplemented } from "../../plugin-protocol/plugin-server";
import { readProperties } from "../../plugin-protocol/wire-format";
import { configuration } from "../configuration";
import type { ResourceDefinition } from "../resource-definition";
import { committedSchema } from "../schema/committed-schema";
import { diffByDescription } from "../shape/diff-by-description";
import { checkConfiguration } from "./check-configuration";
import type { ProviderSession } from "./provider-session";
import { resourceMethods } from "./resource-methods";

/** The methods of the ResourceProvider service. */
export function resourceProviderService(
  session: ProviderSession,
  definitions: readonly ResourceDefinition[],
  version: string,
): UntypedServiceImplementation {
  const resources = resourceMethods(session, definitions);
  return {
    handshake: answering((request: messages.ProviderHandshakeRequest) => {
      session.attach(request.getEngineAddress());
      const response = new messages.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setAcceptResources(true);
      response.setAcceptOutputs(true);
      return response;
    }),
    attach: answering((request: PluginAttach) => {
      session.attach(request.getAddress());
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
      response.setSchema(JSON.stringify(committedSchema()));
      return response;
    }),
    checkConfig: answering((request: messages.CheckRequest) => {
      const { inputs, problems } = checkConfiguration(readProperties(request.getNews()));
      return checkResponse(inputs, problems);
    }),
    diffConfig: answering((request: messages.DiffRequest) =>
      diffResponse(
        diffByDescription(
          configuration,
          readProperties(request.getOldInputs() ?? request.getOlds()),
          readProperties(request.getNews()),
        ),
      ),
    ),
    configure: answering(async (request: messages.ConfigureRequest) => {
      await session.configure(checkConfiguration(readProperties(request.getArgs())).inputs);
      const response = new messages.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setAcceptresources(true);
      response.setAcceptoutputs(true);
      response.setSupportspreview(true);
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
    invoke: notImplemented("azure-siterecovery has no Invoke."),
    construct: answering(async (request: messages.ConstructRequest) => {
      // Loaded when it is needed: programs that use resources alone do not wait for the components.
      const { construct } = await import("../components/construct.js");
      return construct(request, session);
    }),
    call: notImplemented("azure-siterecovery has no Call."),
    parameterize: notImplemented("azure-siterecovery has no Parameterize."),
  };
}
