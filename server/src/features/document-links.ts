import type { Snapshot } from "../analysis/types.ts";
import { everyField } from "../model/fields.ts";
import { patterns } from "../schema/names.ts";
import type { Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";

export interface DocumentLink {
  readonly span: Span;
  readonly target: string;
  /** What following it shows. */
  readonly tooltip: string;
}

/** What is a link wherever it stands, in values, prose and comments: addresses, DOIs that say so, entries of trial registers. */
const written: readonly {
  readonly pattern: RegExp;
  readonly target: (text: string) => string;
  readonly tooltip: string;
}[] = [
  { pattern: /https?:\/\/[^\s"'<>`]+/g, target: (text) => text, tooltip: "Open the page" },
  {
    pattern: /(?<=\bdoi:\s?["']?)10\.[0-9]{4,9}(?:\.[0-9]+)*\/[^\s"'<>`]+/gi,
    target: (text) => doiTarget(text),
    tooltip: "Open the publication",
  },
  {
    pattern: /\bISRCTN ?[0-9]{8}\b/g,
    target: (text) => `https://www.isrctn.com/${text.replace(" ", "")}`,
    tooltip: "Open the trial in the ISRCTN register",
  },
  {
    pattern: /\bNCT ?[0-9]{8}\b/g,
    target: (text) => `https://clinicaltrials.gov/study/${text.replace(" ", "")}`,
    tooltip: "Open the trial at ClinicalTrials.gov",
  },
  {
    pattern: /\bAEARCTR-[0-9]{7}\b/g,
    target: (text) => `https://www.socialscienceregistry.org/trials/${Number(text.slice(text.indexOf("-") + 1))}`,
    tooltip: "Open the trial in the registry of the American Economic Association",
  },
  {
    pattern: /(?<=\bEudraCT:?\s?(?:number\s)?)[0-9]{4}-[0-9]{6}-[0-9]{2}\b/gi,
    target: (text) => `https://www.clinicaltrialsregister.eu/ctr-search/search?query=${text}`,
    tooltip: "Open the trial in the EU Clinical Trials Register",
  },
  {
    pattern: /\bCRD4[0-9]{10}\b/g,
    target: (text) => `https://www.crd.york.ac.uk/prospero/display_record.php?RecordID=${text.slice("CRD".length)}`,
    tooltip: "Open the review in PROSPERO",
  },
  {
    pattern: /(?<![\w/.-])osf\.io\/[a-z0-9]{5}\b/g,
    target: (text) => `https://${text}`,
    tooltip: "Open the registration at OSF",
  },
];

/** A DOI may hold signs that mean something else in an address. */
const doiTarget = (doi: string): string => `https://doi.org/${doi.split("/").map(encodeURIComponent).join("/")}`;

/** Most links in one answer. */
const most = 2000;

/** Links of a file: web addresses, DOIs, and entries of trial registers. */
export function documentLinks(snapshot: Snapshot, path: FilePath): readonly DocumentLink[] {
  const text = snapshot.text(path) ?? "";
  const found = new Map<number, DocumentLink>();
  for (const link of doisOf(snapshot, path)) found.set(link.span.start, link);
  for (const { pattern, target, tooltip } of written)
    for (const match of text.matchAll(pattern)) {
      const said = withoutTrail(match[0]);
      const span = { start: match.index, end: match.index + said.length };
      if (![...overlapping(found, span)].length) found.set(span.start, { span, target: target(said), tooltip });
      if (found.size >= most) break;
    }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

const overlapping = (found: ReadonlyMap<number, DocumentLink>, span: Span): readonly DocumentLink[] =>
  [...found.values()].filter((each) => each.span.start < span.end && span.start < each.span.end);

/** DOIs written as the value of their key. */
function doisOf(snapshot: Snapshot, path: FilePath): readonly DocumentLink[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined || !parsed.text.includes("doi")) return [];
  return snapshot.specs(path).flatMap((spec) =>
    everyField(spec).flatMap(({ field, scalar }): readonly DocumentLink[] => {
      const doi = field.text.trim();
      if (scalar.kind !== "doi" || !new RegExp(patterns.doi).test(doi)) return [];
      const whole = parsed.spanOf(field.$);
      const start = parsed.text.indexOf(doi, whole.start);
      return start < 0 || start >= whole.end
        ? []
        : [{ span: { start, end: start + doi.length }, target: doiTarget(doi), tooltip: "Open the publication" }];
    }),
  );
}

/** Sentences and brackets end after an address, not within it. */
function withoutTrail(text: string): string {
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] ?? "";
    const unopened =
      (last === ")" && !text.slice(0, end).includes("(")) || (last === "]" && !text.slice(0, end).includes("["));
    if (!".,;:!?}".includes(last) && !unopened) break;
  }
  return text.slice(0, end);
}
