import { createHttpHeaders, type HttpClient } from "@azure/core-rest-pipeline";
import { expect, it } from "vitest";
import { ArmClient } from "../../azure/arm-client";

it("keeps whole numbers that a number cannot hold, where it is asked to", async () => {
  const httpClient: HttpClient = {
    sendRequest: (request) =>
      Promise.resolve({
        request,
        status: 200,
        headers: createHttpHeaders(),
        bodyAsText:
          '{"long": 8726350008099341699, "short": 120, "fraction": 1.5, "text": "8726350008099341699"}',
      }),
  };
  const arm = new ArmClient("https://management.azure.com", { httpClient });
  expect(await arm.get("/x", "2024-04-01", { exactIntegers: true })).toEqual({
    long: "8726350008099341699",
    short: 120,
    fraction: 1.5,
    text: "8726350008099341699",
  });
  expect(await arm.get("/x", "2024-04-01")).toMatchObject({
    long: Number("8726350008099341699"),
    short: 120,
  });
});
