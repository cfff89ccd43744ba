import { useQueries } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { directoryQuery } from '#data/screenQueries.ts';
import type { NamedKind } from '#shared/archive.ts';
import type { Address } from '#shared/post.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import { findDestinations } from './findDestinations.ts';
import type { Close } from './overlays.tsx';
import css from './Palette.module.css';
import { optionId, PaletteList } from './PaletteList.tsx';
import { isComposing } from './singleKeys.ts';
import { useManifest } from './useManifest.ts';
import { useNameMatcher } from './useNameMatcher.ts';

const KINDS: readonly NamedKind[] = ['category', 'tag', 'source'];
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

type Props = { readonly close: Close; readonly openHelp: () => void };

/** One field that finds screens, categories, tags and sources by name, and days as people write them. */
export function Palette({ close, openHelp }: Props) {
  const messages = useMessages();
  const { manifest } = useManifest();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [active, setActive] = useState<Address | null>(null);
  const id = useId();

  const { groups, answers } = useFound(text);
  const found = groups.flatMap(({ destinations }) => destinations);
  // By address: what comes later may stand before it.
  const position = Math.max(
    found.findIndex(({ to }) => to === active),
    0,
  );
  const go = (to: Address) => close(() => void navigate(to));

  const type = (words: string) => {
    setText(words);
    setActive(null);
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (isComposing(event.nativeEvent) || (step === undefined && event.key !== 'Enter')) return;
    event.preventDefault(); // Else the arrows move the caret.
    const aim = found[(position + (step ?? 0) + found.length) % found.length];
    if (step !== undefined) setActive(aim?.to ?? null);
    else if (aim) go(aim.to);
  };

  return (
    <Dialog title={messages.palette.title} place="top" onClose={() => close()}>
      <input
        className={css.field}
        role="combobox"
        aria-label={messages.palette.label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? optionId(id, position) : undefined}
        placeholder={messages.palette.label}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={press}
      />
      <PaletteList {...{ id, groups, position, go, manifest }} />
      <Outcome text={text} isEmpty={found.length === 0} answers={answers} />
      <div className={css.help}>
        <Button onClick={openHelp}>{messages.keys.title}</Button>
      </div>
    </Dialog>
  );
}

/** The destinations of a text, and the answers in which they were looked for, which may be still to come. */
function useFound(text: string) {
  const messages = useMessages();
  const { today } = useManifest();
  const answers = useQueries({ queries: KINDS.map(directoryQuery) });
  const isMeant = useNameMatcher(text);
  const directories = answers.flatMap(({ data }) => data ?? []);
  return { groups: findDestinations(text, { directories, isMeant, today, messages }), answers };
}

type Answer = { readonly isPending: boolean; readonly isError: boolean; readonly refetch: () => unknown };
type OutcomeProps = { readonly text: string; readonly isEmpty: boolean; readonly answers: readonly Answer[] };

/** What is still to come, did not come, or was not found. */
function Outcome({ text, isEmpty, answers }: OutcomeProps) {
  const { loading, palette, tryAgain } = useMessages();
  const failed = answers.filter(({ isError }) => isError);
  const isLoading = answers.some(({ isPending }) => isPending);
  return (
    <>
      <output>
        {isEmpty && (isLoading ? loading : palette.none(text))}
        {failed.length > 0 && <p>{palette.failed}</p>}
      </output>
      {failed.length > 0 && (
        <div>
          <Button onClick={() => failed.forEach(({ refetch }) => refetch())}>{tryAgain}</Button>
        </div>
      )}
    </>
  );
}
