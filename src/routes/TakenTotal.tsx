import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { askSpace, freeBytes, isPersisted } from '#device/space.ts';
import { dropDays } from '#device/takeAlong.ts';
import { useTakenDays } from '#device/takenDays.ts';
import { useTaking } from '#device/takingState.ts';
import { verifyTaken } from '#device/verifyTaken.ts';
import { alongWords } from '#messages/alongWords.ts';
import { bytes } from '#messages/bytes.ts';
import { number } from '#messages/format.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './OfflinePage.module.css';

/** How much is here, how much more there is room for, and what can be done with all of it. */
export function TakenTotal() {
  const messages = useMessages();
  const along = alongWords(messages);
  const here = [...useTakenDays().values()].filter(({ doneAt }) => doneAt !== undefined);
  const sum = (of: 'count' | 'sizeBytes') => here.reduce((total, taken) => total + taken[of], 0);
  const { data: space } = useQuery({ queryKey: ['space', here.length], queryFn: askRoom, staleTime: 0 });
  const size = bytes(sum('sizeBytes'), messages);
  const total = useRef<HTMLParagraphElement>(null);
  return (
    <section className={css.total}>
      <p ref={total} tabIndex={-1}>
        {here.length === 0 ? along.none : along.total(here.length, sum('count'), size)}
      </p>
      {space && Number.isFinite(space.freeBytes) && <p>{along.free(bytes(space.freeBytes, messages))}</p>}
      {here.length > 0 && space && !space.isSafe && <p>{along.mayVanish}</p>}
      {here.length > 0 && <Care takeFocus={() => total.current?.focus()} />}
    </section>
  );
}

/** Checks or deletes all that is here. Who answers the question is taken elsewhere: the pressed button goes. */
function Care({ takeFocus }: { readonly takeFocus: () => void }) {
  const messages = useMessages();
  const along = alongWords(messages);
  const { check, status } = useTaking();
  const days = useTakenDays();
  const [isAsking, setAsking] = useState(false);
  const isChecking = status === 'checking';
  const answer = () => {
    takeFocus();
    setAsking(false);
  };
  const dropAll = () => {
    answer();
    void dropDays([...days.keys()]);
  };
  return (
    <>
      <p className={css.buttons}>
        <Button isBusy={isChecking || status === 'taking'} onClick={() => void verifyTaken()}>
          {along.check}
        </Button>
        <Button aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
          {along.dropAll}
        </Button>
      </p>
      {isAsking && (
        <p className={css.buttons}>
          <span>{along.dropAllAsk}</span>
          <Button onClick={dropAll}>{along.drop}</Button>
          <Button onClick={answer}>{along.keep}</Button>
        </p>
      )}
      <output>
        {check && isChecking && along.checking(number(inTenths(check), messages), check.total)}
        {check && !isChecking && along.checked(check.total, check.damaged)}
      </output>
    </>
  );
}

/** Every file would be read out. */
function inTenths({ checked, total }: { readonly checked: number; readonly total: number }): number {
  return Math.floor((Math.floor((checked * 10) / total) * total) / 10);
}

async function askRoom() {
  const [space, isSafe] = await Promise.all([askSpace(), isPersisted()]);
  return { freeBytes: freeBytes(space), isSafe };
}
