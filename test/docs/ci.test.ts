import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createProgram } from "../../cli/program";
import { parseWaivers } from "../../estate/waivers";
import { settingsSchema } from "../../policy-pack/settings-schema";
import { allRules } from "../../limits/rules/registry.gen";
import {
  azureJobs,
  azurePipeline,
  exampleText,
  gitHubJobs,
  gitHubWorkflow,
  root,
  type Job,
  type Step,
} from "./ci-examples";
import { azureTasks, gitHubActions, wrongInputs } from "./ci-inputs";
import { workflowParser } from "./ci-workflow-parser";

/** Anything a service would fill in. */
const anything = (): string => "value";

const examples: readonly [string, readonly Job[]][] = [
  ["GitHub Actions", gitHubJobs(anything)],
  ["Azure Pipelines", azureJobs(anything)],
];

const stepsOf = (jobs: readonly Job[]): readonly Step[] => jobs.flatMap(({ steps }) => steps);

async function faultsOf(content: string): Promise<readonly string[]> {
  const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await workflowParser();
  const { context, value } = parseWorkflow(
    { name: "site-recovery.yml", content },
    new NoOperationTraceWriter(),
  );
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

describe("the workflow for GitHub Actions", () => {
  it("is a workflow by GitHub's own parser", async () => {
    expect(await faultsOf(exampleText("github-actions.yml"))).toEqual([]);
    // The parser does find faults.
    expect(await faultsOf(exampleText("github-actions.yml").replace("runs-on:", "run-on:"))).not.toEqual([]);
    expect(await faultsOf(exampleText("github-actions.yml").replace("vars.", "var."))).not.toEqual([]);
  });

  it("gives every action inputs that it has", () => {
    const wrong = stepsOf(gitHubJobs(anything))
      .filter(({ uses }) => uses !== undefined)
      .flatMap(({ uses = "", inputs }) =>
        wrongInputs(inputs, gitHubActions[uses]).map((what) => `${uses}: ${what}`),
      );
    expect(wrong).toEqual([]);
  });

  it("has no more rights than its steps need", () => {
    const { permissions, jobs } = gitHubWorkflow();
    expect(permissions).toEqual({ contents: "read" });
    for (const [id, job] of Object.entries(jobs)) {
      const writes = Object.entries(job.permissions).filter(([, level]) => level === "write");
      const uses = job.steps.map((step) => step.uses ?? "");
      expect(writes.map(([name]) => name).sort(), id).toEqual([
        ...(uses.some((action) => action.startsWith("azure/login@")) ? ["id-token"] : []),
        ...(uses.some((action) => action.includes("/upload-sarif@")) ? ["security-events"] : []),
      ]);
    }
  });

  it("keeps secrets out of every step but the preview", () => {
    for (const { steps, env } of Object.values(gitHubWorkflow().jobs)) {
      expect(JSON.stringify(env ?? {})).not.toContain("secrets.");
      for (const step of steps) {
        if (step.run?.startsWith("pulumi ") === true) continue;
        expect(JSON.stringify(step)).not.toContain("secrets.");
      }
    }
  });
});

describe("the pipeline for Azure Pipelines", () => {
  it("gives every task inputs that it has", () => {
    const wrong = azurePipeline()
      .jobs.flatMap(({ steps }) => steps)
      .filter(({ task }) => task !== undefined)
      .flatMap(({ task = "", inputs = {} }) =>
        wrongInputs(inputs, azureTasks[task]).map((what) => `${task}: ${what}`),
      );
    expect(wrong).toEqual([]);
  });

  it("publishes SARIF under the name that the scans tab looks for", () => {
    const published = stepsOf(azureJobs(anything)).filter(({ uses }) => uses === "publish");
    expect(published.map(({ inputs }) => inputs["artifact"])).toEqual(["CodeAnalysisLogs"]);
  });
});

describe.each(examples)("the example for %s", (_service, jobs) => {
  const scripts = stepsOf(jobs).flatMap(({ script }) => script ?? []);

  it("calls npm scripts that exist", () => {
    const { scripts: known } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const called = scripts.flatMap((script) =>
      [...script.matchAll(/npm run (\S+)/g)].map(([, name]) => name),
    );
    expect(called.length).toBeGreaterThan(0);
    for (const name of called) expect(known).toHaveProperty(name ?? "");
  });

  it("calls asr with commands, options and choices that exist", async () => {
    const program = await createProgram();
    const calls = scripts.flatMap((script) => [...script.matchAll(/npx --no-install asr (\S+)([^|>\n]*)/g)]);
    expect(calls.length).toBeGreaterThan(3);
    for (const [call, name, rest = ""] of calls) {
      const command = program.commands.find((candidate) => candidate.name() === name);
      if (command === undefined) throw new Error(`no such command: ${call}`);
      for (const [, flag, value] of rest.matchAll(/(--[\w-]+) "?([^\s"]+)/g)) {
        const option = command.options.find(({ long }) => long === flag);
        expect(option, `${flag} of ${call}`).toBeDefined();
        if (option?.argChoices !== undefined && value !== "$ASR_EDITION" && value !== "value") {
          expect(option.argChoices, call).toContain(value);
        }
      }
    }
  });

  it("names files of this folder and a pack that exists", () => {
    const text = scripts.join("\n");
    expect(text).toContain("--policy-pack policy-pack --policy-pack-config policies.json");
    expect(existsSync(join(root, "policy-pack/PulumiPolicy.yaml"))).toBe(true);
    expect(text).toContain("--waivers waivers.yaml");
  });

  it("hides no failure but that of findings already reported", () => {
    for (const script of scripts) {
      expect(script).not.toMatch(/\|\|\s*(true|:)|continue-on-error/);
      for (const [, fallback] of script.matchAll(/\|\|\s*(.*)/g))
        expect(fallback?.trim()).toBe("[ $? -eq 1 ]");
    }
    // A gate has no fallback.
    expect(scripts.filter((script) => /pulumi preview/.test(script)).join()).not.toContain("||");
  });
});

describe("the files beside the examples", () => {
  it("are waivers that asr reads, of rules that exist", () => {
    expect(parseWaivers(exampleText("waivers.yaml"), "waivers.yaml").length).toBeGreaterThan(0);
  });

  it("are a configuration that the pack reads", () => {
    const { settings, ...policies } = JSON.parse(exampleText("policies.json")) as Record<string, unknown>;
    const read = settingsSchema.strict().parse(settings);
    const names = new Set(allRules.flatMap(({ name, ref }) => [name, ref]));
    for (const { rule } of read.waivers ?? []) expect(names).toContain(rule);
    for (const name of Object.keys(policies)) expect([...names, "all"]).toContain(name);
  });
});
