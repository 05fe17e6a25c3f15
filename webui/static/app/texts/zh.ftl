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

## Numbers and times

ago-less-than-a-minute = 不到 1 分钟前
ago-minutes = { $count } 分钟前
ago-hours = { $count } 小时前
ago-days = { $count } 天前

## Header, banners, notices and other parts of every page

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

configuration-tab-camera = 相机
configuration-tab-region = 区域
configuration-tab-trigger = 触发
configuration-tab-outputs = 输出
configuration-tab-detection = 目标检测
configuration-tab-recipe = 配方
configuration-live-view = 实时画面
configuration-settings = 设置
configuration-choose-camera = 选择相机、代理和地址
configuration-needs-camera = 连接相机后可用。
configuration-inspecting = 检测正在运行。
configuration-collecting = 正在采集图片。
configuration-draft =
    { $state ->
        [clean] 配方 <b>{ $name }</b> 版本 { $version }。没有要应用的更改。
        [overtaken] 配方 <b>{ $name }</b> 版本 { $version }，尚未应用。其他人已更改此配方：“应用”将覆盖其更改。
       *[changed] 配方 <b>{ $name }</b> 版本 { $version }，尚未应用
    }
configuration-draft-new =
    { $state ->
        [clean] 配方 <b>{ $name }</b>。没有要应用的更改。
        [overtaken] 配方 <b>{ $name }</b>，尚未应用。其他人已更改此配方：“应用”将覆盖其更改。
       *[changed] 配方 <b>{ $name }</b>，尚未应用
    }
configuration-applying = 正在应用…
configuration-applied = 已应用。
configuration-adjusted = 已应用。相机调整了部分设置。
configuration-saved = 已保存。连接相机后将应用这些设置。
configuration-refused = 未应用。请查看“{ $tab }”下标出的字段。

camera-settings-exposure_us = 曝光
camera-settings-gain_db = 增益
camera-settings-frame_rate_hz = 帧率
camera-settings-pixel_format = 像素格式
camera-settings-strobe-line = 频闪输出线
camera-settings-no-strobe = 无
camera-settings-offset_x = 区域左边
camera-settings-offset_y = 区域上边
camera-settings-width = 区域宽度
camera-settings-height = 区域高度
camera-settings-debouncer_us = 消抖
camera-settings-delay_us = 触发延迟
camera-settings-corrections = 相机调整了您的设置
camera-settings-not-set = <b>{ $setting }</b>：您设置了 { $asked }，但此相机没有该设置。
camera-settings-adjusted = <b>{ $setting }</b>：您设置了 { $asked }，相机使用 { $applied }。
camera-settings-meters = 测量值
camera-settings-no-meters = 对焦和亮度随实时画面显示。
camera-settings-focus = 对焦
camera-settings-reset-peak = 重置峰值
camera-settings-reset-peak-words = 从当前清晰度重新开始
camera-settings-sharpness-peak = 清晰度 { $value }，峰值 { $peak }
camera-settings-sharpness = <b>{ $value }</b> 清晰度
camera-settings-of-peak = 峰值 { $peak } 的 { $share }
camera-settings-brightness = 亮度
camera-settings-brightness-fine = 亮度 OK
camera-settings-overexposed = 过度曝光：请降低曝光
camera-settings-too-dark = 过暗：请增加曝光或补光
camera-settings-too-bright = 过亮：请降低曝光
camera-settings-histogram = 灰度直方图
camera-settings-mean = <b>{ $share }</b> 平均
camera-settings-saturated = <b>{ $share }</b> 饱和
camera-settings-scene = 与训练图片对比的场景

region-words = 用鼠标或手指在实时画面上绘制区域。拖动边框可移动，拖动边角可调整大小。
region-offset_x = 左
region-offset_y = 上
region-width = 宽度
region-height = 高度
region-reset = 重置为整个传感器
region-is-whole = 区域已是整个传感器。
region-on-sensor = 传感器 { $left }, { $top } 处的区域 { $width } × { $height }
region-sensor = 传感器 { $sensor } px。当前：{ $width } × { $height }，位于 ({ $left }, { $top })

