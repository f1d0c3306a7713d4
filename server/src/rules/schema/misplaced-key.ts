import { orList, said } from "../wording.ts";
import { schemaRule } from "./issue.ts";

export const misplacedKey = schemaRule("misplaced-key", {
  severity: "error",
  page: {
    title: "Key in the wrong place",
    what: "A key is right, but belongs to another part of the document.",
    why: "It is not read where it stands, so its value counts nowhere.",
    fix: "Move it, with what stands under it, to the part that is named. Often it is only indented too little or too much.",
    example: {
      invalid: `intervention: parent-groups
population:
  unit: family
price_year: 2023-24
`,
      valid: `intervention: parent-groups
population:
  unit: family
costs:
  price_year: 2023-24
`,
    },
  },
  say({ data: { key, belongs, inside } }) {
    const homes = belongs.slice(0, 3).map((path) =>
      path.length === 0
        ? "at the top of the document"
        : `under ${[...path]
            .reverse()
            .map((key) => `"${key}"`)
            .join(" of ")}`,
    );
    return {
      message: `${said(key)} belongs ${orList(homes)}, not ${inside === undefined ? "at the top of the document" : `under "${inside}"`}, so it is not read.`,
      help: "Move it there, or correct how far it is indented.",
      label: "belongs elsewhere",
    };
  },
});
