import {
  type CommandType,
  type Explanation,
  explain,
  explainErrorCode,
  explainErrorInfo,
  explainExitCode,
  explainLine,
  type FamilyRow,
} from "invoscope";
import { plain } from "../shared/plain.ts";

/** What the coach says of a family: the most particular entry of the catalog that knows it. */
export function explainFamily(
  family: FamilyRow,
  errorInfo: string,
  commandType: CommandType | undefined,
  locale: string,
): Explanation {
  const { decisiveText, errorCode, exitCode } = family;
  const byLine = decisiveText === undefined ? null : explainLine(plain(decisiveText), locale);
  if (byLine?.known) return byLine;
  const byInfo = errorInfo === "" ? null : explainErrorInfo(errorInfo, locale);
  const isGeneric = errorCode === "ExitCodeNonzero" || errorCode === "";
  if (!isGeneric) {
    if (byInfo?.known) return byInfo;
    const byCode = explainErrorCode(errorCode, locale);
    if (byCode !== null) return byCode;
  }
  if (exitCode !== undefined) {
    const byExit = explainExitCode(exitCode, locale, commandType);
    if (byExit?.known) return byExit;
  }
  return explain(errorCode || (family.statuses[0] ?? ""), locale);
}
