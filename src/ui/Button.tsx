import type { ButtonHTMLAttributes } from 'react';
import css from './Button.module.css';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type' | 'disabled'> & {
  /** While what it does is under way it keeps the focus, as a disabled button would not, and takes no second press. */
  readonly isBusy?: boolean;
  readonly type?: 'button' | 'submit';
};

/** The one kind of button there is. */
export function Button({ isBusy = false, type = 'button', onClick, ...props }: Props) {
  return (
    <button
      {...props}
      type={type}
      className={css.button}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? undefined : onClick}
    />
  );
}
