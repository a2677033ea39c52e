import type { Severity } from "../../limits/matrix/schema";
import type { VaultPartName } from "../vault/snapshot";
import type { CheckedVault } from "./checked-vault";

/** Kinds of thing a live check can be about. */
export const subjectKinds = [
  "machine",
  "recovery-plan",
  "multi-vm-group",
  "fabric",
  "provider",
  "appliance",
  "container-mapping",
  "network",
  "subnet",
  "storage-account",
  "quota",
  "job",
  "backup-item",
  "vault",
] as const;

export type SubjectKind = (typeof subjectKinds)[number];

export interface CheckSubject {
  readonly kind: SubjectKind;
  readonly name: string;
  /** ARM id, where it has one. */
  readonly id?: string;
}

/** What a check saw that does not stand for a failover that works. */
export interface Observed {
  readonly kind: "observed";
  readonly severity: Exclude<Severity, "info">;
  readonly subject: CheckSubject;
  /** With its unit. */
  readonly observed: string;
  /** What it was compared with; absent where nothing is. */
  readonly expected?: string;
  readonly message: string;
  /** Overrides the check's. */
  readonly remedy?: string;
}

/** Something that would have decided and that nobody told. Never a pass. */
export interface NotKnown {
  readonly kind: "not-known";
  readonly subject: CheckSubject;
  /** Facts or actions that are missing. */
  readonly missing: readonly string[];
}

export type Observation = Observed | NotKnown;

/** A Microsoft page that says what the check rests on. */
export interface LiveSource {
  readonly document: string;
  readonly section: string;
  readonly url: string;
}

/** Something that only a vault that runs can show; limits are the rules' to judge. */
export interface LiveCheck {
  /** Kebab-case, stable: file = test = SARIF name. */
  readonly name: string;
  /** `ASR-Lnn`, never reused. */
  readonly ref: string;
  /** One line: what must hold. */
  readonly title: string;
  /** What goes wrong otherwise. */
  readonly rationale: string;
  readonly remedy: string;
  readonly source: LiveSource | null;
  /** Parts of the vault without which it cannot say anything. */
  readonly needs: readonly VaultPartName[];
  examine(vault: CheckedVault): Iterable<Observation>;
}

/** Fixes the type of a check; files export its result as `check`. */
export function defineCheck(check: LiveCheck): LiveCheck {
  return check;
}

export function observed(seen: Omit<Observed, "kind">): Observed {
  return { kind: "observed", ...seen };
}

export function notKnown(subject: CheckSubject, ...missing: readonly string[]): NotKnown {
  return { kind: "not-known", subject, missing };
}
