import { expect, it } from 'vitest';
import { facilityQuota, hasRoom } from './quota.ts';

const { files, bytes } = facilityQuota;

it.each([
  ['the last file', { files: files - 1, bytes: 0 }, 1, true],
  ['a file more than there may be', { files, bytes: 0 }, 1, false],
  ['the last byte', { files: 0, bytes: bytes - 10 }, 10, true],
  ['a byte more than there may be', { files: 0, bytes: bytes - 10 }, 11, false],
])('%s', (_, kept, size, room) => expect(hasRoom(kept, size)).toBe(room));

it('is 2 GB and 5,000 files, as the refusal says', () => {
  expect(facilityQuota).toEqual({ files: 5000, bytes: 2 ** 31 });
});
