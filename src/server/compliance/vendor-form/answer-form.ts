import { decideSubmission } from '#core/assessment/submission.ts';
import { formRefusal } from '#core/compliance/vendor-form/form-link.ts';
import type { LinkAnswer, LinkChange, OpenedForm } from '#core/compliance/vendor-form/form-link-contract.ts';
import type { Answer } from '#core/sheet/run.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import { Refusal, refused } from '../../platform/http/refusal.ts';
import { announceWithin } from '../../platform/live/index.ts';
import { answerWordsOf, lockRun, saveAnswer, sheetOfRun } from '../../sheet/index.ts';
import type { FormContext } from './enter-form.ts';
import { markSent } from './link-repository.ts';
import { linkAnswer, openForm } from './open-form.ts';

/** The run as it stands once nobody else can submit it any more; refused where the vendor may not do this now. */
async function holdForm({ facility, place, run }: FormContext, act: 'answer' | 'send' | 'take-back') {
  const held = (await lockRun(facility.tx, facility.facilityId, run.id)) ?? run;
  const refusal = formRefusal(act, { sentAt: place.sentAt, submittedAt: held.submittedAt });
  if (refusal) throw refused(refusal);
  return held;
}

/** What the vendor is told where another was first, or the form went over to a newer version meanwhile. */
function told(form: FormContext, error: unknown): unknown {
  if (error instanceof Refusal && error.code === 'sheet/run-moved') return refused('compliance/form-moved');
  if (!(error instanceof Refusal) || error.code !== 'sheet/stale-revision') return error;
  const { current } = error.details as { readonly current: Answer };
  return refused('compliance/answer-changed', { current: linkAnswer(form, current) });
}

/** Answers one item in the name of the vendor's contact; who has the form open at the facility sees it. */
export async function answerForm(form: FormContext, change: LinkChange): Promise<LinkAnswer> {
  const { facility, catalogue, run } = form;
  await holdForm(form, 'answer');
  const saved = await saveAnswer(facility, catalogue, { ...change, runId: run.id }).catch((error) => {
    throw told(form, error);
  });
  await announceWithin(facility.tx, [facility.facilityId]);
  return linkAnswer(form, saved);
}

/** Sends the answers: from now on the facility can count on them, until they are taken back. */
export async function sendForm(form: FormContext): Promise<OpenedForm> {
  const { facility, catalogue, place, run } = form;
  const { tx, facilityId, now } = facility;
  const held = await holdForm(form, 'send');
  const answers = new Map((await answerWordsOf(tx, facilityId, run.id)).map((answer) => [answer.itemId, answer]));
  const complete = decideSubmission(sheetOfRun(catalogue, run), { status: held.status, answers });
  if (!complete.accepted) {
    throw refused('compliance/form-not-complete', { items: 'items' in complete ? complete.items : [] });
  }
  await recordActivity(facility, 'compliance.form-sent', run.id);
  await markSent(facility, place.linkId, now);
  await announceWithin(tx, [facilityId]);
  return openForm({ ...form, place: { ...place, sentAt: now } });
}

/** Takes back what was sent, so that it can be corrected and sent again. */
export async function takeBackForm(form: FormContext): Promise<OpenedForm> {
  const { facility, place, run } = form;
  await holdForm(form, 'take-back');
  await recordActivity(facility, 'compliance.form-taken-back', run.id);
  await markSent(facility, place.linkId, null);
  await announceWithin(facility.tx, [facility.facilityId]);
  return openForm({ ...form, place: { ...place, sentAt: null } });
}
