export type PasswordFault = 'too-short' | 'guessable';

/**
 * Why a new password cannot be taken, or undefined when it can. 8 characters are enough where a second factor
 * follows, 13 where none does (guideline, システム運用編 14⑥ and 14.1.1). It may not be one repeated character,
 * nor contain the person's name or the name part of the e-mail address.
 */
export function passwordFault(
  password: string,
  person: { readonly name: string; readonly email: string; readonly secondFactor: boolean },
): PasswordFault | undefined {
  const length = [...password].length;
  if (length < (person.secondFactor ? 8 : 13)) return 'too-short';
  const folded = password.normalize('NFKC').toLowerCase();
  if (new Set(folded).size < 4) return 'guessable';
  const own = [person.name, person.email.split('@')[0] ?? ''].map((part) =>
    part.normalize('NFKC').toLowerCase().trim(),
  );
  return own.some((part) => part.length >= 3 && folded.includes(part)) ? 'guessable' : undefined;
}
