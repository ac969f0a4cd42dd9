<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AheadBar</name>
    <message>
        <source>Order ends %1: %2</source>
        <comment>of its number</comment>
        <translation>订单尾号 %1：%2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再查一遍</translation>
    </message>
    <message>
        <source>Check labels ahead</source>
        <translation>面单预检</translation>
    </message>
    <message>
        <source>%1 of %2 labels tried</source>
        <translation>已试 %1/%2 张面单</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 labels</source>
        <translation>试了 %1/%2 张，已停</translation>
    </message>
    <message>
        <source>%1 of %2 labels cannot be printed</source>
        <translation>%2 张面单里有 %1 张打不了</translation>
    </message>
    <message>
        <source>All %1 labels can be printed, %2 orders left out: held, packed, or ready-made</source>
        <translation>%1 张面单都能打；另有 %2 单不用查：拦截、已打包或自带面单</translation>
    </message>
    <message>
        <source>All %1 labels can be printed</source>
        <translation>%1 张面单都能打</translation>
    </message>
</context>
<context>
    <name>BinChip</name>
    <message>
        <source>Bin</source>
        <extracomment>before a shelf place such as B-03-2</extracomment>
        <translation>库位</translation>
    </message>
</context>
<context>
    <name>BottomStrip</name>
    <message>
        <source>Held scans</source>
        <translation>暂存扫描</translation>
    </message>
    <message>
        <source>%1, judged after release</source>
        <translation>%1 次，放行后逐个判</translation>
    </message>
    <message>
        <source>%1 came too fast, being judged</source>
        <translation>%1 次扫得太快，正在逐个判</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>尾号 %1</translation>
    </message>
    <message>
        <source>This parcel</source>
        <translation>这个包裹</translation>
    </message>
    <message>
        <source>Last parcel</source>
        <translation>上一包裹</translation>
    </message>
    <message>
        <source>%1 · %2, ends %3</source>
        <translation>%1 · %2 尾号 %3</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>%1 · ends %2</source>
        <translation>%1 · 尾号 %2</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Undo last scan</source>
        <translation>撤销上一扫</translation>
    </message>
</context>
<context>
    <name>DayEndPage</name>
    <message>
        <source>Day end</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>%1 · the clock jumped</source>
        <translation>%1 · 时钟跳过</translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not add up</source>
        <translation><numerusform>%n 件对不上</numerusform></translation>
    </message>
    <message>
        <source>Everything adds up</source>
        <translation>都对得上</translation>
    </message>
</context>
<context>
    <name>DayFigures</name>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>已贴</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已发</translation>
    </message>
    <message>
        <source>on a list</source>
        <translation>上交接单</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>DayFindingCard</name>
    <message>
        <source>ends %1 · order %2</source>
        <translation>尾号 %1 · 订单 %2</translation>
    </message>
    <message>
        <source>Printed, on no parcel</source>
        <translation>已打印，没贴</translation>
    </message>
    <message>
        <source>Labelled, still here</source>
        <translation>已贴，还没发</translation>
    </message>
    <message>
        <source>Left, on no hand-over list</source>
        <translation>已发，没上交接单</translation>
    </message>
    <message>
        <source>On a list, never left</source>
        <translation>上了交接单，没发</translation>
    </message>
    <message>
        <source>Left, label not printed here</source>
        <translation>已发，面单不是这里打的</translation>
    </message>
    <message>
        <source>Label voided</source>
        <translation>面单作废</translation>
    </message>
    <message>
        <source>Did its label come out?</source>
        <translation>面单出来没有？</translation>
    </message>
    <message>
        <source>%1 · order %2</source>
        <translation>%1 · 订单 %2</translation>
    </message>
    <message>
        <source>%1 · ends %2 · order %3</source>
        <translation>%1 · 尾号 %2 · 订单 %3</translation>
    </message>
</context>
<context>
    <name>DeviceRowCard</name>
    <message>
        <source>this bench&apos;s printer</source>
        <translation>本台在用</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 克</translation>
    </message>
    <message>
        <source>last scan %1</source>
        <translation>上一扫 %1</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>改用</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>试音</translation>
    </message>
