import { describe, expect, it } from "vitest";
import type { Finding } from "../../limits/findings";
import { WaiverBook, type Waiver } from "../../limits/waivers";

const finding: Finding = {
  rule: "os-disk-max-size",
  ref: "ASR-0001",
  severity: "error",
  subject: "disk 0",
  observed: "2049 GiB",
  limit: {
    id: "azure-vm.os-disk.max-size",
    value: 2048,
    unit: "GiB",
    edition: "2019-05",
    ledger: [],
    source: { document: "d", date: "2019-05-10", section: "s" },
  },
  message: "m",
  remedy: "r",
  waiver: null,
};

const waiver: Waiver = {
  rule: "os-disk-max-size",
  subject: "db01",
  reason: "is replaced",
  owner: "storage",
  expires: "2026-06-30",
};

describe("a book of waivers", () => {
  it.each([
    ["by name", waiver, true],
    ["by reference, without case", { ...waiver, rule: "asr-0001", subject: "DB01" }, true],
    ["by the finding's subject", { ...waiver, subject: "disk 0" }, true],
    ["for everything", { ...waiver, subject: "*" }, true],
    ["of another machine", { ...waiver, subject: "db02" }, false],
    ["of another rule", { ...waiver, rule: "disk-min-size" }, false],
  ])("covers findings %s", (_, one, covered) => {
    const book = new WaiverBook([one], "2026-06-30");
    expect(book.apply(finding, { names: ["db01"] }).waiver).toEqual(
      covered ? { reason: one.reason, owner: one.owner, expires: one.expires } : null,
    );
    expect(book.unused).toEqual(covered ? [] : [one]);
  });

  it("takes a renewed waiver although the expired one stands above it", () => {
    const expired = { ...waiver, expires: "2026-06-29" };
    const book = new WaiverBook([expired, waiver], "2026-06-30");
    expect(book.apply(finding, { names: ["db01"] }).waiver).toMatchObject({ expires: "2026-06-30" });
    expect(book.expired).toEqual([expired]);
    expect(book.unused).toEqual([]);
  });
});
