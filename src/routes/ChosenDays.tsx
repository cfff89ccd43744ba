import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { articleBytesQuery } from '#data/measureArticles.ts';
import { USUAL_BYTES } from '#device/keepNewest.ts';
import { bytesPerArticle } from '#device/planTaking.ts';
import { askToPersist } from '#device/space.ts';
import { dropDays, takeDays } from '#device/takeAlong.ts';
import { useTakenDays } from '#device/takenDays.ts';
import { alongWords } from '#messages/alongWords.ts';
import { bytes } from '#messages/bytes.ts';
import { Button } from '#ui/Button.tsx';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './OfflinePage.module.css';
import type { Chosen } from './PickTable.tsx';

/** What an article takes in the lists it stands in. */
const LIST_BYTES = 900;

/** How much the chosen days are, and what can be done with them: the size is known before anything is fetched. */
export function ChosenDays({ chosen, clear }: { readonly chosen: Chosen; readonly clear: () => void }) {
  const messages = useMessages();
  const along = alongWords(messages);
  const taken = useTakenDays();
  const each = useBytesPerArticle(chosen);
  const count = [...chosen.values()].reduce((sum, ofDay) => sum + ofDay, 0);
  const sizes = [...chosen].map(([day, ofDay]) => taken.get(day)?.sizeBytes ?? ofDay * each);
  const size = sizes.reduce((sum, ofDay) => sum + ofDay, 0);
  const said = useRef<HTMLOutputElement>(null);
  const end = () => {
    said.current?.focus(); // The pressed button goes.
    clear();
  };
  const take = () => {
    void askToPersist();
    const wanted = [...chosen].map(([day, count]) => ({ day, count, sizeBytes: Math.round(count * each) }));
    void takeDays(wanted, 'reader');
    end();
  };
  const drop = () => {
    void dropDays([...chosen.keys()]);
    end();
  };
  return (
    <div className={css.chosen}>
      <output ref={said} tabIndex={-1}>
        {chosen.size === 0 ? along.choose : along.chosen(chosen.size, count, bytes(size, messages))}
      </output>
      {chosen.size > 0 && (
        <p className={css.buttons}>
          <Button onClick={take}>{along.take}</Button>
          {[...chosen.keys()].some((day) => taken.has(day)) && <Button onClick={drop}>{along.drop}</Button>}
          <Button onClick={end}>{along.clear}</Button>
        </p>
      )}
    </div>
  );
}

/** As what is here already tells; else by asking for the size of some of it. */
function useBytesPerArticle(chosen: Chosen): number {
  const known = bytesPerArticle(useTakenDays().values());
  const [day = ''] = chosen.keys();
  const { data } = useQuery({ ...articleBytesQuery(day), enabled: known === null && day !== '' });
  return known ?? (data ? data + LIST_BYTES : USUAL_BYTES);
}
