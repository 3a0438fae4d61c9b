import type { ServerAnswers } from '#core/organisation/profile.ts';

export type ServerReply = ServerAnswers['ownServers'];
export type ServerQuestion = 'ownServers' | 'appOnPc' | 'updatesEntrusted';
export type OpenAnswers = Readonly<Record<ServerQuestion, ServerReply | null>>;

export const noAnswers: OpenAnswers = { ownServers: null, appOnPc: null, updatesEntrusted: null };

/** What the branch 「どの点検票を使うか」 asks about servers and contracts, in the order people can answer it. */
export const serverQuestions: readonly {
  readonly key: ServerQuestion;
  readonly label: string;
  readonly help: string;
}[] = [
  {
    key: 'ownServers',
    label: '施設の中に、患者の情報をためたり処理したりするサーバがありますか',
    help: 'レセプト用のコンピュータ、画像の保存装置なども数えます。クラウドだけなら「いいえ」です。',
  },
  {
    key: 'appOnPc',
    label: 'PCやタブレットに入れたアプリの中で、処理が終わるものがありますか',
    help: 'ブラウザで画面を見るだけのものは数えません。',
  },
  {
    key: 'updatesEntrusted',
    label: 'すべてのサーバ（上のようなPCも）の更新を事業者が引き受けると書いた書面がありますか',
    help: '契約書・利用規約・SLA（サービスの水準の取り決め）のどれかに書いてあれば、「はい」です。1台でも書いていなければ、「いいえ」です。',
  },
];

export const serverReplies: readonly { readonly value: ServerReply; readonly label: string }[] = [
  { value: 'yes', label: 'はい' },
  { value: 'no', label: 'いいえ' },
  { value: 'unclear', label: '分からない' },
];

/** The answers once every question has one. */
export function completeAnswers({ ownServers, appOnPc, updatesEntrusted }: OpenAnswers): ServerAnswers | undefined {
  return ownServers && appOnPc && updatesEntrusted ? { ownServers, appOnPc, updatesEntrusted } : undefined;
}
