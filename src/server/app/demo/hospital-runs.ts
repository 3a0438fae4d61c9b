import type { Sheet, SheetId } from '#core/catalogue/sheet.ts';
import type { FacilityRole } from '#core/identity/role.ts';
import type { Acting } from './act-as.ts';
import { shareOf } from './draw.ts';
import { executiveAnswers } from './executive-answers.ts';
import type { PlannedRun } from './fill-run.ts';
import { leadingHospital } from './hospitals.ts';
import { type MadeAnswer, madeAnswers } from './made-answers.ts';
import { networkAnswers } from './network-answers.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Draft, dated, firstPartOf, progressIn } from './planned-run.ts';
import { type Span, thisYear } from './span.ts';

export type SheetOf = (id: SheetId) => Sheet;

/** Areas the planner answers; the operator answers the others. */
const governance = ['01', '02', '04', '14', '17', '20', '21'];

/** The first person with one of the roles, in the order of the roles. */
export function holderOf(members: readonly Acting[], ...roles: readonly FacilityRole[]): Acting {
  const found = roles.flatMap((role) => members.filter((member) => member.roles.includes(role)))[0] ?? members[0];
  if (!found) throw new Error('a facility without people');
  return found;
}

type Year = { readonly opened: OpenedFacility; readonly year: number; readonly own: readonly MadeAnswer[] };

function technicalRun({ opened, year, own }: Year, sheet: Sheet): readonly Draft[] {
  const { facility, members } = opened;
  const progress = progressIn(facility, year);
  if (progress === 'not-begun' || (facility.name === leadingHospital && year === thisYear)) return [];
  const [planner, operator] = [holderOf(members, 'planner'), holderOf(members, 'operator')];
  const given = progress === 'submitted' ? own : firstPartOf(own, facility.code);
  const planned = new Set(
    sheet.areas.filter(({ id }) => governance.includes(id)).flatMap(({ items }) => items.map(({ id }) => id)),
  );
  const sittings = [
    { by: operator, answers: given.filter(({ itemId }) => !planned.has(itemId)) },
    { by: planner, answers: given.filter(({ itemId }) => planned.has(itemId)) },
  ];
  const submits = progress === 'submitted' ? holderOf(members, 'safety-manager', 'planner') : null;
  return [{ sheetId: 'hospital', key: facility.code, origin: 'file', begins: planner, sittings, submits }];
}

function networkRun({ opened, year, own }: Year, sheet: Sheet): readonly Draft[] {
  const { facility, members } = opened;
  const progress = progressIn(facility, year);
  const before = progress === 'half' && shareOf('network-first', facility.code) < 0.5;
  if (progress !== 'submitted' && !before) return [];
  const by = holderOf(members, 'operator');
  const sittings = [{ by, answers: networkAnswers(sheet, own, false) }];
  const submits = holderOf(members, 'safety-manager', 'planner');
  return [{ sheetId: 'network-level', key: facility.code, origin: 'typed', begins: by, sittings, submits }];
}

/** At the leading hospital the first executive is still at it this year; elsewhere half a year means one of them is through. */
function executiveRun({ opened, year, own }: Year, sheet: Sheet, by: Acting, place: number): readonly Draft[] {
  const { name, code } = opened.facility;
  const progress = progressIn(opened.facility, year);
  if (progress === 'not-begun' || (progress === 'half' && place > 0)) return [];
  const key = `${code} ${place}`;
  const answers = executiveAnswers(sheet, { code, own, place });
  const stillAtIt = name === leadingHospital && year === thisYear && place === 0;
  const sittings = [{ by, answers: stillAtIt ? firstPartOf(answers, key) : answers }];
  return [{ sheetId: 'executive', key, origin: 'typed', begins: by, sittings, submits: stillAtIt ? null : by }];
}

/** All runs of a hospital but the one the leading hospital has open. */
export function hospitalRuns(opened: OpenedFacility, sheetOf: SheetOf, span: Span): readonly PlannedRun[] {
  const executives = opened.members.filter(({ roles }) => roles.includes('executive'));
  return span.years.flatMap((_, year) => {
    const sheet = sheetOf('hospital');
    const of = { opened, year, own: madeAnswers(opened.facility, sheet, year) };
    return [
      ...technicalRun(of, sheet),
      ...networkRun(of, sheetOf('network-level')),
      ...executives.flatMap((person, place) => executiveRun(of, sheetOf('executive'), person, place)),
    ].map((draft) => dated(draft, span, year));
  });
}
