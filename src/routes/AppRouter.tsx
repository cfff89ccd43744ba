import { type ReactNode, startTransition, useLayoutEffect, useState } from 'react';
// The router's own for browsers is made of it, too, and draws in transitions only.
import { Router, UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router';

type Props = { readonly base: string; readonly children: ReactNode };

/**
 * Gives the screens the window's address. Another screen is drawn at once and in one go: in a transition React stops
 * every 5 ms to let others work, which costs a slow device more than the drawing. Another place of the same screen is one:
 * what is there stays until that has come.
 */
export function AppRouter({ base, children }: Props) {
  const [history] = useState(() => createBrowserHistory({ v5Compat: true }));
  const [{ action, location }, setState] = useState({ action: history.action, location: history.location });

  useLayoutEffect(() => {
    let { pathname } = history.location;
    return history.listen((next) => {
      const isSameScreen = next.location.pathname === pathname;
      pathname = next.location.pathname;
      if (isSameScreen) startTransition(() => setState(next));
      else setState(next);
    });
  }, [history]);

  return (
    <Router basename={base} location={location} navigationType={action} navigator={history}>
      {children}
    </Router>
  );
}
