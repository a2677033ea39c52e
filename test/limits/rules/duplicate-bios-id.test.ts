import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");

it.each<Case>([
  [
    {
      machines: [
        { name: "a", biosId: "1" },
        { name: "b", biosId: "2" },
      ],
    },
    scope,
    "kept",
  ],
  [
    {
      machines: [
        { name: "a", biosId: "ab" },
        { name: "b", biosId: "AB" },
      ],
    },
    scope,
    ["error machine.bios-id"],
  ],
  [{ machines: [{ name: "a", biosId: "1" }, { name: "b" }] }, scope, ["? machines[].biosId"]],
  [{}, scope, ["? machines"]],
  [
    {
      machines: [
        { name: "a", biosId: "1" },
        { name: "b", biosId: "1" },
      ],
    },
    current("hyperv-to-azure"),
    "n/a",
  ],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("duplicate-bios-id", "estate", facts, within)).toEqual(expected);
});
