import { implement } from '@orpc/server';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { vendorSystemContract } from '#core/compliance/vendor-form/vendor-system-contract.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { beginForm } from './begin-form.ts';
import { readSystems } from './read-systems.ts';
import { addSystem, editSystem } from './save-system.ts';

/** The contract of vendors' forms, each endpoint tied to its action. */
export function vendorFormRoutes(catalogue: Catalogue) {
  const os = implement(vendorSystemContract).$context<RequestContext>();
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
  });
}
