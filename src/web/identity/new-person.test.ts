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
    expect(newPersonFaults({ name: ' ', email: ' ', password: '' }, true)).toEqual({
      name: '氏名を入力してください。',
      email: 'メールアドレスを入力してください。',
      password: expect.any(String),
    });
  });

  it('tells an address without a domain how one is written', () => {
    expect(newPersonFaults({ ...person, email: 'hanako' }, true).email).toContain('例：hanako@example.jp');
  });
});

describe('newPersonRefusal', () => {
  it('puts a taken address on the e-mail field', () => {
    const error = new ORPCError('identity/email-taken', { defined: true, message: 'すでに登録されています。' });
    expect(newPersonRefusal(error)).toEqual({ email: 'すでに登録されています。' });
  });
});