</context>
<context>
    <name>DeviceTerms</name>
    <message>
        <source>Label printer</source>
        <translation>面单打印机</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>Virtual printer</source>
        <translation>虚拟打印机</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>喇叭</translation>
    </message>
    <message>
        <source>%1 dots/mm</source>
        <translation>%1 点/毫米</translation>
    </message>
    <message>
        <source>Clean the print head</source>
        <translation>请清洁打印头</translation>
    </message>
    <message>
        <source>The print head is worn out</source>
        <translation>打印头该换了</translation>
    </message>
    <message>
        <source>The paper must be measured</source>
        <translation>纸张需要校准</translation>
    </message>
    <message>
        <source>The roll is nearly empty</source>
        <translation>纸卷快用完了</translation>
    </message>
    <message>
        <source>The ribbon is nearly empty</source>
        <translation>碳带快用完了</translation>
    </message>
    <message>
        <source>The battery is nearly empty</source>
        <translation>电量不足</translation>
    </message>
    <message>
        <source>A label waits to be taken off</source>
        <translation>有面单等着取走</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>虚拟</translation>
    </message>
    <message>
        <source>types like a keyboard</source>
        <translation>键盘方式</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网口</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>串口</translation>
    </message>
    <message>
        <source>into a folder</source>
        <translation>存入文件夹</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>在服务器上</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Out of paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>Out of ribbon</source>
        <translation>缺碳带</translation>
    </message>
    <message>
        <source>Cover open</source>
        <translation>盖没合上</translation>
    </message>
    <message>
        <source>Cutter stuck</source>
        <translation>切刀卡住</translation>
    </message>
    <message>
        <source>Too hot</source>
        <translation>过热</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Unplugged</source>
        <translation>没接上</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>没有回应</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Held by another program</source>
        <translation>被别的程序占用</translation>
    </message>
    <message>
        <source>Which language?</source>
        <translation>打印语言不明</translation>
    </message>
    <message>
        <source>Still moving</source>
        <translation>还在晃动</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空秤</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>低于零</translation>
    </message>
    <message>
        <source>Too heavy</source>
        <translation>超重</translation>
    </message>
    <message>
        <source>Needs zeroing</source>
        <translation>需要清零</translation>
    </message>
    <message>
        <source>Needs calibration</source>
        <translation>需要标定</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>休眠中</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>没有喇叭</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已关</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>没有接</translation>
    </message>
    <message>
        <source>Labels wait, none is lost</source>
        <translation>面单等着，好了自己出来</translation>
    </message>
    <message>
        <source>No label comes for now</source>
        <translation>恢复之前出不了面单</translation>
    </message>
    <message>
        <source>Sent, but not confirmed</source>
        <translation>面单照发，没有确认</translation>
    </message>
    <message>
        <source>Packbench may not use it</source>
        <translation>系统不能使用它</translation>
    </message>
    <message>
        <source>It prints once somebody said it</source>
        <translation>选好语言就能打印</translation>
    </message>
    <message>
        <source>No weight is taken</source>
        <translation>不取重量</translation>
    </message>
    <message>
        <source>Seen, but not heard</source>
        <translation>只看得到，听不到</translation>
    </message>
    <message>
        <source>Open the cover</source>
        <translation>掀开上盖</translation>
    </message>
    <message>
        <source>New roll, labels facing up</source>
        <translation>放新卷，标签面朝上</translation>
    </message>
    <message>
        <source>Close it, wait for green</source>
        <translation>合盖，绿灯亮就好</translation>
    </message>
    <message>
        <source>Put in a new ribbon</source>
        <translation>换新碳带</translation>
    </message>
    <message>
        <source>Press the cover shut</source>
        <translation>把上盖压紧</translation>
    </message>
    <message>
        <source>Wait for green</source>
        <translation>等绿灯亮</translation>
    </message>
    <message>
        <source>Press Pause on the printer</source>
        <translation>按一下打印机的暂停键</translation>
    </message>
    <message>
        <source>Check plug and power</source>
        <translation>看插头和电源</translation>
    </message>
    <message>
        <source>The label comes by itself</source>
        <translation>面单会自己出来</translation>
    </message>
    <message>
        <source>Supervisor: install the rule 70-packbench</source>
        <translation>主管：安装规则 70-packbench</translation>
    </message>
    <message>
        <source>Unplug it, plug it in again</source>
        <translation>拔下再插上</translation>
    </message>
    <message>
        <source>Supervisor: remove it from CUPS</source>
        <translation>主管：从 CUPS 移除</translation>
    </message>
    <message>
        <source>Or close the other program</source>
        <translation>或关掉那个程序</translation>
    </message>
    <message>
        <source>Print a test label</source>
        <translation>打一张测试面单</translation>
    </message>
    <message>
        <source>Clear the scale</source>
        <translation>清空秤盘</translation>
    </message>
    <message>
        <source>Press its zero button</source>
        <translation>按清零键</translation>
    </message>
    <message>
        <source>Take the parcel off</source>
        <translation>取下包裹</translation>
    </message>
    <message>
        <source>Weigh it elsewhere</source>
        <translation>换台秤称重</translation>
    </message>
    <message>
        <source>Check plug and volume</source>
        <translation>看插头和音量</translation>
    </message>
    <message>
        <source>Go on, watch the screen</source>
        <translation>先接着包，看屏幕</translation>
    </message>
    <message>
        <source>Switch it off and on</source>
        <translation>关了再开</translation>
    </message>
    <message>
        <source>If it stays: supervisor</source>
        <translation>还不行就叫主管</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) still to come</source>
        <translation><numerusform>还要出 %n 张</numerusform></translation>
    </message>
    <message>
        <source>Paper is jammed</source>
        <translation>卡纸</translation>
    </message>
    <message>
        <source>The mark on the paper is not found</source>
        <translation>找不到纸上的定位标记</translation>
    </message>
    <message>
        <source>The print head is too hot</source>
        <translation>打印头过热</translation>
    </message>
    <message>
        <source>The motor is too hot</source>
        <translation>马达过热</translation>
    </message>
    <message>
        <source>Say its language</source>
        <translation>选它的打印语言</translation>
    </message>
    <message>
        <source>It reads no codes for now</source>
        <translation>恢复之前读不了码</translation>
    </message>
    <message>
        <source>Plug the camera in</source>
        <translation>插好摄像头</translation>
    </message>
    <message>
        <source>It reads again by itself</source>
        <translation>之后会自动恢复读码</translation>
    </message>
    <message>
        <source>Close the other program</source>
        <translation>关掉占用它的程序</translation>
    </message>
    <message>
        <source>Supervisor: group video</source>
        <translation>主管：把用户加入 video 组</translation>
    </message>
    <message>
        <source>Start Packbench again</source>
        <translation>重新启动 Packbench</translation>
    </message>
    <message>
        <source>Name another camera</source>
        <translation>主管：换一个摄像头</translation>
    </message>
    <message>
        <source>See packctl devices</source>
        <translation>见 packctl devices</translation>
    </message>
</context>
<context>
    <name>DeviceView</name>
    <message>
        <source>%1 g</source>
        <translation>%1 克</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>上一扫</translation>
    </message>
    <message>
        <source>scan anything</source>
        <translation>随便扫一个码</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>原始内容</translation>
    </message>
    <message>
        <source>Kind of code, said by the scanner</source>
        <translation>扫描枪报告的码制</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>没有报告</translation>
    </message>
    <message>
        <source>Measure the paper</source>
        <translation>校准纸张</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Bench %1 · %2 ready, %3 to see to</source>
        <translation>打包台 %1 · %2 台就绪，%3 台要处理</translation>
    </message>
    <message>
        <source>Bench %1 · %2 ready</source>
        <translation>打包台 %1 · %2 台就绪</translation>
    </message>
    <message>
        <source>Every device of this bench works</source>
        <translation>本台设备都正常</translation>
    </message>
