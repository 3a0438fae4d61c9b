import { randomUUID } from 'node:crypto';
import type { TestServer } from '../../app/testing/test-server.ts';
import type { TestFacility, TestPerson } from '../../app/testing/world.ts';
import { inFacility } from '../../platform/database/transaction.ts';
import { insertAccessToken } from '../access-token-repository.ts';
import { hashToken, newToken } from '../secret-token.ts';

type Given = { readonly scopes: readonly string[]; readonly expiresAt?: Date; readonly revokedAt?: Date };

/** A program that acts for a person at a facility, made past every rule of who may make one. */
export async function addProgram(
  server: TestServer,
  facility: TestFacility,
  person: TestPerson,
  { scopes, expiresAt = new Date(server.clock.now.getTime() + 86_400_000), revokedAt }: Given,
): Promise<TestPerson> {
  const token = `mamori_${newToken().token}`;
  await inFacility(server.db, { facilityId: facility.id, personId: person.id }, (tx) =>
    insertAccessToken(tx, {
      facility_id: facility.id,
      id: randomUUID(),
      token_hash: hashToken(token),
      person_id: person.id,
      name: '試験',
      scopes: [...scopes],
      made_at: server.clock.now,
      expires_at: expiresAt,
      last_used_at: null,
      revoked_at: revokedAt ?? null,
    }),
  );
  return { id: person.id, name: person.name, cookie: person.cookie, authorization: `Bearer ${token}` };
}
