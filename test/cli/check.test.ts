import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCheck } from "../../cli/check/run-check";
import type { CheckFlags } from "../../cli/commands/check";
import { rolesText } from "../../cli/check/roles";
import { vaultId } from "../operations/check/sound-vault";

const flags: CheckFlags = {
  vault: vaultId,
  against: [],
  stack: [],
  edition: "current",
  failOn: "unknown",
  format: "json",
};

describe("asr check", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-check-test-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("needs the id of a vault", async () => {
    const { vault: _vault, ...without } = flags;
    await expect(runCheck(without)).rejects.toThrow("check needs a vault: asr check --vault ID");
    await expect(runCheck({ ...flags, vault: "/subscriptions/x" })).rejects.toThrow("is no vault's id");
  });

  it("reads the landing zone before it asks anything of Azure", async () => {
    await expect(runCheck({ ...flags, against: [join(folder, "none.yaml")] })).rejects.toThrow(
      "The file does not exist",
    );
  });

  it("prints the roles it needs, with an action for every part", () => {
    expect(rolesText(false)).toContain("Site Recovery Reader");
    expect(rolesText(false)).toContain("    Microsoft.RecoveryServices/vaults/replicationJobs/read\n");
    expect(rolesText(false)).not.toMatch(/\/(?:write|delete|action)\b/);
  });
});
