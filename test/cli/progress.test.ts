import { expect, it, onTestFinished, vi } from "vitest";
import { Progress } from "../../cli/progress";

it("shows names as they are, but for what would move a terminal's cursor", () => {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => {
    write.mockRestore();
  });
  new Progress().step("Zürich-1\u001b[2J: starting the test failover.");
  expect(write.mock.calls).toEqual([
    [expect.stringMatching(/^\[ +\d+\.\d s\] Zürich-1\uFFFD\[2J: starting the test failover\.\n$/)],
  ]);
});
