import type { TierSuggestion } from '#core/organisation/tier.ts';
import { Card } from '#web/ui/Card.tsx';

const tierWords = {
  '①': '地域や他の施設を導く立場',
  '②': '自分の施設を自分で守れる',
  '③': '他の施設や事業者の助けを借りて守る',
} as const;

/** The tier of the workforce proposal that type, beds and functions suggest; deciding it is the facility's. */
export function TierCard({ suggestion: { tier, reasons } }: { readonly suggestion: TierSuggestion }) {
  return (
    <Card title="人材の区分の目安" aside="案です。決めるのは施設です">
      <p className="flex flex-wrap items-center gap-x-3">
        {tier && <span className="text-figure leading-none text-blue-900">{tier}</span>}
        <span className="font-700">{tier ? tierWords[tier] : '今の情報からは、区分を示せません'}</span>
      </p>
      <ul className="measure mt-3 list-disc pl-5 text-help">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Card>
  );
}
