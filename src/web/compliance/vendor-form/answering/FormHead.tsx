import { japaneseDate, yearTitle } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import type { OpenedFormView } from './link-calls.ts';

/** Who asks whom about which system, until when. */
export function FormHead({ form }: { readonly form: OpenedFormView }) {
  const lines = [
    ['頼んだ医療機関', form.facilityName],
    ['事業者', form.vendor],
    ['システム', form.system],
    ['ご担当', form.contact],
    ['年度', yearTitle(form.fiscalYear)],
    ['リンクの期限', japaneseDate(new Date(form.expiresAt))],
  ] as const;
  return (
    <Card>
      <dl className="grid gap-x-6 gap-y-1 text-help sm:grid-cols-2">
        {lines.map(([title, words]) => (
          <div key={title} className="flex gap-3">
            <dt className="w-28 shrink-0 text-solid-gray-700">{title}</dt>
            <dd className="min-w-0 font-700 break-words">{words}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
