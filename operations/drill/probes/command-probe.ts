import { execFile } from "node:child_process";
import { answerLine, type Attempt } from "./attempt";

/** Whether a program on this machine ends with 0. It finds the test machine in `ASR_DRILL_…`. */
export function commandAttempt(
  command: readonly string[],
  machine: { readonly name: string; readonly id: string; readonly address: string },
  signal: AbortSignal,
): Promise<Attempt> {
  const [program = "", ...parameters] = command;
  const env = {
    ...process.env,
    ASR_DRILL_MACHINE: machine.name,
    ASR_DRILL_MACHINE_ID: machine.id,
    ASR_DRILL_ADDRESS: machine.address,
  };
  return new Promise((resolve) => {
    execFile(program, parameters, { env, signal, windowsHide: true }, (error, stdout, stderr) => {
      const said = answerLine(stdout || stderr);
      if (error === null) resolve({ passed: true, answer: said || "exit code 0" });
      else resolve({ passed: false, answer: said || answerLine(error.message) });
    });
  });
}
