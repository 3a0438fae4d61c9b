import { expect, it } from 'vitest';
import { actTitles } from '../../kernel/act.ts';
import { activityKindOf } from '../activity-kind.ts';
import { actsOf, eventOfAct, eventsOf, eventTitle, testAct, testEvent, webhookEventNames } from './webhook-event.ts';

const acts = actsOf(webhookEventNames);

it('every act told is one of the activity log, told as one event, and none that was only read', () => {
  expect(acts.filter((act) => !Object.hasOwn(actTitles, act))).toEqual([]);
  expect(new Set(acts).size).toBe(acts.length);
  expect(acts.filter((act) => activityKindOf(act) === 'reading')).toEqual([]);
});

it('no saved answer is told: the database leaves it out before it looks for receivers', () => {
  expect(acts).not.toContain('sheet.answered');
});

it('events and acts lead to each other, whatever else stands among the acts', () => {
  for (const name of webhookEventNames) expect(eventsOf(['sheet.begun', ...actsOf([name])])).toEqual([name]);
  expect(eventOfAct('identity.joined-by-sso')).toBe('member.joined');
  expect(eventOfAct(testAct)).toBe(testEvent);
  expect(eventOfAct('sheet.begun')).toBeUndefined();
});

it('every event has its words', () => {
  for (const name of [...webhookEventNames, testEvent]) expect(eventTitle(name)).toMatch(/[ぁ-ん]/);
  expect(eventTitle('later.event')).toBe('later.event');
});
