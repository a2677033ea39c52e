import { placeText } from "../../landing-zone/input-error";
import { openLandingZone, openLandingZoneText, type OpenedLandingZone } from "../../landing-zone/read";
import { DocumentError, problemPlace, type DocumentProblem } from "../../landing-zone/schema-problems";
import { pathText, type SourceDocument } from "../../landing-zone/source-document";
import { inputPropertiesError, mostProblemsTold, throwProblems } from "../inputs/input-problems";
import type { DisasterRecoveryLandingZoneArgs } from "./disaster-recovery-landing-zone";

/**
 * The landing zone of the arguments.
 *
 * @throws pulumi.InputPropertiesError when there is none, or two, or it does not have the form of one.
 * @throws InputError when the file cannot be read.
 */
export function openedLandingZone({ file, document }: DisasterRecoveryLandingZoneArgs): OpenedLandingZone {
  if ((file === undefined) === (document === undefined)) {
    throw inputPropertiesError("DisasterRecoveryLandingZone", [
      {
        propertyPath: "document",
        reason:
          file === undefined
            ? "Missing: give the path of a landing-zone document as file, or its content as document."
            : "Given beside file: leave one of them out.",
      },
    ]);
  }
  try {
    // Read as a document is: a program in another language has no compiler that knows its form.
    return file === undefined ? openLandingZoneText(JSON.stringify(document)) : openLandingZone(file);
  } catch (error) {
    if (error instanceof DocumentError) throwDocumentProblems(error.source, error.problems);
    throw error;
  }
}

/**
 * @throws pulumi.InputPropertiesError when there is a problem, with its place where the document is a file.
 */
export function throwDocumentProblems(source: SourceDocument, problems: readonly DocumentProblem[]): void {
  // In a file the place is the document's; what was given as an argument lies in that.
  const base = source.file === undefined ? ["document"] : [];
  throwProblems(
    "DisasterRecoveryLandingZone",
    problems.map((problem, index) => ({
      propertyPath: pathText([...base, ...problem.path]) ?? "",
      // Nobody reads the places of thousands of problems, and each has to be looked for.
      reason: index < mostProblemsTold ? placed(source, problem) : problem.message,
    })),
  );
}

function placed(source: SourceDocument, problem: DocumentProblem): string {
  if (source.file === undefined) return problem.message;
  const { path: _path, ...place } = problemPlace(source, problem);
  return `${placeText(place)} ${problem.message}`;
}
