import { CHOICES, chooseSetting, resetSettings, type Settings, useSettings } from '#device/settings.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import css from './SettingsPanel.module.css';

type Shown = Exclude<keyof Settings, 'keys' | 'along' | 'locale'>;
type Labels = { readonly [Name in Shown]: Readonly<Record<Settings[Name], string>> };

/** How this reader wants texts and lists set, and in which language the interface speaks. Every choice shows at once, on the page itself. */
export function ReadingSettings() {
  const { settings: words } = useMessages();
  return (
    <>
      <ChoiceGroup name="theme" />
      <ChoiceGroup name="size" />
      <ChoiceGroup name="measure" />
      <ChoiceGroup name="font" />
      <ChoiceGroup name="leading" />
      <ChoiceGroup name="density" />
      <LanguageChoice />
      <Button onClick={resetSettings}>{words.reset}</Button>
    </>
  );
}

function ChoiceGroup<Name extends Shown>({ name }: { readonly name: Name }) {
  const { settings: words } = useMessages();
  const chosen = useSettings()[name];
  const labels: Labels = words.choices;
  return (
    <fieldset className={css.group}>
      <legend>{words.names[name]}</legend>
      {CHOICES[name].map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} checked={choice === chosen} onChange={() => chooseSetting(name, choice)} />
          <span>{labels[name][choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}
