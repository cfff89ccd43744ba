import { chooseSetting, useSettings } from '#device/settings.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './KeyHelp.module.css';

/** Every key there is, and the switch that turns off those that are pressed alone. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { keys: words, palette } = useMessages();
  const { keys } = useSettings();
  const command = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  const rows = [
    [['j', 'k'], words.rows],
    [['PgDn', 'PgUp'], words.pages],
    [['Home', 'End'], words.ends],
    [['Enter'], words.open],
    [[`${command} K`], palette.title],
    [['?'], words.title],
  ] as const;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <dl className={css.keys}>
        {rows.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={css.switch}>
        <input
          type="checkbox"
          checked={keys === 'on'}
          onChange={({ target }) => chooseSetting('keys', target.checked ? 'on' : 'off')}
        />
        {words.single}
      </label>
    </Dialog>
  );
}
