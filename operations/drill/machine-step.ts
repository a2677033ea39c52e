import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import { hasEnded, jobErrors, stepsOf, wentWell, type JobStep } from "./job-progress";
import type { ProtectedMachine } from "./protected-machine";

/** A machine's own step of a plan's job, else that of its group; without a plan the job as a whole. */
export function machineStep(job: Job, machine: ProtectedMachine): JobStep | undefined {
  const steps = stepsOf(job);
  if (machine.group === "") return wholeJob(job, steps, machine.name);
  const itemName = machine.itemId.split("/").at(-1)?.toLowerCase();
  const name = machine.name.toLowerCase();
  return (
    steps.find((step) => step.kind === "machine" && [name, itemName].includes(step.name.toLowerCase())) ??
    steps.find((step) => step.kind === "group" && step.group?.toLowerCase() === machine.group.toLowerCase())
  );
}

function wholeJob(job: Job, steps: readonly JobStep[], name: string): JobStep {
  const { state = "", startTime, endTime } = job.properties ?? {};
  const lastTaskEnd = Math.max(...steps.flatMap(({ endedAt }) => endedAt ?? []));
  // A job that waits for its clean-up has no end of its own.
  const endedAt = endTime?.getTime() ?? (Number.isFinite(lastTaskEnd) ? lastTaskEnd : undefined);
  return {
    key: "job",
    kind: "machine",
    name,
    group: null,
    state: wentWell(job) ? "Succeeded" : state,
    startedAt: startTime?.getTime(),
    endedAt: hasEnded(job) ? endedAt : undefined,
    errors: hasEnded(job) && !wentWell(job) ? jobErrors(job) : [],
    instructions: undefined,
  };
}
