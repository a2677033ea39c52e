import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** The engine's log. Before the engine is known, and when it is gone, messages are dropped. */
export class EngineLog {
  #client: EngineClient | undefined;

  /** @param address host and port of the engine. */
  connect(address: string): void {
    if (address !== "") this.#client ??= new EngineClient(address, credentials.createInsecure());
  }

  /** Shown with `pulumi --debug` only. */
  debug(message: string, urn: string): void {
    this.#send(LogSeverity.DEBUG, message, urn, false);
  }

  /** A line of progress beside the resource; the next one takes its place, and none stays in the diagnostics. */
  status(message: string, urn: string): void {
    this.#send(LogSeverity.INFO, message, urn, true);
  }

  /** A warning that stays in the diagnostics of the update. */
  warn(message: string, urn: string): void {
    this.#send(LogSeverity.WARNING, message, urn, false);
  }

  #send(severity: LogSeverity, message: string, urn: string, ephemeral: boolean): void {
    const request = new LogRequest();
    request.setSeverity(severity);
    request.setMessage(message);
    request.setUrn(urn);
    request.setEphemeral(ephemeral);
    // A message that cannot be shown must not fail the operation.
    this.#client?.log(request, () => undefined);
  }

  close(): void {
    this.#client?.close();
  }
}
