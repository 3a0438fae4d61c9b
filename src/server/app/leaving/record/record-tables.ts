import { yearStepTitles } from '#core/app/year/year-step.ts';
import { clauseStepTitles } from '#core/compliance/clause/clause-cycle.ts';
import { outcomes, outcomeWords } from '#core/plan/decision/outcome.ts';
import { requestKinds, requestKindTitles } from '#core/plan/decision/request-kind.ts';
import { taskStatusTitles } from '#core/plan/task.ts';
import { goalTitles, planStatusTitles } from '#core/plan/wish.ts';
import { aboveTables } from './above-tables.ts';
import { auditTables } from './audit-tables.ts';
import { facilityTable } from './facility-table.ts';
import { peopleTables } from './people-tables.ts';
import type { RecordTable } from './record-table.ts';
import { regulationTables } from './regulation-tables.ts';
import { riskTables } from './risk-tables.ts';
import { moment, personName } from './rows-in-pages.ts';

/** What a plan was asked of, out of its JSON. */
const wishColumns = {
  予算: "t.wish->>'budget'",
  人日: "t.wish->>'personDays'",
  目標: "t.wish->>'goal'",
  担当ごとの人日: "t.wish->>'roles'",
  できない対策: "t.wish->>'excluded'",
  始めた対策: "t.wish->>'begun'",
};

const runs: readonly RecordTable[] = [
  {
    file: '点検/一覧.csv',
    about: '点検の一覧',
    tables: ['run'],
    columns: {
      年度: 't.fiscal_year',
      点検票: 't.sheet_id',
      版: 't.sheet_version',
      何のためか: 't.purpose',
      状態: 't.status',
      事業者との契約: "case when t.without_vendor then '無い' end",
      始めた人: personName('t.begun_by'),
      始めた日時: moment('t.begun_at'),
      提出した人: personName('t.submitted_by'),
      提出した日時: moment('t.submitted_at'),
      点検のID: 't.id',
      対象のID: 't.subject_id',
    },
    from: 'run t',
    where: 't.executive_id is null',
    order: 't.fiscal_year, t.sheet_id',
    words: {
      何のためか: { own: '施設の点検', vendor: '事業者の回答', audit: '監査' },
      状態: { open: '回答中', submitted: '提出済み' },
    },
  },
  {
    file: '点検/担当.csv',
    about: '分野の担当',
    tables: ['assignment'],
    columns: {
      年度: 'r.fiscal_year',
      点検票: 'r.sheet_id',
      分野: 't.area_id',
      担当: personName('t.person_id'),
      決めた人: personName('t.assigned_by'),
      決めた日時: moment('t.assigned_at'),
    },
    from: 'assignment t join run r on r.facility_id = t.facility_id and r.id = t.run_id',
    where: 'r.executive_id is null',
    order: 'r.fiscal_year, r.sheet_id, t.area_id',
  },
];

const vendors: readonly RecordTable[] = [
  {
    file: '点検/事業者のシステム.csv',
    about: '事業者とシステム、その担当者',
    tables: ['vendor_system'],
    columns: {
      事業者: 't.vendor',
      システム: 't.system',
      担当者: 't.contact',
      メールアドレス: 't.email',
      使い終わった日時: moment('t.ended_at'),
      システムのID: 't.id',
    },
    from: 'vendor_system t',
    order: 't.vendor, t.system, t.id',
  },
  {
    file: '点検/事業者に渡したリンク.csv',
    about: '様式の記入を頼んだ日と、答えが送られた日（リンクは入っていません）',
    tables: ['vendor_form_link'],
    columns: {
      年度: 'r.fiscal_year',
      事業者: 's.vendor',
      システム: 's.system',
      署名: personName('t.contact_id'),
      作った日時: moment('t.made_at'),
      期限: moment('t.expires_at'),
      終わった日時: moment('t.ended_at'),
      送られた日時: moment('t.sent_at'),
      点検のID: 't.run_id',
    },
    from: `vendor_form_link t join run r on r.facility_id = t.facility_id and r.id = t.run_id
      join vendor_system s on s.facility_id = r.facility_id and s.id = r.vendor_system_id`,
    order: 't.made_at, t.id',
  },
];

