import { provisionGroundTitles } from '#core/compliance/patient/provision.ts';
import { may } from '#core/identity/role.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { EvidenceFiles } from '#web/evidence/index.tsx';
import { useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownProvision } from '../calls.ts';

type ProvisionLineProps = {
  readonly facilityId: string;
  readonly provision: ShownProvision;
  readonly onEdit: ((provision: ShownProvision) => void) | undefined;
};

/** One provision: to whom, what, on what ground, and the document that settles who answers for what. */
export function ProvisionLine({ facilityId, provision, onEdit }: ProvisionLineProps) {
  const { providedOn, recipient, content, ground, groundNote, agreement, writtenBy } = provision;
  return (
    <li className="border-t border-solid-gray-100 py-3 first:border-t-0">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <p className="measure break-words">
            <strong>{recipient}</strong>に、{content}
          </p>
          <p className="measure mt-1 text-help break-words">
            根拠：{provisionGroundTitles[ground]}
            {groundNote && `（${groundNote}）`}
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-2 text-help break-words">
            {agreement === '' ? <Tag tone="attention">責任範囲の書面なし</Tag> : `責任範囲の書面：${agreement}`}
          </p>
          <p className="mt-1 text-help text-solid-gray-700">
            {japaneseDay(providedOn)}・書いた人 {writtenBy.name}
          </p>
        </div>
        {onEdit && (
          <Button size="small" label={`記録を直す：${recipient}`} onPress={() => onEdit(provision)}>
            記録を直す
          </Button>
        )}
      </div>
      <Disclosure title={`書面のファイル（${recipient}・${japaneseDay(providedOn)}）`} printedAsSeen>
        <Files {...{ facilityId, provisionId: provision.id }} />
      </Disclosure>
    </li>
  );
}

function Files({ facilityId, provisionId }: { readonly facilityId: string; readonly provisionId: string }) {
  const { person, facilities } = useSession();
  const roles = facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const others = roles.filter((role) => role !== 'staff');
  return (
    <EvidenceFiles
      facilityId={facilityId}
      place={{ itemId: provisionId }}
      person={{ id: person.id, roles }}
      mayAdd={may(others, 'evidence.write')}
    />
  );
}
