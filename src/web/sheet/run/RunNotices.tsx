import { itemsOf } from '#core/catalogue/sheet.ts';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { useAnswering } from '../answering.ts';

const loadSubmitted = ahead(async () => (await import('./SubmittedNote.tsx')).SubmittedNote);
const loadNewerVersion = ahead(async () => (await import('./NewerVersion.tsx')).NewerVersion);

/** What holds for the whole run now: submitted, or only to be read. */
export function RunNotices() {
  const { run } = useAnswering();
  return (
    <>
      {run.status === 'submitted' ? <Late load={loadSubmitted} props={{}} /> : <Rights />}
      {run.newerVersion !== null && <Late load={loadNewerVersion} props={{ version: run.newerVersion }} />}
      <Gate />
    </>
  );
}

function Gate() {
  const { sheet, standings } = useAnswering();
  if (![...(standings.setAside?.values() ?? [])].includes('gate')) return null;
  const gate = itemsOf(sheet).find(({ id }) => id === sheet.gate);
  return (
    <Callout tone="note" title="ほかの項目は記入が要りません">
      はじめの問い「{gate?.text}」が「いいえ」のためです。このまま提出できます。
    </Callout>
  );
}

function Rights() {
  const { may, purpose } = useAnswering().run;
  const { answer } = may;
  if (answer === 'all' || answer.length > 0) return null;
  return (
    <Callout tone="note" title="あなたは見るだけです">
      {purpose === 'audit'
        ? 'あなたが監査する分野は、この監査にありません。'
        : 'あなたの役割では、この点検の回答を変えられません。'}
    </Callout>
  );
}
