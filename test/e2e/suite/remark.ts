import Mocha from "mocha";

/** Writes a line into the log of the suite, between the names of its tests. */
export const remark = (text: string): void => Mocha.reporters.Base.consoleLog(`      ${text}`);
