import { actTitle } from '../../kernel/act.ts';
import { organisationActTitle } from '../../kernel/organisation-act.ts';
import { type Role, roleTitles } from '../role.ts';
import { type OwnRecord, type OwnRecordRow, type RecordKind, recordKinds, recordKindTitles } from './own-record.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

const fieldTitles: Readonly<Record<string, string>> = {
  name: '名前',
  email: 'メールアドレス',
  systemRoles: 'まもり全体での役割',
  password: 'パスワード',
  authenticator: '認証アプリ',
  browser: 'ブラウザ',
  seen: '最後に使った時刻',
  expires: '期限',
  lastUsed: '最後に使った時刻',
  used: '使った時刻',
  revoked: '取り消した時刻',
  last: '最後に入った時刻',
  issuer: '認証基盤',
  subject: '対象',
  work: '仕事のお知らせ',
  kind: '種類',
  state: '状態',
  roles: '役割',
  scopes: '許した操作',
  run: '点検のID',
  area: '分野',
  item: '設問',
  revision: '何回めの答え',
  origin: '入れ方',
  act: '操作',
};

const rolesOf = (text: string) =>
  text
    .split(' ')
    .map((role) => (Object.hasOwn(roleTitles, role) ? roleTitles[role as Role] : role))
    .join('・');

function valueWords(field: string, value: OwnRecordRow['detail'][string]): string {
  if (typeof value === 'boolean') return value ? 'あり' : 'なし';
  const text = String(value);
  if (field === 'roles' || field === 'systemRoles') return rolesOf(text);
  if (field === 'act') return organisationActTitle(actTitle(text));
  return /^\d{4}-\d\d-\d\dT/.test(text) ? inJapan.format(new Date(text)) : text;
}

const detailWords = ({ detail }: OwnRecordRow) =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([field, value]) => `${fieldTitles[field] ?? field}：${valueWords(field, value)}`)
    .join('、');

const line = (row: OwnRecordRow) =>
  `<tr><td>${row.at ? inJapan.format(row.at) : ''}</td><td>${escaped(row.place?.name ?? '')}</td><td>${escaped(detailWords(row))}</td></tr>`;

function section(kind: RecordKind, rows: readonly OwnRecordRow[]): string {
  if (rows.length === 0) return '';
  const head = '<tr><th scope="col">いつ</th><th scope="col">どこで</th><th scope="col">内容</th></tr>';
  const count = rows.length.toLocaleString('ja-JP');
  return `<h2>${recordKindTitles[kind]}（${count}件）</h2><table><thead>${head}</thead><tbody>${rows.map(line).join('')}</tbody></table>`;
}

const style =
  'body{font-family:sans-serif;line-height:1.7;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}td:first-child{white-space:nowrap}';

/** The record as a page that opens without a network, one table for each kind, times in Asia/Tokyo. Text is escaped. */
export function recordPage({ takenAt, rows }: OwnRecord): string {
  const sections = recordKinds.map((kind) =>
    section(
      kind,
      rows.filter((row) => row.kind === kind),
    ),
  );
  const title = 'まもりが、あなたについて持っている記録';
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body><h1>${title}</h1><p>${inJapan.format(takenAt)} に受け取ったものです。パスワードや確認コードなどの秘密は、入っていません。</p>${sections.join('')}</body></html>`;
}
