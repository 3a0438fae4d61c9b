export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-outline';
export type ButtonSize = 'normal' | 'large' | 'small';

const shape =
  'inline-flex items-center justify-center gap-2 rounded-8 border font-700 text-center leading-150 transition-colors ' +
  'disabled:cursor-not-allowed disabled:border-solid-gray-300 disabled:bg-solid-gray-50 ' +
  'disabled:text-solid-gray-600 print:hidden';

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: 'border-blue-900 bg-blue-900 text-white hover:border-blue-1000 hover:bg-blue-1000 pressed:bg-blue-1200',
  secondary: 'border-blue-900 bg-white text-blue-900 hover:bg-blue-50 pressed:bg-blue-100',
  quiet: 'border-transparent bg-transparent text-blue-900 hover:bg-blue-50 pressed:bg-blue-100',
  danger: 'border-red-900 bg-red-900 text-white hover:border-red-1000 hover:bg-red-1000 pressed:bg-red-1100',
  'danger-outline': 'border-red-900 bg-white text-red-900 hover:bg-red-50 pressed:bg-red-50',
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  normal: 'min-h-11 px-4 py-2 text-body',
  large: 'min-h-14 px-6 py-3 text-section',
  small: 'min-h-11 px-3 py-1 text-help sm:min-h-9',
};

/** The edge at which the words of a quiet button stand in line with what is around it: its padding lies outside; `phone` is the start there alone, where it has a line of its own. */
export type ButtonFlush = 'start' | 'end' | 'phone';
const flushes = {
  start: { normal: '-ml-4', large: '-ml-6', small: '-ml-3' },
  phone: { normal: 'max-sm:-ml-4', large: 'max-sm:-ml-6', small: 'max-sm:-ml-3' },
  end: { normal: '-mr-4', large: '-mr-6', small: '-mr-3' },
} as const satisfies Record<ButtonFlush, Record<ButtonSize, string>>;

export const flushLook = (flush: ButtonFlush | undefined, size: ButtonSize): string =>
  flush === undefined ? '' : flushes[flush][size];

export function buttonLook(look: ButtonLook, size: ButtonSize, wide: boolean) {
  return `${shape} ${looks[look]} ${sizes[size]} ${wide ? 'w-full' : ''}`;
}
