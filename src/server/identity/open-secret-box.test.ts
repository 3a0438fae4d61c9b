import { afterAll, beforeAll, expect, test } from 'vitest';
import { CannotStart } from '../platform/cannot-start.ts';
import { openSecretBox } from './index.ts';
import { browserOf, Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const rightKey = Buffer.alloc(32, 7);
const otherKey = Buffer.alloc(32, 8);

test('any key is taken while nobody has confirmed a second factor', async () => {
  const joined = browserOf(await stage.accept(await stage.invited(['planner']), 'begun@example.jp'));
  await stage.post(joined, '/second-factor');
  await expect(openSecretBox(stage.server.db, otherKey)).resolves.toBeDefined();
});

test('a key that does not open what is stored is refused in words, the right one opens it', async () => {
  await stage.enrolled('key@example.jp');
  const refusal = openSecretBox(stage.server.db, otherKey);
  await expect(refusal).rejects.toThrow(CannotStart);
  await expect(refusal).rejects.toThrow('MAMORI_SECOND_FACTOR_KEY');
  const box = await openSecretBox(stage.server.db, rightKey);
  expect(box.open(box.seal('secret'))).toBe('secret');
});
