import { afterEach, expect, it } from "vitest";
import { rawAzure, type RawAnswer, type RawAzure } from "./raw-client";

let azure: RawAzure;
afterEach(() => azure.close());

const values = (answer: RawAnswer) => (answer.body as { readonly value: readonly unknown[] }).value;

it("knows machines, disks, sites and quotas in strict mode", async () => {
  azure = await rawAzure({
    strict: true,
    seed: {
      schema: "asr-seed/1",
      azureVirtualMachines: [
        { name: "vm1", resourceGroup: "rg1", location: "westeurope", disks: [{ name: "os", sizeGiB: 30 }] },
      ],
      vmwareSites: [
        {
          name: "site",
          resourceGroup: "rg1",
          location: "westeurope",
          runAsAccounts: [{ name: "acc" }],
          machines: [{ name: "app", disks: [{ name: "os", sizeGiB: 30 }] }],
        },
      ],
      quotas: [{ location: "northeurope", name: "cores", currentValue: 90, limit: 100 }],
    },
  });
  const subscription = azure.group.replace(/\/resourceGroups\/.*/, "");
  const get = (path: string) => azure.send("GET", `${path}?api-version=2024-07-01`);
  expect(values(await get(`${azure.group}/providers/Microsoft.Compute/virtualMachines`))).toHaveLength(1);
  expect(values(await get(`${subscription}/providers/Microsoft.Compute/disks`))).toHaveLength(1);
  const site = `${azure.group}/providers/Microsoft.OffAzure/VMwareSites/site`;
  for (const part of ["machines", "runasaccounts"])
    expect(values(await get(`${site}/${part}`))).toHaveLength(1);
  expect(
    values(await get(`${subscription}/providers/Microsoft.Compute/locations/northeurope/usages`)),
  ).toEqual([
    { unit: "Count", currentValue: 90, limit: 100, name: { value: "cores", localizedValue: "cores" } },
  ]);
  expect((await get(`${azure.group}/providers/Microsoft.Batch/batchAccounts`)).status).toBe(404);
});
