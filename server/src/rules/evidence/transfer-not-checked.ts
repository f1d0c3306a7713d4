import { isUnread } from "../../model/settings.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { citedReadings, saysWhy } from "./cited.ts";

/** Whether evidence carries over cannot be checked: one finding for the spec, with what is missing. */
export const transferNotChecked: DocumentRule = {
  code: "evidence/transfer-not-checked",
  severity: "information",
  scope: "document",
  page: {
    title: "Whether the evidence carries over is not checked",
    what: "The country, ages, level of need or kind of place of a study cited are not recorded, or those of the intervention are not, so that the two cannot be compared. It is said once for a spec, whatever is missing; level of need, ages and place are asked for only where the spec gives its own.",
    why: "An effect found elsewhere, or at another age, may not be had here. Wellspent compares what is written and never guesses the rest.",
    fix: "Record `country:`, `ages:`, `need_level:` and `delivered_in:` of the studies and the intervention (its country may stand in `wellspent.yaml`); or say under `transfer:` of the outcome why the evidence holds.",
    standard: "GRADE, indirectness; CHEERS 2022, items 5 and 6",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\ncountry: England\npopulation:\n  unit: family\noutcomes:\n  - outcome: offending\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\nresults:\n  - outcome: offending\n    effect: RR 0.60 (0.40 to 0.90)\n",
      valid:
        "intervention: a\ncountry: England\npopulation:\n  unit: family\noutcomes:\n  - outcome: offending\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ncountry: England\ndesign: rct\nresults:\n  - outcome: offending\n    effect: RR 0.60 (0.40 to 0.90)\n",
    },
  },
  check(context, report) {
    const { spec, settings } = context;
    if (spec.kind !== "intervention" || spec.reading === undefined) return;
    const claims = (spec.reading.outcomes?.items ?? []).filter(
      (claim) => claim.evidence !== undefined && !saysWhy(claim),
    );
    const studies = claims.map((claim) => citedReadings(context, claim));
    const at = claims[studies.findIndex((each) => each.length > 0)]?.evidence;
    const all = [...new Map(studies.flat().map((each) => [each.id, each])).values()];
    if (at === undefined || all.length === 0) return;
    const { country, population, need_level: need, delivered_in: place, setting } = spec.reading;
    const here = country?.value ?? settings.country;
    const own = [
      ...(here === undefined && country === undefined && !isUnread(settings, "country") ? ["country"] : []),
      // In words alone a place cannot be compared.
      ...(place === undefined && setting !== undefined && all.some(({ study }) => study.delivered_in !== undefined)
        ? ["kind of place"]
        : []),
    ];
    const asked = [
      ...(here === undefined ? [] : [{ name: "country", key: "country" } as const]),
      ...(population?.ages?.value === undefined ? [] : [{ name: "ages", key: "ages" } as const]),
      ...(need?.value === undefined ? [] : [{ name: "level of need", key: "need_level" } as const]),
      ...(place === undefined ? [] : [{ name: "kind of place", key: "delivered_in" } as const]),
    ];
    // What the same studies lack is said of them together.
    const lacking = new Map<string, { readonly names: string[]; readonly ids: readonly string[] }>();
    for (const { name, key } of asked) {
      // A model of costs has nobody who took part.
      const ids = all
        .filter(
          ({ study }) => !says(study[key]) && !cannotBeRead(study, key) && !(key === "need_level" && isModel(study)),
        )
        .map(({ id }) => `"${id}"`);
      if (ids.length === 0) continue;
      const same = lacking.get(ids.join());
      if (same === undefined) lacking.set(ids.join(), { names: [name], ids });
      else same.names.push(name);
    }
    const parts = [
      ...(own.length === 0 ? [] : [`the ${andList(own)} of the intervention`]),
      ...[...lacking.values()].map(({ names, ids }) => `the ${andList(names)} of ${few(ids)}`),
    ];
    if (parts.length === 0) return;
    const only = [...own, ...[...lacking.values()].flatMap(({ names }) => names)];
    report({
      at: at.$,
      message: `Whether the evidence carries over cannot be wholly checked: ${andList(parts)} ${only.length === 1 && only[0] !== "ages" ? "is" : "are"} not recorded.`,
      help: `Record ${andList(keys(own, asked, lacking))} where missing, or say under \`transfer:\` why the evidence holds here.`,
    });
  },
};

/** What is written and cannot be read has a finding of its own. */
function cannotBeRead(study: Study, key: "country" | "ages" | "need_level" | "delivered_in"): boolean {
  const written = study[key];
  return written === undefined ? study.$keys.has(key) : written.$kind === "field" && written.problem !== undefined;
}

const isModel = ({ design }: Study): boolean => design?.value === "cost-study";

const says = (field: { readonly value?: unknown; readonly items?: readonly unknown[] } | undefined): boolean =>
  field?.value !== undefined || (field?.items?.length ?? 0) > 0;

/** The keys that would answer, each once. */
function keys(
  own: readonly string[],
  asked: readonly { readonly name: string; readonly key: string }[],
  lacking: ReadonlyMap<string, { readonly names: readonly string[] }>,
): readonly string[] {
  const names = new Set([...own, ...[...lacking.values()].flatMap((each) => each.names)]);
  const found = asked.filter(({ name }) => names.has(name)).map(({ key }) => key);
  if (own.includes("country")) found.unshift("country");
  if (own.includes("kind of place")) found.push("delivered_in");
  return [...new Set(found)].map((key) => `\`${key}:\``);
}

const most = 3;
const few = (ids: readonly string[]): string =>
  ids.length > most ? `${ids.slice(0, most - 1).join(", ")} and ${ids.length - most + 1} more` : andList(ids);
