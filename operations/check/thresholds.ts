/** Numbers that live checks compare with. None is the service's: whoever runs a vault sets them, and reports print them. */
export interface CheckThresholds {
  /** RPO that is tolerated where the machine's policy has no threshold of its own: policies of classic VMware alone take one. */
  readonly rpoInMinutes: number;
  /** Silence of an agent, a provider or an appliance that is tolerated. */
  readonly heartbeatInMinutes: number;
  /** A job that takes longer is stuck. */
  readonly stuckJobInHours: number;
  /** Failed jobs count for this long, unless the same job succeeded since. */
  readonly failedJobInDays: number;
  /** What expires sooner is a finding. */
  readonly expiryInDays: number;
  /** Longest time between two drills of a recovery plan. */
  readonly drillInDays: number;
}

export const defaultThresholds: CheckThresholds = {
  // The default of the Azure portal for the policies that have one.
  rpoInMinutes: 60,
  heartbeatInMinutes: 60,
  // An initial replication over a slow line takes days and shows as the item's state; its job has ended by then.
  stuckJobInHours: 24,
  failedJobInDays: 7,
  expiryInDays: 30,
  // A quarter, the longest there is.
  drillInDays: 92,
};
