import { eachImport } from "./imports.mjs";

export const noAzureNativeRoot = {
  meta: {
    type: "problem",
    docs: { description: "The root of @pulumi/azure-native loads every service: import its sub-modules." },
    schema: [],
    messages: {
      root: 'Import the service, as in "@pulumi/azure-native/storage": the root of the package loads all of them.',
    },
  },
  create(context) {
    return eachImport((node, source) => {
      if (/^@pulumi\/azure-native(\/index(\.js)?)?\/?$/.test(source)) {
        context.report({ node, messageId: "root" });
      }
    });
  },
};