trigger-kind = 触发源
trigger-kind-software = 按钮或 HTTP API
trigger-kind-timer = 定时器
trigger-kind-line = 相机输入线
trigger-kind-gpio = GPIO 线
trigger-words = 使用定时器和 GPIO 时，检测页面上的按钮和 HTTP API 同样有效；使用相机输入线时无效。
trigger-period = 周期
trigger-period-hint = 5 ms 到 1 小时。
trigger-line = 线路
trigger-chip = 芯片
trigger-edge = 边沿
trigger-edge-rising = 上升沿
trigger-edge-falling = 下降沿
trigger-bias = 偏置
trigger-bias-as_is = 保持不变
trigger-bias-disabled = 关闭
trigger-bias-pull_up = 上拉
trigger-bias-pull_down = 下拉
trigger-debouncer = 消抖
trigger-debouncer-hint = 更短的电平将被忽略。
trigger-debouncer-camera-hint = 更短的脉冲将被忽略。每个边沿也会因此延迟。
trigger-delay = 延迟
trigger-delay-hint = 从边沿到曝光开始。
trigger-every = 每个零件的边沿数
trigger-every-hint = 使用编码器时大于 1。
trigger-every-camera-hint = 使用编码器时大于 1；相机需要触发分频器。
trigger-interval = 最短间隔
trigger-interval-hint = 间隔更短的边沿视为抖动，不算零件。
trigger-simulate-edge = 模拟一个边沿

output-settings-gpio = GPIO 输出
output-settings-camera_output = 相机输出
output-settings-chip = 芯片
output-settings-line = 线路
output-settings-active-on = 激活条件
output-settings-on-ng = NG 零件
output-settings-on-ok = OK 零件
output-settings-ready = 工位就绪
output-settings-heartbeat = 心跳
output-settings-active-low = 低电平有效
output-settings-pulse = 脉冲
output-settings-pulse-hint = 0 表示保持电平直到下一个判定。
output-settings-delay = 延迟
output-settings-from = 延迟起点
output-settings-from-verdict = 判定
output-settings-from-trigger = 触发
output-settings-from-distance = 触发，加上到剔除口的行程
output-settings-from-parts = 后面某个零件的触发
output-settings-distance = 到剔除口的距离
output-settings-speed = 速度
output-settings-parts = 相机与剔除口之间的零件数
output-settings-no-verdict-yet = 届时仍无判定的零件使用“无判定零件的信号”。
output-settings-remove = 移除此输出
output-settings-add-camera = 添加相机输出
output-settings-add-gpio = 添加 GPIO 输出
output-settings-none-free = 相机的所有输出均已占用。
output-settings-none = 此相机没有可配置的输出。
output-settings-safe = 无判定零件的信号
output-settings-safe-ng = NG（剔除）
output-settings-safe-none = 无信号
output-settings-time-limit = 时限
output-settings-time-limit-hint = 从触发到判定，至少 10 ms。更晚的判定计为 ERROR。0：无限制。

detection-detector = 检测器
detection-no-detector = 无
detection-import = 检测器查找并分类划痕、标签或螺钉等目标。此工位还没有检测器。请用 <code>okng import-detector</code> 导入。
detection-words = 实时画面下方的规则规定合格零件应有每类目标多少个。违反规则的零件为 NG，与异常模型的结果无关。没有规则的类别只显示，不计入。
detection-locate = 先定位零件
detection-locate-no = 否：检测整幅图像
detection-margin = 边距
detection-margin-hint = 每边添加，按检测框长边的比例。最多 50 %。
detection-aspect-ratio = 宽高比
detection-aspect-ratio-hint = 裁剪图的宽高比：1 为正方形，2 表示宽为高的两倍。
detection-part-words = 必须恰好找到一个零件，否则结果为 ERROR。异常模型必须用同样的裁剪图训练：先应用此设置，再用“触发”采集图片，然后训练。
detection-rules = 规则
detection-class = 类别
detection-at_least = 至少
detection-at_most = 至多
detection-minimum_score = 最低得分
detection-minimum_size_px = 最小尺寸，px
detection-maximum_size_px = 最大尺寸，px
detection-limit-of = { $limit }，{ $name }
detection-where = 位置
detection-zone = 范围
detection-anywhere = 任意位置
detection-zone-of = { $name } 的范围
detection-zone-draw = 绘制 <b>{ $name }</b> 计入的范围。检测框的中心必须位于其中。
detection-class-unknown = 检测器没有类别 { $name }。
detection-rule-words = { $name }：{ $count }
detection-count-none = 不允许
detection-count-any = 数量不限（仅显示）
detection-count-exactly = 恰好 { $most } 个
detection-count-or-more = { $least } 个或更多
detection-count-between = { $least } 到 { $most } 个
detection-count-at-most = 至多 { $most } 个
detection-rule-add = 添加规则
detection-rule-remove = 移除 { $name } 的规则
detection-no-class-left = 检测器的每个类别都已有规则。
detection-no-rules = 没有规则时，目标只显示，不会使零件成为 NG。

