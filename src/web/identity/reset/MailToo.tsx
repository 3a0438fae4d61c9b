import { Checkbox } from '#web/ui/Checkbox.tsx';
import { useMail } from '../use-mail.ts';

type MailTooProps = { readonly checked: boolean; readonly onChange: (checked: boolean) => void };

/** Whether the reset link goes to the registered address too; nothing where no mail is set up. */
export function MailToo({ checked, onChange }: MailTooProps) {
  if (!useMail()) return null;
  return (
    <Checkbox checked={checked} onChange={onChange}>
      本人が登録したメールアドレスにも送る
    </Checkbox>
  );
}
