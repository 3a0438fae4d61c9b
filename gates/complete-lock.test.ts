import { expect, test } from 'vitest';
import { completeLock } from './complete-lock.ts';

test('a platform package nobody could look up is added where the lock lacks it, and only there', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/tool': { optionalDependencies: { '@tool/linux-x64-musl': '1.2.3', '@tool/darwin-arm64': '1.2.3' } },
      'node_modules/@tool/darwin-arm64': { version: '1.2.3' },
    },
  };
  expect(completeLock(lock)).toEqual(['@tool/linux-x64-musl']);
  expect(lock.packages).toHaveProperty(['node_modules/@tool/linux-x64-musl'], {
    version: '1.2.3',
    cpu: ['x64'],
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  expect(completeLock(lock)).toEqual([]);
});
