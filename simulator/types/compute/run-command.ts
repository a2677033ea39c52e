import { objectAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { PutRequest, Outcome, ResourceType } from "../resource-type";

const type = "Microsoft.Compute/virtualMachines/runCommands";
const secondsToRun = 10;

/** Managed run commands of a virtual machine, whose simulated agent knows `echo` and `exit`. */
export const runCommand: ResourceType = {
  type,
  modelled:
    "PUT 201/200 with Azure-AsyncOperation; of a script, lines `echo TEXT` are its output and `exit N` ends it, nothing else is run; `$expand=instanceView` shows state, exit code and output",
  put,
  remove: () => ({ kind: "removed" }),
  view: ({ id, name, envelope }, _cloud, query) => {
    const { instanceView, ...properties } = objectAt(envelope, "properties");
    const isExpanded = query.get("$expand")?.toLowerCase() === "instanceview";
    return {
      id,
      name,
      type,
      ...envelope,
      properties: isExpanded ? { ...properties, instanceView } : properties,
    };
  },
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  const given = objectAt(body, "properties");
  const startTime = cloud.clock.now().toISOString();
  const record = (provisioningState: string, instanceView: JsonObject): StoredResource =>
    cloud.record(
      id,
      type,
      { location: body["location"], properties: { ...given, provisioningState, instanceView } },
      { existing },
    );
  const { exitCode, output } = outcomeOf(stringAt(objectAt(given, "source"), "script") ?? "");
  const executionState = exitCode === 0 ? "Succeeded" : "Failed";
  return {
    kind: "accepted",
    style: "network",
    seconds: secondsToRun,
    visible: record("Creating", { executionState: "Running", startTime }),
    effects: [
      {
        kind: "store",
        // Published: a script that fails is no failure of the command, unless that is asked for.
        resource: record("Succeeded", { executionState, exitCode, output, error: "", startTime }),
      },
    ],
  };
}

/** What the agent makes of a script. */
function outcomeOf(script: string): { readonly exitCode: number; readonly output: string } {
  const output: string[] = [];
  for (const line of script.split("\n").map((each) => each.trim())) {
    const exit = /^exit\s+(\d+)$/.exec(line);
    if (exit) return { exitCode: Number(exit[1]), output: output.join("\n") };
    const echo = /^echo\s+(.*)$/.exec(line);
    if (echo) output.push((echo[1] ?? "").replace(/^(["'])(.*)\1$/, "$2"));
  }
  return { exitCode: 0, output: output.join("\n") };
}
