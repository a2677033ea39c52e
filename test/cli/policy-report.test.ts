import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advisory, runEvents, violationOf } from "../reports/policy/events-of";
import { asr } from "./command-line";

describe("asr policy-report", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-policy-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const report = (lines: readonly unknown[], ...flags: readonly string[]) => {
    const file = join(folder, "events.json");
    writeFileSync(
      file,
      lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
    );
    return asr("policy-report", file, ...flags);
  };

  it("exits with 1 for a mandatory violation and with 0 for advice", async () => {
    expect((await report(runEvents([violationOf()]))).code).toBe(1);
    expect((await report(runEvents([advisory]))).code).toBe(0);
    expect((await report(runEvents([], { result: "failed" }))).code).toBe(1);
  });

  it("prints the report on stdout alone, whatever stands between the events", async () => {
    const ended = await report(
      ["Previewing update (dev):", "", ...runEvents([violationOf()])],
      "--format",
      "sarif",
    );
    expect(ended.stderr).toBe("");
    expect(JSON.parse(ended.stdout)).toMatchObject({ version: "2.1.0" });
  });

  it.each([
    ["no events", ["hello"], "There are no engine events."],
    ["an empty file", [""], "There are no engine events."],
    ["the digest of a preview", ["{", '  "steps": []', "}"], "PULUMI_ENABLE_STREAMING_JSON_PREVIEW=true"],
    ["a stream that breaks off", runEvents([violationOf()]).slice(0, -1), "break off"],
    ["a run without policies", [{ summaryEvent: { result: "succeeded", isPreview: true } }], "--policy-pack"],
  ])("takes %s for no proof", async (_what, lines, message) => {
    const ended = await report(lines);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toContain(message);
    expect(ended.stderr).toMatch(/^asr: [^\n]+\n$/);
  });

  it("says when there is no such file", async () => {
    const ended = await asr("policy-report", join(folder, "nowhere.json"));
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("ENOENT");
  });
});
