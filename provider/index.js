// What the Node language host runs when Pulumi.yaml names this folder.
require("../dist/provider/main.js");
