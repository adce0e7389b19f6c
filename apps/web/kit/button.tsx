import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  children: ReactNode;
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  icon?: IconName;
  /** An arrow onwards stands after the words. */
  iconAt?: 'start' | 'end';
  type?: 'button' | 'submit';
  /** Work is under way: the button stays in place and in focus, says so, and takes no more presses. */
  pending?: boolean;
  disabled?: boolean;
  /** For when the words on the button alone do not say which row it is for; begins with those words. */
  label?: string;
  /** Takes the focus as it appears. */
  takesFocus?: boolean;
  onPress?: () => void;
}

export function Button(props: ButtonProps) {
  const { kind = 'secondary', icon, iconAt = 'start', type = 'button', pending, disabled = false } = props;
  return (
    <>
      <AriaButton
        className={`button ${kind} icon-${iconAt}`}
        type={pending ? 'button' : type}
        isDisabled={disabled}
        aria-disabled={pending}
        aria-label={props.label}
        {...(props.takesFocus && { autoFocus: true })}
        {...(!pending && { onPress: props.onPress })}
      >
        {pending && <span className="spinner" aria-hidden="true" />}
        {!pending && icon && <Icon name={icon} />}
        <span>{props.children}</span>
      </AriaButton>
      {pending !== undefined && (
        <span role="status" className="visually-hidden">
          {pending && 'Vänta'}
        </span>
      )}
    </>
  );
}

/** Buttons side by side, the one that carries on first; they wrap on a narrow screen. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className="buttons">{children}</div>;
}
