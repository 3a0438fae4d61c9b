import { expect, test } from 'vitest';
import { FileFault } from './file-fault.ts';
import { registerLines } from './register-lines.ts';

const filled = '141234567,1234567,みなと内科医院,2310001,横浜市中区新港1-1\n';

async function linesAfter(emptyRows: number, emptyRow: string): Promise<number> {
  const bytes = async function* () {
    for (let left = emptyRows; left > 0; left -= 8_192) yield Buffer.from(emptyRow.repeat(Math.min(left, 8_192)));
    yield Buffer.from(filled);
  };
  let count = 0;
  for await (const lines of registerLines(bytes())) count += lines.length;
  return count;
}

test.each([
  ['cells', ',\n'],
  ['nothing', '\r\n'],
])(
  'a whole Excel sheet of empty rows of %s is passed over, and more than it can have is no register',
  async (_, row) => {
    expect(await linesAfter(1_048_576, row)).toBe(1);
    await expect(linesAfter(1_048_577, row)).rejects.toThrow(FileFault);
  },
);
