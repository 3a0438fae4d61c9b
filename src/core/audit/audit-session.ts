import type { AuditReport } from './audit-report.ts';

/** Longest texts that leave the page one page. */
const most = { opinion: 320, statement: 80, findings: 5 } as const;

const short = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
};

const questions = [
  'この指摘を直すために、足りない人・費用・決まりは何ですか。',
  '直すまでの間、患者さんの安全をどう守りますか。',
  '次の監査までに、経営層としてやめること・始めることは何ですか。',
] as const;

/** What the directors have to know and settle: the opinion, the weightiest findings, and three questions to them. */
export function auditSession(report: AuditReport) {
  const { subject, facility, dateLine, opinion, veracity, facts, toCorrect, noted } = report;
  const open = toCorrect.filter(({ state }) => state !== '完了');
  const shown = open.slice(0, most.findings);
  return {
    title: '経営層との話し合い（監査）',
    subject,
    facility,
    dateLine,
    veracity,
    counts: facts.find(([title]) => title === '結論')?.[1] ?? '',
    opinion: short(opinion, most.opinion),
    findings: shown.map(({ conclusion, place, statement, state, late, facts: known }) => {
      const due = known
        .filter(([title]) => title === '担当' || title === '期限')
        .map(([title, text]) => `${title} ${text}`);
      const settled = due.length > 0 ? due.join('・') : '担当と期限は、まだ決まっていません';
      return { conclusion, place, statement: short(statement, most.statement), state, late, settled };
    }),
    more: open.length - shown.length,
    good: noted
      .filter(({ weight }) => weight === 'good-practice')
      .slice(0, 3)
      .map(({ statement }) => short(statement, 60)),
    questions: [...questions],
  };
}
