import { passwordAdvice, passwordFault } from '#core/identity/password.ts';
import { type FieldFaults, fieldFaults, refusalCode } from '#web/platform/refusal.ts';

export type NewPerson = { readonly name: string; readonly email: string; readonly password: string };

/** The rule for a new password in words. */
export function passwordRule(secondFactor: boolean): string {
  const length = secondFactor
    ? '8文字以上。サインインのたびに、確認コードかパスキーも使います。'
    : '13文字以上。短い言葉をいくつか並べると、覚えやすく破られにくくなります。';
  return `${length}氏名やメールアドレスを含むもの、ほかで使っているものは避けてください。`;
}

/** What to put right before the server is asked. */
export function newPersonFaults(person: NewPerson, secondFactor: boolean): FieldFaults {
  const weak = passwordFault(person.password, { ...person, secondFactor });
  return {
    ...(person.name.trim() === '' && { name: '氏名を入力してください。' }),
    ...emailFault(person.email.trim()),
    ...(weak && { password: passwordAdvice(weak, secondFactor) }),
  };
}

function emailFault(email: string): FieldFaults {
  if (email === '') return { email: 'メールアドレスを入力してください。' };
  if (/^\S+@\S+\.\S+$/.test(email)) return {};
  return { email: 'メールアドレスの形で入力してください（例：hanako@example.jp）。' };
}

/** The server's refusal of a new person, put on the field it is about. */
export function newPersonRefusal(error: unknown): FieldFaults {
  if (refusalCode(error) === 'identity/email-taken' && error instanceof Error) return { email: error.message };
  return fieldFaults(error);
}
