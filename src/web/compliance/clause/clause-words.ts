import {
  type ClauseState,
  type ClauseStep,
  isLateClause,
  maySetStep,
  nextStep,
} from '#core/compliance/clause/clause-cycle.ts';
import { isAccepted } from '#core/compliance/clause/clause-request.ts';
import { ownerWords } from '#core/identity/owner.ts';
import type { Role } from '#core/identity/role.ts';
import { dayInJapan, japaneseDay } from '#core/kernel/fiscal-year.ts';
import type { ShownClause } from '../calls.ts';
import type { ClausesShown } from './clause-search.ts';

export const roleWords = { executive: '経営層', planner: '企画管理者', operator: '運用担当者' } as const;

export const stateOf = ({ steps }: Pick<ShownClause, 'steps'>): ClauseState => steps[0]?.step ?? 'not-begun';

export const isLate = (clause: Pick<ShownClause, 'steps' | 'dueOn' | 'undone' | 'asked'>): boolean =>
  !isAccepted(clause) && isLateClause(stateOf(clause), clause.dueOn, dayInJapan(new Date()));

/** 「経営層が指示し、企画管理者・運用担当者が実施する」, or of the executives alone. */
export function rolesText(roles: ShownClause['roles']): string {
  if (!roles.includes('executive')) return '企画管理者が指示し、運用担当者が実施する';
  const others = roles.filter((role) => role !== 'executive').map((role) => roleWords[role]);
  return others.length === 0 ? '経営層が自ら行う' : `経営層が指示し、${others.join('・')}が実施する`;
}

/** Whether the round of a clause goes on with a step of somebody with these roles. */
export const waitsFor = (roles: readonly Role[], clause: ShownClause): boolean =>
  stateOf(clause) !== 'followed-up' && !isAccepted(clause) && maySetStep(roles, nextStep(stateOf(clause)), clause);

/** A step as a thing to be recorded. */
export const stepNouns: Readonly<Record<ClauseStep, string>> = {
  instructed: '指示',
  'carried-out': '実施',
  reported: '報告',
  'followed-up': '確認',
};

/** What the facility says of a clause, as people read it. */
export function clauseFacts(clause: ShownClause) {
  const { owner, dueOn, documents, undone } = clause;
  return [
    { title: '担当', text: ownerWords(owner, stateOf(clause) !== 'followed-up') || '決まっていません' },
    { title: '期限', text: dueOn === null ? '決まっていません' : japaneseDay(dueOn) },
    { title: '文書', text: documents || 'まだ書いていません' },
    { title: 'できない理由', text: undone || 'ありません' },
  ];
}

/** What stands now of what was changed since a clause was opened. */
export function changedFacts(opened: ShownClause, current: ShownClause) {
  const before = new Map(clauseFacts(opened).map(({ title, text }) => [title, text]));
  return clauseFacts(current).filter(({ title, text }) => before.get(title) !== text);
}

export function isShown(clause: ShownClause, view: ClausesShown, personId: string): boolean {
  if (view === 'not-begun') return clause.steps.length === 0;
  if (view === 'late') return isLate(clause);
  if (view === 'undone') return clause.undone !== '';
  return view === 'all' || clause.owner?.id === personId;
}
