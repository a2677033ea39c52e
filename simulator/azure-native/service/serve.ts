import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { ProviderSession } from "./provider-session";
import { resourceProviderService } from "./resource-provider-service";

/** The engine sends and takes messages up to 400 MB. */
const maxMessageBytes = 400 * 1024 * 1024;

/** A plugin that is listening. */
export interface RunningPlugin {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the provider on a free port of the loopback interface.
 *
 * @param environment variables that say where Azure Resource Manager is.
 */
export async function servePlugin(
  environment: Readonly<Record<string, string | undefined>>,
  version: string,
  engineAddress = "",
): Promise<RunningPlugin> {
  const session = new ProviderSession(environment);
  session.log.connect(engineAddress);
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
  });
  server.addService(ResourceProviderService, resourceProviderService(session, version));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        session.cancel();
        server.forceShutdown();
        session.close();
        resolve();
      }),
  };
}
