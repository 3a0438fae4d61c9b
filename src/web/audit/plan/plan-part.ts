import type { FieldFaults } from '#web/platform/refusal.ts';
import type { ChoicesView } from '../calls.ts';
import type { PlanDraft } from './plan-draft.ts';

/** What the parts of the form work with. */
export type PlanPart = {
  readonly choices: ChoicesView;
  readonly draft: PlanDraft;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<PlanDraft>) => void;
  /** The scope stays once the audit has begun. */
  readonly begun: boolean;
};
