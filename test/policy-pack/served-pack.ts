import { credentials } from "@grpc/grpc-js";
import { policyPack } from "../../policy-pack/pack";
import type { PolicyPackArgs } from "@pulumi/policy";
// The SDK's own server and its protocol: the tests see what the engine would see.
import * as server from "@pulumi/policy/server";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/analyzer_pb";
import { vi } from "vitest";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** Not declared, because programs reach it through `new PolicyPack`. */
const { serve } = server as unknown as {
  readonly serve: (name: string, version: string, level: string, pack: PolicyPackArgs) => void;
};

/** What the engine uses in place of a text that arises during the deployment. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A resource of a program, in the terms of the engine. */
export interface ProgramResource {
  readonly type: string;
  readonly name: string;
  readonly inputs?: object;
  /** State where it differs from the inputs, as it does for replication policies. */
  readonly outputs?: object;
  /** Only read by the program: no inputs are analysed. */
  readonly read?: boolean;
  /** Name of the parent. */
  readonly parent?: string;
  /** Names of the resources that it was told to wait for. */
  readonly dependsOn?: readonly string[];
  /** Names of the resources that an input refers to. */
  readonly references?: Readonly<Record<string, readonly string[]>>;
}

export interface Diagnostic {
  readonly policy: string;
  readonly level: "advisory" | "mandatory";
  /** Name of the resource. */
  readonly resource: string;
  readonly message: string;
}

/** What a policy made of the inputs of a resource, or why it could not. */
export interface Remediation {
  readonly policy: string;
  /** Name of the resource. */
  readonly resource: string;
  readonly inputs?: object;
  readonly diagnostic?: string;
}

export interface ServedPack {
  /** Sets the levels and the configuration of policies, as `--policy-pack-config` does: names of no policy, too. */
  configure(levels: Readonly<Record<string, object>>): Promise<void>;
  /** A preview of a program: every resource on its own, then the stack. */
  analyze(resources: readonly ProgramResource[]): Promise<readonly Diagnostic[]>;
  /** What the engine does before it creates these resources, after it registered the stack itself. */
  remediate(resources: readonly ProgramResource[]): Promise<readonly Remediation[]>;
  info(): Promise<messages.AnalyzerInfo>;
}

/** Starts the pack in this process; the SDK allows one a process, and so one a test file. */
export async function servePack(pack: PolicyPackArgs = policyPack()): Promise<ServedPack> {
  const port = await portOf(() => {
    serve("azure-siterecovery", "0.0.0", "mandatory", pack);
  });
  const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  return {
    configure: async (levels) => {
      const request = new messages.ConfigureAnalyzerRequest();
      const map = request.getPolicyconfigMap();
      for (const name of new Set([...pack.policies.map((policy) => policy.name), ...Object.keys(levels)])) {
        const { enforcementLevel, ...properties } = {
          enforcementLevel: "mandatory",
          ...levels.all,
          ...levels[name],
        };
        const config = new messages.PolicyConfig();
        config.setEnforcementlevel(levelOf[enforcementLevel as keyof typeof levelOf]);
        config.setProperties(Struct.fromJavaScript(properties));
        map.set(name, config);
      }
      await call((done) => client.configure(request, done));
    },
    analyze: async (resources) => {
      const urns = new Map(resources.map((resource) => [resource.name, urnOf(resource, resources)]));
      const urn = (name: string): string => {
        const found = urns.get(name);
        if (found === undefined) throw new Error(`the program has no ${name}`);
        return found;
      };
      for (const resource of resources.filter(({ read }) => read !== true)) {
        await call((done) => client.analyze(resourceRequest(resource, resources), done));
      }
      const stack = new messages.AnalyzeStackRequest();
      stack.setResourcesList(resources.map((resource) => stackResource(resource, urn)));
      const response = await call<messages.AnalyzeResponse>((done) => client.analyzeStack(stack, done));
      return response.getDiagnosticsList().map((diagnostic) => ({
        policy: diagnostic.getPolicyname(),
        level:
          diagnostic.getEnforcementlevel() === messages.EnforcementLevel.MANDATORY ? "mandatory" : "advisory",
        resource: diagnostic.getUrn().split("::").at(-1) ?? "",
        message: diagnostic.getMessage(),
      }));
    },
    remediate: async (resources) => {
      const stack = { type: "pulumi:pulumi:Stack", name: "project-stack" };
      await call((done) => client.analyze(resourceRequest(stack, []), done));
      const made: Remediation[] = [];
      for (const resource of resources) {
        const response = await call<messages.RemediateResponse>((done) =>
          client.remediate(resourceRequest(resource, resources), done),
        );
        for (const remediation of response.getRemediationsList()) {
          const inputs = remediation.getProperties()?.toJavaScript();
          const diagnostic = remediation.getDiagnostic();
          made.push({
            policy: remediation.getPolicyname(),
            resource: resource.name,
            ...(inputs === undefined ? {} : { inputs }),
            ...(diagnostic === "" ? {} : { diagnostic }),
          });
        }
      }
      return made;
    },
    info: async () => call((done) => client.getAnalyzerInfo(new Empty(), done)),
  };
}

