import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { serveAzureNative } from "../../../simulator/azure-native/service/serve";
import type { PropertyMap } from "../../../plugin-protocol/property-value";
import { readProperties, writeProperties } from "../../../plugin-protocol/wire-format";

/** A resource as the engine keeps it. */
export interface Kept {
  readonly token: string;
  readonly name: string;
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
}

/** The plugin, spoken to over gRPC as the engine does. */
export async function startPlugin(
  environment: Readonly<Record<string, string>>,
  configuration: PropertyMap = {},
) {
  const plugin = await serveAzureNative(environment, "3.28.0");
  const client = new ResourceProviderClient(`127.0.0.1:${plugin.port}`, credentials.createInsecure());
  const call = <R>(start: (done: (error: ServiceError | null, response: R) => void) => unknown): Promise<R> =>
    new Promise((resolve, reject) => {
      start((error, response) => {
        if (error) reject(error);
        else resolve(response);
      });
    });

  const configure = new messages.ConfigureRequest();
  configure.setArgs(writeProperties(configuration));
  const configured = await call<messages.ConfigureResponse>((done) => client.configure(configure, done));

  const api = {
    client,
    call,
    configured,
    async check(token: string, name: string, inputs: PropertyMap, options: CheckOptions = {}) {
      const request = new messages.CheckRequest();
      request.setUrn(urnOf(token, name));
      request.setType(token);
      request.setName(name);
      request.setNews(writeProperties(inputs));
      if (options.before !== undefined) request.setOlds(writeProperties(options.before));
      request.setRandomseed(options.seed ?? new Uint8Array([1, 2, 3]));
      if (options.autonaming !== undefined) request.setAutonaming(options.autonaming);
      const response = await call<messages.CheckResponse>((done) => client.check(request, done));
      return {
        inputs: readProperties(response.getInputs()),
        failures: response.getFailuresList().map((failure) => failure.toObject()),
      };
    },
    async diff(kept: Kept, inputs: PropertyMap) {
      const request = new messages.DiffRequest();
      request.setId(kept.id);
      request.setUrn(urnOf(kept.token, kept.name));
      request.setType(kept.token);
      request.setOlds(writeProperties(kept.outputs));
      request.setOldInputs(writeProperties(kept.inputs));
      request.setNews(writeProperties(inputs));
      const response = await call<messages.DiffResponse>((done) => client.diff(request, done));
      const detailed: Record<string, string> = {};
      response.getDetaileddiffMap().forEach((change, path) => {
        detailed[path] = kindName(change.getKind());
      });
      return {
        changes: response.getChanges() === messages.DiffResponse.DiffChanges.DIFF_SOME,
        replaces: response.getReplacesList(),
        deleteBeforeReplace: response.getDeletebeforereplace(),
        detailed,
      };
    },
    async create(token: string, name: string, inputs: PropertyMap, preview = false): Promise<Kept> {
      const request = new messages.CreateRequest();
      request.setUrn(urnOf(token, name));
      request.setType(token);
      request.setName(name);
      request.setProperties(writeProperties(inputs));
      request.setPreview(preview);
      const response = await call<messages.CreateResponse>((done) => client.create(request, done));
      return { token, name, inputs, id: response.getId(), outputs: readProperties(response.getProperties()) };
    },
    /** Check and create, as the engine does for a new resource. */
    async make(token: string, name: string, inputs: PropertyMap): Promise<Kept> {
      const checked = await api.check(token, name, inputs);
      if (checked.failures.length > 0) throw new Error(JSON.stringify(checked.failures));
      return api.create(token, name, checked.inputs);
    },
    async read(kept: Pick<Kept, "token" | "name" | "id"> & Partial<Kept>): Promise<Kept | undefined> {
      const request = new messages.ReadRequest();
      request.setId(kept.id);
      request.setUrn(urnOf(kept.token, kept.name));
      request.setType(kept.token);
      if (kept.inputs !== undefined) request.setInputs(writeProperties(kept.inputs));
      if (kept.outputs !== undefined) request.setProperties(writeProperties(kept.outputs));
      const response = await call<messages.ReadResponse>((done) => client.read(request, done));
      if (response.getId() === "") return undefined;
      return {
        token: kept.token,
        name: kept.name,
        id: response.getId(),
        inputs: readProperties(response.getInputs()),
        outputs: readProperties(response.getProperties()),
      };
    },
    async update(kept: Kept, inputs: PropertyMap, preview = false): Promise<Kept> {
      const request = new messages.UpdateRequest();
      request.setId(kept.id);
      request.setUrn(urnOf(kept.token, kept.name));
      request.setType(kept.token);
      request.setOlds(writeProperties(kept.outputs));
      request.setOldInputs(writeProperties(kept.inputs));
      request.setNews(writeProperties(inputs));
      request.setPreview(preview);
      const response = await call<messages.UpdateResponse>((done) => client.update(request, done));
      return { ...kept, inputs, outputs: readProperties(response.getProperties()) };
    },
    async delete(kept: Kept): Promise<void> {
      const request = new messages.DeleteRequest();
      request.setId(kept.id);
      request.setUrn(urnOf(kept.token, kept.name));
      request.setType(kept.token);
      request.setProperties(writeProperties(kept.outputs));
      request.setOldInputs(writeProperties(kept.inputs));
      await call<Empty>((done) => client.delete(request, done));
    },
    async invoke(token: string, args: PropertyMap): Promise<PropertyMap> {
      const request = new messages.InvokeRequest();
      request.setTok(token);
      request.setArgs(writeProperties(args));
      const response = await call<messages.InvokeResponse>((done) => client.invoke(request, done));
      return readProperties(response.getReturn());
    },
    close(): Promise<void> {
      client.close();
      plugin.close();
      return Promise.resolve();
    },
  };
  return api;
}

export type PluginClient = Awaited<ReturnType<typeof startPlugin>>;

interface CheckOptions {
  readonly before?: PropertyMap;
  readonly seed?: Uint8Array;
  readonly autonaming?: messages.CheckRequest.AutonamingOptions;
}

function urnOf(token: string, name: string): string {
  return `urn:pulumi:test::project::${token}::${name}`;
}

function kindName(kind: messages.PropertyDiff.Kind): string {
  const entry = Object.entries(messages.PropertyDiff.Kind).find(([, value]) => value === kind);
  return entry?.[0] ?? "?";
}
