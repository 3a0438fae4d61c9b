import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { Icon } from './Icon.tsx';
import { unbroken } from './unbroken.ts';

export type FieldWords = {
  readonly label: string;
  readonly help?: ReactNode;
  /** What is wrong and what to do; read out with the field. */
  readonly error?: string | undefined;
  readonly required?: boolean;
};

export const boxLook =
  'w-full scroll-mt-28 rounded-8 border border-solid-gray-600 bg-white px-3 py-2 text-body text-solid-gray-900 hover:border-black ' +
  'placeholder:text-solid-gray-600 aria-invalid:border-red-900 disabled:bg-solid-gray-50 disabled:text-solid-gray-600';

export function LabelWords({ label, required = false }: Pick<FieldWords, 'label' | 'required'>) {
  return (
    <span className="flex flex-wrap items-center gap-2 font-700">
      {label}
      {required && <span className="text-note text-red-900">必須</span>}
    </span>
  );
}

export function FaultWords({ error }: Pick<FieldWords, 'error'>) {
  return (
    <span className="flex gap-1 text-help font-700 text-red-900">
      <span className="pt-1">
        <Icon name="danger" small />
      </span>
      <span>{error}</span>
    </span>
  );
}

export function FieldLabel(words: Pick<FieldWords, 'label' | 'required'>) {
  return (
    <Label>
      <LabelWords {...words} />
    </Label>
  );
}

export function FieldHelp({ help }: Pick<FieldWords, 'help'>) {
  if (!help) return null;
  return (
    <Text slot="description" className="block text-help text-solid-gray-700">
      {unbroken(help)}
    </Text>
  );
}

export function FieldFault({ error }: Pick<FieldWords, 'error'>) {
  return (
    <FieldError>
      <FaultWords error={error} />
    </FieldError>
  );
}
