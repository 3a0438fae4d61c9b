import { japaneseMoment } from '../kernel/fiscal-year.ts';
import type { Letter } from '../kernel/letter.ts';
import type { NoticeKind } from '../kernel/mail.ts';

/** What is told of a person's account, always: one line each. */
const securityNotices = {
  'password-changed': 'パスワードが変わりました',
  'password-reset': '再設定リンクで、新しいパスワードが決まりました',
  'second-factor-set': '確認コードの認証アプリが、設定されました',
  'second-factor-renewed': '確認コードの認証アプリが、新しいものに替わりました',
  'recovery-codes-made': '復旧コードが作られ、前のものは使えなくなりました',
  'passkey-added': 'パスキーが、新しく登録されました',
  'passkey-removed': 'パスキーが、一つ削除されました',
  'account-linked': '組織のアカウントでも、サインインできるようになりました',
  'account-unlinked': '組織の認証基盤とのつながりが、外れました',
} as const satisfies Partial<Record<NoticeKind, string>>;
export type SecurityNotice = keyof typeof securityNotices;

/** Tells a person what happened to the own account, when, and with which browser (「Chrome（Windows）」). */
export function securityLetter(
  kind: SecurityNotice,
  { name, at, browser }: { readonly name: string; readonly at: Date; readonly browser: string },
): Letter {
  return {
    subject: `まもりの${securityNotices[kind]}`,
    name,
    paragraphs: [
      `あなたのまもりのアカウントで、${securityNotices[kind]}。`,
      `${japaneseMoment(at)}、${browser}での操作です。ご自身の操作であれば、何もしなくてかまいません。`,
    ],
    link: { words: '自分のアカウントを確かめる', path: '/account' },
    unexpected:
      '心当たりがないときは、すぐに施設の管理者に電話などで知らせてください。サインインできるなら、パスワードを変えると、ほかの端末はすべてサインアウトします。',
    why: 'アカウントを守るための大切な変化は、登録されたメールアドレスに必ずお知らせします。このお知らせは止められません。',
  };
}
