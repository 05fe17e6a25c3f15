### 中文. The keys of en.ftl, in its order.

## Login, claim, and other pages without scripts

no-javascript = 这些页面需要 JavaScript；/api/v1 下的 HTTP API 不需要。
login = 登录
login-title = 登录 { $station }
login-wrong = 用户名或密码错误。
door-station = 工位 <strong dir="auto">{ $station }</strong>
user-name = 用户名
password = 密码
claim = 认领此工位
claim-title = 认领 { $station }
claim-words = <strong dir="auto">{ $station }</strong> 尚未被认领。认领码显示在启动 okng 的终端或日志中。
claim-code = 认领码
claim-password = 设置密码，至少 10 个字符
claim-button = 认领工位
claim-wrong-code = 认领码不正确。认领码显示在启动 okng 的终端或日志中。
not-found = 找不到页面
not-found-words = 工位 <strong dir="auto">{ $station }</strong> 在此地址没有页面。地址可能输入有误，或页面已改名。
not-found-start = 前往起始页
store-fault = 无法使用工位的存储
store-fault-title = { $station }：存储故障
store-fault-reload = 然后重新加载此页面。
docs = HTTP API
docs-title = { $station } 的 HTTP API
docs-back = 返回账户
docs-tokens = 程序发送 <span class="mono">Authorization: Bearer okng_…</span>。令牌在账户页面上创建。

## Words that every page shares

page-account = 账户
page-cloud = 云
page-configuration = 配置
page-inspection = 检测
page-line = 产线
page-model = 模型
page-results = 结果
page-settings = 设置
page-training = 训练
cancel = 取消
close = 关闭
save = 保存
add = 添加
apply = 应用
copy = 复制
delete = 删除
details = 详情
discard = 放弃
done = 完成
download = 下载
edit = 编辑
less = 收起
more = 更多
next = 下一个
previous = 上一个
remove = 移除
restore = 恢复
retry = 重试
show = 显示
start = 启动
stop = 停止
trigger = 触发
undo = 撤销
use = 使用
label-normal = 正常
label-anomaly = 异常
normal = 正常
anomaly = 异常
no = 否
part = 零件 { $number }
parts = 零件
reload = 重新加载
yes = 是
yield = 良率

## Numbers and times

ago-less-than-a-minute = 不到 1 分钟前
ago-minutes = { $count } 分钟前
ago-hours = { $count } 小时前
ago-days = { $count } 天前

## Header, banners, notices and other parts of every page

header-camera-absent = 相机未连接
header-camera-fault = 相机故障
header-camera-opening = 正在连接相机
header-camera-streaming = 相机就绪
header-connecting = 正在连接
header-mode-collect =
    { $label ->
        [normal] 正在采集正常图片
        [anomaly] 正在采集异常图片
       *[other] 正在采集
    }
header-mode-inspect = 正在检测
header-mode-live = 实时画面
header-no-connection = 无连接
header-pages = 页面
header-station = 此工位
notices-dismiss = 关闭
notices-page-not-loaded = 无法加载页面“{ $page }”。
shortcuts-arrows = 选择其他标签页或选项
shortcuts-enter = 按下按钮，确认数值
shortcuts-escape = 关闭对话框
shortcuts-list = 显示此列表
shortcuts-tab = 转到下一个控件
first-steps = 入门步骤
first-steps-close = 关闭入门步骤
first-steps-continue = 继续
first-steps-progress = 第 { $number } 步，共 { $steps } 步，约 { $minutes } 分钟。
first-steps-connect = 连接相机，或使用文件中的图片。
first-steps-connect-here = 连接相机，或从文件添加良品图片。
first-steps-collect = 采集良品图片（{ $normal } / { $needed }）。
first-steps-collect-here = 选择“正常”并按“触发”，或从文件添加图片（{ $normal } / { $needed }）。
first-steps-collect-files = 从文件添加良品图片（{ $normal } / { $needed }）。
first-steps-train = 训练模型。
first-steps-train-here = 图片已足够：按本页底部的“训练模型”。
first-steps-training = 正在训练。
first-steps-inspect = 检测零件。
first-steps-inspect-here = 检查模型，按“启动”，然后对每个零件按“触发”。
first-steps-inspect-files = 相机未连接。选择您的模型并按“试用图片”。
connection-lost = 与工位没有连接。
connection-no-events = 收不到工位的实时更新。
connection-no-events-words = 工位有应答，但收不到其事件。
connection-no-reason = 工位以状态 { $status } 应答，未说明原因。
connection-not-responding = 工位无响应。
connection-offline = 此浏览器已离线。
connection-silent = 与工位失去联系。
connection-timeout = 工位未及时应答。
connection-unreachable = 无法通过网络访问工位。
connection-upload-interrupted = 上传已中断。请重试。

