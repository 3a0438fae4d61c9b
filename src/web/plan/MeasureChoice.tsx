import type { Sheet } from '#core/catalogue/sheet.ts';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { FaultWords } from '#web/ui/field-parts.tsx';

type MeasureChoiceProps = {
  readonly title: string;
  readonly sheet: Sheet;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly error?: string | undefined;
};

/** Measures of the sheet to tick, by area, folded away until somebody has some to name. */
export function MeasureChoice({ title, sheet, value, onChange, error }: MeasureChoiceProps) {
  return (
    <div>
      {error && (
        <div className="mt-3">
          <FaultWords error={error} />
        </div>
      )}
      <Disclosure title={`${title}（${value.length}件）`} printedAsSeen>
        <div className="flex flex-col pl-5">
          {sheet.areas
            .filter(({ measures }) => measures.length > 0)
            .map((area) => (
              <OfArea key={area.id} {...{ area, value, onChange }} />
            ))}
        </div>
      </Disclosure>
    </div>
  );
}

type OfAreaProps = Pick<MeasureChoiceProps, 'value' | 'onChange'> & { readonly area: Sheet['areas'][number] };

function OfArea({ area: { title, measures }, value, onChange }: OfAreaProps) {
  const own = new Set(measures.map(({ id }) => id));
  const chosen = value.filter((one) => own.has(one));
  const count = chosen.length > 0 ? `${measures.length}件のうち${chosen.length}件を選択` : `${measures.length}件`;
  return (
    <Disclosure title={`${title}（${count}）`} level={4} openAtFirst={chosen.length > 0} printedAsSeen>
      <div className="pb-2 pl-5">
        <CheckboxGroup
          label={`${title}の対策`}
          labelHidden
          value={chosen}
          onChange={(next) => onChange([...value.filter((one) => !own.has(one)), ...next])}
        >
          {measures.map((measure) => (
            <Checkbox key={measure.id} value={measure.id}>
              {measure.title}
            </Checkbox>
          ))}
        </CheckboxGroup>
      </div>
    </Disclosure>
  );
}
