import { refusalCode } from '#web/platform/refusal.ts';

export type FaultWords = {
  readonly title: string;
  readonly words: string;
  /** What may help: drawing the page again where it stands, or loading everything anew; nothing where it ends the same. */
  readonly again: 'draw' | 'load' | 'never';
  /** A new version is news, a closed page is to be seen to, the rest is a fault. */
  readonly tone: 'note' | 'attention' | 'danger';
};

const unreachable: FaultWords = {
  title: 'つながりません',
  words:
    'まもりのサーバにつながりません。通信が切れているか、サーバが止まっています。通信を確かめて、もう一度開いてください。',
  again: 'draw',
  tone: 'danger',
};
const outdated: FaultWords = {
  title: '新しい版になりました',
  words: 'この画面を開いている間に、まもりが新しくなりました。「もう一度開く」を押すと新しい画面になります。',
  again: 'load',
  tone: 'note',
};
const unexpected: FaultWords = {
  title: 'このページを開けませんでした',
  words:
    'まもりの側の不具合です。入力した内容は消えていません。もう一度開いても直らないときは、施設の管理者に知らせてください。',
  again: 'load',
  tone: 'danger',
};

const closed: FaultWords = {
  title: 'このページは、あなたの役割では見られません',
  words: '必要なときは、施設や組織の管理者に役割を変えてもらってください。',
  again: 'never',
  tone: 'attention',
};
const gone: FaultWords = {
  title: 'この内容は見つかりません',
  words: '消されたか、あなたの役割では見られません。ホームから開き直してください。',
  again: 'never',
  tone: 'attention',
};

/** What happened, what it means and what to do, for an error nobody else has put into words. */
export function faultWords(error: unknown, online: boolean): FaultWords {
  if (!(error instanceof Error)) return unexpected;
  if (/dynamically imported module|module script/i.test(error.message)) return online ? outdated : unreachable;
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return unreachable;
  const code = refusalCode(error);
  if (code === 'not-allowed') return closed;
  if (code === 'not-found') return gone;
  if ('defined' in error && error.defined === true) return { ...unexpected, words: error.message };
  return unexpected;
}
