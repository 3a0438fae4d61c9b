import { queryOptions } from '@tanstack/react-query';
import { type ApiDocument, groupsOf } from '#core/app/api-docs/document.ts';

/** The API document of this server, put in order for the page. */
export const apiDocsQuery = queryOptions({
  queryKey: ['api-docs'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => {
    const response = await fetch('/api/v1/openapi.json');
    if (!response.ok) throw new Error(`the API document: ${response.status}`);
    const document = (await response.json()) as ApiDocument;
    return { groups: groupsOf(document), schemas: document.components?.schemas ?? {} };
  },
});
