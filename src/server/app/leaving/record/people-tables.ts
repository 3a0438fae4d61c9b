import { roleTitles } from '#core/identity/role.ts';
import { actTitles } from '#core/kernel/act.ts';
import { heldRoles, type RecordTable } from './record-table.ts';
import { moment, personName } from './rows-in-pages.ts';

/** Who belongs to the facility or did, and what lets people and programs in. */
export const peopleTables: readonly RecordTable[] = [
  {
    file: '職員.csv',
    about: '職員の氏名と役割',
    tables: ['member'],
    columns: {
      氏名: personName('t.person_id'),
      役割: heldRoles,
      加わった日時: moment('t.joined_at'),
      人のID: 't.person_id',
    },
    from: 'member t',
    order: 't.joined_at, t.person_id',
    words: { 役割: roleTitles },
  },
  {
    file: '職員だった人.csv',
    about: '施設から外れた人の氏名',
    tables: ['former_member'],
    columns: { 氏名: personName('t.person_id'), 外れた日時: moment('t.left_at'), 人のID: 't.person_id' },
    from: 'former_member t',
    order: 't.left_at, t.person_id',
  },
  {
    file: '招待.csv',
    about: '招いた人の名前、役割、期限（リンクは入っていません）',
    tables: ['invitation'],
    columns: {
      名前: 't.name',
      役割: heldRoles,
      招いた人: personName('t.invited_by'),
      作った日時: moment('t.created_at'),
      期限: moment('t.expires_at'),
      受けた日時: moment('t.accepted_at'),
      取り消した日時: moment('t.withdrawn_at'),
    },
    from: 'invitation t',
    order: 't.created_at, t.id',
    words: { 役割: roleTitles },
  },
  {
    file: 'アクセスキー.csv',
    about: 'キーの名前、許した操作、期限（キーそのものは入っていません）',
    tables: ['access_token'],
    columns: {
      名前: 't.name',
      作った人: personName('t.person_id'),
      許した操作: "array_to_string(t.scopes, ' ')",
      作った日時: moment('t.made_at'),
      期限: moment('t.expires_at'),
      最後に使った日時: moment('t.last_used_at'),
      取り消した日時: moment('t.revoked_at'),
    },
    from: 'access_token t',
    order: 't.made_at, t.id',
  },
  {
    file: 'ほかのシステムへの知らせ.csv',
    about: '知らせの受け取り先と宛先（署名の鍵は入っていません）',
    tables: ['webhook'],
    columns: {
      名前: 't.title',
      宛先: 't.address',
      知らせること: "array_to_string(t.acts, ' ')",
      加えた日時: moment('t.made_at'),
      止めた日時: moment('t.paused_at'),
    },
    from: 'webhook t',
    order: 't.made_at, t.id',
    words: { 知らせること: actTitles },
  },
];
