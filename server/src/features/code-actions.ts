import type { Snapshot } from "../analysis/types.ts";
import type { Finding } from "../rules/types.ts";
import type { Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { at } from "./at.ts";
import { createActions } from "./code-actions-create.ts";
import { extractAction } from "./code-actions-extract.ts";
import { fixActions, fixAll } from "./code-actions-fixes.ts";
import { itemiseAction, moneyAt, ownYearActions, priceYearActions, uprateAction } from "./code-actions-money.ts";
import { suppressActions } from "./code-actions-suppress.ts";
import type { CodeAction } from "./code-actions-types.ts";

/** What can be done in a span of a file: putting findings right first, then what the text itself allows. */
export function codeActions(snapshot: Snapshot, path: FilePath, span: Span): readonly CodeAction[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  const findings = snapshot.findings(path).filter((each) => each.suppressed === undefined && touches(each, span));
  const here = at(snapshot, path, span.start);
  const money = here === undefined ? undefined : moneyAt(here);
  const undated = findings.find((each) => each.code.endsWith("/no-price-year"));
  const years = undated === undefined ? undefined : at(snapshot, path, undated.span.start);
  const found = [
    ...fixActions(path, findings),
    ...createActions(snapshot, path, parsed, findings),
    ...(undated === undefined || years === undefined
      ? []
      : priceYearActions(snapshot, path, parsed, years).map((each) => ({ ...each, finding: undated }))),
    ...(money === undefined
      ? []
      : [
          ...ownYearActions(snapshot, path, parsed, money),
          uprateAction(snapshot, path, parsed, money),
          itemiseAction(path, parsed, money),
          extractAction(snapshot, path, money),
        ]),
    ...suppressActions(parsed, path, findings),
    fixAll(snapshot, path),
  ].filter((each) => each !== undefined);
  const seen = new Set<string>();
  return found.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const touches = (finding: Finding, span: Span): boolean =>
  finding.span.start <= span.end && span.start <= finding.span.end;
