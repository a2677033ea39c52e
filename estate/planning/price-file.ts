import { parse } from "csv-parse/sync";
import { z } from "zod";
import { InputError, quoted } from "../../landing-zone/input-error";
import { normalizeRegion } from "../../limits/facts/region";
import { parseJsonText, readTextFile } from "./json-file";
import { PriceList, pricedPer, type PricedItem } from "./price-list";

const remedy =
  "Give what the Azure Retail Prices API answers (JSON with Items, or a list of such items), or a CSV file with the columns item, per, price, currency and, if wanted, os; `asr plan --help` has an example.";

/**
 * Prices of a region from a file: the answer of the Azure Retail Prices API, or a CSV table.
 *
 * @throws InputError when it is neither, has no price, or several currencies.
 */
export async function readPrices(file: string, region: string): Promise<PriceList> {
  return parsePrices(await readTextFile(file, remedy), file, region);
}

interface PriceRow {
  readonly item: PricedItem;
  readonly price: number;
  readonly currency: string;
}

/** @throws InputError as `readPrices`. */
export function parsePrices(content: string, file: string, region: string): PriceList {
  const rows = /^\s*[[{]/.test(content)
    ? retailRows(content, file, normalizeRegion(region))
    : csvRows(content, file);
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  const [currency] = currencies;
  if (currency === undefined) {
    throw new InputError(
      `The file has no price of a virtual machine, a managed disk or Site Recovery in ${region}.`,
      remedy,
      { file },
    );
  }
  if (currencies.length > 1) {
    throw new InputError(
      `The prices are in ${currencies.map(quoted).join(" and ")}.`,
      "Give prices of one currency.",
      { file },
    );
  }
  return new PriceList(file, currency, rows);
}

const retailItem = z.object({
  currencyCode: z.string(),
  retailPrice: z.number().min(0),
  armRegionName: z.string().nullish(),
  armSkuName: z.string().nullish(),
  skuName: z.string().nullish(),
  meterName: z.string().nullish(),
  productName: z.string().nullish(),
  serviceName: z.string().nullish(),
  unitOfMeasure: z.string().nullish(),
  type: z.string().nullish(),
  tierMinimumUnits: z.number().nullish(),
  isPrimaryMeterRegion: z.boolean().nullish(),
});

const retailAnswer = z.union([
  z.array(retailItem),
  z.object({ Items: z.array(retailItem) }).transform(({ Items }) => Items),
]);

function retailRows(content: string, file: string, region: string): readonly PriceRow[] {
  return parseJsonText(content, file, retailAnswer, remedy).flatMap((row): readonly PriceRow[] => {
    const { armRegionName, type, tierMinimumUnits, retailPrice: price, currencyCode: currency } = row;
    const isOther =
      (typeof armRegionName === "string" &&
        armRegionName !== "" &&
        normalizeRegion(armRegionName) !== region) ||
      (typeof type === "string" && type !== "Consumption") ||
      (tierMinimumUnits ?? 0) > 0 ||
      row.isPrimaryMeterRegion === false;
    const item = isOther ? undefined : retailItemOf(row);
    return item === undefined ? [] : [{ item, price, currency }];
  });
}

/** Which thing a meter is of; undefined for one that plans do not count. */
function retailItemOf(row: z.infer<typeof retailItem>): PricedItem | undefined {
  const { armSkuName, skuName, meterName, productName, serviceName, unitOfMeasure } = row;
  const unit = unitOfMeasure?.toLowerCase() ?? "";
  switch (serviceName?.toLowerCase()) {
    case "virtual machines":
      // Spot and low-priority machines are taken away when others need them.
      if (!unit.includes("hour") || /spot|low priority/i.test(`${skuName ?? ""} ${meterName ?? ""}`)) return;
      return typeof armSkuName === "string" && armSkuName !== ""
        ? { kind: "vm", name: armSkuName, windows: /windows/i.test(productName ?? "") }
        : undefined;
    case "storage": {
      const tier = /^([PES]\d+) LRS Disks?$/i.exec(meterName ?? "")?.[1];
      return tier === undefined || !unit.includes("month")
        ? undefined
        : { kind: "disk", tier: tier.toUpperCase() };
    }
    case "azure site recovery":
      return /to azure protected instance/i.test(meterName ?? "") ? { kind: "site-recovery" } : undefined;
    default:
      return undefined;
  }
}

function csvRows(content: string, file: string): readonly PriceRow[] {
  const [head = ""] = content.split(/\r?\n/, 1);
  const delimiter = [",", ";", "\t"].reduce((best, each) =>
    head.split(each).length > head.split(best).length ? each : best,
  );
  let table: readonly (readonly string[])[];
  try {
    table = parse(content, { bom: true, delimiter, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new InputError(
      `This is no CSV table: ${(error as Error).message}`,
      remedy,
      { file },
      { cause: error },
    );
  }
  const [header = [], ...rows] = table;
  const names = header.map((name) => name.toLowerCase());
  for (const name of ["item", "per", "price", "currency"]) {
    if (!names.includes(name)) {
      throw new InputError(`There is no column ${quoted(name)}.`, remedy, { file, row: 1 });
    }
  }
  return rows.map((cells, index): PriceRow => {
    const place = { file, row: index + 2 };
    const cell = (name: string): string => cells[names.indexOf(name)] ?? "";
    const item = csvItem(cell("item"), cell("os"), place);
    const per = cell("per").toLowerCase();
    if (per !== pricedPer[item.kind]) {
      throw new InputError(
        `${quoted(cell("item"))} is priced per ${quoted(per)}.`,
        `Give its price per ${pricedPer[item.kind]}.`,
        { ...place, column: "per" },
      );
    }
    const currency = cell("currency").toUpperCase();
    if (!/^[A-Z]{3}$/.test(currency)) {
      throw new InputError(`${quoted(currency)} is no currency.`, "Write it as EUR or USD.", {
        ...place,
        column: "currency",
      });
    }
    return { item, currency, price: priceOf(cell("price"), place) };
  });
}

function csvItem(text: string, os: string, place: object): PricedItem {
  if (/^[PES]\d+$/i.test(text)) return { kind: "disk", tier: text.toUpperCase() };
  if (text.toLowerCase() === "site-recovery") return { kind: "site-recovery" };
  if (/^(Standard|Basic)_\w+(-\w+)*$/i.test(text) && /^(windows|linux)?$/i.test(os)) {
    return { kind: "vm", name: text, windows: os.toLowerCase() === "windows" };
  }
  throw new InputError(
    `${quoted(os === "" ? text : `${text}, ${os}`)} is nothing that a plan counts.`,
    "Name a size such as Standard_D4s_v5 (os: windows, linux or empty), a disk tier such as P10, or site-recovery.",
    { ...place, column: "item" },
  );
}

/** A decimal point or comma; `1,250` may be either of two numbers and is refused, `0,250` is not. */
function priceOf(text: string, place: object): number {
  if (!/^\d+([.,]\d+)?$/.test(text) || /^[1-9]\d{0,2},\d{3}$/.test(text)) {
    throw new InputError(`${quoted(text)} is no price.`, "Write it as a number such as 0.192.", {
      ...place,
      column: "price",
    });
  }
  return Number(text.replace(",", "."));
}
