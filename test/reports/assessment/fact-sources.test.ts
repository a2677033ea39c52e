import { describe, expect, it } from "vitest";
import { z } from "zod";
import { whereToGet } from "../../../reports/assessment/fact-sources";
import { machine } from "../../../estate/schema.gen";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema | boolean;
}

/** Names of all facts of a machine, as rules name them. */
function facts(schema: Schema, prefix = ""): readonly string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    if (typeof value.items === "object" && value.items.properties !== undefined) {
      return facts(value.items, `${name}[].`);
    }
    return value.properties === undefined ? [name] : facts(value, `${name}.`);
  });
}

describe("where to get a fact", () => {
  const general = whereToGet("something that nobody knows");

  it("says what a person can do, whatever the fact is", () => {
    expect(general).toContain("estate document");
  });

  it("names a tab, a command or a decision for every fact of a machine", () => {
    const all = facts(z.toJSONSchema(machine, { io: "input", unrepresentable: "any" }) as Schema);
    expect(all).toContain("disks[].logicalSectorBytes");
    expect(all.filter((fact) => whereToGet(fact) === general)).toEqual([]);
  });
});
