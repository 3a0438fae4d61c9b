import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { clauseDues } from '../../compliance/index.ts';
import { decisionDues, taskDues } from '../../plan/index.ts';
import type { DueSource } from '../../platform/due/due-source.ts';

/** Everything that has a last day, of all capabilities. */
export const dueSources = (catalogue: Catalogue): readonly DueSource[] => [
  taskDues,
  clauseDues(catalogue),
  decisionDues,
];
