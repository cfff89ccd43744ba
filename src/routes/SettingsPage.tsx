import { settingsWords } from '#messages/settingsWords.ts';
import { VERSION } from '#shared/version.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { ScreenTitle } from '#ui/ScreenTitle.tsx';
import { useArrival } from './arrival.ts';
import { ForgetSection } from './ForgetSection.tsx';
import { InstallButton } from './InstallButton.tsx';
import { OwnFileSection } from './OwnFileSection.tsx';
import { OwnSection } from './OwnSection.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';
import css from './SettingsPage.module.css';
import { SingleKeys } from './SingleKeys.tsx';
import header from './StreamPage.module.css';
import { useManifest } from './useManifest.ts';

/** All settings, what this device has of the reader's own, and what can be done with that. */
export function SettingsPage() {
  const messages = useMessages();
  const { manifest } = useManifest();
  const words = settingsWords(messages);
  useArrival(`${words.title} – ${manifest.site.title}`);
  return (
    <main id="main" className={css.screen} lang={messages.locale}>
      <header className={header.header}>
        <ScreenTitle>{words.title}</ScreenTitle>
      </header>
      <section>
        <h2>{messages.settings.title}</h2>
        <ReadingSettings />
      </section>
      <section>
        <h2>{messages.keys.title}</h2>
        <SingleKeys />
      </section>
      <OwnSection words={words} />
      <OwnFileSection words={words} siteTitle={manifest.site.title} />
      <ForgetSection words={words} />
      <section>
        <h2>{words.about}</h2>
        <p>{words.version(VERSION)}</p>
        <InstallButton />
      </section>
    </main>
  );
}
