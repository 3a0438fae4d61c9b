import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { unbroken } from './unbroken.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

type CalloutTone = 'note' | 'attention' | 'danger' | 'done';

const tones: Readonly<Record<CalloutTone, { readonly look: string; readonly icon: IconName; readonly word: string }>> =
  {
    note: { look: 'border-blue-200 bg-blue-50 text-blue-1000', icon: 'note', word: 'お知らせ' },
    attention: {
      look: 'border-orange-200 bg-attention-ground text-orange-1000',
      icon: 'attention',
      word: '確かめてください',
    },
    danger: { look: 'border-red-900 bg-red-50 text-red-1000', icon: 'danger', word: 'できませんでした' },
    done: { look: 'border-green-800 bg-green-50 text-green-900', icon: 'check', word: '済みました' },
  };

type CalloutProps = {
  readonly tone: CalloutTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Says itself to screen readers as it appears: after an act of the person, not on a page that opens with it. */
  readonly announce?: boolean;
};

export function Callout({ tone, title, children, action, announce = false }: CalloutProps) {
  const { look, icon, word } = tones[tone];
  return (
    <div
      {...(announce && { role: tone === 'danger' ? 'alert' : 'status' })}
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-12 border p-4 ${look}`}
    >
      <span className="pt-0.5">
        <Icon name={icon} />
        <VisuallyHidden>{word}</VisuallyHidden>
      </span>
      <div className="min-w-0 flex-1 basis-56 *:measure">
        {title && <p className="font-700">{unbroken(title)}</p>}
        {children && <div className="text-help text-solid-gray-900">{unbroken(children)}</div>}
      </div>
      {action && <div className="flex basis-full flex-wrap gap-2 sm:basis-auto">{action}</div>}
    </div>
  );
}
