import * as pulumi from "@pulumi/pulumi";
import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { sdkRuntime } from "./sdk-runtime";

/** The options that a program gave a component in another process. */
export function requestOptions(request: ConstructRequest): pulumi.ComponentResourceOptions {
  const parent = request.getParent();
  const timeouts = request.getCustomtimeouts()?.toObject();
  const hooks = sdkRuntime.hookBindingFromProto(request.getResourceHooks());
  const deletedWith = request.getDeletedwith();
  return {
    aliases: request.getAliasesList().map(aliasOf),
    dependsOn: request.getDependenciesList().map((urn) => new pulumi.DependencyResource(urn)),
    providers: Object.fromEntries(
      request
        .getProvidersMap()
        .toArray()
        .map(([name, reference]) => [name, new pulumi.DependencyProviderResource(reference)]),
    ),
    protect: request.getProtect(),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    retainOnDelete: request.getRetainondelete(),
    ...(parent === "" ? {} : { parent: new pulumi.DependencyResource(parent) }),
    ...(timeouts === undefined ? {} : { customTimeouts: timeouts }),
    ...(hooks === undefined ? {} : { hooks }),
    ...(deletedWith === "" ? {} : { deletedWith: new pulumi.DependencyResource(deletedWith) }),
  };
}

function aliasOf(given: Alias): string | pulumi.Alias {
  const specification = given.getSpec();
  if (specification === undefined) return given.getUrn();
  const [name, project, stack] = [
    specification.getName(),
    specification.getProject(),
    specification.getStack(),
  ];
  return {
    ...(name === "" ? {} : { name }),
    ...(project === "" ? {} : { project }),
    ...(stack === "" ? {} : { stack }),
    ...(specification.hasParenturn() ? { parent: specification.getParenturn() } : {}),
    ...(specification.getNoparent() ? { parent: pulumi.rootStackResource } : {}),
  };
}
