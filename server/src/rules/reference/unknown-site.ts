import type { Intervention } from "../../schema/kinds/intervention.ts";
import { nearest } from "../../schema/names.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";

/** Keys that stand beside the sites in figures that a publication prints. */
const beside: readonly string[] = ["all", "mean_of_sites"];

/** Only where the spec lists its sites. */
export const unknownSite: DocumentRule = {
  code: "reference/unknown-site",
  severity: "error",
  scope: "document",
  page: {
    title: "Site that is not among the sites",
    what: "An amount or a number is given for a site that `delivery: sites:` does not list.",
    why: "The totals are those of the sites that are listed; what belongs to another site would be lost or counted beside them.",
    fix: "Write the site as it is listed, or add it to the list.",
    example: {
      invalid: `intervention: parent-groups
delivery:
  sites: [north, south]
costs:
  lines:
    - item: Room hire
      amount:
        north: £3,000
        suoth: £2,500
`,
      valid: `intervention: parent-groups
delivery:
  sites: [north, south]
costs:
  lines:
    - item: Room hire
      amount:
        north: £3,000
        south: £2,500
`,
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention") return;
    const sites = listedSites(spec.reading);
    if (sites.length === 0) return;
    for (const { key, place, path, map } of context.fields().mapKeys) {
      if (!map.keyDoc.startsWith("a site") || sites.includes(key) || beside.includes(key)) continue;
      const near = nearest(key, sites);
      report({
        at: place,
        message: `"${key}" is not one of the sites of this spec: ${andList(sites)}.`,
        help:
          near === undefined ? 'Add it under "sites" of "delivery", or correct it.' : `Did you mean "${near.name}"?`,
        label: `under ${String(path.at(-1) ?? "")}`,
        ...(near === undefined || place.chunk.text.slice(place.start, place.end) !== key
          ? {}
          : { fixes: [{ title: `Write "${near.name}"`, certain: false, edits: [{ at: place, text: near.name }] }] }),
      });
    }
  },
};

function listedSites(spec: Intervention | undefined): readonly string[] {
  const sites = spec?.delivery?.entries.find(({ key }) => key === "sites")?.value;
  return sites?.$kind === "list" ? sites.items.flatMap(({ value }) => (value === undefined ? [] : [value])) : [];
}
