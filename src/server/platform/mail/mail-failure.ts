/** Why a letter could not be sent, for whoever runs Mamori; without a word of the letter, its recipient or the password. */
const failureWords = {
  login:
    'メールサーバが、利用者名かパスワードを受け付けませんでした。SMTP_URL の利用者名とパスワードを確かめてください（記号は %40 のように書きます）。',
  'login-wanted': 'メールサーバが、利用者名とパスワードを求めています。SMTP_URL に入れてください。',
  certificate:
    'メールサーバの証明書を信頼できないため、送りませんでした。証明書の名前と期限を確かめ、院内の認証局のものなら NODE_EXTRA_CA_CERTS にその証明書を指定してください。',
  encryption:
    'メールサーバと暗号化した接続を作れませんでした。暗号化なしでは送りません。STARTTLS が使える番号（587）か、smtps:// と 465 を SMTP_URL に指定してください。',
  name: 'メールサーバの名前が見つかりません。SMTP_URL のサーバの名前と、この機器の名前解決（DNS）を確かめてください。',
  refused:
    'メールサーバにつながりません。SMTP_URL の番号を確かめ、メールサーバが動いているか、間の防火壁が通すかを確かめてください。',
  timeout:
    'メールサーバが時間内に答えませんでした。SMTP_URL のサーバの名前と番号、間の防火壁を確かめてください（smtp:// と smtps:// の取り違えでも起きます）。',
  sender: 'メールサーバが、送り主のアドレスを受け付けませんでした。MAIL_FROM を確かめてください。',
  recipient: 'メールサーバが、宛先のアドレスを受け付けませんでした。宛先を確かめてください。',
  later: 'メールサーバが、今は受け取れないと答えました。しばらくしてから送り直します。',
  message: 'メールサーバが、メールの受け取りを断りました。メールサーバの記録を確かめてください。',
  unknown: 'メールを送れませんでした。',
} as const;
export type FailureReason = keyof typeof failureWords;

export class MailFailure extends Error {
  readonly reason: FailureReason;
  /** Trying the same letter again is of no use. */
  readonly permanent: boolean;
  /** What the server or the system called it: a code, never a sentence of the server. */
  readonly code: string;

  constructor(reason: FailureReason, code: string, permanent = false) {
    super(failureWords[reason]);
    this.name = 'MailFailure';
    this.reason = reason;
    this.code = code;
    this.permanent = permanent;
  }
}

type Told = {
  readonly code?: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly command?: string;
};

/** What a server answers that takes a login over an encrypted connection only. */
const loginEncrypted = 538;

const certificateCode =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;

function connectionReason(codes: readonly string[]): FailureReason | undefined {
  const any = (wanted: RegExp) => codes.some((code) => wanted.test(code));
  if (any(certificateCode)) return 'certificate';
  if (any(/^(EDNS|ENOTFOUND|EAI_AGAIN)$/)) return 'name';
  if (any(/^ETIMEDOUT$/)) return 'timeout';
  if (any(/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ECONNRESET|ECONNECTION|EPIPE)$/)) return 'refused';
  if (any(/^(ETLS|EPROTO|ERR_SSL_.*)$/)) return 'encryption';
  if (any(/^ENOAUTH$/)) return 'login-wanted';
  return any(/^EAUTH$/) ? 'login' : undefined;
}

function answerReason({ responseCode = 0, command = '' }: Told): FailureReason {
  if (responseCode === 530) return 'login-wanted';
  if (responseCode >= 400 && responseCode < 500) return 'later';
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  return responseCode >= 500 ? 'message' : 'unknown';
}

const told = (cause: unknown): Told => (typeof cause === 'object' && cause !== null ? (cause as Told) : {});

/** The reason in our own words; what the library said is left behind, since a server may repeat addresses in its answer. */
export function mailFailureOf(cause: unknown): MailFailure {
  const { code = '', originalCode = '', ...more } = told(cause);
  const reason =
    more.responseCode === loginEncrypted
      ? 'encryption'
      : (connectionReason([originalCode, code]) ?? answerReason(more));
  const permanent = ['sender', 'recipient', 'message'].includes(reason);
  return new MailFailure(reason, String(more.responseCode ?? (originalCode || code || 'unknown')), permanent);
}
