export const noConnection = {
  'sso/no-connection': {
    status: 404,
    message:
      'このメールアドレスの組織は、まもりに認証基盤を登録していません。メールアドレスとパスワードでサインインしてください。',
  },
} as const;
const unreachable = {
  'sso/provider-unreachable': {
    status: 502,
    message:
      '組織の認証基盤につながりません。しばらくしてからもう一度お試しください。続くときは、組織の管理者に知らせてください。',
  },
} as const;
export const forAdministrators = {
  'sso/not-for-administrators': {
    status: 403,
    message: 'システム管理者は、組織のアカウントではサインインできません。メールアドレスとパスワードを使ってください。',
  },
} as const;

export const ownPasswordFirst = {
  'sso/own-password-first': {
    status: 409,
    message:
      '組織の認証基盤で入っている間は、パスキーを登録できません。ご自分のパスワードでサインインし直してから登録してください。',
  },
} as const;

export const ownWayFirst = {
  'sso/own-way-first': {
    status: 409,
    message:
      '組織の認証基盤で入っている間は、この招待を受けられません。ご自分のパスワードがあるときは、それでサインインし直してからリンクを開いてください。ないときは、別のブラウザで開き、別のメールアドレスで登録してください。',
  },
} as const;

export const passwordNeeded = {
  'sso/password-needed': {
    status: 409,
    message:
      'このアカウントにはまもりのパスワードがないため、つながりを外せません。外すと、サインインする方法がなくなります。施設の管理者に相談してください。',
  },
} as const;

/** Why somebody who comes back from the provider goes no further. */
export const completionRefusals = {
  ...unreachable,
  ...forAdministrators,
  'sso/attempt-not-usable': {
    status: 410,
    message:
      'この手続きは使えません。10分をすぎたか、すでに使われたか、別のブラウザで始めています。もう一度始めてください。',
  },
  'sso/refused': {
    status: 403,
    message: '組織の認証基盤で、サインインが取りやめになりました。もう一度始めてください。',
  },
  'sso/answer-not-valid': {
    status: 400,
    message:
      '組織の認証基盤からの返事を確かめられませんでした。もう一度始めてください。続くときは、組織の管理者に知らせてください。',
  },
  'sso/email-not-verified': {
    status: 403,
    message:
      '組織の認証基盤が、あなたのメールアドレスを確認済みと伝えていません。組織の管理者に、確認済みのメールアドレスを渡す設定を頼んでください。',
  },
  'sso/foreign-domain': {
    status: 403,
    message: 'このメールアドレスは、この組織のものとして登録されていません。組織の管理者に確かめてください。',
  },
  'sso/no-roles': {
    status: 403,
    message:
      'あなたのグループには、まもりでの役割がまだ決められていません。組織の管理者に、グループと役割の組み合わせを頼んでください。',
  },
  'sso/held-elsewhere': {
    status: 403,
    message:
      '組織の認証基盤を受け入れていない施設や、ほかの組織にも所属しているため、この方法は使えません。ご自分のパスワードかパスキーでサインインしてください。パスワードがないときは、施設の管理者に再設定リンクを頼んでください。',
  },
  'sso/link-first': {
    status: 409,
    message:
      'このメールアドレスのアカウントがすでにあります。いつもの方法でサインインし、「自分のアカウント」で「組織のアカウントとつなぐ」を押してください。',
  },
  'sso/linked-elsewhere': {
    status: 409,
    message: 'この組織のアカウントは、すでに別の人のアカウントとつながっています。組織の管理者に確かめてください。',
  },
  'sso/other-email': {
    status: 409,
    message:
      '組織のアカウントのメールアドレスが、まもりのメールアドレスと違います。同じ人のアカウントで行ってください。',
  },
  'sso/other-person': {
    status: 409,
    message: '今サインインしている人とは別の組織のアカウントです。本人のアカウントで行ってください。',
  },
  'sso/not-fresh': {
    status: 403,
    message: '組織の認証基盤が、今サインインし直したことを伝えませんでした。別の方法で確かめてください。',
  },
  'sso/second-factor-needed': {
    status: 403,
    message:
      '組織の認証基盤が、2つ目の確認をしたことを伝えませんでした。パスキー、確認コード、復旧コードのどれかで確かめてください。',
  },
} as const;

/** Why a connection is not saved. */
export const connectionRefusals = {
  'sso/issuer-not-allowed': {
    status: 400,
    message: '発行者のアドレスは「https://」から始めてください。「?」や「#」のあとは付けられません。',
  },
  'sso/issuer-unreachable': {
    status: 502,
    message: '発行者のアドレスにつながりません。アドレスと、このサーバからの通信が許されているかを確かめてください。',
  },
  'sso/no-discovery': {
    status: 502,
    message:
      '発行者のアドレスに、設定の文書（/.well-known/openid-configuration）がないか、読めません。アドレスを確かめてください。',
  },
  'sso/issuer-differs': {
    status: 502,
    message: '設定の文書に書かれた発行者が、入力したアドレスと違います。文書の「issuer」と同じ文字を入力してください。',
  },
  'sso/provider-unfit': {
    status: 502,
    message:
      'この認証基盤では使えません。認可コードとPKCE（S256）の受け取り口と、署名の鍵の置き場が、https で示されている必要があります。',
  },
  'sso/secret-needed': { status: 400, message: 'クライアントシークレットを入力してください。' },
  'sso/domain-taken': {
    status: 409,
    message: 'このメールのドメインは、ほかの組織の認証基盤に登録されています。',
  },
} as const;
