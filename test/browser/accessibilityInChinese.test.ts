import { checkEveryScreen, checkEveryTheme } from './checkEveryScreen.ts';
import { test } from './journey.ts';

test.use({ archive: 'test/fixtures/newsroom' });

checkEveryScreen('zh-CN', {
  home: '',
  category: 'category/haiwanribao/',
  article: 'haiwanribao/2024/05/30/NW202405300955067614.html',
  archive: 'archive/',
  month: 'archive/?month=2024-05',
  saved: 'saved/',
  'taken along': 'offline/',
  settings: 'settings/',
  'not found': '2024/05/30/none.html',
});

checkEveryTheme('haiwanribao/2024/05/30/NW202405300955067614.html', '阅读设置');
