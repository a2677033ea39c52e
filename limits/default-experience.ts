import type { Edition } from "./editions";
import type { Experience } from "./scenarios";

/** The experience an edition's documents speak of: the earlier ones know the configuration server only. */
export function defaultExperience(edition: Edition): Experience {
  return edition === "current" ? "modernized" : "classic";
}
