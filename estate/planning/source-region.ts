import { InputError } from "../../landing-zone/input-error";
import type { EstateDocument } from "../document";

/** The region of Azure VMs, where their cache account lies. @throws InputError when it is not known. */
export function sourceRegionOf(document: EstateDocument): string {
  const region = document.target?.storageRegion;
  if (region === undefined) {
    throw new InputError(
      "The region of the Azure VMs is not known.",
      "Name the region of their cache account, which is the same, as target.storageRegion in an estate document.",
    );
  }
  return region;
}
