/** Spend by line of the section 251 return, and spend per child: worked out from the lines, or as printed. */
import { difference, type Missing, quotient, sum, unknown, type Worked } from "../../../costing/worked.ts";
import type { Stage } from "../../../data/types.ts";
import type { Area } from "../../../schema/kinds/area.ts";
import type { Field } from "../../../schema/shape.ts";
import type { Quantity } from "../../../values/types.ts";
import { unit } from "../../../values/units.ts";
import { shortCitation } from "../citations.ts";
import { lackOf, quantityOf } from "../values.ts";
import type {
  AreaContext,
  FactorAssessment,
  FactorsNode,
  PeopleAssessment,
  PerChildNode,
  PlaceSpend,
  SpendAssessment,
  SpendNode,
} from "./area-types.ts";
import { peopleOf, yearText } from "./people.ts";

/** The code of a line: `s251/3.0.1` is 3.0.1. */
const codeOf = (line: string): string => line.trim().replace(/^s251\//, "");

/** Which side a line stands on, by its group; sums of groups have none. */
function stageOf(code: string, { earlyAndLate }: Pick<AreaContext, "earlyAndLate">): Stage | undefined {
  return earlyAndLate.spendGroups.find(({ prefix }) => code.startsWith(prefix))?.stage;
}

/** Every line of a place, with the sums of others told from those that stand alone. */
export function readSpends(nodes: readonly SpendNode[], context: AreaContext): readonly SpendAssessment[] {
  const all = nodes.map((node) => readSpend(node, context));
  const parted = new Set(all.filter(({ isTotal }) => !isTotal).map(({ code }) => groupOf(code)));
  // The total of a group whose lines are not given stands for them.
  return all.map((line) =>
    line.isTotal && !wholeService(line.code) && !parted.has(groupOf(line.code))
      ? { ...line, isTotal: false, stage: stageOf(line.code, context) }
      : line,
  );
}

/** The group of a line: of 3.1.11, 3.1. */
const groupOf = (code: string): string => code.split(".").slice(0, 2).join(".");

/** Lines 5.0.x sum all groups. */
const wholeService = (code: string): boolean => code.startsWith("5.");

/** Reads one line: net is gross less income where both are given, else as printed. */
function readSpend(node: SpendNode, context: AreaContext): SpendAssessment {
  const line = node.line?.value ?? "";
  const code = codeOf(line);
  const known = context.section251.rows.find((row) => row.code === code);
  const title = node.title?.value ?? known?.name ?? line;
  const [gross, income, net] = [
    moneyOf("Gross spend", node.gross),
    moneyOf("Income", node.income),
    moneyOf("Net spend", node.net),
  ];
  const isTotal = /^total\b/i.test(title) || wholeService(code);
  return {
    node,
    at: (node.line ?? node).$,
    line,
    code,
    title,
    year: yearText(node.year),
    gross,
    income,
    net:
      gross?.value !== undefined && income?.value !== undefined
        ? difference(`Net spend on ${title}`, gross, income)
        : (net ?? unknown(title, { reason: "amount-unknown", what: `the net spend on ${title}`, ref: node.$ })),
    isTotal,
    stage: isTotal ? undefined : stageOf(code, context),
    known,
  };
}

const moneyOf = (label: string, field: Field<Quantity> | undefined): Worked | undefined =>
  field === undefined
    ? undefined
    : field.value === undefined
      ? unknown(label, lackOf(field, label.toLowerCase()))
      : quantityOf(label, field.value, field);

/** The spend per child of an area with its factors: as printed, else net spend / children. */
export function spendOf(
  place: string,
  area: Area,
  people: readonly PeopleAssessment[],
  lines: readonly SpendAssessment[],
): PlaceSpend {
  const node = area.spend_per_child;
  const ages = node?.ages;
  const children = peopleOf(people, ages?.value);
  const spent = netOf(node, lines, area);
  const perChild =
    node?.amount === undefined
      ? quotient("Spend per child", spent.net, children?.number ?? lacksChildren(ages?.text, area))
      : printed(node);
  return {
    place,
    at: (node ?? area).$,
    own: true,
    perChild,
    how:
      node?.amount === undefined
        ? `${spent.what} / ${children === undefined ? "children" : labelOf(children)}`
        : "as printed",
    year: yearText(node?.year) ?? spent.year,
    ages: ages?.text ?? children?.agesText,
    factors: factorsOf(area.factors, area),
    source: shortCitation(node?.source) ?? shortCitation(area.source),
    named: "with figures",
  };
}

const labelOf = ({ who, agesText, year }: PeopleAssessment): string =>
  [who, agesText, year === undefined ? undefined : `in ${year}`].filter((part) => part !== undefined).join(" ");

const lacksChildren = (ages: string | undefined, area: Area): Worked =>
  unknown("Children", {
    reason: "volume-unknown",
    what: ages === undefined ? "which entry of the population spend is divided by" : `how many of ${ages} live there`,
    ref: (area.spend_per_child ?? area.population ?? area).$,
  });

/** A printed figure a child; money alone is taken to be so. */
function printed(node: PerChildNode): Worked {
  const field = node.amount;
  if (field?.value === undefined)
    return unknown("Spend per child", field === undefined ? lacking : lackOf(field, "the spend per child"));
  const worked = quantityOf("Spend per child", field.value, field);
  return worked.unit.powers.length === 1 ? { ...worked, unit: unit(...worked.unit.powers, ["child", -1]) } : worked;
}
const lacking: Missing = { reason: "amount-unknown", what: "the spend per child" };

interface Spent {
  readonly net: Worked;
  readonly what: string;
  readonly year: string | undefined;
}

/** What is divided: the line named, else the budget of all children's services, else the sum of the lines that sum no others. */
function netOf(node: PerChildNode | undefined, lines: readonly SpendAssessment[], area: Area): Spent {
  const named = node?.line?.value;
  const found =
    named === undefined
      ? (lines.find(({ code }) => code === "5.0.2") ?? lines.find(({ code }) => code === "5.0.3"))
      : lines.find(({ code }) => code === codeOf(named));
  if (found !== undefined) return { net: found.net, what: `net spend on ${found.line}`, year: found.year };
  const own = lines.filter(({ isTotal }) => !isTotal);
  const years = new Set(own.map(({ year }) => year));
  if (named !== undefined || own.length === 0 || years.size > 1)
    return {
      net: unknown("Net spend", {
        reason: "amount-unknown",
        what: named === undefined ? "spend lines of one year" : `the spend on ${named}`,
        ref: (node?.line ?? area.spend ?? area).$,
      }),
      what: named === undefined ? "net spend" : `net spend on ${named}`,
      year: undefined,
    };
  return {
    net: sum(
      "Net spend on the lines given",
      own.map(({ net }) => net),
    ),
    what: "net spend on the lines given",
    year: own[0]?.year,
  };
}

const FACTORS = ["deprivation", "population_0_25", "disposable_income", "unemployment", "crime"] as const;

/** The factors that a place gives, each with its year. The area's own `deprivation` stands for the factor where that is not given. */
export function factorsOf(node: FactorsNode | undefined, area?: Area): readonly FactorAssessment[] {
  return FACTORS.flatMap((factor): FactorAssessment[] => {
    const given = node?.[factor];
    if (given === undefined) {
      const own = factor === "deprivation" ? area?.deprivation : undefined;
      return own?.value === undefined ? [] : [{ factor, at: own.$, text: own.text, year: undefined }];
    }
    if (given.$kind === "field")
      return given.value === undefined ? [] : [{ factor, at: given.$, text: given.text, year: yearText(node?.year) }];
    return given.amount?.value === undefined
      ? []
      : [{ factor, at: given.$, text: given.amount.text, year: yearText(given.year) ?? yearText(node?.year) }];
  });
}
