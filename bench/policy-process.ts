import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { PreviewedStack } from "./previewed-stack";

/** How long a pack took over one stack, in seconds. */
export interface PackTimes {
  /** From the start of the process to the answer about the first resource. */
  readonly boot: number;
  /** All resources, one after the other. */
  readonly resources: number;
  /** The stack as a whole. */
  readonly stack: number;
  /** Processor time of the process in all; undefined where the system does not tell. */
  readonly cpu: number | undefined;
}

const anySize = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

/**
 * Runs a policy pack in a process of its own, as the engine does, and asks it about a stack: the cost of the pack
 * without that of the engine, the program and the provider around it.
 */
export async function timePack(packFolder: string, stack: PreviewedStack): Promise<PackTimes> {
  const runner = createRequire(join(packFolder, "index.js")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const began = performance.now();
  const since = (): number => (performance.now() - began) / 1000;
  const child = spawn(process.execPath, [runner, "127.0.0.1:1", packFolder], {
    cwd: packFolder,
    env: { ...process.env, PULUMI_NODEJS_TYPESCRIPT: "false", PULUMI_CONFIG: "{}" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [port] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), anySize);
    const info = await call<messages.AnalyzerInfo>(client, "getAnalyzerInfo", new Empty());
    await call(client, "configure", configurationOf(info));
    const [first, ...others] = stack.resources;
    if (first === undefined) throw new Error("the stack has no resources");
    await call(client, "analyze", first);
    const boot = since();
    for (const resource of others) await call(client, "analyze", resource);
    const resources = since();
    await call(client, "analyzeStack", stack.whole);
    const whole = since();
    client.close();
    return { boot, resources: resources - boot, stack: whole - resources, cpu: cpuSeconds(child.pid) };
  } finally {
    child.kill();
  }
}

const Empty = (
  AnalyzerClient as unknown as { service: { getAnalyzerInfo: { requestType: new () => object } } }
).service.getAnalyzerInfo.requestType;

/** Every policy at its own level, as the engine sends it where nothing is configured. */
function configurationOf(info: messages.AnalyzerInfo): messages.ConfigureAnalyzerRequest {
  const request = new messages.ConfigureAnalyzerRequest();
  for (const policy of info.getPoliciesList()) {
    const config = new messages.PolicyConfig();
    config.setEnforcementlevel(policy.getEnforcementlevel());
    config.setProperties(new Struct());
    request.getPolicyconfigMap().set(policy.getName(), config);
  }
  return request;
}

type Method = "getAnalyzerInfo" | "configure" | "analyze" | "analyzeStack";

function call<T>(client: AnalyzerClient, method: Method, request: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const send = client[method].bind(client) as unknown as (
      request: object,
      done: (error: Error | null, response: T) => void,
    ) => void;
    send(request, (error, response) => {
      if (error === null) resolve(response);
      else reject(error);
    });
  });
}

/** Linux counts the ticks of a process in its `stat`; there are a hundred a second. */
function cpuSeconds(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid ?? ""}/stat`, "utf8");
    // The name of the program stands in parentheses and may hold blanks.
    const [user = "", system = ""] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return undefined;
  }
}
