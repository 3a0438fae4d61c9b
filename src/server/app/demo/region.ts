import { fewestOthers } from '#core/assessment/comparison.ts';
import { bedClassOf } from '#core/organisation/bed-class.ts';
import type { Ehr } from '#core/organisation/facility.ts';
import { choiceOf, shareOf } from './draw.ts';
import { everydayHospital, hospitals } from './hospitals.ts';
import type { DemoFacility, Listed, Progress } from './listed-facility.ts';
import { smallFacilities } from './small-facilities.ts';

export const prefecture = 38;
const unusedDistrict = '99';

/** Codes of a district that no list knows, so that a real register can be imported beside. */
const codeOf = (index: number) => `${prefecture}${unusedDistrict}${String(index + 1).padStart(5, '0')}`;

function ehrOf({ name, type, beds }: Listed): Ehr {
  if (name === everydayHospital || (type === 'hospital' && (beds ?? 0) >= 150)) return 'on-premise';
  if (type === 'hospital') return choiceOf(['on-premise', 'on-premise', 'cloud', 'none'], 'ehr', name);
  if (type === 'care-home') return choiceOf(['cloud', 'none', 'unknown'], 'ehr', name);
  return choiceOf(['on-premise', 'cloud', 'cloud', 'none'], 'ehr', name);
}

const hasSystemStaff = ({ name, type, beds }: Listed) =>
  name === everydayHospital || (type === 'hospital' && ((beds ?? 0) >= 200 || shareOf('system-staff', name) < 0.5));

const classOf = ({ type, beds }: Listed) => `${type} ${bedClassOf(beds)}`;
const lastOfLargeClass: readonly Progress[] = ['half', 'half', 'not-begun'];
const ofSmallClass: readonly Progress[] = ['submitted', 'half', 'submitted', 'not-begun'];

/** In a class large enough for comparison all but the last three have submitted this year; elsewhere it varies. */
function progressOf(facility: Listed, all: readonly Listed[]): Progress {
  const members = all.filter((other) => classOf(other) === classOf(facility));
  const place = members.indexOf(facility);
  if (members.length <= fewestOthers) return ofSmallClass[place % ofSmallClass.length] ?? 'submitted';
  return lastOfLargeClass[place - (members.length - lastOfLargeClass.length)] ?? 'submitted';
}

function madeRegion(): readonly DemoFacility[] {
  const listed = [...hospitals, ...smallFacilities];
  return listed.map((facility, index) => ({
    ...facility,
    code: codeOf(index),
    ehr: ehrOf(facility),
    systemStaff: hasSystemStaff(facility),
    progress: progressOf(facility, listed),
  }));
}

/** The fictional region: the same at every start. */
export const region = madeRegion();
