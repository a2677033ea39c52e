import type { Finding } from "../../limits/findings";
import type { WaiverBook } from "../../limits/waivers";
import type { CheckFinding } from "./check-finding";

/** The finding with the waiver that covers it: by rule or reference, and by name or id of its subject. */
export function waive(finding: CheckFinding, waivers: WaiverBook): CheckFinding {
  if (waivers.waivers.length === 0) return finding;
  const { rule, ref, subject, detail } = finding;
  const names = [subject.name, ...(subject.id === undefined ? [] : [subject.id])];
  // The book looks at these three and gives back the rest as it is.
  const { waiver } = waivers.apply({ rule, ref, subject: detail ?? subject.name, waiver: null } as Finding, {
    names,
  });
  return waiver === null ? finding : { ...finding, waiver };
}