## What the station is doing, and its conditions

## Account page

language = 语言
log-out = 退出登录
keyboard = 键盘
keyboard-shortcuts = 键盘快捷键
keyboard-words = 在任何页面按 <kbd>?</kbd> 可查看哪些按键在该页有作用。
password-current = 当前密码
password-new = 新密码，至少 10 个字符
password-change = 修改密码
password-changed = 密码已修改。其他浏览器已退出登录。
token = 令牌
token-create = 创建
token-issued = 请立即复制此令牌。它不会再次显示
token-issued-at = 签发于 { $at }
token-new-example = 例如 plc-gateway
token-new-name = 新令牌名称
token-revoke = 吊销
token-revoked = 令牌 { $title } 已吊销。
tokens = API 令牌
tokens-docs = HTTP API 文档
tokens-words = 程序以 <code>Authorization: Bearer …</code> 的形式向 HTTP API 发送令牌。令牌的权限与您相同。

## Settings page

## Cloud page

## Configuration page

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

results-acknowledged = 已确认
results-alarm = 报警
results-alarm-pages = 报警
results-alarm-stopped = 工位已停止。
results-alarms = NG 报警
results-alarms-none = 没有报警。多少个 NG 零件触发报警在配方中设置，见“配置”页面的“配方”。
results-alarms-tab = 报警
results-all = 全部
results-all-recipes = 所有配方
results-challenge = 验证件：{ $name }
results-chart-column-day = { $at }：{ $counts }
results-chart-column-hour = { $at } 起：{ $counts }
results-chart-day = 每天零件数
results-chart-hour = 每小时零件数
results-chart-ng = NG（数字在上方）
results-chart-none = 图表仅绘制不超过 31 天的时段。
results-counted-since = 计数起始
results-csv = <wide>下载</wide> CSV
results-earlier-shifts = 以往班次
results-find = 查找
results-late = 超时
results-latency = 从触发到判定：中位数 <b>{ $median }</b>，95 % 低于 <b>{ $p95 }</b>，99 % 低于 <b>{ $p99 }</b>
results-latency-by-recipe = 各配方的判定用时
results-latency-newest = 取自此时段最新的 1,000 个零件。
results-median = 中位数
results-model = 模型
results-newest-only = 仅显示最新的 { $count } 条。
results-ng-by-class = 各类 NG
results-no-parts = 没有零件。
results-no-parts-between = 从 { $from } 到 { $to } 没有零件。
results-no-parts-found = 未找到零件。
results-no-parts-since = 此后没有零件。
results-number-or-id = 编号或 ID
results-paging = 翻页
results-part = 零件
results-part-id-or-reason = 零件 ID 或原因
results-part-number-or-id = 编号或 ID
results-period = 时段
results-period-24h = 最近 24 小时
results-period-this_shift = 本班次
results-period-last_shift = 上一班次
results-period-today = 今天
results-period-yesterday = 昨天
results-period-7d = 最近 7 天
results-period-30d = 最近 30 天
results-period-custom = 自定义…
results-period-from = 从
results-period-to = 到
results-period-longest = 时段最长 { $days } 天。
results-period-no-begin = 请选择时段的开始时间。
results-period-no-length = 结束时间必须晚于开始时间。
results-present-shift = 当前班次
results-raised = 触发时间
results-recipe = 配方
results-recipe-unknown = 配方未知
results-reset = 清零
results-reset-counters = 计数清零
results-reset-done = { $recipe } 的计数重新开始。
results-reset-done-all = 所有配方的计数重新开始。
results-reset-new-lot = 新批次
results-reset-new-tool = 新工具
results-reset-of = 计数范围
results-reset-record = <b>{ $recipe }</b>：{ $why }
results-reset-trial = 试验之后
results-reset-words = 不会删除任何零件。您的姓名和原因会被记录。
results-resets = 清零记录
results-review = 复核
results-scene = 场景
results-scene-changed = 场景已变化
results-scene-changed-choice = 已变化
results-score = 得分
results-search-clear = 清除搜索
results-search-nothing = 没有零件具有此编号或 ID。请完整输入：只输入一部分查不到。
results-search-words = 编号或 ID 为 <b>{ $search }</b> 的零件，不限时段。
results-set-aside = 被拒收的结果
results-set-aside-oldest = 仅显示最早的 { $count } 条。
results-set-aside-record = 发往 { $sink } 的记录 { $seq }：{ $reason }
results-set-aside-retried = 正在重新发送 { $count } 条结果。再次被拒收的结果会重新出现在这里。
results-set-aside-send = 重新发送
results-set-aside-send-all = 全部重新发送
results-set-aside-send-record = 重新发送记录 { $seq }
results-set-aside-size = { $at }，{ $bytes } 字节
results-set-aside-title = 被接收方拒收
results-set-aside-words = 接收方拒收了 { $count } 条结果，但接收了其他结果。这些结果保存在此，直到重新发送。下方的零件不受影响。
results-shift = 班次
results-shift-words = 超时的判定计为 ERROR。违反多个类别规则的零件在每个类别中都计数；仅因异常得分而 NG 的零件不计入任何类别。
results-shifts = 班次
results-shifts-words = 每个班次的全部零件，不受清零影响。没有零件的班次不列出。
results-since = 自 { $since } 起，或自上次清零起。
results-threshold = 阈值
results-tile-all = 全部零件
results-tile-false-accepts = 误判 OK
results-tile-false-rejects = 误判 NG
results-tile-reviewed = 已复核
results-tile-to-review = 待复核
results-tiles = 显示零件
results-trend = 趋势
results-triggered = 触发时间
results-under-95 = 95 % 低于
results-under-99 = 99 % 低于
results-verdict = 判定

