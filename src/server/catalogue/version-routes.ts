import { implement } from '@orpc/server';
import { versionContract } from '#core/catalogue/version-contract.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { adoptVersion } from './adopt-version.ts';
import type { LivingCatalogue } from './living-catalogue.ts';
import { listVersions, previewVersion } from './version-reads.ts';

/** What the system administrator decides about versions. */
export function versionRoutes(living: LivingCatalogue) {
  const os = implement(versionContract).$context<RequestContext>();
  return os.router({
    list: os.list.handler(() => listVersions(living.catalogue)),
    preview: os.preview.handler(({ context, input }) => previewVersion(context, living.catalogue, input)),
    adopt: os.adopt.handler(({ context, input }) => adoptVersion(context, living, input)),
  });
}
