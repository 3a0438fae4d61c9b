import { describe, expect, it } from 'vitest';
import { decideTeamChange, isSameTeam } from './team-change.ts';

const former = [
  { personId: 'a', lead: true, areas: ['S1', 'S2'] },
  { personId: 'b', lead: false, areas: ['S3'] },
];
const team = [{ personId: 'a', lead: true, areas: ['S1', 'S2', 'S3'] }];
const standing = { begun: true, reported: false, leads: true, roles: ['auditor' as const], former, team };

describe('the team of an audit that has begun', () => {
  it('is changed by who leads it or an executive, and by nobody else', () => {
    expect(decideTeamChange(standing)).toEqual({ kind: 'change' });
    expect(decideTeamChange({ ...standing, leads: false, roles: ['executive'] })).toEqual({ kind: 'change' });
    for (const role of ['auditor', 'safety-manager', 'facility-administrator', 'planner'] as const) {
      expect(decideTeamChange({ ...standing, leads: false, roles: [role] })).toMatchObject({
        reason: 'audit/team-not-yours',
      });
    }
  });

  it('is changed between its beginning and its report', () => {
    expect(decideTeamChange({ ...standing, begun: false })).toMatchObject({ reason: 'audit/not-begun' });
    expect(decideTeamChange({ ...standing, reported: true })).toMatchObject({ reason: 'audit/reported' });
  });

  it('is never left without somebody, and a change that changes nothing is none', () => {
    expect(decideTeamChange({ ...standing, team: [] })).toMatchObject({ faults: [{ code: 'one-lead' }] });
    const same = former.toReversed().map((seat) => ({ ...seat, areas: seat.areas.toReversed() }));
    expect(isSameTeam(former, same)).toBe(true);
    expect(decideTeamChange({ ...standing, team: same })).toMatchObject({ faults: [{ code: 'same' }] });
    expect(isSameTeam(former, team)).toBe(false);
  });
});
