import type { ReactNode } from 'react';
import css from './Notice.module.css';

type Props = {
  readonly children: ReactNode;
  /** `alert` is read out at once; a plain notice waits its turn. */
  readonly role?: 'alert' | 'status';
};

/** A quiet box that says how things stand, and offers a way on. */
export function Notice({ children, role }: Props) {
  return (
    <div className={css.notice} role={role}>
      {children}
    </div>
  );
}
