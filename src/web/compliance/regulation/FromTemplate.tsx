import { useQuery } from '@tanstack/react-query';
import type { RegulationKind, Template } from '#core/catalogue/template.ts';
import { templateSizeOf, templateSizeTitles } from '#core/compliance/regulation/template-size.ts';
import { templatesQuery } from '#web/catalogue/index.ts';
import { profileQuery } from '#web/organisation/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';

type FromTemplateProps = {
  readonly facilityId: string;
  readonly kind: RegulationKind;
  readonly onTake: (body: string) => void;
};

/** Short texts to begin from, the one of the facility's size in sight, with what to beware of. */
export function FromTemplate({ facilityId, kind, onTake }: FromTemplateProps) {
  const { data: templates = [] } = useQuery(templatesQuery());
  const { data: profile, isPending } = useQuery(profileQuery(facilityId));
  const size = profile && templateSizeOf(profile.type, profile.beds);
  const fitting = templates.filter((template) => template.kind === kind);
  const own = fitting.filter((template) => template.size === size);
  const others = fitting.filter((template) => !own.includes(template));
  if (fitting.length === 0 || isPending) return null;
  return (
    <Callout tone="note" title="文案から始められます。">
      <p>
        実際と合わない文案をそのまま使うと、かえって危なくなります。細かすぎる規程は、負担が増えるだけで守られません。していないことは消し、「＿＿」を埋めてください。
      </p>
      <p>入れると、今の本文に代わります。{fitting[0]?.note}</p>
      <Texts templates={own} onTake={onTake} />
      {others.length > 0 && (
        <Disclosure title="ほかの大きさの文案" openAtFirst={own.length === 0}>
          <Texts templates={others} onTake={onTake} />
        </Disclosure>
      )}
    </Callout>
  );
}

type TextsProps = {
  readonly templates: readonly Pick<Template, 'id' | 'size' | 'body'>[];
  readonly onTake: (body: string) => void;
};

function Texts({ templates, onTake }: TextsProps) {
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {templates.map(({ id, size, body }) => (
        <Button key={id} size="small" onPress={() => onTake(body)}>
          {templateSizeTitles[size]}の文案を入れる
        </Button>
      ))}
    </div>
  );
}
