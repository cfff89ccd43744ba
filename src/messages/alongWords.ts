// The words of the screen of what is taken along. Apart from the others, because they are loaded with it.
import { type Locale, localeFor, type Messages } from './messages.ts';

/** The words, in one language. */
export type AlongWords = {
  readonly about: string;
  /** Said where the site has no service worker, or the browser keeps nothing. */
  readonly impossible: string;
  readonly none: string;
  readonly total: (days: number, posts: number, size: string) => string;
  readonly free: (size: string) => string;
  /** Said where the browser may clear away what is kept. */
  readonly mayVanish: string;
  /** Says what to do while no day is chosen. */
  readonly choose: string;
  readonly chosen: (days: number, posts: number, size: string) => string;
  readonly clear: string;
  readonly week: (day: string) => string;
  /** Heads the narrow column of the same. */
  readonly weekShort: string;
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly addRange: string;
  readonly take: string;
  readonly drop: string;
  readonly dropAll: string;
  /** Asks before all is dropped; `drop` is one answer, and `keep` the other. */
  readonly dropAllAsk: string;
  readonly keep: string;
  readonly progress: (done: string, total: number) => string;
  readonly timeLeft: (minutes: number) => string;
  readonly pause: string;
  readonly resume: string;
  readonly giveUp: string;
  readonly waiting: (posts: number) => string;
  /** Said once nothing is left to be taken. */
  readonly done: string;
  readonly offline: string;
  readonly full: string;
  readonly failed: string;
  readonly elsewhere: string;
  readonly check: string;
  readonly checking: (done: string, total: number) => string;
  readonly checked: (files: number, damaged: number) => string;
  /** How many of the newest days come by themselves; 0 says that none do. */
  readonly newest: string;
  readonly newestDays: (days: number) => string;
  readonly newestHint: string;
};

/** The words in the language of the other ones. */
export function alongWords({ locale }: Messages): AlongWords {
  return WORDS[localeFor([locale])];
}

const numbers = new Intl.NumberFormat('en');

const zhHans: AlongWords = {
  about: '把一些日子的文章存到这台设备，没有网络也能读。只存文字，不存图片。',
  impossible: '这里存不了：本站没有提供离线阅读，或者这个浏览器不允许保存。',
  none: '这台设备上还没有存下任何一天。',
  total: (days, posts, size) => `本机有 ${numbers.format(days)} 天，${numbers.format(posts)} 篇，约 ${size}`,
  free: (size) => `还能存约 ${size}`,
  mayVanish: '设备空间紧张时，浏览器可能会清掉这些文章。',
  choose: '点选日期，或者选一周、一个月、一段日子。',
  chosen: (days, posts, size) => `已选 ${numbers.format(days)} 天，${numbers.format(posts)} 篇，约 ${size}`,
  clear: '取消选择',
  week: (day) => `选 ${day} 起的一周`,
  weekShort: '周',
  month: '选整个月',
  from: '从',
  to: '到',
  addRange: '选这一段',
  take: '存到本机',
  drop: '从本机删除',
  dropAll: '全部删除',
  dropAllAsk: '要删除存下的所有日子吗？',
  keep: '保留',
  progress: (done, total) => `已存 ${done} / ${numbers.format(total)} 篇`,
  timeLeft: (minutes) => (minutes < 1 ? '不到 1 分钟' : `约剩 ${numbers.format(minutes)} 分钟`),
  pause: '暂停',
  resume: '继续',
  giveUp: '放弃',
  waiting: (posts) => `还有 ${numbers.format(posts)} 篇没有存完`,
  done: '都存好了。',
  offline: '现在连不上网络，恢复之后会接着存。',
  full: '这台设备的空间快满了，所以停了下来。删掉一些日子，或者腾出空间，再继续。',
  failed: '有文件没能完好取到，所以停了下来。可以再试一次。',
  elsewhere: '另一个窗口正在存。',
  check: '检查存下的文件',
  checking: (done, total) => `正在检查 ${done} / ${numbers.format(total)} 个文件`,
  checked: (files, damaged) =>
    damaged === 0
      ? `检查了 ${numbers.format(files)} 个文件，全部完好。`
      : `检查了 ${numbers.format(files)} 个文件，${numbers.format(damaged)} 个已损坏，会重新取。`,
  newest: '自动存下最新的',
  newestDays: (days) => (days === 0 ? '不自动' : `${days} 天`),
  newestHint: '在后台慢慢取，开了省流量就不取。过时的会让出位置，你自己存的不会。',
};

