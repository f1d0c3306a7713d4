/**
 * The one list of rules. To add one: copy the nearest file, add it here, add its fixtures in `test/rules/<group>/<rule>/`, run the tests.
 * May import `model`, `schema`, `syntax`, `workspace`, `values`, `data`, `costing`, `evidence`. Deliberately not here: running rules, reading
 * files, and the drawing of findings.
 */

import { benefitRules } from "./benefit/index.ts";
import { costingRules } from "./costing/index.ts";
import { evaluationRules } from "./evaluation/index.ts";
import { evidenceRules } from "./evidence/index.ts";
import { needRules } from "./need/index.ts";
import { outcomeRules } from "./outcome/index.ts";
import { policyRules } from "./policy/index.ts";
import { portfolioRules } from "./portfolio/index.ts";
import { cycle } from "./reference/cycle.ts";
import { duplicateId } from "./reference/duplicate-id.ts";
import { needsNotListed } from "./reference/needs-not-listed.ts";
import { notFound } from "./reference/not-found.ts";
import { outsideProject } from "./reference/outside-project.ts";
import { unknownBenefit } from "./reference/unknown-benefit.ts";
import { unknownShare } from "./reference/unknown-share.ts";
import { unknownSite } from "./reference/unknown-site.ts";
import { unused as referenceUnused } from "./reference/unused.ts";
import { wrongKind } from "./reference/wrong-kind.ts";
import { reportingRules } from "./reporting/index.ts";
import { badDoi } from "./schema/bad-doi.ts";
import { badId } from "./schema/bad-id.ts";
import { badUrl } from "./schema/bad-url.ts";
import { emptyFile } from "./schema/empty-file.ts";
import { emptyValue } from "./schema/empty-value.ts";
import { headNotFirst } from "./schema/head-not-first.ts";
import { kindMismatch } from "./schema/kind-mismatch.ts";
import { misplacedKey } from "./schema/misplaced-key.ts";
import { missingHead } from "./schema/missing-head.ts";
import { missingKey } from "./schema/missing-key.ts";
import { notAMapping } from "./schema/not-a-mapping.ts";
import { tooFewItems } from "./schema/too-few-items.ts";
import { unknownKey } from "./schema/unknown-key.ts";
import { unknownKind } from "./schema/unknown-kind.ts";
import { unknownWord } from "./schema/unknown-word.ts";
import { wrongType } from "./schema/wrong-type.ts";
import { badDiscountRate } from "./settings/bad-discount-rate.ts";
import { badUncertainty } from "./settings/bad-uncertainty.ts";
import { rootInsideProject } from "./settings/root-inside-project.ts";
import { secondDocument } from "./settings/second-document.ts";
import { unknownRule } from "./settings/unknown-rule.ts";
import { expired } from "./suppression/expired.ts";
import { noReason } from "./suppression/no-reason.ts";
import { notClosed } from "./suppression/not-closed.ts";
import { unknownCode } from "./suppression/unknown-code.ts";
import { unknownComment } from "./suppression/unknown-comment.ts";
import { unused as suppressionUnused } from "./suppression/unused.ts";
import { aliasCycle } from "./syntax/alias-cycle.ts";
import { ambiguousScalar } from "./syntax/ambiguous-scalar.ts";
import { badEscape } from "./syntax/bad-escape.ts";
import { badIndent } from "./syntax/bad-indent.ts";
import { badMerge } from "./syntax/bad-merge.ts";
import { badStart } from "./syntax/bad-start.ts";
import { binaryFile } from "./syntax/binary-file.ts";
import { colonInPlain } from "./syntax/colon-in-plain.ts";
import { complexKey } from "./syntax/complex-key.ts";
import { conflictMarker } from "./syntax/conflict-marker.ts";
import { controlCharacter } from "./syntax/control-character.ts";
import { curlyQuotes } from "./syntax/curly-quotes.ts";
import { cutByHash } from "./syntax/cut-by-hash.ts";
import { directive } from "./syntax/directive.ts";
import { duplicateKey } from "./syntax/duplicate-key.ts";
import { fileTooLarge } from "./syntax/file-too-large.ts";
import { fileUnreadable } from "./syntax/file-unreadable.ts";
import { fileVanished } from "./syntax/file-vanished.ts";
import { invalidUtf8 } from "./syntax/invalid-utf-8.ts";
import { lostAmpersand } from "./syntax/lost-ampersand.ts";
import { missingAnchor } from "./syntax/missing-anchor.ts";
import { missingColon } from "./syntax/missing-colon.ts";
import { notAFile } from "./syntax/not-a-file.ts";
import { notYaml } from "./syntax/not-yaml.ts";
import { oddSpace } from "./syntax/odd-space.ts";
import { tabIndent } from "./syntax/tab-indent.ts";
import { tooDeep } from "./syntax/too-deep.ts";
import { tooManyAliases } from "./syntax/too-many-aliases.ts";
import { tornByComma } from "./syntax/torn-by-comma.ts";
import { unclosedBracket } from "./syntax/unclosed-bracket.ts";
import { unclosedQuote } from "./syntax/unclosed-quote.ts";
import { unknownTag } from "./syntax/unknown-tag.ts";
import { utf16 } from "./syntax/utf-16.ts";
import type { Rule } from "./types.ts";
import { ambiguousYear } from "./units/ambiguous-year.ts";
import { badRange } from "./units/bad-range.ts";
import { barePercent } from "./units/bare-percent.ts";
import { leftOver } from "./units/left-over.ts";
import { missingHas } from "./units/missing-has.ts";
import { missingTimeInService } from "./units/missing-time-in-service.ts";
import { negative } from "./units/negative.ts";
import { notCounted } from "./units/not-counted.ts";
import { notFinite } from "./units/not-finite.ts";
import { outOfRange } from "./units/out-of-range.ts";
import { pointForThousands } from "./units/point-for-thousands.ts";
import { tornNumber } from "./units/torn-number.ts";
import { unlikeUnits } from "./units/unlike-units.ts";
import { unreadableValue } from "./units/unreadable-value.ts";
import { volumeUnit } from "./units/volume-unit.ts";
import { wrongForm } from "./units/wrong-form.ts";

