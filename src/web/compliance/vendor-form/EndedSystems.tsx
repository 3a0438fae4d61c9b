import { useMutation, useQueryClient } from '@tanstack/react-query';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { notify } from '#web/ui/notify.ts';
import { compliance, type ShownSystem, vendorSystemsQuery } from '../calls.ts';
import { EarlierForms } from './EarlierForms.tsx';
import { EnterButton } from './EnterButton.tsx';

type EndedSystemsProps = {
  readonly facilityId: string;
  readonly systems: readonly ShownSystem[];
  readonly edits: boolean;
};

/** Systems that are no longer in use, with the forms they had. */
export function EndedSystems({ facilityId, systems, edits }: EndedSystemsProps) {
  return (
    <Disclosure title={`使い終わったシステム ${systems.length}`} level={2}>
      <ul className="rounded-12 border border-solid-gray-100 bg-white px-4 sm:px-5">
        {systems.map((system) => (
          <EndedRow key={system.id} {...{ facilityId, system, edits }} />
        ))}
      </ul>
    </Disclosure>
  );
}

type EndedRowProps = { readonly facilityId: string; readonly system: ShownSystem; readonly edits: boolean };

function EndedRow({ facilityId, system, edits }: EndedRowProps) {
  const { vendor, system: name, endedAt, earlier, form } = system;
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0">
      <div className="min-w-0 flex-1 basis-72">
        <h3>{name}</h3>
        <p className="text-help text-solid-gray-700">
          {vendor}・{endedAt && `${japaneseDate(new Date(endedAt))}まで`}
        </p>
        <EarlierForms {...{ facilityId, earlier }} />
      </div>
      <div className="flex flex-wrap gap-2">
        {form && <EnterButton {...{ facilityId, system, edits: false }} />}
        {edits && <Resume {...{ facilityId, system }} />}
      </div>
    </li>
  );
}

function Resume({ facilityId, system }: Omit<EndedRowProps, 'edits'>) {
  const client = useQueryClient();
  const { id: systemId, vendor, system: name, contact, email, revision } = system;
  const { mutate, isPending } = useMutation(
    compliance.editVendorSystem.mutationOptions({
      onSuccess: () => notify(`「${name}」を、使っている一覧に戻しました。`),
      onError: (error) => notify(`戻せませんでした。${refusalWords(error)}`),
      onSettled: () => client.invalidateQueries({ queryKey: vendorSystemsQuery(facilityId).queryKey }),
    }),
  );
  return (
    <Button
      size="small"
      label={`${name}を、使っている一覧に戻す`}
      pending={isPending ? '戻しています' : undefined}
      onPress={() => mutate({ facilityId, systemId, vendor, system: name, contact, email, revision, ended: false })}
    >
      使っている一覧に戻す
    </Button>
  );
}
