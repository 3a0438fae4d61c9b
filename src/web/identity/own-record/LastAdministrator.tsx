import { ORPCError } from '@orpc/client';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';

type Place = { readonly kind: 'facility' | 'organisation' | 'system'; readonly id: string; readonly name: string };

const people = ({ kind, id }: Place) =>
  kind === 'facility' ? `/facilities/${id}/members` : `/organisations/${id}/members`;

/** Where somebody else must become administrator first, each with the way there. */
export function LastAdministrator({ error }: { readonly error: unknown }) {
  if (!(error instanceof ORPCError)) return null;
  const { places = [] } = error.data as { readonly places?: readonly Place[] };
  return (
    <Callout tone="danger" announce title="ほかに管理者がいない所があるため、消せません">
      <p>まだ何も消していません。次の所で、先にほかの人を管理者にしてください。</p>
      <ul className="mt-2 flex flex-col gap-2">
        {places.map((place) => (
          <li key={`${place.kind} ${place.id}`} className="flex flex-wrap items-center gap-3">
            {place.kind === 'system' ? (
              'まもり全体（動かしている担当者に、新しい管理者を頼んでください）'
            ) : (
              <>
                <span>{place.name}</span>
                <ButtonLink size="small" href={people(place)}>
                  {place.kind === 'facility' ? '職員と役割を開く' : '人と役割を開く'}
                </ButtonLink>
              </>
            )}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
