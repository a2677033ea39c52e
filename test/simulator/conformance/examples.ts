import { codeOf, type RawAnswer, type RawAzure } from "../raw-client";
import { readJson, type Example } from "./reference";
import { stateBefore } from "./states-before";

/** What came of sending a published call. */
export interface ExampleOutcome {
  readonly file: string;
  /** What differs; empty when nothing does. */
  readonly problems: readonly string[];
  /** `false`: the simulator says itself that it does not know the type or the action. */
  readonly isModelled: boolean;
}

interface ExampleFile {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly responses: Readonly<Record<string, { readonly body?: unknown }>>;
}

/** Sends one published call into a world made to fit it. */
export async function sendExample(azure: RawAzure, example: Example): Promise<ExampleOutcome> {
  const problems = await problemsOf(azure, example);
  const isModelled = !problems.some((problem) =>
    /^(status 404 InvalidResourceType|status 405|no request)/.test(problem),
  );
  return { file: example.file, problems, isModelled };
}

async function problemsOf(azure: RawAzure, example: Example): Promise<readonly string[]> {
  const { request, pathTemplate } = example;
  if (!request || pathTemplate === undefined) return ["no request"];
  const file = readJson(example.file) as ExampleFile;
  const path = ours(azure, request.path);
  const body = bodyOf(file, pathTemplate);
  const published = Object.values(file.responses).find((response) => response.body !== undefined)?.body;
  const expected =
    published === undefined ? undefined : (JSON.parse(ours(azure, JSON.stringify(published))) as unknown);
  azure.simulator.reset();
  prepare(azure, example.operationId, request.method, path, body, expected);
  const query = new URLSearchParams(request.query).toString();
  const sent = body === undefined ? undefined : (JSON.parse(ours(azure, JSON.stringify(body))) as unknown);
  const address = `${encodeURI(path)}?${query}`;
  const first = await azure.send(request.method, address, sent);
  if (first.status >= 400) return [`status ${first.status} ${codeOf(first) ?? ""}`];
  const statuses = example.statusCodes ?? [];
  // The published 200 of a long-running call is its end: the service answers 202 first.
  const accepted = statuses.includes(first.status) || (first.status === 202 && statuses.includes(200));
  if (!accepted) return [`status ${first.status} instead of ${statuses.join(", ")}`];
  if (expected === undefined || request.method === "DELETE") return [];
  const shown = await ended(azure, request.method, address, first);
  return missing(expected, shown.body, "");
}

/** The answer that shows the resource once the operation, if there is one, has ended. */
async function ended(azure: RawAzure, method: string, address: string, first: RawAnswer): Promise<RawAnswer> {
  const status = first.headers["azure-asyncoperation"];
  const location = first.headers["location"];
  if (typeof status === "string") await azure.send("GET", status);
  else if (typeof location !== "string") return first;
  if (method !== "POST") {
    if (typeof location === "string" && typeof status !== "string") return azure.send("GET", location);
    return azure.send("GET", address);
  }
  return typeof location === "string" ? azure.send("GET", location) : first;
}

/** The address in our subscription, with names that are legal where the example has placeholders. */
function ours(azure: RawAzure, text: string): string {
  return text.replace(/(\/?subscriptions\/)[^/"?]+/gi, (_match, start: string) => {
    return `${start.startsWith("/") ? "" : "/"}${start}${azure.simulator.subscriptionId}`;
  });
}

/** The body is the parameter that is neither in the path nor in the query: its name is the specification's affair. */
function bodyOf(file: ExampleFile, pathTemplate: string): unknown {
  const inPath = new Set([...pathTemplate.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]));
  const rest = Object.entries(file.parameters).filter(
    ([name, value]) =>
      !inPath.has(name) && !name.startsWith("$") && typeof value === "object" && value !== null,
  );
  return rest.at(-1)?.[1];
}

/** Makes the groups, parents, scopes and references the call takes for granted; and the resource, unless it is created. */
function prepare(
  azure: RawAzure,
  operationId: string,
  method: string,
  path: string,
  body: unknown,
  expected: unknown,
): void {
  const needed = new Map<string, Record<string, unknown>>();
  const location = (body as { readonly location?: string } | undefined)?.location;
  const plant = (id: string, content: Record<string, unknown> = {}) => {
    if (/\/providers\//i.test(id))
      needed.set(id, { location: location ?? "westus", properties: {}, ...stockOf(id), ...content });
  };
  const text = ours(azure, JSON.stringify(body ?? {}));
  for (const match of text.matchAll(/"(\/(?:subscriptions|providers)\/[^"]+)"/gi))
    for (const id of selfAndAbove(match[1] ?? "")) plant(id);
  for (const id of selfAndAbove(path)) if (id !== path) plant(id);
  const listed = (expected as { readonly value?: readonly Record<string, unknown>[] } | undefined)?.value;
  if (listed)
    for (const entry of listed) if (typeof entry["id"] === "string") plant(ours(azure, entry["id"]), entry);
  if (method !== "PUT" && isResource(path, method))
    plant(
      targetOf(path, method),
      stateBefore(operationId, body, (expected ?? {}) as Record<string, unknown>),
    );
  if (operationId.startsWith("ReplicationRecoveryPlans_"))
    plantItems(`${text}${JSON.stringify(expected ?? {})}`, plant);
  if (operationId.startsWith("ReplicationProtectionContainers_Switch"))
    plantSwitchable(path, text, expected, plant);
  if (operationId === "ReplicationProtectedItems_Create") {
    const container = path.replace(/\/replicationProtectedItems\/.*$/, "");
    const { policyId } = (JSON.parse(text) as { readonly properties: { readonly policyId: string } })
      .properties;
    plant(`${container}/replicationProtectionContainerMappings/m`, { properties: { policyId } });
    plant(container, { properties: { friendlyName: "cloud1" } });
    plant(container.replace(/\/replicationProtectionContainers\/.*$/, ""), {
      properties: { friendlyName: "cloud1" },
    });
    plant(policyId, { properties: { friendlyName: "protectionprofile1" } });
  }
  const groups = [
    ...new Set([path, ...needed.keys()].map((id) => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1])),
  ];
  azure.simulator.register({
    schema: "asr-seed/1",
    resourceGroups: groups
      .filter((name) => name !== undefined)
      .map((name) => ({ name, location: location ?? "westus" })),
    resources: [...needed].map(([id, content]) => ({ ...content, id })),
  });
}

