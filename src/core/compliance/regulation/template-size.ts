import type { TemplateSize } from '../../catalogue/template.ts';
import type { FacilityType } from '../../organisation/facility.ts';

export const templateSizeTitles: Readonly<Record<TemplateSize, string>> = {
  clinic: '診療所・薬局など',
  'small-hospital': '小さな病院（200床未満）',
  'large-hospital': '大きな病院（200床以上）',
};

/** The size of template that fits a facility; our own classes. Hospitals whose beds nobody entered begin with the smaller one. */
export function templateSizeOf(type: FacilityType, beds: number | null): TemplateSize {
  if (type !== 'hospital' && (beds ?? 0) < 20) return 'clinic';
  return (beds ?? 0) >= 200 ? 'large-hospital' : 'small-hospital';
}
