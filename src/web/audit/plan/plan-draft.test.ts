import { describe, expect, it } from 'vitest';
import { newDraft, planOf, withClauses, withLeadElsewhere } from './plan-draft.ts';

const answered = { reason: 'answered' as const, areaId: 'S2', fiscalYear: 2026 };
const choices = {
  areas: ['S1', 'S2', 'S3'].map((id) => ({ id, title: id })),
  clauses: [
    { id: 'GOV7-3-11', title: '3⑪ 監査', items: [{ id: 'S2-1', areaId: 'S2' }] },
    { id: 'GOV7-1-04', title: '1④ 窓口', items: [] },
  ],
  systems: ['電子カルテ'],
  auditors: [
    { person: { id: 'a', name: '監査 明' }, involvements: [answered] },
    { person: { id: 'b', name: '看護 花' }, involvements: [] },
  ],
};

const draft = { ...newDraft('small-facility', choices), leadId: 'a' };

describe('a draft of a plan', () => {
  it('gives the areas left to the one who leads, but for those the person worked on', () => {
    const held = { ...draft, holders: { S3: 'b' } };
    expect(withLeadElsewhere(held, choices).holders).toEqual({ S1: 'a', S2: null, S3: 'b' });
    expect(withLeadElsewhere({ ...held, leadId: null }, choices).holders).toEqual(held.holders);
  });

  it('is sent with everybody who leads or has an area in scope, once', () => {
    const held = { ...draft, areas: ['S1', 'S3'], holders: { S3: 'b', S1: 'a', S2: 'b' } };
    const team = [
      { personId: 'a', lead: true, areas: ['S1'] },
      { personId: 'b', lead: false, areas: ['S3'] },
    ];
    expect(planOf(held, choices)).toMatchObject({ areas: ['S1', 'S3'], team });
  });

  it('has an area in scope as far as a clause asks something in it', () => {
    const held = { ...draft, areas: ['S1'], clauses: ['GOV7-3-11'], holders: { S2: 'b' } };
    expect(planOf(held, choices)).toMatchObject({ areas: ['S1'], team: [{}, { personId: 'b', areas: ['S2'] }] });
  });

  it('is sent with the systems that are recorded and those written, each once', () => {
    const written = { ...draft, systems: ['電子カルテ'], otherSystems: ' 回線\n\n電子カルテ ' };
    expect(planOf(written, choices).systems).toEqual(['電子カルテ', '回線']);
  });

  it('takes what is in the hands of somebody a chosen clause ties away', () => {
    const tied = (areaId: string | null, id: string) => {
      return [{ reason: 'clause' as const, areaId, fiscalYear: 2026, clause: { id, label: '3⑪' } }];
    };
    const held = { ...draft, holders: { S1: 'a', S2: 'a' } };
    const auditors = (involvements: ReturnType<typeof tied>) => [
      { person: { id: 'a', name: '監査 明' }, involvements },
    ];
    const inArea = withClauses(held, ['GOV7-3-11'], auditors(tied('S2', 'GOV7-3-11')));
    expect(inArea).toMatchObject({ leadId: 'a', holders: { S1: 'a', S2: null } });
    const inAll = withClauses(held, ['GOV7-1-04'], auditors(tied(null, 'GOV7-1-04')));
    expect(inAll).toMatchObject({ leadId: null, holders: { S1: null, S2: null } });
    expect(withClauses(held, [], auditors(tied(null, 'GOV7-1-04')))).toMatchObject({ leadId: 'a' });
  });
});
