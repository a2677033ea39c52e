import { describe, expect, it } from "vitest";
import { isSupported } from "../../tools/setup/node.mjs";

describe("isSupported", () => {
  it.each(["v22.13.0", "v22.21.1", "v24.0.0", "v24.21.0", "v26.0.0", "v27.1.0"])("%s", (version) => {
    expect(isSupported(version)).toBe(true);
  });
  it.each(["v18.20.0", "v20.20.2", "v21.7.3", "v22.12.0", "v23.11.0", "v25.2.0"])("not %s", (version) => {
    expect(isSupported(version)).toBe(false);
  });
});
