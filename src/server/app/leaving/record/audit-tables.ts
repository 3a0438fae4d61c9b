import { auditKindTitles } from '#core/audit/audit-kind.ts';
import { findingStateTitles } from '#core/audit/finding.ts';
import { establishedTitles } from '#core/evidence/established.ts';
import { conclusionTitles } from '#core/sheet/conclusion.ts';
import type { RecordTable } from './record-table.ts';
import { moment, personName } from './rows-in-pages.ts';

const seats = (
  column: string,
) => `(select string_agg(p.name || case when (s ->> 'lead')::boolean then '（責任者）' else '' end || '：'
  || (select coalesce(string_agg(a, '、'), '') from jsonb_array_elements_text(s -> 'areas') a), ' / ')
  from jsonb_array_elements(${column}) s join person p on p.id = (s ->> 'personId')::uuid)`;

/** Audits, what they found and what they established. */
export const auditTables: readonly RecordTable[] = [
  {
    file: '監査/一覧.csv',
    about: '監査の計画と、報告した日',
    tables: ['audit'],
    columns: {
      年度: 't.fiscal_year',
      種類: 't.kind',
      題名: 't.title',
      点検票: 't.sheet_id',
      始める日: "to_char(t.planned_from, 'YYYY-MM-DD')",
      終える日: "to_char(t.planned_to, 'YYYY-MM-DD')",
      対象の分野: "array_to_string(t.areas, '、')",
      対象の条項: "array_to_string(t.clauses, '、')",
      対象のシステム: "array_to_string(t.system_names, '、')",
      始めた日時: moment('t.begun_at'),
      始めたときの自己点検: 't.claims',
      報告した日時: moment('t.reported_at'),
      意見: 't.opinion',
      監査のID: 't.id',
    },
    from: 'audit t',
    order: 't.fiscal_year, t.planned_from, t.id',
    words: { 種類: auditKindTitles },
  },
  {
    file: '監査/監査する人.csv',
    about: '監査する人と、受け持つ分野',
    tables: ['audit_member'],
    columns: {
      監査: 'u.title',
      名前: personName('t.person_id'),
      責任者: "case when t.lead then '責任者' end",
      分野: "array_to_string(t.areas, '、')",
    },
    from: 'audit_member t join audit u on u.facility_id = t.facility_id and u.id = t.audit_id',
    order: 'u.fiscal_year, u.id, t.lead desc, t.person_id',
  },
  {
    file: '監査/監査する人の入れ替え.csv',
    about: '始めた監査の、監査する人の入れ替えと、その理由',
    tables: ['audit_team_change'],
    columns: {
      監査: 'u.title',
      替えた日時: moment('t.changed_at'),
      替えた人: personName('t.changed_by'),
      理由: 't.reason',
      前: seats('t.former'),
      後: seats('t.present'),
    },
    from: 'audit_team_change t join audit u on u.facility_id = t.facility_id and u.id = t.audit_id',
    order: 'u.fiscal_year, u.id, t.changed_at, t.id',
  },
  {
    file: '監査/指摘.csv',
    about: '監査の指摘と、どう直したか',
    tables: ['audit_finding'],
    columns: {
      監査: 'u.title',
      設問: 't.item_id',
      条項: 't.clause_id',
      システム: 't.system',
      結論: 't.conclusion',
      指摘: 't.statement',
      状態: 't.state',
      原因: 't.cause',
      直し方: 't.action',
      担当: personName('t.owner_id'),
      期限: "to_char(t.due_on, 'YYYY-MM-DD')",
      直したこと: 't.correction',
      直した日時: moment('t.corrected_at'),
      直したと伝えた人: personName('t.corrected_by'),
      確かめたこと: 't.verdict',
      確かめた人: personName('t.verified_by'),
      確かめた日時: moment('t.verified_at'),
      指摘のID: 't.id',
    },
    from: 'audit_finding t join audit u on u.facility_id = t.facility_id and u.id = t.audit_id',
    order: 'u.fiscal_year, u.id, t.item_id, t.clause_id, t.system, t.id',
    words: { 結論: conclusionTitles, 状態: findingStateTitles },
  },
  {
    file: '監査/結論とシステム.csv',
    about: '監査の結論が、どのシステムについてか',
    tables: ['audit_concern'],
    columns: {
      監査: 'u.title',
      設問: 't.item_id',
      システム: "array_to_string(t.systems, '、')",
    },
    from: 'audit_concern t join audit u on u.facility_id = t.facility_id and u.id = t.audit_id',
    order: 'u.fiscal_year, u.id, t.item_id',
  },
  {
    file: '監査/頼んだこと.csv',
    about: '監査で頼んだ証跡や説明と、その返事',
    tables: ['audit_request'],
    columns: {
      監査: 'u.title',
      設問: 't.item_id',
      システム: 't.system',
      頼んだこと: 't.wanted',
      相手: personName('t.of_id'),
      期限: "to_char(t.due_on, 'YYYY-MM-DD')",
      返事: 't.reply',
      返事の日時: moment('t.replied_at'),
      返事をした人: personName('t.replied_by'),
    },
    from: 'audit_request t join audit u on u.facility_id = t.facility_id and u.id = t.audit_id',
    order: 't.asked_at, t.id',
  },
  {
    file: '監査/確かめた値.csv',
    about: '監査や訓練で確かめた値と、そのときの自己点検の回答',
    tables: ['established_value'],
    columns: {
      設問: 't.item_id',
      確かめ方: 't.kind',
      値: 't.value',
      自己点検: 't.claimed',
      日: "to_char(t.established_on, 'YYYY-MM-DD')",
      監査か訓練のID: 't.source_id',
    },
    from: 'established_value t',
    order: 't.established_on, t.item_id, t.kind',
    words: { 確かめ方: establishedTitles },
  },
];
