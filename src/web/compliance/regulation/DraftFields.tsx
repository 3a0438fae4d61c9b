import type { Draft } from '#core/compliance/regulation/regulation.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { TextArea, TextField } from '#web/ui/TextField.tsx';

type DraftFieldsProps = {
  readonly draft: Draft;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<Draft>) => void;
};

/** The text of a version, what changed, and from when it holds. */
export function DraftFields({ draft, faults, change }: DraftFieldsProps) {
  return (
    <>
      <TextArea
        label="本文"
        name="body"
        rows={12}
        maxLength={20_000}
        help="ファイルだけの文書は、空のままにして、保存してから版にファイルを加えます。"
        value={draft.body}
        onChange={(body) => change({ body })}
        error={faults.body}
      />
      <TextArea
        label="前の版から変えたこと"
        name="changes"
        rows={2}
        required
        maxLength={1_000}
        value={draft.changes}
        onChange={(changes) => change({ changes })}
        error={faults.changes}
      />
      <TextField
        label="いつから使うか"
        name="validOn"
        type="date"
        required
        value={draft.validOn}
        onChange={(validOn) => change({ validOn })}
        error={faults.validOn}
      />
    </>
  );
}
