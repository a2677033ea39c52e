// TypeScript types as the type specifications of a Pulumi package schema.
import ts from "typescript";

const packageName = "azure-siterecovery";

/** Types that a schema has no words for, by how they are written: an options bag of the Node SDK alone. */
const leftOut = /^pulumi\.(Custom|Component)ResourceOptions$/;

/** Types that stay open in the schema: they are read and checked as documents of their own. */
const open = new Set(["LandingZone"]);

export class TypeReader {
  /** Objects and enumerations found so far, by name. */
  types = {};

  constructor(checker, { enumerations, knownTypes, isOurs }) {
    Object.assign(this, { checker, enumerations, knownTypes, isOurs });
  }

  /** Properties of an object of arguments. */
  propertiesOf(type, owner, eventual = false) {
    const properties = {};
    const required = [];
    for (const symbol of type.getProperties()) {
      const declared = symbol.declarations?.[0]?.type?.getText() ?? "";
      if (leftOut.test(declared)) continue;
      const path = owner + upper(symbol.name);
      const specification = open.has(declared)
        ? { $ref: "pulumi.json#/Any", plain: true }
        : this.#specification(this.checker.getTypeOfSymbol(symbol), path, eventual);
      properties[symbol.name] = described(specification, this.comment(symbol), isSecret(symbol));
      if (!(symbol.flags & ts.SymbolFlags.Optional)) required.push(symbol.name);
    }
    return { properties: sorted(properties), required: required.sort() };
  }

  /** Outputs of a component: its own properties that are an `Output`. */
  outputsOf(type, owner) {
    const properties = {};
    const required = [];
    for (const symbol of type.getProperties()) {
      const held = outputOf(this.checker.getTypeOfSymbol(symbol));
      if (held === undefined || symbol.name === "urn") continue;
      const { members, optional } = membersOf(held);
      const specification = this.#bare(members, owner + upper(symbol.name), true);
      properties[symbol.name] = described(specification, this.comment(symbol), isSecret(symbol));
      if (!optional) required.push(symbol.name);
    }
    return { properties: sorted(properties), required: required.sort() };
  }

  comment(symbol) {
    return ts
      .displayPartsToString(symbol.getDocumentationComment(this.checker))
      .replaceAll(/\{@link ([^}]+)\}/g, "`$1`")
      .replaceAll(/\s*\n\s*/g, " ")
      .trim();
  }

  /** @param eventual inside of a value that may arise later as a whole. */
  #specification(type, path, eventual) {
    const { members } = membersOf(type);
    const later = members.map(outputOf).find((held) => held !== undefined);
    if (later === undefined) {
      const plain = this.#bare(members, path, eventual);
      return eventual ? plain : { ...plain, plain: true };
    }
    const held = membersOf(later).members;
    const names = new Set(held.map((member) => this.checker.typeToString(member)));
    const others = members.filter(
      (member) =>
        outputOf(member) === undefined &&
        member.symbol?.name !== "Promise" &&
        !names.has(this.checker.typeToString(member)),
    );
    const first = this.#bare(held, path, true);
    if (others.length === 0) return first;
    return {
      oneOf: [first, ...others.map((other) => ({ ...this.#bare([other], path, false), plain: true }))],
    };
  }

  #bare(members, path, eventual) {
    if (members.every((member) => member.flags & ts.TypeFlags.BooleanLike)) return { type: "boolean" };
    if (members.every((member) => member.isStringLiteral()))
      return this.#listed(members.map(({ value }) => value));
    if (members.length > 1) {
      return { oneOf: members.map((member) => this.#one(member, path, eventual)) };
    }
    return this.#one(members[0], path, eventual);
  }

  #one(type, path, eventual) {
    if (type.flags & ts.TypeFlags.String) return { type: "string" };
    if (type.flags & ts.TypeFlags.Number) return { type: "number" };
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type);
      return { type: "array", items: this.#specification(item, path, eventual) };
    }
    const values = type.getStringIndexType();
    if (values !== undefined) {
      return { type: "object", additionalProperties: this.#specification(values, path, eventual) };
    }
    if (type.flags & ts.TypeFlags.Object && type.getProperties().length > 0)
      return this.#object(type, path, eventual);
    throw new Error(`${path}: the schema has no words for ${this.checker.typeToString(type)}.`);
  }

  #object(type, path, eventual) {
    const declared = type.symbol.declarations?.[0];
    const name = type.symbol.name === "__type" ? path : type.symbol.name.replace(/Args$/, "");
    const reference = { $ref: `#/types/${tokenOf(name)}` };
    if (declared !== undefined && this.isOurs(declared.getSourceFile().fileName)) {
      if (!this.knownTypes.has(name)) throw new Error(`${path}: no resource has an object ${name}.`);
      return reference;
    }
    if (this.knownTypes.has(name)) throw new Error(`${path}: a resource's object is named ${name} too.`);
    if (this.types[name] !== undefined) return reference;
    this.types[name] = {}; // Types may refer to themselves.
    const { properties, required } = this.propertiesOf(type, name, eventual);
    const comment = type.symbol.name === "__type" ? "" : this.comment(type.symbol);
    this.types[name] = {
      ...(comment === "" ? {} : { description: comment }),
      properties,
      type: "object",
      ...(required.length === 0 ? {} : { required }),
    };
    return reference;
  }

  /** Text of which the values are known: an enumeration of ours, else text. */
  #listed(values) {
    const found = this.enumerations.get(valuesKey(values));
    if (found === undefined) return { type: "string", values };
    const { symbol, members } = found;
    const comment = this.comment(symbol);
    this.types[symbol.name] ??= {
      ...(comment === "" ? {} : { description: comment }),
      type: "string",
      enum: members,
    };
    return { $ref: `#/types/${tokenOf(symbol.name)}` };
  }
}

/** The same for the same values in any order. */
export function valuesKey(values) {
  return JSON.stringify([...values].sort());
}

/** What an `Output` holds; undefined for anything else. */
function outputOf(type) {
  for (const part of type.isIntersection() ? type.types : [type]) {
    const name = part.aliasSymbol?.name ?? part.symbol?.name;
    if (name !== "OutputInstance" && name !== "Output") continue;
    return (part.aliasTypeArguments ?? part.typeArguments ?? part.resolvedTypeArguments)?.[0];
  }
  return undefined;
}

function membersOf(type) {
  const all = type.isUnion() ? type.types : [type];
  const members = all.filter((member) => !(member.flags & ts.TypeFlags.Undefined));
  return { members, optional: members.length < all.length };
}

function described({ values, ...specification }, comment, secret) {
  const listed = values === undefined ? "" : `One of ${values.map((value) => `\`${value}\``).join(", ")}.`;
  const description = [comment, listed].filter(Boolean).join(" ");
  return {
    ...specification,
    ...(description === "" ? {} : { description }),
    ...(secret ? { secret: true } : {}),
  };
}

/** Marked by `@secret` in its comment: never shown, encrypted in the state. */
function isSecret(symbol) {
  return symbol.getJsDocTags().some(({ name }) => name === "secret");
}

function sorted(properties) {
  return Object.fromEntries(Object.entries(properties).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function upper(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function tokenOf(name) {
  return `${packageName}:index:${name}`;
}
