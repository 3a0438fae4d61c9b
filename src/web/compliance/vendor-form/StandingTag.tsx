import { type FormStanding, standingTitles } from '#core/compliance/vendor-form/form-standing.ts';
import { Tag } from '#web/ui/Tag.tsx';

const tones = {
  'not-asked': 'plain',
  asked: 'now',
  answering: 'now',
  answered: 'done',
  expired: 'attention',
} as const;

/** How the form of a vendor stands, in words. */
export function StandingTag({ standing }: { readonly standing: FormStanding }) {
  return (
    <Tag tone={tones[standing]}>
      {standing === 'answered' && '✓ '}
      {standingTitles[standing]}
    </Tag>
  );
}
