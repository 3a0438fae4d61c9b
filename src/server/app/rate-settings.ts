import { z } from 'zod';
import type { RateLimit } from '#core/kernel/rate-limit.ts';
import { type RateClass, type RateLimits, rateClasses, usualRateLimits } from '../platform/http/rate-limits.ts';

const wrong =
  'MAMORI_RATE_LIMITS は「ordinary=1200/60,costly=120/600」のように、種類=回数/秒 を「,」で区切って書くか、off にしてください。' +
  `種類は ${rateClasses.join('、')} です。`;

const pair = /^(\w+)=([1-9]\d{0,8})\/([1-9]\d{0,4})$/;
const off: RateLimit = { most: 1_000_000_000, seconds: 1 };
const isClass = (name: string | undefined): name is RateClass => rateClasses.some((known) => known === name);

function readPair(text: string): Partial<RateLimits> | undefined {
  const [, name, most, seconds] = pair.exec(text) ?? [];
  return isClass(name) ? { [name]: { most: Number(most), seconds: Number(seconds) } } : undefined;
}

const everyOff: RateLimits = { ordinary: off, costly: off, door: off, stranger: off };

/** `MAMORI_RATE_LIMITS`: what is named replaces the usual limit of its kind; `off` for loads one sends to oneself. */
export const rateLimitsSchema = z
  .string()
  .default('')
  .transform((text, context): RateLimits => {
    if (text.trim() === 'off') return everyOff;
    const read = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [readPair(part.trim())]));
    if (read.includes(undefined)) context.addIssue({ code: 'custom', message: wrong });
    return Object.assign({ ...usualRateLimits }, ...read);
  });
