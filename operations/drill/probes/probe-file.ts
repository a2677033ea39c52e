import { parse } from "yaml";
import { z } from "zod";
import { DrillInputError } from "../drill-input-error";

const timing = {
  timeoutSeconds: z
    .number()
    .positive()
    .optional()
    .meta({ description: "Until it counts as failed; default 300." }),
  everySeconds: z.number().positive().optional().meta({ description: "Between two attempts; default 5." }),
};
const address = z
  .string()
  .min(1)
  .optional()
  .meta({ description: "Default: the test machine's own; for machines reached by another one." });

const probeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("tcp"), port: z.int().min(1).max(65535), address, ...timing }),
  z.strictObject({
    kind: z.literal("http"),
    url: z.string().min(1).meta({ description: "`{address}` is replaced by the test machine's." }),
    status: z.array(z.int()).min(1).optional().meta({ description: "Default: any from 200 to 299." }),
    contains: z.string().optional().meta({ description: "Text that the answer has to hold." }),
    ...timing,
  }),
  z.strictObject({
    kind: z.literal("command"),
    command: z.array(z.string()).min(1).meta({
      description:
        "Program and arguments, run here without a shell; `{address}` is replaced. Exit code 0 passes.",
    }),
    ...timing,
  }),
  z.strictObject({
    kind: z.literal("run-command"),
    script: z.string().min(1).meta({
      description:
        "Run inside the test machine by its Azure VM agent: bash on Linux, PowerShell on Windows. Exit code 0 passes.",
    }),
    contains: z.string().min(1).optional().meta({ description: "Text that the output has to hold." }),
    ...timing,
  }),
]);

/** `asr-drill-probes/1`. */
export const probeFileSchema = z.strictObject({
  schema: z.literal("asr-drill-probes/1"),
  every: z.array(probeSchema).optional().meta({ description: "For every machine of the plan." }),
  machines: z
    .record(z.string(), z.array(probeSchema))
    .optional()
    .meta({ description: "By the machine's name, without regard to case." }),
});

export type MachineProbes = z.infer<typeof probeFileSchema>;
export type Probe = z.infer<typeof probeSchema>;

/** @throws DrillInputError naming file, place and what is wrong. */
export function parseProbeFile(text: string, file: string): MachineProbes {
  let read: unknown;
  try {
    read = parse(text);
  } catch (error) {
    const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new DrillInputError(`${file} is no YAML: ${line}`);
  }
  const { success, data, error } = probeFileSchema.safeParse(read);
  if (success) return data;
  const [issue] = error.issues;
  throw new DrillInputError(
    `${file}: ${issue?.path.join(".") || "the document"}: ${issue?.message ?? "is not as it should be"}.`,
  );
}

/** @returns the probes of a machine. */
export function probesOf(probes: MachineProbes | undefined, machine: string): readonly Probe[] {
  const own = Object.entries(probes?.machines ?? {}).filter(
    ([name]) => name.toLowerCase() === machine.toLowerCase(),
  );
  return [...(probes?.every ?? []), ...own.flatMap(([, list]) => list)];
}

/** @throws DrillInputError when probes name a machine that is not in the plan. */
export function demandKnownMachines(probes: MachineProbes | undefined, machines: readonly string[]): void {
  const known = new Set(machines.map((name) => name.toLowerCase()));
  const strange = Object.keys(probes?.machines ?? {}).filter((name) => !known.has(name.toLowerCase()));
  if (strange.length === 0) return;
  throw new DrillInputError(
    `The probes name ${strange.map((name) => `"${name}"`).join(", ")}, which the plan does not hold. Its machines: ${machines.join(", ")}.`,
  );
}
