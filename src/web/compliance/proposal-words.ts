import { speaksAgainst } from '#core/compliance/proposal.ts';
import { fiscalYearLabel, japaneseDate } from '#core/kernel/fiscal-year.ts';
import type { ProposalView } from './calls.ts';

type Source = ProposalView['from'][number];

const words = { yes: 'はい', no: 'いいえ' } as const;

/** 「はい」 or 「いいえ」. */
export const proposedWords = (value: 'yes' | 'no'): string => words[value];

/** The run an answer comes from: 「病院システム・令和8年度・令和8年11月27日に提出」. */
export function runWords({ sheetTitle, fiscalYear, submittedAt }: Source): string {
  const year = fiscalYearLabel(fiscalYear).replace(/（.*/, '');
  const day = japaneseDate(new Date(submittedAt)).replace(/（.*/, '');
  return `${sheetTitle}・${year}・${day}に提出`;
}

/** What is thought of an item, as far as the answers say, and to look and choose where nobody has answered it yet. */
export function proposalLine({ value, from }: ProposalView, given: string | null): string {
  const ask = given === null ? '確かめて選んでください。' : '';
  if (value === 'yes') return `そこからは「はい」と考えられます。${ask}`;
  if (value === null) return `決め手にはなりません。${ask}`;
  const against = from.filter(speaksAgainst).map(({ itemId }) => itemId);
  return `${against.join('・')}が足りないため、「いいえ」と考えられます。${ask}`;
}
