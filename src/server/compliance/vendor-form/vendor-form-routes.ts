import { implement } from '@orpc/server';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { askVendorContract } from '#core/compliance/vendor-form/form-link-contract.ts';
import { vendorSystemContract } from '#core/compliance/vendor-form/vendor-system-contract.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { askVendor, endVendorLink } from './ask-vendor.ts';
import { beginForm } from './begin-form.ts';
import { readSystems } from './read-systems.ts';
import { addSystem, editSystem } from './save-system.ts';

/** What a facility does about its vendors' forms, each endpoint tied to its action. */
export function vendorFormRoutes(catalogue: Catalogue) {
  const os = implement({ ...vendorSystemContract, ...askVendorContract }).$context<RequestContext>();
  return os.router({
    vendorSystems: os.vendorSystems.handler(({ context }) =>
      context.inFacility((facility) => readSystems(facility, catalogue)),
    ),
    addVendorSystem: os.addVendorSystem.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => addSystem(facility, catalogue, edit)),
    ),
    editVendorSystem: os.editVendorSystem.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editSystem(facility, catalogue, edit)),
    ),
    beginVendorForm: os.beginVendorForm.handler(({ context, input }) =>
      context.inFacility((facility) => beginForm(facility, catalogue, input.systemId)),
    ),
    askVendor: os.askVendor.handler(({ context, input }) =>
      context.inFacility((facility) => askVendor(facility, catalogue, input)),
    ),
    endVendorLink: os.endVendorLink.handler(({ context, input }) =>
      context.inFacility((facility) => endVendorLink(facility, input.systemId)),
    ),
  });
}
