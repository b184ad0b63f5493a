// Characters of personal names that are written in two ways: traditional or old before the one of today.
const pairs =
  '龍龙 竜龙 張张 偉伟 陳陈 劉刘 吳吴 楊杨 趙赵 黃黄 孫孙 馬马 鄭郑 謝谢 韓韩 許许 鄧邓 蕭萧 馮冯 葉叶 蘇苏 盧卢 蔣蒋 賈贾 鍾钟 譚谭 陸陆 萬万 錢钱 湯汤 羅罗 賀贺 龔龚 華华 國国 東东 ' +
  '軍军 紅红 麗丽 蘭兰 鳳凤 雲云 義义 榮荣 栄荣 慶庆 傑杰 曉晓 靜静 穎颖 瑩莹 寧宁 遠远 飛飞 興兴 寶宝 貴贵 財财 壽寿 輝辉 鵬鹏 鴻鸿 維维 誠诚 詩诗 夢梦 歡欢 樂乐 楽乐 愛爱 賢贤 學学 ' +
  '嚴严 顧顾 龐庞 閻阎 鄒邹 鄔邬 賴赖 藍蓝 駱骆 車车 倫伦 陽阳 陰阴 銀银 鋒锋 鈞钧 銘铭 錦锦 順顺 頌颂 領领 風风 鶴鹤 鷹鹰 齊齐 斉齐 齋斋 斎斋 澤泽 沢泽 濱滨 浜滨 櫻樱 桜樱 廣广 広广 ' +
  '恵惠 邊边 辺边 邉边 髙高 﨑崎 島岛 嶋岛 關关 関关 圓圆 円圆 眞真 實实 実实 應应 応应 徳德 樹树 橋桥 濤涛 淺浅 瀧泷 滝泷 蔵藏 莊庄 荘庄 黒黑 歲岁 歳岁 豐丰 豊丰 獨独 鐵铁 鉄铁 長长 ' +
  '開开 間间 聰聪 聡聪 強强 彌弥 壯壮 將将 專专 尋寻 導导 岡冈 嶺岭 廳厅 懷怀 戰战 擇择 敎教 曄晔'

let forms: ReadonlyMap<string, string> | undefined

/** The form of today, in mainland China, of a character that has several; any other as it is. */
export function simplified(character: string): string {
  forms ??= new Map(pairs.split(' ').map((pair) => Array.from(pair) as [string, string]))
  return forms.get(character) ?? character
}
