import { expect, test, vi } from 'vitest';
import { organisationsContract } from '#core/organisation/organisations-contract.ts';
import { regionContract } from '#core/region/contract.ts';
import { queriesFor } from './api.ts';

test('what was asked of one contract is never taken for the answer of another, and of the same it is', () => {
  vi.stubGlobal('location', { origin: 'http://localhost' });
  const keyOf = (contract: typeof organisationsContract | typeof regionContract) =>
    queriesFor(contract as typeof regionContract).read.queryKey({ input: { organisationId: 'same' } });
  expect(keyOf(organisationsContract)).not.toEqual(keyOf(regionContract));
  expect(keyOf(regionContract)).toEqual(keyOf(regionContract));
});
