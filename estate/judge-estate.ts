import { factsFromTarget } from "../limits/facts/from-estate";
import type { Site } from "../limits/facts/site";
import type { SubjectKind, Subjects } from "../limits/facts/subjects";
import type { Finding, Undecided } from "../limits/findings";
import type { Judge } from "../limits/judge";
import type { EstateJudgement } from "./assessment";
import type { EstateMachine } from "./document";

/** Machines that are judged by the same limits. */
export interface ScopeOfMachines {
  readonly judge: Judge;
  readonly machines: EstateMachine[];
}

/**
 * Judges everything of an estate but its single machines: target, hosts, servers, network reachability and
 * sums over all machines. What the inventory does not mention at all is not judged.
 */
export function judgeEstate(scopes: readonly ScopeOfMachines[], site: Site): EstateJudgement {
  const findings = new Map<string, Finding>();
  const undecided = new Map<string, Undecided>();
  let decided = 0;
  for (const { judge, machines } of scopes) {
    const target = factsFromTarget(site, machines);
    const judgeOne = <K extends SubjectKind>(
      kind: K,
      subject: Subjects[K] | undefined,
      name?: string,
    ): void => {
      if (subject === undefined) return;
      const rules = judge.rulesFor(kind).filter((rule) => rule.moments.includes("inventory"));
      if (rules.length === 0) return;
      const judgement = judge.judge(kind, subject, rules);
      decided += judgement.decided;
      for (const finding of judgement.findings) {
        // Rules of hosts name the host themselves.
        const named =
          name === undefined || finding.subject.startsWith(name)
            ? finding
            : { ...finding, subject: `${name}: ${finding.subject}` };
        // Machines of two scenarios have one target: what both say about it is said once.
        findings.set([named.rule, named.subject, named.observed, named.limit.id].join("\n"), named);
      }
      for (const one of judgement.undecided) {
        const known = undecided.get(one.rule);
        undecided.set(one.rule, {
          ...one,
          missing: [...new Set([...(known?.missing ?? []), ...one.missing])],
        });
      }
    };

    judgeOne("target", site.target);
    judgeOne("vcenter", site.vcenter);
    for (const [index, host] of (site.hosts ?? []).entries()) {
      judgeOne("host", host, `host ${host.name ?? index + 1}`);
    }
    judgeOne("vmm", site.vmm);
    judgeOne("configuration-server", site.configurationServer);
    for (const [index, server] of (site.processServers ?? []).entries()) {
      judgeOne("process-server", server, `process server ${server.name ?? index + 1}`);
    }
    judgeOne("appliance", site.appliance);
    judgeOne("egress", site.egress);
    judgeOne("vault", target.vault);
    for (const account of target.storageAccounts) judgeOne("storage-account", account);
    for (const network of target.networks) judgeOne("network", network);
    judgeOne("protected-item", target.protectedItem);
    if (site.target !== undefined) judgeOne("deployment", target.deployment);
    judgeOne("estate", { ...site, machines });
  }
  return { findings: [...findings.values()], undecided: [...undecided.values()], decided };
}