const Empty = (
  AnalyzerClient as unknown as { service: { getAnalyzerInfo: { requestType: new () => never } } }
).service.getAnalyzerInfo.requestType;

const levelOf = {
  advisory: messages.EnforcementLevel.ADVISORY,
  mandatory: messages.EnforcementLevel.MANDATORY,
  disabled: messages.EnforcementLevel.DISABLED,
  remediate: messages.EnforcementLevel.REMEDIATE,
} as const;

function resourceRequest(
  resource: ProgramResource,
  all: readonly ProgramResource[],
): messages.AnalyzeRequest {
  const request = new messages.AnalyzeRequest();
  request.setUrn(urnOf(resource, all));
  request.setType(resource.type);
  request.setName(resource.name);
  request.setProperties(Struct.fromJavaScript((resource.inputs ?? {}) as never));
  request.setOptions(new messages.AnalyzerResourceOptions());
  return request;
}

function stackResource(resource: ProgramResource, urn: (name: string) => string): messages.AnalyzerResource {
  const message = new messages.AnalyzerResource();
  message.setUrn(urn(resource.name));
  message.setType(resource.type);
  message.setName(resource.name);
  message.setProperties(Struct.fromJavaScript((resource.outputs ?? resource.inputs ?? {}) as never));
  message.setOptions(new messages.AnalyzerResourceOptions());
  if (resource.parent !== undefined) message.setParent(urn(resource.parent));
  const references = Object.entries(resource.references ?? {});
  message.setDependenciesList(
    [...(resource.dependsOn ?? []), ...references.flatMap(([, names]) => names)].map(urn),
  );
  for (const [property, names] of references) {
    const dependencies = new messages.AnalyzerPropertyDependencies();
    dependencies.setUrnsList(names.map(urn));
    message.getPropertydependenciesMap().set(property, dependencies);
  }
  return message;
}

function urnOf(resource: ProgramResource, all: readonly ProgramResource[]): string {
  return `urn:pulumi:stack::project::${typeChain(resource, all)}::${resource.name}`;
}

function typeChain(resource: ProgramResource, all: readonly ProgramResource[]): string {
  const parent = all.find(({ name }) => name === resource.parent);
  return parent === undefined ? resource.type : `${typeChain(parent, all)}$${resource.type}`;
}

function call<T>(start: (done: (error: Error | null, response: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, response) => {
      if (error === null) resolve(response);
      else reject(error);
    });
  });
}

/** The server says its port on standard output, as a plugin does. */
function portOf(start: () => void): Promise<string> {
  return new Promise((resolve) => {
    vi.spyOn(console, "log").mockImplementationOnce(resolve);
    start();
  });
}
