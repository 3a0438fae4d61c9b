import { roleTitles } from '#core/identity/role.ts';
import type { RecordTable } from './record-table.ts';
import { moment, personName } from './rows-in-pages.ts';

/** What the facility has agreed with organisations above it. */
export const aboveTables: readonly RecordTable[] = [
  {
    file: '組織への参加.csv',
    about: '参加している法人や地域連携と、見せるもの',
    tables: ['organisation_facility'],
    columns: {
      組織: 'o.name',
      提案した日時: moment('t.proposed_at'),
      参加した日時: moment('t.confirmed_at'),
      見せるもの: 't.shows',
      組織の認証基盤を許した日時: moment('t.sso_opened_at'),
    },
    from: 'organisation_facility t join organisation o on o.id = t.organisation_id',
    order: 't.proposed_at, t.organisation_id',
    words: { 見せるもの: { count: '数えるだけ', stage: '進み具合', score: '進み具合と点' } },
  },
  {
    file: '支援の取り決め.csv',
    about: '支援の相手、目的、範囲、期限',
    tables: ['support_agreement'],
    columns: {
      組織: 'o.name',
      目的: 't.purpose',
      見せる範囲: "array_to_string(t.scope, ' ')",
      作った人: personName('t.made_by'),
      作った日時: moment('t.made_at'),
      期限: moment('t.ends_at'),
      受けた人: personName('t.accepted_by'),
      受けた日時: moment('t.accepted_at'),
      終えた人: personName('t.ended_by'),
      終えた日時: moment('t.ended_at'),
      取り決めのID: 't.id',
    },
    from: 'support_agreement t join organisation o on o.id = t.organisation_id',
    order: 't.made_at, t.id',
    words: { 見せる範囲: roleTitles },
  },
  {
    file: '支援者の出入り.csv',
    about: '取り決めで入った支援者と、最初と最後の日時',
    tables: ['support_entry'],
    columns: {
      支援者: personName('t.person_id'),
      組織: 'o.name',
      最初に入った日時: moment('t.first_at'),
      最後に入った日時: moment('t.last_at'),
      取り決めのID: 't.agreement_id',
    },
    from: 'support_entry t join organisation o on o.id = t.organisation_id',
    order: 't.first_at, t.agreement_id, t.person_id',
  },
];