</context>
<context>
    <name>DockPanel</name>
    <message>
        <source>%1 on the vehicle</source>
        <translation>已上车 %1</translation>
    </message>
    <message>
        <source>%1 on the vehicle, %2 not yet</source>
        <translation>已上车 %1，还差 %2</translation>
    </message>
    <message>
        <source>%1, list %2</source>
        <translation>%1，交接单 %2</translation>
    </message>
    <message>
        <source>Hand over to a courier</source>
        <translation>交给快递</translation>
    </message>
    <message>
        <source>Scan a parcel&apos;s label: it opens its courier&apos;s list</source>
        <translation>扫包裹上的面单：会打开它那家快递的交接单</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>司机</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车牌</translation>
    </message>
    <message>
        <source>Counted %1, signed</source>
        <translation>数了 %1 件，签收</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n parcel(s)</source>
        <translation><numerusform>%1：%n 件</numerusform></translation>
    </message>
    <message>
        <source>Write the day-end sheet</source>
        <translation>写日结单</translation>
    </message>
</context>
<context>
    <name>DueBars</name>
    <message>
        <source>Orders per hour of their 24 h goal</source>
        <translation>每小时到 24 h 目标的单</translation>
    </message>
    <message>
        <source>past</source>
        <translation>已过</translation>
    </message>
</context>
<context>
    <name>DueColumns</name>
    <message>
        <source>24 h goal</source>
        <translation>24 h 目标</translation>
    </message>
    <message>
        <source>48 h limit</source>
        <translation>48 h 底线</translation>
    </message>
    <message>
        <source>since payment</source>
        <translation>付款后经过</translation>
    </message>
</context>
<context>
    <name>DuePage</name>
    <message>
        <source>Due board</source>
        <translation>到期看板</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>没有要到期的单</translation>
    </message>
    <message>
        <source>past limit</source>
        <translation>单超底线</translation>
    </message>
    <message>
        <source>past goal</source>
        <translation>单过目标</translation>
    </message>
    <message numerus="yes">
        <source>%n packed this hour</source>
        <translation><numerusform>这一小时已包 %n 单</numerusform></translation>
    </message>
    <message>
        <source>First: %1, %2</source>
        <translation>先包尾号 %1，%2</translation>
    </message>
</context>
<context>
    <name>DueRowCard</name>
    <message>
        <source>Past the goal</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>%1 wave</source>
        <translation>%1 波</translation>
    </message>
    <message>
        <source>Tomorrow, %1 wave</source>
        <translation>明天 %1 波</translation>
    </message>
    <message>
        <source>In %1 days, %2 wave</source>
        <translation>%1 天后 %2 波</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation><numerusform>%n 单</numerusform></translation>
    </message>
    <message>
        <source>pack these first</source>
        <translation>先包这些</translation>
    </message>
    <message>
        <source>cut-off in %1</source>
        <translation>%1 后截单</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>过 %1</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>尾号 %1</translation>
    </message>
    <message>
        <source>%1 · %2 pc</source>
        <translation>%1 · %2 件</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation><numerusform>%n 件</numerusform></translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Versions, files</source>
        <translation>版本与文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>You can look at it. A supervisor can change and save it.</source>
        <translation>您可以看。改动和保存要由主管来做。</translation>
    </message>
</context>
<context>
    <name>EditorProperties</name>
    <message>
        <source>Tap something on the label to change it, or put something new on it:</source>
        <translation>点面单上的东西来改，或者添加：</translation>
    </message>
    <message>
        <source>Tap something on the label to see how it is set.</source>
        <translation>点面单上的东西，看它怎么设的。</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>EditorProperty</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>EditorSaving</name>
    <message>
        <source>Name of the template</source>
        <translation>版式名称</translation>
    </message>
    <message>
        <source>Something was found, see the list. Saved all the same, because:</source>
        <translation>检查有问题，见清单。仍要保存，因为：</translation>
    </message>
    <message>
        <source>Looked at on paper, it is fine</source>
        <translation>打出来看过，没问题</translation>
    </message>
    <message>
        <source>The courier wants it so</source>
        <translation>快递公司要求这样</translation>
    </message>
    <message>
        <source>Only a trial</source>
        <translation>只是试用</translation>
    </message>
    <message>
        <source>or another reason</source>
        <translation>或其他原因</translation>
    </message>
    <message>
        <source>Save as the next version</source>
        <translation>保存为下一版</translation>
    </message>
