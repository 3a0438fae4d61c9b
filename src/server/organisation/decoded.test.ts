import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decoded } from './decoded.ts';
import { FileFault } from './file-fault.ts';

const lines = (count: number, text = '141234567,みなと内科医院') => `${text}\n`.repeat(count);

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size = 7): Promise<string> {
  let text = '';
  for await (const piece of decoded(pieces(bytes, size))) text += piece;
  return text;
}

const broken = (...before: readonly string[]) =>
  Buffer.concat(before.flatMap((text) => [iconv.encode(text, 'utf-8'), Buffer.of(0xff, 0xfe, 0x0a)]));

async function rowOfFault(bytes: Uint8Array, size?: number) {
  const failure = await read(bytes, size).catch((cause: unknown) => cause);
  return failure instanceof FileFault ? failure.fault : failure;
}

describe('the text of a file', () => {
  it.each([
    ['UTF-8', 'utf-8'],
    ['CP932', 'cp932'],
  ])('in %s is read whole however it is cut', async (_, encoding) => {
    const text = lines(1500, '141234567,髙﨑①㈱');
    for (const size of [1, 7, 4096, 1_000_000]) {
      expect(await read(iconv.encode(text, encoding), size)).toBe(text);
    }
  });

  it('is decided at the first bytes beyond ASCII, far down as they may be', async () => {
    const text = lines(3000, '141234567,Minato') + lines(3, '髙﨑内科');
    expect(await read(iconv.encode(text, 'cp932'), 1000)).toBe(text);
  });

  it.each([7, 1000, 1_000_000])('that cannot be read names its first broken line, in pieces of %i', async (size) => {
    const fault = (row: number) => ({ code: 'file-undecodable', row });
    expect(await rowOfFault(broken('', lines(2)), size)).toMatchObject(fault(1));
    expect(await rowOfFault(broken(lines(2), lines(2)), size)).toMatchObject(fault(3));
    expect(await rowOfFault(broken(lines(2000), '', lines(1)), size)).toMatchObject(fault(2001));
  });
});
