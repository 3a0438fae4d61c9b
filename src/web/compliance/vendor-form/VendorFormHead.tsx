import { useQuery } from '@tanstack/react-query';
import { may } from '#core/identity/role.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { useAnswering } from '#web/sheet/index.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { type ShownSystem, vendorSystemsQuery } from '../calls.ts';

/** Above the items of a vendor's form: whose system it is about, and what came from the vendor. */
export function VendorFormHead() {
  const { path, run, person } = useAnswering();
  const enabled = run.sheetId === 'checklist-vendor' && may(person.roles, 'result.read');
  const { data } = useQuery({ ...vendorSystemsQuery(path.facilityId), enabled });
  const isOfRun = ({ form, earlier }: ShownSystem) =>
    form?.runId === path.runId || earlier.some(({ runId }) => runId === path.runId);
  const system = data?.systems.find(isOfRun);
  if (!system) return null;
  const { vendor, system: name, contact, form } = system;
  return (
    <Callout tone="note" title={`${vendor}の「${name}」についての様式です。`}>
      {form?.runId === path.runId && run.status === 'open' && (
        <p>
          {openWords(form.sentAt, contact)}
          <strong>ここに書いたメモは、リンクから記入する事業者にも見えます。</strong>
          院内だけのことは書かないでください。
        </p>
      )}
    </Callout>
  );
}

function openWords(sentAt: string | null, contact: string): string {
  if (sentAt === null) {
    return '事業者がリンクから答えたものも、紙で受け取って入れたものも、ここに並びます。';
  }
  return `${contact}さんが${japaneseDate(new Date(sentAt))}に回答を送りました。確かめて提出すると、事業者は直せなくなります。`;
}
