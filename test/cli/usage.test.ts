import { describe, expect, it } from "vitest";
import { asr } from "./command-line";

describe("the command line", () => {
  it("shows help on stdout when asked, with examples and exit codes", async () => {
    for (const args of [
      ["--help"],
      ["assess", "--help"],
      ["plan", "--help"],
      ["limits", "--help"],
      ["run", "--help"],
    ]) {
      const ended = await asr(...args);
      expect(ended).toMatchObject({ code: 0, stderr: "" });
      expect(ended.stdout).toContain("Examples:");
      expect(ended.stdout).toContain("Exit codes:");
    }
  });

  it("prints the version of the package", async () => {
    const ended = await asr("--version");
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [["--nonsense"], "unknown option '--nonsense'"],
    [["nonsense"], "unknown command 'nonsense'"],
    [["assess"], "Give an inventory, or --subscription"],
    [["assess", "a.xlsx", "--editon", "2019-05"], "(Did you mean --edition?)"],
    [["assess", "a.xlsx", "--edition", "2020"], "Allowed choices are 2016-12, 2019-05, current"],
    [["assess", "a.xlsx", "--as-of", "2026-02-30"], "Use a date such as"],
    [["assess", "a.xlsx", "--region", "west_europe!"], "Use a region such as"],
    [["assess", "a.xlsx", "--mobility-service", "newest"], "Use a version such as"],
    [["assess", "a.xlsx", "--compare", "2019-05"], "Use two different editions"],
    [["assess", "a.xlsx", "--compare", "2019-05,current", "--edition", "2019-05"], "cannot be used with"],
    [["assess", "a.xlsx", "--format", "pdf"], "Allowed choices are table, json"],
    [["assess", "a.xlsx", "--fail-on", "ready"], "Allowed choices are not-ready"],
    [["assess", "a.xlsx", "--compare", "2019-05,current", "--format", "csv"], "has no place in --format csv"],
    [["assess", "a.xlsx", "--output", ""], "Give a path"],
    [["plan", "a.xlsx", "--out", " "], "Give a path"],
    [["plan", "a.xlsx"], "required option '--out <folder>' not specified"],
    [["plan", "a.xlsx", "--out", "x", "--vm-series", "Dsv5"], "name that with --vm-sizes"],
    [["plan", "a.xlsx", "--out", "x", "--wave-pattern", "^web|^(?:app)"], "It has no group"],
    [["run", "--out", ""], "Give a path"],
    [["limits", "--diff", "2019-05..2019-05"], "Use two different editions"],
    [["schema", "nonsense"], "Allowed choices are estate"],
  ])("%j is wrong usage, said in one line", async (args, message) => {
    const ended = await asr(...args);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toContain(message);
    expect(ended.stderr).toMatch(/^asr: [^\n]+\n$/);
  });

  it("shows help on stderr where no command is given", async () => {
    const ended = await asr();
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toContain("Usage: asr");
  });
});
