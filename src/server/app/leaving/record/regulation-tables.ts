import { provisionGroundTitles } from '#core/compliance/patient/provision.ts';
import { regulationKindTitles } from '#core/compliance/regulation/regulation.ts';
import type { RecordTable } from './record-table.ts';
import { moment, personName } from './rows-in-pages.ts';

/** Documents the facility rules itself by, the desk patients ask at, and what was given to third parties. */
export const regulationTables: readonly RecordTable[] = [
  {
    file: '規程・方針/一覧.csv',
    about: '方針・規程・手順と、見直しの期限',
    tables: ['regulation'],
    columns: {
      種類: 't.kind',
      名前: 't.title',
      条項: "array_to_string(t.clause_ids, ' ')",
      見直しの期限: "to_char(t.review_on, 'YYYY-MM-DD')",
      使うのをやめた: "case when t.withdrawn then 'はい' end",
      文書のID: 't.id',
    },
    from: 'regulation t',
    order: 't.kind, t.title, t.id',
    words: { 種類: regulationKindTitles },
  },
  {
    file: '規程・方針/版.csv',
    about: '方針・規程・手順のすべての版と本文、承認',
    tables: ['regulation_version'],
    columns: {
      名前: 'r.title',
      版: 't.number',
      いつから: "to_char(t.valid_on, 'YYYY-MM-DD')",
      変えたこと: 't.changes',
      本文: 't.body',
      書いた人: personName('t.written_by'),
      書いた日時: moment('t.written_at'),
      承認した人: personName('t.approved_by'),
      承認した日時: moment('t.approved_at'),
      版のID: 't.id',
    },
    from: 'regulation_version t join regulation r on r.facility_id = t.facility_id and r.id = t.regulation_id',
    order: 'r.title, r.id, t.number',
  },
  {
    file: '患者さんへの説明/窓口.csv',
    about: '患者さんなどへの説明窓口',
    tables: ['explanation_desk'],
    columns: { 場所: 't.place', 担当: 't.in_charge', 時間: 't.hours', 知らせ方: 't.announced' },
    from: 'explanation_desk t',
    order: 't.facility_id',
  },
  {
    file: '患者さんへの説明/問い合わせ.csv',
    about: '窓口への問い合わせ（だれからかは書いていません）',
    tables: ['enquiry'],
    columns: {
      受けた日: "to_char(t.received_on, 'YYYY-MM-DD')",
      内容: 't.gist',
      答え: 't.reply',
      答えた日: "to_char(t.replied_on, 'YYYY-MM-DD')",
      書いた人: personName('t.written_by'),
      書いた日時: moment('t.written_at'),
    },
    from: 'enquiry t',
    order: 't.received_on, t.id',
  },
  {
    file: '患者さんへの説明/第三者提供.csv',
    about: '第三者提供の記録',
    tables: ['provision'],
    columns: {
      提供した日: "to_char(t.provided_on, 'YYYY-MM-DD')",
      相手: 't.recipient',
      情報の種類: 't.content',
      根拠: 't.ground',
      根拠の説明: 't.ground_note',
      責任範囲の書面: 't.agreement',
      書いた人: personName('t.written_by'),
      書いた日時: moment('t.written_at'),
      記録のID: 't.id',
    },
    from: 'provision t',
    order: 't.provided_on, t.id',
    words: { 根拠: provisionGroundTitles },
  },
];
