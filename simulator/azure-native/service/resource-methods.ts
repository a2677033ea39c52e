import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { NamingMode } from "../operations/auto-name";
import { check } from "../operations/check";
import { create } from "../operations/create";
import { remove } from "../operations/delete";
import { diff } from "../operations/diff";
import { resourceTypeOf } from "../operations/provider-context";
import { read } from "../operations/read";
import { update } from "../operations/update";
import type { ResourceType } from "../types/resource-type";
import { previewOutputs } from "../values/preview-outputs";
import type { PropertyMap } from "../../../plugin-protocol/property-value";
import { typeTokenOf, type ResourceRequest } from "../../../plugin-protocol/type-token";
import { readProperties, writeProperties } from "../../../plugin-protocol/wire-format";
import { checkResponse } from "../../../plugin-protocol/check-response";
import { diffResponse } from "../../../plugin-protocol/diff-response";
import type { ProviderSession } from "./provider-session";

/** The calls that concern one resource, between the engine's messages and the operations. */
export function resourceMethods(session: ProviderSession) {
  const typeOf = (request: ResourceRequest, inputs: PropertyMap): ResourceType =>
    resourceTypeOf(session.context, typeTokenOf(request), request.getUrn(), inputs);

  return {
    check: async (request: messages.CheckRequest) => {
      const result = await check(session.context, {
        token: typeTokenOf(request),
        urn: request.getUrn(),
        logicalName: request.getUrn().split("::").at(-1) ?? "",
        randomSeed: request.getRandomseed_asU8(),
        naming: namingModeOf(request.getAutonaming()),
        before: readProperties(request.getOlds()),
        inputs: readProperties(request.getNews()),
      });
      return checkResponse(result.inputs, result.failures);
    },

    diff: (request: messages.DiffRequest) => {
      const inputs = readProperties(request.getNews());
      const before = readProperties(request.getOldInputs() ?? request.getOlds());
      return diffResponse(diff(typeOf(request, inputs), before, inputs));
    },

    create: async (request: messages.CreateRequest) => {
      const inputs = readProperties(request.getProperties());
      const type = typeOf(request, inputs);
      const response = new messages.CreateResponse();
      if (request.getPreview()) {
        response.setProperties(writeProperties(previewOutputs(type, inputs)));
        return response;
      }
      const { id, outputs } = await create(
        session.context,
        type,
        inputs,
        session.signal(request.getTimeout()),
      );
      response.setId(id);
      response.setProperties(writeProperties(outputs));
      return response;
    },

    read: async (request: messages.ReadRequest) => {
      const inputs = readProperties(request.getInputs());
      const outputs = readProperties(request.getProperties());
      const type = typeOf(request, inputs);
      const found = await read(
        session.context,
        type,
        { id: request.getId(), inputs, outputs },
        session.signal(),
      );
      const response = new messages.ReadResponse();
      // An empty id tells the engine that the resource is gone.
      if (found === undefined) return response;
      response.setId(found.id);
      response.setProperties(writeProperties(found.outputs));
      response.setInputs(writeProperties(found.inputs));
      return response;
    },

    update: async (request: messages.UpdateRequest) => {
      const inputs = readProperties(request.getNews());
      const type = typeOf(request, inputs);
      const response = new messages.UpdateResponse();
      if (request.getPreview()) {
        const before = readProperties(request.getOlds());
        response.setProperties(writeProperties(previewOutputs(type, inputs, before)));
        return response;
      }
      const signal = session.signal(request.getTimeout());
      const { outputs } = await update(session.context, type, request.getId(), inputs, signal);
      response.setProperties(writeProperties(outputs));
      return response;
    },

    delete: async (request: messages.DeleteRequest) => {
      const inputs = readProperties(request.getOldInputs());
      const type = typeOf(request, inputs);
      await remove(session.context, type, request.getId(), inputs, session.signal(request.getTimeout()));
      return new Empty();
    },
  };
}

function namingModeOf(options: messages.CheckRequest.AutonamingOptions | undefined): NamingMode | undefined {
  const { Mode } = messages.CheckRequest.AutonamingOptions;
  const name = options?.getProposedName() ?? "";
  switch (options?.getMode()) {
    case Mode.PROPOSE:
      return { kind: "propose", name };
    case Mode.ENFORCE:
      return { kind: "enforce", name };
    case Mode.DISABLE:
      return { kind: "disable" };
    case undefined:
      return undefined;
  }
}
