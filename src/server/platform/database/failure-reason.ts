const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: '接続を断られました。PostgreSQL が動いているか、ホストとポートが正しいかを確かめてください',
  ENOTFOUND: 'ホストの名前が見つかりません。名前の綴りと DNS を確かめてください',
  EAI_AGAIN: 'ホストの名前を調べられません。ネットワークと DNS を確かめてください',
  ENOENT: 'ソケットがありません。PostgreSQL が動いているかを確かめてください',
  ETIMEDOUT: '時間内に応答がありません。ネットワークとファイアウォールを確かめてください',
  EHOSTUNREACH: 'ホストに届きません。ネットワークを確かめてください',
  '28P01': 'パスワードが違います',
  '28000': 'この利用者での接続を PostgreSQL が許していません。pg_hba.conf を確かめてください',
  '3D000': 'データベースがありません。先に作ってください',
  '42501': '権限が足りません',
  '53300': '接続の数が上限に達しています',
  '57P03': 'PostgreSQL が起動または停止の途中です。少し待ってください',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'サーバの証明書を確かめられません。認証局の証明書を sslrootcert で指定してください',
  SELF_SIGNED_CERT_IN_CHAIN: 'サーバの証明書を確かめられません。認証局の証明書を sslrootcert で指定してください',
};

const timedOut = /timeout expired/;

/** Why a connection could not be had and what to look at, in Japanese where we know it. */
export function reasonOf(error: unknown): string {
  const { message } = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[timedOut.test(message) ? 'ETIMEDOUT' : code] ?? message;
}
