import { webhookEventNames, webhookEvents } from '#core/app/webhook/webhook-event.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import type { WebhookDraft } from './webhook-draft.ts';

type WebhookFieldsProps = {
  readonly draft: WebhookDraft;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<WebhookDraft>) => void;
};

export function WebhookFields({ draft, faults, change }: WebhookFieldsProps) {
  return (
    <>
      <TextField
        label="受け取り先の名前"
        help="どのシステムに知らせるかを書きます（例：院内の情報基盤）。"
        required
        maxLength={100}
        value={draft.title}
        onChange={(title) => change({ title })}
        error={faults.title}
      />
      <TextField
        label="宛先（URL）"
        help="受け取る側のシステムの担当者に聞いてください。まもりを動かしている担当者が許した宛先だけが使えます。"
        required
        maxLength={500}
        value={draft.address}
        onChange={(address) => change({ address })}
        error={faults.address}
      />
      <CheckboxGroup
        label="知らせること"
        help="送るのは、何が起きたかと番号だけです。名前や回答は送りません。"
        required
        value={draft.events}
        onChange={(chosen) => change({ events: webhookEventNames.filter((name) => chosen.includes(name)) })}
        error={faults.events}
      >
        {webhookEventNames.map((name) => (
          <Checkbox key={name} value={name}>
            {webhookEvents[name].title}
          </Checkbox>
        ))}
      </CheckboxGroup>
    </>
  );
}
