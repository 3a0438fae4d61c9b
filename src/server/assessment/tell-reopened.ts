import { runReopenedLetter } from '#core/assessment/run-reopened-letter.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { facilityName } from '../platform/mail/facility-name.ts';
import { tellByMail } from '../platform/mail/post-mail.ts';
import { type RunRow, sheetOfRun } from '../sheet/index.ts';
import { submitterOf } from './repository.ts';

/** Tells whoever submitted a run, and is a member still, that somebody else takes the submission back; before it is taken. */
export async function tellReopened(context: FacilityContext, catalogue: Catalogue, run: RunRow): Promise<void> {
  const { tx, facilityId, personId: by, personName, outbox, now } = context;
  const { id: runId, fiscalYear } = run;
  const submitter = outbox && (await submitterOf(tx, facilityId, runId));
  if (!submitter || submitter.id === by) return;
  const { title: sheetTitle } = sheetOfRun(catalogue, run);
  const facility = await facilityName(tx, facilityId);
  const about = { facility, facilityId, runId, sheetTitle, fiscalYear };
  const letter = runReopenedLetter({ ...about, name: submitter.name, by: personName });
  const posting = {
    kind: 'run-reopened',
    letter,
    to: { personId: submitter.id },
    from: { facilityId },
    about: runId,
    now,
  } as const;
  await tellByMail(tx, outbox, posting);
}
