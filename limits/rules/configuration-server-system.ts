import { judgeServerSystem } from "../checks/server";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "configuration-server-system",
  ref: "ASR-0185",
  title: "The configuration server runs a listed Windows Server in English",
  rationale: "Set-up of the configuration server is tested on these releases and on English systems only.",
  remedy:
    "Install the configuration server on a listed release, with Desktop Experience and an English locale.",
  limits: [
    "configuration-server.operating-systems",
    "configuration-server.installation",
    "configuration-server.locale",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "configuration-server",
  check: (server, { limits }) => judgeServerSystem(limits, "configuration-server", server),
});
