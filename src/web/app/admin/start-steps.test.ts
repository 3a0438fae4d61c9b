import { expect, it } from 'vitest';
import type { ImportHead } from '#web/organisation/index.ts';
import { startSteps } from './start-steps.ts';

const applied: ImportHead = {
  id: '1',
  state: 'applied',
  fileName: 'register.csv',
  startedAt: '',
  finishedAt: '',
  rowsRead: 97_024,
  share: 1,
};

it('begins with the register', () => {
  expect(startSteps([], []).map(({ done }) => done)).toEqual([false, false]);
});

it('says what was imported, and how far a running import is', () => {
  expect(startSteps([applied], [])[0]).toMatchObject({ done: true, act: { label: '台帳を更新する' } });
  expect(startSteps([applied], [])[0]?.words).toContain('97,024行');
  expect(startSteps([{ ...applied, state: 'running', share: 0.4 }], [])[0]?.words).toContain('40%');
});

it('does not take a refused file for a register', () => {
  expect(startSteps([{ ...applied, state: 'refused' }], [])[0]?.done).toBe(false);
});
