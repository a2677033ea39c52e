import { counted } from "../../limits/counted";
import type { EngineEvent } from "../../reports/policy/engine-events";

/** Created resources named one by one; a large deployment is told in hundreds after that. */
const namedResources = 40;
const resourcesPerLine = 100;

/** Turns engine events into a few lines that tell a person how far the deployment is. */
export class StepReporter {
  readonly #say: (text: string) => void;
  readonly #warned = new Set<string>();
  #created = 0;
  #phase: "preview" | "update" = "preview";

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  readonly warning = (message: string): void => {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#say(`simulator: ${message}`);
  };

  event(event: EngineEvent): void {
    const { resOutputsEvent: done, summaryEvent: summary, policyEvent: violation } = event;
    if (event.preludeEvent !== undefined) {
      this.#say(this.#phase === "preview" ? "previewing" : "updating");
    }
    if (done?.metadata.op === "create" && this.#phase === "update") {
      this.#created += 1;
      if (this.#created <= namedResources) {
        this.#say(`created ${shortType(done.metadata.type)} ${nameOf(done.metadata.urn)}`);
      } else if (this.#created % resourcesPerLine === 0) this.#say(`created ${this.#created} resources`);
    }
    if (summary !== undefined) this.#phase = summary.isPreview === true ? "update" : "preview";
    if (summary?.isPreview === true) {
      this.#say(`previewed: ${counted(summary.resourceChanges?.["create"] ?? 0, "resource")} to create`);
    }
    if (violation !== undefined) {
      this.warning(
        `${violation.enforcementLevel} policy ${violation.policyName}: ${firstLine(violation.message)}`,
      );
    }
  }
}

/** `azure-native:recoveryservices:Vault` → `Vault`. */
function shortType(type: string): string {
  return type.slice(type.lastIndexOf(":") + 1);
}

function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
