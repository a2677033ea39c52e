import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { checkResponse } from "../../plugin-protocol/check-response";
import { diffResponse } from "../../plugin-protocol/diff-response";
import { readProperties, writeProperties } from "../../plugin-protocol/wire-format";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import { typeTokenOf, type ResourceRequest } from "../../plugin-protocol/type-token";
import { nameInToken } from "../package-name";
import type {
  OperationContext,
  ReadRequest,
  ResourceDefinition,
  ResourceState,
} from "../resource-definition";
import { checkShape } from "../shape/check-shape";
import { withDescribedSecrets } from "../shape/described-secrets";
import { diffByDescription } from "../shape/diff-by-description";
import { previewOutputs } from "../shape/preview-outputs";
import { described } from "./described-failure";
import type { ProviderSession } from "./provider-session";

/** The calls that concern one resource, between the engine's messages and the definitions. */
export function resourceMethods(session: ProviderSession, definitions: readonly ResourceDefinition[]) {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const definitionOf = (request: ResourceRequest): ResourceDefinition => {
    const token = typeTokenOf(request);
    const definition = byName.get(nameInToken(token) ?? "");
    if (definition !== undefined) return definition;
    throw new Error(`The type ${token} is not known; known are ${[...byName.keys()].join(", ")}.`);
  };

  return {
    check: (request: messages.CheckRequest) => {
      const definition = definitionOf(request);
      const urn = request.getUrn();
      const olds = request.getOlds();
      const { inputs, problems } = checkShape(readProperties(request.getNews()), definition.inputs);
      const judged =
        problems.length === 0
          ? definition.check?.(inputs, {
              urn,
              name: nameOf(urn),
              edition: session.edition,
              before: olds === undefined ? undefined : readProperties(olds),
            })
          : undefined;
      for (const warning of judged?.warnings ?? []) session.log.warn(warning, urn);
      return checkResponse(inputs, [...problems, ...(judged?.problems ?? [])]);
    },

    diff: async (request: messages.DiffRequest) => {
      const definition = definitionOf(request);
      const inputs = readProperties(request.getNews());
      const before = readProperties(request.getOldInputs() ?? request.getOlds());
      if (definition.diff === undefined) {
        return diffResponse(diffByDescription(definition.inputs, before, inputs));
      }
      const state = readProperties(request.getOlds());
      const id = request.getId();
      const context = await session.context(request.getUrn());
      return diffResponse(await definition.diff({ id, before, state, inputs }, context));
    },

    create: async (request: messages.CreateRequest) => {
      const definition = definitionOf(request);
      const inputs = readProperties(request.getProperties());
      const response = new messages.CreateResponse();
      if (request.getPreview()) {
        response.setProperties(writeProperties(previewOutputs(definition, inputs)));
        return response;
      }
      const context = await session.context(request.getUrn(), request.getTimeout());
      const { id, outputs } = await described("create", request.getUrn(), context.signal, () =>
        definition.create({ inputs }, context),
      );
      response.setId(id);
      response.setProperties(writeProperties(withDescribedSecrets(outputs, definition, inputs)));
      return response;
    },

    read: async (request: messages.ReadRequest) => {
      const definition = definitionOf(request);
      const inputs = ifAny(readProperties(request.getInputs()));
      const state = ifAny(readProperties(request.getProperties()));
      const context = await session.context(request.getUrn());
      const found = await described("read", request.getUrn(), context.signal, () =>
        definition.read({ id: request.getId(), inputs, state }, context),
      );
      const response = new messages.ReadResponse();
      // An empty id tells the engine that the resource is gone.
      if (found === undefined) return response;
      response.setId(found.id);
      response.setProperties(writeProperties(withDescribedSecrets(found.outputs, definition, inputs)));
      response.setInputs(
        writeProperties(withDescribedSecrets(found.inputs, { ...definition, outputs: {} }, inputs)),
      );
      return response;
    },

    update: async (request: messages.UpdateRequest) => {
      const definition = definitionOf(request);
      const inputs = readProperties(request.getNews());
      const state = readProperties(request.getOlds());
      const response = new messages.UpdateResponse();
      if (request.getPreview()) {
        response.setProperties(writeProperties(previewOutputs(definition, inputs, state)));
        return response;
      }
      const before = readProperties(request.getOldInputs() ?? request.getOlds());
      const id = request.getId();
      const context = await session.context(request.getUrn(), request.getTimeout());
      const { outputs } = await described("update", request.getUrn(), context.signal, () =>
        definition.update === undefined
          ? unchanged(definition, { id, inputs, state }, context)
          : definition.update({ id, before, state, inputs }, context),
      );
      response.setProperties(writeProperties(withDescribedSecrets(outputs, definition, inputs)));
      return response;
    },

    delete: async (request: messages.DeleteRequest) => {
      const definition = definitionOf(request);
      const state = readProperties(request.getProperties());
      const inputs = ifAny(readProperties(request.getOldInputs())) ?? state;
      const context = await session.context(request.getUrn(), request.getTimeout());
      await described("delete", request.getUrn(), context.signal, () =>
        definition.delete({ id: request.getId(), inputs, state }, context),
      );
      return new Empty();
    },
  };
}

/** The engine updates a resource of which every change replaces after its creation failed half-way: it is looked at again. */
async function unchanged(
  definition: ResourceDefinition,
  request: ReadRequest,
  context: OperationContext,
): Promise<ResourceState> {
  const found = await definition.read(request, context);
  if (found !== undefined) return found;
  throw new Error(`${request.id} is gone: run pulumi refresh, then pulumi up.`);
}

function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function ifAny(map: PropertyMap): PropertyMap | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}
