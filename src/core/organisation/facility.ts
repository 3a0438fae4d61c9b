import { z } from 'zod';

/** Kinds of institutions; a clinic with 1–19 beds is 有床診療所, from 20 beds it is a hospital (医療法1条の5). */
export const facilityTypeTitles = {
  hospital: '病院',
  'clinic-with-beds': '有床診療所',
  clinic: '無床診療所',
  'dental-clinic': '歯科診療所',
  'midwifery-home': '助産所',
  pharmacy: '薬局',
  'care-home': '介護施設',
  'home-nursing': '訪問看護ステーション',
  other: 'その他',
} as const;
export const facilityTypeSchema = z.enum(Object.keys(facilityTypeTitles) as (keyof typeof facilityTypeTitles)[]);
export type FacilityType = z.infer<typeof facilityTypeSchema>;

const withBeds: readonly FacilityType[] = ['hospital', 'clinic-with-beds'];
const perhapsWithBeds: readonly FacilityType[] = ['midwifery-home', 'care-home', 'other'];

/** Whether every facility of this type has beds: hospitals and 有床診療所 (医療法1条の5). */
export const hasBeds = (type: FacilityType): boolean => withBeds.includes(type);

/** Whether some facilities of this type have beds: of a pharmacy, say, nobody asks for them. */
export const mayHaveBeds = (type: FacilityType): boolean => hasBeds(type) || perhapsWithBeds.includes(type);

/** What a facility is designated for or does for its region. */
export const facilityFunctionTitles = {
  university: '大学病院',
  'advanced-treatment': '特定機能病院',
  'regional-support': '地域医療支援病院',
  'disaster-base': '災害拠点病院',
  'critical-care': '救命救急センター',
  'secondary-emergency': '二次救急医療機関',
  'remote-area-base': 'へき地医療拠点病院',
  perinatal: '周産期母子医療センター',
  'cancer-base': 'がん診療連携拠点病院',
  psychiatric: '精神科病院',
} as const;
export const facilityFunctionSchema = z.enum(
  Object.keys(facilityFunctionTitles) as (keyof typeof facilityFunctionTitles)[],
);
export type FacilityFunction = z.infer<typeof facilityFunctionSchema>;

/** The functions of one facility: each once, in the order of the table. */
const functionsSchema = z
  .array(facilityFunctionSchema)
  .max(facilityFunctionSchema.options.length, '同じ機能は一度だけ選んでください。')
  .overwrite((given) => facilityFunctionSchema.options.filter((each) => given.includes(each)));

/** Where the electronic health record runs. */
export const ehrTitles = {
  'on-premise': '院内のサーバで動く電子カルテ',
  cloud: 'クラウド型の電子カルテ',
  none: '電子カルテは使っていない',
  unknown: '分からない',
} as const;
export const ehrSchema = z.enum(Object.keys(ehrTitles) as (keyof typeof ehrTitles)[]);
export type Ehr = z.infer<typeof ehrSchema>;

/** What rules need to know of a facility; beds and system staff are null until someone enters them. */
export const facilityProfileSchema = z.object({
  type: facilityTypeSchema,
  beds: z.number().int().min(0).max(9999).nullable(),
  functions: functionsSchema,
  ehr: ehrSchema,
  systemStaff: z.boolean().nullable(),
});
export type FacilityProfile = z.infer<typeof facilityProfileSchema>;
