import { useQueryClient } from '@tanstack/react-query';
import { webhooks } from './queries.ts';

/** Reads receivers and deliveries anew, also after a refusal: then somebody else was first. */
export function useAnew() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: webhooks.list.key() });
    await client.invalidateQueries({ queryKey: webhooks.deliveries.key() });
  };
}
