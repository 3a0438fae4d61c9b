import { refusalCode } from '#web/platform/refusal.ts';

export type FaultWords = {
  readonly title: string;
  readonly words: string;
  /** Opening the page again would end the same way. */
  readonly final?: true;
};

const unreachable: FaultWords = {
  title: 'つながりません',
  words:
    'まもりのサーバーにつながりません。通信が切れているか、サーバーが止まっています。通信を確かめて、もう一度開いてください。',
};
const outdated: FaultWords = {
  title: '新しい版になりました',
  words: 'この画面を開いている間に、まもりが新しくなりました。「もう一度開く」を押すと新しい画面になります。',
};
const unexpected: FaultWords = {
  title: 'このページを開けませんでした',
  words:
    'まもりの側の不具合です。入力した内容は消えていません。もう一度開いても直らないときは、施設の管理者に知らせてください。',
};

const closed: FaultWords = {
  title: 'このページは、あなたの役割では見られません',
  words: '必要なときは、施設の管理者に役割を変えてもらってください。',
  final: true,
};
const gone: FaultWords = {
  title: '見つかりません',
  words: '消されたか、見る権限がない可能性があります。一覧から開き直してください。',
  final: true,
};

/** What happened, what it means and what to do, for an error nobody else has put into words. */
export function faultWords(error: unknown): FaultWords {
  if (!(error instanceof Error)) return unexpected;
  if (/dynamically imported module|module script/i.test(error.message)) return outdated;
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return unreachable;
  const code = refusalCode(error);
  if (code === 'not-allowed') return closed;
  if (code === 'not-found') return gone;
  if ('defined' in error && error.defined === true) return { title: unexpected.title, words: error.message };
  return unexpected;
}