</context>
<context>
    <name>EditorShelf</name>
    <message>
        <source>Write it to a file</source>
        <translation>写到文件</translation>
    </message>
    <message>
        <source>Give up what is not saved</source>
        <translation>放弃没保存的改动</translation>
    </message>
    <message>
        <source>Versions of this template</source>
        <translation>这个版式的各版</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>No import folder is set</source>
        <translation>没有设置导入文件夹</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>EditorTerms</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>框</translation>
    </message>
    <message>
        <source>Goods list</source>
        <translation>商品清单</translation>
    </message>
    <message>
        <source>Text or {{field}}</source>
        <translation>文字或 {{字段}}</translation>
    </message>
    <message>
        <source>Rows of</source>
        <translation>行的来源</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>码制</translation>
    </message>
    <message>
        <source>Bar, dots</source>
        <translation>条宽（点）</translation>
    </message>
    <message>
        <source>Number below</source>
        <translation>下面写号码</translation>
    </message>
    <message>
        <source>Must be read</source>
        <translation>必须读得出</translation>
    </message>
    <message>
        <source>Letters, mm</source>
        <translation>字高 mm</translation>
    </message>
    <message>
        <source>At least, mm</source>
        <translation>最小 mm</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>黑底白字</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>左右对齐</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>上下对齐</translation>
    </message>
    <message>
        <source>When too long</source>
        <translation>放不下时</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Row, mm</source>
        <translation>行高 mm</translation>
    </message>
    <message>
        <source>When rows are left</source>
        <translation>还有几种时</translation>
    </message>
    <message>
        <source>Line, dots</source>
        <translation>线宽（点）</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>实心</translation>
    </message>
    <message>
        <source>Corners, mm</source>
        <translation>圆角 mm</translation>
    </message>
    <message>
        <source>Only with field</source>
        <translation>有此字段才印</translation>
    </message>
    <message>
        <source>From left, mm</source>
        <translation>离左 mm</translation>
    </message>
    <message>
        <source>From top, mm</source>
        <translation>离上 mm</translation>
    </message>
    <message>
        <source>Wide, mm</source>
        <translation>宽 mm</translation>
    </message>
    <message>
        <source>High, mm</source>
        <translation>高 mm</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>长</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁</translation>
    </message>
    <message>
        <source>A character no font has</source>
        <translation>有字体里没有的字</translation>
    </message>
    <message>
        <source>Text does not fit, it is cut</source>
        <translation>文字放不下，被截断</translation>
    </message>
    <message>
        <source>Lies off the label</source>
        <translation>超出面单</translation>
    </message>
    <message>
        <source>Too little white around the code</source>
        <translation>条码四周留白不够</translation>
    </message>
    <message>
        <source>The code cannot be drawn</source>
        <translation>条码画不出来</translation>
    </message>
    <message>
        <source>The field is empty or unknown</source>
        <translation>字段为空或不认识</translation>
    </message>
    <message>
        <source>The code is not readable</source>
        <translation>条码读不出</translation>
    </message>
    <message>
        <source>The code reads differently</source>
        <translation>条码读出的不一样</translation>
    </message>
    <message>
        <source>No label font is installed</source>
        <translation>没有装面单字体</translation>
    </message>
    <message>
        <source>Cannot be drawn like this</source>
        <translation>这样画不出来</translation>
    </message>
    <message>
        <source>%1 is saved. The next label uses it.</source>
        <translation>%1 已保存，下一张面单就用它。</translation>
    </message>
    <message>
        <source>Not saved: only a supervisor may.</source>
        <translation>没有保存：只有主管可以保存。</translation>
    </message>
    <message>
        <source>Not saved: give it a name without / and @.</source>
        <translation>没有保存：请取一个不含 / 和 @ 的名字。</translation>
    </message>
    <message>
        <source>Not saved: something was found. Say why it is saved all the same.</source>
        <translation>没有保存：检查有问题。仍要保存请说明原因。</translation>
    </message>
    <message>
        <source>Not saved: it cannot be drawn. Mend what is in the list.</source>
        <translation>没有保存：画不出来。请先改好清单里的问题。</translation>
    </message>
    <message>
        <source>Written to the file %1.</source>
        <translation>已写入文件 %1。</translation>
    </message>
    <message>
        <source>The file %1 was not written. Look at the folder.</source>
        <translation>文件 %1 没有写成，请看文件夹。</translation>
    </message>
    <message>
        <source>%1 is no template file. Choose another.</source>
        <translation>%1 不是版式文件，请另选一个。</translation>
    </message>
    <message>
        <source>There is no template %1. Choose another.</source>
        <translation>没有版式 %1，请另选一个。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Top to bottom</source>
        <translation>竖排</translation>
    </message>
    <message>
        <source>Names in full</source>
        <translation>姓名全显</translation>
    </message>
    <message>
        <source>Phones in full</source>
        <translation>电话全显</translation>
    </message>
    <message>
        <source>Doors in full</source>
        <translation>门牌全显</translation>
    </message>
    <message>
        <source>Black, %</source>
        <translation>黑度，%</translation>
    </message>
    <message>
        <source>Picture&apos;s file</source>
        <translation>图片文件</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>灰阶</translation>
    </message>
    <message>
        <source>Black below</source>
        <translation>低于此为黑</translation>
    </message>
    <message>
        <source>… and it is</source>
        <translation>……且等于</translation>
    </message>
    <message>
        <source>Only without field</source>
        <translation>没有此字段才画</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>serif</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>even</source>
        <translation>等宽</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>扩散</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>硬切</translation>
    </message>
    <message>
        <source>Two things lie on each other</source>
        <translation>两样东西叠在一起</translation>
    </message>
    <message>
        <source>No code of the waybill number: not printed</source>
        <translation>没有运单号的码：不打印</translation>
    </message>
    <message>
        <source>The bars would be too thin</source>
        <translation>条太细</translation>
    </message>
    <message>
        <source>The code does not read back</source>
        <translation>码读不回来</translation>
    </message>
    <message>
        <source>The picture cannot be read</source>
        <translation>图片读不了</translation>
    </message>
    <message>
        <source>The value does not fit its format</source>
        <translation>值不合格式</translation>
    </message>
</context>
<context>
    <name>FaultPage</name>
    <message>
        <source>The bench cannot record anything now</source>
        <translation>现在什么都记不下来，先停</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>No import folder is set</source>
        <translation>没有设导入文件夹</translation>
    </message>
    <message>
        <source>Files in %1</source>
        <translation>%1 里的文件</translation>
    </message>
    <message>
        <source>No file is here. Drop one, or save it to this folder.</source>
        <translation>这里没有文件。拖一个进来，或存到这个文件夹。</translation>
    </message>
    <message>
        <source>Read all %1</source>
        <translation>全部读入 %1 个</translation>
    </message>
</context>
<context>
    <name>FoldedLines</name>
    <message>
        <source>%1 complete · %2</source>
        <translation>已齐 %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n 行</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation><numerusform>%n 件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more below</source>
        <translation><numerusform>下面还有 %n 行</numerusform></translation>
    </message>
