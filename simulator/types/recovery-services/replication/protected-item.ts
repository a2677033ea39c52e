import type { Cloud } from "../../../cloud";
import { isObject, objectAt } from "../../../json";
import type { ResourceType } from "../../resource-type";
import { absentEntity } from "../site-recovery-entity";
import { protectedItemType } from "../type-names";
import { enable, protect, settle } from "./enable-protection";
import {
  applyRecoveryPoint,
  failedOver,
  failoverCancel,
  failoverCommit,
  plannedFailover,
  unplannedFailover,
} from "./failover";
import {
  addDisks,
  disable,
  purge,
  removeDisks,
  repairReplication,
  resolveHealthErrors,
  switchProvider,
  update,
  updateAppliance,
  updateMobilityService,
} from "./item-maintenance";
import { itemOfStep } from "./item-record";
import { liveItem } from "./live-item";
import { reprotect, turned, turnedBack } from "./reprotect";
import { switched } from "./switch-protection";
import { cleaned, testFailover, testFailoverCleanup, tested } from "./test-failover";

/** Protected items: machines that replicate. */
export const protectedItem: ResourceType = {
  type: protectedItemType,
  modelled:
    "A2A, InMageRcm, InMageAzureV2, HyperVReplicaAzure: PUT enables (policy mapped, machine known, not yet protected), then first replication by the clock, then Protected; PATCH only from then on; POST remove disables, DELETE purges; test failover, failover, commit, cancel, change of point, reprotection, disks, health errors, each where `allowedOperations` has it; failovers leave a virtual machine",
  listShowsNullNextLink: true,
  put: enable,
  patch: update,
  remove: purge,
  view: liveItem,
  absent: absentEntity("ReplicationProtectedItem"),
  actions: {
    remove: disable,
    testfailover: testFailover,
    testfailovercleanup: testFailoverCleanup,
    unplannedfailover: unplannedFailover,
    plannedfailover: plannedFailover,
    failovercommit: failoverCommit,
    failovercancel: failoverCancel,
    applyrecoverypoint: applyRecoveryPoint,
    reprotect,
    adddisks: addDisks,
    removedisks: removeDisks,
    resolvehealtherrors: resolveHealthErrors,
    repairreplication: repairReplication,
    updatemobilityservice: updateMobilityService,
    reinstallmobilityservice: updateMobilityService,
    updateappliance: updateAppliance,
    switchprovider: switchProvider,
  },
  steps: {
    settle,
    protect,
    change,
    tested,
    cleaned,
    failedover: failedOver,
    turned,
    turnedback: turnedBack,
    switched,
  },
};

function change(data: unknown, cloud: Cloud): void {
  const item = itemOfStep(data, cloud);
  if (!item || !isObject(data)) return;
  const properties = { ...objectAt(item.envelope, "properties"), ...objectAt(data, "changes") };
  cloud.store.put(cloud.revise(item, { properties }));
}
