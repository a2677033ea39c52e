/**
 * Where people find a fact that an inventory left out: the sheet of an export that has it, or a command
 * that prints it. Patterns are tried in order; names are those of the estate document.
 */
const sources: readonly (readonly [pattern: RegExp, where: string])[] = [
  [/^os\.kernel$/, "On the machine: uname -r. Not in RVTools; put it into an estate document."],
  [
    /^mobilityServiceVersion$/,
    "Version of the Mobility Service that will be installed: --mobility-service, or the vault's replicated item.",
  ],
  [/^os\.pythonVersion$/, "On the machine: python3 --version; python --version."],
  [/^os\.stockKernel$/, "On the machine: uname -r beside the kernels that the distribution publishes."],
  [/^os\.lisInstalled$/, "On the machine: modinfo hv_vmbus."],
  [/^os\.sha2Support$/, "Windows: Get-HotFix, for the SHA-2 and servicing stack updates."],
  [/^os\.servicingChannel$/, "Windows: systeminfo; releases with four digits such as 1709 are semi-annual."],
  [/^os\.locale$/, "Windows: Get-WinSystemLocale; Linux: locale."],
  [
    /^os\.(servicePack|edition|architecture)$/,
    "RVTools vInfo, “OS according to the VMware Tools”; Windows: systeminfo.",
  ],
  [
    /^os\./,
    "RVTools vInfo (both OS columns), Azure Migrate “Operating system”; on the machine: systeminfo or /etc/os-release.",
  ],
  [
    /^firmware$|^generation$/,
    "RVTools vInfo “Firmware”; Azure Migrate “Boot type”; Hyper-V: Get-VM | Select Name, Generation.",
  ],
  [
    /^secureBoot$/,
    "RVTools vInfo “EFI Secure boot”; Windows: Confirm-SecureBootUEFI; Linux: mokutil --sb-state.",
  ],
  [
    /^disks\[\]\.os$/,
    "RVTools vDisk and vPartition; Windows: Get-Partition; Linux: lsblk. Mark it with os: true in an estate document.",
  ],
  [
    /^disks(\[\])?$|^disks\[\]\.sizeGiB$/,
    "RVTools vDisk “Capacity MiB”; Azure Migrate disk sheet; Hyper-V: Get-VHD.",
  ],
  [
    /^disks\[\]\.(logical|physical)SectorBytes$/,
    "Windows: Get-Disk | Select Number, LogicalSectorSize, PhysicalSectorSize; Linux: lsblk -o NAME,LOG-SEC,PHY-SEC.",
  ],
  [
    /^disks\[\]\.(partitionTable|partitionCount|dynamic)$/,
    "Windows: Get-Disk and diskpart “list disk”; Linux: lsblk -o NAME,PTTYPE.",
  ],
  [
    /^disks\[\]\.(encrypted|bitLockerEnabled)$/,
    "Windows: manage-bde -status; Linux: lsblk -o NAME,TYPE,FSTYPE (crypto_LUKS).",
  ],
  [/^disks\[\]\.sku$/, "Azure Resource Graph: microsoft.compute/disks, sku; az disk list."],
  [
    /^(disks\[\]\.(caching|writeAccelerator|ephemeral)|marketplaceImage)$/,
    "Azure Resource Graph: microsoft.compute/virtualmachines, properties.storageProfile; az vm show.",
  ],
  [/^disks\[\]\.performancePlus$/, "Azure Resource Graph: microsoft.compute/disks, properties.creationData."],
  [/^disks\[\]\.azureDiskEncryption/, "az vm encryption show; the key lies in Key Vault."],
  [/^disks\[\]\.elasticSan$/, "Azure Resource Graph: microsoft.elasticsan; in the guest: iSCSI initiators."],
  [/^disks\[\]\.replicatedByGuest$/, "Linux: drbdadm status; Windows: Get-SRGroup."],
  [
    /^disks\[\]\.controller$/,
    "RVTools vDisk “Controller”; Hyper-V: Get-VMHardDiskDrive | Select ControllerType; Azure: properties.storageProfile.diskControllerType.",
  ],
  [/^disks\[\]\.(excluded)$/, "The plan's choice: excluded: true of a disk in an estate document."],
  [
    /^disks\[\]\.datastore$/,
    "RVTools vDisk “Path”; Hyper-V: Get-VMHardDiskDrive | Select Path; PowerCLI: Get-HardDisk | Select Filename.",
  ],
  [/^disks\[\]\.shared$/, "RVTools vDisk “Sharing mode”; cluster manager of the guest."],
  [
    /^disks\[\]\.kind$/,
    "RVTools vDisk “Raw” and “Disk Mode”; in the guest: iSCSI initiators and NFS mounts.",
  ],
  [
    /^disks\[\]\.(deviceName|multiQueue|paravirtualized)$/,
    "Linux: lsblk -o NAME,TYPE,TRAN and ls /sys/block.",
  ],
  [
    /^chainedIo$/,
    "Linux: lsblk and dmsetup ls --tree: devices stacked by several drivers, such as multipath below LVM.",
  ],
  [/^osDrive$/, "Windows: echo %SystemDrive%."],
  [
    /^kind$/,
    "What the machine is: kind in an estate document; inventories of one hypervisor say it themselves.",
  ],
  [/^fipsMode$/, "Linux: fips-mode-setup --check; Windows: the FipsAlgorithmPolicy key."],
  [/^etcHosts/, "Linux: cat /etc/hosts."],
  [/^systemPaths/, "Linux: findmnt, for /etc, /usr and other system folders on volumes of their own."],
  [/^mobilityServiceFolder$/, "Where the Mobility Service is, or will be, installed."],
  [
    /biosId$/,
    "RVTools vInfo “SMBIOS UUID”; Windows: Get-CimInstance Win32_ComputerSystemProduct; Linux: dmidecode.",
  ],
  [
    /^(azure\.|securityType$|encryptionAtHost$)/,
    "Azure Resource Graph: microsoft.compute/virtualmachines; az vm show.",
  ],
  [
    /^(chainedReplication|featuresInUse|offlineSeeding|replicationChannels)$/,
    "How the machine is replicated today; put it into an estate document.",
  ],
  [/^failback/, "The plan's choice: failbackPlanned of a machine in an estate document."],
  [
    /^(ipv6|nicTeaming)$/,
    "Hyper-V host: Get-NetIPConfiguration and Get-NetLbfoTeam; under hosts in an estate document.",
  ],
  [
    /^machines\[\]\.disks\[\]\.churn/,
    "Deployment Planner profiling, or a performance export (machine, disk, time, MB/s).",
  ],
  [
    /^(networks|protectedItems|storageAccounts)/,
    "The landing zone you plan, or the vault as deployed: asr plan, az resource list.",
  ],
  [/^(id|powerState)$/, "RVTools vInfo “VM ID” and “Powerstate”; Hyper-V: Get-VM; Azure Resource Graph."],
  [/^disks\[\]\.name$/, "RVTools vDisk “Disk”; Azure Migrate disk sheet; Hyper-V: Get-VMHardDiskDrive."],
  [/^multipath$/, "Linux: multipath -ll; Windows: mpclaim -s -d."],
  [/^dockerDiskConfiguration$/, "On the machine: docker info, storage driver and its data disk."],
  [
    /^churn|^disks\[\]\.churn/,
    "Deployment Planner profiling, or a performance export (machine, disk, time, MB/s).",
  ],
  [/^disks\[\]\.target/, "The plan's choice: target.diskType of the estate document."],
  [/^volumes/, "RVTools vPartition; Windows: Get-Volume; Linux: df -T, lsblk -f, xfs_info."],
  [/^nics/, "RVTools vNetwork; Windows: Get-NetIPConfiguration; Linux: ip address."],
  [/^vmwareTools/, "RVTools vTools."],
  [/^storageControllers/, "RVTools vController (vSCSI) or the machine's hardware page."],
  [/^vmxParameters/, "Advanced parameters of the machine in vCenter; PowerCLI: Get-AdvancedSetting."],
  [/^firewall/, "Windows: Get-NetFirewallRule; Linux: nft list ruleset."],
  [/^azureName$|^name$/, "The name the machine shall have in Azure: azureName in an estate document."],
  [/^multiVmGroup$/, "Which machines must share recovery points: multiVmGroup in an estate document."],
  [/^cpuCores$|^memoryMiB$/, "RVTools vInfo or vCPU and vMemory."],
  [/^host/, "RVTools vHost."],
  [/^vcenter/, "RVTools vSource; vCenter “About”."],
  [/^target\./, "The landing zone you plan: target of the estate document, or --region."],
  [
    /^(configurationServer|processServers|appliance|vmm)/,
    "The server itself; put it into the estate document under the same name.",
  ],
  [/^egress/, "Test from the server: Test-NetConnection HOST -Port 443; list results under egress."],
];

/** One line for people; every fact has one, because the estate document takes all of them. */
export function whereToGet(fact: string): string {
  return (
    sources.find(([pattern]) => pattern.test(fact))?.[1] ??
    "Look at the machine and put it into an estate document (asr schema estate)."
  );
}
