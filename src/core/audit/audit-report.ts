import { answerLabel } from '../catalogue/answer-label.ts';
import type { AnswerValue, Sheet } from '../catalogue/sheet.ts';
import { ownerWords } from '../identity/owner.ts';
import { fiscalYearLabel, japaneseDate, japaneseDay } from '../kernel/fiscal-year.ts';
import { type Conclusion, conclusionSchema, conclusionTitles } from '../sheet/conclusion.ts';
import type { AuditView } from './audit.ts';
import { auditKindTitles } from './audit-kind.ts';
import { clauseFindingLines, clauseItemLines, registerLines } from './audited-clause.ts';
import { type Finding, findingStateTitles } from './finding.ts';
import { askedWords, placeWords } from './finding-place.ts';
import { bySystem } from './system.ts';
import { differenceText, shareText, veracityWords } from './veracity.ts';

/** What was concluded at an item, beside what was claimed. */
export type ConcludedItem = {
  readonly itemId: string;
  readonly value: AnswerValue | null;
  readonly claimed: AnswerValue | null;
  readonly conclusion: Conclusion | null;
  readonly note: string;
};

export type AuditReportInput = {
  readonly audit: AuditView;
  readonly sheet: Sheet;
  readonly facility: string;
  readonly items: readonly ConcludedItem[];
  readonly now: Date;
};

/** The report of an audit as plain data, for every form it is handed out in. */
export type AuditReport = ReturnType<typeof auditReport>;

type Fact = readonly [title: string, text: string];

/** The facts of which something is known. */
const said = (facts: readonly Fact[]): readonly Fact[] => facts.filter(([, text]) => text !== '');

function findingOf(finding: Finding) {
  const { conclusion, place, statement, state, cause, action, owner, dueOn, correction, verdict } = finding;
  const facts: readonly Fact[] = [
    ['条項', finding.clauses.join('\n')],
    ['システム', finding.systems.join('、')],
    ['原因', cause],
    ['直し方', action],
    ['担当', ownerWords(owner, state === 'open')],
    ['期限', dueOn === null ? '' : japaneseDay(dueOn)],
    ['直したこと', correction],
    ['確かめたこと', verdict],
  ];
  return {
    conclusion: conclusionTitles[conclusion],
    weight: conclusion,
    place: placeWords(place),
    systems: place.kind === 'system' ? [place.system] : finding.systems,
    asked: askedWords(place),
    statement,
    state: state === 'noted' ? '' : findingStateTitles[state],
    late: finding.late,
    facts: said(facts),
  };
}

function areaRows({ sheet, items }: AuditReportInput) {
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const words = (value: AnswerValue | null | undefined) => (value ? answerLabel(value, sheet.scale) : '－');
  return sheet.areas.map((area) => ({
    title: area.title,
    lines: area.items.map(({ id, text }) => {
      const { value, claimed, conclusion, note } = byId.get(id) ?? {};
      const concluded = conclusion ? conclusionTitles[conclusion] : '－';
      return { id, text, claimed: words(claimed), audited: words(value), conclusion: concluded, note: note ?? '' };
    }),
  }));
}

/** What the register says of each clause in scope, what the items that speak of it came to, and what was found at it beside them. */
const clauseParts = ({ clauses, findings }: AuditView) =>
  clauses.map((clause) => ({
    title: clause.title,
    register: [...registerLines(clause)],
    items: [...clauseItemLines(clause, true), ...clauseFindingLines(clause.id, findings)],
  }));

/** What was found of each system of the scope; of none where none is in scope. */
function systemParts({ systems, findings }: AuditView) {
  const found = findings.map(findingOf);
  return bySystem(systems, found).map(({ system, things }) => ({
    system,
    lines:
      things.length === 0
        ? ['指摘はありません。']
        : things.map(({ conclusion, place, statement }) => {
            const where = place === placeWords({ kind: 'system', system }) ? [] : [place];
            return [conclusion, ...where, statement].join('　');
          }),
  }));
}

/** How many items have each conclusion: 「適合 12・軽微な不適合 2」. */
function countWords(items: readonly ConcludedItem[]): string {
  const counts = conclusionSchema.options.flatMap((one) => {
    const count = items.filter(({ conclusion }) => conclusion === one).length;
    return count === 0 ? [] : [`${conclusionTitles[one]} ${count}`];
  });
  return counts.join('・');
}

function veracityLine({ veracity }: AuditView): string {
  if (!veracity || veracity.overall.compared === 0) return '';
  const { overall } = veracity;
  const { share, difference } = overall;
  const mean = difference === null ? '' : `、差の平均 ${differenceText(difference)}（＋は自己点検のほうが高い）`;
  return `${veracityWords(overall)}一致 ${shareText(share)}${mean}`;
}

const cautionsOf = ({ notice }: AuditReportInput['sheet']): readonly string[] => [
  '監査した人は、対象の分野を企画・運用しておらず、今年度と前年度に、その分野の点検や取り組みと、対象の条項を担当していません。',
  '選んで確かめた範囲での結論です。すべての記録や機器を見たものではありません。',
  `${notice}による監査です。`,
];

/** Everything an audit came to, in words the wards understand. */
export function auditReport(input: AuditReportInput) {
  const { audit, sheet, facility, items, now } = input;
  const { team, areas, clauses, systems, plannedFrom, plannedTo, reportedAt } = audit;
  const names = team.map(({ person, lead }) => `${person.name}${lead ? '（責任者）' : ''}`);
  return {
    title: '監査報告書',
    subject: audit.title,
    facility,
    fiscalYear: fiscalYearLabel(audit.fiscalYear),
    sheet: { title: sheet.title, version: sheet.version, notice: sheet.notice },
    dateLine: reportedAt === null ? `${japaneseDate(now)}に作成` : `${japaneseDate(reportedAt)}に報告`,
    facts: said([
      ['種類', auditKindTitles[audit.kind]],
      ['期間', `${japaneseDay(plannedFrom)}から${japaneseDay(plannedTo)}まで`],
      ['監査した人', names.join('、')],
      ['対象の分野', areas.map(({ title, whole }) => (whole ? title : `${title}（条項の設問だけ）`)).join('、')],
      ['対象の条項', clauses.map(({ title }) => title).join('\n')],
      ['対象のシステム', systems.join('、')],
      ['結論', countWords(items)],
    ]),
    opinion: audit.opinion,
    veracity: veracityLine(audit),
    toCorrect: audit.findings.filter(({ state }) => state !== 'noted').map(findingOf),
    noted: audit.findings.filter(({ state }) => state === 'noted').map(findingOf),
    clauses: clauseParts(audit),
    systems: systemParts(audit),
    areas: areaRows(input),
    cautions: cautionsOf(sheet),
  };
}
