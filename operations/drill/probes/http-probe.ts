import { answerLine, type Attempt } from "./attempt";

export interface HttpExpectation {
  readonly status?: readonly number[] | undefined;
  readonly contains?: string | undefined;
}

/** Whether an address answers as it should. Redirects are not followed: they may lead out of the test network. */
export async function httpAttempt(
  url: string,
  expected: HttpExpectation,
  signal: AbortSignal,
): Promise<Attempt> {
  try {
    const response = await fetch(url, { redirect: "manual", signal });
    const text = await response.text();
    const isExpected = expected.status?.includes(response.status) ?? response.ok;
    if (!isExpected) return { passed: false, answer: `status ${response.status}` };
    if (expected.contains !== undefined && !text.includes(expected.contains)) {
      return {
        passed: false,
        answer: `status ${response.status}, but no "${expected.contains}" in the answer`,
      };
    }
    return { passed: true, answer: `status ${response.status}` };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { passed: false, answer: answerLine(cause instanceof Error ? cause.message : String(cause)) };
  }
}
