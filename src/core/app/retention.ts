/**
 * One kind of data and how long it is kept. `days` count from what `from` says; null: there is no period of its own, and
 * `from` says with what it ends.
 */
export type Kept = {
  readonly kind: string;
  readonly title: string;
  readonly days: number | null;
  readonly from: string;
  readonly reason: string;
};

/** What a daily job removes, portion by portion. */
export const sweptKinds = [
  'session',
  'invitation',
  'organisation-invitation',
  'access-token',
  'reset-link',
  'setup-link',
  'mail',
  'reset-request',
  'passkey-challenge',
  'sso-attempt',
  'rate-count',
  'register-import',
  'removed-evidence',
  'exhausted-job',
] as const;
export type SweptKind = (typeof sweptKinds)[number];

const kept = (kind: string, title: string, days: number | null, from: string, reason: string): Kept => ({
  kind,
  title,
  days,
  from,
  reason,
});

/** Every kind of data there is, with its period and the reason for it: the one table of what is kept how long. */
export const retention: readonly Kept[] = [
  kept(
    'run',
    '点検・回答・結果',
    null,
    '施設の利用が終わるとき',
    '施設の記録で、年をこえて比べ、立入検査で示すものです。',
  ),
  kept('evidence', '証跡', null, '施設の利用が終わるとき', '回答の裏づけで、施設のものです。'),
  kept('removed-evidence', '外した証跡', 30, '外したとき', '30日のあいだは戻せます。'),
  kept('activity', '操作の記録', null, '消しません', '封をした記録です。IDと符号だけで、氏名は入っていません。'),
  kept('system-event', '施設の外での操作の記録', null, '消しません', '同じです。'),
  kept('sign-in-tried', 'サインインの試み', 30, '試みたとき', '攻撃に気づくためで、それより前は要りません。'),
  kept('account', 'アカウント', null, '本人が消すとき', '本人のものです。'),
  kept(
    'unused-account',
    'どこにも属さないアカウント',
    730,
    '最後に使ったとき',
    '異動や休職から戻る人が、同じアカウントを使えるようにします。',
  ),
  kept('session', 'サインイン', 1, '期限が切れたとき', '切れたあとは要りません。'),
  kept('invitation', '施設への招待', 365, '期限が切れたとき', 'だれがだれを招いたかを、年に一度の確かめまで残します。'),
  kept('organisation-invitation', '組織への招待', 365, '期限が切れたとき', '同じです。'),
  kept(
    'access-token',
    '使えなくなったアクセスキー',
    365,
    '取り消したか、期限が切れたとき',
    '操作の記録に、キーの名前を出せるようにします。',
  ),
  kept('reset-link', 'パスワードの再設定リンク', 90, '期限が切れたとき', '乗っ取りを調べるときに使います。'),
  kept('setup-link', '初期設定リンク', 90, '期限が切れたとき', '同じです。'),
  kept('mail', '送ったメールの控え（宛先と中身はありません）', 30, '出したとき', '届いたかの問い合わせに答えます。'),
  kept('reset-request', '再設定リンクの頼み', 1, '頼んだとき', '回数を数えるためです。'),
  kept('passkey-challenge', 'パスキーの問いかけ', 1, '期限が切れたとき', '5分で使えなくなります。'),
  kept('sso-attempt', '認証基盤でのサインインの途中', 1, '期限が切れたとき', '10分で使えなくなります。'),
  kept('rate-count', '呼び出しの回数', 1, '数え終わったとき', '10分ほどで要らなくなります。'),
  kept(
    'exhausted-job',
    'やめた「あとでする仕事」',
    1,
    '最後に試みたとき',
    '見張りの数字に1日出します。わけは記録（ログ）に残ります。',
  ),
  kept('register-import', '台帳の取り込みの記録', 730, '終わったとき', '前の年の取り込みと比べます。'),
];

const dayMs = 24 * 60 * 60 * 1000;

/** The time before which a kind of data is removed at `now`; what is as old as its period to the millisecond stays. */
export function removedBefore(kind: SweptKind | 'unused-account', now: Date): Date {
  const days = retention.find((each) => each.kind === kind)?.days;
  if (typeof days !== 'number') throw new Error(`${kind} has no period`);
  return new Date(now.getTime() - days * dayMs);
}
