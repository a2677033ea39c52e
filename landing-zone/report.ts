/** Told of what is wrong with a document: the path of the place, and why, as a sentence without its full stop. */
export type Report = (path: readonly PropertyKey[], message: string) => void;
