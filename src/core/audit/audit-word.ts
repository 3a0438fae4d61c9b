import type { WordBlock, WordDocument } from '../kernel/word-document.ts';
import type { AuditReport } from './audit-report.ts';

type FindingWords = AuditReport['toCorrect'][number];

const findingBlocks = (finding: FindingWords): WordBlock[] => {
  const state = finding.state === '' ? '' : `・${finding.state}${finding.late ? '（期限を過ぎています）' : ''}`;
  return [
    { kind: 'heading', level: 3, text: `${finding.conclusion}：${finding.place}${state}` },
    { kind: 'paragraph', text: finding.statement },
    ...(finding.asked === '' ? [] : [{ kind: 'paragraph', text: finding.asked, quiet: true } as const]),
    ...(finding.facts.length > 0 ? [{ kind: 'facts', facts: finding.facts } as const] : []),
  ];
};

const areaBlocks = ({ title, lines }: AuditReport['areas'][number]): WordBlock[] => [
  { kind: 'heading', level: 3, text: title },
  {
    kind: 'table',
    head: ['番号', '設問', '自己点検', '監査', '結論'],
    widths: [10, 40, 18, 18, 14],
    rows: lines.map(({ id, text, claimed, audited, conclusion, note }) => {
      return [id, note === '' ? text : `${text}\n理由：${note}`, claimed, audited, conclusion];
    }),
  },
];

const clauseBlocks = ({ title, register, items }: AuditReport['clauses'][number]): WordBlock[] => [
  { kind: 'heading', level: 3, text: title },
  ...register.map((text) => ({ kind: 'paragraph', text, quiet: true }) as const),
  ...items.map((text) => ({ kind: 'paragraph', text }) as const),
];

const systemBlocks = ({ system, lines }: AuditReport['systems'][number]): WordBlock[] => [
  { kind: 'heading', level: 3, text: system },
  ...lines.map((text) => ({ kind: 'paragraph', text }) as const),
];

const under = (title: string, blocks: readonly WordBlock[]): readonly WordBlock[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: title }, ...blocks];

/** The report of an audit for a word processor. */
export function auditWord(report: AuditReport): WordDocument {
  const { title, subject, facility, dateLine, facts, opinion, veracity, toCorrect, noted, areas, cautions } = report;
  const { clauses, systems } = report;
  return {
    title: `${title}　${subject}`,
    author: facility,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: `${facility}　${subject}　${dateLine}` },
      { kind: 'facts', facts },
      { kind: 'heading', level: 2, text: '監査の意見' },
      { kind: 'paragraph', text: opinion },
      ...(veracity === '' ? [] : [{ kind: 'paragraph', text: veracity } as const]),
      ...under('直すこと', toCorrect.flatMap(findingBlocks)),
      ...under('そのほかの気づきと、良い点', noted.flatMap(findingBlocks)),
      ...under('システムごとの指摘', systems.flatMap(systemBlocks)),
      ...under('対象の条項', clauses.flatMap(clauseBlocks)),
      ...under('設問ごとの結論', areas.flatMap(areaBlocks)),
      ...cautions.map((text) => ({ kind: 'paragraph', text, quiet: true }) as const),
    ],
  };
}
