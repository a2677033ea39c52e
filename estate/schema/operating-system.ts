import { z } from "zod";
import { flag, text, version } from "./facts";

export const operatingSystem = z.object({
  family: z.enum(["windows", "linux", "other"]).optional(),
  name: text.optional().meta({ description: "Product name without version: Windows Server, Ubuntu." }),
  version: version.optional(),
  servicePack: text.nullable().optional().meta({ description: "SP1; null: known to have none." }),
  edition: text
    .nullable()
    .optional()
    .meta({ description: "Server Core, Nano Server, Datacenter; null: known to be the ordinary one." }),
  architecture: z.enum(["x64", "x86", "arm64"]).optional(),
  kernel: text.optional().meta({ description: "Linux kernel release as uname -r prints it." }),
  lisInstalled: flag.optional().meta({ description: "Linux Integration Services installed." }),
  locale: text.optional(),
});
