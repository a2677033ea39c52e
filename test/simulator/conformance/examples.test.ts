import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rawAzure, type RawAzure } from "../raw-client";
import { sendExample, type ExampleOutcome } from "./examples";
import { knownExampleDifferences, notModelledExamples } from "./known-example-differences";
import { missingReference, readExamples } from "./reference";

describe.skipIf(missingReference !== undefined)("published calls", () => {
  let azure: RawAzure;
  const outcomes: ExampleOutcome[] = [];

  beforeAll(async () => {
    azure = await rawAzure({ strict: true });
    for (const example of readExamples()) outcomes.push(await sendExample(azure, example));
  }, 120_000);
  afterAll(() => azure.close());

  it("are answered as published, except where a reason is given", () => {
    const differing = outcomes
      .filter(({ problems, isModelled }) => isModelled && problems.length > 0)
      .map(({ file }) => file.replace(/\.json$/, ""));
    expect(differing.sort()).toEqual(Object.values(knownExampleDifferences).flat().sort());
  });

  it("are refused where the simulator does not model them, which are counted", () => {
    const services = outcomes
      .filter(({ isModelled }) => !isModelled)
      .map(({ file }) => file.split("/")[0] ?? "");
    const counts = Object.fromEntries(
      [...new Set(services)].sort().map((name) => [name, services.filter((each) => each === name).length]),
    );
    expect(counts).toEqual(notModelledExamples);
  });

  it("are answered well in most of the modelled cases", () => {
    const modelled = outcomes.filter(({ isModelled }) => isModelled);
    const good = modelled.filter(({ problems }) => problems.length === 0);
    expect(outcomes).toHaveLength(532);
    expect(good.length / modelled.length).toBeGreaterThan(0.7);
  });
});