/** The items of a recovery plan, able to do whatever its call asks of them. */
function plantItems(text: string, plant: (id: string, content: Record<string, unknown>) => void): void {
  for (const match of text.matchAll(/"(\/subscriptions\/[^"]+\/replicationProtectedItems\/[^"/]+)"/gi)) {
    for (const id of selfAndAbove(match[1] ?? "")) plant(id, {});
    plant(match[1] ?? "", {
      properties: {
        protectionState: "Protected",
        allowedOperations: [
          "TestFailover",
          "TestFailoverCleanup",
          "PlannedFailover",
          "UnplannedFailover",
          "Commit",
          "CancelFailover",
          "ReverseReplicate",
        ],
        providerSpecificDetails: { instanceType: "HyperVReplicaAzure" },
      },
    });
  }
}

/** What a switch names by itself, failed over and committed, and the mapping back. */
function plantSwitchable(
  path: string,
  text: string,
  expected: unknown,
  plant: (id: string, content: Record<string, unknown>) => void,
): void {
  const shown = (expected as { readonly id?: string } | undefined)?.id ?? "";
  const target = /"recoveryContainerId":"([^"]+)"/.exec(text)?.[1] ?? shown;
  const container = path.replace(/\/[^/]+$/, "");
  const committed = {
    activeLocation: "Recovery",
    recoveryContainerId: target,
    providerSpecificDetails: { instanceType: "A2A" },
  };
  for (const [, name] of text.matchAll(/"replicationProtectedItemName":"([^"]+)"/g))
    plant(`${container}/replicationProtectedItems/${name ?? ""}`, {
      properties: { ...committed, allowedOperations: ["ReverseReplicate"] },
    });
  for (const [, name] of text.matchAll(/"replicationProtectionClusterName":"([^"]+)"/g))
    plant(`${container}/replicationProtectionClusters/${name ?? ""}`, {
      properties: { ...committed, allowedOperations: ["ReprotectProtectionCluster"] },
    });
  for (const id of selfAndAbove(target)) plant(id, {});
  plant(`${target}/replicationProtectionContainerMappings/back`, {
    properties: { targetProtectionContainerId: container },
  });
}

/** What a bare thing needs so that something can be put into it. */
function stockOf(id: string): Record<string, unknown> {
  if (/\/virtualNetworks\/[^/]+$/i.test(id)) {
    return { properties: { addressSpace: { addressPrefixes: ["10.0.0.0/8", "192.168.0.0/16"] } } };
  }
  if (/\/storageAccounts\/[^/]+$/i.test(id))
    return { kind: "StorageV2", sku: { name: "Standard_GRS", tier: "Standard" } };
  if (/\/replicationFabrics\/[^/]+$|\/replicationPolicies\/[^/]+$/i.test(id))
    return { properties: { friendlyName: id.split("/").at(-1) } };
  if (/\/replicationProtectionContainers\/[^/]+$/i.test(id))
    return { properties: { friendlyName: id.split("/").at(-1), fabricFriendlyName: id.split("/").at(-3) } };
  return {};
}

/** An id with its parents and scopes, outermost first. */
function selfAndAbove(id: string): readonly string[] {
  const segments = id.split("/");
  const found: string[] = [];
  for (let at = 0; at < segments.length; at += 1) {
    if (segments[at]?.toLowerCase() !== "providers") continue;
    const next = segments.findIndex((segment, index) => index > at && segment.toLowerCase() === "providers");
    for (let end = at + 4; end <= (next < 0 ? segments.length : next); end += 2)
      found.push(segments.slice(0, end).join("/"));
  }
  return found;
}

/** A POST names an action of the resource before it. */
function targetOf(path: string, method: string): string {
  return method === "POST" ? path.split("/").slice(0, -1).join("/") : path;
}

/** True when the call is about one resource, whose address has a name for every type. */
function isResource(path: string, method: string): boolean {
  const block =
    targetOf(path, method)
      .split(/\/providers\//i)
      .at(-1) ?? "";
  return block.split("/").length % 2 === 1 && block.includes("/");
}

/** Places in the published answer that ours lacks, or has with another kind of value. */
function missing(expected: unknown, actual: unknown, path: string): readonly string[] {
  if (expected === null || expected === undefined) return [];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path} is no array`];
    return expected.length > 0 && actual.length > 0 ? missing(expected[0], actual[0], `${path}[]`) : [];
  }
  if (typeof expected === "object") {
    if (typeof actual !== "object" || actual === null) return [`${path} is no object`];
    return Object.entries(expected).flatMap(([key, value]) =>
      missing(value, (actual as Record<string, unknown>)[key], path === "" ? key : `${path}.${key}`),
    );
  }
  return actual === undefined ? [`${path} is absent`] : [];
}
