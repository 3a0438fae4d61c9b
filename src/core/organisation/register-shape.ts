import { z } from 'zod';
import { facilityFunctionSchema, facilityTypeSchema } from './facility.ts';
import { importReportSchema } from './import-report.ts';
import { readPlace } from './search-place.ts';

/** A facility as the register shows it; nothing of its answers. */
export const registeredFacilitySchema = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  name: z.string(),
  prefecture: z.number().int(),
  city: z.string(),
  postalCode: z.string().nullable(),
  address: z.string(),
  type: facilityTypeSchema,
  /** 推定: taken from the name, not confirmed by a person. */
  typeGuessed: z.boolean(),
  beds: z.number().int().nullable(),
  functions: z.array(facilityFunctionSchema),
  /** Since when the facility uses this installation; null while it only stands in the register. */
  openedAt: z.date().nullable(),
  /** Whether anyone belongs to it; from then on its own administrators invite, and nobody from outside. */
  hasMembers: z.boolean(),
  /** When its use ends, where the facility has announced that; null where it stays. */
  leavesAt: z.date().nullable(),
});
export type RegisteredFacility = z.infer<typeof registeredFacilitySchema>;

const prefectureMessage = '都道府県は01から47です。';
export const prefectureSchema = z.coerce
  .number(prefectureMessage)
  .int(prefectureMessage)
  .min(1, prefectureMessage)
  .max(47, prefectureMessage);

export const registerSearchSchema = z.object({
  /** Part of a name, or a code (9 or 7 digits) or its beginning. */
  words: z.string().max(100, '100文字までで探してください。').default(''),
  prefecture: prefectureSchema.optional(),
  city: z.string().max(30).optional(),
  only: z.enum(['all', 'opened']).default('all'),
  /** `next` of the page before. */
  after: z
    .string()
    .max(500)
    .refine((text) => readPlace(text) !== undefined, '続きの位置が正しくありません。最初から探し直してください。')
    .optional(),
});
export type RegisterSearch = z.infer<typeof registerSearchSchema>;

const bedsMessage = '病床数は0から9999の数字です。';
const bedsSchema = z.number(bedsMessage).int(bedsMessage).min(0, bedsMessage).max(9999, bedsMessage).nullable();
const text = (limit: number) => z.string().trim().max(limit, `${limit}文字までで入力してください。`);
export const newFacilitySchema = z.object({
  name: text(200).min(1, '名称を入力してください。'),
  code: z
    .string()
    .regex(/^(0[1-9]|[1-3]\d|4[0-7])\d{7}$/, '医療機関コードは、都道府県2桁から始まる9桁の数字です。')
    .nullable(),
  prefecture: prefectureSchema,
  postalCode: z
    .string()
    .regex(/^\d{7}$/, '郵便番号は7桁の数字です。')
    .nullable(),
  address: text(200),
  type: facilityTypeSchema,
  beds: bedsSchema,
});
export type NewFacility = z.infer<typeof newFacilitySchema>;

export const facilityCorrectionSchema = newFacilitySchema.pick({
  name: true,
  prefecture: true,
  postalCode: true,
  address: true,
});
export type FacilityCorrection = z.infer<typeof facilityCorrectionSchema>;

export const registerImportSchema = z.object({
  id: z.uuid(),
  state: z.enum(['running', 'applied', 'refused', 'failed']),
  fileName: z.string(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  rowsRead: z.number().int(),
  /** How much of the file is read, 0–1. */
  share: z.number(),
  report: importReportSchema.nullable(),
});
export type RegisterImport = z.infer<typeof registerImportSchema>;
