import { describe, expect, it } from "vitest";
import { parsePrices } from "../../../estate/planning/price-file";
import { parseQuotas } from "../../../estate/planning/quota-list";
import { parseVmSizes } from "../../../estate/planning/vm-size-list";
import { skus } from "./azure-lists";
import { estate, machine, planOf } from "./estates";

const retail = (more: object): object => ({
  currencyCode: "USD",
  retailPrice: 1,
  armRegionName: "westeurope",
  type: "Consumption",
  tierMinimumUnits: 0,
  isPrimaryMeterRegion: true,
  serviceName: "Virtual Machines",
  armSkuName: "Standard_D2s_v5",
  skuName: "D2s v5",
  meterName: "D2s v5",
  productName: "Virtual Machines Dsv5 Series",
  unitOfMeasure: "1 Hour",
  ...more,
});
const disk = { serviceName: "Storage", armSkuName: "", unitOfMeasure: "1/Month" };
const answer = (...items: readonly object[]): string => JSON.stringify({ Items: items });
const vm = { kind: "vm", name: "Standard_D2s_v5", windows: false } as const;

describe("prices", () => {
  it("are read from the answer of the Azure Retail Prices API", () => {
    const prices = parsePrices(
      answer(
        retail({ retailPrice: 0.1 }),
        retail({ retailPrice: 0.2, productName: "Virtual Machines Dsv5 Series Windows" }),
        retail({ retailPrice: 0.01, skuName: "D2s v5 Spot" }),
        retail({ retailPrice: 500, type: "Reservation" }),
        retail({ retailPrice: 0.3, armRegionName: "eastus" }),
        retail({ ...disk, retailPrice: 9.6, meterName: "E10 LRS Disk" }),
        retail({ ...disk, retailPrice: 0.5, meterName: "E10 LRS Disk Mount" }),
        retail({
          ...disk,
          serviceName: "Azure Site Recovery",
          retailPrice: 25,
          meterName: "VM Replicated to Azure Protected Instances",
        }),
        retail({
          ...disk,
          serviceName: "Azure Site Recovery",
          retailPrice: 16,
          meterName: "VM Replicated to System Center Protected Instances",
        }),
      ),
      "prices.json",
      "westeurope",
    );
    expect(prices.currency).toBe("USD");
    expect(prices.of(vm)).toBe(0.1);
    expect(prices.of({ ...vm, windows: true })).toBe(0.2);
    expect(prices.of({ kind: "disk", tier: "E10" })).toBe(9.6);
    expect(prices.of({ kind: "site-recovery" })).toBe(25);
    expect(prices.of({ kind: "disk", tier: "P10" })).toBeUndefined();
  });

  it("that differ are none", () => {
    const prices = parsePrices(answer(retail({}), retail({ retailPrice: 2 })), "prices.json", "westeurope");
    expect(prices.of(vm)).toBeUndefined();
    expect(prices.lackOf(vm)).toContain("2 different ones");
  });

  it.each([
    ["item,os,per,price,currency\nStandard_D2s_v5,,hour,0.096,EUR\n"],
    ["\ufeffitem;per;price;currency\r\nStandard_D2s_v5;hour;0,096;eur\r\n"],
  ])("are read from a CSV table, whatever the decimal separator: %j", (text) => {
    const prices = parsePrices(text.replace("\ufeff", ""), "prices.csv", "westeurope");
    expect([prices.currency, prices.of(vm)]).toEqual(["EUR", 0.096]);
  });

  it.each([
    ["item,per,price\nP10,month,1\n", /no column "currency"/],
    ["item,per,price,currency\nP10,hour,1,EUR\n", /row 2, column "per".*per month/],
    ["item;per;price;currency\nP10;month;1,250;EUR\n", /"1,250" is no price/],
    ["item,per,price,currency\nP10,month,1,EUR\nP20,month,1,USD\n", /"EUR" and "USD"/],
    ["item,per,price,currency\nlunch,month,1,EUR\n", /nothing that a plan counts/],
    [answer(), /no price/],
  ])("refuses %j", (text, message) => {
    expect(() => parsePrices(text, "prices.csv", "westeurope")).toThrow(message);
  });
});

const vmSizes = parseVmSizes(JSON.stringify(skus), "sizes.json", { region: "westeurope" });
const sized = { cpuCores: 2, memoryMiB: 8192 };

