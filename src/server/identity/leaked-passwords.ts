import { createRequire } from 'node:module';

type Dictionaries = { readonly dictionary: Readonly<Record<'passwords-common', readonly string[]>> };

const require = createRequire(import.meta.url);
const shortestAllowed = 8;
let known: ReadonlySet<string> | undefined;

/** Read when the first password is chosen, not at the start. */
function readKnown(): ReadonlySet<string> {
  const { dictionary }: Dictionaries = require('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].filter((password) => password.length >= shortestAllowed));
}

/** Whether a password stands among those that leaked most often elsewhere; the list comes with us, nobody is asked. */
export function isLeaked(password: string): boolean {
  known ??= readKnown();
  return known.has(password.normalize('NFKC').toLowerCase());
}
