import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tls from "node:tls";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerSources, unregisterFabric } from "../../../cli/simulate/register-sources";
import { startSimulator, type Simulator } from "../../../simulator/server";

let simulator: Simulator;
let folder: string;
let trusted: readonly string[];
/** In a command that `asr simulate` runs the environment makes Node trust the simulator; here that is done by hand. */
const canTrust = "setDefaultCACertificates" in tls;

beforeEach(async () => {
  simulator = await startSimulator();
  folder = mkdtempSync(join(tmpdir(), "asr-register-"));
  if (!canTrust) return;
  trusted = tls.getCACertificates("default");
  tls.setDefaultCACertificates([...trusted, readFileSync(simulator.certificateFile, "utf8")]);
});
afterEach(async () => {
  if (canTrust) tls.setDefaultCACertificates([...trusted]);
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

const register = async (seed: unknown) => {
  const file = join(folder, "seed.json");
  writeFileSync(file, JSON.stringify(seed));
  await registerSources(file, { ASR_ARM_ENDPOINT: simulator.endpoint });
};
const machine = {
  name: "vm1",
  resourceGroup: "rg",
  location: "westeurope",
  disks: [{ name: "os", sizeGiB: 30 }],
};

describe.runIf(canTrust)("asr simulate register", () => {
  it("adds what a seed holds to the simulator that runs", async () => {
    await register({ schema: "asr-seed/1", azureVirtualMachines: [machine] });
    expect(simulator.liveResources().map(({ name }) => name)).toEqual(["rg", "os", "vm1"]);
  });

  it("says why a seed cannot be, and where it says so", async () => {
    const appliance = {
      name: "a",
      vaultId: "/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/none",
      siteId: "x",
    };
    await expect(register({ schema: "asr-seed/1", appliances: [appliance] })).rejects.toThrow(
      /seed .*seed\.json cannot be registered: .*which does not exist: make the vault first/,
    );
  });
});

describe.runIf(canTrust)("asr simulate unregister", () => {
  const group = "/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg/providers";
  const vaultId = `${group}/Microsoft.RecoveryServices/vaults/vault`;
  const siteId = `${group}/Microsoft.OffAzure/VMwareSites/site`;
  const unregister = (fabricId: string) =>
    unregisterFabric(fabricId, { ASR_ARM_ENDPOINT: simulator.endpoint });
  const registered = () =>
    register({
      schema: "asr-seed/1",
      vaults: [{ name: "vault", resourceGroup: "rg", location: "westeurope" }],
      vmwareSites: [
        {
          name: "site",
          resourceGroup: "rg",
          location: "westeurope",
          machines: [{ name: "web1", id: "web1", disks: [{ name: "os", sizeGiB: 30 }] }],
        },
      ],
      appliances: [{ name: "appliance", fabric: "fabric", vaultId, siteId }],
    });

  it("takes an appliance with all it brought out of the vault", async () => {
    await registered();
    const inVault = () => simulator.liveResources().filter(({ id }) => id.includes("/replicationFabrics/"));
    expect(inVault()).not.toEqual([]);
    await unregister(`${vaultId}/replicationFabrics/fabric`);
    expect(inVault()).toEqual([]);
  });

  it("refuses what is no fabric, and one that machines are in", async () => {
    await expect(unregister(vaultId)).rejects.toThrow(/cannot be unregistered: .*is no fabric of a vault/);
    await registered();
    await register({
      schema: "asr-seed/1",
      protectedItems: [
        {
          provider: "InMageRcm",
          vaultId,
          fabric: "fabric",
          machine: "web1",
          target: { resourceGroupId: group.replace("/providers", "") },
        },
      ],
    });
    await expect(unregister(`${vaultId}/replicationFabrics/fabric`)).rejects.toThrow(
      /still used by .*disable replication/,
    );
  });
});
