import { implement } from '@orpc/server';
import { z } from 'zod';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { addEvidenceInput, evidenceContract, evidencePath } from '#core/evidence/contract.ts';
import { attachmentHeaders, fileStream, takeTurns, takeTurnsEach } from '../platform/files/index.ts';
import { bodyOf } from '../platform/http/body-size.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { inputReader, streamed } from '../platform/http/streamed.ts';
import { addEvidence } from './add-evidence.ts';
import { listEvidence } from './list-evidence.ts';
import { readEvidence } from './read-evidence.ts';
import { removeEvidence } from './remove-evidence.ts';
import { restoreEvidence } from './restore-evidence.ts';

/** An upload keeps a database connection until its sender is done; the others of the pool are left to everyone else. */
const uploadsAtOnce = 6;
/** So that one person who sends slowly leaves places to the others. */
const uploadsOfOne = 2;

const addInput = inputReader(addEvidenceInput);
const contentInput = inputReader(z.object({ params: evidencePath }));

function addRoute(catalogue: Catalogue) {
  const inTurn = takeTurns(uploadsAtOnce);
  const inOwnTurn = takeTurnsEach(uploadsOfOne);
  return streamed(async (c, context) => {
    const { params, query } = addInput(c);
    const input = { itemId: params.itemId, name: query.name, body: bodyOf(c), stillAdmitted: context.asNow };
    const add = () => context.inFacility((facility) => addEvidence(facility, catalogue, input));
    const added = await inOwnTurn(context.actor?.personId ?? '', () => inTurn(add));
    return c.json(added);
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
  const os = implement(evidenceContract).$context<RequestContext>();
  return {
    list: os.list.handler(({ context }) => context.inFacility((facility) => listEvidence(facility, catalogue))),
    add: addRoute(catalogue),
    content: contentRoute(catalogue),
    remove: os.remove.handler(({ context, input }) =>
      context.inFacility((facility) => removeEvidence(facility, catalogue, input.evidenceId)),
    ),
    restore: os.restore.handler(({ context, input }) =>
      context.inFacility((facility) => restoreEvidence(facility, catalogue, input.evidenceId)),
    ),
  };
}
