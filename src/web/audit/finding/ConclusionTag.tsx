import { type Conclusion, conclusionTitles } from '#core/sheet/conclusion.ts';
import { Tag } from '#web/ui/Tag.tsx';

const tones = {
  conformity: 'plain',
  minor: 'attention',
  major: 'danger',
  observation: 'plain',
  'good-practice': 'done',
} as const;

/** What was concluded, in a word. */
export const ConclusionTag = ({ conclusion }: { readonly conclusion: Conclusion }) => (
  <Tag tone={tones[conclusion]}>{conclusionTitles[conclusion]}</Tag>
);
