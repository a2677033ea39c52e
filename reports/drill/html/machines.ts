import type { DrillEvidence, MachineEvidence } from "../../../operations/drill/evidence";
import { html, type Markup } from "../../assessment/html/markup";
import { printable } from "../../printable-text";
import { table } from "../../plan/html/figures";
import { durationText, timeText } from "../duration-text";
import { measuredRtoText, probesText } from "../words";

/** Machines with what was measured, and every probe. */
export function machinesSection({ machines, resolutionSeconds }: DrillEvidence): Markup | undefined {
  if (machines.length === 0) return undefined;
  const probes = machines.flatMap(({ name, probes: own }) => own.map((probe) => ({ name, ...probe })));
  return html` <section id="machines" aria-labelledby="machines-heading">
    <h2 id="machines-heading">Machines</h2>
    ${table(
      "Measured recovery of every machine",
      ["Machine", "Result", "RTO", "Job, probes", "Recovery point", "RPO", "Probes", "Address"],
      machines.map((machine) => [
        html`${printable(machine.name)}<span class="id"
            >${printable(machine.group === "" ? "" : `${machine.group}, `)}${machine.provider}</span
          >`,
        badge(machine),
        measuredRtoText(machine.rto),
        `${durationText(machine.rto.jobSeconds)}, ${machine.rto.probeSeconds === null ? "none" : durationText(machine.rto.probeSeconds)}`,
        machine.recoveryPoint?.time ? timeText(machine.recoveryPoint.time) : "unknown",
        durationText(machine.rpoSeconds),
        probesText(machine),
        machine.testMachine?.addresses.join(", ") ?? "",
      ]),
    )}
    <p class="limit">
      An RTO runs from the start of the job to the end of the machine's task, by the service's clock, and on
      from there until every probe had answered. The job was asked for every
      ${durationText(resolutionSeconds)}: what is measured by probes is as fine as that. When the end was seen
      is told where it is another time: from the request on, by the clock of asr. The RPO is the age of the
      recovery point used when the job began.
    </p>
    ${
      probes.length === 0
        ? undefined
        : table(
            "Probes",
            ["Machine", "Probe", "Result", "Attempts", "Answer"],
            probes.map(({ name, kind, target, passed, attempts, answer }) => [
              printable(name),
              printable(`${kind} ${target}`),
              html`<span class="badge ${passed ? "ready" : "not-ready"}"
                >${passed ? "passed" : "failed"}</span
              >`,
              attempts,
              printable(answer),
            ]),
          )
    }
  </section>`;
}

function badge({ rto: { seconds, met }, state }: MachineEvidence): Markup {
  if (seconds === null) return html`<span class="badge not-ready">${printable(state)}, not up</span>`;
  return met === false
    ? html`<span class="badge not-ready">too late</span>`
    : html`<span class="badge ready">up</span>`;
}
