import type { LandingZone } from "../../landing-zone/document";
import { parseLandingZone } from "../../landing-zone/read";

/** A small landing zone that uses most sections. */
export const sampleYaml = `
schema: asr-landing-zone/1
edition: current
scenario: vmware-to-azure
experience: modernized
region: westeurope
resourceGroups:
  vault: {name: rg-asr}
vault:
  name: rsv-dr
  identity: system
cacheStorage:
  kind: StorageV2
  sku: Standard_LRS
  accessTier: Hot
networks:
  recovery:
    name: vnet-recovery
    addressSpaces: [10.1.0.0/16]
    subnets:
      - name: servers
        addressPrefix: 10.1.0.0/24
policies:
  - name: 24-hours
    instanceType: InMageRcm
    recoveryPointRetentionInMinutes: 1440
machines:
  db01:
    sourceId: vm-12
    policy: 24-hours
    disks:
      - {name: Hard disk 1, sizeGiB: 100, os: true, targetType: premium-ssd, targetTier: P10}
    nics:
      - {macAddress: "00:50:56:00:00:01", subnet: servers}
recoveryPlans:
  - name: wave-1
    groups:
      - groupType: Boot
        machines: [db01]
monitoring:
  workspace: {name: log-asr}
tags: {costCentre: "42"}
`;

export function sampleLandingZone(): LandingZone {
  return parseLandingZone(sampleYaml);
}
