import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { findingDues, requestDues } from '../../audit/index.ts';
import { clauseDues, reviewDues, targetDues } from '../../compliance/index.ts';
import { decisionDues, taskDues } from '../../plan/index.ts';
import type { DueSource } from '../../platform/due/due-source.ts';
import { treatmentDues } from '../../risk/index.ts';

/** Everything that has a last day, of all capabilities. */
export const dueSources = (catalogue: Catalogue): readonly DueSource[] => [
  taskDues,
  clauseDues(catalogue),
  decisionDues,
  findingDues,
  requestDues,
  treatmentDues,
  reviewDues,
  targetDues(catalogue),
];