## Line page

## Review of parts

review-add-to = 添加到
review-add-picture-to = 将其图片添加到
review-all-done = 您已复核此处的所有零件。
review-choice = { $queue }（{ $count }）
review-details = 零件 { $number } 的详情
review-further = 显示更多零件
review-hint-keys = <kbd>O</kbd> OK，<kbd>N</kbd> NG，<kbd>U</kbd> 撤销，方向键移动，<kbd>Enter</kbd> 详情
review-hint-swipe = 向右滑为 OK，向左滑为 NG。
review-is-really = 零件 { $number } 实为 { $verdict }
review-key-move = 转到其他零件
review-key-open = 打开零件详情
review-key-undo = 撤销上一次复核
review-left = 剩余 <count>{ $count }</count>
review-line-unchanged = 已发送到产线的判定不会改变。
review-marked = 零件 { $number } 已标记为 { $verdict }。
review-marked-and-added = 零件 { $number } 已标记为 { $verdict }，其图片在 { $dataset } 中。
review-marked-by = 由 { $author } 标记为 { $verdict }，{ $at }。再次点按可更改。
review-near = 接近阈值
review-all-ng = 全部 NG
review-all-ok = 全部 OK
review-none-waits = 此处没有待复核的零件。
review-picture-hint = OK 将其作为正常添加到 { $dataset }，NG 则作为异常。
review-picture-is-in = 它在 { $dataset } 中，其标签随判定而定。
review-picture-moves = OK 或 NG 将其从 { $from } 移到 { $dataset }。
review-picture-none = 此零件的图片已不存在。
review-picture-split = 图片用于
review-question = 此零件实际如何？
review-question-near = 接近阈值：此零件实际如何？
review-really = 实为 { $verdict }
review-reviewed = 已复核：{ $verdict }
review-score = { $score } / { $threshold }
review-to-review = 待复核
review-undo = 撤销零件 { $number }：{ $verdict }

