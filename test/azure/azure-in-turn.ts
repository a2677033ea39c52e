import { createHttpHeaders, type HttpClient, type PipelineResponse } from "@azure/core-rest-pipeline";
import { vi } from "vitest";
import { azureSettings } from "../../azure/azure-settings";
import { connect, type AzureConnection } from "../../azure/connection";

/** One answer of a service. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A connection to an Azure that gives answers in turn, the last one for good. */
export interface AzureInTurn {
  readonly connection: AzureConnection;
  /** When it was asked, in milliseconds since the first time. */
  readonly since: () => readonly number[];
}

export async function azureInTurn(...answers: readonly Answer[]): Promise<AzureInTurn> {
  const asked: number[] = [];
  const httpClient: HttpClient = {
    sendRequest: (request): Promise<PipelineResponse> => {
      const { status, headers, body } = answers[Math.min(asked.length, answers.length - 1)] ?? {
        status: 200,
      };
      asked.push(Date.now());
      return Promise.resolve({
        request,
        status,
        headers: createHttpHeaders({ "content-type": "application/json", ...headers }),
        bodyAsText: JSON.stringify(body ?? {}),
      });
    },
  };
  const settings = azureSettings(
    {
      clientId: "c",
      tenantId: "11111111-1111-4111-8111-111111111111",
      clientSecret: "x",
      subscriptionId: "s",
    },
    {},
  );
  const connection = await connect(settings, "test", { httpClient });
  vi.spyOn(connection.credential, "getToken").mockResolvedValue({
    token: "t",
    expiresOnTimestamp: Date.now() + 86_400_000,
  });
  return { connection, since: () => asked.map((time) => time - (asked[0] ?? 0)) };
}
