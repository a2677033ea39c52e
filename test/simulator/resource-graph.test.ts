import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, rawAzure, type RawAzure } from "./raw-client";

let azure: RawAzure;
beforeAll(async () => {
  azure = await rawAzure({
    strict: true,
    seed: {
      schema: "asr-seed/1",
      resourceGroups: [{ name: "RG1", location: "westeurope", tags: { of: "group" } }],
      azureVirtualMachines: ["a", "b", "c"].map((name) => ({
        name,
        resourceGroup: "RG1",
        location: "westeurope",
        tags: { app: name },
        disks: [{ name: `${name}-os`, sizeGiB: 30 }],
      })),
    },
  });
  const lock = `${azure.group}/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01`;
  await azure.send("PUT", lock, { properties: { level: "CanNotDelete" } });
});
afterAll(() => azure.close());

interface Answer {
  readonly totalRecords: number;
  readonly count: number;
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly $skipToken?: string;
}

const send = (query: string, options: object = {}, subscriptions = [azure.simulator.subscriptionId]) =>
  azure.send("POST", "/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01", {
    subscriptions,
    query,
    options,
  });
const ask = async (...args: Parameters<typeof send>) => (await send(...args)).body as Answer;

describe("Azure Resource Graph", () => {
  it("shows resources in the form of the table Resources, and neither groups nor what hangs on them", async () => {
    const { data, ...rest } = await ask("Resources | order by id asc");
    expect(rest).toEqual({ totalRecords: 6, count: 6, facets: [], resultTruncated: "false" });
    expect(new Set(data.map(({ type }) => type))).toEqual(
      new Set(["microsoft.compute/disks", "microsoft.compute/virtualmachines"]),
    );
    expect(data.find(({ name }) => name === "a")).toMatchObject({
      resourceGroup: "rg1",
      subscriptionId: azure.simulator.subscriptionId,
      tags: { app: "a" },
      plan: null,
      properties: { storageProfile: { osDisk: { diskSizeGB: 30 } } },
    });
  });

  it("filters by type, projects, orders and pages", async () => {
    const query =
      "resources | where type in~ ('Microsoft.Compute/virtualMachines', 'x') | project name, nothing | order by name desc";
    const first = await ask(query, { $top: 2 });
    expect(first).toMatchObject({
      totalRecords: 3,
      count: 2,
      data: [{ name: "c", nothing: null }, { name: "b" }],
    });
    const second = await ask(query, { $top: 2, $skipToken: first.$skipToken });
    expect(second.data).toEqual([{ name: "a", nothing: null }]);
    expect(second.$skipToken).toBeUndefined();
    expect((await ask("Resources | where name == 'A'")).count).toBe(0);
    expect((await ask("Resources | where name =~ 'A' | limit 5")).count).toBe(1);
    expect((await ask("Resources", {}, ["00000000-0000-4000-8000-000000000009"])).data).toEqual([]);
  });

  it.each([
    ["Resources | summarize count() by type", "'summarize count() by type'"],
    ["Resources | where type contains 'vm'", "'where type contains 'vm''"],
    ["RecoveryServicesResources", "'RecoveryServicesResources'"],
  ])("refuses %s, which it does not evaluate, by name", async (query, part) => {
    const answer = await send(query);
    expect([answer.status, codeOf(answer)]).toEqual([400, "BadRequest"]);
    expect((answer.body as { readonly error: { readonly message: string } }).error.message).toContain(part);
  });

  it.each([[{ $top: 0 }], [{ $top: 1001 }], [{ $skipToken: "again" }], [{ resultFormat: "table" }]])(
    "refuses the options %j",
    async (options) => {
      expect((await send("Resources", options)).status).toBe(400);
    },
  );
});
