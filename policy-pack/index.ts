import { PolicyPack } from "@pulumi/policy";
import { recordConfiguredPolicies } from "./configured-policies";
import { packName, policyPack } from "./pack";
import { shareProperties } from "./shared-properties";

shareProperties();
recordConfiguredPolicies();
// Constructing it starts a server: everything that can be tested lives elsewhere.
new PolicyPack(packName, policyPack());
