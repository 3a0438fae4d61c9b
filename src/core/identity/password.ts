import { isCommonPattern, isRepetition } from './password-pattern.ts';

/** `leaked` is found out by the server, which has the list. */
export type PasswordFault = 'too-short' | 'repeated' | 'own-word' | 'guessable' | 'leaked';

type Owner = { readonly name: string; readonly email: string; readonly secondFactor: boolean };

const fewestDifferent = 4;

/** One form for full and half width, upper and lower case, katakana and hiragana, with and without spaces. */
function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
  return plain.replaceAll(/[ァ-ヶ]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
}

/** Two characters tell a Japanese name, three a Latin one. */
const isTelling = (word: string) => [...word].length >= (/^[!-~]*$/.test(word) ? 3 : 2);

function ownWords({ name, email }: Owner): readonly string[] {
  const local = email.split('@')[0] ?? '';
  const parts = [name, ...name.split(/[\s・,.]+/u), local, ...local.split(/[._+-]+/)];
  return parts.map(fold).filter(isTelling);
}

const shortest = (secondFactor: boolean) => (secondFactor ? 8 : 13);

/**
 * Why a new password cannot be taken, or undefined when it can. 8 characters are enough where a second factor
 * follows, 13 where none does (guideline, システム運用編 14⑥ and 14.1.1). It may not repeat one part, nor contain the
 * person's name, a part of it or of the e-mail address, nor consist of common words and runs.
 */
export function passwordFault(password: string, person: Owner): PasswordFault | undefined {
  if ([...password].length < shortest(person.secondFactor)) return 'too-short';
  const folded = fold(password);
  if (new Set(folded).size < fewestDifferent || isRepetition(folded)) return 'repeated';
  if (ownWords(person).some((word) => folded.includes(word))) return 'own-word';
  return isCommonPattern(folded) ? 'guessable' : undefined;
}

const otherWords = '関係のない言葉をいくつか並べてください。';

/** A fault of a new password in words: what is wrong, and what to do. */
export function passwordAdvice(fault: PasswordFault, secondFactor: boolean): string {
  const advice: Readonly<Record<PasswordFault, string>> = {
    'too-short': `パスワードは${shortest(secondFactor)}文字以上にしてください。`,
    repeated: `同じ文字や同じ並びのくり返しは、推測されやすいため使えません。${otherWords}`,
    'own-word': `氏名やメールアドレスの一部が入っているため使えません。${otherWords}`,
    guessable: `「password」「病院」のようなよくある言葉や、「1234」「qwerty」のような並びは、推測されやすいため使えません。${otherWords}`,
    leaked: `よそで漏れたことのあるパスワードのため使えません。${otherWords}`,
  };
  return advice[fault];
}
