import { describe, expect, it } from "vitest";
import { SecretValue, unknown } from "../../plugin-protocol/property-value";
import type { ObjectDescription } from "../../provider/property-description";
import { checkShape } from "../../provider/shape/check-shape";
import { diffByDescription } from "../../provider/shape/diff-by-description";
import { previewOutputs } from "../../provider/shape/preview-outputs";
import { replicationFabric } from "../../provider/replication-fabric/replication-fabric";

const description: ObjectDescription = {
  id: { type: "string", format: "arm-id", required: true, replaces: true, description: "What. And more." },
  mode: { type: "string", values: ["Fast", "Slow"], default: "Fast", description: "How." },
  key: { type: "string", secret: true, description: "Key." },
  count: { type: "integer", description: "How many." },
  parts: {
    type: "list",
    description: "Parts.",
    items: {
      type: "object",
      description: "A part.",
      object: {
        name: "Part",
        description: "A part.",
        properties: {
          name: { type: "string", required: true, replaces: true, description: "Its name." },
          on: { type: "boolean", default: true, description: "Whether." },
        },
      },
    },
  },
};
const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.X/things/t";
const reasons = (inputs: Parameters<typeof checkShape>[0]) =>
  checkShape(inputs, description).problems.map(({ property, reason }) => `${property}: ${reason}`);

describe("the check of shape", () => {
  it("fills in defaults, at any depth, and marks secrets", () => {
    const { inputs, problems } = checkShape({ id, key: "k", parts: [{ name: "a" }] }, description);
    expect(problems).toEqual([]);
    expect(inputs).toEqual({
      id,
      mode: "Fast",
      key: new SecretValue("k"),
      parts: [{ name: "a", on: true }],
    });
  });

  it.each([
    [{}, "id: id is required: What."],
    [{ id: "t" }, 'id: id is "t", which is no ARM id'],
    [{ id, mod: "Fast" }, "mod: mod is not known here. Did you mean mode?"],
    [{ id, mode: "fast" }, 'mode: mode is "fast"; it takes "Fast", "Slow". Did you mean "Fast"?'],
    [{ id, count: 1.5 }, "count: count must be a whole number, not 1.5."],
    [{ id, count: "1" }, 'count: count must be a whole number, not the text "1".'],
    [{ id, parts: {} }, "parts: parts must be a list, not an object."],
    [{ id, parts: [{}] }, "parts[0].name: parts[0].name is required: Its name."],
    [{ id, parts: [{ name: "a", of: 1 }] }, "parts[0].of: of is not known here. Did you mean on?"],
  ])("refuses %j", (inputs, said) => {
    expect(reasons(inputs)).toEqual([expect.stringContaining(said)]);
  });

  it("says nothing about what is not known yet", () => {
    expect(
      reasons({ id: unknown, count: unknown, parts: [unknown], mode: new SecretValue(unknown) }),
    ).toEqual([]);
  });
});

describe("a difference", () => {
  const diff = (before: object, after: object) =>
    diffByDescription(description, { id, ...before }, { id, ...after });

  it("is none for an id in other case", () => {
    expect(diff({}, { id: id.toUpperCase().replace("SUBSCRIPTIONS", "Subscriptions") }).changes.size).toBe(0);
  });

  it("replaces where the description says so, at any depth", () => {
    expect(diff({}, { id: `${id}2` })).toMatchObject({ replaces: ["id"], deleteBeforeReplace: true });
    expect(diff({ parts: [{ name: "a" }] }, { parts: [{ name: "b" }] }).replaces).toEqual(["parts"]);
    expect(diff({ parts: [{ name: "a", on: true }] }, { parts: [{ name: "a", on: false }] })).toMatchObject({
      replaces: [],
      changes: new Map([["parts[0].on", { change: "update", replaces: false }]]),
    });
  });
});

describe("the outputs of a preview", () => {
  const inputs = { vaultId: id, name: "n", kind: "HyperVSite" };

  it("are unknown before creation, inputs aside", () => {
    expect(previewOutputs(replicationFabric, inputs)).toEqual({
      ...inputs,
      friendlyName: unknown,
      internalIdentifier: unknown,
      containerIds: unknown,
    });
  });

  it("stay where an update cannot change them", () => {
    const state = { ...inputs, friendlyName: "f", internalIdentifier: "i", containerIds: [] };
    expect(previewOutputs(replicationFabric, inputs, state)).toEqual(state);
    expect(previewOutputs(replicationFabric, { ...inputs, name: "m" }, state)).toEqual({
      ...state,
      name: "m",
      containerIds: unknown,
    });
  });
});
