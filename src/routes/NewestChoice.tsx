import { keepNewest } from '#device/keepNewest.ts';
import { isSavingData } from '#device/saveData.ts';
import { CHOICES, chooseSetting, useSettings } from '#device/settings.ts';
import { alongWords } from '#messages/alongWords.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './OfflinePage.module.css';
import choice from './SettingsPanel.module.css';

/** How many of the newest days come by themselves, or that none do. */
export function NewestChoice() {
  const along = alongWords(useMessages());
  const chosen = useSettings().along;
  return (
    <fieldset className={`${choice.group} ${css.newest}`}>
      <legend>{along.newest}</legend>
      {CHOICES.along.map((days) => (
        <label key={days}>
          <input type="radio" name="along" checked={days === chosen} onChange={() => choose(days)} />
          <span>{along.newestDays(Number(days))}</span>
        </label>
      ))}
      <p>{along.newestHint}</p>
    </fieldset>
  );
}

function choose(days: (typeof CHOICES)['along'][number]): void {
  chooseSetting('along', days);
  // What does not come now comes with the next visit.
  if (navigator.onLine && !isSavingData()) void keepNewest(Number(days)).catch(() => {});
}
