import { expect, it } from "vitest";
import { readEstate } from "../../../../estate/read";
import { queryVirtualMachines } from "../../../../estate/readers/resource-graph/query";
import { startSimulator } from "../../../../simulator/server";
import { simulatedConnection } from "../../../operations/simulated-connection";

it("reads the machines of a subscription over the wire, more of them than one page takes", async () => {
  const names = Array.from({ length: 600 }, (_, index) => `vm${index}`);
  const simulator = await startSimulator({
    seed: {
      schema: "asr-seed/1",
      azureVirtualMachines: names.map((name) => ({
        name,
        resourceGroup: "rg1",
        location: "westeurope",
        size: "Standard_D2s_v3",
        disks: [{ name: `${name}-os`, sizeGiB: 30, sku: "Premium_LRS" }],
      })),
    },
  });
  try {
    const { arm } = simulatedConnection(simulator);
    const records = await queryVirtualMachines(arm, [simulator.subscriptionId]);
    expect(records).toHaveLength(1200);
    const { document } = await readEstate([], { recordLists: [{ name: "live", records }] });
    expect(document.machines.map(({ name }) => name).sort()).toEqual(names.sort());
    expect(document.machines[0]).toMatchObject({
      azure: { region: "westeurope" },
      disks: [{ sizeGiB: 30, os: true }],
    });
  } finally {
    await simulator.close();
  }
});
