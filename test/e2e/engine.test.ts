import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProject, type Project } from "./engine";

const program = `
const pulumi = require("@pulumi/pulumi");
const config = new pulumi.Config();
class Shelf extends pulumi.ComponentResource {
  constructor(name, opts) {
    super("e2e:index:Shelf", name, {}, opts);
    this.registerOutputs({});
  }
}
if (config.get("break") === "throw") throw new Error("broken on purpose");
if (config.get("break") === "reject") Promise.reject(new Error("rejected on purpose"));
if (config.get("break") === "exit") process.exit(7);
console.log("the program speaks");
new Shelf(config.get("shelf") ?? "oak");
module.exports.stack = pulumi.getStack();
module.exports.dryRun = pulumi.runtime.isDryRun();
module.exports.secret = config.getSecret("token") ?? "none";
module.exports.node = process.version;
`;

const policyPack = {
  "policies/PulumiPolicy.yaml": "runtime: {name: nodejs, options: {typescript: false}}\nversion: 1.2.3\n",
  "policies/package.json": JSON.stringify({ name: "e2e-policies", version: "1.2.3", main: "index.js" }),
  "policies/index.js": `
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("e2e-policies", { policies: [{
  name: "no-pine", description: "Pine is too soft.", enforcementLevel: "mandatory",
  validateResource: (args, report) => { if (args.name === "pine") report("Pine is too soft for a shelf."); },
}] });
`,
};

describe("the engine that set-up resolves", () => {
  let project: Project;
  beforeAll(async () => {
    project = await createProject({ files: { "index.js": program, ...policyPack } });
  });
  afterAll(() => project.dispose());

  it("previews without creating, and shows what the program prints", async () => {
    const ended = await project.preview();
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toContain("the program speaks");
    expect(ended.stdout).toMatch(/\+ +e2e:index:Shelf/);
    expect(ended.stdout + ended.stderr).not.toContain("warning");
    expect(await project.resources()).toEqual([]);
  });

  it("creates, then finds nothing to change", async () => {
    await project.pulumi("config", "set", "--secret", "token", "s3cret");
    const up = await project.up();
    expect(up.code, up.stdout).toBe(0);
    expect((await project.resources()).map((resource) => resource.type)).toEqual([
      "pulumi:pulumi:Stack",
      "e2e:index:Shelf",
    ]);
    expect(await project.outputs()).toMatchObject({ stack: "test", dryRun: false, secret: "s3cret" });
    expect(up.stdout).not.toContain("s3cret");
    const again = await project.preview("--expect-no-changes");
    expect(again.code, again.stdout).toBe(0);
  });

  it("runs the program on a Node that it supports", async () => {
    expect((await project.outputs())["node"]).toMatch(/^v(22|24|2[6-9]|[3-9]\d)\./);
  });

  it("runs a policy pack, and stops at a mandatory violation", async () => {
    const kept = await project.preview("--policy-pack", "policies");
    expect(kept.code, kept.stdout).toBe(0);
    expect(kept.stdout).toMatch(/e2e-policies@v1\.2\.3/);
    await project.pulumi("config", "set", "shelf", "pine");
    const broken = await project.preview("--policy-pack", "policies");
    await project.pulumi("config", "rm", "shelf");
    expect(broken.code).not.toBe(0);
    expect(broken.stdout).toContain("Pine is too soft for a shelf.");
  });

  it.each([
    ["throw", "broken on purpose"],
    ["reject", "rejected on purpose"],
    ["exit", "exit code 7"],
  ])("says why a program failed: %s", async (how, message) => {
    await project.pulumi("config", "set", "break", how);
    const ended = await project.preview();
    await project.pulumi("config", "rm", "break");
    expect(ended.code).not.toBe(0);
    expect(ended.stdout + ended.stderr).toContain(message);
  });

  it("destroys to nothing", async () => {
    const ended = await project.destroy();
    expect(ended.code, ended.stdout).toBe(0);
    expect(await project.resources()).toEqual([]);
  });
});
