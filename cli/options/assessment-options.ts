import { InvalidArgumentError, Option, type Command } from "commander";
import { defaultEdition, editions, type Edition } from "../../limits/editions";
import {
  experiences,
  intents,
  scenarios,
  type Experience,
  type Intent,
  type Scenario,
} from "../../limits/scenarios";
import { repeated } from "./repeated";

/** Options that decide verdicts; the same for `assess`, `plan` and `run`. */
export interface AssessmentFlags {
  readonly edition: Edition;
  readonly scenario?: Scenario;
  readonly experience?: Experience;
  readonly intent?: Intent;
  readonly region?: string;
  /** Regions that the user vouches for. */
  readonly newRegion?: readonly string[];
  readonly mobilityService?: string;
  readonly waivers?: string;
  /** ISO date. */
  readonly asOf: string;
}

export function addAssessmentOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--edition <edition>", "judge by the documents of this date")
        .choices(editions)
        .default(defaultEdition),
    )
    .addOption(
      new Option(
        "--scenario <scenario>",
        "for machines whose file names none; a file that names one keeps it",
      ).choices(scenarios),
    )
    .addOption(
      new Option(
        "--experience <experience>",
        "VMware and physical servers: replication appliance or configuration server",
      ).choices(experiences),
    )
    .addOption(new Option("--intent <intent>", "some limits hold for one of them only").choices(intents))
    .addOption(new Option("--region <region>", "target region, e.g. westeurope").argParser(regionOf))
    .addOption(
      new Option(
        "--new-region <region>",
        "a region that Azure opened after this version was made, taken as it is; several times",
      ).argParser(repeated(regionOf)),
    )
    .addOption(
      new Option(
        "--mobility-service <version>",
        "Mobility Service version of machines whose file names none, e.g. 9.24",
      ).argParser(agentVersionOf),
    )
    .addOption(new Option("--waivers <file>", "accepted exceptions (asr-waivers/1)"))
    .addOption(
      new Option("--as-of <date>", "date that dated limits (retirements) compare with")
        .argParser(dateOf)
        .default(today(), "today"),
    );
}

/** Region in Azure's short form; display names (`West Europe`) are accepted. */
export function regionOf(value: string): string {
  const region = value.toLowerCase().replace(/[\s-]+/g, "");
  if (!/^[a-z]+[0-9]?$/.test(region)) throw new InvalidArgumentError("Use a region such as westeurope.");
  return region;
}

export function dateOf(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  // 2026-02-30 parses in some forms; only a date that prints as it was written is one.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(date.getTime()) || isoDate(date) !== value) {
    throw new InvalidArgumentError("Use a date such as 2026-01-31.");
  }
  return value;
}

function agentVersionOf(value: string): string {
  if (!/^\d+(\.\d+){1,3}$/.test(value))
    throw new InvalidArgumentError("Use a version such as 9.24 or 9.62.7172.1.");
  return value;
}

/** Local calendar date: what the person who runs the command calls today. */
function today(): string {
  const now = new Date();
  return isoDate(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, "yyyy-mm-dd".length);
}
