import { storageAccountRows } from "./storage-account";

export const additionalStorageRows = storageAccountRows({
  path: "additionalCacheStorage[]",
  at: "additionalCacheStorage[0]",
  resources: "dr-cache-2",
  name: "second",
  idReaches: [
    "authorization:RoleAssignment dr-vault-cache-2-contributor: scope",
    "authorization:RoleAssignment dr-vault-cache-2-blob-contributor: scope",
  ],
  logIdReaches: [
    "authorization:RoleAssignment dr-vault-cache-3-contributor: scope",
    "authorization:RoleAssignment dr-vault-cache-3-blob-contributor: scope",
  ],
});
