import { knownBoolean, knownNumber, knownObject, knownString, knownStrings } from "../facts/known";
import type { OperatingSystem } from "../facts/machine";
import {
  kept,
  missing,
  notApplicable,
  numberOf,
  stringOf,
  stringsOf,
  violation,
  type Answer,
  type LimitsInScope,
  type Outcome,
} from "../rules/rule";
import { boundaryOf } from "./boundary";
import { joined } from "./answers";
import { judgeFlag } from "./flag";

/**
 * Checks that hold for the server of ours on the source side, whether it is a configuration server or a
 * replication appliance. Ids of limits are the server's prefix and a common ending.
 */
export interface ServerFacts {
  readonly hostName?: string;
  readonly kind?: string;
  readonly os?: OperatingSystem & { readonly installationType?: string };
  readonly nicType?: string;
  readonly windowsRoles?: readonly string[];
  readonly groupPolicies?: readonly string[];
  readonly iis?: {
    readonly defaultWebsite?: boolean;
    readonly anonymousAuthentication?: boolean;
    readonly fastCgi?: boolean;
    readonly port443InUse?: boolean;
  };
  readonly openPorts?: readonly number[];
}

/** A quantity with a lower bound: cores, memory, free space. */
export function judgeQuantity(
  limits: LimitsInScope,
  id: string,
  seen: unknown,
  what: { readonly fact: string; readonly unit: string; readonly name: string },
): Answer {
  const limit = limits.find(id);
  if (limit === undefined) return notApplicable;
  const quantity = knownNumber(seen);
  if (quantity === undefined) return [missing(what.fact)];
  const boundary = boundaryOf(limit);
  // Servers report memory a little below the round figure; half a unit is no shortage.
  if (boundary.admits(what.unit === "GiB" ? Math.ceil(quantity) : quantity, what.unit)) return kept;
  return [
    violation(limit, {
      subject: what.name,
      observed: `${quantity} ${what.unit}`,
      message: `The server has ${quantity} ${what.unit} of ${what.name}; it needs ${boundary.text}.`,
      path: what.fact,
    }),
  ];
}

export function judgeServerSystem(limits: LimitsInScope, prefix: string, server: ServerFacts): Answer {
  const os = knownObject(server.os);
  return joined(
    judgeRelease(limits, `${prefix}.operating-systems`, os),
    judgeInstallation(limits, `${prefix}.installation`, os),
    judgeLocale(limits, `${prefix}.locale`, os),
  );
}

function judgeRelease(limits: LimitsInScope, id: string, os: Partial<OperatingSystem>): Answer {
  const limit = limits.find(id);
  if (limit === undefined) return notApplicable;
  const name = knownString(os.name);
  const version = knownString(os.version);
  if (name === undefined || version === undefined)
    return [missing(name === undefined ? "os.name" : "os.version")];
  const release = `${name} ${version}`;
  if (stringsOf(limit).includes(release)) return kept;
  return [
    violation(limit, {
      subject: "operating system",
      observed: release,
      message: `The server runs ${release}; supported: ${stringsOf(limit).join(", ")}.`,
      path: "os.version",
    }),
  ];
}

function judgeInstallation(
  limits: LimitsInScope,
  id: string,
  os: Partial<OperatingSystem & { readonly installationType?: string }>,
): Answer {
  const limit = limits.find(id);
  if (limit === undefined) return notApplicable;
  const installed = knownString(os.installationType);
  if (installed === undefined) return [missing("os.installationType")];
  if (installed === stringOf(limit)) return kept;
  return [
    violation(limit, {
      subject: "operating system",
      observed: installed,
      message: `Windows Server is installed as ${installed}; it must be the ${stringOf(limit)} installation with Desktop Experience.`,
      path: "os.installationType",
    }),
  ];
}

/** A locale such as `en-us`, or a language alone where every locale of it does. */
function judgeLocale(limits: LimitsInScope, id: string, os: Partial<OperatingSystem>): Answer {
  const limit = limits.find(id);
  if (limit === undefined) return notApplicable;
  const locale = knownString(os.locale)?.toLowerCase();
  if (locale === undefined) return [missing("os.locale")];
  const wanted = stringOf(limit).toLowerCase();
  if (locale === wanted || (!wanted.includes("-") && locale.startsWith(`${wanted}-`))) return kept;
  return [
    violation(limit, {
      subject: "operating system",
      observed: locale,
      message: `The server's locale is ${locale}; it must be ${wanted.includes("-") ? wanted : `one of ${wanted}`}.`,
      path: "os.locale",
    }),
  ];
}

