import type {
  ASRTask,
  GroupTaskDetailsUnion,
  Job,
  JobErrorDetails,
  RecoveryPlanGroupTaskDetails,
  TestFailoverJobDetails,
  VirtualMachineTaskDetails,
} from "@azure/arm-recoveryservices-siterecovery";

/** A step of a job, flattened: a group, a machine in it, an action, or what is done before and after. */
export interface JobStep {
  readonly key: string;
  readonly kind: "preparation" | "group" | "machine" | "action";
  readonly name: string;
  readonly group: string | null;
  readonly state: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly errors: readonly string[];
  /** What a person has to do, where the job waits for one. */
  readonly instructions: string | undefined;
}

/** What a job says of a machine in it. */
export interface MachineInJob {
  readonly testMachineName: string | undefined;
  readonly recoveryPointId: string | undefined;
  readonly recoveryPointTime: string | undefined;
}

const running = new Set(["NotStarted", "InProgress", "Cancelling"]);

/** All steps of a job in their order. What the SDK's types call optional comes as null, too. */
export function stepsOf(job: Job): readonly JobStep[] {
  return (job.properties?.tasks ?? []).flatMap((task, index) => taskSteps(task, String(index), null));
}

function taskSteps(task: ASRTask, key: string, group: string | null): readonly JobStep[] {
  const details = task.groupTaskCustomDetails;
  const plan = groupDetails(details);
  const name = task.friendlyName ?? task.name ?? "";
  const groupName = plan === undefined ? group : (plan.name ?? name);
  const custom = task.customDetails;
  const isMachine = custom?.instanceType === "VirtualMachineTaskDetails";
  const machine = isMachine ? (custom as VirtualMachineTaskDetails).jobTask?.targetObjectName : undefined;
  const instructions =
    custom?.instanceType === "ManualActionTaskDetails" && "instructions" in custom
      ? (custom.instructions ?? "")
      : undefined;
  const isAction =
    instructions !== undefined ||
    custom?.instanceType === "ScriptActionTaskDetails" ||
    custom?.instanceType === "AutomationRunbookTaskDetails";
  const step: JobStep = {
    key,
    kind: isMachine ? "machine" : plan ? "group" : isAction ? "action" : "preparation",
    name: machine ?? name,
    group: groupName,
    state: task.state ?? "",
    startedAt: task.startTime?.getTime(),
    endedAt: task.endTime?.getTime(),
    errors: (task.errors ?? []).flatMap(errorLines),
    instructions,
  };
  const children = (details?.childTasks ?? []).flatMap((child, index) =>
    taskSteps(child, `${key}.${index}`, groupName),
  );
  return [step, ...children];
}

/** The job's own errors and those of its tasks, each once. */
export function jobErrors(job: Job): readonly string[] {
  const own = (job.properties?.errors ?? []).flatMap(errorLines);
  return [...new Set([...own, ...stepsOf(job).flatMap(({ errors }) => errors)])];
}

function errorLines({ serviceErrorDetails, providerErrorDetails }: JobErrorDetails): readonly string[] {
  return [
    serviceErrorDetails && line(serviceErrorDetails.code ?? "", serviceErrorDetails.message),
    providerErrorDetails &&
      line(String(providerErrorDetails.errorCode ?? ""), providerErrorDetails.errorMessage),
  ].flatMap((text) => text || []);
}

function line(code: string, message = ""): string {
  return `${code}${code && message ? ": " : ""}${message.replaceAll(/\s+/g, " ").trim()}`;
}

/** Whether nothing more will happen to the job by itself or by a person. */
export function hasEnded(job: Job): boolean {
  const state = job.properties?.state ?? "";
  if (state === "Suspended") return !waitsForPerson(job);
  return !running.has(state);
}

/** Whether the job waits at a manual action. A test failover that waits for its clean-up is suspended as well. */
export function waitsForPerson(job: Job): boolean {
  const { state, allowedActions = [] } = job.properties ?? {};
  return state === "Suspended" && (allowedActions.includes("Resume") || manualStep(job) !== undefined);
}

/** The manual action that is under way. */
export function manualStep(job: Job): JobStep | undefined {
  return stepsOf(job).find(
    ({ instructions, endedAt, startedAt }) =>
      instructions !== undefined && startedAt !== undefined && endedAt === undefined,
  );
}

/** Whether the job did what it was there for. */
export function wentWell(job: Job): boolean {
  const state = job.properties?.state ?? "";
  return (
    state === "Succeeded" ||
    state === "CompletedWithInformation" ||
    (state === "Suspended" && !waitsForPerson(job))
  );
}

/** What the job says of a machine, by its name or the name of its item. */
export function machineInJob(job: Job, names: readonly string[]): MachineInJob | undefined {
  const details = job.properties?.customDetails;
  if (details?.instanceType !== "TestFailoverJobDetails") return undefined;
  const wanted = names.map((name) => name.toLowerCase());
  const found = (details as TestFailoverJobDetails).protectedItemDetails?.find(({ name, friendlyName }) =>
    [name, friendlyName].some((each) => each !== undefined && wanted.includes(each.toLowerCase())),
  );
  return (
    found && {
      testMachineName: found.testVmName || undefined,
      recoveryPointId: found.recoveryPointId || undefined,
      recoveryPointTime: found.recoveryPointTime?.toISOString(),
    }
  );
}

function groupDetails(
  details: GroupTaskDetailsUnion | null | undefined,
): RecoveryPlanGroupTaskDetails | undefined {
  return details && details.instanceType !== "InlineWorkflowTaskDetails"
    ? (details as RecoveryPlanGroupTaskDetails)
    : undefined;
}
