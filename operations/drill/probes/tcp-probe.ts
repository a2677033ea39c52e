import { connect } from "node:net";
import type { Attempt } from "./attempt";

/** Whether a port takes a connection. */
export function tcpAttempt(host: string, port: number, signal: AbortSignal): Promise<Attempt> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, signal });
    socket.once("connect", () => {
      socket.destroy();
      resolve({ passed: true, answer: "connected" });
    });
    socket.once("error", (error: NodeJS.ErrnoException) => {
      socket.destroy();
      resolve({ passed: false, answer: error.code ?? error.message });
    });
  });
}
