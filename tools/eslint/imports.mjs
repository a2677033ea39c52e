// Every way a module names another: import, export … from, import(), require(), import("x").Type.

/** Visitor that calls `visit(sourceNode, source)` for each module name of a file. */
export function eachImport(visit) {
  const see = (node) => {
    if (node?.type === "Literal" && typeof node.value === "string") visit(node, node.value);
  };
  return {
    ImportDeclaration: (node) => see(node.source),
    ExportNamedDeclaration: (node) => see(node.source),
    ExportAllDeclaration: (node) => see(node.source),
    ImportExpression: (node) => see(node.source),
    TSImportType: (node) => see(node.source ?? node.argument?.literal),
    TSExternalModuleReference: (node) => see(node.expression),
    CallExpression(node) {
      if (node.callee.type === "Identifier" && node.callee.name === "require") see(node.arguments[0]);
    },
  };
}
