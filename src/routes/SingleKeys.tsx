import { chooseSetting, useSettings } from '#device/settings.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './KeyHelp.module.css';

/** The switch that turns off keys that are pressed alone. */
export function SingleKeys() {
  const { keys: words } = useMessages();
  const { keys } = useSettings();
  return (
    <label className={css.switch}>
      <input
        type="checkbox"
        checked={keys === 'on'}
        onChange={({ target }) => chooseSetting('keys', target.checked ? 'on' : 'off')}
      />
      {words.single}
    </label>
  );
}
