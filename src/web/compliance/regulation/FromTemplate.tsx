import { useQuery } from '@tanstack/react-query';
import type { RegulationKind } from '#core/catalogue/template.ts';
import { templateSizeOf, templateSizeTitles } from '#core/compliance/regulation/template-size.ts';
import { templatesQuery } from '#web/catalogue/index.ts';
import { profileQuery } from '#web/organisation/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';

type FromTemplateProps = {
  readonly facilityId: string;
  readonly kind: RegulationKind;
  readonly onTake: (body: string) => void;
};

/** Short texts to begin from, the one of the facility's size first, with what to beware of. */
export function FromTemplate({ facilityId, kind, onTake }: FromTemplateProps) {
  const { data: templates = [] } = useQuery(templatesQuery());
  const { data: profile } = useQuery(profileQuery(facilityId));
  const size = profile && templateSizeOf(profile.type, profile.beds);
  const fitting = templates
    .filter((template) => template.kind === kind)
    .toSorted((a, b) => Number(b.size === size) - Number(a.size === size));
  if (fitting.length === 0) return null;
  return (
    <Callout tone="note" title="文案から始められます。">
      <p>
        実際と合わない文案をそのまま使うと、かえって危なくなります。細かすぎる規程は、負担が増えるだけで守られません。していないことは消し、「＿＿」を埋めてください。
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {fitting.map((template) => (
          <Button key={template.id} size="small" onPress={() => onTake(template.body)}>
            {templateSizeTitles[template.size]}の文案を入れる
          </Button>
        ))}
      </div>
      <p className="mt-2">入れると、今の本文に代わります。{fitting[0]?.note}</p>
    </Callout>
  );
}
