import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import * as exported from "../../components";
import {
  componentsOf,
  renderComponentPage,
  type ComponentSchema,
} from "../../tools/generate/component-page.mjs";

const root = join(__dirname, "../..");
const file = join(root, "docs/components.md");
const schema = JSON.parse(readFileSync(join(root, "provider/schema.json"), "utf8")) as ComponentSchema;

describe("docs/components.md", () => {
  it("shows the schema's components as `npm run generate` writes them", async () => {
    const page = readFileSync(file, "utf8");
    const wanted = await format(renderComponentPage(schema, page), {
      ...(await resolveConfig(file)),
      parser: "markdown",
    });
    expect(page, "run npm run generate").toBe(wanted);
  });

  it("shows every component that components/index.ts exports, and no other", () => {
    const classes = Object.entries(exported)
      .filter(
        ([, value]) => typeof value === "function" && value.prototype instanceof pulumi.ComponentResource,
      )
      .map(([name]) => name);
    expect(componentsOf(schema)).toEqual(classes.sort());
  });
});
