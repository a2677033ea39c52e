import type { JobProperties } from "@azure/arm-recoveryservices-siterecovery";
import { textOf, timeOf } from "../vault/item/values";
import { elementsOf } from "../vault/part";
import type { VaultSnapshot } from "../vault/snapshot";
import type { CheckSubject } from "./live-check";

/** A job by the facts that checks look at. */
export interface LiveJob {
  readonly id: string;
  /** `TestFailover`, `EnableDr` … */
  readonly scenario: string;
  readonly title: string;
  readonly state: string;
  readonly targetName?: string;
  readonly targetKind?: string;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
  readonly properties: JobProperties;
}

/** The jobs of a snapshot, oldest first; none where they could not be read. */
export function jobsOf(snapshot: VaultSnapshot): readonly LiveJob[] {
  return (elementsOf(snapshot.jobs) ?? [])
    .map(({ id, name, properties = {} }): LiveJob => {
      const startedAt = timeOf(properties.startTime);
      const endedAt = timeOf(properties.endTime);
      const targetName = textOf(properties.targetObjectName);
      const targetKind = textOf(properties.targetInstanceType);
      return {
        id: id ?? name ?? "",
        scenario: properties.scenarioName ?? "",
        title: textOf(properties.friendlyName) ?? properties.scenarioName ?? name ?? "",
        state: properties.state ?? "",
        ...(targetName === undefined ? {} : { targetName }),
        ...(targetKind === undefined ? {} : { targetKind }),
        ...(startedAt === undefined ? {} : { startedAt }),
        ...(endedAt === undefined ? {} : { endedAt }),
        properties,
      };
    })
    .sort((a, b) => (a.startedAt?.getTime() ?? 0) - (b.startedAt?.getTime() ?? 0));
}

export function jobSubject({ id, title, targetName }: LiveJob): CheckSubject {
  return { kind: "job", name: targetName === undefined ? title : `${title} (${targetName})`, id };
}

/** The first error a job tells, in its own words. */
export function jobErrorText({ properties }: LiveJob): string | undefined {
  const errors = properties.errors ?? [];
  const [first] = errors.flatMap(({ serviceErrorDetails, providerErrorDetails }) => {
    const code = serviceErrorDetails?.code ?? providerErrorDetails?.errorId;
    const message = serviceErrorDetails?.message ?? providerErrorDetails?.errorMessage;
    return code === undefined && message === undefined ? [] : [[code, message].filter(Boolean).join(" ")];
  });
  return first;
}
