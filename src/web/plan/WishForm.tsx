import { useMemo, useState } from 'react';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { fiscalYearOf, quarterOf, yearTitle } from '#core/kernel/fiscal-year.ts';
import { rolesOf } from '#core/plan/problem.ts';
import type { PlanWishInput } from '#core/plan/wish.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form, useStandingFault } from '#web/ui/Form.tsx';
import { FaultWords } from '#web/ui/field-parts.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { MeasureChoice } from './MeasureChoice.tsx';
import { RecurringNote } from './RecurringNote.tsx';
import { RoleTimes } from './RoleTimes.tsx';
import { measureTitleOf, type WishDraft, wishOf } from './wish-draft.ts';

const goals = [
  { value: 'weakest', label: 'いちばん低い分野を、できるだけ上げる', help: '予算と手間の中で選びます。' },
  {
    value: 'level2',
    label: '目標に届く、いちばん安い組み合わせ',
    help: 'すべての分野を1.5より上に、院内ネットワークをレベル2にします。',
  },
] as const;

const networkGoals = [
  { value: 'weakest', label: 'レベルを、できるだけ上げる', help: '予算と手間の中で選びます。' },
  { value: 'level2', label: 'レベル2に届く、いちばん安い組み合わせ', help: '院内ネットワークをレベル2にします。' },
] as const;

const yearChoices = (current: number) =>
  [current, current + 1].map((year) => ({
    value: String(year),
    label: `${yearTitle(year)}${year === current ? '（今年度の残り）' : ''}`,
  }));

/** Those who carry out measures of the sheet, each once. */
const rolesIn = (sheet: Sheet) => [...new Set(sheet.areas.flatMap(({ measures }) => measures.flatMap(rolesOf)))];

type WishFormProps = {
  readonly facilityId: string;
  readonly sheet: Sheet;
  /** Whether areas have scores that can be raised, beside the level of the network. */
  readonly scored: boolean;
  readonly draft: WishDraft;
  readonly onChange: (draft: WishDraft) => void;
  /** The fields hold what was asked before. */
  readonly isKept: boolean;
  readonly pending: boolean;
  /** A plan for just this is shown below: the next step is there. */
  readonly planned: boolean;
  readonly error: Error | null;
  readonly onAsk: (wish: PlanWishInput) => void;
};

/** What the facility has for the year, what it wants, and what it cannot do. */
export function WishForm({
  facilityId,
  sheet,
  scored,
  draft,
  onChange,
  isKept,
  pending,
  planned,
  error,
  onAsk,
}: WishFormProps) {
  const [missing, setMissing] = useState<FieldFaults>({});
  // The same object until the next attempt: the form puts the cursor anew on the faults of each new one.
  const faults = useMemo(() => ({ ...fieldFaults(error), ...missing }), [error, missing]);
  const send = () => {
    const read = wishOf(draft, measureTitleOf(sheet));
    setMissing('faults' in read ? read.faults : {});
    if ('wish' in read && !pending) onAsk(read.wish);
  };
  const fields = {
    sheet,
    goals: scored ? goals : networkGoals,
    current: fiscalYearOf(new Date()),
    draft,
    faults,
    change: (next: Partial<WishDraft>) => onChange({ ...draft, ...next }),
  };
  return (
    <Card title="この1年に使えるもの" aside={isKept ? '前に使った条件を入れてあります' : undefined}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote
          error={error}
          title="計画を立てられませんでした"
          fields={['budget', 'personDays', 'begun', 'excluded']}
        />
        <Amounts {...fields} />
        <RecurringNote {...{ facilityId, sheet }} fiscalYear={draft.fiscalYear} excluded={draft.excluded} />
        <Limits {...fields} />
        {faults.begun && <FaultWords error="上の「もう始めた対策」に、直す所があります。" />}
        <div>
          <Button
            type="submit"
            look={planned ? 'secondary' : 'primary'}
            pending={pending ? '選んでいます…' : undefined}
          >
            対策を選ぶ
          </Button>
        </div>
      </Form>
    </Card>
  );
}

type FieldsProps = {
  readonly sheet: Sheet;
  readonly goals: typeof goals | typeof networkGoals;
  /** The fiscal year under way. */
  readonly current: number;
  readonly draft: WishDraft;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<WishDraft>) => void;
};

/** What everybody says: when, how much, for what. */
function Amounts({ goals: offered, current, draft, faults, change }: FieldsProps) {
  return (
    <>
      <RadioGroup
        label="いつの計画か"
        inline
        options={yearChoices(current)}
        value={String(draft.fiscalYear)}
        onChange={(year) => change({ fiscalYear: Number(year) })}
      />
      <TextField
        label="予算（円）"
        name="budget"
        narrow
        required
        help="1年目に使えるお金の合計です。例：500,000、50万"
        value={draft.budget}
        onChange={(budget) => change({ budget })}
        error={faults.budget}
      />
      <TextField
        label="手間（人日）"
        name="personDays"
        narrow
        required
        help="1年目に使える、全員の時間の合計です。1人が1日かければ1人日です。例：40"
        value={draft.personDays}
        onChange={(personDays) => change({ personDays })}
        error={faults.personDays}
      />
      <RadioGroup label="目標" options={offered} value={draft.goal} onChange={(goal) => change({ goal })} />
    </>
  );
}

/** What only some say, folded away until then. */
function Limits({ sheet, current, draft, faults, change }: FieldsProps) {
  // A measure in both lists can be taken out of either.
  const begunFault = useStandingFault(faults.begun, [...draft.begun, '', ...draft.excluded].join());
  return (
    <div>
      <RoleTimes
        known={rolesIn(sheet)}
        from={draft.fiscalYear > current ? 1 : quarterOf(new Date())}
        value={draft.roles}
        onChange={(roles) => change({ roles })}
        faults={faults}
      />
      <MeasureChoice
        title="もう始めた対策（必ず計画に入れる）"
        sheet={sheet}
        value={draft.begun}
        onChange={(begun) => change({ begun })}
        error={begunFault}
      />
      <MeasureChoice
        title="できない対策を除く"
        sheet={sheet}
        value={draft.excluded}
        onChange={(excluded) => change({ excluded })}
        error={faults.excluded}
      />
    </div>
  );
}
