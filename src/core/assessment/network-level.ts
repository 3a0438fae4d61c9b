import { z } from 'zod';
import type { AnswerValue } from '../catalogue/sheet.ts';
import type { Answers } from './scoring.ts';

const no = '\u00d7';
const partly = '\u25b3';
const full = '\u25cb';

/** × not controlled, △ to some degree, ○ in place and kept up (U+00D7, U+25B3, U+25CB). */
export const axisMarkSchema = z.enum([no, partly, full]);
export type AxisMark = z.infer<typeof axisMarkSchema>;

/** Network level 0–3 with its three axes and what is not known. */
export const networkLevelSchema = z.object({
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  axes: z.object({ external: axisMarkSchema, media: axisMarkSchema, internal: axisMarkSchema }),
  /** Media at ×: shown as a warning at any level. */
  mediaWarning: z.boolean(),
  /** Items counted as いいえ because nothing is known: left empty or answered "don't know". */
  unanswered: z.array(z.string()),
  /** Those of `unanswered` that were answered "don't know". */
  unknown: z.array(z.string()),
});
export type NetworkLevel = z.infer<typeof networkLevelSchema>;

const externalItems = ['N1', 'N2', 'N3', 'N4', 'N5', 'N9'];
const mediaItems = ['N6', 'N7', 'N8'];
const internalItems = ['N10', 'N11', 'N12'];
const allItems = Array.from({ length: 12 }, (_, index) => `N${index + 1}`);

type IsYes = (item: string) => boolean;

function externalMark(isYes: IsYes): AxisMark {
  if (!isYes('N1') || !isYes('N5') || (!isYes('N2') && !isYes('N9'))) return no;
  return externalItems.every(isYes) ? full : partly;
}

function mediaMark(isYes: IsYes): AxisMark {
  const count = mediaItems.filter(isYes).length;
  return count === 0 ? no : count < 3 ? partly : full;
}

function internalMark(isYes: IsYes): AxisMark {
  const count = internalItems.filter(isYes).length;
  return count < 2 ? no : count === 2 ? partly : full;
}

function levelOf({ external, media, internal }: NetworkLevel['axes']): NetworkLevel['level'] {
  if (external === no) return 0;
  if (external === partly || media !== full) return 1;
  return internal === full ? 3 : 2;
}

/**
 * Network level 0–3 and its axes by the rule of network-level §3 (own draft after HAIP 提言 第1版 ①-2). Everything but
 * はい counts as いいえ; a combination the source does not name falls to the lower level.
 */
export function networkLevel(answers: Answers): NetworkLevel {
  const valueOf = (item: string): AnswerValue | null => answers.get(item)?.value ?? null;
  const isYes: IsYes = (item) => valueOf(item) === 'yes';
  const axes = { external: externalMark(isYes), media: mediaMark(isYes), internal: internalMark(isYes) };
  return {
    level: levelOf(axes),
    axes,
    mediaWarning: axes.media === no,
    unanswered: allItems.filter((item) => [null, 'unknown'].includes(valueOf(item))),
    unknown: allItems.filter((item) => valueOf(item) === 'unknown'),
  };
}