</context>
<context>
    <name>GateHalf</name>
    <message>
        <source>not scanned yet</source>
        <translation>还没扫</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Dispatch gate</source>
        <translation>出库口</translation>
    </message>
    <message>
        <source>Day end</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Box: tote, slip or box code</source>
        <translation>箱子：周转箱、出库单或箱码</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>Label on the parcel</source>
        <translation>包裹上的面单</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>尾号 %1</translation>
    </message>
    <message>
        <source>The parcel before</source>
        <translation>上一个包裹</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>%1, ends %2</source>
        <translation>%1，尾号 %2</translation>
    </message>
    <message>
        <source>order %1 · %2</source>
        <translation>订单 %1 · %2</translation>
    </message>
    <message>
        <source>Passed today</source>
        <translation>今天已放行</translation>
    </message>
</context>
<context>
    <name>GateRefusal</name>
    <message>
        <source>Scanned: %1</source>
        <translation>扫到的：%1</translation>
    </message>
    <message>
        <source>Scan the OK card, then go on</source>
        <translation>扫“知道了”卡，再继续</translation>
    </message>
    <message>
        <source>This parcel stays</source>
        <translation>这个包裹不能走</translation>
    </message>
    <message>
        <source>OK, got it</source>
        <translation>知道了</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) held behind this</source>
        <translation><numerusform>后面暂存了 %n 次扫描</numerusform></translation>
    </message>
    <message>
        <source>Then scan this card</source>
        <translation>办完扫这张卡</translation>
    </message>
</context>
<context>
    <name>IdleView</name>
    <message>
        <source>Scan the item itself</source>
        <translation>直接扫商品</translation>
    </message>
    <message>
        <source>Scan the next order</source>
        <translation>扫下一单</translation>
    </message>
    <message>
        <source>Single-item mode: the order that is due first opens.</source>
        <translation>单件模式：自动打开最先到期的那一单。</translation>
    </message>
    <message>
        <source>Any one of these opens it:</source>
        <translation>扫下面任意一种就能打开：</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>出库单</translation>
    </message>
    <message>
        <source>the code on the outbound slip</source>
        <translation>出库单上的码</translation>
    </message>
    <message>
        <source>Tote</source>
        <translation>周转箱</translation>
    </message>
    <message>
        <source>the code on the picked tote</source>
        <translation>拣好货的箱子上的码</translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>a number given by the shop</source>
        <translation>店铺给的运单号</translation>
    </message>
    <message>
        <source>%1 wave</source>
        <translation>%1 波</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) left</source>
        <translation><numerusform>还剩 %n 单</numerusform></translation>
    </message>
    <message>
        <source>earliest limit in</source>
        <translation>最早的底线还有</translation>
    </message>
    <message>
        <source>cut-off in</source>
        <translation>截单还有</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>过 %1</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Waybill numbers</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读 %1</translation>
    </message>
    <message>
        <source>Tap a file to read it. The same file twice changes nothing.</source>
        <translation>点一个文件就读入。同一个文件读两次，什么也不会变。</translation>
    </message>
    <message>
        <source>%1 refused, the reasons are on the left</source>
        <translation>%1 条没收，原因在左边</translation>
    </message>
    <message>
        <source>Everything was taken</source>
        <translation>全部收下</translation>
    </message>
    <message>
        <source>Stop, keep nothing of this file</source>
        <translation>停，这个文件都不要</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>没变</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>没收</translation>
    </message>
</context>
<context>
    <name>ImportRowCard</name>
    <message>
        <source>Line %1 · %2</source>
        <translation>第 %1 行 · %2</translation>
    </message>
    <message>
        <source>Line %1 · order %2 · %3</source>
        <translation>第 %1 行 · 订单 %2 · %3</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 new, %4 changed, %5 as before, %6 refused</source>
        <translation>%1 · %2 · 新增 %3，更新 %4，没变 %5，没收 %6</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Labels that came in and wait</source>
        <translation>收到的面单，等人处理</translation>
    </message>
    <message>
        <source>No label waits for anybody</source>
        <translation>没有面单在等</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>用这一张</translation>
    </message>
    <message>
        <source>Scan the order&apos;s slip, or type its number behind the keyboard sign</source>
        <translation>扫这一单的出库单，或点键盘标志输入订单号</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不指定</translation>
    </message>
    <message>
        <source>Say which order it is</source>
        <translation>指定订单</translation>
    </message>
    <message>
        <source>Discard this label</source>
        <translation>丢弃这张</translation>
    </message>
</context>
<context>
    <name>InboxRowCard</name>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>from %1 · ends %2</source>
        <translation>来自 %1 · 尾号 %2</translation>
    </message>
</context>
<context>
    <name>LabelRowCard</name>
    <message>
        <source>copy %1</source>
        <translation>第 %1 次打</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>尾号 %1</translation>
    </message>
    <message>
        <source>%1 · order %2</source>
        <translation>%1 · 订单 %2</translation>
    </message>
