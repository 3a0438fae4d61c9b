import { japaneseMoment } from '../kernel/fiscal-year.ts';
import type { Letter } from '../kernel/letter.ts';
import { type InvitedRole, needsSecondFactor, roleTitles } from './role.ts';

const once = (expiresAt: Date) => `${japaneseMoment(expiresAt)}まで、1回だけ使えます。ほかの人に転送しないでください。`;

/** The invitation to a facility or an organisation above, by mail. `by` names who invites. */
export function invitationLetter(of: {
  readonly place: string;
  readonly name: string;
  readonly by: string;
  readonly roles: readonly InvitedRole[];
  readonly path: string;
  readonly expiresAt: Date;
}): Letter {
  const { place, name, by, roles, path, expiresAt } = of;
  const held = roles.map((role) => `「${roleTitles[role]}」`).join('');
  return {
    subject: `${place}から、まもりへの招待です`,
    name,
    place,
    paragraphs: [
      `${place}の「まもり」に、${by}さんがあなたを招きました。まもりは、医療機関がサイバー攻撃を受けても診療を続けられるように、点検と対策を進めるための道具です。`,
      `下のリンクを開き、氏名・メールアドレス・パスワードを決めて登録してください。あなたの役割は${held}です。`,
      ...(needsSecondFactor(roles)
        ? ['続けて、パスキーか、認証アプリの確認コードを設定します。画面に案内が出ます。']
        : []),
    ],
    link: { words: '招待を受けて登録する', path, note: once(expiresAt) },
    unexpected: `心当たりがないときは、リンクを開かずに、このメールを消してください。開かなければ、何も登録されません。本当の招待か分からないときは、${place}に電話で確かめてください。`,
    why: `${place}への招待の宛先として、${by}さんがこのメールアドレスを入れたため、お送りしました。`,
  };
}

type ResetLetter = { readonly name: string; readonly path: string; readonly expiresAt: Date };

/** The reset link an administrator issued, by mail to the registered address. */
export function resetLetter({ name, path, expiresAt, by }: ResetLetter & { readonly by: string }): Letter {
  return {
    subject: 'まもりのパスワードを決め直すリンクです',
    name,
    paragraphs: [
      `${by}さんが、あなたのパスワードを決め直すリンクを作りました。下のリンクを開き、新しいパスワードを決めてください。`,
      '今のパスワードは、リンクが使われるまで変わりません。パスキーや確認コードは、これまでのものを使います。',
    ],
    link: { words: '新しいパスワードを決める', path, note: once(expiresAt) },
    unexpected: `頼んだ覚えがないときは、リンクを開かずに、${by}さんに電話などで確かめてください。`,
    why: `あなたのまもりのアカウントに、このメールアドレスが登録されているため、お送りしました。`,
  };
}

/** The reset link somebody asked for at the sign-in page, by mail to the registered address. */
export function ownResetLetter({ name, path, expiresAt }: ResetLetter): Letter {
  return {
    subject: 'まもりのパスワードを決め直すリンクです',
    name,
    paragraphs: [
      '「パスワードを忘れたとき」のページで、あなたのメールアドレスが入れられました。下のリンクを開き、新しいパスワードを決めてください。',
      '今のパスワードは、リンクが使われるまで変わりません。パスキーや確認コードは、これまでのものを使います。',
    ],
    link: { words: '新しいパスワードを決める', path, note: once(expiresAt) },
    unexpected:
      '頼んだ覚えがないときは、リンクを開かずに、このメールを消してください。開かなければ、何も変わりません。何度も届くときは、施設の管理者に知らせてください。',
    why: 'あなたのまもりのアカウントに、このメールアドレスが登録されているため、お送りしました。',
  };
}
