import { Command, Help, Option } from "commander";
import { declareDiff, declareReport } from "./declare-compare.ts";
import { exitCodes, exitCodesHelp } from "./exit-codes.ts";
import {
  asOf,
  collect,
  colour,
  drawsCount,
  noColour,
  positive,
  seedNumber,
  severities,
  stdin,
  stdinFilename,
} from "./options.ts";
import { version } from "./version.ts";

/** The commands with their options and help. `finish` is told how a command ended; each command is loaded when it is used. */
export function program(finish: (exitCode: number) => void): Command {
  const root = new Command("wellspent")
    .description(
      "Checks specs of interventions in children's services, and works out what they cost and what they return.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help on a command")
    .showHelpAfterError("(wellspent --help says what can be asked)")
    .addHelpText(
      "after",
      `\nExamples:
  wellspent init my-council            a new folder of specs that checks clean
  wellspent check                      check this folder and everything below it
  wellspent cost interventions         what each intervention costs and returns
  wellspent evidence                   what studies show, and what nobody has looked for
  wellspent diff main                  what changed since main: cost, outcomes, return, evidence, findings
  wellspent report interventions/mst.intervention.yaml --output mst.html
  wellspent explain costing/no-price-year

${exitCodesHelp}`,
    );

  root
    .command("check")
    .description("Check specs: structure, references, units, costings, evidence and the gates of wellspent.yaml.")
    .argument("[paths...]", "files or folders to report on; `-` for standard input (default: this folder)")
    .option(
      "-f, --format <name[=file]>",
      "text, json, sarif, github, gitlab or junit; may be given several times, the others to files",
      collect,
      [],
    )
    .addOption(asOf())
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 at findings as serious as this")
        .choices(severities)
        .default("error"),
    )
    .option("-q, --quiet", "show only findings at or above --fail-on")
    .option("--max-findings <number>", "show at most this many findings", positive)
    .addOption(stdin("check"))
    .addOption(stdinFilename())
    .option("--against <revision>", "hold registered evaluations against what they were then: main, a tag, HEAD~1")
    .option("--watch", "check again after every change, until interrupted")
    .option("--no-cache", "find everything anew, and remember nothing")
    .option("--cache-dir <folder>", "remember results here, not in .wellspent-cache of the project")
    .option("--threads <number>", "threads to work with (default: one for few files, else one for each core)", positive)
    .addOption(colour())
    .addOption(noColour())
    .addHelpText(
      "after",
      `
Paths choose what is reported. The whole project is always read, because a unit cost or a study in another file may decide
whether a spec is right. The project is the folder of the nearest wellspent.yaml with \`root: true\`, else the repository.

Examples:
  wellspent check
  wellspent check interventions/mst.intervention.yaml
  wellspent check --format text --format sarif=findings.sarif --format json=findings.json
  wellspent check --format github --fail-on warning      in a GitHub workflow (shows 10 of each kind for a step)
  wellspent check --as-of 2026-03-31                     as if it were that day
  wellspent check --against main                         what of a registered plan was changed without saying so
  wellspent check --stdin --stdin-filename interventions/mst.intervention.yaml < draft.yaml

${exitCodesHelp}`,
    )
    .action(async (paths: string[], options) => {
      const { check } = await import("./commands/check.ts");
      finish(await check(paths, { ...options, format: options.format.length === 0 ? ["text"] : options.format }));
    });

  root
    .command("cost")
    .description("Work out costs, outcomes and benefits of interventions and portfolios, and show them as tables.")
    .argument("[paths...]", "files or folders to report on; `-` for standard input (default: this folder)")
    .option(
      "-f, --format <name[=file]>",
      "table, json, markdown or csv; may be given several times, the others to files",
      collect,
      [],
    )
    .option(
      "--what-if <path=value>",
      "work it out with this changed, and show the difference; may be given several times",
      collect,
      [],
    )
    .option("--perspective <names>", "as these would count it, side by side: local-authority,public-sector,society")
    .option("--derivation", "with JSON: how each figure was worked out, down to the amounts written")
    .option("--simulate", "draw every uncertain value thousands of times: intervals, chances, what moves the answer")
    .option("--draws <number>", "how many draws (default: 10,000, or the spec's own setting)", drawsCount)
    .option("--seed <number>", "where the random numbers begin (default: 1, or the spec's own setting)", seedNumber)
    .option("--only <id>", "this intervention or portfolio only; may be given several times", collect, [])
    .addOption(stdin("cost"))
    .addOption(stdinFilename())
    .addOption(asOf())
    .addOption(colour())
    .addOption(noColour())
    .addHelpText(
      "after",
      `
A figure that rests on something unknown says so beside the known part: unknown is never counted as zero. A portfolio adds
each intervention's own lines and each shared cost once, whole. Scenarios stand beside their spec and never add.

A path of --what-if joins keys by dots; an item of a list goes by its name or its number: costs.lines.Therapists.quantity. A key that the
format knows may be added (appraisal.discounting=green-book-health), and a price may stand for a library's (unit_cost=£41/hour). What specs use
from other documents goes by its head key and id: unit_costs.local/visit=£45/hour, outcome.enters-care.values.1.value=£60,000/child. No file
is changed. Of several specs, those in which the path leads somewhere are shown.

Examples:
  wellspent cost interventions/fdac.intervention.yaml
  wellspent cost --only fdac-london --format json --derivation
  wellspent cost --only fdac-london --simulate           how sure: intervals from 10,000 draws
  wellspent cost --only mst --what-if "population.starts=80 families/year" --what-if "costs.lines.Therapists.quantity=5 FTE"
  wellspent cost --only mst --perspective local-authority,society
  wellspent cost portfolios                              what is funded together, against its budget
  wellspent cost --format csv=costs.csv                  every figure, one a row, for a spreadsheet
  wellspent cost --format table --format json=costs.json --format markdown=costs.md
  wellspent cost - --stdin-filename interventions/mst.intervention.yaml < draft.yaml

${exitCodesHelp}`,
    )
    .action(async (paths: string[], options) => {
      const { cost } = await import("./commands/cost.ts");
      finish(await cost(paths, { ...options, format: options.format.length === 0 ? ["table"] : options.format }));
    });

  declareDiff(root, finish);
  declareReport(root, finish);

  root
    .command("fix")
    .description("Make every fix that is certain: a misspelt key, a price torn by a comma, a word in the wrong case.")
    .argument("[paths...]", "files or folders to put right (default: this folder)")
    .option("--dry-run", "write nothing; show what would change as a patch")
    .addOption(asOf())
    .addOption(colour())
    .addOption(noColour())
    .addHelpText(
      "after",
      `
Only fixes with one sure answer are made; comments, line endings and the spelling of every other figure stay as they are. What needs
a choice is left to you, in the editor or by hand. Exits with 1 while errors are left.

Examples:
  wellspent fix --dry-run
  wellspent fix interventions/mst.intervention.yaml

${exitCodesHelp}`,
    )
    .action(async (paths: string[], options) => {
      const { fix } = await import("./commands/fix.ts");
      finish(await fix(paths, options));
    });

  root
    .command("evidence")
    .description("List studies, effects on a common scale, indicative ratings, what studies show together, and gaps.")
    .argument("[paths...]", "files or folders to report on (default: this folder)")
    .option(
      "-f, --format <name[=file]>",
      "table, json, markdown or svg (the gap map); may be given several times, the others to files",
      collect,
      [],
    )
    .option("--only <id>", "this intervention or study only; may be given several times", collect, [])
    .addOption(
      new Option("--by <rows>", "rows of the gap map: interventions, or activities of their theories of change")
        .choices(["intervention", "activity"])
        .default("intervention"),
    )
    .addOption(asOf())
    .addOption(colour())
    .addOption(noColour())
    .addHelpText(
      "after",
      `
Studies are compared on one scale and pooled where they can be; each that is left out is named with why. An empty place of the gap
map has never been looked at: it is neither a null result nor an outcome that was meant to be measured and was not.

Examples:
  wellspent evidence interventions/mst.intervention.yaml
  wellspent evidence --only mst --format json
  wellspent evidence --format table --format svg=gap-map.svg --format markdown=evidence.md

${exitCodesHelp}`,
    )
    .action(async (paths: string[], options) => {
      const { evidence } = await import("./commands/evidence.ts");
      finish(await evidence(paths, { ...options, format: options.format.length === 0 ? ["table"] : options.format }));
    });

  root
    .command("explain")
    .description("Say what a finding means, why it matters and what to do; without a code, list them all.")
    .argument("[code]", "a finding's code, such as costing/no-price-year, or a group, such as costing")
    .addOption(colour())
    .addOption(noColour())
    .action(async (code: string | undefined, options) => {
      const { explain } = await import("./commands/explain.ts");
      finish(explain(code, options));
    });

  root
    .command("init")
    .description(
      "Write a new folder of specs that checks clean: settings, an intervention, an outcome, a study, unit costs.",
    )
    .argument("[folder]", "where to write (default: this folder)")
    .addHelpText("after", "\nA file that is there already is never changed.")
    .action(async (folder: string | undefined) => {
      const { init } = await import("./commands/init.ts");
      finish(init(folder ?? "."));
    });

  root
    .command("schema")
    .description("Print a JSON Schema: of a kind of document, or of what check, cost, evidence and diff print as JSON.")
    .argument(
      "[name]",
      "intervention, outcome, study, unit-costs, area, portfolio, settings, check-output, cost-output, evidence-output or diff-output; without, the list",
    )
    .action(async (name: string | undefined) => {
      const { schema } = await import("./commands/schema.ts");
      finish(schema(name));
    });

  root
    .command("lsp")
    .description("Run the language server for an editor.")
    .option("--stdio", "speak over standard input and output")
    .action(async () => {
      const { lsp } = await import("./commands/lsp.ts");
      await lsp();
    });

  const help = new Help();
  for (const command of [root, ...root.commands]) {
    // An option that may be given several times begins with none: nothing a reader needs to be told.
    command.configureHelp({
      optionDescription: (option) => help.optionDescription(option).replace(" (default: [])", ""),
    });
    command.exitOverride((error) => {
      finish(error.exitCode === 0 ? exitCodes.clean : exitCodes.usage);
      throw error;
    });
  }
  return root;
}
