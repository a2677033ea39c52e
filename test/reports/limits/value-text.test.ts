import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../../limits/matrix/schema";
import { valueText } from "../../../reports/limits/value-text";

describe("a limit's value as text", () => {
  it.each<[JsonValue, string | null, string]>([
    [null, null, ""],
    [2048, "GiB", "2048 GiB"],
    [false, null, "not supported"],
    [true, null, "supported"],
    [["Standard_LRS", "Standard_GRS"], null, "Standard_LRS, Standard_GRS"],
    [{ above: 1024 }, "MiB", "more than 1024 MiB"],
    [[{ name: "Windows Server", version: "2016" }], null, "Windows Server 2016"],
    [
      [{ name: "Windows Server", version: "2008", minServicePack: 2 }, { name: "Debian" }],
      null,
      "Windows Server 2008 (minServicePack: 2); Debian",
    ],
    [{ host: "*.blob.core.windows.net", ports: [443] }, null, "host: *.blob.core.windows.net, ports: 443"],
  ])("%j %s is %j", (value, unit, text) => {
    expect(valueText(value, unit)).toBe(text);
  });

  it("says how much of a long list is not shown", () => {
    expect(valueText(["a", "b", "c", "d"], null, 2)).toBe("a, b, … 2 more");
  });
});
