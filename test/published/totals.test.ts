/** s251-2013-14: DfE section 251 outturn 2013-14, residential care, against the ministerial answer (parallelparliament.co.uk/question/6515). */
import { expect, test } from "vitest";
import { section251 } from "../../server/src/data/index.ts";

test("residential care, 152 returns added up, is the £1,021m of the ministerial answer", () => {
  const line = section251.rows.find(({ code }) => code === "3.1.1");
  expect(line?.gross).toBe(1_021_004_884);
  expect(((line?.gross ?? 0) / 1e6).toFixed(0)).toBe("1021");
  expect(line?.net).toBe((line?.gross ?? 0) - (line?.income ?? 0));
});
