import { Button as AriaButton } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { type ButtonLook, buttonLook } from './button-look.ts';
import { Icon } from './Icon.tsx';

type FileButtonProps = {
  readonly children: string;
  /** Endings or types: 「.json」「application/pdf」. */
  readonly accept: readonly string[];
  readonly onFile: (file: File) => void;
  readonly look?: ButtonLook;
};

export function FileButton({ children, accept, onFile, look = 'secondary' }: FileButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={[...accept]}
      onSelect={(files) => {
        const file = files?.item(0);
        if (file) onFile(file);
      }}
    >
      <AriaButton className={buttonLook(look, 'normal', false)}>
        <Icon name="upload" />
        {children}
      </AriaButton>
    </FileTrigger>
  );
}