alarm-settings = NG 报警
alarm-settings-words = 大量 NG 零件往往意味着镜头脏污或工装磨损，而不是大量坏件。
alarm-settings-consecutive = 连续 NG 零件后报警
alarm-settings-in-a-row = 连续数量
alarm-settings-of-last = 最近零件中出现 NG 后报警
alarm-settings-limit = NG 零件
alarm-settings-parts = 最近零件数
alarm-settings-stop = 报警时停止工位
alarm-settings-stops = 在有人确认报警之前，工位不接收零件。
alarm-settings-goes-on = 报警会显示并发送；零件照常检测。

recipe-threshold = 阈值
recipe-threshold-hint = 得分高于阈值为 NG。0：使用训练得到的阈值。
recipe-review-distance = 复核距离
recipe-review-distance-hint = 得分与阈值的差在此范围内的零件标记为待复核。0：无。要恢复训练得到的宽度，请使用模型页面。
recipe-number = PLC 编号
recipe-number-hint = PLC 用此编号选择配方，1 到 65535。0：无。
recipe-latest = 最新：版本 { $version }，{ $at }，{ $author }
recipe-active-version = 版本 { $version } 使用中
recipe-activate = 启用
recipe-activate-it = 启用 { $name } 版本 { $version }？
recipe-activated = { $name } 版本 { $version } 现已启用。
recipe-new = 用这些设置新建配方
recipe-new-example = 例如 左盖
recipe-new-no-name = 请输入名称以复制这些设置。
recipe-new-bad-name = 请先更改名称。
recipe-export = 导出 TOML
recipe-import = 导入 TOML
recipe-import-it = 导入 { $file }？
recipe-import-column = 文件中
recipe-imported = 已将 { $name } 导入为版本 { $version }，现已启用。
recipe-change-other = 从下一个零件起，使用配方 <b>{ $name }</b> 代替 <b>{ $running }</b>。按下“{ $action }”之前不会有任何更改。
recipe-change-same = 从下一个零件起，配方 <b>{ $name }</b> 使用这些设置。按下“{ $action }”之前不会有任何更改。
recipe-change-none = 其设置与当前配方相同。
recipe-one-moment = 请稍候…
recipe-left = { $at } 未保存的更改
recipe-left-words = 这些更改在此浏览器中进行，尚未应用。工位检测时不使用它们。
recipe-left-overtaken =
    此后工位的配方已改变：这些更改基于 { $from ->
        [none] 无配方
       *[other] { $from }
    }，现在使用中的是 { $running ->
        [none] 无配方
       *[other] { $running }
    }。应用前请检查。
