import type { ReplicationExperience } from "../enumerations";

/** What is set up on premises before a vault knows any machine. */
export type Registrant = "appliance" | "configuration-server" | "hyper-v-host" | "vmm-server";

/** What registers in the vault for a scenario. */
export function registrantOf(
  scenario:
    | "vmware-to-azure"
    | "physical-to-azure"
    | "hyperv-to-azure"
    | "hyperv-vmm-to-azure"
    | "hyperv-vmm-to-secondary",
  experience: ReplicationExperience | undefined,
): Registrant {
  switch (scenario) {
    case "hyperv-to-azure":
      return "hyper-v-host";
    case "hyperv-vmm-to-azure":
    case "hyperv-vmm-to-secondary":
      return "vmm-server";
    default:
      return experience === "classic" ? "configuration-server" : "appliance";
  }
}

/**
 * Whether a key for it can be issued from here. The appliance's key comes from the portal alone: neither the REST
 * specifications nor Azure PowerShell have an operation that makes one.
 */
export function hasRegistrationKey(registrant: Registrant): boolean {
  return registrant !== "appliance";
}

/** How the key comes to the server, where it is issued from here. */
const issuedKey =
  "Save the secret output registrationKey as a .VaultCredentials file (`pulumi stack output … --show-secrets`): it is the registration key, a credential, and expires at registrationKeyExpiresAt.";

/** Where the portal has the key. */
const portalKey: Readonly<Record<Registrant, string>> = {
  appliance:
    "In the vault, open Site Recovery > VMware machines to Azure > Prepare infrastructure and create an Azure Site Recovery replication appliance; note the appliance key. The portal alone makes it: there is no operation of Azure Resource Manager for it.",
  "configuration-server":
    "In the vault, open Site Recovery > VMware machines to Azure (classic) > Prepare infrastructure and download the registration key; it is a credential and expires.",
  "hyper-v-host":
    "In the vault, open Site Recovery > Hyper-V machines to Azure > Prepare infrastructure, choose this site and download the registration key; it is a credential and expires.",
  "vmm-server":
    "In the vault, open Site Recovery > Prepare infrastructure for Virtual Machine Manager and download the registration key; it is a credential and expires.",
};

const laterSteps: Readonly<Record<Registrant, readonly string[]>> = {
  appliance: [
    "Deploy the appliance from the OVF template or by the script, and register it with that key.",
    "Add the vCenter server or the physical servers with their credentials on the appliance: credentials never reach Azure Resource Manager.",
    "Run `pulumi up` again with fabricId, processServerId and runAsAccountId of the appliance and the machines that it discovered.",
  ],
  "configuration-server": [
    "Deploy the configuration server and register it with that key; add accounts and the vCenter server on it.",
    "Run `pulumi up` again with fabricId, processServerId and runAsAccountId and the protectable items of the machines.",
  ],
  "hyper-v-host": [
    "Install the Azure Site Recovery provider on every Hyper-V host of the site and register it with that key.",
    "Run `pulumi up` again with the protectable items of the machines.",
  ],
  "vmm-server": [
    "Install the Azure Site Recovery provider on the VMM server and register it with that key, then the Recovery Services agent on each host.",
    "Run `pulumi up` again with fabricId, containerId of the cloud and the protectable items of the machines.",
  ],
};

/**
 * What to do on premises before the second `pulumi up`, step by step.
 *
 * @param keyIssued the registration key is an output already.
 */
export function registrationInstructions(registrant: Registrant, keyIssued: boolean): readonly string[] {
  return [keyIssued ? issuedKey : portalKey[registrant], ...laterSteps[registrant]];
}
