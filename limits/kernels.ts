import { knownString } from "./facts/known";
import { compareVersions, type Version } from "./versions";

/**
 * A Linux kernel release as `uname -r` prints it: `4.15.0-1040-azure` is base 4.15.0, build 1040, flavour
 * `azure`. Words inside the build keep kernels of different series apart: `bpo` in `4.9.0-0.bpo.8-amd64`,
 * `el9_4` in `5.14.0-427.13.1.el9_4`.
 */
export interface Kernel {
  /** Without the architecture, which only some distributions print. */
  readonly text: string;
  readonly base: Version;
  readonly build: Version;
  /** The words of the build in order, joined by dots; empty where there are none. */
  readonly series: string;
  /** `generic`, `azure`, `cloud-amd64`, `default`, or empty. */
  readonly flavour: string;
}

const architecture = /\.(x86_64|i[3-6]86|noarch|aarch64|ppc64le|s390x)$/;
const shape = /^(\d+(?:\.\d+)*)(?:\+([^-]*))?(?:-(.*))?$/;
const flavourAtEnd = /(?:^|-)([a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*)$/;

/** Undefined for text that is no kernel release. */
export function parseKernel(release: unknown): Kernel | undefined {
  const text = knownString(release)?.replace(architecture, "");
  const match = text === undefined ? null : shape.exec(text);
  if (text === undefined || match === null) return undefined;
  const rest = match[3] ?? "";
  const flavour = flavourAtEnd.exec(rest)?.[1] ?? "";
  const parts = [
    ...(match[2] ?? "").split("."),
    ...rest.slice(0, rest.length - flavour.length).split(/[.\-+]/),
  ];
  return {
    text,
    base: (match[1] ?? "").split(".").map(Number),
    build: parts.filter((part) => /^\d+$/.test(part)).map(Number),
    series: parts.filter((part) => part !== "" && !/^\d+$/.test(part)).join("."),
    flavour,
  };
}

/**
 * Orders kernels by flavour and series first, then by base and build number by number: a total order,
 * in which the kernels of one flavour and series lie side by side.
 */
export function compareKernels(a: Kernel, b: Kernel): number {
  return (
    compareText(a.flavour, b.flavour) ||
    compareText(a.series, b.series) ||
    compareVersions(a.base, b.base) ||
    compareVersions(a.build, b.build)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Both ends belong to the range. Ranges may span base versions, never flavours or series. */
export interface KernelRange {
  readonly from: Kernel;
  readonly to: Kernel;
}

export function isInRange(kernel: Kernel, { from, to }: KernelRange): boolean {
  return (
    kernel.flavour === from.flavour &&
    kernel.series === from.series &&
    compareKernels(kernel, from) >= 0 &&
    compareKernels(kernel, to) <= 0
  );
}

/** Reads `3.13.0-24-generic to 3.13.0-167-generic`, or one kernel alone. @throws TypeError for other text */
export function kernelRange(text: string): KernelRange {
  const [first, last] = text.split(" to ");
  const from = parseKernel(first);
  const to = last === undefined ? from : parseKernel(last);
  if (from === undefined || to === undefined || compareKernels(from, to) > 0 || from.flavour !== to.flavour) {
    throw new TypeError(`"${text}" is no range of kernels`);
  }
  return { from, to };
}