const plans: readonly RecordTable[] = [
  {
    file: '計画/1年の期限.csv',
    about: '施設が決めた、1年の流れの区切りの期限',
    tables: ['year_day'],
    columns: { 年度: 't.fiscal_year', 区切り: 't.step', 期限: "to_char(t.due_on, 'YYYY-MM-DD')" },
    from: 'year_day t',
    order: 't.fiscal_year, t.step',
    words: { 区切り: yearStepTitles },
  },
  {
    file: '計画/対策の費用.csv',
    about: '施設が決めた、対策の1年目の費用と手間',
    tables: ['measure_cost'],
    columns: { 対策: 't.measure_id', 円: 't.yen', 人日: 't.person_days', 決めた日時: moment('t.set_at') },
    from: 'measure_cost t',
    order: 't.measure_id',
  },
  {
    file: '計画/計画の条件.csv',
    about: '計画を立てるのに最後に使った条件',
    tables: ['plan_wish'],
    columns: { 年度: 't.fiscal_year', 点検票: 't.sheet_id', ...wishColumns, 残した日時: moment('t.kept_at') },
    from: 'plan_wish t',
    order: 't.fiscal_year, t.sheet_id',
    words: { 目標: goalTitles },
  },
  {
    file: '計画/取り組みにした計画.csv',
    about: '取り組みにした計画の条件と、最良と確かめたか',
    tables: ['plan_acceptance'],
    columns: {
      年度: 't.fiscal_year',
      ...wishColumns,
      最良か: 't.status',
      差の上限: 't.gap',
      対策の数: 't.measures',
      取り組みにした日時: moment('t.accepted_at'),
      点検のID: 't.run_id',
    },
    from: 'plan_acceptance t',
    order: 't.accepted_at, t.id',
    words: { 目標: goalTitles, 最良か: planStatusTitles },
  },
  {
    file: '計画/取り組み.csv',
    about: '取り組みの内容、担当、期限、費用',
    tables: ['task'],
    columns: {
      年度: 't.fiscal_year',
      取り組み: 't.title',
      対策: 't.measure_id',
      担当: personName('t.owner_id'),
      期限: "to_char(t.due_on, 'YYYY-MM-DD')",
      状態: 't.status',
      予定の費用: 't.cost_planned',
      使った費用: 't.cost_spent',
      人日: 't.person_days',
      目指す姿: 't.aim',
      測り方: 't.measured_by',
    },
    from: 'task t',
    order: 't.fiscal_year, t.due_on, t.id',
    words: { 状態: taskStatusTitles },
  },
  {
    file: '計画/やり取り.csv',
    about: '取り組みのやり取り',
    tables: ['task_comment'],
    columns: {
      取り組み: 'k.title',
      書いた人: personName('t.written_by'),
      書いた日時: moment('t.written_at'),
      内容: 't.body',
      消した日時: moment('t.removed_at'),
    },
    from: 'task_comment t join task k on k.facility_id = t.facility_id and k.id = t.task_id',
    order: 't.written_at, t.id',
  },
  {
    file: '計画/決めてもらうこと.csv',
    about: '経営者に決めてもらうことの内容',
    tables: ['decision_request'],
    columns: {
      種類: 't.kind',
      決めてもらうこと: 't.title',
      内容: 't.matter',
      費用: 't.cost',
      効果: 't.effect',
      決めないと: 't.waiting',
      いつまでに: "to_char(t.needed_by, 'YYYY-MM-DD')",
      出した人: personName('t.asked_by'),
      出した日時: moment('t.asked_at'),
      取り下げた日時: moment('t.withdrawn_at'),
      番号: 't.id',
    },
    from: 'decision_request t',
    order: 't.asked_at, t.id',
    words: { 種類: requestKindTitles },
  },
  {
    file: '計画/決定.csv',
    about: '経営者の決定',
    tables: ['decision'],
    columns: {
      年度: 't.fiscal_year',
      号: 't.number',
      決めてもらうこと: 'r.title',
      決定: "r.kind || '/' || t.outcome",
      理由: 't.reason',
      日: "to_char(t.until, 'YYYY-MM-DD')",
      決めた人: personName('t.decided_by'),
      決めた日時: moment('t.decided_at'),
      決めてもらうことの番号: 't.request_id',
    },
    from: 'decision t join decision_request r on r.facility_id = t.facility_id and r.id = t.request_id',
    order: 't.fiscal_year, t.number',
    words: {
      決定: Object.fromEntries(
        requestKinds.flatMap((kind) => outcomes.map((one) => [`${kind}/${one}`, outcomeWords(kind, one).title])),
      ),
    },
  },
];

