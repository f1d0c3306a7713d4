import { syntaxRule } from "./issue.ts";

export const tooManyAliases = syntaxRule("too-many-aliases", {
  severity: "error",
  page: {
    title: "References that multiply beyond measure",
    what: "References with `*` stand for parts that again hold references, and together they stand for over a million values.",
    why: "Nobody writes such a document by hand; reading it whole would bring any program to a halt. What goes beyond is left out.",
    fix: "Write the parts out, or refer to fewer of them.",
    example: {
      invalid: multiplying(),
      valid: `intervention: parent-groups
population:
  unit: family
`,
    },
  },
  say({ detail }) {
    return {
      message: `With *${detail ?? ""} the references of this document stand for more than a million values; from here on they are left out.`,
      help: "Write the parts out, or refer to fewer of them.",
    };
  },
});

/** Each line refers ten times to the line above. */
function multiplying(): string {
  const lines = ["intervention: parent-groups", "notes: &l0 x"];
  for (let level = 1; level <= 7; level += 1)
    lines.push(`level${level}: &l${level} [${Array.from({ length: 10 }, () => `*l${level - 1}`).join(", ")}]`);
  return `${lines.join("\n")}\n`;
}
