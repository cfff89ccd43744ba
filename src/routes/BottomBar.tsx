import { Link, useLocation } from 'react-router';
import { ARCHIVE_PATH, directoryPath, foldAddress } from '#shared/paths.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './Layout.module.css';

/** On phones, the four ways that a thumb reaches: the newest, the sections, the archive, and whatever one types. */
export function BottomBar({ openPalette }: { readonly openPalette: () => void }) {
  const { archive, locale, mainScreens, newest, palette, sections } = useMessages();
  const here = foldAddress(useLocation().pathname);
  const place = (address: string, name: string) => (
    <Link to={address} aria-current={foldAddress(address) === here ? 'page' : undefined}>
      {name}
    </Link>
  );
  return (
    <nav className={css.places} lang={locale} aria-label={mainScreens}>
      {place('/', newest)}
      {place(directoryPath('category'), sections)}
      {place(ARCHIVE_PATH, archive)}
      <button type="button" aria-haspopup="dialog" onClick={openPalette}>
        {palette.title}
      </button>
    </nav>
  );
}
