import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createProgram } from "../../cli/program";
import { parseProbeFile } from "../../operations/drill";
import { exampleText, root } from "./ci-examples";
import { azureTasks, gitHubActions, wrongInputs } from "./ci-inputs";
import { workflowParser } from "./ci-workflow-parser";

const files = ["scheduled-github-actions.yml", "scheduled-azure-pipelines.yml"] as const;

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly task?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

describe.each(files)("%s", (file) => {
  it("calls asr drill with options that exist", async () => {
    const program = await createProgram();
    const drill = program.commands.find((command) => command.name() === "drill");
    const known = new Set(drill?.options.map(({ long }) => long));
    const calls = [...exampleText(file).matchAll(/asr drill((?:.|\n\s+(?=--))*)/g)].map(
      ([, rest = ""]) => rest,
    );
    expect(calls.length).toBe(2);
    for (const flag of calls.flatMap((call) => call.match(/--[\w-]+/g) ?? [])) expect(known).toContain(flag);
  });

  it("cleans up after a run that was cancelled, and calls scripts that exist", () => {
    const text = exampleText(file);
    expect(text).toMatch(/asr drill --clean --plan/);
    expect(text).not.toMatch(/\|\| true|continue-on-error: true|continueOnError: true/);
    expect(existsSync(join(root, "docs/ci/probes.yaml"))).toBe(true);
  });
});

describe("the scheduled workflow for GitHub Actions", () => {
  it("is a workflow by GitHub's own parser, of actions with inputs that they have", async () => {
    const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await workflowParser();
    const content = exampleText(files[0]);
    const { context, value } = parseWorkflow(
      { name: "scheduled.yml", content },
      new NoOperationTraceWriter(),
    );
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    const { jobs } = parse(content) as {
      readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
    };
    const wrong = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .flatMap(({ uses, with: inputs = {} }) =>
        uses === undefined ? [] : wrongInputs(inputs, gitHubActions[uses]),
      );
    expect(wrong).toEqual([]);
  });
});

describe("the scheduled pipeline for Azure Pipelines", () => {
  it("gives every task inputs that it has", () => {
    const { jobs } = parse(exampleText(files[1])) as {
      readonly jobs: readonly { readonly steps: readonly Step[] }[];
    };
    const wrong = jobs
      .flatMap(({ steps }) => steps)
      .flatMap(({ task, inputs = {} }) => (task === undefined ? [] : wrongInputs(inputs, azureTasks[task])));
    expect(wrong).toEqual([]);
  });
});

it("the probes are probes", () => {
  const { every = [], machines = {} } = parseProbeFile(exampleText("probes.yaml"), "probes.yaml");
  expect([...every, ...Object.values(machines).flat()].map(({ kind }) => kind)).toEqual([
    "run-command",
    "tcp",
    "http",
    "command",
  ]);
});
