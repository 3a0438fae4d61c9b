import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { auditDues, findingDues, requestDues, verificationDues } from '../../audit/index.ts';
import { clauseDues, reviewDues, targetDues } from '../../compliance/index.ts';
import { decisionDues, taskDues } from '../../plan/index.ts';
import type { DueSource } from '../../platform/due/due-source.ts';
import { treatmentDues } from '../../risk/index.ts';
import { yearDues } from './year-dues.ts';

/** Everything that has a last day, of all capabilities. */
export const dueSources = (catalogue: Catalogue): readonly DueSource[] => [
  taskDues,
  clauseDues(catalogue),
  decisionDues,
  auditDues,
  findingDues,
  verificationDues,
  requestDues,
  treatmentDues,
  reviewDues,
  targetDues(catalogue),
  yearDues,
];
