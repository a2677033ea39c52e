import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { ResourceDefinition } from "../resource-definition";
import { ProviderSession } from "./provider-session";
import { resourceProviderService } from "./resource-provider-service";

/** The engine sends and takes messages up to 400 MB. */
const maxMessageBytes = 400 * 1024 * 1024;

/** A plugin that is listening. */
export interface RunningPlugin {
  readonly port: number;
  close(): void;
}

export interface PluginOptions {
  readonly definitions: readonly ResourceDefinition[];
  readonly version: string;
  /** Variables that complete the configuration. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Host and port of the engine, where it is known already. */
  readonly engineAddress?: string;
}

/** Serves the provider on a free port of the loopback interface. */
export async function servePlugin(options: PluginOptions): Promise<RunningPlugin> {
  const session = new ProviderSession(options.environment, options.version);
  session.attach(options.engineAddress ?? "");
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
  });
  server.addService(
    ResourceProviderService,
    resourceProviderService(session, options.definitions, options.version),
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return {
    port,
    close: () => {
      session.cancel();
      server.forceShutdown();
      session.close();
    },
  };
}
