import type { AzureError } from "./azure-error";

/** The request that an error of Azure's clients belongs to. */
interface RequestShape {
  readonly method?: unknown;
  readonly url?: unknown;
}

/**
 * The action of Azure's role-based access control that was refused: the one the service names, or else the one that the
 * request is of. Undefined where the call was refused for anything but want of rights, or nothing tells what it was.
 */
export function refusedAction(error: AzureError): string | undefined {
  if (error.details.statusCode !== 403) return undefined;
  const named = /(?:authorization|permission) to perform action(?:\(s\))? '([^',]+)/i.exec(
    error.message,
  )?.[1];
  if (named !== undefined) return named;
  const { request } = (error.cause ?? {}) as { readonly request?: RequestShape };
  return typeof request?.url === "string" && typeof request.method === "string"
    ? actionOf(request.method, request.url)
    : undefined;
}

const verbs: Readonly<Record<string, string>> = { GET: "read", HEAD: "read", DELETE: "delete" };

/** `GET …/providers/Microsoft.X/a/1/b/2`: Microsoft.X/a/b/read; a POST is the action it ends in. */
function actionOf(method: string, url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const path = new URL(url).pathname;
  const block = path.split(/\/providers\//i).at(-1);
  if (block === undefined || block === path) {
    return /\/resourceGroups\/[^/]+$/i.test(path)
      ? `Microsoft.Resources/subscriptions/resourceGroups/${verbs[method] ?? "write"}`
      : undefined;
  }
  const [namespace, ...rest] = block.split("/");
  const types = rest.filter((_, index) => index % 2 === 0);
  return [namespace, ...types, method === "POST" ? "action" : (verbs[method] ?? "write")].join("/");
}
