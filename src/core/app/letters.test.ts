import { expect, test } from 'vitest';
import { runReopenedLetter } from '../assessment/run-reopened-letter.ts';
import { vendorFormLetter } from '../compliance/vendor-form/vendor-form-letter.ts';
import { invitationLetter, ownResetLetter, resetLetter } from '../identity/letters.ts';
import { type SecurityNotice, securityLetter } from '../identity/security-notice.ts';
import { dueLetter } from '../kernel/due-letter.ts';
import { type Letter, letterHtml, letterSchema, letterText } from '../kernel/letter.ts';
import { mailKinds } from '../kernel/mail.ts';
import { decisionAskedLetter } from '../plan/decision/decision-asked-letter.ts';
import { decisionDueAgainLetter } from '../plan/decision/decision-due-again-letter.ts';
import { areasAssignedLetter } from '../sheet/areas-assigned-letter.ts';
import { leavingLetter, leavingWithdrawnLetter } from './leaving-letter.ts';
import { webhookPausedLetter } from './webhook/webhook-letter.ts';

const origin = 'https://mamori.example.jp';
const at = new Date('2026-11-21T03:05:00Z');
const run = { facility: 'みなと病院', facilityId: 'f', runId: 'r', sheetTitle: '病院の自己点検', fiscalYear: 2026 };
const security = (kind: SecurityNotice) => securityLetter(kind, { name: '山田', at, browser: 'Chrome（Windows）' });
const reset = { name: '山田', path: '/reset#secret', expiresAt: at };
const invited = { place: 'みなと病院', name: '山田', by: '佐藤', path: '/invitation#secret', expiresAt: at };

const leaving = { facility: 'みなと病院', facilityId: 'f', name: '山田', by: '佐藤' };

const letters: Readonly<Record<keyof typeof mailKinds, Letter>> = {
  invitation: invitationLetter({ ...invited, roles: ['planner'] }),
  'reset-link': resetLetter({ ...reset, by: '佐藤' }),
  'own-reset-link': ownResetLetter(reset),
  'vendor-form': vendorFormLetter({
    place: 'みなと病院',
    contact: '山田',
    vendor: '青葉システム',
    system: '電子カルテ',
    by: '佐藤',
    path: '/vendor-form#secret',
    expiresAt: at,
  }),
  'password-changed': security('password-changed'),
  'password-reset': security('password-reset'),
  'second-factor-set': security('second-factor-set'),
  'second-factor-renewed': security('second-factor-renewed'),
  'recovery-codes-made': security('recovery-codes-made'),
  'passkey-added': security('passkey-added'),
  'passkey-removed': security('passkey-removed'),
  'account-linked': security('account-linked'),
  'account-unlinked': security('account-unlinked'),
  'leaving-announced': leavingLetter({ ...leaving, dueAt: at }),
  'leaving-withdrawn': leavingWithdrawnLetter(leaving),
  'webhook-paused': webhookPausedLetter({ ...leaving, webhookId: 'w', why: 'undelivered' }),
  'areas-assigned': areasAssignedLetter({ ...run, name: '山田', areas: 3 }),
  'run-reopened': runReopenedLetter({ ...run, name: '山田', by: '佐藤' }),
  'decision-asked': decisionAskedLetter(leaving),
  'due-soon': dueLetter({
    ...leaving,
    personId: 'p',
    due: { kind: 'task', page: 'tasks/t', dueOn: '2026-12-31', owner: { id: 'p', name: '山田', left: false } },
    count: 1,
    late: false,
  }),
  'due-passed': dueLetter({
    ...leaving,
    personId: 'p',
    due: { kind: 'clause', page: 'clauses/GOV7-1-01', dueOn: '2026-11-20', owner: null },
    count: 2,
    late: true,
  }),
  'decision-due-again': decisionDueAgainLetter(leaving),
};

test.each(Object.entries(letters))('%s says to whom, from where, why, and what to do if unexpected', (kind, letter) => {
  expect(letterSchema.parse(letter)).toEqual(letter);
  const text = letterText(letter, origin);
  expect(text).toContain('山田 様');
  expect(text).toContain(`まもり ${origin}`);
  expect(text).toContain(letter.why);
  expect(letter.unexpected.length).toBeGreaterThan(10);
  const sort = mailKinds[kind as keyof typeof mailKinds];
  if (sort === 'work') expect(text).toContain('「自分のアカウント」で止められます');
  if (sort === 'asked') expect(text).toContain('令和8年11月21日（土）12:05まで');
  // A vendor goes on where it stopped; every other link opens once.
  if (sort === 'asked') expect(text.includes('1回だけ使えます')).toBe(kind !== 'vendor-form');
});

test.each(Object.entries(letters))('every address in %s is absolute, below ours', (_, letter) => {
  const found = [letterText(letter, origin), letterHtml(letter, origin)].flatMap(
    (written) => written.match(/https?:[^\s"<]+/g) ?? [],
  );
  expect(found.length).toBeGreaterThan(2);
  for (const address of found) expect(address === origin || address.startsWith(`${origin}/`)).toBe(true);
});

test('an invitation of staff speaks of no second factor, any other does', () => {
  expect(letterText(letters.invitation, origin)).toContain('確認コード');
  expect(letterText(invitationLetter({ ...invited, roles: ['staff'] }), origin)).not.toContain('確認コード');
});
