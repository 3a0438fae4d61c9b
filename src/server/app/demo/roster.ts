import type { FacilityRole } from '#core/identity/role.ts';
import { shareOf } from './draw.ts';
import { everydayHospital, leadingHospital } from './hospitals.ts';
import type { DemoFacility } from './listed-facility.ts';
import { personName } from './person-names.ts';
import { region } from './region.ts';

type Roles = readonly FacilityRole[];

export type DemoPerson = {
  readonly email: string;
  readonly name: string;
  /** The code of the facility; null for the system administrator and the officer. */
  readonly facility: string | null;
  readonly roles: Roles;
};

const fewestExecutives = 2;
const mostExecutives = 4;

const executives = (count: number): readonly Roles[] => Array.from({ length: count }, () => ['executive']);

function executivesOf(code: string): readonly Roles[] {
  const more = Math.floor(shareOf('executives', code) * (mostExecutives - fewestExecutives + 1));
  return executives(fewestExecutives + more);
}

function postsIn({ name, code, type, beds }: DemoFacility): readonly Roles[] {
  if (type !== 'hospital') return [['facility-administrator', 'safety-manager']];
  if (name === everydayHospital) return [['facility-administrator', 'planner', 'operator'], ...executives(2)];
  if (name === leadingHospital) {
    const single: readonly Roles[] = [['facility-administrator'], ['safety-manager'], ['planner'], ['auditor']];
    return [...single, ['operator'], ['operator'], ['staff'], ['staff'], ['staff'], ...executives(mostExecutives)];
  }
  if ((beds ?? 0) < 300) return [['facility-administrator', 'planner'], ['operator'], ...executivesOf(code)];
  return [['facility-administrator'], ['safety-manager'], ['planner'], ['operator'], ...executivesOf(code)];
}

const address = (number: number) => `person-${String(number).padStart(3, '0')}@minato.example`;

function wholeRoster(): readonly DemoPerson[] {
  const posts = region.flatMap((facility) => postsIn(facility).map((roles) => ({ facility: facility.code, roles })));
  return [{ facility: null, roles: [] }, ...posts, { facility: null, roles: [] }].map(
    ({ facility, roles }, number) => ({
      email: address(number),
      name: personName(number),
      facility,
      roles,
    }),
  );
}

/** Everybody in the region; the system administrator comes first, the officer of the prefecture last. */
export const roster = wholeRoster();

function certain(person: DemoPerson | undefined): DemoPerson {
  if (!person) throw new Error('the roster is empty');
  return person;
}

const leadingCode = region.find(({ name }) => name === leadingHospital)?.code;

/** Counts facilities for the prefecture; belongs to none. */
export const officer = certain(roster.at(-1));
/** The second operator of the leading hospital, who supports others. */
export const supporter = certain(
  roster.findLast(({ facility, roles }) => facility === leadingCode && roles.includes('operator')),
);
