import { mostPasskeys } from './passkey.ts';

export const noPasskeysHere = {
  'identity/passkeys-not-usable': {
    status: 409,
    message:
      'まもりのアドレスが番号（IPアドレス）のため、パスキーを使えません。ほかの方法でサインインしてください。使えるようにするには、名前のついたアドレスで動かすよう、まもりを動かしている人に頼んでください（設定 MAMORI_PUBLIC_URL）。',
  },
} as const;

export const challengeRefusal = {
  'identity/passkey-challenge-not-usable': {
    status: 409,
    message: 'パスキーの確認の時間が過ぎたか、すでに使われました。もう一度最初からお試しください。',
  },
} as const;

/** Why a passkey was not taken as proof. */
export const assertionRefusals = {
  'identity/passkey-unknown': {
    status: 401,
    message: 'このパスキーは登録されていません。外されたか、ほかの人のものです。ほかの方法で確かめてください。',
  },
  'identity/passkey-other-site': {
    status: 401,
    message:
      'パスキーの確認が、まもりとは違うアドレスで行われました。アドレスを確かめて、まもりの画面からやり直してください。',
  },
  'identity/passkey-refused': {
    status: 401,
    message: 'パスキーを確かめられませんでした。もう一度お試しください。続くときは、ほかの方法で確かめてください。',
  },
  'identity/passkey-copied': {
    status: 401,
    message:
      'このパスキーは、写しが作られた疑いがあるため使えません。ほかの方法でサインインし、このパスキーを外してください。',
  },
} as const;

export const passkeyTaken = {
  'identity/passkey-taken': { status: 409, message: 'このパスキーは、すでに登録されています。' },
} as const;

export const tooManyPasskeys = {
  'identity/too-many-passkeys': {
    status: 409,
    message: `パスキーは${mostPasskeys}個までです。使わないものを外してから、もう一度お試しください。`,
  },
} as const;

export const byProviderOnly = {
  'identity/passkey-by-provider': {
    status: 403,
    message:
      'あなたは、組織のアカウントでサインインします。「組織のアカウントでサインインする」から進んでください。パスキーは、そのあとの確かめに使えます。',
  },
} as const;

export const lastSecondFactor = {
  'identity/last-way-in': {
    status: 409,
    message: 'このパスキーは、あなたがサインインできるただ一つの方法です。先に、別のパスキーを登録してください。',
  },
  'identity/last-second-factor': {
    status: 409,
    message:
      'あなたの役割には、パスワードのほかにもう一つの確認が要ります。外すとそれがなくなります。先に、別のパスキーを登録するか、確認コードを設定してください。',
  },
} as const;
