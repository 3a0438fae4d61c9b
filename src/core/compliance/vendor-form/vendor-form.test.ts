import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../catalogue/sheet.ts';
import { madeUpArea, madeUpItem, madeUpSheet, madeUpYesNo } from '../../catalogue/testing/made-up-catalogue.ts';
import { type FormLink, formStanding } from './form-standing.ts';
import { tallyForms } from './form-tally.ts';
import { vendorForm } from './vendor-form.ts';

const now = new Date('2026-11-27T03:00:00Z');
const later = new Date('2026-12-27T03:00:00Z');
const before = new Date('2026-11-20T03:00:00Z');
const link = (changes: Partial<FormLink> = {}): FormLink => ({
  expiresAt: later,
  endedAt: null,
  sentAt: null,
  ...changes,
});

describe('how the form of a vendor stands', () => {
  const none = { answered: 0, open: 0, link: null, submittedAt: null };
  it.each([
    ['not-asked', 'nobody was asked', none],
    ['not-asked', 'the link was ended with nothing answered', { ...none, link: link({ endedAt: before }) }],
    ['asked', 'the link is out and nothing came back', { ...none, link: link() }],
    ['answering', 'some items are answered', { ...none, answered: 3, link: link() }],
    ['answering', 'every item is answered and nothing was sent', { ...none, answered: 13, link: link() }],
    ['answering', 'the staff enters it from paper', { ...none, answered: 1 }],
    ['answered', 'the vendor sent it', { ...none, answered: 13, link: link({ sentAt: before }) }],
    [
      'answered',
      'it was sent and the link ran out since',
      { ...none, answered: 13, link: link({ sentAt: before, expiresAt: before }) },
    ],
    [
      'answered',
      'it was sent and the link was ended since',
      { ...none, answered: 13, link: link({ sentAt: before, endedAt: now }) },
    ],
    [
      'answering',
      'it was sent and went over to a newer version',
      { ...none, answered: 12, open: 1, link: link({ sentAt: before }) },
    ],
    ['answered', 'the facility submitted what came on paper', { ...none, answered: 13, submittedAt: before }],
    ['expired', 'the link ran out with nothing sent', { ...none, link: link({ expiresAt: now }) }],
    ['expired', 'the link ran out half-way', { ...none, answered: 5, link: link({ expiresAt: before }) }],
    [
      'answering',
      'a link was ended half-way',
      { ...none, answered: 5, link: link({ endedAt: before, expiresAt: before }) },
    ],
  ] as const)('%s: %s', (standing, _, facts) => {
    expect(formStanding(facts, now)).toBe(standing);
  });
});

const items = ['V1', 'V2', 'V3'].map((id) => madeUpItem(id));
const sheet = madeUpSheet('checklist-vendor', [madeUpArea('A', items)], { scale: madeUpYesNo });
type Given = { readonly value: AnswerValue; readonly targetOn?: string; readonly toConfirm?: boolean };
const formOf = (given: Readonly<Record<string, Given>>, of: { link?: FormLink; submittedAt?: Date } = {}) =>
  vendorForm({
    runId: 'run',
    sheet,
    link: of.link ?? null,
    submittedAt: of.submittedAt ?? null,
    today: '2026-11-27',
    now,
    answers: new Map(
      Object.entries(given).map(([id, { value, targetOn = null, toConfirm = false }]) => [
        id,
        { value, targetOn, toConfirm, confirmedOn: '2026-11-20' },
      ]),
    ),
  });

describe('the form of a vendor', () => {
  it('tells what is いいえ with its day, late ones first, apart from what is not answered', () => {
    const form = formOf({
      V1: { value: 'no', targetOn: '2027-03-31' },
      V2: { value: 'unknown', targetOn: '2026-11-01' },
    });
    expect(form).toMatchObject({ answered: 2, items: 3, standing: 'answering' });
    expect(form.no.map(({ id, targetOn, late }) => [id, targetOn, late])).toEqual([
      ['V2', '2026-11-01', true],
      ['V1', '2027-03-31', false],
    ]);
  });

  it('counts as no answer what was carried over and nobody has looked at', () => {
    expect(formOf({ V1: { value: 'yes', toConfirm: true } }, { link: link() })).toMatchObject({
      answered: 0,
      standing: 'asked',
      no: [],
    });
  });

  it('shows a link as long as it can be used or renewed, and none once the form is submitted', () => {
    expect(formOf({}, { link: link() }).link).toEqual({ expiresAt: later, expired: false, mail: null });
    expect(formOf({}, { link: link({ expiresAt: before }) }).link).toEqual({
      expiresAt: before,
      expired: true,
      mail: null,
    });
    expect(formOf({}, { link: link({ endedAt: before }) }).link).toBeNull();
    expect(formOf({}, { link: link(), submittedAt: before }).link).toBeNull();
  });
});

describe('the forms of all systems', () => {
  it('keeps who has not answered apart from what is いいえ, and counts nothing that has ended', () => {
    const answered = formOf({ V1: { value: 'no', targetOn: '2026-11-01' } }, { submittedAt: before });
    const systems = [
      { endedAt: null, form: answered },
      { endedAt: null, form: null },
      { endedAt: null, form: formOf({ V1: { value: 'yes' } }, { link: link() }) },
      { endedAt: before, form: answered },
    ];
    expect(tallyForms(systems, false)).toEqual({
      withoutVendor: false,
      systems: 3,
      answered: 1,
      unanswered: 2,
      no: 1,
      late: 1,
    });
  });
});
