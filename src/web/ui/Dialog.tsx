import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { closeReadNotices } from './notify.ts';
import { unbroken } from './unbroken.ts';

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the quiet one first; none where a form inside has them beside its own. */
  readonly actions?: ReactNode;
  /** Read out at once, and not closed by a press beside it. */
  readonly alert?: boolean;
};

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, ...dialog }: DialogProps) {
  return open ? <OpenDialog {...dialog} /> : null;
}

function OpenDialog({ onClose, title, children, actions, alert = false }: Omit<DialogProps, 'open'>) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    closeReadNotices();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      role={alert ? 'alertdialog' : 'dialog'}
      aria-labelledby={id}
      closedby={alert ? 'closerequest' : 'any'}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={({ currentTarget }) => !currentTarget.open && onClose()}
      className="m-auto mb-4 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-xl scroll-pt-20 scroll-pb-36 overflow-y-auto overscroll-contain rounded-16 bg-white p-5 text-body font-400 text-solid-gray-900 backdrop:bg-black/50 unringed sm:mb-auto sm:p-6 print:hidden"
    >
      <h2
        id={id}
        className="-mx-5 -mt-5 border-b border-solid-gray-100 bg-white px-5 pt-5 pb-3 text-page sm:-mx-6 sm:-mt-6 sm:px-6 sm:pt-6 tall:sticky tall:-top-5 tall:z-20 sm:tall:-top-6"
      >
        {unbroken(title)}
      </h2>
      <div className={`measure ${actions ? 'my-4' : 'mt-4'}`}>{children}</div>
      {actions && (
        <div className="sticky -bottom-5 z-20 -mx-5 -mb-5 flex flex-col-reverse gap-2 border-t border-solid-gray-100 bg-white px-5 pt-3 pb-5 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:flex-row sm:justify-end sm:px-6 sm:pt-4">
          {actions}
        </div>
      )}
    </dialog>
  );
}

type ConfirmProps = Omit<DialogProps, 'actions' | 'alert'> & {
  /** The verb on the button that does it. */
  readonly confirm: string;
  /** What leaving everything as it is is called, where やめる could be taken for the act itself. */
  readonly keep?: string;
  readonly onConfirm: () => void;
  readonly danger?: boolean;
  readonly pending?: string | undefined;
};

export function ConfirmDialog({
  confirm,
  onConfirm,
  danger = false,
  keep = danger ? 'このままにする' : 'やめる',
  pending,
  ...dialog
}: ConfirmProps) {
  const actions = (
    <>
      <Button onPress={dialog.onClose}>{keep}</Button>
      <Button look={danger ? 'danger' : 'primary'} onPress={onConfirm} pending={pending}>
        {confirm}
      </Button>
    </>
  );
  return <Dialog {...dialog} alert actions={actions} />;
}
