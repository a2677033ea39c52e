import type {
  Alert,
  Event,
  Fabric,
  Job,
  Network,
  NetworkMapping,
  Policy,
  ProtectionContainer,
  ProtectionContainerMapping,
  RecoveryPlan,
  RecoveryServicesProvider,
  ReplicationAppliance,
  ReplicationProtectedItem,
  SupportedOperatingSystems,
  VaultHealthDetails,
  VaultSetting,
} from "@azure/arm-recoveryservices-siterecovery";
import type { VaultId } from "../../azure/site-recovery-id";
import type { Part } from "./part";

/** A Recovery Services vault as Azure Resource Manager shows it; only what is looked at. */
export interface VaultResource {
  readonly id?: string;
  readonly name?: string;
  readonly location?: string;
  readonly sku?: { readonly name?: string; readonly tier?: string };
  readonly identity?: {
    readonly type?: string;
    readonly principalId?: string;
    readonly userAssignedIdentities?: Readonly<Record<string, { readonly principalId?: string }>>;
  };
  readonly properties?: {
    readonly provisioningState?: string;
    readonly publicNetworkAccess?: string;
    readonly privateEndpointConnections?: readonly {
      readonly id?: string;
      readonly properties?: {
        readonly groupIds?: readonly string[];
        readonly privateEndpoint?: { readonly id?: string };
        readonly privateLinkServiceConnectionState?: { readonly status?: string };
      };
    }[];
    readonly securitySettings?: {
      readonly immutabilitySettings?: { readonly state?: string };
      readonly softDeleteSettings?: { readonly softDeleteState?: string };
    };
  };
}

/** A backup item of the vault: one that is deleted softly keeps the vault from being deleted. */
export interface BackupItem {
  readonly id?: string;
  readonly name?: string;
  readonly properties?: {
    readonly friendlyName?: string;
    readonly isScheduledForDeferredDelete?: boolean;
    readonly deferredDeleteTimeInUTC?: string;
  };
}

/** The kinds of thing inside a vault, each with what reading all of them gives. */
export interface VaultContents {
  readonly vault: VaultResource;
  readonly fabrics: readonly Fabric[];
  /** Registrations of Hyper-V hosts, VMM and configuration servers, and of appliances. */
  readonly providers: readonly RecoveryServicesProvider[];
  readonly appliances: readonly ReplicationAppliance[];
  readonly containers: readonly ProtectionContainer[];
  readonly containerMappings: readonly ProtectionContainerMapping[];
  readonly policies: readonly Policy[];
  readonly networks: readonly Network[];
  readonly networkMappings: readonly NetworkMapping[];
  readonly protectedItems: readonly ReplicationProtectedItem[];
  readonly recoveryPlans: readonly RecoveryPlan[];
  /** Those that started since `jobsSince`, and whatever the service lists besides. */
  readonly jobs: readonly Job[];
  readonly events: readonly Event[];
  readonly health: VaultHealthDetails;
  readonly alertSettings: readonly Alert[];
  readonly settings: readonly VaultSetting[];
  readonly supportedOperatingSystems: SupportedOperatingSystems;
  readonly backupItems: readonly BackupItem[];
}

export type VaultPartName = keyof VaultContents;

export type VaultParts = { readonly [Name in VaultPartName]: Part<VaultContents[Name]> };

/** A vault at one moment. Lists are complete: every page was read. */
export interface VaultSnapshot extends VaultParts {
  /** Canonical ARM id. */
  readonly id: string;
  readonly vaultId: VaultId;
  /** ISO time at which reading began, by the clock of this machine. */
  readonly readAt: string;
  /** ISO time of the oldest job that was asked for. */
  readonly jobsSince: string;
  readonly cost: ReadingCost;
}

/** What reading cost. */
export interface ReadingCost {
  /** Pages and single answers. */
  readonly calls: number;
  readonly seconds: number;
}
