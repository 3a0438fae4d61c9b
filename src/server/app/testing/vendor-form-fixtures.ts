import type { VendorSystem } from '#core/compliance/vendor-form/vendor-system.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility, TestPerson } from './world.ts';

export const systemWords = { vendor: '青葉システム', system: '電子カルテ', contact: '佐藤', email: '' };

/** A system of a vendor in the register of the facility, added by the person (the planner unless told). */
export async function addedSystem(
  server: TestServer,
  facility: TestFacility,
  changes: Partial<typeof systemWords> = {},
  person: TestPerson = facility.people.planner,
): Promise<VendorSystem> {
  const path = `/facilities/${facility.id}/vendor-systems`;
  const added = await request(server, person, { method: 'POST', path, body: { ...systemWords, ...changes } });
  if (added.status !== 201) throw new Error(`system: ${JSON.stringify(added.body)}`);
  return added.body as VendorSystem;
}

/** The path of a system. */
export const systemPath = async (server: TestServer, facility: TestFacility, rest = '') =>
  `/facilities/${facility.id}/vendor-systems/${(await addedSystem(server, facility)).id}${rest}`;
