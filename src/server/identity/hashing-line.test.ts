import { describe, expect, it } from 'vitest';
import { hashingLine } from './hashing-line.ts';

/** Work that goes on until it is told to end. */
function pieces() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    end: (name: string) => ends.get(name)?.(),
    work: (name: string) => () =>
      new Promise<string>((resolve) => {
        begun.push(name);
        ends.set(name, () => resolve(name));
      }),
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('hashingLine', () => {
  it('runs so many at once and the others in order of coming', async () => {
    const line = hashingLine({ running: 2, waiting: 10, perCaller: 10 });
    const { work, begun, end } = pieces();
    const all = ['a', 'b', 'c', 'd'].map((name) => line('ward', work(name)));
    await settled();
    expect(begun).toEqual(['a', 'b']);
    end('b');
    await settled();
    expect(begun).toEqual(['a', 'b', 'c']);
    end('a');
    await settled();
    for (const name of ['c', 'd']) end(name);
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('refuses who would wait behind too many, and takes the next once somebody is done', async () => {
    const line = hashingLine({ running: 1, waiting: 1, perCaller: 10 });
    const { work, end } = pieces();
    const first = line('one', work('a'));
    const second = line('two', work('b'));
    await expect(line('three', work('c'))).rejects.toMatchObject({ code: 'too-many' });
    await settled();
    end('a');
    await first;
    const third = line('three', work('c'));
    for (const name of ['b', 'c']) {
      await settled();
      end(name);
    }
    await second;
    expect(await third).toBe('c');
  });

  it('refuses more of one caller while others are still let in', async () => {
    const line = hashingLine({ running: 1, waiting: 10, perCaller: 2 });
    const { work, end } = pieces();
    const own = [line('flood', work('a')), line('flood', work('b'))];
    await expect(line('flood', work('c'))).rejects.toMatchObject({ code: 'too-many' });
    const other = line('ward', work('d'));
    for (const name of ['a', 'b', 'd']) {
      await settled();
      end(name);
    }
    expect(await Promise.all([...own, other])).toEqual(['a', 'b', 'd']);
    const again = line('flood', work('e'));
    await settled();
    end('e');
    expect(await again).toBe('e');
  });

  it('gives the turn on when the work fails', async () => {
    const line = hashingLine({ running: 1, waiting: 1, perCaller: 1 });
    const fails = () => Promise.reject(new Error('no memory'));
    await expect(line('ward', fails)).rejects.toThrow('no memory');
    await expect(line('ward', () => Promise.resolve('fine'))).resolves.toBe('fine');
  });
});
