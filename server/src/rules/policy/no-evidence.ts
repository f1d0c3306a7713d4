import { comparativeDesigns, randomisedDesigns } from "../../model/designs.ts";
import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { DocumentContext, DocumentRule } from "../types.ts";
import { wronglyMade } from "../unreadable.ts";
import { type Asked, type Lack, reportBreaches } from "./gates.ts";

/** A gate asks for evidence, or for evidence of some strength. */
export const noEvidence: DocumentRule = {
  code: "policy/no-evidence",
  severity: "error",
  scope: "document",
  page: {
    title: "Evidence weaker than the gate asks for",
    what: "A gate in `wellspent.yaml` asks for a study behind every outcome claimed, or for studies of a certain strength, and the spec does not show them.",
    why: "The council has decided how sure it must be before it pays, by status and scale of spend.",
    fix: "Cite the studies under `evidence:` of each outcome, and give each study its `design:`.",
    standard: "EIF evidence standards; Maryland Scientific Methods Scale",
    example: {
      files: {
        "wellspent.yaml":
          "root: true\ngates:\n  - gate: No growth without a comparison group\n    status: [scaling]\n    needs: [evidence]\n    minimum_evidence: comparison\n",
      },
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\nstatus: scaling\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    evidence: [lindsay-2013]\n---\nstudy: lindsay-2013\ndesign: before-after\n",
      valid:
        "intervention: a\nstatus: scaling\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    evidence: [fonagy-2018]\n---\nstudy: fonagy-2018\ndesign: rct\n",
    },
  },
  check: (context, report) => reportBreaches(lacksEvidence)(context, report),
};

export const lacksEvidence: Asked = (context, { gate, intervention }) => {
  if (!gate.needs.includes("evidence") && gate.minimumEvidence === undefined) return [];
  const claims = intervention.outcomes?.items ?? [];
  if (claims.length === 0)
    return [{ lacks: "no outcome with evidence", help: "Name an outcome and the studies that show it." }];
  return claims.flatMap((claim): readonly Lack[] => {
    const lacks = weakness(claim, gate.minimumEvidence, context);
    return lacks === undefined
      ? []
      : [
          {
            lacks: `${lacks} for "${claim.outcome?.text || "an outcome"}"`,
            help: "Cite a study that meets the gate under `evidence:`.",
            at: claim.outcome?.$ ?? claim.$,
          },
        ];
  });
};

function weakness(claim: OutcomeClaim, minimum: string | undefined, context: DocumentContext): string | undefined {
  const cited = claim.evidence?.items ?? [];
  if (wronglyMade(claim, "evidence")) return undefined;
  if (cited.length === 0) return "no study";
  if (minimum === undefined || minimum === "any") return undefined;
  const enough = minimum === "randomised" ? randomisedDesigns : comparativeDesigns;
  const designs = cited.map(({ value }) => {
    const [definition] = value === undefined ? [] : context.index.definitions("study", value);
    // A study that is cited and not there has a finding of its own, and may be the strong one.
    return definition === undefined ? "not there" : context.read("study", definition)?.design?.value;
  });
  if (designs.some((design) => design !== undefined && (design === "not there" || enough.has(design))))
    return undefined;
  const wanted = minimum === "randomised" ? "randomised trial" : "study with a comparison group";
  const known = minimum === "randomised" ? "to be randomised" : "to have a comparison group";
  return designs.some((design) => design === undefined || design === "unknown" || design === "review")
    ? `no study known ${known}`
    : `no ${wanted}`;
}
