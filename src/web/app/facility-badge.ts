import { type FacilityFunction, type FacilityType, facilityTypeTitles } from '#core/organisation/facility.ts';

/** Names short enough for the header. */
const shortFunctions: Readonly<Record<FacilityFunction, string>> = {
  university: '大学病院',
  'advanced-treatment': '特定機能',
  'regional-support': '地域医療支援',
  'disaster-base': '災害拠点',
  'critical-care': '救命救急',
  'secondary-emergency': '二次救急',
  'remote-area-base': 'へき地拠点',
  perinatal: '周産期',
  'cancer-base': 'がん拠点',
  psychiatric: '精神科',
};

export type BadgeFacts = {
  readonly type: FacilityType;
  readonly typeGuessed: boolean;
  readonly beds: number | null;
  readonly functions: readonly FacilityFunction[];
};

/** Size and function of a facility beside its name: 「218床・二次救急」; the kind where no size is known. */
export function facilityBadge({ type, typeGuessed, beds, functions }: BadgeFacts): string {
  const [first, ...more] = functions;
  const kind = `${facilityTypeTitles[type]}${typeGuessed ? '（推定）' : ''}`;
  const size = beds === null || beds === 0 ? kind : `${beds}床`;
  if (!first) return size;
  return `${size}・${shortFunctions[first]}${more.length > 0 ? `ほか${more.length}` : ''}`;
}
