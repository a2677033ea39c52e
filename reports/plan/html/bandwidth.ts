import type { Plan } from "../../../estate/plan";
import type { Figure } from "../../../estate/planning/figure";
import { html, type Markup } from "../../assessment/html/markup";
import { counted } from "../../../limits/counted";
import { printable } from "../../printable-text";
import { figureText } from "../figure-text";
import { figureTable, table } from "./figures";

/** What the line towards Azure has to carry; nothing where no machine replicates over it. */
export function bandwidthSection({ bandwidth }: Plan): Markup | undefined {
  if (bandwidth === undefined) return undefined;
  const rows: (readonly [string, Figure])[] = [
    ["At least, on average", bandwidth.average],
    ...bandwidth.needed.map(
      (row) =>
        [
          `RPO of ${row.rpoMinutes} minutes in ${row.intervalsMetPercent} % of the intervals`,
          row.bandwidth,
        ] as const,
    ),
    ...(bandwidth.given?.achievableRpo ?? []).map(
      (row) =>
        [
          `RPO with ${bandwidth.given?.mbps ?? 0} Mbps in ${row.intervalsMetPercent} % of the intervals`,
          row.rpo,
        ] as const,
    ),
    ...(bandwidth.whatIf === undefined
      ? []
      : ([
          ["Missed objectives with the bandwidth for 90 %", bandwidth.whatIf.violationsPerDay],
          ["Oldest recovery point with it", bandwidth.whatIf.oldestRecoveryPoint],
        ] as const)),
  ];
  return html` <section id="bandwidth" aria-labelledby="bandwidth-heading">
    <h2 id="bandwidth-heading">Bandwidth</h2>
    <p>
      ${bandwidth.basis === "series" ? "From churn over time." : "From average and peak churn: there is no series of churn over time."}
      ${bandwidth.machinesOfUnknownChurn.length === 0 ? undefined : `Churn is not known of ${counted(bandwidth.machinesOfUnknownChurn.length, "machine")}; no figure takes it for 0.`}
    </p>
    ${figureTable("Bandwidth and recovery point objectives", rows)}
  </section>`;
}

/** Batches shown, and machines that are named in one; plan.csv and plan.json have all of them. */
const mostBatches = 200;
const mostNames = 200;

function namesText(names: readonly string[]): string {
  const more = names.length - mostNames;
  return names.slice(0, mostNames).map(printable).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** Batches of initial replication with their machines. */
export function batchesSection({ initialReplication }: Plan): Markup | undefined {
  if (initialReplication === undefined) return undefined;
  const { batches, unplaced, bandwidth } = initialReplication;
  const reasons = Map.groupBy(unplaced, ({ reason }) => reason);
  return html` <section id="batches" aria-labelledby="batches-heading">
    <h2 id="batches-heading">Initial replication</h2>
    <p>With ${figureText(bandwidth)}.</p>
    ${
      batches.length === 0
        ? undefined
        : table(
            "Batches of initial replication",
            ["Batch", "Size", "Duration", "Bandwidth", "Machines"],
            batches.slice(0, mostBatches).map((batch) => [
              batch.number,
              `${batch.sizeGiB} GiB`,
              `${figureText(batch.duration)}${batch.withinGoal ? "" : ", longer than asked for"}`,
              figureText(batch.bandwidth),
              html`<details>
                <summary>${counted(batch.machines.length, "machine")}</summary>
                <p>${namesText(batch.machines.map(({ name }) => name))}</p>
                <p class="limit">${batch.duration.formula} (${batch.duration.source})</p>
              </details>`,
            ]),
          )
    }
    ${batches.length > mostBatches ? html`<p>… and ${batches.length - mostBatches} in plan.csv and plan.json.</p>` : undefined}
    ${[...reasons].map(
      ([reason, machines]) =>
        html`<p>
          ${counted(machines.length, "machine")} in no batch: ${reason}
          ${namesText(machines.map(({ machine }) => machine))}
        </p>`,
    )}
  </section>`;
}
