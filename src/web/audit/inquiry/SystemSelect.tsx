import { Select } from '#web/ui/Select.tsx';

type SystemSelectProps = {
  readonly systems: readonly string[];
  /** Empty where it is about none. */
  readonly value: string;
  readonly onChange: (system: string) => void;
};

/** The system of the scope something is about; nothing to choose where no system is in scope. */
export function SystemSelect({ systems, value, onChange }: SystemSelectProps) {
  if (systems.length === 0) return null;
  const options = systems.map((system) => ({ value: system, label: system }));
  return (
    <Select
      label="システム"
      options={[{ value: '', label: 'どのシステムでもない' }, ...options]}
      value={value}
      onChange={onChange}
    />
  );
}
