import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { refusalCode } from '#web/platform/refusal.ts';
import { Callout } from '#web/ui/Callout.tsx';

type Words = { readonly title: string; readonly next: string };

const cutShort: Words = {
  title: 'このリンクは使えません。',
  next: '文字の一部が欠けていないか確かめて、受け取ったリンクから開き直してください。',
};
const kept = 'これまでに保存した回答は、医療機関に残っています。';
const closed: Readonly<Record<string, Words>> = {
  'compliance/link-unknown': cutShort,
  'input-not-valid': cutShort,
  'compliance/link-ended': {
    title: 'このリンクは取り消されました。',
    next: `医療機関が取り消したか、新しいリンクに替えました。頼まれた医療機関に確かめてください。${kept}`,
  },
  'compliance/link-expired': {
    title: 'このリンクは期限が切れました。',
    next: `続きを記入するには、頼まれた医療機関に新しいリンクを頼んでください。${kept}`,
  },
};

/** Why the link opens nothing, and what to do. */
export function ClosedLink({ error }: { readonly error: unknown }) {
  const words = closed[refusalCode(error) ?? ''];
  if (!words) return <RefusalNote error={error} title="様式を開けませんでした" />;
  return (
    <Callout tone="attention" announce title={words.title}>
      {words.next}
    </Callout>
  );
}
