import type { CataloguedLimit } from "../../limits/catalogue";

/** A filter for limits that contain every word of the text, in whatever place and case; all without a text. */
export function matching(text: string | undefined): (limit: CataloguedLimit) => boolean {
  const words = (text ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return (limit) => {
    const haystack = JSON.stringify(limit).toLowerCase();
    return words.every((word) => haystack.includes(word));
  };
}
