import type { Sheet } from '#core/catalogue/sheet.ts';
import type { Targets } from '#web/sheet/index.ts';
import type { SelfAnswer } from './self-check.ts';

/** A sheet being answered, as every way of showing it needs it. */
export type AnsweredSheet = {
  readonly sheet: Sheet;
  readonly targets: Targets;
  readonly answers: Readonly<Record<string, SelfAnswer>>;
  readonly onAnswer: (item: string, answer: SelfAnswer) => void;
};
