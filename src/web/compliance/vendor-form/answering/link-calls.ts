import { compliance } from '../../calls.ts';

/** The form a secret leads to. */
export const openedFormQuery = (token: string) =>
  compliance.openVendorForm.queryOptions({ input: { token }, retry: false, staleTime: Number.POSITIVE_INFINITY });

export type OpenedFormView = Awaited<ReturnType<typeof compliance.openVendorForm.call>>;
export type LinkAnswerView = OpenedFormView['answers'][number];
