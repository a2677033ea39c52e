import type { ResourceProvider } from "../resource-type";
import { managementLock } from "./management-lock";
import { roleAssignment } from "./role-assignment";
import { roleDefinition } from "./role-definition";

export const authorizationProvider: ResourceProvider = {
  namespace: "Microsoft.Authorization",
  types: [roleAssignment, roleDefinition, managementLock],
};
