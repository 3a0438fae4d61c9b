import { counted, noRecordsSeen, notApplicable, nothingMissing, unanswered, unknown, zero } from './answer-findings.ts';
import type { BoardMatter, Finding } from './board-matter.ts';
import { compared, fallen, risen } from './change-findings.ts';
import { highNetwork, lowNetwork, strongAxes, weakAxes } from './network-findings.ts';
import { belowClass, best, contradictions, disproved, firstStep, sound, weakest } from './score-findings.ts';

/**
 * The three findings that matter most, in the order in which rules find them. The last ones hold for every run, so that
 * there are always three: for a step sheet `compared` or `risen`, `counted` and `noRecordsSeen`, for the network level
 * its level instead of the first.
 */
export function findingsOf(matter: BoardMatter): readonly Finding[] {
  const rules = [
    unanswered,
    disproved,
    weakest,
    lowNetwork,
    weakAxes,
    contradictions,
    fallen,
    unknown,
    belowClass,
    zero,
    highNetwork,
    strongAxes,
    risen,
    best,
    sound,
    nothingMissing,
    firstStep,
    notApplicable,
    compared,
    counted,
    noRecordsSeen,
  ];
  return rules.flatMap((rule) => rule(matter) ?? []).slice(0, 3);
}
