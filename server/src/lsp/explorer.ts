import type { CancellationToken, Location } from "vscode-languageserver";
import {
  gapGroups,
  gapRows,
  gapsOf,
  type OverviewIcon,
  type OverviewRow,
  overviewRows,
  rowsUnder,
} from "../features/overview/index.ts";
import type { Finding } from "../rules/types.ts";
import { rangeOf } from "./convert.ts";
import type { SeenProject } from "./session.ts";

export interface OverviewParams {
  /** Of the row whose contents are asked for; without it the headings. */
  readonly key?: string;
  /** Of the project, as the headings gave it. */
  readonly project?: string;
}

export interface OverviewAnswer {
  readonly complete: boolean;
  readonly rows: readonly {
    readonly key: string;
    readonly project: string;
    readonly label: string;
    readonly title?: string;
    readonly description: string;
    readonly spoken: string;
    readonly icon: OverviewIcon | "project";
    readonly location?: Location;
    readonly expandable: boolean;
  }[];
}

/** Files looked through in between two looks at other requests. */
const batch = 25;

/** One level of the overview of every project in the editor. With several projects each has a row of its own. */
export async function overview(
  projects: readonly SeenProject[],
  { key, project }: OverviewParams,
  token: CancellationToken,
): Promise<OverviewAnswer> {
  const complete = projects.every(({ snapshot }) => snapshot.complete);
  const filled = projects.filter(({ snapshot }) => snapshot.files.length > 0);
  const [first, second] = filled;
  if (key === undefined && first !== undefined && second !== undefined)
    return { complete, rows: filled.map(projectRow) };
  const chosen = project === undefined ? first : projects.find((each) => nameOf(each) === project);
  if (chosen === undefined) return { complete, rows: [] };
  const rows = await rowsOf(chosen, key, token);
  return { complete, rows: rows.map((row) => sent(chosen, row)) };
}

async function rowsOf(seen: SeenProject, key: string | undefined, token: CancellationToken) {
  const { snapshot } = seen;
  if (key === undefined || key === "project") return overviewRows(snapshot);
  if (key !== "gaps" && !key.startsWith("gaps:")) return rowsUnder(snapshot, key);
  const gaps: Finding[] = [];
  for (const [at, path] of snapshot.files.entries()) {
    if (at % batch === batch - 1) await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested) return [];
    gaps.push(...gapsOf(snapshot, path));
  }
  return key === "gaps" ? gapGroups(gaps) : gapRows(snapshot, gaps, key);
}

function sent(seen: SeenProject, { at, ...row }: OverviewRow): OverviewAnswer["rows"][number] {
  const parsed = at === undefined ? undefined : seen.snapshot.parsed(at.path);
  const location =
    at === undefined || parsed === undefined
      ? {}
      : { location: { uri: seen.uriOf(at.path), range: rangeOf(parsed, at.span) } };
  return { ...row, project: nameOf(seen), ...location };
}

/** Tells projects apart: where their settings stand, or would. */
const nameOf = (seen: SeenProject): string => seen.uriOf("wellspent.yaml");

function projectRow(seen: SeenProject): OverviewAnswer["rows"][number] {
  const folder = nameOf(seen).split("/").at(-2) ?? "";
  const label = decodeURIComponent(folder);
  return {
    key: "project",
    project: nameOf(seen),
    label,
    description: "",
    spoken: `Project ${label}`,
    icon: "project",
    expandable: true,
  };
}
