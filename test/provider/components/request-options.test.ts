import * as pulumi from "@pulumi/pulumi";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { describe, expect, it } from "vitest";
import { requestOptions } from "../../../provider/components/request-options";

const urn = (name: string) => `urn:pulumi:test::p::t:index:T::${name}`;

describe("the options of a component that another process asks for", () => {
  it("are those that the program gave", async () => {
    const request = new ConstructRequest();
    request.setParent(urn("parent"));
    request.setDependenciesList([urn("before")]);
    request.setProtect(true);
    request.setRetainondelete(true);
    request.setIgnorechangesList(["tags"]);
    request.setReplaceonchangesList(["location"]);
    request.setCustomtimeouts(new ConstructRequest.CustomTimeouts().setCreate("2h"));
    request.setDeletedwith(urn("vault"));
    request.getProvidersMap().set("azure-native", `${urn("azure")}::id`);
    const options = requestOptions(request);
    expect(options).toMatchObject({
      protect: true,
      retainOnDelete: true,
      ignoreChanges: ["tags"],
      replaceOnChanges: ["location"],
      customTimeouts: { create: "2h" },
    });
    expect(
      await urnsOf([options.parent, ...(options.dependsOn as pulumi.Resource[]), options.deletedWith]),
    ).toEqual(["parent", "before", "vault"].map(urn));
    expect(Object.keys(options.providers ?? {})).toEqual(["azure-native"]);
  });

  it("keep aliases, by URN and by their parts", () => {
    const byParts = (specification: Alias.Spec) => new Alias().setSpec(specification);
    const request = new ConstructRequest();
    request.setAliasesList([
      new Alias().setUrn(urn("old")),
      byParts(new Alias.Spec().setName("old").setProject("before")),
      byParts(new Alias.Spec().setStack("other").setParenturn(urn("parent"))),
      byParts(new Alias.Spec().setNoparent(true)),
    ]);
    expect(requestOptions(request).aliases).toEqual([
      urn("old"),
      { name: "old", project: "before" },
      { stack: "other", parent: urn("parent") },
      { parent: pulumi.rootStackResource },
    ]);
  });

  it("say nothing of what the program left out", () => {
    const options = requestOptions(new ConstructRequest());
    for (const name of ["parent", "customTimeouts", "deletedWith"]) expect(options).not.toHaveProperty(name);
  });
});

function urnsOf(resources: readonly (pulumi.Resource | undefined)[]): Promise<readonly string[]> {
  return Promise.all(
    resources.map((resource) => (resource?.urn as unknown as { promise(): Promise<string> }).promise()),
  );
}
