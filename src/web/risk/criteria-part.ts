import type { FieldFaults } from '#web/platform/refusal.ts';
import type { CriteriaDraft } from './criteria-draft.ts';

export type CriteriaPartProps = {
  readonly draft: CriteriaDraft;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<CriteriaDraft>) => void;
};
