import { useRef, useState } from 'react';
import { CHOICES, chooseSetting, type Settings, useSettings } from '#device/settings.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { loadWords } from './LanguageProvider.tsx';
import css from './SettingsPanel.module.css';

type Locale = Settings['locale'];

// Each by its own name, so that whoever is lost in another finds it.
const OWN_NAMES = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' } as const;

/** The languages of the interface. One is chosen once its words are there; when they do not come, it says so. */
export function LanguageChoice() {
  const { settings: words, locale, failedText, offlineText } = useMessages();
  const chosen = useSettings().locale;
  const [hasFailed, setFailed] = useState(false);
  const wanted = useRef(chosen);

  const choose = async (choice: Locale) => {
    wanted.current = choice;
    setFailed(false);
    const words = await loadWords(choice).catch(() => null);
    if (wanted.current !== choice) return; // Another was chosen meanwhile.
    if (words === null) setFailed(true);
    else chooseSetting('locale', choice);
  };

  return (
    <fieldset className={css.group}>
      <legend>{words.language}</legend>
      {CHOICES.locale.map((choice) => (
        <label key={choice} lang={choice === 'auto' ? locale : choice}>
          <input type="radio" name="locale" checked={choice === chosen} onChange={() => void choose(choice)} />
          <span>{choice === 'auto' ? words.automatic : OWN_NAMES[choice]}</span>
        </label>
      ))}
      {hasFailed && <p role="alert">{navigator.onLine ? failedText : offlineText}</p>}
    </fieldset>
  );
}
