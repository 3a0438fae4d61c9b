import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { newPersonFaults, newPersonRefusal } from './new-person.ts';

const person = { name: '山田 花子', email: 'hanako@example.jp', password: 'aozora-7mado' };

describe('newPersonFaults', () => {
  it('finds nothing wrong with a full form', () => {
    expect(newPersonFaults(person, true)).toEqual({});
  });

  it('asks 13 characters where no confirmation code follows', () => {
    expect(newPersonFaults(person, false).password).toContain('13文字');
    expect(newPersonFaults({ ...person, password: 'aozora-7' }, true)).toEqual({});
  });

  it('names every field that is empty', () => {
    expect(Object.keys(newPersonFaults({ name: ' ', email: '', password: '' }, true))).toEqual([
      'name',
      'email',
      'password',
    ]);
  });
});

describe('newPersonRefusal', () => {
  it('puts a taken address on the e-mail field', () => {
    const error = new ORPCError('identity/email-taken', { defined: true, message: 'すでに登録されています。' });
    expect(newPersonRefusal(error)).toEqual({ email: 'すでに登録されています。' });
  });
});
