import { useMemo, useState } from 'react';
import type { Sheet } from '#core/catalogue/sheet.ts';
import type { PlanWishInput } from '#core/plan/contract.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Form } from '#web/ui/Form.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { emptyWish, type WishDraft, wishOf } from './wish-draft.ts';

const goals = [
  { value: 'weakest', label: 'いちばん低い分野を、できるだけ上げる', help: '予算と人日の中で選びます。' },
  {
    value: 'level2',
    label: '目標に届く、いちばん安い組み合わせ',
    help: 'すべての分野を1.5より上に、院内ネットワークをレベル2にします。',
  },
] as const;

type WishFormProps = {
  readonly sheet: Sheet;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onAsk: (wish: PlanWishInput) => void;
};

/** What the facility has for the year, what it wants, and what it cannot do. */
export function WishForm({ sheet, pending, error, onAsk }: WishFormProps) {
  const [draft, setDraft] = useState(emptyWish);
  const [missing, setMissing] = useState<FieldFaults>({});
  // The same object until the next attempt: the form puts the cursor anew on the faults of each new one.
  const faults = useMemo(() => ({ ...fieldFaults(error), ...missing }), [error, missing]);
  const change = (next: Partial<WishDraft>) => setDraft({ ...draft, ...next });
  const send = () => {
    const read = wishOf(draft);
    setMissing('faults' in read ? read.faults : {});
    if ('wish' in read && !pending) onAsk(read.wish);
  };
  return (
    <Card title="この1年に使えるもの">
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={error} title="計画を立てられませんでした。" fields={['budget', 'personDays']} />
        <TextField
          label="予算（円）"
          name="budget"
          required
          help="1年目に使えるお金の合計です。例: 500000、50万"
          value={draft.budget}
          onChange={(budget) => change({ budget })}
          error={faults.budget}
        />
        <TextField
          label="手間（人日）"
          name="personDays"
          required
          help="1年目に使える、全員の時間の合計です。1人が1日かければ1人日です。例: 40"
          value={draft.personDays}
          onChange={(personDays) => change({ personDays })}
          error={faults.personDays}
        />
        <RadioGroup label="目標" options={goals} value={draft.goal} onChange={(goal) => change({ goal })} />
        <Unwanted sheet={sheet} value={draft.excluded} onChange={(excluded) => change({ excluded })} />
        <div>
          <Button type="submit" look="primary" pending={pending ? '選んでいます…' : undefined}>
            対策を選ぶ
          </Button>
        </div>
      </Form>
    </Card>
  );
}

type UnwantedProps = {
  readonly sheet: Sheet;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
};

function Unwanted({ sheet, value, onChange }: UnwantedProps) {
  return (
    <Disclosure title={`できない対策を除く（${value.length}件）`} printedAsSeen>
      <div className="flex flex-col gap-4">
        {sheet.areas
          .filter(({ measures }) => measures.length > 0)
          .map(({ id, title, measures }) => {
            const own = new Set(measures.map((measure) => measure.id));
            return (
              <CheckboxGroup
                key={id}
                label={title}
                value={value.filter((one) => own.has(one))}
                onChange={(chosen) => onChange([...value.filter((one) => !own.has(one)), ...chosen])}
              >
                {measures.map((measure) => (
                  <Checkbox key={measure.id} value={measure.id}>
                    {measure.title}
                  </Checkbox>
                ))}
              </CheckboxGroup>
            );
          })}
      </div>
    </Disclosure>
  );
}
