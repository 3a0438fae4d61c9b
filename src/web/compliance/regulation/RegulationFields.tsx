import { useQuery } from '@tanstack/react-query';
import { regulationKinds } from '#core/catalogue/template.ts';
import { type RegulationEdit, regulationKindTitles } from '#core/compliance/regulation/regulation.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import { clausesQuery } from '../calls.ts';

type RegulationFieldsProps = {
  readonly facilityId: string;
  readonly edit: RegulationEdit;
  readonly faults: FieldFaults;
  readonly added: boolean;
  readonly change: (next: Partial<RegulationEdit>) => void;
};

/** What a document is: kind, name, the clauses it proves, the day it is looked over. */
export function RegulationFields({ facilityId, edit, faults, added, change }: RegulationFieldsProps) {
  return (
    <>
      <Select
        label="種類"
        name="kind"
        options={regulationKinds.map((kind) => ({ value: kind, label: regulationKindTitles[kind] }))}
        value={edit.kind}
        onChange={(kind) => change({ kind })}
        error={faults.kind}
      />
      <TextField
        label="文書の名前"
        name="title"
        required
        maxLength={120}
        value={edit.title}
        onChange={(title) => change({ title })}
        error={faults.title}
      />
      <Clauses {...{ facilityId, clauseIds: edit.clauseIds }} change={(clauseIds) => change({ clauseIds })} />
      <TextField
        label="見直しの期限"
        name="reviewOn"
        type="date"
        help="年に1回が目安です。過ぎると、一覧に印が付きます。"
        value={edit.reviewOn ?? ''}
        onChange={(reviewOn) => change({ reviewOn: reviewOn || null })}
        error={faults.reviewOn}
      />
      {!added && (
        <Checkbox checked={edit.withdrawn} onChange={(withdrawn) => change({ withdrawn })}>
          使うのをやめた文書にする（版は残ります）
        </Checkbox>
      )}
    </>
  );
}

type ClausesProps = {
  readonly facilityId: string;
  readonly clauseIds: readonly string[];
  readonly change: (clauseIds: string[]) => void;
};

/** Clauses and chapters the document proves, chosen one after the other. */
function Clauses({ facilityId, clauseIds, change }: ClausesProps) {
  const { data } = useQuery(clausesQuery(facilityId));
  const lines = (data?.parts ?? []).flatMap(({ clauses }) => clauses);
  const words = new Map(lines.map(({ id, part, label, text }) => [id, `${part.title} ${label} ${text}`]));
  const left = lines.filter(({ id }) => !clauseIds.includes(id));
  return (
    <div className="flex flex-col gap-2">
      <Select
        label="証跡になる条項"
        help="選ぶと、その条項のページにこの文書が出ます。いくつでも選べます。"
        options={left.map(({ id }) => ({ value: id, label: words.get(id) ?? id }))}
        value={null}
        placeholder="条項を選んで加えてください"
        onChange={(id) => change([...clauseIds, id])}
      />
      <ul className="flex flex-col gap-1">
        {clauseIds.map((id) => (
          <li key={id} className="flex items-center justify-between gap-3">
            <span className="measure text-help">{unbroken(words.get(id) ?? id)}</span>
            <Button
              size="small"
              label={`「${words.get(id) ?? id}」を外す`}
              onPress={() => change(clauseIds.filter((other) => other !== id))}
            >
              外す
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
