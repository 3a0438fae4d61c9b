import { z } from 'zod';
import type { SelfAssessmentSheet } from './run.ts';

/** How far a facility is in the self-assessment of a fiscal year. */
export const stageTitles = { 'not-begun': '始めていない', open: '回答の途中', submitted: '提出済み' } as const;
export const stages = ['not-begun', 'open', 'submitted'] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;

/** The sheets whose stage is the facility's: the main one of its kind. Network level and executives come beside it. */
export const stageSheets = ['hospital', 'small-facility'] as const satisfies readonly SelfAssessmentSheet[];
