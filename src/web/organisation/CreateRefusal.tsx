import { ORPCError } from '@orpc/client';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { placeFields } from './PlaceFields.tsx';

const newFacilityFields = [...placeFields, 'type', 'beds', 'code'];

function holderOfCode(error: unknown): string | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'organisation/code-taken') return undefined;
  return (error.data as { readonly facilityId?: string }).facilityId;
}

/** Why a facility was not made; where its code is taken, the way to the facility that has it. */
export function CreateRefusal({ error }: { readonly error: unknown }) {
  const holder = holderOfCode(error);
  if (!holder) return <RefusalNote error={error} title="施設を作れませんでした" fields={newFacilityFields} />;
  return (
    <Callout
      tone="attention"
      announce
      title="このコードの施設は、すでに台帳にあります"
      action={<ButtonLink href={`/admin/register/${holder}`}>その施設を見る</ButtonLink>}
    >
      コードを確かめてください。同じ施設なら、その施設の利用を始めます。
    </Callout>
  );
}
