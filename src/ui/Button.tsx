import type { ButtonHTMLAttributes } from 'react';
import css from './Button.module.css';

/** The one kind of button there is. */
export function Button(props: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>) {
  return <button {...props} type="button" className={css.button} />;
}
