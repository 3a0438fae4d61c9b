import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Link as AriaLink } from 'react-aria-components/Link';
import { type ButtonFlush, type ButtonLook, type ButtonSize, buttonLook, flushLook } from './button-look.ts';
import { Icon, type IconName } from './Icon.tsx';

type Look = {
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

type ButtonProps = Look & {
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** Words shown while the work runs; the button keeps its focus and takes no second press. */
  readonly pending?: string | undefined;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly autoFocus?: boolean;
  /** At which edge the words of a quiet button are in line with what is around it. */
  readonly flush?: ButtonFlush;
};

// React Aria's own `isPending` leaves a reference to the button in its announcer after the button is gone.
export function Button(props: ButtonProps) {
  const { look = 'secondary', size = 'normal', icon, wide = false, pending, children } = props;
  const waits = pending !== undefined;
  return (
    <>
      <AriaButton
        className={`${buttonLook(look, size, wide)} ${flushLook(props.flush, size)} ${waits ? 'cursor-progress' : ''}`}
        type={waits ? 'button' : (props.type ?? 'button')}
        isDisabled={props.disabled ?? false}
        autoFocus={props.autoFocus ?? false}
        {...(waits && { 'aria-disabled': true })}
        {...(props.onPress && !waits && { onPress: props.onPress })}
        {...(props.label && { 'aria-label': props.label })}
        {...(props.describedBy && { 'aria-describedby': props.describedBy })}
      >
        {icon && <Icon name={icon} />}
        {pending ?? children}
      </AriaButton>
      {'pending' in props && (
        <span role="status" className="sr-only">
          {pending}
        </span>
      )}
    </>
  );
}

type ButtonLinkProps = Look & { readonly href: string };

/** Looks like a button and goes to another page. */
export function ButtonLink({
  look = 'secondary',
  size = 'normal',
  icon,
  wide = false,
  href,
  children,
}: ButtonLinkProps) {
  return (
    <AriaLink className={buttonLook(look, size, wide)} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaLink>
  );
}
