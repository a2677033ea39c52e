// The schema of the components, read from their TypeScript: names and types from the interfaces of their arguments,
// descriptions from their comments. What it makes is part of provider/schema.json.
import { join, relative } from "node:path";
import ts from "typescript";
import { TypeReader, valuesKey } from "./component-types.mjs";

/**
 * @param root the checkout.
 * @param knownTypes names of objects that the package's resources have already.
 * @returns `{resources, types}` by name.
 */
export function componentSchema(root, knownTypes) {
  const entry = join(root, "components/index.ts");
  const program = programOf(root, entry);
  const checker = program.getTypeChecker();
  const exported = checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)))
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
  const isOurs = (file) => relative(root, file).startsWith(join("provider", "resources"));
  const reader = new TypeReader(checker, {
    enumerations: enumerationsIn(checker, exported),
    knownTypes,
    isOurs,
  });
  const resources = Object.fromEntries(
    exported
      .filter((symbol) => isComponent(checker, symbol))
      .map((symbol) => [symbol.name, component(checker, reader, symbol)]),
  );
  return { resources, types: reader.types };
}

/** Only our own files and the Pulumi SDK are read: what azure-native declares is in no component's arguments. */
function programOf(root, entry) {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const settings = { ...options, noEmit: true, incremental: false, tsBuildInfoFile: undefined, types: [] };
  const host = ts.createCompilerHost(settings);
  host.resolveModuleNameLiterals = (literals, file, _redirect, chosen, source) =>
    literals.map((literal) =>
      literal.text.startsWith(".") || literal.text.startsWith("@pulumi/pulumi")
        ? ts.resolveModuleName(
            literal.text,
            file,
            chosen,
            host,
            undefined,
            undefined,
            ts.getModeForUsageLocation(source, literal, chosen),
          )
        : { resolvedModule: undefined },
    );
  return ts.createProgram({ rootNames: [entry], options: settings, host });
}

function isComponent(checker, symbol) {
  if (!(symbol.flags & ts.SymbolFlags.Class)) return false;
  const extendsIt = (type) =>
    type.symbol?.name === "ComponentResource" || (checker.getBaseTypes(type) ?? []).some(extendsIt);
  return extendsIt(checker.getDeclaredTypeOfSymbol(symbol));
}

function component(checker, reader, symbol) {
  const [constructor] = checker.getTypeOfSymbol(symbol).getConstructSignatures();
  const args = checker.getTypeOfSymbol(constructor.parameters[1]);
  const inputs = reader.propertiesOf(args, symbol.name);
  const outputs = reader.outputsOf(checker.getDeclaredTypeOfSymbol(symbol), symbol.name);
  return {
    description: reader.comment(symbol),
    properties: outputs.properties,
    ...(outputs.required.length === 0 ? {} : { required: outputs.required }),
    inputProperties: inputs.properties,
    ...(inputs.required.length === 0 ? {} : { requiredInputs: inputs.required }),
    isComponent: true,
  };
}

/** Constant objects with a type of the same name, by the values they hold. */
function enumerationsIn(checker, symbols) {
  const found = new Map();
  for (const symbol of symbols) {
    if (!(symbol.flags & ts.SymbolFlags.Variable) || !(symbol.flags & ts.SymbolFlags.TypeAlias)) continue;
    const members = checker
      .getTypeOfSymbol(symbol)
      .getProperties()
      .map((member) => ({ name: member.name, value: checker.getTypeOfSymbol(member).value }));
    found.set(valuesKey(members.map(({ value }) => value)), { symbol, members });
  }
  return found;
}
