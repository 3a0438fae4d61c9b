import type { Answers } from '#core/assessment/scoring.ts';
import { answerLabel } from '#core/catalogue/answer-label.ts';
import { type Item, itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import { Card } from '#web/ui/Card.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Table } from '#web/ui/Table.tsx';

type AnswerAppendixProps = { readonly sheet: Sheet; readonly answers: Answers };

/** All answers given, for the file in the drawer. */
export function AnswerAppendix({ sheet, answers }: AnswerAppendixProps) {
  const answerText = ({ id }: Item) => {
    const { value, note } = answers.get(id) ?? {};
    if (!value) return '未回答';
    return note && value === 'not-applicable' ? `対象外（${note}）` : answerLabel(value, sheet.scale);
  };
  return (
    <Card title="あなたの答え">
      <Disclosure title={<span className="print:hidden">答えの一覧を見る</span>}>
        <Table
          caption={`${sheet.title}の答えの一覧`}
          rows={itemsOf(sheet)}
          rowKey={({ id }) => id}
          columns={[
            { key: 'id', title: '番号', short: true, cell: ({ id, label }) => label ?? id },
            { key: 'text', title: '設問', names: true, cell: ({ text }) => text },
            { key: 'answer', title: '答え', cell: answerText },
          ]}
        />
      </Disclosure>
    </Card>
  );
}
