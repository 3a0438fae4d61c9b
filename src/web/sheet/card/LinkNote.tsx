import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { LinkTarget } from '#core/catalogue/contract.ts';

const box = 'measure max-w-[min(26rem,calc(100vw-2rem))] rounded-8 border border-solid-gray-300 bg-white p-3 shadow-2';

/** What a question rests on: its name in the line, its text on hover, focus and press. */
export function LinkNote({ target }: { readonly target: LinkTarget }) {
  const unsure = target.certainty !== 'primary';
  return (
    <TooltipTrigger delay={300} closeDelay={150}>
      <DialogTrigger>
        <Button className="min-h-11 rounded-4 text-left underline decoration-dotted underline-offset-4 hover:text-blue-900 sm:min-h-6">
          {target.label}
          {unsure && <span className="text-orange-1000">（要確認）</span>}
        </Button>
        <Popover placement="top start" className={box}>
          <Dialog aria-label={target.label} className="outline-none">
            <LinkText target={target} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Tooltip placement="top start" offset={6} className={box}>
        <LinkText target={target} />
      </Tooltip>
    </TooltipTrigger>
  );
}

function LinkText({ target: { label, text, certainty } }: { readonly target: LinkTarget }) {
  return (
    <div className="text-help text-solid-gray-900">
      <p className="font-700">{label}</p>
      <p>{text}</p>
      {certainty !== 'primary' && (
        <p className="mt-1 text-note text-orange-1000">
          要確認：公式の文書の原文では、まだ確かめていません。使う前に原文を見てください。
        </p>
      )}
    </div>
  );
}