## Parts of several pages: pictures, verdicts, dialogs and fields

acknowledge = 确认
acknowledge-title = 确认 NG 报警
acknowledge-words = 此后重新接收零件。您的姓名和原因会被记录。
acknowledge-done = NG 报警已确认。NG 零件重新计数。
acknowledge-found = 发现的问题
acknowledge-found-cleaned = 已清洁相机或光源
acknowledge-found-corrected = 已修正工具或工艺
acknowledge-found-really-ng = 零件确实为 NG
field-changed = 已更改，尚未应用
field-copied = 已复制
field-copy = 复制 { $label }
field-copy-by-key = 请按 Ctrl+C
field-dataset = 数据集
field-dataset-example = 例如 左盖板
field-dataset-name = 新数据集名称
field-dataset-new = 新数据集…
field-dataset-none = 无
field-not-available = 此相机不支持。
field-one-moment = 请稍候…
field-own-words = 或自行填写
field-reason = 原因
field-reason-first = 请先选择或填写原因。
field-region = 感兴趣区域
field-region-draw = { $what }：在图片上拖动以绘制
field-slider = { $label } 滑块
field-split-later = 稍后划分
field-split-test = 测试
field-split-test-words = 不会用它们训练模型。
field-split-train = 训练
heat-map = 热图
heat-map-off = 热图关
heat-map-on = 热图开
job-cancelled = { $job }已取消
job-cancelling = 正在取消…
job-failed = { $job }失败
job-kind-dataset_import = 导入
job-kind-dataset_review = 数据集检查
job-kind-grow = 增量训练
job-kind-model_import = 模型导入
job-kind-regression = 回归检查
job-kind-train = 训练
job-kind-train-detector = 检测器训练
job-log = 日志
job-progress = 进度
job-queued = { $job }排队中
job-running = { $job }进行中
job-succeeded = { $job }已完成
live-view-absent = 相机未连接
live-view-absent-words = 请检查其线缆和电源。工位会自动重新连接。
live-view-fault = 相机故障
live-view-fault-words = 工位会自动重新连接。如果问题持续，请暂时拔下相机。
live-view-opening = 正在连接相机
live-view-opening-words = 这需要几秒钟。
live-view-collecting = 最新零件
live-view-collecting-waiting = 由相机输入线触发。下一个零件到来时，此处会显示图片。
live-view-image = 相机实时画面
live-view-inspecting = 检测进行中：最新零件
live-view-inspecting-waiting = 检测进行中。下一个零件到来时，此处会显示图片。
live-view-none = 没有实时画面
names-dot = 名称不能以点结尾。
names-empty = 名称不能为空。
names-enter-first = 请先输入名称。
names-change-first = 请先修改名称。
names-first = 名称须以字母或数字开头。
names-invisible = 名称不能包含不可见字符。
names-long = 此名称过长。
names-many-characters = 名称最多 { $most } 个字符；此名称有 { $count } 个。
names-reserved = 名称不能包含以下字符：{ $characters }
pager-newer = 较新
pager-newest = 这些是最新的。
pager-older = 较旧
pager-oldest = 没有更早的。
picture-boxes-off = 框关
picture-boxes-on = 框开
picture-compare = 与良品比较
picture-compare-close = 关闭比较
picture-compare-looking = 正在查找…
picture-compare-good = 最接近的良品，相同位置
picture-compare-none = 不可用：{ $reason }。
picture-compare-region = 最接近的良品
picture-compare-this = 此零件
picture-compare-whole = 完整良品
picture-damaged = 图片已收到，但浏览器无法显示：文件可能已损坏。
picture-download = 下载图片
picture-download-whole = 下载完整图片
picture-inspected = 检测区域
picture-no-part = 没有此零件的图片
picture-none = 没有可显示的图片：{ $reason }
picture-objects = 检出的目标
picture-objects-more = 及另外 { $count } 个
picture-objects-none = 未检出目标
picture-objects-uncounted = 不计数
picture-stored =
    { $label ->
        [normal] 图片 { $id }，正常
       *[anomaly] 图片 { $id }，异常
    }
