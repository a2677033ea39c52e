import { knownBoolean } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "marketplace-image-as-physical",
  ref: "ASR-0085",
  title: "Machines replicated as physical servers come from no Marketplace image",
  rationale: "A failover cannot create a machine from disks of a Marketplace image on this path.",
  remedy: "Replicate the Azure VM between Azure regions instead.",
  limits: ["machine.marketplace-image"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("machine.marketplace-image");
    // Only an Azure VM can come from a Marketplace image.
    if (limit === undefined || (machine.kind !== undefined && machine.kind !== "azure-vm"))
      return notApplicable;
    const marketplace = knownBoolean(machine.marketplaceImage);
    if (marketplace === undefined) return [missing("marketplaceImage")];
    if (!marketplace) return kept;
    return [
      violation(limit, {
        subject: "image",
        observed: "Marketplace image",
        message: "The machine is an Azure VM from a Marketplace image, replicated as a physical server.",
        path: "marketplaceImage",
      }),
    ];
  },
});
