import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";

describe("a landing zone of existing resources", () => {
  let simulator: Simulator;
  let owner: Project;
  let guest: Project;

  beforeAll(async () => {
    simulator = await startSimulator();
    const environment = { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") };
    const sample = await readFile(join(root, "landing-zone.yaml"), "utf8");
    owner = await createProject({ existing: root, files: { "landing-zone.yaml": sample }, environment });
    guest = await createProject({ existing: root, environment });
    const up = await owner.up();
    expect(up.code, said(up)).toBe(0);
    await guest.write("landing-zone.yaml", existing(await owner.outputs()));
  });
  afterAll(async () => {
    await owner.dispose();
    await guest.dispose();
    await simulator.close();
  });

  it("reads them, creates nothing beside them, and knows them from then on", async () => {
    const before = simulator.liveResources();
    const up = await guest.up("--policy-pack", join(root, "policy-pack"));
    expect(up.code, said(up)).toBe(0);
    expect(simulator.liveResources()).toEqual(before);
    const [mine, theirs] = [await guest.outputs(), await owner.outputs()];
    for (const output of [
      "vaultId",
      "cacheStorageAccountId",
      "recoveryNetworkId",
      "testFailoverNetworkId",
      "policyIds",
    ]) {
      expect(mine[output], output).toEqual(theirs[output]);
    }
    const preview = await guest.preview("--expect-no-changes");
    expect(preview.code, said(preview)).toBe(0);
    const refresh = await guest.refresh("--expect-no-changes");
    expect(refresh.code, said(refresh)).toBe(0);
  });

  it("refuses an existing account that the edition does not accept", async () => {
    const document = await readFile(join(guest.directory, "landing-zone.yaml"), "utf8");
    await guest.write(
      "landing-zone.yaml",
      document.replace('"current"', '"2019-05"').replace("modernized", "classic"),
    );
    const preview = await guest.preview();
    await guest.write("landing-zone.yaml", document);
    expect(preview.code, said(preview)).not.toBe(0);
    expect(said(preview)).toMatch(/kind: The account is of kind StorageV2.*edition 2019-05/);
  });

  it("leaves them alone when it goes", async () => {
    const before = simulator.liveResources();
    const destroyed = await guest.destroy();
    expect(destroyed.code, said(destroyed)).toBe(0);
    expect(simulator.liveResources()).toEqual(before);
    const rest = await owner.destroy();
    expect(rest.code, said(rest)).toBe(0);
    expect(simulator.liveResources()).toEqual([]);
  });
});

/** A document in which every level is the id of what another stack made. */
function existing(outputs: Readonly<Record<string, unknown>>): string {
  const { vaultId, cacheStorageAccountId, recoveryNetworkId, testFailoverNetworkId } = outputs;
  const policies = Object.entries(outputs.policyIds as Readonly<Record<string, string>>);
  const group = String(vaultId).split("/providers/")[0] ?? "";
  return JSON.stringify(
    {
      schema: "asr-landing-zone/1",
      edition: "current",
      scenario: "vmware-to-azure",
      experience: "modernized",
      region: "westeurope",
      resourceGroups: { vault: { id: group } },
      vault: { id: vaultId },
      cacheStorage: { id: cacheStorageAccountId },
      networks: { recovery: { id: recoveryNetworkId }, testFailover: { id: testFailoverNetworkId } },
      policies: policies.map(([name, id]) => ({ name, id })),
    },
    undefined,
    2,
  );
}

function said(ended: Ended): string {
  return ended.stdout + ended.stderr;
}
