import { describe, expect, it } from "vitest";
import { asr } from "./command-line";

interface Entry {
  readonly id: string;
  readonly value: unknown;
  readonly checkedAt: readonly string[];
  readonly rules: readonly string[];
  readonly reason: string | null;
}

describe("asr limits", () => {
  it("prints the catalogue as asr-limits/1", async () => {
    const ended = await asr("limits", "--edition", "2019-05", "--format", "json");
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const { schema, edition, limits } = JSON.parse(ended.stdout) as {
      schema: string;
      edition: string;
      limits: Entry[];
    };
    expect({ schema, edition }).toEqual({ schema: "asr-limits/1", edition: "2019-05" });
    expect(limits.find(({ id }) => id === "azure-vm.os-disk.max-size")).toMatchObject({
      value: 2048,
      unit: "GiB",
      ledger: ["azure-vm.os-disk-size"],
      checkedAt: expect.arrayContaining(["inventory"]) as unknown,
      rules: expect.arrayContaining(["os-disk-max-size"]) as unknown,
      reason: null,
    });
  });

  it("finds by words in any place", async () => {
    const ended = await asr(
      "limits",
      "--edition",
      "2019-05",
      "--search",
      "SIZE operating",
      "--format",
      "json",
    );
    const { limits } = JSON.parse(ended.stdout) as { limits: Entry[] };
    expect(limits.map(({ id }) => id)).toContain("azure-vm.os-disk.max-size");
    expect((await asr("limits", "--search", "no such words anywhere")).stdout).toContain("0 limits.");
  });

  it("shows what changed between two editions with both citations", async () => {
    const ended = await asr(
      "limits",
      "--diff",
      "2016-12..2019-05",
      "--format",
      "json",
      "--search",
      "azure-vm.os-disk.max-size",
    );
    const { schema, changes } = JSON.parse(ended.stdout) as { schema: string; changes: readonly unknown[] };
    expect(schema).toBe("asr-limits-diff/1");
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: "changed",
        id: "azure-vm.os-disk.max-size",
        scopes: ["vmware-to-azure"],
        from: expect.objectContaining({
          value: 1023,
          source: expect.objectContaining({ date: "2016-12-04" }) as unknown,
        }) as unknown,
        to: expect.objectContaining({
          value: 2048,
          source: expect.objectContaining({ date: "2019-05-10" }) as unknown,
        }) as unknown,
      }),
    );
  });

  it("prints tables that fit the width", async () => {
    for (const args of [
      ["--edition", "2019-05"],
      ["--diff", "2016-12..2019-05"],
    ]) {
      const { stdout } = await asr("limits", ...args);
      expect(
        Math.max(
          ...stdout
            .split("\n")
            .filter((line) => /^[│┌├└]/.test(line))
            .map((line) => line.length),
        ),
      ).toBeLessThanOrEqual(120);
    }
  });
});
