import { type FacilityType, facilityTypeTitles } from './facility.ts';

/** What to ask where type and beds do not go together (医療法1条の5: hospital from 20 beds, 有床診療所 1–19). */
export function bedQuestion(type: FacilityType, beds: number | null): string | null {
  if (beds === null) return null;
  const ask = (right: FacilityType) => `${beds}床なら「${facilityTypeTitles[right]}」ではありませんか。`;
  if (type === 'hospital' && beds < 20) return ask(beds === 0 ? 'clinic' : 'clinic-with-beds');
  if ((type === 'clinic' || type === 'clinic-with-beds') && beds >= 20) return ask('hospital');
  if (type === 'clinic' && beds > 0) return ask('clinic-with-beds');
  return type === 'clinic-with-beds' && beds === 0 ? ask('clinic') : null;
}
