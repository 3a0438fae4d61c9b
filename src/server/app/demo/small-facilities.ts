import type { FacilityType } from '#core/organisation/facility.ts';
import type { Listed } from './listed-facility.ts';

type Named = readonly (readonly [name: string, address: string, beds?: number])[];

const listed = (type: FacilityType, beds: number | null, named: Named): readonly Listed[] =>
  named.map(([name, address, own]) => ({ name, type, beds: own ?? beds, address, functions: [] }));

export const ownersClinic = '汐凪はまかぜ内科クリニック';
export const halfwayPharmacy = 'しおなぎ風車薬局';
export const waitingCareHome = '特別養護老人ホーム風待の郷';

const clinics = listed('clinic', 0, [
  [ownersClinic, '汐凪市本町1-8'],
  ['汐凪駅前こどもクリニック', '汐凪市駅前町2-1'],
  ['汐凪かもめ皮ふ科', '汐凪市港町5-5'],
  ['汐凪みさき眼科医院', '汐凪市北浜4-2'],
  ['碧浜あおば内科循環器科', '碧浜市中央1-6'],
  ['碧浜なぎさ整形外科クリニック', '碧浜市南町8-3'],
  ['碧浜ゆうやけ小児科医院', '碧浜市東浜3-9'],
  ['碧浜さざなみ耳鼻咽喉科', '碧浜市川端6-1'],
  ['千帆ほばしら内科', '千帆市帆柱2-2'],
  ['千帆そよかぜ婦人科クリニック', '千帆市帆見台3-4'],
  ['千帆もみの木こころの診療所', '千帆市森町5'],
  ['灯町診療所ともしび', '凪浦郡灯町大字燈下10'],
  ['風待かぜまち内科外科', '凪浦郡風待町湯の里8'],
  ['風待しおさい診療所', '凪浦郡風待町大字潮騒2'],
]);

const clinicsWithBeds = listed('clinic-with-beds', null, [
  ['汐凪ははこぐさ産婦人科', '汐凪市緑坂1-2', 14],
  ['碧浜みぎわ整形外科', '碧浜市岬4-1', 19],
  ['千帆えんどう豆内科医院', '千帆市赤松町3', 8],
  ['灯町あかり外科医院', '凪浦郡灯町南6', 12],
]);

const dentalClinics = listed('dental-clinic', 0, [
  ['汐凪ハーバー歯科', '汐凪市港町2-2'],
  ['碧浜しろいか歯科クリニック', '碧浜市中央5-8'],
  ['千帆マスト歯科医院', '千帆市帆柱4-4'],
  ['風待ゆのさと歯科', '凪浦郡風待町湯の里1'],
]);

const pharmacies = listed('pharmacy', null, [
  ['しおなぎ本町薬局', '汐凪市本町1-9'],
  ['汐凪みなとまえ調剤薬局', '汐凪市港町1-2'],
  ['汐凪にじいろ貝薬局', '汐凪市緑坂3-6'],
  ['汐凪きたはま調剤薬局', '汐凪市北浜1-5'],
  ['あおはま中央調剤薬局', '碧浜市中央2-5'],
  ['碧浜ひがしはま薬局', '碧浜市東浜1-2'],
  ['碧浜やまて薬局', '碧浜市山手4-8'],
  ['碧浜かわばた調剤薬局', '碧浜市川端2-3'],
  ['せんぽほばしら薬局', '千帆市帆柱1-10'],
  ['千帆ほみだい薬局', '千帆市帆見台1-2'],
  ['千帆もりまち調剤薬局', '千帆市森町12'],
  [halfwayPharmacy, '汐凪市西町2-9'],
  ['灯町ともしび薬局', '凪浦郡灯町大字燈下4'],
  ['風待ゆのさと薬局', '凪浦郡風待町湯の里5'],
]);

const careHomes = listed('care-home', null, [
  ['介護老人保健施設しおなぎ苑', '汐凪市北浜8-1'],
  ['特別養護老人ホーム汐凪の里', '汐凪市緑坂9-9'],
  ['グループホーム港の灯り', '汐凪市港町11-3'],
  ['介護老人保健施設あおはま苑', '碧浜市山手9-2'],
  ['特別養護老人ホーム碧浜なごみの丘', '碧浜市岬8-8'],
  ['デイサービスセンター川端の家', '碧浜市川端9-1'],
  ['グループホーム東浜ひだまり', '碧浜市東浜9-5'],
  ['介護老人保健施設せんぽの森', '千帆市森町33'],
  ['特別養護老人ホーム帆見台', '千帆市帆見台9-1'],
  ['グループホームさくら坂の家', '千帆市桜坂22'],
  ['介護医療院あかまつ', '千帆市赤松町15'],
  ['特別養護老人ホーム灯の丘', '凪浦郡灯町大字燈下21'],
  ['グループホームともしび', '凪浦郡灯町南9'],
  [waitingCareHome, '凪浦郡風待町大字潮騒20'],
]);

const homeNursing = listed('home-nursing', null, [
  ['訪問看護ステーション汐凪かもめ', '汐凪市本町4-4'],
  ['訪問看護ステーション千帆の風', '千帆市帆柱8-1'],
]);

/** Fictional. Clinics, pharmacies and care homes are many enough to be compared among themselves. */
export const smallFacilities: readonly Listed[] = [
  ...clinics,
  ...clinicsWithBeds,
  ...dentalClinics,
  ...pharmacies,
  ...careHomes,
  ...homeNursing,
];