/** What must not be on the server before our software is installed. */
export function judgeServerSoftware(limits: LimitsInScope, prefix: string, server: ServerFacts): Answer {
  const iis = knownObject(server.iis);
  const flag = (
    ending: string,
    fact: keyof NonNullable<ServerFacts["iis"]>,
    observed: string,
    message: string,
  ): Answer =>
    judgeFlag(limits, {
      limit: `${prefix}.iis.${ending}`,
      fact: `iis.${fact}`,
      value: knownBoolean(iis[fact]),
      subject: "IIS",
      observed,
      message,
    });
  return joined(
    judgeNone(limits, `${prefix}.windows-roles.refused`, server.windowsRoles, "windowsRoles", "role"),
    judgeNone(
      limits,
      `${prefix}.group-policies.refused`,
      server.groupPolicies,
      "groupPolicies",
      "group policy",
    ),
    flag("default-website", "defaultWebsite", "default website", "A default website exists before set-up."),
    flag(
      "anonymous-authentication",
      "anonymousAuthentication",
      "off",
      "Anonymous authentication of IIS is off.",
    ),
    flag("fastcgi", "fastCgi", "off", "The FastCGI setting of IIS is off."),
    flag(
      "port-443-in-use",
      "port443InUse",
      "port 443 in use",
      "Another website or program listens on port 443 before set-up.",
    ),
  );
}

/** Windows itself names its roles otherwise than the documents: display names and names of features. */
const otherRoleNames: ReadonlyMap<string, string> = new Map([
  ["ad ds", "active directory domain services"],
  ["ad-domain-services", "active directory domain services"],
  ["iis", "internet information services"],
  ["internet information services (iis)", "internet information services"],
  ["web server", "internet information services"],
  ["web server (iis)", "internet information services"],
  ["web-server", "internet information services"],
  ["hyperv", "hyper-v"],
  ["microsoft-hyper-v", "hyper-v"],
]);

function judgeNone(limits: LimitsInScope, id: string, seen: unknown, fact: string, what: string): Answer {
  const limit = limits.find(id);
  if (limit === undefined) return notApplicable;
  const present = knownStrings(seen);
  if (present === undefined) return [missing(fact)];
  const plain = (text: string): string => {
    const name = text.toLowerCase().trim().replace(/\.$/, "").trim();
    return otherRoleNames.get(name) ?? name;
  };
  const refused = stringsOf(limit).map(plain);
  return present
    .filter((name) => refused.includes(plain(name)))
    .map((name) =>
      violation(limit, {
        subject: "server",
        observed: name,
        message: `The ${what} "${name}" is in force on the server.`,
        path: fact,
      }),
    );
}

/** The adapter type matters only where the server is a VMware machine. */
export function judgeNicType(limits: LimitsInScope, id: string, server: ServerFacts): Answer {
  const limit = limits.find(id);
  if (limit === undefined) return notApplicable;
  const kind = knownString(server.kind);
  if (kind === undefined) return [missing("kind")];
  if (kind !== "vmware-vm") return kept;
  const type = knownString(server.nicType);
  if (type === undefined) return [missing("nicType")];
  // Exports print `Vmxnet3` and `VirtualVmxnet3`.
  if (type.toLowerCase().replace(/^virtual/, "") === stringOf(limit).toLowerCase()) return kept;
  return [
    violation(limit, {
      subject: "network adapter",
      observed: type,
      message: `The server's adapter is of type ${type}; it should be ${stringOf(limit)}.`,
      path: "nicType",
    }),
  ];
}

/** Ports that the server must be reachable on. */
export function judgeOpenPorts(limits: LimitsInScope, id: string, server: ServerFacts): Answer {
  const limit = limits.find(id);
  if (limit === undefined) return notApplicable;
  const open: unknown = server.openPorts;
  if (!Array.isArray(open)) return [missing("openPorts")];
  const wanted: readonly unknown[] = Array.isArray(limit.value) ? limit.value : [numberOf(limit)];
  const closed = wanted.filter((port) => !open.includes(port));
  if (closed.length === 0) return kept;
  const outcome: Outcome = violation(limit, {
    subject: "ports",
    observed: `closed: ${closed.join(", ")}`,
    message: `The server cannot be reached on ${closed.join(", ")}.`,
    path: "openPorts",
  });
  return [outcome];
}
