import { refuseNetworkStorage } from "../checks/network-storage";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "nfs-mount",
  ref: "ASR-0115",
  title: "The machine mounts no NFS storage itself",
  rationale: "Data on an NFS mount of the guest is not replicated; a host's NFS datastore is another matter.",
  remedy: "Move the data to a replicated disk, or make the file server reachable from Azure after failover.",
  limits: ["machine.mount.nfs"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) => refuseNetworkStorage(machine, limits, "machine.mount.nfs", "nfs", "NFS"),
});
