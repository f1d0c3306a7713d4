import { type Command, Option } from "commander";
import { exitCodesHelp } from "./exit-codes.ts";
import { asOf, collect, colour, noColour, severities } from "./options.ts";

type Finish = (exitCode: number) => void;

/** `wellspent diff`. */
export function declareDiff(root: Command, finish: Finish): void {
  root
    .command("diff")
    .description(
      "Compare a project with an earlier commit: cost, outcomes, return, evidence and findings, before and after.",
    )
    .argument("<revision>", "a branch, a tag or a commit: main, v1.2, HEAD~3")
    .argument("[paths...]", "files or folders to report on (default: this folder)")
    .option(
      "-f, --format <name[=file]>",
      "text, json or markdown; may be given several times, the others to files",
      collect,
      [],
    )
    .addOption(new Option("--fail-on <severity>", "exit with 1 at new findings as serious as this").choices(severities))
    .addOption(asOf())
    .addOption(colour())
    .addOption(noColour())
    .addHelpText(
      "after",
      `
Both states are worked out whole, by the settings of their own time: what differs is what a reader would have seen then and sees now.
A spec is the same one by its kind and id, wherever its file has gone. git is only read: no file and no branch is touched.

Examples:
  wellspent diff main                                    what this branch changes
  wellspent diff HEAD~1 interventions/mst.intervention.yaml
  wellspent diff origin/main --format markdown=changes.md    for a comment on a pull request
  wellspent diff main --fail-on error                    in CI: only what is new counts

${exitCodesHelp}`,
    )
    .action(async (revision: string, paths: string[], options) => {
      const { diff } = await import("./commands/diff.ts");
      finish(
        await diff(revision, paths, { ...options, format: options.format.length === 0 ? ["text"] : options.format }),
      );
    });
}

/** `wellspent report`. */
export function declareReport(root: Command, finish: Finish): void {
  root
    .command("report")
    .description("Write a report that a committee can read: figures, charts, evidence, assumptions and sources.")
    .argument("[paths...]", "files or folders to report on (default: this folder)")
    .option("-o, --output <file>", "a .html or .md file, or a folder (ending in /) for one HTML file each")
    .addOption(
      new Option("-f, --format <name>", "html or markdown (default: by --output, else markdown)").choices([
        "html",
        "markdown",
      ]),
    )
    .option("--simulate", "draw every uncertain value thousands of times, and show how sure the figures are")
    .option("--only <id>", "this intervention, portfolio or area only; may be given several times", collect, [])
    .addOption(asOf())
    .addOption(colour())
    .addOption(noColour())
    .addHelpText(
      "after",
      `
An HTML report is one file that needs nothing else: no script, no network. It follows the reader's light or dark setting and prints well.
Markdown goes to standard output unless --output names a file.

Examples:
  wellspent report interventions/mst.intervention.yaml --output mst.html
  wellspent report --output reports/                     one file for each intervention, portfolio and area
  wellspent report portfolios --output portfolio.html
  wellspent report --only mst > mst.md

${exitCodesHelp}`,
    )
    .action(async (paths: string[], options) => {
      const { report } = await import("./commands/report.ts");
      finish(await report(paths, options));
    });
}
