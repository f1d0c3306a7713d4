import { expect } from "vitest";
import { documentLinks } from "../../server/src/features/document-links.ts";
import { marked } from "./marked.ts";

const text = `study: one # see https://example.org/a_(b), or ISRCTN63550893.
title: "%% NCT01234567 (https://example.org/x)"
registration: ISRCTN77132214
source:
  title: From doi:10.1000/abc-1, and 10.1234/child is no link
  doi: 10.1186/1471-2458-11-803
  url: 'https://doi.org/10.1186/1471-2458-11-803'
---
study: two
source:
  doi: not-a-doi
`;

marked("addresses, DOIs and trials, in values, prose and comments", { "a.study.yaml": text }, ({ snapshot, show }) =>
  expect(
    documentLinks(snapshot, "a.study.yaml").map(({ span, target }) => [show("a.study.yaml", span), target]),
  ).toEqual([
    ["a.study.yaml:1 https://example.org/a_(b)", "https://example.org/a_(b)"],
    ["a.study.yaml:1 ISRCTN63550893", "https://www.isrctn.com/ISRCTN63550893"],
    ["a.study.yaml:2 NCT01234567", "https://clinicaltrials.gov/study/NCT01234567"],
    ["a.study.yaml:2 https://example.org/x", "https://example.org/x"],
    ["a.study.yaml:3 ISRCTN77132214", "https://www.isrctn.com/ISRCTN77132214"],
    ["a.study.yaml:5 10.1000/abc-1", "https://doi.org/10.1000/abc-1"],
    ["a.study.yaml:6 10.1186/1471-2458-11-803", "https://doi.org/10.1186/1471-2458-11-803"],
    ["a.study.yaml:7 https://doi.org/10.1186/1471-2458-11-803", "https://doi.org/10.1186/1471-2458-11-803"],
  ]),
);

marked(
  "the registers of other trials, of reviews and of plans",
  {
    "a.study.yaml":
      "study: a # %% EudraCT number 2012-000123-45\nregistration: AEARCTR-0001234, osf.io/ab1c2 and https://osf.io/zz9zz\nprotocol: CRD42019123456, not 2012-000123-45 or CRD4201\n",
  },
  ({ snapshot }) =>
    expect(documentLinks(snapshot, "a.study.yaml").map(({ target }) => target)).toEqual([
      "https://www.clinicaltrialsregister.eu/ctr-search/search?query=2012-000123-45",
      "https://www.socialscienceregistry.org/trials/1234",
      "https://osf.io/ab1c2",
      "https://osf.io/zz9zz",
      "https://www.crd.york.ac.uk/prospero/display_record.php?RecordID=42019123456",
    ]),
);

marked(
  "a DOI with signs that mean something in an address",
  { "a.study.yaml": "study: a\nsource:\n  doi: 10.1002/(SICI)1097-0258<1::AID>3.0.CO;2-A\n" },
  ({ snapshot }) =>
    expect(documentLinks(snapshot, "a.study.yaml").map(({ target }) => target)).toEqual([
      "https://doi.org/10.1002/(SICI)1097-0258%3C1%3A%3AAID%3E3.0.CO%3B2-A",
    ]),
);
