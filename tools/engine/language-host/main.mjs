// The Node language host of an engine that was built from source: an installed Pulumi brings its own.
// Protocol: listen on a free loopback port, print it as the first line of stdout, serve until the engine ends us.
import { fstatSync } from "node:fs";
import { stopChildren } from "./children.mjs";
import { grpc, languageService } from "./sdk.mjs";
import { handlers } from "./service.mjs";

const server = new grpc.Server({
  "grpc.max_receive_message_length": -1,
  "grpc.max_send_message_length": -1,
});
server.addService(languageService, handlers);

server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    process.stderr.write(`The Node language host cannot listen: ${error.message}\n`);
    process.exit(1);
  }
  process.stdout.write(`${port}\n`);
});

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  await stopChildren();
  process.exit(0);
}
process.on("SIGINT", end);
process.on("SIGTERM", end);
process.on("SIGHUP", end);

// The engine holds the other end of our stdin and never writes: its end means that the engine is gone, however it died.
const stdin = fstatSync(0, { throwIfNoEntry: false });
if (stdin?.isFIFO() || stdin?.isSocket()) {
  process.stdin.on("end", end);
  process.stdin.on("error", end);
  process.stdin.resume();
}
