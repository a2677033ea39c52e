import {
  Server,
  ServerCredentials,
  status,
  type handleUnaryCall,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { grpcErrorOf } from "./grpc-error";

/** The engine sends and takes messages up to 400 MB. */
const maxMessageBytes = 400 * 1024 * 1024;

/** A plugin that is listening. */
export interface RunningPlugin {
  readonly port: number;
  close(): void;
}

/** What a plugin remembers between calls, and lets go of at its end. */
interface Session {
  /** Ends every operation under way. */
  cancel(): void;
  close(): void;
}

/** Serves the methods of a provider on a free port of the loopback interface. */
export async function servePlugin(
  session: Session,
  methods: UntypedServiceImplementation,
): Promise<RunningPlugin> {
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
  });
  server.addService(ResourceProviderService, methods);
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

/** A method of the service that answers with what a function returns, or with what it throws. */
export function answering<Request, Response>(
  method: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => method(call.request))
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback(grpcErrorOf(error));
        },
      );
  };
}

/** A method that the plugin does not have, and what it says of that. */
export function notImplemented(details: string): handleUnaryCall<unknown, unknown> {
  return (_call, callback) => {
    callback({ code: status.UNIMPLEMENTED, details });
  };
}
