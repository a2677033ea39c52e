import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { inputProblems } from "../../../provider/components/check-inputs";
import { committedSchema, type PackageSchema } from "../../../provider/schema/committed-schema";

const schema: PackageSchema = {
  types: {
    "p:index:Level": {
      properties: { name: { type: "string" }, count: { type: "integer", plain: true } },
      required: ["name"],
    },
    "p:index:Other": {
      properties: { title: { type: "string" }, name: { type: "string" } },
      required: ["title"],
    },
    "p:index:Mode": {
      enum: [
        { name: "Fast", value: "fast" },
        { name: "Slow", value: "slow" },
      ],
    },
  },
  resources: {},
};

const component = {
  properties: {},
  inputProperties: {
    id: { type: "string" },
    size: { type: "number" },
    on: { type: "boolean", plain: true },
    mode: { $ref: "#/types/p:index:Mode", plain: true },
    levels: {
      type: "object",
      additionalProperties: { $ref: "#/types/p:index:Level", plain: true },
      plain: true,
    },
    later: { type: "array", items: { $ref: "#/types/p:index:Level" } },
    either: { oneOf: [{ type: "string" }, { $ref: "#/types/p:index:Other", plain: true }], plain: true },
    document: { $ref: "pulumi.json#/Any", plain: true },
  },
  requiredInputs: ["id"],
};

const id = "/subscriptions/s";
const pathsOf = (inputs: pulumi.Inputs) =>
  inputProblems(schema, component, inputs).map(({ propertyPath }) => propertyPath);
const reasonOf = (inputs: pulumi.Inputs) => inputProblems(schema, component, inputs)[0]?.reason;

describe("inputs of a component, held against the schema", () => {
  it("takes what fits", () => {
    const fits = {
      id: pulumi.output(id),
      size: 3,
      on: true,
      mode: "fast",
      levels: { "a.b": { name: pulumi.output("n"), count: 2 } },
      later: [{ name: "n" }],
      either: "text",
      document: { any: [1, "thing"] },
    };
    expect(inputProblems(schema, component, fits)).toEqual([]);
    expect(
      inputProblems(schema, component, { id, either: { title: "t" }, later: pulumi.output([]) }),
    ).toEqual([]);
    expect(inputProblems(schema, component, { id, size: undefined, on: null })).toEqual([]);
  });

  it.each([
    ["what is missing", {}, "id"],
    ["another name", { id, sise: 3 }, "sise"],
    ["a number that is text", { id, size: "3" }, "size"],
    ["a switch that is text", { id, on: "true" }, "on"],
    ["a value that is not listed", { id, mode: "medium" }, "mode"],
    ["an object that is none", { id, levels: { one: "name" } }, "levels.one"],
    ["a list that is none", { id, later: {} }, "later"],
    ["a fraction", { id, levels: { one: { name: "n", count: 1.5 } } }, "levels.one.count"],
    ["what is missing inside", { id, levels: { "a.b": {} } }, 'levels["a.b"].name'],
    ["what is missing in a list", { id, later: [{ name: "n" }, {}] }, "later[1].name"],
    ["neither of two kinds", { id, either: { name: "n" } }, "either.title"],
  ])("names %s", (_what, inputs, path) => {
    expect(pathsOf(inputs)).toEqual([path]);
  });

  it("tells what was meant", () => {
    expect(reasonOf({ id, sise: 3 })).toBe("It is not known here. Did you mean size?");
    expect(reasonOf({ id, mode: "medium" })).toBe('"medium" is none of fast, slow: use one of them.');
    expect(reasonOf({ id, size: "3" })).toBe('It must be a number, not the text "3".');
  });

  it("refuses an output where the value decides which resources there are", () => {
    const level = { name: "n" };
    expect(pathsOf({ id, levels: pulumi.output({ one: level }) })).toEqual(["levels"]);
    expect(pathsOf({ id, levels: { one: pulumi.output(level) } })).toEqual(["levels.one"]);
    expect(pathsOf({ id, levels: { one: { ...level, count: pulumi.output(2) } } })).toEqual([
      "levels.one.count",
    ]);
    expect(pathsOf({ id, document: { region: [pulumi.output("r")] } })).toEqual(["document.region[0]"]);
    // Inside of what may arise later as a whole, anything may.
    expect(pathsOf({ id, later: [{ ...level, count: pulumi.output(2) }] })).toEqual([]);
  });
});

describe("the components in the package schema", () => {
  const { resources, types } = committedSchema();
  const components = Object.entries(resources).filter(([, { isComponent }]) => isComponent === true);

  it.each(components)("%s says what each input and output is", (_token, specification) => {
    const properties = Object.entries({ ...specification.properties, ...specification.inputProperties });
    expect(properties.filter(([, { description }]) => description === undefined)).toEqual([]);
  });

  it("refers to types that it has, and says what their properties are", () => {
    const references = [...JSON.stringify({ resources, types }).matchAll(/"#\/types\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(0);
    expect(references.map(([, token]) => token ?? "").filter((token) => types[token] === undefined)).toEqual(
      [],
    );
    const silent = Object.entries(types).flatMap(([token, { properties = {} }]) =>
      Object.entries(properties).flatMap(([name, { description }]) =>
        description === undefined ? [`${token}.${name}`] : [],
      ),
    );
    expect(silent).toEqual([]);
  });
});
