import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import type { Seed } from "../simulator/seed";
import { startSimulator, type Simulator } from "../simulator/server";

/** What was measured; requests a second are those of simulator and client in one process. */
export interface SimulatorFigures {
  readonly items: number;
  readonly secondsToPlant: number;
  readonly readsPerSecond: number;
  readonly writesPerSecond: number;
  readonly secondsToListAll: number;
  readonly residentMiB: number;
}

const subscription = "/subscriptions/22222222-2222-4222-8222-222222222222";
const vault = `${subscription}/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v`;
const container = `${vault}/replicationFabrics/westeurope/replicationProtectionContainers/westeurope-container`;
const atOnce = 8;

/** Plants a vault with that many protected items, then reads, lists and writes for some seconds each. */
export async function measureSimulator(items: number, seconds = 5): Promise<SimulatorFigures> {
  const simulator = await startSimulator({ seed: { schema: "asr-seed/1" } });
  const client = await signedIn(simulator);
  try {
    const began = performance.now();
    simulator.register(seedOf(items));
    const secondsToPlant = (performance.now() - began) / 1000;
    const item = (index: number) => `${container}/replicationProtectedItems/vm${index % items}`;
    const readsPerSecond = await rate(seconds, (index) => client.send("GET", item(index * 7919)));
    const writesPerSecond = await rate(seconds, async (index) => {
      const body = {
        properties: {
          recoveryAzureVMSize: "Standard_D4s_v3",
          providerSpecificDetails: { instanceType: "A2A" },
        },
      };
      const answer = await client.send("PATCH", item(index), body);
      await client.send("GET", String(answer.headers["azure-asyncoperation"]));
    });
    const listing = performance.now();
    let listed = 0;
    for (let next: string | null = `${vault}/replicationProtectedItems`; next !== null;) {
      const page = (await client.send("GET", next)).body as {
        readonly value: readonly unknown[];
        readonly nextLink: string | null;
      };
      listed += page.value.length;
      next = page.nextLink;
    }
    if (listed !== items) throw new Error(`${listed} of ${items} items were listed.`);
    return {
      items,
      secondsToPlant,
      readsPerSecond,
      // A write is a PATCH and the poll that ends it.
      writesPerSecond: writesPerSecond * 2,
      secondsToListAll: (performance.now() - listing) / 1000,
      residentMiB: process.memoryUsage.rss() / 1024 ** 2,
    };
  } finally {
    client.close();
    await simulator.close();
  }
}

function seedOf(items: number): Seed {
  const numbers = Array.from({ length: items }, (_, index) => index);
  return {
    schema: "asr-seed/1",
    vaults: [{ name: "v", resourceGroup: "rg", location: "northeurope" }],
    azureVirtualMachines: numbers.map((index) => ({
      name: `vm${index}`,
      resourceGroup: "rg",
      location: "westeurope",
      disks: [{ name: `vm${index}-os`, sizeGiB: 64 }],
    })),
    protectedItems: numbers.map((index) => ({
      provider: "A2A" as const,
      vaultId: vault,
      virtualMachineId: `${subscription}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm${index}`,
      primary: { location: "westeurope" },
      recovery: { location: "northeurope" },
      target: { resourceGroupId: `${subscription}/resourceGroups/rg-target` },
    })),
  };
}

async function rate(seconds: number, once: (index: number) => Promise<unknown>): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const worker = async (first: number): Promise<void> => {
    for (let index = first; performance.now() < until; index += atOnce) {
      await once(index);
      done += 1;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, (_, index) => worker(index)));
  return done / ((performance.now() - began) / 1000);
}

interface Answer {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

async function signedIn(simulator: Simulator) {
  const agent = new Agent({ ca: readFileSync(simulator.certificateFile, "utf8"), keepAlive: true });
  const exchange = (
    method: string,
    address: string,
    text: string | undefined,
    headers: Record<string, string>,
  ) =>
    new Promise<Answer>((resolve, reject) => {
      const outgoing = request(
        new URL(address, simulator.endpoint),
        { method, agent, headers },
        (incoming) => {
          let said = "";
          incoming.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
          incoming.on("end", () => {
            if ((incoming.statusCode ?? 0) >= 400) reject(new Error(`${method} ${address}: ${said}`));
            else resolve({ headers: incoming.headers, body: said === "" ? undefined : JSON.parse(said) });
          });
        },
      );
      outgoing.on("error", reject);
      outgoing.end(text);
    });
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: simulator.clientId,
    client_secret: simulator.clientSecret,
    scope: `${simulator.endpoint}/.default`,
  });
  const token = await exchange("POST", `/${simulator.tenantId}/oauth2/v2.0/token`, form.toString(), {});
  const authorization = `Bearer ${(token.body as { readonly access_token: string }).access_token}`;
  return {
    send: (method: string, address: string, body?: unknown) =>
      exchange(
        method,
        address.includes("?") ? address : `${address}?api-version=2025-01-01`,
        body === undefined ? undefined : JSON.stringify(body),
        { authorization, "content-type": "application/json" },
      ),
    close: () => {
      agent.destroy();
    },
  };
}

if (require.main === module) {
  const items = Number(process.argv[2] ?? 10_000);
  void measureSimulator(items).then((figures) => {
    for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${Number(value).toFixed(1)}`);
  });
}
