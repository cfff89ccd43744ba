import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP_FOLDER, type Files, makeFolder } from '../folders.ts';

/** A built app in small: styles and scripts in parts, and the list of them that Vite writes. */
const PARTS: Files = {
  'broadsheet/index-1.js': 'start();',
  'broadsheet/index-1.css': '@layer base{body{margin:0}}',
  'broadsheet/dialog-1.css': '.dialog{inset:0}',
  'broadsheet/dialog-1.js': '',
  'broadsheet/article-1.js': 'article();',
  'broadsheet/article-1.css': ".a::before{content:'</style>'}",
  'broadsheet/attach-1.js': '',
  'broadsheet/zh-1.js': '',
  '.vite/manifest.json': JSON.stringify({
    'index.html': { file: 'broadsheet/index-1.js', css: ['broadsheet/index-1.css'] },
    '_dialog.js': { file: 'broadsheet/dialog-1.js', imports: ['index.html'], css: ['broadsheet/dialog-1.css'] },
    'src/routes/ArticlePage.tsx': {
      file: 'broadsheet/article-1.js',
      imports: ['index.html', '_dialog.js'],
      css: ['broadsheet/article-1.css'],
    },
    'src/routes/preparePage.tsx': { file: 'broadsheet/attach-1.js', imports: ['index.html'] },
    'src/messages/zh-Hans.ts': { file: 'broadsheet/zh-1.js' },
  }),
};

const SCRIPT = '<script type="module" src="./broadsheet/main.js"></script>';

/** A folder with it. */
export function builtApp(files: Files = {}): string {
  const page = readFileSync(join(APP_FOLDER, 'index.html'), 'utf8').replace(
    SCRIPT,
    `${SCRIPT.replace('main', 'index-1')}<link rel="stylesheet" crossorigin href="./broadsheet/index-1.css">`,
  );
  const icons = readdirSync(APP_FOLDER).filter((name) => name.startsWith('icon'));
  const others = Object.fromEntries(icons.map((name) => [name, readFileSync(join(APP_FOLDER, name))]));
  return makeFolder({ 'index.html': page, 'sw.js': 'work();', ...others, ...PARTS, ...files });
}