describe("a plan with lists of Azure", () => {
  const csv =
    "item,os,per,price,currency\nStandard_D2s_v5,windows,hour,0.2,EUR\nE10,,month,10,EUR\nsite-recovery,,month,25,EUR\n";
  const prices = parsePrices(csv, "prices.csv", "westeurope");
  const plan = planOf(estate([machine("a", sized), machine("b", sized)]), {
    vmSizes,
    prices,
    quotas: [
      parseQuotas(
        JSON.stringify([
          { name: { value: "cores" }, currentValue: "7", limit: "10" },
          { name: { value: "standardDSv5Family" }, currentValue: 0, limit: 4 },
        ]),
        "quota.json",
      ),
    ],
  });

  it("puts the sizes into the landing zone", () => {
    expect(Object.values(plan.landingZones[0]?.machines ?? {}).map(({ targetSize }) => targetSize)).toEqual([
      "Standard_D2s_v5",
      "Standard_D2s_v5",
    ]);
    expect(plan.vmSizes.sizes).toEqual([
      { name: "Standard_D2s_v5", family: "standardDsv5Family", machines: 2 },
    ]);
  });

  it("holds the demand by family against the quota", () => {
    const rows = plan.quotas[0]?.families.map(({ family, needed, free, missing }) => [
      family,
      needed.value,
      free.value,
      missing.value,
    ]);
    expect(rows).toEqual([
      ["cores", 4, 3, 1],
      ["standardDsv5Family", 4, 4, 0],
    ]);
  });

  it("counts replication by the month and drills by the year", () => {
    const drillDays = 4 * 7;
    expect(plan.costs?.replicationPerMonth.value).toBe(2 * 10 + 2 * 25);
    const drills = 2 * 0.2 * 24 * drillDays + (2 * 10 * drillDays * 12) / 365;
    expect(plan.costs?.drillsPerYear.value).toBeCloseTo(drills, 2);
    expect(plan.costs?.perYear.value).toBeCloseTo(12 * 70 + drills, 2);
    expect(plan.costs?.items[0]?.cost.formula).toBe("2 × 10 EUR a month");
  });

  it("says at least where a price is missing", () => {
    const two = machine("c", { ...sized, disks: [{ sizeGiB: 1000 }] });
    const { costs } = planOf(estate([machine("a", sized), two]), { vmSizes, prices });
    expect(costs?.replicationPerMonth).toMatchObject({
      value: 60,
      lacks: ["price of disk E30 in prices.csv"],
    });
  });
});

describe("a plan without lists of Azure", () => {
  const plan = planOf(estate([machine("a", sized)]));
  it("leaves sizes and quota open and says how to get them", () => {
    expect(plan.vmSizes.rule).toContain("az vm list-skus --location westeurope");
    expect(plan.machines[0]?.vmSize).toBeUndefined();
    expect(plan.quotas[0]?.families).toMatchObject([
      { family: "cores", needed: { value: 2 }, free: { value: null }, missing: { value: null } },
    ]);
    expect(plan.costs).toBeUndefined();
  });
});

describe("a list of quotas", () => {
  it.each([["[]"], ['{"value": [{"name": {}, "currentValue": null, "limit": 1}]}'], ["no json"]])(
    "refuses %s",
    (text) => {
      expect(() => parseQuotas(text, "quota.json")).toThrow(/^quota\.json/);
    },
  );

  const quota = (limit: number, file: string) =>
    parseQuotas(JSON.stringify([{ name: { value: "cores" }, currentValue: 0, limit }]), file);

  it("of two subscriptions in one file is refused", () => {
    const cores = { name: { value: "cores" }, currentValue: 0, limit: 10 };
    expect(() => parseQuotas(JSON.stringify([cores, cores]), "quota.json")).toThrow(
      /^quota\.json: .*"cores" twice: it speaks of several subscriptions.*--quota once for each/,
    );
  });

  it("belongs to the subscription of its place", () => {
    // 1,500 machines with three disks do not fit into one subscription.
    const disks = ["a", "b", "c"].map((name, index) => ({ name, sizeGiB: 64, os: index === 0 }));
    const many = Array.from({ length: 1500 }, (_, index) => machine(`m${index}`, { cpuCores: 2, disks }));
    const quotas = [quota(100, "one.json"), quota(7000, "two.json")];
    const { quotas: planned } = planOf(estate(many), { quotas });
    expect(planned.map(({ subscription, families }) => [subscription, families[0]?.free.value])).toEqual([
      [1, 100],
      [2, 7000],
    ]);
    expect(planOf(estate(many), { quotas: quotas.slice(1) }).quotas[1]?.families[0]?.free).toMatchObject({
      value: null,
      lacks: [expect.stringContaining("--quota")],
    });
  });

  it("of a subscription that the plan does not need is refused", () => {
    const quotas = [quota(100, "one.json"), quota(7000, "two.json")];
    expect(() => planOf(estate([machine("a", sized)]), { quotas })).toThrow(
      /^two\.json: .*subscription that the plan does not have: the machines need 1/,
    );
  });
});