export const rules: readonly Rule[] = [
  aliasCycle,
  ambiguousScalar,
  badEscape,
  badIndent,
  badMerge,
  badStart,
  binaryFile,
  colonInPlain,
  complexKey,
  conflictMarker,
  controlCharacter,
  cutByHash,
  directive,
  duplicateKey,
  fileTooLarge,
  fileUnreadable,
  fileVanished,
  invalidUtf8,
  lostAmpersand,
  missingAnchor,
  missingColon,
  notAFile,
  notYaml,
  oddSpace,
  curlyQuotes,
  tabIndent,
  tooDeep,
  tooManyAliases,
  tornByComma,
  unclosedBracket,
  unclosedQuote,
  unknownTag,
  utf16,
  badDoi,
  badId,
  badUrl,
  emptyFile,
  emptyValue,
  headNotFirst,
  kindMismatch,
  misplacedKey,
  missingHead,
  missingKey,
  notAMapping,
  tooFewItems,
  unknownKey,
  unknownKind,
  unknownWord,
  wrongType,
  cycle,
  duplicateId,
  needsNotListed,
  notFound,
  outsideProject,
  unknownBenefit,
  unknownShare,
  unknownSite,
  referenceUnused,
  wrongKind,
  ambiguousYear,
  badRange,
  barePercent,
  negative,
  notFinite,
  outOfRange,
  tornNumber,
  pointForThousands,
  unlikeUnits,
  unreadableValue,
  leftOver,
  missingHas,
  missingTimeInService,
  notCounted,
  volumeUnit,
  wrongForm,
  badDiscountRate,
  badUncertainty,
  rootInsideProject,
  secondDocument,
  unknownRule(() => codes),
  expired,
  noReason,
  notClosed,
  unknownCode(() => codes),
  unknownComment,
  suppressionUnused,
  ...costingRules,
  ...benefitRules,
  ...outcomeRules,
  ...evidenceRules,
  ...evaluationRules,
  ...reportingRules,
  ...policyRules,
  ...needRules,
  ...portfolioRules,
];

/** Every code there is, for the rules that look for misspelt ones. */
const codes: readonly string[] = rules.map((rule) => rule.code);
