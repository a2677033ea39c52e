import { expect, it } from "vitest";
import { azureErrorOf } from "../../azure/azure-error";

it("says what the service says in one line that moves no terminal's cursor", () => {
  const error = {
    code: "VaultBusy",
    message: "The vault\r\n  is \u001b[2Jbusy.",
    recommendedAction: "Wait,\nthen\u0007 try again.",
  };
  const { code, message, details } = azureErrorOf({
    statusCode: 409,
    response: { bodyAsText: JSON.stringify({ error }) },
  });
  expect({ code, message, details }).toEqual({
    code: "VaultBusy",
    message: "The vault is \uFFFD[2Jbusy.",
    details: { statusCode: 409, remedy: "Wait, then\uFFFD try again." },
  });
});