const clauses: readonly RecordTable[] = [
  {
    file: 'ガイドライン/条項.csv',
    about: 'ガイドラインの条項の担当、期限、文書',
    tables: ['clause_record'],
    columns: {
      条項: 't.clause_id',
      担当: personName('t.owner_id'),
      期限: "to_char(t.due_on, 'YYYY-MM-DD')",
      文書: 't.documents',
      できない理由: 't.undone',
    },
    from: 'clause_record t',
    order: 't.clause_id',
  },
  {
    file: 'ガイドライン/指示から確認まで.csv',
    about: 'ガイドラインの条項の指示・実施・報告・確認',
    tables: ['clause_step'],
    columns: {
      条項: 't.clause_id',
      回: 't.place',
      したこと: 't.step',
      メモ: 't.note',
      した人: personName('t.done_by'),
      した日時: moment('t.done_at'),
    },
    from: 'clause_step t',
    order: 't.clause_id, t.place',
    words: { したこと: clauseStepTitles },
  },
];

/** Files that hold rows as they are, in the order they come. */
export const recordTables: readonly RecordTable[] = [
  facilityTable,
  ...peopleTables,
  ...aboveTables,
  ...runs,
  ...vendors,
  ...plans,
  ...clauses,
  ...riskTables,
  ...regulationTables,
  ...auditTables,
];

/** Tables whose rows come in files of another making, beside them. */
export const tablesOfFiles = ['answer', 'answer_history', 'result', 'evidence', 'file', 'file_chunk', 'activity'];

/** Tables with rows of facilities that are not handed out, each with the reason as the record tells it. */
export const leftOutOfRecord: Readonly<Record<string, string>> = {
  audited_summary: '組織の中で数えるための、最後の監査の写しです。監査は「監査」に入っています。',
  assessment_summary: '同規模と比べるための、結果の写しです。結果は「点検」に入っています。',
  run_stage_summary: '進み具合を数えるための、点検の一覧の写しです。',
  facility_search: '台帳を探すための、名称の写しです。',
  activity_entry: '操作の記録の封です。記録そのものは入っています。',
  calendar_link: '職員ひとりひとりのカレンダーのリンクです。本人のためのものです。',
  audit_remark: '監査する人だけが見る、報告の前の所見の控えです。報告した監査では、指摘に入っています。',
  audit_interview: '監査する人だけが見る、聞き取りの控えです。監査の結果は報告に入っています。',
  leaving: '利用をやめる予定です。操作の記録に残っています。',
  mail: '送ったメールの控えで、宛先と中身は残っていません。',
  reset_link: 'パスワードの再設定リンクです。本人のためのものです。',
  webhook_delivery:
    'ほかのシステムへの知らせを送った記録で、30日で消えます。何があったかは、操作の記録に入っています。',
  sso_group: '組織の認証基盤のグループです。組織のものです。',
};
