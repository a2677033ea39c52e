import { describe, expect, it } from "vitest";
import { inputPropertiesError } from "../../../components/inputs/input-problems";
import { InputError } from "../../../landing-zone/input-error";
import { InputPropertiesFailure } from "../../../plugin-protocol/input-properties-failure";
import { describedFailure } from "../../../provider/components/described-failure";

describe("a component's failure, as the engine shows it", () => {
  it("keeps the inputs that are to blame, and says their reasons once", () => {
    const problems = [{ propertyPath: "vaultId", reason: "Missing." }];
    const failure = describedFailure("RecoveryVault v", inputPropertiesError("RecoveryVault v", problems));
    expect(failure).toBeInstanceOf(InputPropertiesFailure);
    expect(failure).toMatchObject({ message: "RecoveryVault v cannot be created", failures: problems });
  });

  it("names the file, with the place in it", () => {
    const place = { file: "zone.yaml", position: { line: 3, column: 7 }, path: "region" };
    const failure = describedFailure("zone", new InputError("It is no region.", "Mend it.", place));
    expect(failure).toMatchObject({
      failures: [{ propertyPath: "file", reason: "zone.yaml:3:7, region: It is no region. Mend it." }],
    });
  });

  it("names the property of a document that was given as an input", () => {
    const place = { position: { line: 1, column: 1 }, path: "machines.db01" };
    const failure = describedFailure("zone", new InputError("It is odd.", "Mend it.", place));
    expect(failure).toMatchObject({
      failures: [{ propertyPath: "document.machines.db01", reason: "It is odd. Mend it." }],
    });
  });

  it("leaves other errors as they are", () => {
    const error = new Error("Azure is away.");
    expect(describedFailure("zone", error)).toBe(error);
    expect(describedFailure("zone", "odd").message).toBe("odd");
  });
});
