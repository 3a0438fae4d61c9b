import { Button } from 'react-aria-components/Button';
import { Icon } from '#web/ui/Icon.tsx';
import { type Kind, kinds, kindTitles } from './self-check.ts';

const words: Readonly<Record<Kind, string>> = {
  clinic: '医科・歯科。有床（19床以下）も',
  pharmacy: '保険薬局',
  'care-facility': '入所・通所・訪問の事業所',
};

/** The three kinds of facility, large enough to be hit without aiming. */
export function KindCards({ onChoose }: { readonly onChoose: (kind: Kind) => void }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-3">
      {kinds.map((kind) => (
        <li key={kind}>
          <Button
            onPress={() => onChoose(kind)}
            className="flex min-h-20 w-full items-center justify-between gap-3 rounded-12 border border-blue-900 bg-white px-5 py-4 text-left text-blue-900 hover:bg-blue-50 pressed:bg-blue-100"
          >
            <span>
              <span className="block text-[1.25rem]/[1.5] font-700">{kindTitles[kind]}</span>
              <span className="text-help text-solid-gray-700">{words[kind]}</span>
            </span>
            <Icon name="forward" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
