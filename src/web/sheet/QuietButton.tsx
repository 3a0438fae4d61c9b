import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';

type QuietButtonProps = {
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** Where the words alone do not say of what. */
  readonly label?: string;
  /** Opens and closes what stands under this id. */
  readonly opens?: { readonly id: string; readonly open: boolean };
  readonly disabled?: boolean;
};

/** An act in the middle of a line, as quiet as a link. */
export function QuietButton({ onPress, children, label, opens, disabled = false }: QuietButtonProps) {
  return (
    <Button
      onPress={onPress}
      isDisabled={disabled}
      className="inline-flex min-h-11 items-center gap-1 rounded-4 text-help text-blue-900 hover:underline disabled:text-solid-gray-600 sm:min-h-7 print:hidden"
      {...(label && { 'aria-label': label })}
      {...(opens && { 'aria-expanded': opens.open, ...(opens.open && { 'aria-controls': opens.id }) })}
    >
      {children}
    </Button>
  );
}
