import { useState } from 'react';
import { Button } from './Button.tsx';

type CopyButtonProps = { readonly text: string; readonly children: string; readonly primary?: boolean };

/** Puts a text on the clipboard and says whether it arrived there. */
export function CopyButton({ text, children, primary = false }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button look={primary ? 'primary' : 'secondary'} size={primary ? 'normal' : 'small'} onPress={copy}>
        {children}
      </Button>
      <span role="status" className="text-help text-solid-gray-800">
        {state === 'done' && '写しました。貼り付けられます。'}
        {state === 'failed' && '写せませんでした。文字を選んで写してください。'}
      </span>
    </div>
  );
}
