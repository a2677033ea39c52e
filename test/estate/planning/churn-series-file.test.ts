import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readChurnSeries } from "../../../estate/planning/churn-series-file";

describe("a file of churn over time", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-series-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const read = (text: string) => {
    const file = join(folder, "series.csv");
    writeFileSync(file, text);
    return readChurnSeries(file);
  };

  it.each([
    ["machine,disk,time,MB/s\nweb,d1,2026-01-01T00:05:00Z,1.5\n"],
    ["\uFEFFVM;MBps;Disk;Timestamp\r\nweb;1,5;d1;2026-01-01 01:05:00+01:00\r\n"],
    ["time\tmachine\tdisk\tMB/s\n2026-01-01 00:05\tweb\td1\t1.5\n"],
  ])("is read with columns in any order and spelling: %j", async (text) => {
    expect(await read(text)).toEqual([
      { machine: "web", disk: "d1", time: Date.UTC(2026, 0, 1, 0, 5), MBps: 1.5 },
    ]);
  });

  it.each([
    ["machine,time\nweb,2026-01-01\n", /series\.csv.*There is no column "mb\/s"/],
    ["machine,time,MB/s\nweb,01/02/2026,1\n", /row 2.*"01\/02\/2026" is no time/],
    ["machine,time,MB/s\nweb,2026-01-01,-1\n", /row 2.*"-1" is no rate/],
    ['machine,time,MB/s\nweb,2026-01-01,"1,250"\n', /"1,250" is no rate/],
    ["machine,time,MB/s\n,2026-01-01,1\n", /row 2.*name is missing/],
    ["machine,time,MB/s\n", /no sample/],
    ['machine,time,MB/s\n"web,2026\n', /no CSV table/],
  ])("is refused with place and remedy: %j", async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it("is refused where it does not exist", async () => {
    await expect(readChurnSeries(join(folder, "nowhere.csv"))).rejects.toThrow(/cannot be read \(ENOENT\)/);
  });
});
