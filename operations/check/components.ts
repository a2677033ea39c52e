import type { RecoveryServicesProviderProperties } from "@azure/arm-recoveryservices-siterecovery";
import { timeOf } from "../vault/item/values";
import { elementsOf } from "../vault/part";
import type { VaultSnapshot } from "../vault/snapshot";
import type { CheckSubject } from "./live-check";

/** Something of ours at the source that reports to the service. */
export interface Component {
  readonly subject: CheckSubject;
  readonly version?: string;
  readonly expiresOn?: Date;
  readonly lastHeartbeat?: Date;
  /** The service's own words. */
  readonly state?: string;
  readonly health?: string;
}

/** Registered providers: Hyper-V hosts, VMM and configuration servers, appliances. */
export function providersOf(snapshot: VaultSnapshot): readonly Component[] {
  return (elementsOf(snapshot.providers) ?? []).map(({ id, name, properties }) =>
    component(
      {
        kind: "provider",
        name: properties?.friendlyName ?? name ?? "",
        ...(id === undefined ? {} : { id }),
      },
      properties ?? {},
    ),
  );
}

function component(subject: CheckSubject, given: RecoveryServicesProviderProperties): Component {
  const expiresOn = timeOf(given.providerVersionDetails?.expiryDate ?? given.providerVersionExpiryDate);
  const lastHeartbeat = timeOf(given.lastHeartBeat);
  const state = given.providerVersionDetails?.status ?? given.providerVersionState;
  return {
    subject,
    ...(given.providerVersion ? { version: given.providerVersion } : {}),
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(lastHeartbeat === undefined ? {} : { lastHeartbeat }),
    ...(state ? { state } : {}),
  };
}

/** The parts of modernized appliances, each of which reports on its own. */
export function applianceParts(snapshot: VaultSnapshot): readonly Component[] {
  return (elementsOf(snapshot.appliances) ?? []).flatMap(({ properties }) => {
    const details = properties?.providerSpecificDetails;
    const appliances = details !== undefined && "appliances" in details ? details.appliances : undefined;
    return (appliances ?? []).flatMap((appliance) =>
      (
        [
          ["process server", appliance.processServer],
          ["replication agent", appliance.replicationAgent],
          ["push installer", appliance.pushInstaller],
          ["proxy", appliance.rcmProxy],
          ["Recovery Services agent", appliance.marsAgent],
          ["Site Recovery provider", appliance.dra],
        ] as const
      ).flatMap(([what, part]): Component[] => {
        // Absent parts come as null.
        if (!part) return [];
        const lastHeartbeat = timeOf(part.lastHeartbeatUtc);
        return [
          {
            subject: { kind: "appliance", name: `${appliance.name ?? appliance.id ?? ""}, ${what}` },
            ...(part.version ? { version: part.version } : {}),
            ...(lastHeartbeat === undefined ? {} : { lastHeartbeat }),
            ...(part.health ? { health: part.health } : {}),
          },
        ];
      }),
    );
  });
}
