import { readFileSync } from "node:fs";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import type { Simulator } from "../../simulator/server";

const usual = getCACertificates("default");
const authorities = new Set<string>();

/**
 * Makes this process trust a simulator until the returned function is called. Meanwhile it trusts simulators alone:
 * every client parses the whole list, and the system's hundreds of authorities take longer than most tests.
 */
export function trust({ certificateFile }: Pick<Simulator, "certificateFile">): () => void {
  const authority = readFileSync(certificateFile, "utf8");
  authorities.add(authority);
  apply();
  return () => {
    authorities.delete(authority);
    apply();
  };
}

function apply(): void {
  setDefaultCACertificates(authorities.size === 0 ? usual : [...authorities]);
}