</context>
<context>
    <name>LabelView</name>
    <message>
        <source>Order ending %1 · carton %2 of %3</source>
        <translation>订单 尾号 %1 · 第 %2 箱，共 %3 箱</translation>
    </message>
    <message>
        <source>Order %1 · carton %2 of %3</source>
        <translation>订单 %1 · 第 %2 箱，共 %3 箱</translation>
    </message>
    <message>
        <source>The printer has it now.</source>
        <translation>已交给打印机。</translation>
    </message>
    <message>
        <source>The printer has confirmed it.</source>
        <translation>打印机已确认。</translation>
    </message>
    <message>
        <source>Sent. This printer does not confirm.</source>
        <translation>已发送，这台打印机不回确认。</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Flat, on the largest face.</source>
        <translation>贴平，贴在最大的一面。</translation>
    </message>
    <message>
        <source>Stick it on</source>
        <translation>贴上去</translation>
    </message>
    <message>
        <source>This closes the parcel.</source>
        <translation>扫了这个包裹才算完。</translation>
    </message>
    <message>
        <source>Scan it</source>
        <translation>扫面单</translation>
    </message>
    <message>
        <source>Nothing came out</source>
        <translation>没打出来</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>打坏了</translation>
    </message>
    <message>
        <source>Did this label come out?</source>
        <translation>这张面单出来了吗？</translation>
    </message>
    <message>
        <source>%1, ends %2</source>
        <translation>%1 尾号 %2</translation>
    </message>
    <message>
        <source>It was sent, the printer has not confirmed it.</source>
        <translation>已经发给打印机，打印机没有确认。</translation>
    </message>
    <message>
        <source>Scan it now.</source>
        <translation>现在扫它。</translation>
    </message>
    <message>
        <source>Yes, it is here</source>
        <translation>出来了，在手上</translation>
    </message>
    <message>
        <source>Print it again with the same number.</source>
        <translation>用同一个运单号再打一张。</translation>
    </message>
    <message>
        <source>No, nothing came out</source>
        <translation>没有，什么也没出来</translation>
    </message>
    <message>
        <source>It is torn or half printed</source>
        <translation>撕破了，或只打了一半</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation><numerusform>%n 件</numerusform></translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>还没打印</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>再发一次</translation>
    </message>
    <message>
        <source>Cancel this label</source>
        <translation>取消这张面单</translation>
    </message>
    <message>
        <source>The printer has counted it.</source>
        <translation>打印机已计数。</translation>
    </message>
</context>
<context>
    <name>LabelVerbs</name>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢了</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>扫不出</translation>
    </message>
    <message>
        <source>Stuck wrong</source>
        <translation>贴错了</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再打</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>换号</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>加箱</translation>
    </message>
    <message>
        <source>Courier asks</source>
        <translation>快递要求</translation>
    </message>
    <message>
        <source>Wrong courier</source>
        <translation>快递选错</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>号不对</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>装不下</translation>
    </message>
    <message>
        <source>Too heavy</source>
        <translation>太重</translation>
    </message>
    <message>
        <source>Goods added</source>
        <translation>补货品</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>Grade</source>
        <extracomment>how well the label's codes would scan, a letter from A to F stands beneath</extracomment>
        <translation>等级</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>面单</translation>
    </message>
    <message>
        <source>The newest first</source>
        <translation>新的在前</translation>
    </message>
    <message>
        <source>Labels that came in</source>
        <translation>收到的面单</translation>
    </message>
    <message>
        <source>No label has been made yet</source>
        <translation>还没有打过面单</translation>
    </message>
    <message>
        <source>Another copy is on its way</source>
        <translation>正在再打一张</translation>
    </message>
    <message>
        <source>Print it again, because:</source>
        <translation>再打一张，原因：</translation>
    </message>
    <message>
        <source>This one is not printed again</source>
        <translation>这一张不能再打</translation>
    </message>
    <message>
        <source>It is on its way</source>
        <translation>正在路上</translation>
    </message>
    <message>
        <source>Nothing of it was sent yet</source>
        <translation>还没发出去</translation>
    </message>
    <message>
        <source>It is being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>再发一次</translation>
    </message>
    <message>
        <source>Cancel this label</source>
        <translation>取消这张面单</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Another number, because:</source>
        <translation>换新号，原因：</translation>
    </message>
    <message>
        <source>This one keeps its number</source>
        <translation>这张不能换号</translation>
    </message>
    <message>
        <source>One more carton, because:</source>
        <translation>加一箱，原因：</translation>
    </message>
    <message>
        <source>No carton can be added</source>
        <translation>不能加箱</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Which language does it speak?</source>
        <translation>它用哪种打印语言？</translation>
    </message>
    <message>
        <source>Likely: %1</source>
        <translation>多半是 %1</translation>
    </message>
    <message>
        <source>Card: PBC-ZPL, PBC-TSPL …</source>
        <translation>扫卡：PBC-ZPL、PBC-TSPL …</translation>
    </message>
</context>
<context>
    <name>MenuStrip</name>
    <message>
        <source>Pack</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>出库口</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>面单</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Type the code under the bars, then Enter</source>
        <translation>输入条码下面的数字，再按回车</translation>
    </message>
</context>
<context>
    <name>OpenLineCard</name>
    <message>
        <source>Scan next</source>
        <translation>接着扫</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>款号 %1</translation>
    </message>
    <message>
        <source>scanned / ordered</source>
        <translation>已扫 / 应扫</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Order ending %1</source>
        <translation>订单 尾号 %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>%1 · carton %2 of %3</source>
        <translation>%1 · 第 %2 箱，共 %3 箱</translation>
    </message>
    <message>
        <source>%1 of %2 pieces</source>
        <translation>%1 / %2 件</translation>
    </message>
</context>
<context>
    <name>PackPage</name>
    <message>
        <source>%1 · piece %2</source>
        <translation>%1 · 第 %2 件</translation>
    </message>
    <message numerus="yes">
        <source>%n repeat(s) counted once</source>
        <translation><numerusform>%n 次重复，只计一次</numerusform></translation>
    </message>
    <message>
        <source>The next scan counts</source>
        <translation>下一扫计</translation>
    </message>
    <message>
        <source>This order</source>
        <translation>这一单</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>面单</translation>
    </message>
    <message>
        <source>Number ends in</source>
        <translation>运单尾号</translation>
    </message>
    <message>
        <source>Last parcel</source>
        <translation>上一包裹</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation><numerusform>%n 件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) to go</source>
        <translation><numerusform>还差 %n 件</numerusform></translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已齐</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>等你确认</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>正在出来</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>尾号 %1</translation>
    </message>
