import { checkEveryScreen, checkEveryTheme } from './checkEveryScreen.ts';
import { test } from './journey.ts';

test.use({ archive: 'test/fixtures/english' });

checkEveryScreen('en', {
  home: '',
  category: 'category/port/',
  article: 'port/2024/05/30/night-shifts.html',
  saved: 'saved/',
  'taken along': 'offline/',
  settings: 'settings/',
  'not found': '2024/05/30/none.html',
});

checkEveryTheme('port/2024/05/30/night-shifts.html', 'Reading settings');
