import { storageAccountRows } from "./storage-account";

export const storageRows = storageAccountRows({
  path: "cacheStorage",
  at: "cacheStorage",
  resources: "dr-cache",
  name: "cacheone",
  idReaches: [
    "authorization:RoleAssignment dr-vault-cache-contributor: scope",
    "authorization:RoleAssignment dr-vault-cache-blob-contributor: scope",
  ],
  logIdReaches: [
    "authorization:RoleAssignment dr-vault-cache-2-contributor: scope",
    "authorization:RoleAssignment dr-vault-cache-2-blob-contributor: scope",
  ],
});
