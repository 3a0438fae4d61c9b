import { vendorWords } from '#core/compliance/form-document.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ChecklistView } from './calls.ts';

type VendorFormsProps = { readonly facilityId: string; readonly vendors: NonNullable<ChecklistView['vendors']> };

/** What vendors answered in their forms this year; 「未回答」 is told apart from いいえ. */
export function VendorForms({ facilityId, vendors }: VendorFormsProps) {
  const { withoutVendor, systems, answered, unanswered, late } = vendors;
  return (
    <Card title="事業者の様式" aside="事業者確認用">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="flex flex-wrap items-center gap-2 text-help tabular-nums">
          {vendorWords(vendors)}
          {!withoutVendor && unanswered > 0 && <Tag tone="attention">事業者が未回答 {unanswered}</Tag>}
          {systems > 0 && answered === systems && <Tag tone="done">✓ すべて回答済み</Tag>}
          {late > 0 && <Tag tone="danger">目標日を過ぎた項目 {late}</Tag>}
        </p>
        <ButtonLink size="small" href={`/facilities/${facilityId}/compliance/vendor-forms`}>
          事業者の様式を見る
        </ButtonLink>
      </div>
    </Card>
  );
}
