import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { takenSchema, takingErrors } from '../sheet/contract.ts';
import { longestNote } from '../sheet/run.ts';
import { derivedAnswerSchema } from './derived-step.ts';

const tags = ['計画'];
const path = '/facilities/{facilityId}/runs/{runId}/derived-answers';
const runPath = facilityPath.extend({ runId: z.uuid() });

/** Endpoints of what finished tasks speak for in a run. */
export const derivedContract = {
  derivedAnswers: endpoint
    .meta({
      access: { kind: 'facility', permission: 'task.read' },
      recordRead: { act: 'sheet.read', subject: 'runId' },
    })
    .route({ method: 'GET', path, tags, summary: '終わった取り組みからの、答えの見込み（回答中の点検）' })
    .input(runPath)
    .output(z.array(derivedAnswerSchema)),
  takeDerived: endpoint
    .meta({ access: { kind: 'facility', permission: 'proposal.take' } })
    .route({ method: 'POST', path, tags, summary: '答えの見込みを、確かめて回答にする' })
    .input(
      runPath.extend({
        itemId: z.string().max(40),
        /** The note that goes with the answer. */
        note: z.string().max(longestNote, `メモは${longestNote}文字までです。`),
        /** Of the answer that was looked at; 0 where there was none. */
        revision: z.number().int().nonnegative(),
      }),
    )
    .output(takenSchema)
    .errors(takingErrors),
};
