import { useQuery } from '@tanstack/react-query';
import { identity } from './queries.ts';

const mailQuery = () => identity.mail.queryOptions({ staleTime: Number.POSITIVE_INFINITY });

/** Whether this Mamori can send mail; undefined until that is known. Where it cannot be asked, nothing of mail is shown. */
export function useMail(): boolean | undefined {
  const { data, isError } = useQuery(mailQuery());
  return isError ? false : data?.offered;
}
