import type { FacilityFunction } from '#core/organisation/facility.ts';
import type { Listed } from './listed-facility.ts';

const hospital = (
  name: string,
  beds: number | null,
  address: string,
  functions: readonly FacilityFunction[] = [],
): Listed => ({ name, type: 'hospital', beds, address, functions });

const leading: readonly FacilityFunction[] = [
  'university',
  'advanced-treatment',
  'disaster-base',
  'critical-care',
  'perinatal',
  'cancer-base',
];

export const leadingHospital = 'みなと総合病院';
/** The everyday example: one person for everything. */
export const everydayHospital = '汐凪西病院';
/** Stands in the class that is large enough to be compared in. */
export const comparedHospital = '汐凪みどり病院';

/** Fictional. At least 12 others in the class 100–199 beds beside any of them, some in every other class. */
export const hospitals: readonly Listed[] = [
  hospital(leadingHospital, 620, '汐凪市港町1-1', leading),
  hospital('碧浜中央医療センター', 540, '碧浜市中央2-4', ['disaster-base', 'critical-care', 'regional-support']),
  hospital('千帆赤松記念病院', 512, '千帆市赤松町8', ['regional-support', 'cancer-base']),
  hospital('汐凪市民病院', 460, '汐凪市本町3-2', ['regional-support', 'disaster-base', 'secondary-emergency']),
  hospital('碧浜東部総合病院', 420, '碧浜市東浜5-1', ['regional-support', 'secondary-emergency']),
  hospital('千帆市立医療センター', 405, '千帆市帆柱1-9', ['perinatal', 'secondary-emergency']),
  hospital('汐凪南総合病院', 360, '汐凪市南浜6-3', ['secondary-emergency']),
  hospital('碧浜岬記念病院', 330, '碧浜市岬2-12', ['secondary-emergency']),
  hospital('千帆台総合病院', 310, '千帆市帆見台1-1', ['regional-support']),
  hospital('碧浜こころの医療センター', 280, '碧浜市山手4-7', ['psychiatric']),
  hospital(everydayHospital, 218, '汐凪市西町2-8', ['secondary-emergency']),
  hospital('千帆の森病院', 240, '千帆市森町11'),
  hospital('灯町総合病院', 205, '凪浦郡灯町大字燈下3', ['remote-area-base', 'secondary-emergency']),
  hospital(comparedHospital, 180, '汐凪市緑坂3-5', ['secondary-emergency']),
  hospital('汐凪北浜病院', 150, '汐凪市北浜1-4'),
  hospital('汐凪リハビリテーション病院', 120, '汐凪市本町9-6'),
  hospital('汐凪桟橋病院', 165, '汐凪市港町7-2', ['secondary-emergency']),
  hospital('汐凪整形外科病院', 105, '汐凪市西町5-1'),
  hospital('碧浜東浜病院', 199, '碧浜市東浜1-1', ['secondary-emergency']),
  hospital('碧浜南病院', 160, '碧浜市南町4-4'),
  hospital('碧浜せせらぎ病院', 140, '碧浜市川端2-2'),
  hospital('碧浜白樺病院', 190, '碧浜市山手1-3', ['psychiatric']),
  hospital('千帆東病院', 175, '千帆市帆柱6-2', ['secondary-emergency']),
  hospital('千帆さくら坂病院', 110, '千帆市桜坂5'),
  hospital('千帆ひかり台病院', 130, '千帆市帆見台7-7'),
  hospital('千帆野の花病院', 125, '千帆市森町29'),
  hospital('風待湯の里病院', 145, '凪浦郡風待町湯の里4'),
  hospital('風待潮騒病院', 100, '凪浦郡風待町大字潮騒12'),
  hospital('灯町南病院', 115, '凪浦郡灯町南1'),
  hospital('風待町立病院', 60, '凪浦郡風待町役場前1', ['remote-area-base']),
  hospital('汐凪みなと橋病院', 48, '汐凪市港町3-9'),
  hospital('碧浜外科胃腸科病院', 35, '碧浜市中央7-1'),
  hospital('千帆ねむの木病院', 84, '千帆市桜坂18'),
  hospital('碧浜西浦病院', null, '碧浜市西浦2-6'),
  hospital('千帆坂の上病院', null, '千帆市坂上9'),
];
