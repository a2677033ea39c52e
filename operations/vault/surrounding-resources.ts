/** What Azure Resource Manager shows of a virtual network; only what is looked at. */
export interface VirtualNetworkResource {
  readonly id?: string;
  readonly name?: string;
  readonly location?: string;
  readonly properties?: {
    readonly addressSpace?: { readonly addressPrefixes?: readonly string[] };
    readonly subnets?: readonly SubnetResource[];
    readonly virtualNetworkPeerings?: readonly {
      readonly name?: string;
      readonly properties?: { readonly remoteVirtualNetwork?: { readonly id?: string } };
    }[];
  };
}

export interface SubnetResource {
  readonly id?: string;
  readonly name?: string;
  readonly properties?: {
    readonly addressPrefix?: string;
    readonly addressPrefixes?: readonly string[];
    readonly ipConfigurations?: readonly {
      readonly id?: string;
      readonly properties?: { readonly privateIPAddress?: string };
    }[];
    readonly privateEndpoints?: readonly { readonly id?: string }[];
    readonly serviceEndpoints?: readonly { readonly service?: string }[];
  };
}

export interface StorageAccountResource {
  readonly id?: string;
  readonly name?: string;
  readonly location?: string;
  readonly kind?: string;
  readonly sku?: { readonly name?: string };
  readonly properties?: {
    readonly accessTier?: string;
    readonly isHnsEnabled?: boolean;
    readonly allowSharedKeyAccess?: boolean;
    readonly supportsHttpsTrafficOnly?: boolean;
    readonly minimumTlsVersion?: string;
    readonly allowBlobPublicAccess?: boolean;
    readonly publicNetworkAccess?: string;
    readonly networkAcls?: {
      readonly defaultAction?: string;
      readonly bypass?: string;
      readonly virtualNetworkRules?: readonly { readonly id?: string }[];
    };
    readonly encryption?: { readonly keySource?: string };
  };
}

export interface RoleAssignmentResource {
  readonly id?: string;
  readonly properties?: {
    readonly roleDefinitionId?: string;
    readonly principalId?: string;
    readonly scope?: string;
  };
}
