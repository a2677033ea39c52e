import { knownStrings } from "../facts/known";
import { defineRule, missing, notApplicable, stringsOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "replication-channel",
  ref: "ASR-0198",
  title: "Replication data takes the network and no other way",
  rationale:
    "Offloaded transfers, seeding by disk and Azure Data Box are not supported as ways for replication data.",
  remedy: "Let initial replication run over the network, and plan bandwidth for it.",
  limits: ["replication.channels.refused"],
  moments: ["inventory"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const limit = limits.find("replication.channels.refused");
    if (limit === undefined) return notApplicable;
    const channels = knownStrings(estate.replicationChannels);
    if (channels === undefined) return [missing("replicationChannels")];
    return channels
      .filter((channel) => stringsOf(limit).includes(channel))
      .map((channel): Outcome =>
        violation(limit, {
          subject: "replication",
          observed: channel,
          message: `Replication data shall take ${channel}, which is not supported.`,
          path: "replicationChannels",
        }),
      );
  },
});
