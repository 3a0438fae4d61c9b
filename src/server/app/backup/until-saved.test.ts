import { expect, test } from 'vitest';
import { untilSaved } from './until-saved.ts';

const away = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const failing = (times: number, error: () => Error) => {
  let tries = 0;
  return {
    tries: () => tries,
    save: async () => {
      tries += 1;
      if (tries <= times) throw error();
    },
  };
};

test('what cannot be saved while the database is away is saved once it is back', async () => {
  const { save, tries } = failing(3, away);
  await untilSaved(save, new AbortController().signal, 1);
  expect(tries()).toBe(4);
});

test('what the database refuses is not tried again', async () => {
  const { save, tries } = failing(3, () => new Error('violates check constraint'));
  await expect(untilSaved(save, new AbortController().signal, 1)).rejects.toThrow('check constraint');
  expect(tries()).toBe(1);
});

test('a Mamori that stops does not wait for the database', async () => {
  const stop = new AbortController();
  const { save } = failing(Number.POSITIVE_INFINITY, away);
  const saving = untilSaved(save, stop.signal, 60_000);
  stop.abort();
  await expect(saving).rejects.toThrow('ECONNREFUSED');
});
