import { describe, expect, it } from "vitest";
import { completeScope, createJudge } from "../../../limits/judge";

describe("os-disk-max-size", () => {
  const judge = createJudge(
    completeScope({ edition: "2019-05", scenario: "vmware-to-azure", asOf: "2019-06-01" }),
  );
  it("finds an operating-system disk above the limit", () => {
    const { findings } = judge.judge("machine", {
      name: "a",
      disks: [{ name: "Hard disk 1", sizeGiB: 2049, os: true }],
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: "os-disk-max-size",
      observed: "2049 GiB",
      path: "disks[0].sizeGiB",
    });
  });
});
