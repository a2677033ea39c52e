/** Classes of the resources of the plugin azure-siterecovery, for programs in TypeScript and JavaScript. */
export * from "./index.gen";
