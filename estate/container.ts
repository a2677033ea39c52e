import { open, readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { InputError } from "../landing-zone/input-error";

/** How a file holds its content, told from its first bytes. */
export type Container = "zip" | "text";

const zipMagic = Buffer.from([0x50, 0x4b]);
const compoundFileMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Bytes of a compound file searched for the names of its streams; they stand at its start in practice. */
const compoundFileBytesSearched = 4 * 1024 * 1024;

/**
 * @throws InputError when the file is empty, missing, or a compound file: an encrypted workbook or an old one.
 */
export async function containerOf(file: string): Promise<Container> {
  const handle = await open(file, "r").catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    const start = Buffer.alloc(compoundFileMagic.length);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    if (bytesRead === 0) {
      throw new InputError("The file is empty.", "Export the inventory again.", { file });
    }
    if (start.equals(compoundFileMagic)) {
      const head = Buffer.alloc(compoundFileBytesSearched);
      const { bytesRead: length } = await handle.read(head, 0, head.length, 0);
      throw compoundFile(file, head.subarray(0, length));
    }
    return start.subarray(0, zipMagic.length).equals(zipMagic) ? "zip" : "text";
  } finally {
    await handle.close();
  }
}

function compoundFile(file: string, head: Buffer): InputError {
  const names = (name: string): boolean => head.includes(Buffer.from(name, "utf16le"));
  if (names("EncryptedPackage")) {
    return new InputError(
      "The workbook is encrypted, by a password or by information protection, and cannot be read.",
      "Open it in Excel, remove the protection (File, Info, Protect Workbook, or the sensitivity label) and save an unprotected copy.",
      { file },
    );
  }
  return new InputError(
    names("Workbook") || names("Book")
      ? "The workbook is in the old binary format (.xls)."
      : "The file is a compound file, not a workbook that can be read.",
    "Open it in Excel and save it as .xlsx.",
    { file },
  );
}

/** Extensions of files that a folder is searched for; what they are is told from their content all the same. */
const inventoryExtensions = new Set([".xlsx", ".xlsm", ".csv", ".tsv", ".json", ".yaml", ".yml"]);

/** A file that may hold an inventory. */
export interface InventoryFile {
  readonly file: string;
  /** It was found in a folder; nobody named it. */
  readonly inFolder: boolean;
}

/** The files that the given paths name, folders searched one level deep, in a fixed order. */
export async function inventoryFiles(paths: readonly string[]): Promise<readonly InventoryFile[]> {
  const files: InventoryFile[] = [];
  for (const path of paths) {
    const info = await stat(path).catch((error: unknown) => {
      throw unreadable(path, error);
    });
    if (info.isFile()) {
      files.push({ file: path, inFolder: false });
      continue;
    }
    if (!info.isDirectory()) {
      throw new InputError(
        "This is a pipe or a device, and an inventory is read more than once.",
        "Save what it gives as a file.",
        { file: path },
      );
    }
    const found = (await readdir(path, { withFileTypes: true }))
      // Spreadsheet programs keep a lock file `~$name.xlsx` beside an open workbook.
      .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !entry.name.startsWith("~$"))
      .map((entry) => entry.name)
      .filter((name) => inventoryExtensions.has(extname(name).toLowerCase()))
      .sort();
    if (found.length === 0) {
      throw new InputError(
        "The folder holds no inventory.",
        `Give a folder with ${[...inventoryExtensions].join(", ")} files, or the files themselves.`,
        { file: path },
      );
    }
    files.push(...found.map((name) => ({ file: join(path, name), inFolder: true })));
  }
  return files;
}

function unreadable(file: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
  const problems: Readonly<Record<string, string>> = {
    ENOENT: "There is no such file or folder.",
    EACCES: "The file may not be read.",
    EPERM: "The file may not be read.",
    EISDIR: "This is a folder.",
  };
  return new InputError(
    problems[code] ?? `The file cannot be read (${code}).`,
    "Give the path of an inventory: a workbook or an estate document.",
    { file },
    { cause: error },
  );
}
