import { elementsOf } from "../../vault/part";
import { defineCheck, observed } from "../live-check";
import { vaultDeletion } from "../sources";

export const check = defineCheck({
  name: "soft-deleted",
  ref: "ASR-L21",
  title: "No softly deleted backup item is left in the vault",
  rationale: "Such an item keeps the vault, and with it the resource group, from being deleted or moved.",
  remedy: "Wait until its time has run out, or undelete it and delete it for good once soft delete is off.",
  source: vaultDeletion("Before you start"),
  needs: ["backupItems"],
  *examine({ snapshot }) {
    for (const { id, name, properties } of elementsOf(snapshot.backupItems) ?? []) {
      if (properties?.isScheduledForDeferredDelete !== true) continue;
      const until = properties.deferredDeleteTimeInUTC;
      yield observed({
        severity: "warning",
        subject: {
          kind: "backup-item",
          name: properties.friendlyName ?? name ?? "",
          ...(id === undefined ? {} : { id }),
        },
        observed: until === undefined ? "deleted softly" : `deleted softly on ${until}`,
        message: "The backup item is deleted softly and still blocks the vault's deletion.",
      });
    }
  },
});
