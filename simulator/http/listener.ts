import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";

/** A request as the rest of the simulator sees it. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** What goes back. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Nothing goes back: the connection is cut. */
  readonly isCut?: true;
}

/** A listening server. */
export interface Listener {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** ARM itself takes no bodies beyond this. */
const largestBodyInBytes = 4 * 1024 * 1024;

/** Listens with TLS on loopback and a free port. */
export async function listen(
  certificate: { readonly cert: string; readonly key: string },
  port: number,
  handle: (request: HttpRequest) => HttpResponse,
): Promise<Listener> {
  const server = createServer({ ...certificate, keepAlive: true }, (incoming, outgoing) => {
    void serve(incoming, outgoing, handle);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: HttpRequest) => HttpResponse,
): Promise<void> {
  try {
    const text = await read(incoming);
    if (text === undefined) {
      outgoing.writeHead(413, { connection: "close" }).end();
      return;
    }
    // Clients put ids, which begin with a slash, behind a slash: not to be read as the name of a host.
    const url = new URL((incoming.url ?? "/").replace(/^\/+/, "/"), "https://127.0.0.1");
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(", ") : value,
      ]),
    );
    const response = handle({
      method: incoming.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      headers,
      text,
    });
    if (response.isCut) {
      incoming.socket.destroy();
      return;
    }
    const body = Buffer.from(response.text);
    outgoing.writeHead(response.status, { ...response.headers, "content-length": body.length });
    outgoing.end(incoming.method === "HEAD" ? undefined : body);
  } catch (fault) {
    // A client that went away needs no answer; anything else was answered by `handle` already.
    if (!outgoing.headersSent && !outgoing.destroyed) outgoing.writeHead(500).end(String(fault));
  }
}

async function read(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBodyInBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
