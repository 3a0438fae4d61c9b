import { may, type Permission, type Role } from '#core/identity/role.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { type Facts, homeOf } from './facts.ts';

export type TaskAct = { readonly label: string } & (
  | { readonly href: string }
  | { readonly begin: SelfAssessmentSheet }
);

/** One thing to do next, with its one button. */
export type Task = {
  readonly key: string;
  readonly tone: 'attention' | 'now' | 'later';
  readonly title: string;
  /** The title names a thing and no act: a button says both. */
  readonly namesThing?: true;
  readonly detail: string;
  readonly act: TaskAct;
};

const answering: readonly Role[] = [
  'facility-administrator',
  'safety-manager',
  'planner',
  'operator',
  'support-answer',
];

/** Whether the person works on every area of the facility's own runs. */
export function answersEverything({ person }: Pick<Facts, 'person'>): boolean {
  return person.roles.some((role) => answering.includes(role));
}

export function personMay({ person }: Pick<Facts, 'person'>, permission: Permission): boolean {
  return may(person.roles, permission);
}

export function runHref(facts: Pick<Facts, 'facilityId'>, runId: string, show?: 'mine' | 'to-confirm'): string {
  return `${homeOf(facts)}/runs/${runId}${show ? `?show=${show}` : ''}`;
}
