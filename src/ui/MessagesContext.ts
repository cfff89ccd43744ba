import { createContext, useContext } from 'react';
import type { Messages } from '#messages/messages.ts';

const Context = createContext<Messages | null>(null);

/** Gives the interface its words. */
export const MessagesProvider = Context.Provider;

/** The words of the interface, in the reader's language. Throws outside `MessagesProvider`. */
export function useMessages(): Messages {
  const messages = useContext(Context);
  if (messages === null) throw new Error('useMessages needs a MessagesProvider above it.');
  return messages;
}
