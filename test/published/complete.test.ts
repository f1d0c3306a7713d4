/** No complete case is lost: the worked examples of the kinds that issue 2 names, by id, and every file of this folder is used. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { cases, wsippRows } from "./support.ts";

const complete: Readonly<Record<string, readonly string[]>> = {
  process_sum: ["WE-LAC-LOW", "WE-LAC-VHIGH"],
  component_sum: ["WE-S31", "WE-EXCL", "WE-FOSTER", "WE-CDSAVE", "WE-DV", "WE-SEL"],
  price_year: ["WE-DEFLATE", "deflator-wellby", "deflator-homeless"],
  cost_per_participant: ["WE-BMJOPEN-T6", "WE-EDWARDS"],
  cost_effectiveness: ["WE-ESEE"],
  cost_benefit: ["WE-FDAC", "WE-BONIN", "WE-SURESTART"],
  wsipp_row: [
    "WE-WSIPP-PCIT-CW",
    "WE-WSIPP-SAFECARE",
    "WE-WSIPP-FDTC",
    "WE-WSIPP-MST",
    "WE-WSIPP-TP4I",
    "WE-WSIPP-SFP1014",
    "WE-WSIPP-HFA",
    "WE-WSIPP-PATHS",
    "WE-WSIPP-EHS",
    "WE-WSIPP-IYP",
    "WE-WSIPP-ALTRESP",
    "WE-WSIPP-FCU",
    "WE-WSIPP-PAT",
    "WE-WSIPP-NFP2016",
    "WE-WSIPP-TPSYS2015",
    "WE-WSIPP-HOMEB22",
    "WE-WSIPP-P181",
    "WE-WSIPP-JJ-FFTPOST",
    "wsipp-mst-2017may",
    "wsipp-mst-2018",
  ],
};

test.each(Object.entries(complete))("every complete example of kind %s is a case with figures", (kind, ids) => {
  const ours = cases.filter((one) => one.kind === kind);
  expect(ours.map(({ from_id }) => from_id).sort()).toEqual([...ids].sort());
  for (const { id, spec, published } of ours) {
    expect(spec, id).toBeDefined();
    expect(published.length, id).toBeGreaterThan(0);
  }
});

test("every spec is some case's, and every case's spec is there", () => {
  const files = readdirSync(new URL("specs", import.meta.url)).filter((name) => name !== "wellspent.yaml");
  const used = new Set([
    ...cases.flatMap(({ spec }) => (spec === undefined ? [] : [spec.replace("specs/", "")])),
    "wsipp-2017-table.intervention.yaml",
  ]);
  expect(files.sort()).toEqual([...used].sort());
  expect(new Set(wsippRows.map(({ id }) => id)).size).toBe(108);
});
