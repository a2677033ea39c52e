import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The checkout. */
export const root = join(__dirname, "../..");

export const examplesFolder = join(root, "docs/ci");

export function exampleText(file: string): string {
  return readFileSync(join(examplesFolder, file), "utf8");
}

/** The value of what a service knows at run time: `vars.PULUMI_STACK`, `Agent.TempDirectory`. */
export type Known = (name: string) => string | undefined;

/** A step of either service, its expressions replaced. */
export interface Step {
  readonly name: string;
  /** A shell script. */
  readonly script?: string;
  /** An action or task with its version. */
  readonly uses?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string>>;
  /** After a failure, too; and only where this file exists. */
  readonly always: boolean;
  readonly needsFile?: string;
}

export interface Job {
  readonly id: string;
  readonly steps: readonly Step[];
}

interface GitHubStep {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface GitHubWorkflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions: Readonly<Record<string, string>>;
        readonly env?: Readonly<Record<string, string>>;
        readonly "timeout-minutes"?: number;
        readonly steps: readonly GitHubStep[];
      }
    >
  >;
}

export function gitHubWorkflow(): GitHubWorkflow {
  return parse(exampleText("github-actions.yml")) as GitHubWorkflow;
}

/** The jobs of the GitHub example. @throws when it uses an expression that `known` has no value for. */
export function gitHubJobs(known: Known): readonly Job[] {
  return Object.entries(gitHubWorkflow().jobs).map(([id, job]) => ({
    id,
    steps: job.steps.map((step): Step => {
      const file = step.if === undefined ? undefined : fileOfCondition(step.if);
      return {
        name: step.name ?? step.uses ?? "",
        ...(step.run === undefined ? {} : { script: replaced(step.run, gitHubExpression, known) }),
        ...(step.uses === undefined ? {} : { uses: step.uses }),
        inputs: step.with ?? {},
        environment: replacedAll({ ...job.env, ...step.env }, gitHubExpression, known),
        always: step.if !== undefined,
        ...(file === undefined ? {} : { needsFile: file }),
      };
    }),
  }));
}

const gitHubExpression = /\$\{\{\s*([\w.-]+)\s*\}\}/g;

/** The only condition that the example uses: not cancelled, and a file is there. */
function fileOfCondition(condition: string): string {
  const file = /^\$\{\{ !cancelled\(\) && hashFiles\('([^']+)'\) != '' \}\}$/.exec(condition)?.[1];
  if (file === undefined) throw new Error(`A condition that this test cannot judge: ${condition}`);
  return file;
}

interface AzureStep {
  readonly bash?: string;
  readonly task?: string;
  readonly checkout?: string;
  readonly publish?: string;
  readonly artifact?: string;
  readonly displayName?: string;
  readonly condition?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface AzurePipeline {
  readonly variables: Readonly<Record<string, string>>;
  readonly jobs: readonly { readonly job: string; readonly steps: readonly AzureStep[] }[];
}

export function azurePipeline(): AzurePipeline {
  return parse(exampleText("azure-pipelines.yml")) as AzurePipeline;
}

/** The jobs of the Azure Pipelines example. @throws when it uses a variable that nothing has a value for. */
export function azureJobs(known: Known): readonly Job[] {
  const { jobs, variables } = azurePipeline();
  const values: Known = (name) => known(name) ?? variables[name];
  return jobs.map(({ job, steps }) => ({
    id: job,
    steps: steps.map((step): Step => {
      const inline = step.inputs?.["inlineScript"];
      const script = step.bash ?? (typeof inline === "string" ? inline : undefined);
      const uses =
        step.task ??
        (step.publish !== undefined ? "publish" : step.checkout === undefined ? undefined : "checkout");
      if (step.condition !== undefined && step.condition !== "succeededOrFailed()") {
        throw new Error(`A condition that this test cannot judge: ${step.condition}`);
      }
      return {
        name: step.displayName ?? uses ?? "",
        ...(script === undefined ? {} : { script: replaced(script, azureMacro, values) }),
        ...(uses === undefined ? {} : { uses }),
        inputs: replacedAll(
          {
            ...step.inputs,
            ...(step.publish === undefined ? {} : { path: step.publish, artifact: step.artifact ?? "" }),
          },
          azureMacro,
          values,
        ),
        environment: replacedAll(step.env ?? {}, azureMacro, values),
        always: step.condition !== undefined,
      };
    }),
  }));
}

/** `$(name)`; a command substitution of the shell has a space in it and is left alone. */
const azureMacro = /\$\(([\w.]+)\)/g;

function replacedAll<T>(
  values: Readonly<Record<string, T>>,
  expression: RegExp,
  known: Known,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, replaced(String(value), expression, known)]),
  );
}

function replaced(text: string, expression: RegExp, known: Known): string {
  return text.replace(expression, (whole, name: string) => {
    const value = known(name);
    if (value === undefined) throw new Error(`Nothing has a value for ${whole}.`);
    return value;
  });
}
