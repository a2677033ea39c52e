import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { StackResource } from "../../operations/check/drift/against-stack";
import { UsageError } from "../faults";
import { engineEnvironment } from "../simulate/child-environment";

/** A state of a large vault has hundreds of megabytes. */
const mostBytes = 2 ** 30;

/**
 * The resources of a stack's state, as `pulumi stack export` prints them. Secrets stay encrypted.
 *
 * @throws UsageError when there is no engine, or it cannot export the stack.
 */
export async function exportStack(stack: string): Promise<readonly StackResource[]> {
  const engine = await engineEnvironment(process.env);
  const args = ["stack", "export", "--stack", stack, "--non-interactive"];
  try {
    const { stdout } = await promisify(execFile)("pulumi", args, {
      env: { ...process.env, ...engine },
      maxBuffer: mostBytes,
    });
    const exported = JSON.parse(stdout) as { readonly deployment?: { readonly resources?: StackResource[] } };
    return exported.deployment?.resources ?? [];
  } catch (error) {
    throw new UsageError(messageOf(stack, error), { cause: error });
  }
}

function messageOf(stack: string, error: unknown): string {
  const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
  if (code === "ENOENT")
    return "--stack needs Pulumi on PATH: run `npm run setup`, or install Pulumi 3.250 or later.";
  const said = stderr?.trim().split("\n").at(-1) ?? (error instanceof Error ? error.message : String(error));
  return `Stack ${stack} cannot be exported: ${said}. Name it as \`pulumi stack ls --all\` does, in the folder of its project.`;
}
