import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';

/** About what two lines hold. */
const twoLines = 88;

type MatterProps = { readonly text: string; readonly title: string; readonly quiet?: boolean };

/** What has to be known to decide something: two lines at first, the rest one press away. */
export function Matter({ text, title, quiet = false }: MatterProps) {
  const [whole, setWhole] = useState(false);
  const isLong = text.length > twoLines || text.includes('\n');
  const look = quiet ? 'text-help text-solid-gray-700' : 'measure';
  return (
    <div className="mt-1">
      <p className={`${look} whitespace-pre-line print:line-clamp-none ${isLong && !whole ? 'line-clamp-2' : ''}`}>
        {text}
      </p>
      {isLong && !whole && (
        <Button
          look="quiet"
          size="small"
          flush="start"
          onPress={() => setWhole(true)}
          label={`「${title}」の続きを読む`}
        >
          続きを読む
        </Button>
      )}
    </div>
  );
}
