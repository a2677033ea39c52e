import { refuseNetworkStorage } from "../checks/network-storage";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "smb-mount",
  ref: "ASR-0116",
  title: "The machine keeps no data on SMB storage",
  rationale: "Storage that the guest reaches over SMB 3.0 is not replicated.",
  remedy: "Move the data to a replicated disk, or make the file share reachable from Azure after failover.",
  limits: ["machine.mount.smb"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) => refuseNetworkStorage(machine, limits, "machine.mount.smb", "smb", "SMB"),
});
