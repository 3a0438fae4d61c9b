import { implement } from '@orpc/server';
import { importInputSchema, organisationContract } from '#core/organisation/contract.ts';
import { bodyOf } from '../platform/http/body-size.ts';
import type { FacilityContext, RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { inputReader, streamed } from '../platform/http/streamed.ts';
import { chooseSheet } from './choose-sheet.ts';
import { correctFacility } from './correct-facility.ts';
import { createFacility } from './create-facility.ts';
import { editProfile } from './edit-profile.ts';
import { listImports, readImport } from './import-record.ts';
import { openFacility } from './open-facility.ts';
import { readProfile } from './read-profile.ts';
import { listCities, readRegisteredFacility } from './register-reads.ts';
import { searchRegister } from './search-register.ts';
import { uploadRegister } from './upload-register.ts';

const uploadInput = inputReader(importInputSchema);

type Options = {
  readonly onImportFailure: (cause: unknown) => void;
  /** What follows a changed type or size, in the same transaction. */
  readonly onEdited: (facility: FacilityContext) => Promise<void>;
};

async function found<T>(reading: Promise<T | undefined>): Promise<T> {
  const value = await reading;
  if (value === undefined) throw notFound();
  return value;
}

/** The contract of organisation, each endpoint tied to its action. */
export function organisationRoutes({ onImportFailure, onEdited }: Options) {
  const os = implement(organisationContract).$context<RequestContext>();
  return {
    searchRegister: os.searchRegister.handler(({ context, input }) => searchRegister(context.db, input)),
    registerCities: os.registerCities.handler(({ context, input }) => listCities(context.db, input.prefecture)),
    registeredFacility: os.registeredFacility.handler(({ context, input }) =>
      found(readRegisteredFacility(context.db, input.facilityId)),
    ),
    createFacility: os.createFacility.handler(({ context, input }) => createFacility(context, input)),
    correctFacility: os.correctFacility.handler(({ context, input: { facilityId, ...correction } }) =>
      correctFacility(context, facilityId, correction),
    ),
    openFacility: os.openFacility.handler(({ context, input }) => openFacility(context, input.facilityId)),
    importRegister: streamed(async (c, context) => {
      const { query } = uploadInput(c);
      const upload = { body: bodyOf(c), fileName: query.name };
      return c.json(await uploadRegister(context, upload, onImportFailure), 202);
    }),
    imports: os.imports.handler(({ context }) => listImports(context.db)),
    readImport: os.readImport.handler(({ context, input }) => found(readImport(context.db, input.importId))),
    profile: os.profile.handler(({ context }) => context.inFacility(readProfile)),
    editProfile: os.editProfile.handler(({ context, input }) =>
      context.inFacility((facility) => editProfile(facility, input, onEdited)),
    ),
    chooseSheet: os.chooseSheet.handler(({ context, input: { facilityId: _, ...answers } }) =>
      context.inFacility((facility) => chooseSheet(facility, answers)),
    ),
  };
}
