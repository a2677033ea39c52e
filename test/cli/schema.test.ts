import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asr } from "./command-line";

async function validatorOf(format: string): Promise<(document: unknown) => unknown> {
  const { code, stdout } = await asr("schema", format);
  expect(code).toBe(0);
  const validate = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(
    JSON.parse(stdout) as object,
  );
  return (document) => {
    validate(document);
    return validate.errors ?? [];
  };
}

const estate = {
  schema: "asr-estate/1",
  scenario: "vmware-to-azure",
  experience: "classic",
  machines: [
    {
      name: "db01",
      kind: "vmware-vm",
      os: { family: "windows", name: "Windows Server", version: "2016" },
      disks: [{ name: "Hard disk 1", sizeGiB: 2049, os: true }],
    },
    {
      name: "web01",
      kind: "vmware-vm",
      os: { family: "windows", name: "Windows Server", version: "2016" },
      disks: [{ name: "Hard disk 1", sizeGiB: 127, os: true }],
    },
  ],
};

describe("asr schema", () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "asr-schema-"));
    file = join(folder, "estate.json");
    writeFileSync(file, JSON.stringify(estate));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(["estate", "landing-zone", "assessment", "plan", "waivers", "seed"])(
    "%s is a JSON Schema",
    async (format) => {
      const errors = await validatorOf(format);
      expect(errors("no such document")).not.toEqual([]);
    },
  );

  it("of an estate fits what was understood", async () => {
    const { stdout } = await asr("assess", file, "--format", "estate");
    expect((await validatorOf("estate"))(JSON.parse(stdout))).toEqual([]);
  });

  it.each([
    ["--edition", "2019-05"],
    ["--compare", "2016-12,2019-05"],
  ])("of an assessment fits `asr assess %s %s`", async (...flags) => {
    const { stdout } = await asr("assess", file, "--format", "json", ...flags);
    expect((await validatorOf("assessment"))(JSON.parse(stdout))).toEqual([]);
  });

  it("of a plan fits what `asr plan` writes", async () => {
    const out = join(folder, "plan");
    expect((await asr("plan", file, "--out", out, "--edition", "2019-05")).code).toBe(0);
    expect((await validatorOf("plan"))(JSON.parse(readFileSync(join(out, "plan.json"), "utf8")))).toEqual([]);
  });
});
