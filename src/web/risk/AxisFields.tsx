import type { FieldFaults } from '#web/platform/refusal.ts';
import { Card } from '#web/ui/Card.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { emptyImpact, emptyLevel, type ImpactDraft, resized } from './criteria-draft.ts';
import type { CriteriaPartProps } from './criteria-part.ts';

const counts = ['3', '4', '5'].map((value) => ({ value, label: `${value}段` }));
const changedAt = <Level,>(levels: readonly Level[], place: number, next: Partial<Level>): readonly Level[] =>
  levels.map((level, index) => (index === place ? { ...level, ...next } : level));

/** The levels of likelihood, the lowest first. */
export function LikelihoodFields({ draft, faults, change }: CriteriaPartProps) {
  const levels = draft.likelihood;
  return (
    <Card title="起こりやすさ" aside="1がいちばん低い">
      <Count
        label="起こりやすさの段の数"
        value={levels.length}
        onChange={(count) => change({ likelihood: resized(levels, count, emptyLevel) })}
      />
      <AxisFault words={faults.likelihood} />
      <ol className="flex flex-col gap-4">
        {levels.map((level, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place on the scale
          <li key={place} className="grid items-start gap-3 sm:grid-cols-[10rem_1fr]">
            <Words
              {...{ axis: 'likelihood', title: '起こりやすさ', place, level, faults }}
              change={(next) => change({ likelihood: changedAt(levels, place, next) })}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}

const numbers = [
  ['hours', '止まる時間（何時間から）'],
  ['patients', '影響する患者（何人から）'],
  ['leaked', '情報が漏れる人（何人から）'],
] as const;

/** The levels of impact, the lowest first, each with the numbers it begins at. */
export function ImpactFields({ draft, faults, change }: CriteriaPartProps) {
  const levels = draft.impact;
  const set = (place: number) => (next: Partial<ImpactDraft>) => change({ impact: changedAt(levels, place, next) });
  return (
    <Card title="影響の大きさ" aside="1がいちばん小さい">
      <Count
        label="影響の大きさの段の数"
        value={levels.length}
        onChange={(count) => change({ impact: resized(levels, count, emptyImpact) })}
      />
      <p className="measure mb-3 text-help text-solid-gray-700">
        数を入れておくと、リスクに書いた影響から、目安の段が出ます。どれか1つでも届けば、その段です。
      </p>
      <AxisFault words={faults.impact} />
      <ol className="flex flex-col gap-6">
        {levels.map((level, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place on the scale
            key={place}
            className="flex flex-col gap-3 border-t border-solid-gray-100 pt-4 first:border-t-0 first:pt-0"
          >
            <div className="grid items-start gap-3 sm:grid-cols-[10rem_1fr]">
              <Words {...{ axis: 'impact', title: '影響', place, level, faults }} change={set(place)} />
            </div>
            <div className="grid items-start gap-3 sm:grid-cols-3">
              {numbers.map(([key, label]) => (
                <TextField
                  key={key}
                  label={label}
                  name={`impact.${place}.${key}`}
                  value={level[key]}
                  onChange={(value) => set(place)({ [key]: value })}
                  error={faults[`impact.${place}.${key}`]}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

type CountProps = { readonly label: string; readonly value: number; readonly onChange: (count: number) => void };

function Count({ label, value, onChange }: CountProps) {
  return (
    <div className="mb-3">
      <RadioGroup
        label={label}
        inline
        options={counts}
        value={String(value)}
        onChange={(count) => onChange(Number(count))}
      />
    </div>
  );
}

const AxisFault = ({ words }: { readonly words: string | undefined }) =>
  words === undefined ? null : (
    <p role="alert" className="mb-3 font-700 text-red-900">
      {words}
    </p>
  );

type WordsProps = {
  readonly axis: string;
  readonly title: string;
  readonly place: number;
  readonly level: { readonly title: string; readonly meaning: string };
  readonly faults: FieldFaults;
  readonly change: (next: { readonly title?: string; readonly meaning?: string }) => void;
};

function Words({ axis, title, place, level, faults, change }: WordsProps) {
  return (
    <>
      <TextField
        label={`${title} ${place + 1}の名前`}
        name={`${axis}.${place}.title`}
        maxLength={12}
        value={level.title}
        onChange={(words) => change({ title: words })}
        error={faults[`${axis}.${place}.title`]}
      />
      <TextField
        label={`${title} ${place + 1}の意味`}
        name={`${axis}.${place}.meaning`}
        maxLength={120}
        value={level.meaning}
        onChange={(meaning) => change({ meaning })}
        error={faults[`${axis}.${place}.meaning`]}
      />
    </>
  );
}
