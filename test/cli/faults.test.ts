import { afterEach, describe, expect, it, vi } from "vitest";
import { endingOf, UsageError } from "../../cli/faults";
import { InputError } from "../../landing-zone/input-error";
import { UndocumentedScenarioError } from "../../limits/judge";

describe("how a failed command ends", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    new UsageError("no such folder: name another."),
    new InputError("The file is empty.", "Give another.", { file: "a.csv" }),
    new UndocumentedScenarioError("2019-05", "azure-to-azure", ["current"]),
  ])("$name is the user's to mend: one line, exit code 2", (error) => {
    const { exitCode, message } = endingOf(error);
    expect(exitCode).toBe(2);
    expect(message).toBe(`asr: ${error.message}`);
    expect(message).not.toContain("\n");
  });

  it("anything else is a fault of ours: exit code 3, a hint, a stack only when asked for", () => {
    const { exitCode, message } = endingOf(new TypeError("x is not a function"));
    expect(exitCode).toBe(3);
    expect(message).toContain("TypeError: x is not a function");
    expect(message).toContain("ASR_DEBUG=1");
    expect(message).not.toContain("    at ");
    vi.stubEnv("ASR_DEBUG", "1");
    expect(endingOf(new TypeError("x")).message).toContain("    at ");
  });
});