const zhHant: AlongWords = {
  about: '把一些日子的文章存到這台裝置，沒有網路也能讀。只存文字，不存圖片。',
  impossible: '這裡存不了：本站沒有提供離線閱讀，或者這個瀏覽器不允許儲存。',
  none: '這台裝置上還沒有存下任何一天。',
  total: (days, posts, size) => `本機有 ${numbers.format(days)} 天，${numbers.format(posts)} 篇，約 ${size}`,
  free: (size) => `還能存約 ${size}`,
  mayVanish: '裝置空間不足時，瀏覽器可能會清掉這些文章。',
  choose: '點選日期，或者選一週、一個月、一段日子。',
  chosen: (days, posts, size) => `已選 ${numbers.format(days)} 天，${numbers.format(posts)} 篇，約 ${size}`,
  clear: '取消選擇',
  week: (day) => `選 ${day} 起的一週`,
  weekShort: '週',
  month: '選整個月',
  from: '從',
  to: '到',
  addRange: '選這一段',
  take: '存到本機',
  drop: '從本機刪除',
  dropAll: '全部刪除',
  dropAllAsk: '要刪除存下的所有日子嗎？',
  keep: '保留',
  progress: (done, total) => `已存 ${done} / ${numbers.format(total)} 篇`,
  timeLeft: (minutes) => (minutes < 1 ? '不到 1 分鐘' : `約剩 ${numbers.format(minutes)} 分鐘`),
  pause: '暫停',
  resume: '繼續',
  giveUp: '放棄',
  waiting: (posts) => `還有 ${numbers.format(posts)} 篇沒有存完`,
  done: '都存好了。',
  offline: '現在連不上網路，恢復之後會接著存。',
  full: '這台裝置的空間快滿了，所以停了下來。刪掉一些日子，或者騰出空間，再繼續。',
  failed: '有檔案沒能完好取得，所以停了下來。可以再試一次。',
  elsewhere: '另一個視窗正在存。',
  check: '檢查存下的檔案',
  checking: (done, total) => `正在檢查 ${done} / ${numbers.format(total)} 個檔案`,
  checked: (files, damaged) =>
    damaged === 0
      ? `檢查了 ${numbers.format(files)} 個檔案，全部完好。`
      : `檢查了 ${numbers.format(files)} 個檔案，${numbers.format(damaged)} 個已損壞，會重新取得。`,
  newest: '自動存下最新的',
  newestDays: (days) => (days === 0 ? '不自動' : `${days} 天`),
  newestHint: '在背景慢慢取，開了省流量就不取。過時的會讓出位置，你自己存的不會。',
};

const en: AlongWords = {
  about: 'Keep whole days on this device and read them without a connection. Text only, no pictures.',
  impossible: 'Nothing can be kept here: this site offers no reading offline, or this browser does not allow it.',
  none: 'No day is kept on this device yet.',
  total: (days, count, size) => `Here: ${dayCount(days)}, ${posts(count)}, about ${size}`,
  free: (size) => `Room for about ${size} more`,
  mayVanish: 'When the device runs low on room, the browser may clear these away.',
  choose: 'Choose days, a week, a month, or a stretch of days.',
  chosen: (days, count, size) => `Chosen: ${dayCount(days)}, ${posts(count)}, about ${size}`,
  clear: 'Choose none',
  week: (day) => `Choose the week from ${day}`,
  weekShort: 'Week',
  month: 'Choose the month',
  from: 'From',
  to: 'To',
  addRange: 'Choose these',
  take: 'Take along',
  drop: 'Delete from here',
  dropAll: 'Delete all',
  dropAllAsk: 'Delete all days that are kept here?',
  keep: 'Keep them',
  progress: (done, total) => `${done} of ${posts(total)}`,
  timeLeft: (minutes) => (minutes < 1 ? 'less than a minute left' : `about ${numbers.format(minutes)} min left`),
  pause: 'Pause',
  resume: 'Go on',
  giveUp: 'Give up',
  waiting: (count) => `${posts(count)} to come`,
  done: 'All of it is here.',
  offline: 'There is no connection. This goes on once you are back online.',
  full: 'This device is nearly full, so this has stopped. Delete some days, or make room, and go on.',
  failed: 'A file did not arrive whole, so this has stopped. Try again.',
  elsewhere: 'Another window is at it.',
  check: 'Check the files',
  checking: (done, total) => `Checking ${done} of ${numbers.format(total)} files`,
  checked: (files, damaged) =>
    damaged === 0
      ? `All ${numbers.format(files)} files are sound.`
      : `Of ${numbers.format(files)} files ${numbers.format(damaged)} were damaged, and are fetched anew.`,
  newest: 'Take the newest along by themselves',
  newestDays: (days) => (days === 0 ? 'None' : dayCount(days)),
  newestHint: 'Fetched quietly, and not while data is saved. Older ones make room; those you took yourself stay.',
};

const WORDS: Readonly<Record<Locale, AlongWords>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

function posts(count: number): string {
  return count === 1 ? '1 post' : `${numbers.format(count)} posts`;
}

function dayCount(count: number): string {
  return count === 1 ? '1 day' : `${numbers.format(count)} days`;
}
