import { Link, useLocation } from 'react-router';
import { nearestDays, useDaysHere } from '#device/daysHere.ts';
import { awayWords } from '#messages/awayWords.ts';
import { longDate } from '#messages/format.ts';
import { dayInAddress, dayPath, dayScreenInAddress, OFFLINE_PATH } from '#shared/paths.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { Notice } from '#ui/Notice.tsx';

/** That what stands at this address is not on the device, and what is: the days nearest to it, and the screen of all. */
export function NotHere() {
  const messages = useMessages();
  const words = awayWords(messages);
  const { pathname } = useLocation();
  const day = dayInAddress(pathname);
  const days = useDaysHere();
  const nearest = days === null ? [] : nearestDays(days, day);
  return (
    <Notice>
      {days !== null && <p>{dayScreenInAddress(pathname) ? words.dayAway : words.pageAway}</p>}
      {nearest.length > 0 && (
        <p>
          {words.nearest}{' '}
          {nearest.map((near) => (
            <Link key={near} to={dayPath(near)}>
              {longDate(near, messages)}
            </Link>
          ))}
        </p>
      )}
      <Link to={OFFLINE_PATH}>{words.whatIsHere}</Link>
    </Notice>
  );
}
