import type { EngineEvent, PolicySummary, PolicyViolation } from "./engine-events";

export interface CreatedResource {
  readonly type: string;
  /** A resource of a provider; a component only groups resources. */
  readonly custom: boolean;
}

/** How often a policy answered. */
export interface PolicyAnswers {
  readonly pack: string;
  readonly policy: string;
  passed: number;
  failed: number;
}

/** Counts what a run really did from the engine's events; nothing is inferred. */
export class EngineTally {
  readonly #created = new Map<string, CreatedResource>();
  readonly #answers = new Map<string, PolicyAnswers>();
  readonly #violations = new Map<string, PolicyViolation>();
  readonly #packs = new Set<string>();
  readonly #errors: string[] = [];
  #result: string | undefined;
  #events = 0;
  #hasPrelude = false;
  #tellsAnswers = false;

  add(event: EngineEvent): void {
    this.#events += 1;
    const step = event.resOutputsEvent?.metadata;
    if (step?.op === "create") {
      this.#created.set(step.urn, { type: step.type, custom: step.new?.custom === true });
    }
    if (event.policyAnalyzeSummaryEvent !== undefined) this.#count(event.policyAnalyzeSummaryEvent);
    if (event.policyAnalyzeStackSummaryEvent !== undefined) this.#count(event.policyAnalyzeStackSummaryEvent);
    if (event.policyEvent !== undefined) this.#addViolation(event.policyEvent);
    const { diagnosticEvent, summaryEvent } = event;
    if (diagnosticEvent?.severity.startsWith("error") === true) {
      this.#errors.push(diagnosticEvent.message.trim());
    }
    if (summaryEvent !== undefined) {
      for (const pack of Object.keys(summaryEvent.PolicyPacks ?? {})) this.#packs.add(packName(pack));
      this.#result = summaryEvent.result ?? "succeeded";
    }
    // `pulumi up` previews first and then says everything again: only what it did counts.
    if (event.preludeEvent !== undefined) {
      this.#hasPrelude = true;
      this.#created.clear();
      this.#answers.clear();
      this.#result = undefined;
    }
  }

  #addViolation(violation: PolicyViolation): void {
    const { policyPackName, policyName, resourceUrn, message } = violation;
    this.#packs.add(policyPackName);
    this.#violations.set([policyPackName, policyName, resourceUrn, message.trim()].join("\n"), violation);
  }

  #count({ policyPackName, passed = [], failed = [] }: PolicySummary): void {
    this.#tellsAnswers = true;
    this.#packs.add(policyPackName);
    for (const policy of passed) this.#answersOf(policyPackName, policy).passed += 1;
    for (const policy of failed) this.#answersOf(policyPackName, policy).failed += 1;
  }

  #answersOf(pack: string, policy: string): PolicyAnswers {
    const key = `${pack}\n${policy}`;
    const answers = this.#answers.get(key) ?? { pack, policy, passed: 0, failed: 0 };
    this.#answers.set(key, answers);
    return answers;
  }

  /** Events seen; none: what was read is no event stream. */
  get events(): number {
    return this.#events;
  }

  /** What was created, by URN, components and the stack included. */
  get created(): ReadonlyMap<string, CreatedResource> {
    return this.#created;
  }

  /**
   * Whether the events tell which policies answered: those of a preview or update do, those of
   * `pulumi policy analyze` name violations only.
   */
  get tellsAnswers(): boolean {
    return this.#tellsAnswers;
  }

  /** Policies that came to an answer, on a resource or on the stack; none where the events do not tell. */
  get answers(): readonly Readonly<PolicyAnswers>[] {
    return [...this.#answers.values()];
  }

  /** Names of the policy packs that were loaded or spoke. */
  get packs(): ReadonlySet<string> {
    return this.#packs;
  }

  /** Different violations; the same one in preview and update counts once. */
  get violations(): readonly PolicyViolation[] {
    return [...this.#violations.values()];
  }

  /** What the engine and the program called errors. */
  get errors(): readonly string[] {
    return this.#errors;
  }

  /**
   * Whether something besides violations went wrong, so that policies may not have seen everything. An analysis of
   * existing state calls itself failed for a mandatory violation, having judged all of it.
   */
  get isIncomplete(): boolean {
    if (this.#result === "succeeded") return false;
    const isAnalysis = !this.#hasPrelude && this.#created.size === 0;
    const stops = this.violations.some(({ enforcementLevel }) => enforcementLevel === "mandatory");
    return !(isAnalysis && stops && this.#errors.length === 0);
  }

  /** `succeeded` or `failed` once the run ended; undefined before. */
  get result(): string | undefined {
    return this.#result;
  }
}

/** The engine names a local pack `azure-siterecovery|local|/some/path`. */
function packName(key: string): string {
  return key.split("|", 1)[0] ?? key;
}
