// The screens as HTML. Built into a module of its own, which the builder loads when it writes pages.
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { setBase } from '#data/base.ts';
import { seedQueries } from '#data/pageData.ts';
import { makeQueryClient } from '#data/queryClient.ts';
import { loadMessages, localeFor } from '#messages/messages.ts';
import { App } from '#routes/App.tsx';
import { ArchivePage, ArticlePage, DayPage, DirectoryPage, HomePage, StreamPage } from '#routes/screens.ts';
import type { MakePrerender } from '#shared/prerender.ts';

const SCREENS = [HomePage, StreamPage, ArticlePage, DirectoryPage, DayPage, ArchivePage];

/** Makes what renders the pages of one site. A process can render one site only. */
export const makePrerender: MakePrerender = async ({ base, lang }) => {
  setBase(base);
  const words = await loadMessages(localeFor([lang]));
  await Promise.all(SCREENS.map((screen) => screen.load()));
  return {
    render: (address, data) => {
      const client = makeQueryClient();
      seedQueries(client, address, data);
      const html = renderToString(
        <App
          client={client}
          words={words}
          router={(screens) => (
            <StaticRouter basename={base} location={base + address.slice(1)}>
              {screens}
            </StaticRouter>
          )}
        />,
      );
      client.clear();
      // React's mark of what it left to the page.
      if (html.includes('<!--$!-->')) throw new Error(`${address}: its screen asked for what its page does not hold.`);
      return html;
    },
  };
};
