const commonWords = [
  'administrator',
  'admin',
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'ぱすわーど',
  'mamori',
  'まもり',
  'hospital',
  'byouin',
  'byoin',
  'びょういん',
  '病院',
  'clinic',
  'くりにっく',
  '診療所',
  'yakkyoku',
  '薬局',
  'kaigo',
  '介護',
  'kanrisha',
  '管理者',
  'welcome',
  'letmein',
  'iloveyou',
  'sakura',
  'nippon',
  'japan',
];

const rows = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
  'いろはにほへとちりぬるをわかよたれそつねならむ',
];
const shortestRun = 4;
const lettersLeft = 4;

const reversed = (row: string) => [...row].reverse().join('');
/** Each row goes on where it begins, so that 7890123 is a run too. */
const runs = rows.flatMap((row) => [row + row, reversed(row + row)]);
const anyCommonWord = new RegExp(commonWords.join('|'), 'gu');

function runLengthAt(text: string, start: number): number {
  let length = shortestRun;
  const isRun = () =>
    start + length <= text.length && runs.some((run) => run.includes(text.slice(start, start + length)));
  while (isRun()) length += 1;
  return length === shortestRun ? 0 : length - 1;
}

function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length; ) {
    const length = runLengthAt(text, at);
    if (length === 0) left += text[at];
    at += Math.max(length, 1);
  }
  return left;
}

/**
 * Whether a folded password is common words ("password", 病院), runs of four or more (1234, qwerty, あいうえお, forwards
 * or backwards), digits and signs with fewer than four letters besides.
 */
export function isCommonPattern(folded: string): boolean {
  const left = withoutRuns(folded.replaceAll(anyCommonWord, ' '));
  return left !== folded && (left.match(/\p{L}/gu)?.length ?? 0) < lettersLeft;
}

/** Whether a folded password is one part over and over, a cut end included: abcabcab, 3737373. */
export function isRepetition(folded: string): boolean {
  const signs = [...folded];
  const longestPart = Math.floor(signs.length / 2);
  return Array.from({ length: longestPart }, (_, index) => index + 1).some((part) =>
    signs.every((sign, at) => at < part || sign === signs[at - part]),
  );
}