</context>
<context>
    <name>RefusalCard</name>
    <message>
        <source>Code ends %1</source>
        <translation>条码尾号 %1</translation>
    </message>
    <message>
        <source>Code ends %1 · bin %2</source>
        <translation>条码尾号 %1 · 库位 %2</translation>
    </message>
</context>
<context>
    <name>RefusalView</name>
    <message>
        <source>No order is open</source>
        <translation>没有打开的订单</translation>
    </message>
    <message>
        <source>Order ending %1</source>
        <translation>订单 尾号 %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>%1 of %2 pieces · not counted</source>
        <translation>%1 / %2 件 · 没有加数</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>没有加数</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>扫到的</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应该是</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Scan the OK card, then go on</source>
        <translation>扫“知道了”卡，再接着做</translation>
    </message>
    <message>
        <source>%1 is wrong</source>
        <translation>%1不对</translation>
    </message>
    <message>
        <source>OK, got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Scan the right item</source>
        <translation>扫对的货</translation>
    </message>
    <message>
        <source>Scan the right code</source>
        <translation>扫对的码</translation>
    </message>
    <message>
        <source>or scan this card</source>
        <translation>或扫这张卡解除</translation>
    </message>
</context>
<context>
    <name>RemarkView</name>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>我已看过</translation>
    </message>
    <message>
        <source>CONFIRM</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>or scan this card</source>
        <translation>或扫这张卡解除</translation>
    </message>
    <message>
        <source>Goods scanned now are held.</source>
        <translation>现在扫的货先暂存。</translation>
    </message>
</context>
<context>
    <name>SerialChip</name>
    <message>
        <source>scan serial</source>
        <translation>扫序列号</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Who packs here?</source>
        <translation>谁在这个台打包？</translation>
    </message>
    <message>
        <source>Scan your badge. Everything you pack carries your name.</source>
        <translation>扫工牌登录。你包的每一件都记着你的名字。</translation>
    </message>
    <message>
        <source>No badge? The supervisor prints one.</source>
        <translation>没有工牌？找主管打一张。</translation>
    </message>
    <message>
        <source>Last parcel</source>
        <translation>上一包裹</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>尾号 %1</translation>
    </message>
</context>
<context>
    <name>StartUpPage</name>
    <message>
        <source>The bench has started.</source>
        <translation>打包台已启动。</translation>
    </message>
    <message>
        <source>The bench stopped after %1 and is back. Every scan before that is kept.</source>
        <translation>打包台在 %1 之后停过，现在恢复了。之前的扫描都在。</translation>
    </message>
    <message>
        <source>To finish: scan the slip or the label of one</source>
        <translation>未完成：扫其中一单的出库单或面单</translation>
    </message>
    <message>
        <source>No label waits for anybody</source>
        <translation>没有面单在等人处理</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>然后</translation>
    </message>
    <message>
        <source>Packing goes on</source>
        <translation>继续打包</translation>
    </message>
    <message numerus="yes">
        <source>after %n answer(s)</source>
        <translation><numerusform>还要答 %n 张</numerusform></translation>
    </message>
    <message>
        <source>Label %1 of %2 is uncertain</source>
        <translation>第 %1 张，共 %2 张不确定</translation>
    </message>
    <message>
        <source>No label is uncertain</source>
        <translation>没有不确定的面单</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>没有出来</translation>
    </message>
</context>
<context>
    <name>StartUpQuestion</name>
    <message>
        <source>Did this label come out?</source>
        <translation>这张面单出来了吗？</translation>
    </message>
    <message>
        <source>Order %1 · %2, ends %3</source>
        <translation>订单 %1 · %2，尾号 %3</translation>
    </message>
    <message>
        <source>%1 · %2/%3</source>
        <comment>carton 2 of 3</comment>
        <translation>%1 · %2/%3 箱</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>at this time to this printer</comment>
        <translation>%1 发给 %2</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <comment>at this time to this printer, by</comment>
        <translation>%1 发给 %2，%3</translation>
    </message>
    <message>
        <source>%1 · no. %2</source>
        <comment>print</comment>
        <translation>%1 · 第 %2 张</translation>
    </message>
    <message>
        <source>The printer has counted no label since.</source>
        <translation>打印机之后没有数到面单。</translation>
    </message>
    <message>
        <source>The printer has counted one label since.</source>
        <translation>打印机之后数到 1 张。</translation>
    </message>
    <message>
        <source>The printer has counted %1 labels since.</source>
        <translation>打印机之后数到 %1 张。</translation>
    </message>
    <message>
        <source>The printer took %1 % of it and has not confirmed it.</source>
        <translation>打印机收到了 %1 %，没有确认。</translation>
    </message>
    <message>
        <source>The printer has not confirmed it.</source>
        <translation>打印机没有确认。</translation>
    </message>
    <message>
        <source>Scan it now.</source>
        <translation>现在扫它。</translation>
    </message>
    <message>
        <source>Yes, it is here</source>
        <translation>在，出来了</translation>
    </message>
    <message>
        <source>Void. Nothing prints by itself.</source>
        <translation>这一张作废，不会自己重打。</translation>
    </message>
    <message>
        <source>No, it is not there</source>
        <translation>没有出来</translation>
    </message>
    <message>
        <source>Print it again with the same number.</source>
        <translation>同一个号再打一张。</translation>
    </message>
    <message>
        <source>It is torn or half printed</source>
        <translation>撕坏了或只打了一半</translation>
    </message>
