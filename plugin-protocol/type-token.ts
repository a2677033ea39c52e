/** A request about one resource. */
export interface ResourceRequest {
  getUrn(): string;
  getType(): string;
}

/** The type token: sent by newer engines, always part of the URN (`urn:pulumi:stack::project::parent$type::name`). */
export function typeTokenOf(request: ResourceRequest): string {
  if (request.getType() !== "") return request.getType();
  const qualified = request.getUrn().split("::")[2] ?? "";
  return qualified.slice(qualified.lastIndexOf("$") + 1);
}
