import { describe, expect, it } from "vitest";
import { SecretValue, type PropertyMap } from "../../plugin-protocol/property-value";
import type { ObjectDescription } from "../../provider/property-description";
import { diffByDescription } from "../../provider/shape/diff-by-description";

/** Today's version of a resource: `size` and `way` are new, `colour` is gone. */
const today: ObjectDescription = {
  name: { type: "string", description: "", required: true, replaces: true },
  size: { type: "string", description: "", default: "small", replaces: true },
  key: { type: "string", description: "", secret: true, default: "none" },
  pace: { type: "string", description: "", assumed: "steady" },
  parts: {
    type: "list",
    description: "",
    items: {
      type: "object",
      description: "",
      object: {
        name: "Part",
        description: "",
        properties: {
          id: { type: "string", description: "" },
          way: { type: "string", description: "", default: "straight", replaces: true },
        },
      },
    },
  },
};

const given: PropertyMap = {
  name: "a",
  size: "small",
  key: new SecretValue("none"),
  parts: [{ id: "1", way: "straight" }],
};
/** What the version before has kept. */
const kept: PropertyMap = { name: "a", colour: "red", parts: [{ id: "1", colour: "blue" }] };

const changed = (before: PropertyMap, inputs: PropertyMap): readonly string[] => {
  const { changes, replaces } = diffByDescription(today, before, inputs);
  return [...changes]
    .map(([path, { change }]) => `${change} ${path}`)
    .concat(replaces.map((name) => `replace ${name}`));
};

describe("inputs that an older version has kept", () => {
  it("are no different for names that are gone and for new ones with their defaults, at any depth", () => {
    expect(changed(kept, given)).toEqual([]);
  });

  it("are different where a new input has another value than its default", () => {
    expect(changed(kept, { ...given, size: "large" })).toEqual(["add size", "replace size"]);
    expect(changed(kept, { ...given, parts: [{ id: "1", way: "round" }] })).toEqual([
      "add parts[0].way",
      "replace parts",
    ]);
  });

  it("are no different where what is assumed was given, or is given now", () => {
    expect(changed({ ...kept, pace: "steady" }, given)).toEqual([]);
    expect(changed(kept, { ...given, pace: "steady" })).toEqual([]);
    expect(changed({ ...kept, pace: "slow" }, given)).toEqual(["delete pace"]);
    expect(changed(kept, { ...given, pace: "slow" })).toEqual(["add pace"]);
    expect(changed({ ...kept, pace: "steady" }, { ...given, pace: "slow" })).toEqual(["update pace"]);
  });

  it("are different where a known input changes or goes", () => {
    expect(changed({ ...kept, size: "large" }, given)).toEqual(["update size", "replace size"]);
    expect(changed(kept, { ...given, parts: [] })).toEqual(["delete parts[0]"]);
  });

  it("keep names that no description has where both versions give them", () => {
    expect(changed({ ...kept, version: "0.1.0" }, { ...given, version: "0.1.0" })).toEqual([]);
    expect(changed({ ...kept, version: "0.1.0" }, { ...given, version: "0.2.0" })).toEqual([
      "update version",
    ]);
  });
});
