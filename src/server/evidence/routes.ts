import { implement } from '@orpc/server';
import { z } from 'zod';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { addEvidenceInput, addToTaskInput, evidenceContract, evidencePath } from '#core/evidence/contract.ts';
import { attachmentHeaders, fileStream, takeTurns, takeTurnsEach } from '../platform/files/index.ts';
import { bodyOf } from '../platform/http/body-size.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { inputReader, streamed } from '../platform/http/streamed.ts';
import { type AddEvidenceInput, addEvidence } from './add-evidence.ts';
import { admitToItem, admitToTask } from './admit.ts';
import { newestEstablished } from './established-repository.ts';
import { listEvidence } from './list-evidence.ts';
import { atItem, atTask } from './place.ts';
import { readEvidence } from './read-evidence.ts';
import { removeEvidence } from './remove-evidence.ts';
import { restoreEvidence } from './restore-evidence.ts';

/** An upload keeps a database connection until its sender is done; the others of the pool are left to everyone else. */
const uploadsAtOnce = 6;
/** So that one person who sends slowly leaves places to the others. */
const uploadsOfOne = 2;

const itemInput = inputReader(addEvidenceInput);
const taskInput = inputReader(addToTaskInput);
const contentInput = inputReader(z.object({ params: evidencePath }));

type Where = Pick<AddEvidenceInput, 'place' | 'name' | 'admit'>;

/** Makes routes that take a file in; all of them wait in one line. */
function uploads() {
  const inTurn = takeTurns(uploadsAtOnce);
  const inOwnTurn = takeTurnsEach(uploadsOfOne);
  return (whereOf: (c: Parameters<typeof bodyOf>[0]) => Where) =>
    streamed(async (c, context) => {
      const input = { ...whereOf(c), body: bodyOf(c), stillAdmitted: context.asNow };
      const add = () => context.inFacility((facility) => addEvidence(facility, input));
      return c.json(await inOwnTurn(context.actor?.personId ?? '', () => inTurn(add)));
    });
}

const contentRoute = (catalogue: Catalogue) =>
  streamed(async (c, { inFacility }) => {
    const { params } = contentInput(c);
    const evidence = await inFacility((facility) => readEvidence(facility, catalogue, params.evidenceId));
    return c.newResponse(fileStream(inFacility, evidence.fileId), 200, attachmentHeaders(evidence));
  });

/** The contract of evidence, each endpoint tied to its action; files pass through as streams. */
export function evidenceRoutes(catalogue: Catalogue) {
  const upload = uploads();
  const os = implement(evidenceContract).$context<RequestContext>();
  return {
    list: os.list.handler(({ context }) => context.inFacility((facility) => listEvidence(facility, catalogue))),
    established: os.established.handler(({ context }) => context.inFacility(newestEstablished)),
    add: upload((c) => {
      const { params, query } = itemInput(c);
      return { place: atItem(params.itemId), name: query.name, admit: admitToItem(catalogue, params.itemId) };
    }),
    addToTask: upload((c) => {
      const { params, query } = taskInput(c);
      return { place: atTask(params.taskId), name: query.name, admit: admitToTask(params.taskId) };
    }),
    content: contentRoute(catalogue),
    remove: os.remove.handler(({ context, input }) =>
      context.inFacility((facility) => removeEvidence(facility, catalogue, input.evidenceId)),
    ),
    restore: os.restore.handler(({ context, input }) =>
      context.inFacility((facility) => restoreEvidence(facility, catalogue, input.evidenceId)),
    ),
  };
}
