/** Words that can never be part of a noun, so that prose is not taken for a unit. */
export const NOT_NOUNS: ReadonlySet<string> = new Set(
  (
    "a about above after against aged all an and approximately are around as at average averaged because been before " +
    "below better between but by ci circa compared d each end every fewer for from g had has have higher if improvement in included " +
    "including into is it less like lower md more most not of on one-sided or one-tailed out over p per plus rd relative rr se since so " +
    "some start than that the their then there these they this those to two-sided two-tailed under until up v versus vs was were " +
    "when where which while who with without worse x"
  ).split(" "),
);
