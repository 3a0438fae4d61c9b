import type { Sum } from './linear-model.ts';

/** What is decided one after the other: the weakest area, the network level, the sum of the areas, the cost, the lowest ids. */
export const stageNames = ['weakest', 'network', 'areas', 'cost', 'ids'] as const;
export type StageName = (typeof stageNames)[number];

/** What is made as large or as small as it can be, once everything before it is fixed at its best. All values are whole numbers. */
export type Stage = { readonly name: StageName; readonly sense: 'max' | 'min'; readonly sum: Sum };

/** The stages that decide what a plan reaches; those after them choose among plans that reach the same. */
export const reaching: readonly StageName[] = ['weakest', 'network', 'areas'];
