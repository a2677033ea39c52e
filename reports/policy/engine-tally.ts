import type { EngineEvent, PolicySummary, PolicyViolation } from "./engine-events";

export interface CreatedResource {
  readonly type: string;
  /** A resource of a provider; a component only groups resources. */
  readonly custom: boolean;
}

/** Counts what an update really did from the engine's events; nothing is inferred. */
export class EngineTally {
  readonly #created = new Map<string, CreatedResource>();
  readonly #policies = new Set<string>();
  readonly #violations = new Map<string, PolicyViolation>();
  readonly #errors: string[] = [];
  #evaluations = 0;
  #result: string | undefined;

  add(event: EngineEvent): void {
    const step = event.resOutputsEvent?.metadata;
    if (step?.op === "create") {
      this.#created.set(step.urn, { type: step.type, custom: step.new?.custom === true });
    }
    if (event.policyAnalyzeSummaryEvent !== undefined) this.#count(event.policyAnalyzeSummaryEvent);
    if (event.policyAnalyzeStackSummaryEvent !== undefined) this.#count(event.policyAnalyzeStackSummaryEvent);
    if (event.policyEvent !== undefined) {
      const { policyName, resourceUrn, message } = event.policyEvent;
      this.#violations.set([policyName, resourceUrn, message].join("\n"), event.policyEvent);
    }
    const { diagnosticEvent } = event;
    if (diagnosticEvent !== undefined && diagnosticEvent.severity.startsWith("error")) {
      this.#errors.push(diagnosticEvent.message.trim());
    }
    if (event.summaryEvent?.isPreview === true) this.#forgetPreview();
    else if (event.summaryEvent !== undefined) this.#result = event.summaryEvent.result;
  }

  /** `pulumi up` previews first and then says everything again: only what it did counts. */
  #forgetPreview(): void {
    this.#created.clear();
    this.#evaluations = 0;
  }

  #count({ passed = [], failed = [] }: PolicySummary): void {
    for (const policy of [...passed, ...failed]) this.#policies.add(policy);
    this.#evaluations += passed.length + failed.length;
  }

  /** What was created, by URN, components and the stack included. */
  get created(): ReadonlyMap<string, CreatedResource> {
    return this.#created;
  }

  /** Policies that came to an answer at least once. */
  get policies(): ReadonlySet<string> {
    return this.#policies;
  }

  /** Answers of a policy on a resource or on the stack. */
  get evaluations(): number {
    return this.#evaluations;
  }

  /** Different violations; the same one in preview and update counts once. */
  get violations(): readonly PolicyViolation[] {
    return [...this.#violations.values()];
  }

  /** What the engine and the program called errors. */
  get errors(): readonly string[] {
    return this.#errors;
  }

  /** `succeeded` or `failed` once an update ended; undefined before. */
  get result(): string | undefined {
    return this.#result;
  }
}
