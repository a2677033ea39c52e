import { knownNumber } from "./known";
import type { Churn } from "./machine";

/** Churn of a disk or machine as far as it is known. */
export interface SeenChurn {
  readonly averageMBps: number | undefined;
  readonly peakMBps: number | undefined;
  readonly dailyGB: number | undefined;
  readonly averageIoKB: number | undefined;
}

const unknown: SeenChurn = {
  averageMBps: undefined,
  peakMBps: undefined,
  dailyGB: undefined,
  averageIoKB: undefined,
};

export function churnOf(churn: Churn | null | undefined): SeenChurn {
  if (typeof churn !== "object" || churn === null) return unknown;
  return {
    averageMBps: knownNumber(churn.averageMBps),
    peakMBps: knownNumber(churn.peakMBps),
    dailyGB: knownNumber(churn.dailyGB),
    averageIoKB: knownNumber(churn.averageIoKB),
  };
}
