import type { RecoveryPlan } from "../facts/azure";
import { knownString } from "../facts/known";

/** How findings name a recovery plan. */
export function planName(plan: Partial<RecoveryPlan>): string {
  const name = knownString(plan.name);
  return name === undefined ? "recovery plan" : `recovery plan ${name}`;
}

/** The table that a failover of a direction is looked up in. */
export const failoverTables: Readonly<Record<string, "failover" | "failback">> = {
  primarytorecovery: "failover",
  recoverytoprimary: "failback",
};

/** Failover types of ARM, and how the tables name them. */
export const failoverTypes: Readonly<Record<string, "test" | "planned" | "unplanned">> = {
  testfailover: "test",
  plannedfailover: "planned",
  unplannedfailover: "unplanned",
};
