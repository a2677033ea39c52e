import { ArmError } from "../../arm/arm-error";
import { objectAt, stringAt, type JsonObject } from "../../json";

const standard = [
  "Standard_LRS",
  "Standard_GRS",
  "Standard_RAGRS",
  "Standard_ZRS",
  "Standard_GZRS",
  "Standard_RAGZRS",
];

/** Which SKUs each kind of account takes. Source: "Storage account overview", types of storage accounts. */
const skusOfKind: Readonly<Record<string, readonly string[]>> = {
  Storage: ["Standard_LRS", "Standard_GRS", "Standard_RAGRS", "Standard_ZRS", "Premium_LRS"],
  StorageV2: [...standard, "Premium_LRS"],
  BlobStorage: ["Standard_LRS", "Standard_GRS", "Standard_RAGRS"],
  BlockBlobStorage: ["Premium_LRS", "Premium_ZRS"],
  FileStorage: [
    "Premium_LRS",
    "Premium_ZRS",
    "PremiumV2_LRS",
    "PremiumV2_ZRS",
    "StandardV2_LRS",
    "StandardV2_GRS",
    "StandardV2_ZRS",
    "StandardV2_GZRS",
  ],
};

const kindChanges: Readonly<Record<string, readonly string[]>> = {
  Storage: ["StorageV2"],
  BlobStorage: ["StorageV2"],
};

/** `Standard` or `Premium`, from the name of the SKU. */
export function skuTier(sku: string): string {
  return sku.startsWith("Premium") ? "Premium" : "Standard";
}

/**
 * The kind and SKU an account will have.
 *
 * @throws ArmError 400 where the service refuses the pair, lacks the access tier of a blob account, or where the
 * change from what it was is not possible.
 */
export function checkKindAndSku(
  body: JsonObject,
  properties: JsonObject,
  before: JsonObject | undefined,
): { readonly kind: string; readonly sku: string } {
  const kindBefore = stringAt(before, "kind");
  const skuBefore = stringAt(objectAt(before, "sku"), "name");
  const kind = stringAt(body, "kind") ?? kindBefore;
  const sku = stringAt(objectAt(body, "sku"), "name") ?? skuBefore;
  if (sku === undefined)
    throw invalid("InvalidRequestPropertyValue", "The required property 'sku.name' is missing.");
  if (kind === undefined)
    throw invalid("InvalidRequestPropertyValue", "The required property 'kind' is missing.");
  const skus = skusOfKind[kind];
  if (!skus)
    throw invalid("InvalidValuesForRequestParameters", "Values for request parameters are invalid: kind.");
  if (!Object.values(skusOfKind).flat().includes(sku)) {
    throw invalid("InvalidValuesForRequestParameters", "Values for request parameters are invalid: sku.");
  }
  if (!skus.includes(sku)) {
    throw invalid(
      "InvalidValuesForRequestParameters",
      "Values for request parameters are invalid: sku,kind.",
    );
  }
  if (kind === "BlobStorage" && before === undefined && properties["accessTier"] === undefined) {
    throw invalid(
      "InvalidValuesForRequestParameters",
      "Values for request parameters are invalid: accessTier.",
    );
  }
  if (kindBefore !== undefined && kind !== kindBefore && !kindChanges[kindBefore]?.includes(kind)) {
    throw invalid(
      "AccountTypeChangeNotAllowed",
      `The account kind cannot be changed from '${kindBefore}' to '${kind}'.`,
    );
  }
  if (skuBefore !== undefined && skuTier(skuBefore) !== skuTier(sku)) {
    throw invalid(
      "AccountTypeChangeNotAllowed",
      `The account SKU cannot be changed from '${skuBefore}' to '${sku}'.`,
    );
  }
  return { kind, sku };
}

function invalid(code: string, message: string): ArmError {
  return new ArmError(code === "AccountTypeChangeNotAllowed" ? 409 : 400, code, message);
}