picture-try = 试用图片
picture-try-by = 判定依据
picture-try-by-model = { $name } 版本 { $version }，用其自身阈值
picture-try-by-recipe = 配方 { $name } 版本 { $version }，与产线相同
picture-try-choose = 将图片拖放到此处，或<u>选择一张</u>
picture-try-file = 要试用的图片
picture-try-judged = 判定用时 { $time }。不计数，不保存。
picture-try-judging = 正在判定 { $file }…
picture-try-no-verdict = 无判定
picture-try-not-shown = 浏览器无法显示此类图片。
picture-try-words = 图片在产线之外判定。不计数，不保存，也不设置任何输出。
picture-waiting = 每个零件的图片显示在此处。
record-challenge = 验证件
record-challenge-words = { $name }，预期 { $expected }，由 { $author }
record-detector = 检测器
record-detector-engine = 检测器引擎
record-detector-engine-hash = 检测器引擎哈希
record-detector-hash = 检测器哈希
record-inspection-id = 检测 ID
record-late = 超时
record-late-yes = 是，因此已设置安全输出
record-model = 模型
record-model-engine = 模型引擎
record-model-engine-hash = 模型引擎哈希
record-model-hash = 模型哈希
record-none = 无
record-number = 记录编号
record-original-model = ONNX Runtime 中的原始模型
record-part-id = 零件 ID
record-part-id-none = 未提供
record-picture = 图片
record-picture-deleted = 已删除以释放磁盘空间；其哈希保留
record-picture-hash = 图片哈希
record-recipe = 配方
record-simulated = 模拟相机
record-station = 工位
record-trigger-number = 触发编号
record-trigger-uncertainty = 触发时间不确定度
record-triggered = 触发
record-triggered-by =
    { $source ->
        [button] { $at }，由按钮
        [timer] { $at }，由定时器
        [http] { $at }，由 HTTP API
        [line] { $at }，由相机输入线
        [modbus] { $at }，由 PLC（Modbus）
        [opcua] { $at }，由 PLC（OPC UA）
        [plc] { $at }，由 PLC
        [mqtt] { $at }，由 MQTT
        [gpio] { $at }，由 GPIO 线
       *[other] { $at }
    }
record-version = { $name } 版本 { $version }
scene = 场景
scene-exposure = 曝光
scene-focus = 对焦
scene-light = 光照
scene-position = 位置
scene-in-range = 范围内
scene-out-of-range = 超出范围
scene-not-measured = 未测量
scene-of-limit = { $name }：限值的 { $limits } 倍
scene-unknown = 未测量{ $name }
scene-was-changed = 检测时场景已变化。
verdict-above = 得分 { $score }，高于阈值 { $threshold }
verdict-below = 得分 { $score }，低于阈值 { $threshold }
verdict-known = 添加到 { $model } 的回归集
verdict-known-added = 此后 { $model } 的每个新版本都必须将此零件判为 { $verdict }。
verdict-known-as = 作为 { $verdict }
verdict-late = 判定超出时限。
verdict-near = 接近阈值：已标记待复核。
verdict-no-score = 无得分
verdict-none = 尚无零件
verdict-output-time = 输出 <b>{ $time }</b>
verdict-score = 得分 <value>{ $score }</value>
verdict-stage-exposure_ms = 相机
verdict-stage-queue_ms = 队列
verdict-stage-preprocess_ms = 预处理
verdict-stage-inference_ms = 模型
verdict-stage-decide_ms = 决策
verdict-threshold = 阈值 <value>{ $threshold }</value>
verdict-time = 判定 <value>{ $time }</value>
