import { type KeptKind, keptDays } from '../kernel/kept-days.ts';

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
] as const satisfies readonly KeptKind[];
export type SweptKind = (typeof sweptKinds)[number];

type Words = {
  readonly title: string;
  readonly reason: string;
  /** Who can have it removed before its time, and how. */
  readonly sooner: string;
};
/**
 * One kind of data and how long it is kept: `days` from what `from` names, or, where there is no period, as long as
 * `from` says.
 */
export type Kept = Words & { readonly kind: string; readonly days: number | null; readonly from: string };
export type KeptGroup = { readonly title: string; readonly kinds: readonly Kept[] };

const forDays = (kind: KeptKind, from: string, words: Words): Kept => ({ kind, days: keptDays[kind], from, ...words });
const until = (kind: string, from: string, words: Words): Kept => ({ kind, days: null, from, ...words });

const nobody = 'だれも消せません。';
const withAccount = 'アカウントを消すと、その人のものは一緒に消えます。';
const ofFacility: readonly Kept[] = [
  until('run', '施設の利用が終わるまで', {
    title: '点検・回答・結果',
    reason: '施設の記録で、年をこえて比べ、立入検査で示すものです。',
    sooner: `${nobody}提出を取り消して、直すことはできます。`,
  }),
  until('evidence', '施設の利用が終わるまで', {
    title: '証跡',
    reason: '回答の裏づけで、施設のものです。',
    sooner: '証跡を加えられる人が外せます。',
  }),
  until('vendor-contact', '施設の利用が終わるまで', {
    title: '事業者の担当者の名前とメールアドレス',
    reason: 'だれが事業者として答えたかを、立入検査で示します。',
    sooner: '一覧の名前とアドレスは、事業者の様式を扱う人が直せます。答えたときの名前は、回答と一緒に残ります。',
  }),
  forDays('left-facility', '利用をやめると決めて', {
    title: '利用をやめる施設のすべて（操作の記録のほか）',
    reason: '利用を続けることに変えたり、記録を受け取ったりする時間です。最後の日の終わりまで残します。',
    sooner: nobody,
  }),
  forDays('removed-evidence', '外して', {
    title: '外した証跡',
    reason: `${keptDays['removed-evidence']}日のあいだは、元に戻せます。`,
    sooner: nobody,
  }),
  until('activity', '消しません', {
    title: '操作の記録（施設と組織）',
    reason: '変えられていないことを、封でつないで証明します。人はIDだけで、氏名は入っていません。',
    sooner: nobody,
  }),
  until('system-event', '消しません', {
    title: '操作の記録（まもり全体）',
    reason: '台帳やサインインの設定についての記録で、同じ封でつながっています。',
    sooner: nobody,
  }),
  forDays('register-import', '終わって', {
    title: '台帳の取り込みの記録',
    reason: '前の年の取り込みと比べます。',
    sooner: nobody,
  }),
];
const invitation: Words = {
  title: '施設への招待',
  reason: 'だれがだれを招いたかを、年に一度の確かめまで残します。',
  sooner: `${nobody}取り消すと、リンクはすぐに使えなくなります。`,
};
const ofPeople: readonly Kept[] = [
  until('account', '本人が消すまで', {
    title: 'アカウント',
    reason: '本人のものです。',
    sooner: '本人が、自分の記録のページで消せます。',
  }),
  forDays('unused-account', '最後に使って', {
    title: 'どこにも属さないアカウント',
    reason: '異動や休職から戻る人が、同じアカウントを使えるようにします。',
    sooner: '本人が、自分の記録のページで消せます。',
  }),
  forDays('sign-in-tried', '試みて', {
    title: 'サインインの試み',
    reason: '攻撃に気づくためで、それより前は要りません。',
    sooner: nobody,
  }),
  forDays('session', '期限切れ', {
    title: 'サインイン',
    reason: '切れたあとは要りません。',
    sooner: '本人がサインアウトすると、すぐに消えます。',
  }),
  forDays('invitation', '期限切れ', invitation),
  forDays('organisation-invitation', '期限切れ', { ...invitation, title: '組織への招待' }),
  forDays('access-token', '取り消しか期限切れ', {
    title: '使えなくなったアクセスキー',
    reason: '操作の記録に、キーの名前を出せるようにします。',
    sooner: withAccount,
  }),
  forDays('reset-link', '期限切れ', {
    title: 'パスワードの再設定リンク',
    reason: '乗っ取りを調べるときに使います。',
    sooner: withAccount,
  }),
  forDays('setup-link', '期限切れ', {
    title: '初期設定リンク',
    reason: '乗っ取りを調べるときに使います。',
    sooner: nobody,
  }),
  forDays('mail', '出して', {
    title: 'メールを送った記録（宛先と中身は、送ると消します）',
    reason: '届いたかの問い合わせに答えます。',
    sooner: withAccount,
  }),
];
const passing: readonly Kept[] = [
  forDays('reset-request', '申し込んで', {
    title: '再設定リンクの申し込み',
    reason: '回数を数えるためです。',
    sooner: withAccount,
  }),
  forDays('passkey-challenge', '期限切れ', {
    title: 'パスキーでの確認の途中',
    reason: '5分で使えなくなります。',
    sooner: withAccount,
  }),
  forDays('sso-attempt', '期限切れ', {
    title: '組織のアカウントでのサインインの途中',
    reason: '10分で使えなくなります。',
    sooner: withAccount,
  }),
  forDays('rate-count', '数え終えて', {
    title: '操作の回数（使いすぎを止めるため）',
    reason: '10分ほどで要らなくなります。',
    sooner: nobody,
  }),
  forDays('exhausted-job', '最後に試みて', {
    title: '終えられなかった自動の処理',
    reason: '監視で気づけるようにします。理由は、サーバの記録（ログ）に残ります。',
    sooner: nobody,
  }),
];

/** Every kind of data there is, with its period and the reason for it: the one table of what is kept how long. */
export const retention: readonly KeptGroup[] = [
  { title: '施設と、まもり全体の記録', kinds: ofFacility },
  { title: '人とアカウント', kinds: ofPeople },
  { title: '短いあいだだけのもの', kinds: passing },
];

const lasting = (days: number) => (days % 365 === 0 ? `${days / 365}年` : `${days}日`);

/** How long a kind is kept, in words: 「外してから30日」. */
export const keptFor = ({ days, from }: Kept): string => (days === null ? from : `${from}から${lasting(days)}`);

/** A round of sweeping this long ago shows that the clock has stood where it stands for most of a day. */
export const shownByRoundMs = 20 * 60 * 60 * 1000;
const longestShownMs = 3 * 24 * 60 * 60 * 1000;

/**
 * Whether what has been kept long enough may be removed now, given the newest round made at least 20 hours ago (null: none).
 * After a longer silence the first round removes nothing: a clock that was set ahead by mistake shall not, on its first day,
 * take what could never be brought back.
 */
export function maySweep(roundBefore: Date | null, now: Date): boolean {
  return roundBefore !== null && now.getTime() - roundBefore.getTime() <= longestShownMs;
}
