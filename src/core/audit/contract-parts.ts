import { z } from 'zod';
import { facilityPath } from '../kernel/contract.ts';
import { inquiriesAtMost } from './inquiry.ts';

export const tags = ['監査'];
export const auditPath = facilityPath.extend({ auditId: z.uuid() });
export const route = '/facilities/{facilityId}/audits/{auditId}';
export const revision = z.number().int().nonnegative();

export const reported = {
  'audit/reported': { status: 409, message: 'この監査は報告済みのため、もう変えられません。' },
} as const;

export const notBegun = {
  'audit/not-begun': { status: 409, message: '先に監査を始めてください。' },
} as const;

export const teamOnly = {
  'audit/not-of-team': { status: 403, message: 'この監査の監査する人だけができます。' },
} as const;

export const full = {
  'audit/full': {
    status: 409,
    message: `一つの監査で頼めること・書ける聞き取り・書ける所見は、それぞれ${inquiriesAtMost}件までです。前のものにまとめてください。`,
  },
} as const;

/** Words somebody has to write. */
export const told = (missing: string) =>
  z
    .string()
    .max(1_000, '1,000文字までです。')
    .refine((text) => text.trim() !== '', missing);
