import { machineSubject } from "../checked-vault";
import { defineCheck, observed } from "../live-check";
import { updates } from "../sources";
import { compareVersions, parseVersion } from "../../../limits/versions";

export const check = defineCheck({
  name: "agent-outdated",
  ref: "ASR-L06",
  title: "Agents are the newest that the service offers",
  rationale: "An agent that is behind misses fixes, and drops out of support after a few releases.",
  remedy: "Update the Mobility Service, or let the service update it automatically.",
  source: updates("Updates support"),
  needs: ["protectedItems"],
  *examine({ machines }) {
    for (const machine of machines) {
      const { agent } = machine;
      if (agent === undefined) continue;
      const behind = isBehind(agent.version, agent.latestVersion);
      if (agent.updateRequired !== true && !behind) continue;
      yield observed({
        severity: "warning",
        subject: machineSubject(machine),
        observed: agent.version ?? "not told",
        ...(agent.latestVersion === undefined ? {} : { expected: agent.latestVersion }),
        message: behind
          ? `The agent is ${agent.version}; the service offers ${agent.latestVersion}.`
          : `The service asks for an update of the agent${agent.version === undefined ? "" : `, which is ${agent.version}`}.`,
      });
    }
  },
});

function isBehind(version: string | undefined, latest: string | undefined): boolean {
  const [own, newest] = [parseVersion(version), parseVersion(latest)];
  return own !== undefined && newest !== undefined && compareVersions(own, newest) < 0;
}
