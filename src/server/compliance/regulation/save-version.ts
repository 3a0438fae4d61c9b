import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { type Draft, nextVersion, type Regulation } from '#core/compliance/regulation/regulation.ts';
import { readStanding } from '../../evidence/index.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { markApproved, saveDraft, updateRegulation } from './regulation-repository.ts';
import { remindOfReview } from './review-dues.ts';
import { heldRegulation, readRegulation } from './save-regulation.ts';

type At = { readonly regulationId: string; readonly revision: number };

/** Writes the next version, or writes the one anew that waits for approval. */
export async function writeDraft(
  context: FacilityContext,
  { regulationId, revision, ...draft }: At & Draft,
): Promise<Regulation> {
  const { versions, ...head } = await heldRegulation(context, regulationId, revision);
  const { number } = nextVersion(versions[0]);
  await recordActivity(context, 'compliance.regulation-drafted', regulationId, { version: number });
  await saveDraft(context, { regulationId, number, draft });
  await updateRegulation(context, regulationId, head);
  return readRegulation(context, regulationId);
}

/** Approves the version that waits, as an executive; from then on it never changes. Says when it is looked over next. */
export async function approveDraft(
  context: FacilityContext,
  catalogue: Catalogue,
  { regulationId, revision, reviewOn }: At & { readonly reviewOn: string },
): Promise<Regulation> {
  const { versions, ...head } = await heldRegulation(context, regulationId, revision);
  const next = nextVersion(versions[0]);
  if (!next.approvable) throw refused('compliance/no-draft');
  const files = versions[0]?.body === '' ? await readStanding(context, catalogue) : undefined;
  if (files && !files.some(({ itemId }) => itemId === next.versionId)) throw refused('compliance/empty-version');
  await recordActivity(context, 'compliance.regulation-approved', regulationId, { version: next.number });
  await markApproved(context, next.versionId);
  await updateRegulation(context, regulationId, { ...head, reviewOn });
  await remindOfReview(context, regulationId, reviewOn);
  return readRegulation(context, regulationId);
}
