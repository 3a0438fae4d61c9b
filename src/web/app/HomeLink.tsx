import { useQueryClient } from '@tanstack/react-query';
import { landingOf, sessionQuery } from '#web/identity/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';

/** The way out of a page that cannot be shown: the own home for who is signed in, else the first page of the site. */
export function HomeLink({ primary = false }: { readonly primary?: boolean }) {
  const session = useQueryClient().getQueryData(sessionQuery().queryKey);
  return (
    <ButtonLink look={primary ? 'primary' : 'secondary'} href={session ? landingOf(session) : '/'}>
      {session ? 'ホームを開く' : '最初のページを開く'}
    </ButtonLink>
  );
}
