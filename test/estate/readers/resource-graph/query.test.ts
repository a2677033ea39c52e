import { describe, expect, it } from "vitest";
import { readEstate } from "../../../../estate/read";
import {
  queryVirtualMachines,
  type ResourceGraphClient,
} from "../../../../estate/readers/resource-graph/query";

const subscription = "00000000-0000-4000-8000-000000000001";

const machine = (name: string) => ({
  id: `/subscriptions/${subscription}/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/${name}`,
  name,
  type: "microsoft.compute/virtualmachines",
  location: "westeurope",
  properties: { storageProfile: { osDisk: { name: "os", diskSizeGB: 64 } } },
});

/** A service that answers with the given pages, and remembers what it was asked. */
function service(...pages: readonly unknown[]) {
  const asked: unknown[] = [];
  const client: ResourceGraphClient = {
    request: (_method, path, _apiVersion, { body }) => {
      asked.push({ path, body });
      return Promise.resolve(pages[Math.min(asked.length, pages.length) - 1]);
    },
  };
  return { client, asked };
}

describe("a live query of Azure Resource Graph", () => {
  it("reads every page, and its records become an estate", async () => {
    const { client, asked } = service(
      { data: [machine("a")], $skipToken: "more" },
      { data: [machine("b")], $skipToken: null },
    );
    const records = await queryVirtualMachines(client, [subscription]);
    expect(asked).toMatchObject([
      { body: { subscriptions: [subscription], options: { resultFormat: "objectArray" } } },
      { body: { options: { $skipToken: "more" } } },
    ]);
    const { document } = await readEstate([], { recordLists: [{ name: "live", records }] });
    expect(document).toMatchObject({
      scenario: "azure-to-azure",
      machines: [
        { name: "a", kind: "azure-vm", disks: [{ sizeGiB: 64, os: true }], azure: { region: "westeurope" } },
        { name: "b" },
      ],
    });
  });

  it("refuses an id that is none, an answer that is none, and a page without end", async () => {
    const { client, asked } = service({ data: [], $skipToken: "again" });
    await expect(queryVirtualMachines(client, ["production"])).rejects.toThrow(/no id of a subscription/);
    expect(asked).toEqual([]);
    await expect(queryVirtualMachines(client, [subscription])).rejects.toThrow(/without end/);
    await expect(queryVirtualMachines(service("busy").client, [subscription])).rejects.toThrow(
      /no list of resources/,
    );
  });
});
