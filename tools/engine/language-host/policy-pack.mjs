// Policy packs of the Node SDK read the stack's configuration from their environment, but the engine tells it by a
// call, after the plugin is up. So the host itself serves the plugin: it starts the pack once it has been told, and
// passes every call on as it came.
import { createInterface } from "node:readline";
import { stop } from "./children.mjs";
import { analyzerService, analyzerMessages, grpc } from "./sdk.mjs";

const anySize = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

/**
 * Serves a policy pack.
 * @param start starts the pack's process with these variables added to its environment
 * @param print takes what the pack prints
 * @returns the port, a promise of the pack's exit code, and how to end it.
 */
export async function servePolicyPack(start, print) {
  const ended = Promise.withResolvers();
  let pack;
  const packOf = (environment) => (pack ??= startPack(start, print, environment, ended));

  const server = new grpc.Server(anySize);
  server.addService(
    asBytes(analyzerService),
    Object.fromEntries(
      Object.keys(analyzerService)
        // The SDK has no handshake either; the engine then goes on without.
        .filter((name) => name !== "handshake")
        .map((name) => [
          name,
          (call, answer) => {
            const environment = name === "configureStack" ? environmentOf(call.request) : {};
            packOf(environment).then(
              (client) => client[name](call.request, answer),
              (error) => answer({ code: grpc.status.UNAVAILABLE, details: error.message }),
            );
          },
        ]),
    ),
  );
  const port = await new Promise((resolve, reject) => {
    const credentials = grpc.ServerCredentials.createInsecure();
    server.bindAsync("127.0.0.1:0", credentials, (error, bound) => (error ? reject(error) : resolve(bound)));
  });
  // Where the pack ended by itself, whoever still waits for an answer gets it first.
  void ended.promise.then(() => server.tryShutdown(() => undefined));
  const close = async () => {
    server.forceShutdown();
    const client = await pack?.catch(() => undefined);
    client?.close();
    if (client?.child !== undefined) await stop(client.child);
    ended.resolve(0);
  };
  return { port, ended: ended.promise, close };
}

/** Starts the pack and connects to the port that it says first. */
async function startPack(start, print, environment, ended) {
  const child = start(environment);
  const lines = createInterface({ input: child.stdout });
  const closed = new Promise((resolve) => child.once("close", resolve));
  void closed.then((code) => ended.resolve(code ?? 1));
  const port = await Promise.race([
    new Promise((resolve) => lines.once("line", resolve)),
    closed.then((code) => {
      throw new Error(`The policy pack ended with exit code ${code} before it was ready.`);
    }),
  ]);
  lines.on("line", (line) => print(Buffer.from(`${line}\n`)));
  const Client = grpc.makeGenericClientConstructor(asBytes(analyzerService), "Analyzer");
  const client = new Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), anySize);
  return Object.assign(client, { child });
}

/** The service with messages left as bytes: what is passed on need not be understood. */
function asBytes(service) {
  const same = (value) => value;
  return Object.fromEntries(
    Object.entries(service).map(([name, method]) => [
      name,
      {
        ...method,
        requestSerialize: same,
        requestDeserialize: same,
        responseSerialize: same,
        responseDeserialize: same,
      },
    ]),
  );
}

/** The stack as the SDK's runtime reads it. */
function environmentOf(bytes) {
  const request = analyzerMessages.AnalyzerStackConfigureRequest.deserializeBinary(bytes);
  const stack = {
    ORGANIZATION: request.getOrganization(),
    PROJECT: request.getProject(),
    STACK: request.getStack(),
    DRY_RUN: String(request.getDryRun()),
  };
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().entries())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigSecretKeysList()),
    ...Object.fromEntries(
      Object.entries(stack).flatMap(([name, value]) => [
        [`PULUMI_${name}`, value],
        [`PULUMI_NODEJS_${name}`, value],
      ]),
    ),
  };
}
