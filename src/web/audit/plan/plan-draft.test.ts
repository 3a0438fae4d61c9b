import { describe, expect, it } from 'vitest';
import { newDraft, planOf, withLeadElsewhere } from './plan-draft.ts';

const answered = { reason: 'answered' as const, areaId: 'S2', fiscalYear: 2026 };
const choices = {
  areas: ['S1', 'S2', 'S3'].map((id) => ({ id, title: id })),
  clauses: [],
  auditors: [
    { person: { id: 'a', name: '監査 明' }, involvements: [answered] },
    { person: { id: 'b', name: '看護 花' }, involvements: [] },
  ],
};

describe('a draft of a plan', () => {
  it('gives the areas left to the one who leads, but for those the person worked on', () => {
    const draft = { ...newDraft('small-facility', choices), leadId: 'a', holders: { S1: null, S2: null, S3: 'b' } };
    expect(withLeadElsewhere(draft, choices.auditors).holders).toEqual({ S1: 'a', S2: null, S3: 'b' });
    expect(withLeadElsewhere({ ...draft, leadId: null }, choices.auditors).holders).toEqual(draft.holders);
  });

  it('is sent with everybody who leads or has an area, once', () => {
    const draft = { ...newDraft('small-facility', choices), leadId: 'a', holders: { S3: 'b', S1: 'a', S2: 'b' } };
    expect(planOf(draft)).toMatchObject({
      areas: ['S1', 'S2', 'S3'],
      team: [
        { personId: 'a', lead: true, areas: ['S1'] },
        { personId: 'b', lead: false, areas: ['S3', 'S2'] },
      ],
    });
  });
});
