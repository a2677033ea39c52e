import { judgeFlag } from "../checks/flag";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "docker-disk",
  ref: "ASR-0137",
  title: "The machine has no Docker disk configuration",
  rationale: "Disk configurations of Docker are not supported.",
  remedy: "Keep the data of containers on ordinary volumes, or rebuild the containers after failover.",
  limits: ["machine.docker-disk"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    judgeFlag(limits, {
      limit: "machine.docker-disk",
      fact: "dockerDiskConfiguration",
      value: knownBoolean(machine.dockerDiskConfiguration),
      subject: "storage",
      observed: "Docker disk configuration",
      message: "The machine has a Docker disk configuration.",
    }),
});
