import { ownWords } from '#messages/ownWords.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './KeyHelp.module.css';
import { SingleKeys } from './SingleKeys.tsx';

/** Every key there is, and the switch that turns off those that are pressed alone. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const messages = useMessages();
  const { keys: words, palette, saved } = messages;
  const own = ownWords(messages);
  const command = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  const rows = [
    [['j', 'k'], words.rows],
    [['PgDn', 'PgUp'], words.pages],
    [['Home', 'End'], words.ends],
    [['Enter'], words.open],
    [['m'], own.keyRow],
    [['Shift A'], own.keyAll],
    [['u', `${command} Z`], own.keyUndo],
    [['s', 'f'], saved.save],
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
      <SingleKeys />
    </Dialog>
  );
}
