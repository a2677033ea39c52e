import type { LiveCheck } from "../live-check";
import { monitoring } from "../sources";

type OpinionCheck = Omit<LiveCheck, "needs" | "examine">;

/** The checks that compare an opinion of the service with ours. */
export const opinionChecks = {
  eligibility: {
    name: "eligibility-differs",
    ref: "ASR-L40",
    title: "The service and the documented limits agree on which VMs can be replicated",
    rationale:
      "Where the service refuses what the documents allow, or allows what they refuse, one of the two is out of date.",
    remedy: "Trust the service for today, and look whether a newer edition of the documents says the same.",
    source: {
      document: "Replication Eligibility Results, REST API of Site Recovery",
      section: "Get",
      url: "https://learn.microsoft.com/rest/api/site-recovery/replication-eligibility-results/get",
    },
  },
  operatingSystem: {
    name: "supported-os-differs",
    ref: "ASR-L41",
    title: "The service lists the operating system of every machine that replicates",
    rationale: "A system that the service does not list may stop being supported by its next update.",
    remedy: "Compare with the support matrix of the edition, and plan the machine's upgrade.",
    source: {
      document: "Supported Operating Systems, REST API of Site Recovery",
      section: "Get",
      url: "https://learn.microsoft.com/rest/api/site-recovery/supported-operating-systems/get",
    },
  },
  health: {
    name: "vault-health-differs",
    ref: "ASR-L42",
    title: "The service's summary of the vault agrees with its items",
    rationale:
      "Where the summary knows of trouble that no item shows, or counts other items, something was not read.",
    remedy: "Refresh the vault's health, and look for the issue in the vault.",
    source: monitoring("Monitor in the dashboard"),
  },
} as const satisfies Readonly<Record<string, OpinionCheck>>;
