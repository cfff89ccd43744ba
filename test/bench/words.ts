// The words that invented posts are made of.

/** Parts of Chinese sentences, to be set one after the other. */
export const CHINESE: readonly string[] = (
  '海湾 港务局 今日 表示 新建 码头 风电 机组 渔船 检修 投运 计划 同比 增长 下降 居民 供热 管网 市场 监管 抽检 合格 ' +
  '公司 工厂 订单 出口 冬季 夜间 施工 完工 记者 了解到 预计 明年 三月 第二批 设备 运抵 岸上 变电站 海缆 测试 通过 专家 认为'
).split(' ');

/** English words, to be set with blanks between them. */
export const ENGLISH: readonly string[] = (
  'harbour council said the new pier would open before winter while pilots keep night shifts and two more tugs stay on ' +
  'call until fog season ends in March turbines cable tested grid households fishing fleet returned with record catch of'
).split(' ');

/** Media that invented posts come from. */
export const MEDIA: readonly string[] = ['海湾日报', '港口快讯', '晚报', '商报', 'Bay Courier', 'Harbour Post'];

/** Towns, which media and companies are named for. */
export const TOWNS: readonly string[] =
  '海湾 北港 青屿 东渡 石浦 云溪 南洲 长汀 白塔 松原 临川 河间 月潭 新桥 平沙 望江 金山 柳林 双峰 清泉'.split(' ');

/** What ends the name of a medium. */
export const KINDS: readonly string[] =
  '日报 晚报 快讯 商报 财经 时报 周刊 网 电视台 广播 新闻社 证券报 观察 在线 导报'.split(' ');