</context>
<context>
    <name>StartUpRowCard</name>
    <message>
        <source>Order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>Order %1 · %2, ends %3</source>
        <translation>订单 %1 · %2，尾号 %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>OK</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>DONE</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>WRONG</source>
        <translation>错货</translation>
    </message>
    <message>
        <source>WRONG LABEL</source>
        <translation>错面单</translation>
    </message>
    <message>
        <source>MISREAD</source>
        <translation>没读清</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>不行</translation>
    </message>
    <message>
        <source>TOO MANY</source>
        <translation>多扫</translation>
    </message>
    <message>
        <source>UNKNOWN</source>
        <translation>未知码</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停</translation>
    </message>
    <message>
        <source>LOOK</source>
        <translation>看</translation>
    </message>
    <message>
        <source>WAIT</source>
        <translation>等</translation>
    </message>
    <message>
        <source>Waits for the printer</source>
        <translation>等打印</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Sent, not confirmed</source>
        <translation>已发送，没确认</translation>
    </message>
    <message>
        <source>Printed, not yet scanned</source>
        <translation>已打印，还没扫</translation>
    </message>
    <message>
        <source>On the parcel, scanned</source>
        <translation>面单已贴已扫</translation>
    </message>
    <message>
        <source>Not known whether it came out</source>
        <translation>不知道出没出来</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>没有打</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>The buyer wrote</source>
        <translation>买家留言</translation>
    </message>
    <message>
        <source>Remark from customer service</source>
        <translation>客服备注</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>旗标</translation>
    </message>
    <message>
        <source>to pack</source>
        <translation>待包</translation>
    </message>
    <message>
        <source>packing</source>
        <translation>在包</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>已包</translation>
    </message>
    <message>
        <source>held</source>
        <translation>拦截</translation>
    </message>
    <message>
        <source>item?</source>
        <translation>缺商品</translation>
    </message>
    <message>
        <source>lines?</source>
        <translation>缺明细</translation>
    </message>
    <message>
        <source>counts?</source>
        <translation>缺数量</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>service</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>a required field is missing</source>
        <translation>缺必填项</translation>
    </message>
    <message>
        <source>the quantity is no number</source>
        <translation>数量不是数字</translation>
    </message>
    <message>
        <source>the time cannot be read</source>
        <translation>时间读不懂</translation>
    </message>
    <message>
        <source>several goods in one row</source>
        <translation>一行里有几种货</translation>
    </message>
    <message>
        <source>twice in the file</source>
        <translation>文件里重复</translation>
    </message>
    <message>
        <source>a number was damaged by a spreadsheet</source>
        <translation>号码被表格软件改坏了</translation>
    </message>
    <message>
        <source>its label exists already</source>
        <translation>面单已经有了</translation>
    </message>
    <message>
        <source>this order is not known</source>
        <translation>没有这个订单</translation>
    </message>
    <message>
        <source>this item is not known</source>
        <translation>没有这个商品</translation>
    </message>
    <message>
        <source>the address is masked</source>
        <translation>地址是隐藏的</translation>
    </message>
    <message>
        <source>the code is not valid</source>
        <translation>条码不对</translation>
    </message>
    <message>
        <source>the number belongs to another courier</source>
        <translation>是别家快递的号</translation>
    </message>
    <message>
        <source>this file is no table</source>
        <translation>这个文件不是表格</translation>
    </message>
    <message>
        <source>no shop&apos;s export looks like this</source>
        <translation>认不出是哪家店的导出</translation>
    </message>
    <message>
        <source>the text cannot be read</source>
        <translation>文字编码读不懂</translation>
    </message>
    <message>
        <source>the file or a line is too large</source>
        <translation>文件或某一行太大</translation>
    </message>
    <message>
        <source>the file ends in the middle</source>
        <translation>文件中间断了</translation>
    </message>
    <message>
        <source>the file is not there</source>
        <translation>文件不在了</translation>
    </message>
    <message>
        <source>its rows name two addresses</source>
        <translation>各行收货地址不一致</translation>
    </message>
    <message>
        <source>the order&apos;s state is not known</source>
        <translation>订单状态不认识</translation>
    </message>
    <message>
        <source>the import was stopped</source>
        <translation>导入已停止</translation>
    </message>
    <message>
        <source>SCAN</source>
        <comment>badge</comment>
        <translation>扫工牌</translation>
    </message>
    <message>
        <source>SCAN</source>
        <comment>order</comment>
        <translation>扫单</translation>
    </message>
    <message>
        <source>SCAN</source>
        <comment>item</comment>
        <translation>扫货</translation>
    </message>
    <message>
        <source>SCAN</source>
        <comment>serial</comment>
        <translation>序列号</translation>
    </message>
    <message>
        <source>SCAN</source>
        <comment>label</comment>
        <translation>扫面单</translation>
    </message>
    <message>
        <source>SCAN</source>
        <comment>reason</comment>
        <translation>扫原因</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Printed again</source>
        <translation>已重打</translation>
    </message>
    <message>
        <source>Drawn anew</source>
        <translation>已重新生成</translation>
    </message>
    <message>
        <source>Wider than it prints</source>
        <translation>比打印头宽</translation>
    </message>
    <message>
        <source>The printer took all of it</source>
        <translation>打印机全收到了</translation>
    </message>
    <message>
        <source>The printer was done</source>
        <translation>打印机已打完</translation>
    </message>
    <message>
        <source>The printer counted it</source>
        <translation>打印机已计数</translation>
    </message>
    <message>
        <source>It was scanned</source>
        <translation>已扫</translation>
    </message>
    <message>
        <source>Not there, nothing printed since</source>
        <translation>没有出来，还没重打</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>没有出来</translation>
    </message>
    <message>
        <source>Dropped by the printer</source>
        <translation>已从打印机清掉</translation>
    </message>
    <message>
        <source>Number given up</source>
        <translation>号已作废</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Bench</source>
        <translation>打包台</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Next limit</source>
        <translation>下一时限</translation>
    </message>
    <message>
        <source>Next limit · an order</source>
        <translation>下一时限 · 订单</translation>
    </message>
    <message>
        <source>Next limit · %1 wave</source>
        <translation>下一时限 · %1 波</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>过 %1</translation>
    </message>
    <message>
        <source>Left in this wave</source>
        <translation>本波次还剩</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>orders left of all orders of the wave</extracomment>
        <translation>%1 / %2 单</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
</context>
</TS>
