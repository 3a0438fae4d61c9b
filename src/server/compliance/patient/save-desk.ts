import type { Desk, DeskEdit, Enquiry, EnquiryEdit } from '#core/compliance/patient/desk.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { refuseAhead } from '../../platform/http/refuse-ahead.ts';
import { findDesk, findEnquiry, holdPatientRecord, insertEnquiry, saveDesk, updateEnquiry } from './desk-repository.ts';

type Revised = { readonly revision: number };

/** Writes where patients ask; refused with what stands where another was first. */
export async function editDesk(context: FacilityContext, { revision, ...edit }: DeskEdit & Revised): Promise<Desk> {
  await holdPatientRecord(context, 'desk');
  const current = await findDesk(context);
  if (current.revision !== revision) throw refused('compliance/desk-changed', { current });
  await recordActivity(context, 'compliance.desk-edited', null);
  await saveDesk(context, edit);
  return findDesk(context);
}

async function enquiryAt(context: FacilityContext, id: string): Promise<Enquiry> {
  const enquiry = await findEnquiry(context, id);
  if (!enquiry) throw notFound();
  return enquiry;
}

const daysOf = ({ receivedOn, repliedOn }: EnquiryEdit) => ({ receivedOn, repliedOn });

/** Notes what was asked at the desk. */
export async function addEnquiry(context: FacilityContext, edit: EnquiryEdit): Promise<Enquiry> {
  refuseAhead(context, daysOf(edit));
  const id = await insertEnquiry(context, edit);
  await recordActivity(context, 'compliance.enquiry-added', id);
  return enquiryAt(context, id);
}

type Editing = EnquiryEdit & Revised & { readonly enquiryId: string };

/** Puts right what was noted, or notes the answer; refused with what stands where another was first. */
export async function editEnquiry(
  context: FacilityContext,
  { enquiryId, revision, ...edit }: Editing,
): Promise<Enquiry> {
  await holdPatientRecord(context, enquiryId);
  const current = await enquiryAt(context, enquiryId);
  if (current.revision !== revision) throw refused('compliance/enquiry-changed', { current });
  refuseAhead(context, daysOf(edit));
  await recordActivity(context, 'compliance.enquiry-edited', enquiryId, { replied: edit.repliedOn !== null });
  await updateEnquiry(context, enquiryId, edit);
  return enquiryAt(context, enquiryId);
}
