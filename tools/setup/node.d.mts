/** npm's own script, to be run by a Node of our choice. */
export function npmScript(): string;

/** Whether scripts run on this version of Node. */
export function isSupported(version: string): boolean;