recipe-left-column = 更改后
recipe-left-continue = 继续
recipe-active-now = 当前使用
recipe-setting = 设置
recipe-same = 设置相同。
recipe-versions = { $name } 的版本
recipe-versions-same = 这些版本的设置相同。
recipe-version = 版本 { $version }
recipe-version-of = { $name } 版本 { $version }
recipe-version-missing = { $name } 版本 { $version }（缺失）
recipe-version-active = { $version }（使用中）
recipe-made = { $at }，{ $author }
recipe-active = 使用中
recipe-compare = 比较
recipe-compare-it = 比较版本 { $version }
recipe-compare-version = 比较版本
recipe-with-version = 与版本
recipe-restore = 恢复版本 { $version }
recipe-restore-of = 恢复 { $name } 的版本 { $version }
recipe-restore-active = 此版本正在使用。请选择其他版本进行恢复。
recipe-restore-words = 其设置将成为配方的新版本，并从现在起使用。您的姓名和原因会被记录。
recipe-restore-rejected = 剔除了好件
recipe-restore-accepted = 放过了坏件
recipe-restore-mistake = 误更改
recipe-restored = { $name } 版本 { $version } 已恢复为版本 { $as }，现已启用。

recipe-not-set = 未设置
recipe-yes = 是
recipe-no = 否
recipe-field-inside = { $outer }，{ $inner }
recipe-item-outputs = 输出 { $number }
recipe-item-rules = 规则 { $number }
recipe-item-parts = 零件 { $number }
recipe-item-at = 时机 { $number }
recipe-field-name = 名称
recipe-field-number = PLC 编号
recipe-field-acquisition = 相机
recipe-field-exposure_us = 曝光
recipe-field-gain_db = 增益
recipe-field-frame_rate_hz = 帧率
recipe-field-pixel_format = 像素格式
recipe-field-strobe_line = 频闪输出线
recipe-field-roi = 区域
recipe-field-offset_x = x 偏移
recipe-field-offset_y = y 偏移
recipe-field-width = 宽度
recipe-field-height = 高度
recipe-field-trigger = 触发
recipe-field-type = 类型
recipe-field-period_ms = 周期
recipe-field-min_interval_ms = 最短间隔
recipe-field-chip = 芯片
recipe-field-line = 线路
recipe-field-activation = 边沿
recipe-field-bias = 偏置
recipe-field-debouncer_us = 消抖
recipe-field-delay_us = 延迟
recipe-field-every = 每个零件的边沿数
recipe-field-model = 模型
recipe-field-threshold = 阈值
recipe-field-review_distance = 复核距离
recipe-field-detection = 目标检测
recipe-field-at_least = 至少
recipe-field-at_most = 至多
recipe-field-minimum_score = 最低得分
recipe-field-minimum_size_px = 最小尺寸
recipe-field-maximum_size_px = 最大尺寸
recipe-field-zone = 范围
recipe-field-left = 左
recipe-field-top = 上
recipe-field-right = 右
recipe-field-bottom = 下
recipe-field-part = 零件
recipe-field-margin = 边距
recipe-field-aspect_ratio = 宽高比
recipe-field-role = 功能
recipe-field-active_on = 激活条件
recipe-field-active_low = 低电平有效
recipe-field-pulse_ms = 脉冲
recipe-field-delay_ms = 延迟
recipe-field-delay_from = 延迟起点
recipe-field-distance_mm = 距离
recipe-field-speed_mm_s = 速度
recipe-field-parts = 零件数
recipe-field-user_output = 用户输出
recipe-field-safe_output = 无判定时的信号
recipe-field-time_limit_ms = 时限
recipe-field-alarms = 报警
recipe-field-ng_of_last = 最近零件中的 NG
recipe-field-limit = 上限
recipe-field-consecutive_ng = 连续 NG 零件
recipe-field-stop = 停止
recipe-field-challenge = 点检
recipe-field-expected = 预期
recipe-field-failed_rule = 违反的规则

challenge-wanted = 用标准件点检
challenge-wanted-words = 每个标准件都按预期判定之前，工位不接收零件。
challenge-at-recipe_start = 每次启用配方时
challenge-at-shift_start = 每班一次
challenge-known-part = 标准件
challenge-good-part = 好件
challenge-bad-part = 坏件
challenge-part-name = 名称
challenge-part-expected = 预期
challenge-part-rule = NG 原因须为
challenge-any-reason = 任意原因
challenge-part-add = 添加标准件
challenge-part-remove = 移除此标准件

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

