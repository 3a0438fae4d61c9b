import { dayInJapan, japaneseDay, japaneseMoment } from '../../kernel/fiscal-year.ts';
import { type Regulation, type RegulationVersion, regulationKindTitles } from './regulation.ts';

type PrintInput = {
  readonly regulation: Pick<Regulation, 'kind' | 'title'>;
  readonly version: RegulationVersion;
  readonly facility: string;
  readonly now: Date;
};

/** A version of a document as it is printed: its text, and below it who approved it, or that nobody has. */
export function regulationDocument({ regulation, version, facility, now }: PrintInput) {
  const { number, validOn, changes, body, approvedBy, approvedAt } = version;
  const approval =
    approvedAt === null ? '承認前（案）' : `${japaneseDay(dayInJapan(approvedAt))}に${approvedBy?.name ?? ''}が承認`;
  return {
    title: regulation.title,
    facility,
    fiscalYear: null,
    sheet: { title: regulationKindTitles[regulation.kind], version: String(number), notice: approval },
    dateLine: `${japaneseMoment(now)}に印刷`,
    validOn: `${japaneseDay(validOn)}から`,
    approval,
    changes,
    body: body || 'この版の本文は、証跡のファイルにあります。',
  };
}
