import { sheetScoreText } from '#core/assessment/score-text.ts';
import { facilityTypeTitles } from '#core/organisation/facility.ts';
import { asksExecutives, type Facts, isComplete } from './facts.ts';

export type StepState = 'done' | 'now' | 'attention' | 'later';

/** One step: what it is and how it stands, in a word or a number. */
export type Step = { readonly title: string; readonly state: StepState; readonly words: string };

function monthDay(at: string): string {
  const parts = new Intl.DateTimeFormat('ja-JP', { month: 'long', day: 'numeric', timeZone: 'Asia/Tokyo' });
  return parts.format(new Date(at));
}

function sheetStep({ profile, mainSheet, main, sheets }: Facts): Step {
  const title = '点検票';
  if (profile.typeGuessed && !main) {
    return { title, state: 'attention', words: `${facilityTypeTitles[profile.type]}（推定）` };
  }
  return { title, state: 'done', words: sheets[mainSheet]?.size ?? '' };
}

function answersStep({ main }: Facts): Step {
  const title = '回答';
  if (!main) return { title, state: 'later', words: 'まだ始めていません' };
  if (main.toConfirm > 0) return { title, state: 'attention', words: `確定待ち ${main.toConfirm}問` };
  const done = main.answered === main.items;
  return {
    title,
    state: done ? 'done' : 'now',
    words: done ? `${main.items}問すべて` : `${main.answered} / ${main.items}問`,
  };
}

function submissionStep({ main }: Facts): Step {
  const title = '提出';
  if (main?.submittedAt) return { title, state: 'done', words: `${monthDay(main.submittedAt)}に提出` };
  if (main && isComplete(main)) return { title, state: 'attention', words: '提出できます' };
  return { title, state: 'later', words: '回答のあと' };
}

function resultStep({ main, result, fiscalYear }: Facts): Step {
  const title = '結果';
  if (!main || !result || result.fiscalYear !== fiscalYear) return { title, state: 'later', words: '提出のあと' };
  const score = sheetScoreText(result.score);
  return result.preview
    ? { title, state: 'later', words: result.score === null ? '提出のあと' : `途中 ${score}` }
    : { title, state: 'done', words: `総合 ${score}` };
}

function networkStep({ network, networkLevel }: Facts): Step {
  const title = 'ネットワーク';
  if (!network) return { title, state: 'later', words: 'まだ始めていません' };
  if (network.status === 'submitted')
    return { title, state: 'done', words: networkLevel === null ? '提出済み' : `レベル${networkLevel}` };
  if (isComplete(network)) return { title, state: 'attention', words: '提出できます' };
  return { title, state: 'now', words: `${network.answered - network.toConfirm} / ${network.items}問` };
}

function executivesStep({ executives }: Facts): Step {
  const title = '経営層';
  const { members, invited = 0, answered } = executives;
  if (members === undefined) return { title, state: answered ? 'now' : 'later', words: `提出 ${answered ?? 0}人` };
  if (members === 0) {
    return { title, state: 'later', words: invited > 0 ? `招待中 ${invited}人` : '招いていません' };
  }
  if (answered === undefined) return { title, state: 'later', words: `${members}人` };
  return { title, state: answered >= members ? 'done' : 'now', words: `${members}人中${answered}人が提出` };
}

/** The self-assessment so far, from the choice of the sheet to its result. */
export function assessmentSteps(facts: Facts): readonly Step[] {
  const steps = [sheetStep, answersStep, submissionStep, resultStep, networkStep];
  return (asksExecutives(facts) ? [...steps, executivesStep] : steps).map((step) => step(facts));
}

/** Whether anything of the self-assessment is still to be done. */
export const isUnderWay = (facts: Facts): boolean => assessmentSteps(facts).some(({ state }) => state !== 'done');
