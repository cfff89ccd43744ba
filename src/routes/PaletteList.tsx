// No native control has links for options, which open another tab too.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { MouseEvent } from 'react';
import { Link } from 'react-router';
import { isPlainClick } from '#article/plainClick.ts';
import type { Manifest } from '#shared/archive.ts';
import type { Address } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import type { Group } from './findDestinations.ts';
import css from './Palette.module.css';
import { siteLang } from './useManifest.ts';

type Props = {
  readonly id: string;
  readonly groups: readonly Group[];
  /** Which of all destinations Enter would open. */
  readonly position: number;
  readonly go: (to: Address) => void;
  readonly manifest: Manifest;
};

/** The id of the option at a position in the list with that id. */
export function optionId(id: string, position: number): string {
  return `${id}-${position}`;
}

/** What was found, under the names of its kinds. Nothing when nothing was. */
export function PaletteList({ id, groups, position, go, manifest }: Props) {
  const { locale, palette, postCount } = useMessages();
  if (groups.length === 0) return null;
  const starts = groups.map((_group, index) => groups.slice(0, index).flatMap((before) => before.destinations).length);

  const follow = (event: MouseEvent, to: Address) => {
    if (!isPlainClick(event)) return; // For another tab or window.
    event.preventDefault();
    go(to);
  };

  return (
    <div role="listbox" id={id} aria-label={palette.title} className={css.list}>
      {groups.map(({ kind, name, destinations }, index) => (
        <div key={kind} role="group" aria-label={name}>
          <p aria-hidden="true">{name}</p>
          {destinations.map(({ to, name, count }, within) => {
            const place = (starts[index] ?? 0) + within;
            const isActive = place === position;
            return (
              <Link
                key={to}
                to={to}
                id={optionId(id, place)}
                role="option"
                aria-selected={isActive}
                tabIndex={-1}
                ref={isActive ? showOption : null}
                onClick={(event) => follow(event, to)}
              >
                <span lang={count === undefined ? locale : siteLang(manifest)}>{name}</span>
                {count !== undefined && <span className={css.count}>{postCount(count)}</span>}
              </Link>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function showOption(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
