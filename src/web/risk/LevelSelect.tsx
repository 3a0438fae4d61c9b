import type { Level } from '#core/risk/criteria.ts';
import { Select } from '#web/ui/Select.tsx';

type LevelSelectProps = {
  readonly label: string;
  readonly help?: string | undefined;
  readonly levels: readonly Level[];
  /** Counted from 1. */
  readonly value: number | null;
  readonly onChange: (level: number) => void;
  readonly error: string | undefined;
};

/** A level of an axis, each with what it means. */
export function LevelSelect({ label, help, levels, value, onChange, error }: LevelSelectProps) {
  const options = levels.map(({ title, meaning }, index) => ({
    value: String(index + 1),
    label: `${index + 1} ${title}${meaning === '' ? '' : `：${meaning}`}`,
  }));
  return (
    <Select
      label={label}
      required
      options={options}
      value={value === null ? null : String(value)}
      onChange={(level) => onChange(Number(level))}
      error={error}
      {...(help !== undefined && { help })}
    />
  );
}
