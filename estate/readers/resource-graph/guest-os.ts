import type { OperatingSystem } from "../../../limits/facts/machine";
import { guestOs } from "../../guest-os";
import type { JsonRecord } from "../../records/record-tables";
import { objectAt, textAt } from "./resource";

/** The operating system of a virtual machine, and whether only its image tells it. */
export interface GuestOs {
  readonly os: OperatingSystem;
  readonly fromImage: boolean;
}

/** What the agent saw wins; the image says what the machine once was made from. */
export function guestOsOf(properties: JsonRecord): GuestOs | undefined {
  const view = objectAt(properties, "extended", "instanceView");
  const osType = textAt(objectAt(properties, "storageProfile", "osDisk"), "osType")?.toLowerCase();
  const family = osType === "windows" || osType === "linux" ? osType : undefined;
  const seenName = textAt(view, "osName");
  // On Windows the version is a build; its name has the release.
  const seen = guestOs(
    family === "linux" ? `${seenName ?? ""} ${textAt(view, "osVersion") ?? ""}` : seenName,
  );
  if (seenName !== undefined && seen !== undefined) return { os: seen, fromImage: false };
  const image = imageOs(objectAt(properties, "storageProfile", "imageReference"), family);
  if (image !== undefined) return { os: image, fromImage: true };
  return family === undefined ? undefined : { os: { family }, fromImage: false };
}

function imageOs(image: JsonRecord, family: "windows" | "linux" | undefined): OperatingSystem | undefined {
  const offer = textAt(image, "offer");
  const sku = textAt(image, "sku") ?? "";
  if (offer === undefined) return undefined;
  if (family === "windows") {
    const [, year, r2] = /\b(20\d\d)(-r2)?\b/i.exec(sku) ?? [];
    if (!/^windowsserver$/i.test(offer) || year === undefined) return undefined;
    return guestOs(`Windows Server ${year}${r2 === undefined ? "" : " R2"}`);
  }
  const version = /(?:^|[^\d])(\d{1,2}[._]\d{1,2})(?!\d)/.exec(sku)?.[1]?.replace("_", ".");
  const named = guestOs(`${offer.replace(/\d+/g, " ").replaceAll("-", " ")} ${version ?? ""}`);
  return named?.family === "linux" ? named : undefined;
}
