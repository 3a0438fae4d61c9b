import { implement } from '@orpc/server';
import { z } from 'zod';
import { patientContract } from '#core/compliance/patient/patient-contract.ts';
import { facilityPath } from '#core/kernel/contract.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { inputReader, streamed } from '../../platform/http/streamed.ts';
import { findDesk, findEnquiries } from './desk-repository.ts';
import { exportProvisions, provisionHeaders } from './export-provisions.ts';
import { findProvisions } from './provision-repository.ts';
import { addEnquiry, editDesk, editEnquiry } from './save-desk.ts';
import { addProvision, editProvision } from './save-provision.ts';

const exportInput = inputReader(z.object({ params: facilityPath }));

/** The desk patients ask at, what they asked, and what was given to third parties. */
export function patientRoutes() {
  const os = implement(patientContract).$context<RequestContext>();
  return {
    desk: os.desk.handler(({ context }) => context.inFacility(findDesk)),
    editDesk: os.editDesk.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editDesk(facility, edit)),
    ),
    enquiries: os.enquiries.handler(({ context, input }) =>
      context.inFacility((facility) => findEnquiries(facility, input.after)),
    ),
    addEnquiry: os.addEnquiry.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => addEnquiry(facility, edit)),
    ),
    editEnquiry: os.editEnquiry.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editEnquiry(facility, edit)),
    ),
    provisions: os.provisions.handler(({ context, input }) =>
      context.inFacility((facility) => findProvisions(facility, input.after)),
    ),
    addProvision: os.addProvision.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => addProvision(facility, edit)),
    ),
    editProvision: os.editProvision.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editProvision(facility, edit)),
    ),
    exportProvisions: streamed(async (c, context) => {
      exportInput(c);
      return c.newResponse(await exportProvisions(context), 200, provisionHeaders);
    }),
  };
}
