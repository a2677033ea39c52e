/** The part of a Pulumi package schema that the page is made from. */
export interface ComponentSchema {
  readonly resources: Readonly<Record<string, object>>;
}

/**
 * How docs/components.md must look, given the package's schema and how it looks now; before formatting.
 *
 * @throws Error when the page has no place for it.
 */
export function renderComponentPage(schema: ComponentSchema, page: string): string;

/** Names of the components that a schema has. */
export function componentsOf(schema: ComponentSchema): readonly string[];