inspection-waiting = 正在等待工位。
inspection-no-model = 请先训练或选择模型。
inspection-model = 模型
inspection-model-choose = 选择模型
inspection-rules-only = 无（仅检测规则）
inspection-model-fixed = 停止检测后才能选择其他模型。
inspection-boxes-hide = 隐藏检测框
inspection-boxes-show = 显示检测框
inspection-heat-hide = 隐藏热图
inspection-heat-show = 显示热图
inspection-heat-opacity = 热图不透明度
inspection-shortcut-trigger = 触发：检测一个零件
inspection-by-line = 由相机输入线触发。
inspection-part = 零件
inspection-part-id = 零件 ID
inspection-part-id-optional = 零件 ID（可选）
inspection-this-run = 本次运行
inspection-last-run = 上次运行
inspection-run-since = 自 { $at }
inspection-panel = 判定和设置
inspection-held = 显示零件 { $number }，{ $at }
inspection-held-id = 显示零件 { $number }，{ $id }，{ $at }
inspection-back-to-live = 返回实时
inspection-review = 复核零件 { $number }
inspection-review-picture = 其图片将加入 { $dataset }。
inspection-scene-later = 第一个零件之后可用。
inspection-played = { $name }。
inspection-played-of = { $name }，第 { $number } 张，共 { $count } 张。
inspection-played-last = { $name }，第 { $count } 张，共 { $count } 张。这是最后一张。
inspection-played-last-of-loop = { $name }，第 { $count } 张，共 { $count } 张。这是最后一张：下次触发将从第一张重新开始。

trigger-source-button = 按钮
trigger-source-timer = 定时器
trigger-source-http = HTTP API
trigger-source-line = 相机输入线
trigger-source-modbus = PLC（Modbus）
trigger-source-opcua = PLC（OPC UA）
trigger-source-plc = PLC
trigger-source-mqtt = MQTT
trigger-source-gpio = GPIO 线

plate-none = 还没有零件
plate-loading = 正在加载…
plate-part = 零件 { $number }
plate-last-part = 上一个零件，{ $age }
plate-last-heard = 最后通信 { $at }
plate-challenge-part = 标准件
plate-newest = 最新：{ $number }
plate-held = 已定格：零件 { $number }

strip = 最近的零件
strip-part = 零件 { $number }，{ $at }
strip-to-review = 待复核
strip-near-threshold = 接近阈值：标记为待复核
try-picture-dialog = 试判图片
try-picture-dialog-drop = 试判此图片
try-picture-dialog-words = 在产线之外判定，不计入统计。

challenge = 点检
challenge-cause-recipe_start = 配方启用
challenge-cause-shift_start = 班次开始
challenge-due = { $cause }，{ $at }
challenge-result-due = 待点检
challenge-result-passed = 通过
challenge-result-overridden = 已跳过
challenge-result-superseded = 未完成
challenge-expected = 预期 { $outcome }
challenge-expected-rule = { $outcome }（{ $rule }）
challenge-as-expected = 符合预期
challenge-repeat = 请重做
challenge-next = 下一个
challenge-not-checked = 未点检
challenge-instruction = 将 <b>{ $name }</b> 放到相机下，然后按“点检”。
challenge-instruction-line = 按“点检”，然后让 <b>{ $name }</b> 通过传感器。
challenge-let-pass = 现在让零件通过传感器。
challenge-no-part-came = 没有零件到达。请再次按“点检”。
challenge-check = 点检
challenge-all-checked = 所有标准件均已点检。
challenge-shortcut = 点检下一个标准件
challenge-override-ask = 跳过…
challenge-override = 跳过
challenge-override-title = 跳过点检
challenge-override-words = 尽管工位尚未证明其判定正确，仍会接收零件。您的姓名和原因会被记录。
challenge-override-missing = 标准件缺失
challenge-override-damaged = 标准件损坏
challenge-override-by-hand = 零件由人工检查
challenge-override-password = 您的密码
challenge-override-no-password = 请先输入密码。
challenge-override-done = 点检已跳过。工位重新接收零件。

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
