/** The issue file that `pagegen init` writes: a short story of our own, with a comment for every key. */
export const SAMPLE_ISSUE = `# yaml-language-server: $schema=../schemas/issue.schema.json
# 一个稿件文件就是一版。改好以后运行：pagegen build issues/my-first-page.yaml
# An issue file is one page. Then run: pagegen build issues/my-first-page.yaml
#
# 正文里空一行是另起一段；其余换行只为好看，排版时不留痕迹。
# **黑体**、*着重号*、{汉字|hàn zì} 注音；要原样印出 * { | 时，前面加 \\。

layout: tabloid-theme         # 版式：layouts/ 里的文件名
date: 2026-05-06              # 日期：版头的公历、星期、农历都由它算出
page: 3                       # 版序
section: 城事                 # 版名

kicker: 一座老菜市场和它的三百个摊位                # 引题
headline: 先问摊主 再动砖瓦                         # 主题：空格处优先转行，| 处必定转行
lead:                                               # 导语：一段或几段
  - 柳条巷菜市场要翻修了。图纸摊开之前，设计师先在市场里站了二十个早晨，把每个摊位几点开张、
    几点收摊、水往哪边流都记了下来。
byline: {reporter: [何既白], photo: 沈满}           # 署名：也可以直接写成一行字

blocks:                       # 分题块：分题和正文，按阅读次序
  - title: 二十个早晨
    text: |
      凌晨四点半，第一辆三轮车从东门进来。车上是水芹和茭白，摊主姓罗，在这里卖了十九年菜。“我的摊子
      朝北，冬天风大，可菜不蔫。”他说，“你们要是把我挪到朝南，我反倒不高兴。”

      这样的话，设计师记了满满三本。哪家的秤要靠墙，哪家的鱼池离不开地漏，哪家的老顾客认的是柱子上
      那块旧招牌，图纸上都有了标注。

  - title: 留一根柱子
    text: |
      市场里有十二根老水泥柱，按新方案只需保留九根。征求意见时，西头三位摊主一起找来：第七根柱子不能
      拆，几十年来邻里约着见面，说的都是“七号柱下见”。

      结构师重新算了一遍荷载，把一道梁挪开四十厘米，第七根柱子留了下来。**多花了两天，省了许多口舌。**

  - title: 水往低处走
    theme: blue               # 主题色：red 红、blue 蓝、green 绿、gold 金、grey 灰；不写就用版式的颜色
    text: |
      老市场最大的毛病是积水。新地面从中间向两侧找坡，坡度1.5%，推着车走不觉得斜，水却能自己流进沟里。
      沟盖用的是可以整块提起的格栅，收摊以后冲洗，一个人二十分钟就能做完。

  - title: 开张那天
    text: |
      工期分成三段，始终有两百个摊位照常营业。最后一段完工的清早，老罗还是四点半到。他的摊子仍旧朝北，
      背后多了一扇能挡风的折门。

credits: {editor: 陆闻舟, designer: 顾时雨}         # 责编
`;
