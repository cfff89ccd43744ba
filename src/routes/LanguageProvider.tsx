import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { type Settings, useSettings } from '#device/settings.ts';
import { loadMessages, localeFor, type Messages } from '#messages/messages.ts';
import { MessagesProvider } from '#ui/MessagesContext.ts';

/** Loads the words for a choice of language: where it is `auto`, the site's language, which goes before the browser's. */
export function loadWords(choice: Settings['locale']): Promise<Messages> {
  const { siteLang } = document.documentElement.dataset;
  return loadMessages(localeFor([choice, siteLang, ...navigator.languages]));
}

type Props = { readonly words: Messages; readonly children: ReactNode };

/** Gives the interface its words: those that are there, until those of another choice have come. */
export function LanguageProvider({ words, children }: Props) {
  const { locale } = useSettings();
  const [messages, setMessages] = useState(words);

  useEffect(() => {
    let isWanted = true;
    // Where they do not come, the old words stay. The settings say so to whoever chose.
    loadWords(locale).then(
      (loaded) => isWanted && setMessages(loaded),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [locale]);

  // Before anything is painted: typefaces go by it.
  useLayoutEffect(() => {
    document.documentElement.lang = messages.locale;
  }, [messages]);

  return <MessagesProvider value={messages}>{children}</MessagesProvider>;
}
