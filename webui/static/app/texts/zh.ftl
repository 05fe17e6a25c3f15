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
page-dataset = 数据集
page-inspection = 检测
page-line = 产线
page-model = 模型
page-quality = 质量
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
less = 收起
more = 更多
next = 下一个
remove = 移除
restore = 恢复
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
header-sub-pages = “{ $page }”的页面
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

condition-since = 自 { $at }
condition-more = 另有 { $count } 条
condition-check-parts = 点检
condition-out-of-date = 您看到的内容可能已过时。此页面会自动重新连接。

condition-camera_absent-advice = 请检查相机的线缆和电源。工位会自动重新连接。
condition-camera_fault-advice = 工位会自动重新连接。如果问题持续，请短暂拔下相机。
condition-camera_settings_clipped-advice = 请在“配置”页面查看调整后的设置。
condition-data_dir_fault-advice = 请联系产线工程师：无法访问存放工位数据的磁盘。检测继续进行。
condition-disk_low-advice = 正在删除最早的合格零件图片。结果会保留。
condition-disk_full-advice = 检测继续进行。请释放磁盘空间。
condition-files_quarantined-advice = 没有删除任何文件。请让产线工程师检查：okng doctor 会说明如何处理。
condition-recipe_missing-advice = 请在“配置”页面激活一个配方。
condition-results_set_aside-advice = 没有丢失任何数据。产线工程师可在“结果”页面查看原因并重新发送。
condition-wire_away-advice = 恢复之前，PLC 无法触发零件，也无法读取结果。请联系产线工程师。
condition-sink_away-advice = 结果保存在本机，恢复后再发送。
condition-export_trouble-advice = 检测继续进行。导出会自动重试。如持续出现，请联系产线工程师。
condition-sync_trouble-advice = 检测继续进行，文件在本工位等待。原因见“云”页面。
condition-sink_trouble-advice = 被拒收的结果保存在本机。请联系产线工程师。
condition-engine_unfit-advice = 零件照常检测，但速度较慢。产线工程师可重新编译或调优模型：okng compile、okng tune。
condition-model_missing-advice = 请在“检测”页面选择另一个版本。
condition-challenge_due-advice = 请将标准件逐个放到相机下。
condition-ng_alarm-advice = 请查明原因，然后确认报警。
condition-notification_trouble-advice = 消息保存在本机，接收方恢复后再发送。
condition-output_fault-advice = 请检查相机和输出的接线。
condition-part_not_found-advice = 每次只放一个零件，并使其完全位于相机视野内。
condition-picture_format-advice = 请将配方的区域和像素格式恢复为训练时的设置，或重新训练模型。
condition-scene_changed-advice = 请恢复光源、镜头和相机位置。“配置”页面的“场景”面板会显示何时一致。
condition-edges_unaccounted-advice = 请检查触发传感器及其消抖。可能有零件未经检测就通过了。
condition-trigger_fault-advice = 无法触发任何零件。请检查 GPIO 芯片和配方的触发设置。
condition-trial_failed-advice = 零件照常检测。请在“模型”页面结束试运行。
condition-store_fault-advice = 检测和输出继续工作。请联系产线工程师。

condition-camera_absent = 相机未连接：{ $problem }
condition-camera_fault = 相机故障：{ $problem }
condition-camera_settings_clipped = 相机设置已调整：{ $problem }
condition-disk_low =
    { $case ->
        [low] 剩余 { $free } MiB；正在删除最早的 OK 图片
       *[other] 磁盘空间不足：{ $problem }
    }
condition-disk_full =
    { $case ->
        [full] 磁盘已满，剩余 { $free } MiB；请释放空间
        [pictures] 无法存储图片：{ $problem }
       *[other] 磁盘已满：{ $problem }
    }
condition-files_quarantined =
    { $case ->
        [files] { $folder } 中有 { $count } 个数据库未登记的文件；`okng doctor` 会列出它们
       *[other] 未知文件：{ $problem }
    }
condition-sink_away =
    { $case ->
        [away] { $name }：未连接，{ $count } 个结果在等待
        [fails] { $name }：{ $problem }，{ $count } 个结果在等待
       *[other] 接收方不可用：{ $problem }
    }
condition-sink_trouble = 接收方故障：{ $problem }
condition-results_set_aside =
    { $case ->
        [refused] { $name }：{ $count } 个结果被接收方拒收，已另行保存
       *[other] 结果被拒收：{ $problem }
    }
condition-export_trouble =
    { $case ->
        [not_running] 已设置 `okng export --scheduled`，但未运行
       *[other] 导出故障：{ $problem }
    }
condition-sync_trouble =
    { $case ->
        [not_running] 已配置 `okng sync`，但未运行
        [waits] { $problem }；{ $count } 个文件在等待
        [failed] { $count } 个文件无法再发送到存储桶
       *[other] 同步故障：{ $problem }
    }
condition-wire_away =
    { $case ->
        [no_plc] { $name }：没有连接 PLC
       *[other] PLC 连接故障：{ $problem }
    }
condition-model_missing = 模型不可用：{ $problem }
condition-recipe_missing = 配方不可用：{ $problem }
condition-engine_unfit = 编译的模型不适用：{ $problem }
condition-output_fault = 输出故障：{ $problem }
condition-store_fault =
    { $case ->
        [hangs] 磁盘已有 { $seconds } s 未完成写入。零件照常判定；其中 { $count } 个等待存储
       *[other] 存储故障：{ $problem }
    }
condition-data_dir_fault =
    { $case ->
        [fails] 数据目录 { $folder } 出现故障：{ $problem }
       *[other] 数据目录故障：{ $problem }
    }
condition-trial_failed =
    { $case ->
        [not_running] 试运行未进行：{ $problem }
        [part] 试运行的 { $model } 版本 { $version } 无法判定零件 { $part }：{ $problem }；产线的判定不受影响
       *[other] 试运行故障：{ $problem }
    }
condition-scene_changed = 场景已变化：{ $problem }
condition-picture_format = 图片格式不同：{ $problem }
condition-part_not_found =
    { $case ->
        [not_stored] 最后一张图片未存储：{ $problem }
       *[other] 未找到零件：{ $problem }
    }
condition-ng_alarm =
    { $case ->
        [one] 有一个零件为 NG（配方 { $recipe }）
        [in_a_row] 连续 { $count } 个零件为 NG（配方 { $recipe }）
        [of_last] 最近 { $parts } 个零件中有 { $count } 个为 NG（配方 { $recipe }）
        [one_stop] 有一个零件为 NG（配方 { $recipe }）；有人确认 NG 报警之前，不接收任何零件
        [in_a_row_stop] 连续 { $count } 个零件为 NG（配方 { $recipe }）；有人确认 NG 报警之前，不接收任何零件
        [of_last_stop] 最近 { $parts } 个零件中有 { $count } 个为 NG（配方 { $recipe }）；有人确认 NG 报警之前，不接收任何零件
       *[other] NG 报警：{ $problem }
    }
condition-challenge_due =
    { $case ->
        [recipe_start_one_part] 配方 { $recipe } 需要点检（配方启用）：标准件正确判定之前，不接收任何零件
        [recipe_start_parts] 配方 { $recipe } 需要点检（配方启用）：{ $count } 个标准件全部正确判定之前，不接收任何零件
        [shift_start_one_part] 配方 { $recipe } 需要点检（班次开始）：标准件正确判定之前，不接收任何零件
        [shift_start_parts] 配方 { $recipe } 需要点检（班次开始）：{ $count } 个标准件全部正确判定之前，不接收任何零件
       *[other] 需要点检：{ $problem }
    }
condition-notification_trouble =
    { $case ->
        [waits] 发往 { $name } 的消息在等待：{ $problem }
       *[other] 消息发送故障：{ $problem }
    }
condition-trigger_fault = 触发故障：{ $problem }
condition-edges_unaccounted =
    { $case ->
        [edges] 相机自启动以来在其输入线上计到 { $counted } 个边沿，其中 { $came } 个成为零件
       *[other] 有边沿未对应零件：{ $problem }
    }

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

people = 人员
people-words = 此处列出的所有人都可以登录，权限与您相同：不区分角色。
people-since = 自 { $at }
people-you = 这是您。您的密码在上方修改；任何人都不能移除自己。
people-add = 添加人员
people-name = 人员姓名
people-name-example = 例如 Bert
people-name-first = 请先输入姓名。
people-issued = 请立即复制 { $name } 的密码。它不会再次显示
people-issued-words = 请仅将其交给本人。本人登录后可在此页面修改。
people-new-password = 新密码
people-new-password-of = 为 { $name } 设置新密码
people-new-password-words = 工位将生成一个新密码。旧密码失效，此人在所有位置退出登录。其 API 令牌继续有效。
people-remove-title = 移除 { $name }
people-remove-words = 此人会立即退出登录，其 API 令牌失效。访问密钥属于工位，继续有效。姓名保留在所有记录中，例如标签、复核和标签审核。以后使用相同姓名的账户与此账户仅姓名相同，因此在记录中无法区分两者。
people-removed = { $name } 不能再登录。

access-keys = 访问密钥
access-keys-title = Lookout for Vision API 的访问密钥
access-keys-words = 为 Amazon Lookout for Vision 编写的程序用本工位的访问密钥对请求签名。密钥不能用来访问这些页面。
access-keys-none = 尚无访问密钥。
access-key-new = 新建访问密钥
access-key-for = 密钥的用途
access-key-example = 例如 3 号产线
access-key-rights = 权限
access-key-right-read = 列出和描述
access-key-right-detect = 判定图片 (DetectAnomalies)
access-key-right-host = 启动和停止模型
access-key-right-manage = 创建、训练、导出和删除
access-key-all-rights = 所有权限
access-key-choose-right = 请至少选择一项权限。
access-key-only-project = 仅用于一个项目（可选）
access-key-all-projects = 所有项目
access-key-one-project = 仅项目 { $project }
access-key-last-used = 上次使用 { $at }
access-key-never-used = 从未使用
access-key-create = 创建访问密钥
access-key-issued = 请立即复制 { $title } 的密钥。它不会再次显示
access-key-id = 访问密钥 ID
access-key-secret = 秘密访问密钥
access-key-code = boto3 的 Python 代码
access-key-code-words = 与为 AWS 编写的代码相比，只有 <code>endpoint_url</code> 不同。区域可任意填写。请安装 <code>boto3==1.40.60</code> 和 <code>botocore==1.40.60</code>：更新的版本不再包含此客户端。
access-key-certificate = 如果工位使用自签名证书，请添加 <code>verify="station.pem"</code>，并附上其副本。
access-key-copied = 我已复制
access-key-revoke = 吊销 { $title }
access-key-revoked = 访问密钥 { $title } 已吊销。使用它的程序从现在起会被拒绝。

## Settings page

settings-changed-back = 地址已改回
settings-changed-back-words = { $reason }。页面仍在之前的地址。
settings-unwritable = 无法在此处更改设置文件
settings-unwritable-words = <code>{ $file }</code>：{ $reason }。您可以在此检查设置，并把文本复制到文件中。
settings-file = 这些设置保存在 <code>{ $file }</code> 中，其他设置需在该文件中更改。
settings-last-change = 上次由 { $author } 于 { $at } 在此更改。
settings-error = 设置文件有错误
settings-error-words = 工位使用上次启动时的设置运行。请更正文件，然后重新加载此页面。

settings-camera = 相机
settings-camera-kind = 相机类型
settings-camera-kind-pylon = Basler 相机（USB3 或 GigE）
settings-camera-kind-emulator = pylon 相机模拟器
settings-camera-kind-folder = 图片文件夹或视频文件
settings-camera-kind-other = { $type }（来自设置文件）
settings-camera-emulate = 相机模拟器
settings-camera-serial = 序列号
settings-camera-serial-any = 任意
settings-camera-serial-hint = 见相机上的印字。留空则使用唯一连接的相机。
settings-camera-serial-fixed = 序列号已固定。
settings-camera-folder = 图片文件夹
settings-camera-folder-none = pylon 的测试图像
settings-camera-folder-hint = 工位上的文件夹。模拟器按文件名顺序播放其中的图片。
settings-camera-path = 图片文件夹或视频文件
settings-camera-path-hint = 工位上的路径。
settings-camera-rate = 帧率
settings-camera-rate-hint = 单位 Hz，用于实时画面。留空则使用视频自身的帧率，图片为 10 Hz。
settings-cameras = 已连接的相机
settings-cameras-search = 重新搜索
settings-cameras-searching = 正在搜索相机…
settings-cameras-none = 未找到相机。请检查其线缆和电源。
settings-cameras-found = { $connection }，序列号 { $serial }
settings-cameras-found-named = { $connection }，序列号 { $serial }，{ $name }
settings-cameras-chosen = 已选择
settings-cameras-use = 使用 { $model } { $serial }
settings-fixed = 由环境变量 <code>{ $variable }</code> 设定，无法在此更改。

settings-broker = MQTT 代理
settings-broker-publish = 将结果发布到 MQTT 代理
settings-broker-kind = 接收方类型
settings-broker-host = 主机名或 IP 地址
settings-broker-port = 端口
settings-broker-port-hint = 通常为 1883，使用 TLS 时为 8883。
settings-broker-no-login = 无需登录
settings-broker-no-password = 无
settings-broker-password-hint = 除非输入新密码，否则保留已存储的密码。它绝不会显示。
settings-broker-prefix = 每个主题的开头
settings-broker-prefix-hint = 结果发往此开头加工位名称和“result”，例如 okng/station-1/result。
settings-broker-prefix-pattern = 请使用字母、数字、_ 和 -，层级之间用 /。
settings-broker-tls = TLS
settings-broker-encrypt = 加密连接 (TLS)
settings-broker-authority = 证书颁发机构
settings-broker-authority-system = 系统信任的机构
settings-broker-authority-hint = 如果代理的证书由您自己的机构签发，请填写工位上的 PEM 文件。
settings-broker-certificate = 工位证书
settings-broker-key = 工位私钥
settings-broker-no-file = 无
settings-broker-files = 工位上的 PEM 文件，用于要求证书的代理。
settings-broker-test = 测试连接
settings-broker-testing = 正在连接…
settings-broker-answers = 代理有响应并接受登录（{ $protocol }）。
settings-broker-others = 设置文件中还设有 { $count } 个结果接收方。

settings-network = 工位和网络
settings-station = 工位名称
settings-station-hint = 每个结果和 MQTT 主题都包含它。更改后，监听它们的程序也须随之调整。
settings-web-host = 访问地址
settings-web-port = 页面端口
settings-web-everywhere = 工位的所有网络（{ $address }）
settings-web-here = 仅本工位（{ $address }）
settings-web-locked-out = 此浏览器将无法再访问页面：它运行在另一台机器上。
settings-web-no-tls = 没有 TLS 证书时，密码会以明文经过网络。请在设置文件中设定：<code>[web]</code> 的 <code>tls_certificate</code> 和 <code>tls_key</code>。

settings-nothing-changed = 尚未更改任何内容，无需保存。
settings-check = 检查
settings-save = 保存…
settings-preview-words = 保存之前会显示哪些部分将重启。
settings-refused = 未保存。请查看标出的字段。
settings-saved-notice = 设置已保存。
settings-saved = 设置已保存
settings-device-restarts = 检测将以新设置重启。
settings-device-silent = 设备进程没有响应。它将在下次启动后使用新设置。
settings-pages-restart = 页面正在重启，需要几秒钟。之后页面位于 <link>{ $address }</link>，此浏览器会在半分钟内自动前往。若主机名或 IP 地址不同，需要重新登录。

settings-dialog = 保存设置
settings-dialog-copy = 要复制的设置
settings-dialog-save = 保存这些设置？
settings-setting = 设置
settings-now = 当前
settings-after = 之后
settings-replaced = 已替换
settings-restarts = 哪些部分重启
settings-restarts-device = <b>检测。</b>它会停止约十秒，期间通过的零件不检测。之后以相同的配方和模式继续。
settings-restarts-inspecting = 工位正在检测。
settings-restarts-web = <b>页面。</b>所有浏览器上有几秒钟无法访问。
settings-restarts-web-only = <b>页面。</b>所有浏览器上有几秒钟无法访问。检测继续进行。
settings-restarts-nothing = 无。
settings-copy-words = 请将此文本放入 <code>{ $file }</code>，在 *** 处保留文件中的密码，然后重启 okng。
settings-copy = 设置文件
settings-old-file = 当前文件保存为 <code>{ $file }.old</code>。您的姓名会被记录。
settings-saving = 正在保存…
settings-save-and-restart = 保存并重启
settings-full-label = { $section }：{ $label }
settings-quoted = “{ $label }”
settings-stored = 已存储
settings-not-set = 未设置
settings-yes = 是
settings-no = 否

## Cloud page

sync = 与 S3 同步
sync-not-configured = 未配置
sync-not-configured-words = 本工位不向存储桶发送任何内容。
sync-not-running = 未运行
sync-not-running-words = 同步进程未运行，因此不发送任何内容。数据没有丢失：文件在本工位等待。请用 okng sync 启动，在一体机上用 systemctl start okng-sync 启动。
sync-retrying = 正在重试
sync-retrying-words = 文件目前无法送达。数据没有丢失：文件在本工位等待。
sync-retrying-at = 文件目前无法送达。数据没有丢失：文件在本工位等待。下次尝试时间为 { $at }。
sync-outside-windows = 不在时间窗口内
sync-outside-windows-words = 文件等待设置中的下一个时间窗口。
sync-connected = 已连接
sync-sending = 正在发送文件。
sync-about-to-send = 即将发送文件。
sync-all-sent = 已全部发送。
sync-set-up = 图片、结果、数据集和模型可以发送到兼容 S3 的存储。请在工位的设置文件 <code>okng.toml</code> 中添加一个表，然后重启 okng。使用 AWS 时省略 <code>endpoint</code>。
sync-settings = 同步的设置

sync-bucket = 存储桶
sync-bucket-at = { $bucket }，位于 { $endpoint }
sync-waiting = 等待
sync-amount = { $count } 个文件，{ $size }
sync-oldest = 最早的
sync-oldest-age = 已等待 { $age }
sync-rate = 速率
sync-rate-words = 最近一分钟 { $rate } MB/s
sync-arrived = 已送达
sync-amount-last = { $count } 个文件，{ $size }，最后一个 { $at }
sync-not-sent = 未发送
sync-not-sent-files = { $count } 个文件无法发送

sync-files = 文件
sync-files-uploaded = 已送达
sync-files-waiting = 等待
sync-files-failed = 无法发送
sync-files-none = 没有文件。
sync-files-newest = { $count } 个文件中最新的 { $shown } 个。
sync-retry = 全部重新发送
sync-retried = { $count } 个文件将重新发送。
sync-upload-ended = { $kind }，{ $size }，结束于 { $at }
sync-upload-since = { $kind }，{ $size }，自 { $at }
sync-kind-picture = 检测图片
sync-kind-results = 结果
sync-kind-dataset = 数据集图片
sync-kind-model = 模型
sync-age-moment = 不到 1 分钟
sync-age-minutes = { $count } 分钟
sync-age-hours = { $count } 小时
sync-age-days = { $count } 天

fleet = 此存储桶的工位
fleet-stations = 工位
fleet-station = 工位
fleet-recipe = 配方
fleet-model = 模型
fleet-yield = 良率
fleet-conditions = 状况
fleet-version = 版本
fleet-last-report = 最近报告
fleet-state-silent = 设备进程无响应
fleet-state-inspect = 检测中
fleet-state-collect = 采集中
fleet-state-live = 实时画面
fleet-named = { $name } 版本 { $version }
fleet-parts = 24 小时内 { $count } 个零件
fleet-no-conditions = 无
fleet-age = { $age }前
fleet-out-of-date = 已过时
fleet-none = 尚无工位报告。
fleet-unreadable = 无法读取报告 { $key }：{ $reason }
fleet-read-at = 从存储桶读取于 { $at }。

cloud-aws = AWS 连接
cloud-aws-words = AWS 仅用于存储。模型训练和图片判定都在本工位进行。
cloud-not-connected = 本工位未连接 AWS。
cloud-create = 创建 AWS 资源
cloud-create-step = 1. 创建 AWS 资源
cloud-create-words = 请下载模板。在 AWS 控制台打开 <b>CloudFormation</b>，选择 <b>Create stack</b>，上传模板，并为工位命名。它只为本工位创建一个存储桶和一份证书。
cloud-connect = 连接 AWS
cloud-connect-step = 2. 连接 AWS
cloud-connect-words = 堆栈完成后，打开其 <b>Outputs</b>，复制 <code>DeviceCertUrl</code> 的值。有效期为一小时。请像密码一样保密。
cloud-connecting = 正在连接…
cloud-state = 状态
cloud-connected = 自 { $at } 起<b>已连接 AWS</b>
cloud-station = AWS 中的工位
cloud-bucket = 存储桶
cloud-region = 区域
cloud-check = 检查连接
cloud-checking = 正在询问 AWS…
cloud-checked = AWS 有响应。其凭证有效期至 { $at }。
cloud-disconnect = 断开
cloud-disconnect-words = 工位的证书和密钥将从本工位移除。存储桶中的内容保留。
cloud-disconnect-yes = 是，断开
cloud-disconnected = 已与 AWS 断开。要移除其余内容，请在 CloudFormation 中删除堆栈。

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
recipe-not-known-yet = 工位尚未告知正在运行的配方。请稍后重试。
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

training-start = 训练模型
training-words =
    { $anomaly ->
        [0] 用 { $normal } 张正常图片训练。
       *[other] 用 { $normal } 张正常图片训练，并用 { $anomaly } 张异常图片测量。
    }
training-no-dataset = 还没有数据集。请在“训练”页面采集图片。
training-job-runs = { $job }进行中。
training-normal-missing = 还需要 { $missing } 张正常图片（{ $normal }/{ $needed }）。
training-normal-collected = 已采集的正常图片
training-more-needed = 训练还需要 { $missing } 张正常图片（共 { $needed } 张）
training-enough = 已足够训练。异常图片不是必需的，但测量检测效果时需要。
training-open-model = 打开 { $model } 版本 { $version }
training-next-label = 接下来的图片显示什么
training-label-normal = 良品
training-label-anomaly = 有缺陷
training-trigger-effect = 触发：向数据集添加一张图片
training-each-trigger =
    { $split ->
        [train] 每次触发添加一张<b>{ $label }</b>图片，用于训练。也可以按空格键。
        [test] 每次触发添加一张<b>{ $label }</b>图片，用于测试。也可以按空格键。
       *[none] 每次触发添加一张<b>{ $label }</b>图片。也可以按空格键。
    }
training-line-triggers = 相机输入线即为触发：每个零件添加一张图片。
training-inspection-runs = 检测正在运行。请停止检测以采集图片。
training-inspection-first = 请停止检测以采集图片。
training-camera-awaited = 正在等待相机。
training-label-first = 请先选择“正常”或“异常”。
training-cropped = 相机图片会裁剪到零件（<b>{ $part }</b>）。上传的文件不会裁剪，请上传裁剪好的图片。
training-stop-collecting = 停止采集

split-next = 接下来的图片用于
split-train = 用于训练
split-test = 用于测试
split-choice-train = 用于训练
split-choice-test = 用于测试
split-choice-later = 以后划分
split-filter = 划分
split-aside = 留出图片用于测试
split-aside-words = 模型不会用这些图片训练。同一批次和近似重复的图片会放在一起，因此请先检查数据集。
split-done = 图片已划分为训练集和测试集。

pictures-title = 数据集的图片
pictures-show-all = 全部 { $count }
pictures-show-normal = 正常 { $count }
pictures-show-anomaly = 异常 { $count }
pictures-show-removed = 已移除 { $count }
pictures-show-older = 显示更早的图片
pictures-none = 这里没有图片。
pictures-awaited = 请稍候…
pictures-picture = 图片 { $id }
pictures-picture-label = 图片 { $id }，{ $label }
pictures-last = 最后一张图片
pictures-last-words =
    { $split ->
        [train] 最后一张图片：{ $id }，<b>{ $label }</b>，用于训练
        [test] 最后一张图片：{ $id }，<b>{ $label }</b>，用于测试
       *[none] 最后一张图片：{ $id }，<b>{ $label }</b>
    }
pictures-make = 将图片 { $id } 标为{ $label }
pictures-make-it = 标为{ $label }
pictures-made = 图片 { $id } 现为{ $label }。
pictures-remove = 移除图片 { $id }
pictures-removed = 图片 { $id } 已移除。
pictures-restored = 图片 { $id } 已恢复。
pictures-batch = 批次
pictures-batch-label = 批次、批号或班次
pictures-batch-example = 例如 批号 7
pictures-defect-type = 缺陷类型
pictures-defect-type-example = 例如 裂纹
pictures-filter-any = 不限
pictures-arrival-uploaded = 已到达存储桶
pictures-arrival-waiting = 等待发送到存储桶
pictures-arrival-failed = 无法发送到存储桶
pictures-arrival-reason = { $arrival }：{ $reason }
pictures-not-sent = 未发送
pictures-near-copy = 近似重复
pictures-near-copy-of = 与图片 { $id } 近似重复
pictures-near-copy-title = 数据集中已有几乎相同的图片
pictures-near-copy-words = 近似重复的图片不会让模型学到新东西，还会使其指标看起来比实际更好。
pictures-near-copy-old = 图片 { $id }，已在数据集中
pictures-near-copy-new = 图片 { $id }，新
pictures-near-copy-remove = 移除新图片
pictures-near-copy-keep = 两张都保留
pictures-select = 选择
pictures-select-one = 选择图片 { $id }
pictures-select-all = 选择所有显示的
pictures-selected = 所选图片
pictures-selected-count =
    { $count ->
        [0] 点按图片以选择
       *[other] 已选择 { $count } 张图片
    }
pictures-selected-batch = 所选图片的批次
pictures-selected-defect-type = 所选图片的缺陷类型
pictures-set-batch = 批次…
pictures-set-defect-type = 缺陷类型…
pictures-set-empty = 留空则移除。
pictures-now-normal = { $count } 张图片现为正常。
pictures-now-anomaly = { $count } 张图片现为异常。
pictures-now-train = { $count } 张图片现用于训练。
pictures-now-test = { $count } 张图片现用于测试。
pictures-now-removed = 已移除 { $count } 张图片。
pictures-now-restored = 已恢复 { $count } 张图片。
pictures-now-batch = { $count } 张图片：批次设为 { $value }。
pictures-now-no-batch = { $count } 张图片：已移除批次。
pictures-now-defect-type = { $count } 张图片：缺陷类型设为 { $value }。
pictures-now-no-defect-type = { $count } 张图片：已移除缺陷类型。
pictures-class-new = 新类别
pictures-class-name-first = 输入新类别的名称即可添加。
pictures-class-effect = 选择类别
pictures-save-and-next = 保存，下一张
pictures-save-and-close = 保存并关闭
pictures-unsaved = 您的更改尚未保存。
pictures-continue = 继续编辑
pictures-leave = 不保存离开

dataset-job-runs = 有任务正在进行。
dataset-nothing-changed = 没有变化。
dataset-check = 检查数据集
dataset-shortcut-side = 图片 { $id }：{ $side }
dataset-check-title = 数据集检查
dataset-checked = { $author } 于 { $at } 检查了 { $count } 张图片。
dataset-checked-and = { $author } 于 { $at } 检查了 { $count } 张图片；{ $more }。
dataset-check-settled = { $count } 个已解决
dataset-check-kept = { $count } 个保持原样
dataset-check-unseen = 此后添加或更改了 { $count } 张。请重新检查。
dataset-findings =
    { $count ->
        [0] 未发现问题
       *[other] { $count } 个可能的问题
    }
dataset-findings-all = 显示全部 { $count } 个
dataset-finding-more = 还有 { $count } 张
dataset-finding-keep = 保持原样
dataset-finding-kept = 已保持原样，不会再次显示。
dataset-finding-how = 如何发现的
dataset-remedied = 已完成：{ $words }。
dataset-changes = 更改历史
dataset-changes-none = 还没有更改。
dataset-change-of-picture = 图片 { $id }：{ $change }
dataset-change-of-pictures = { $count } 张图片：{ $change }
dataset-change-label = 标为{ $label }
dataset-change-batch = 批次 { $value }
dataset-change-no-batch = 无批次
dataset-change-defect-type = 缺陷类型 { $value }
dataset-change-no-defect-type = 无缺陷类型
dataset-change-no-split = 未划分
dataset-change-boxes = 绘制了 { $count } 个框
dataset-change-no-boxes = 移除了框
dataset-change-mask = 绘制了掩膜
dataset-change-no-mask = 移除了掩膜
dataset-change-removed = 已移除
dataset-change-restored = 已恢复
dataset-change-several = 已更改
dataset-change-undone = 已撤销
dataset-change-undoing = { $change }（已撤销）
dataset-change-undo = 撤销更改 { $id }

boxes-filter = 框
boxes-filter-true = 已标注
boxes-filter-false = 尚未标注
boxes-draw = 绘制框
boxes-draw-in = 在图片 { $id } 中绘制框
boxes-drawn = 图片 { $id }：{ $boxes }。
boxes-of-picture = 图片 { $id } 的框
boxes-of-class = { $count } 个 { $class }
boxes-no-objects = 无对象
boxes-without-class = 无类别
boxes-canvas = 图片：在上面拖动以绘制框
boxes-box = 框 { $number }/{ $count }，{ $class }
boxes-choose-class = 请选择类别
boxes-changed = { $author } 于 { $at } 最后更改
boxes-not-annotated = 尚未标注。
boxes-class = 此框的类别
boxes-class-next = 下一个框的类别
boxes-class-missing = 请为每个框选择类别。
boxes-summary = <b>{ $count } 个框</b><quiet>：{ $boxes }</quiet>
boxes-summary-none = <b>没有框</b><quiet>：在图片上拖动以绘制。</quiet>
boxes-delete = 删除框
boxes-delete-which = 在图片上选择一个框即可删除。
boxes-undo-nothing = 还没有可撤销的操作。
boxes-add-middle = 在中间添加框
boxes-keyboard = 按 <kbd>?</kbd> 可查看键盘在此处的作用。
boxes-effect-next = 选择下一个框
boxes-effect-move = 移动框；按住 Shift：调整大小；按住 Ctrl：每次 10 px
boxes-effect-delete = 删除框
boxes-saved-empty = 不带框保存时，图片视为没有对象的示例。
boxes-save-empty = 无对象，下一张
boxes-import = 从 COCO、Darknet 或 Label Studio 导入框
boxes-import-empty = 文件中没有框的图片视为没有对象，即使它们在这里有框
boxes-import-exif = 带 EXIF 旋转的图片
boxes-import-exif-asked = 有影响时询问
boxes-import-exif-applied = 旋转后标注
boxes-import-exif-ignored = 未旋转标注
boxes-import-files = 标注文件
boxes-import-choose = 选择标注文件
boxes-import-runs = 正在导入…
boxes-import-words = 请选择一个 JSON 文件，或文本文件及其类别文件。其中必须使用工位的图片名称。若名称不同，请使用 <code>okng dataset import-boxes</code>。
boxes-import-done = 框已导入。
boxes-imported = { $pictures } 张图片中的 { $boxes } 个框；跳过 { $skipped } 个。
boxes-import-incomplete = { $count } 张图片的框少于文件中的框。请绘制缺少的框。
boxes-import-more = 还有 { $count } 项。命令行会列出全部。

masks-filter = 掩膜
masks-filter-true = 有掩膜
masks-filter-false = 无掩膜
masks-classes = 掩膜：{ $classes }
masks-draw = 绘制掩膜
masks-draw-of = 绘制图片 { $id } 的掩膜
masks-of-picture = 图片 { $id } 的掩膜
masks-saved = 图片 { $id } 的掩膜已保存。
masks-deleted = 图片 { $id } 的掩膜已删除。
masks-canvas = 图片及其掩膜
masks-area = { $class } { $pixels } px
masks-class = 缺陷的类别
masks-class-unknown = 未知
masks-empty = 未标记缺陷。
masks-tool = 工具
masks-tool-brush = 画笔
masks-tool-eraser = 橡皮
masks-tool-fill = 填充
masks-tool-move = 移动
masks-hint-brush = 在缺陷上拖动以标记。用两指缩放。
masks-hint-eraser = 在不属于缺陷的地方拖动。
masks-hint-fill = 用画笔画一个封闭轮廓，然后点按其内部。
masks-hint-move = 拖动以移动放大的图片。
masks-outline-open = 轮廓在此处未封闭。请用画笔将其封闭，然后点按其内部。
masks-brush-size = 画笔大小
masks-zoom-in = 放大
masks-zoom-out = 缩小
masks-not-enlarged = 未放大。
masks-show = 显示掩膜
masks-hide = 隐藏掩膜
masks-clear = 清除
masks-clear-nothing = 没有可清除的内容。
masks-undo-nothing = 没有可撤销的操作。
masks-save-nothing = 还没有可保存的内容。
masks-saved-empty = 这样保存后，图片将不再有掩膜。
masks-not-shown = 无法显示掩膜：{ $reason }
masks-not-encoded = 浏览器无法编码掩膜。
masks-no-memory = 浏览器没有足够的内存处理此大小的图片。

upload-title = 上传
upload-files = 要添加的图片
upload-choose = 将图片或文件夹拖放到此页面任意位置，或<u>选择文件</u>
upload-choose-labelled = 将图片或文件夹拖放到此页面任意位置，或<u>选择文件</u>。它们将添加为<b>{ $label }</b>
upload-choose-folder = 选择文件夹
upload-zone-normal = 良品的图片
upload-zone-anomaly = 有缺陷零件的图片
upload-zones = 添加到 <b>{ $dataset }</b>。文件夹中名为 normal 和 anomaly 的子文件夹决定其中图片的标签。
upload-nothing = 拖放的内容中没有图片。
upload-not-an-image = 不是图片。请使用 PNG、JPEG、BMP 或 TIFF。
upload-empty-file = 文件为空。
upload-running =
    { $refused ->
        [0] 正在向 { $dataset } 添加图片：{ $added }/{ $total }
       *[other] 正在向 { $dataset } 添加图片：{ $added }/{ $total }，{ $refused } 张被拒绝
    }
upload-cancelled =
    { $refused ->
        [0] 向 { $dataset } 的上传已取消：{ $added }/{ $total }。已添加的图片会保留。
       *[other] 向 { $dataset } 的上传已取消：{ $added }/{ $total }，{ $refused } 张被拒绝。已添加的图片会保留。
    }
upload-ended =
    { $refused ->
        [0] 已添加到 { $dataset } 的图片：{ $added }/{ $total }
       *[other] 已添加到 { $dataset } 的图片：{ $added }/{ $total }，{ $refused } 张被拒绝
    }
upload-done = 已向 { $dataset } 添加 { $count } 张图片。
upload-progress = 已上传的图片
upload-refused = { $count } 张被拒绝
upload-remarks = { $count } 张添加时有备注
upload-retry = 重试被拒绝的
label-dialog-title =
    { $count ->
        [1] 这张图片显示什么？
       *[other] 这 { $count } 张图片显示什么？
    }

import-button = 导入
import-title = 导入图片
import-into = 导入到 { $dataset }
import-ended =
    { $state ->
        [succeeded] 导入已完成。
        [failed] 导入失败。
       *[cancelled] 导入已取消。
    }
import-place = 图片在哪里
import-place-file = 上传
import-place-folder = 在工位上
import-place-s3 = S3
import-folder = 工位上的文件夹、zip 或清单
import-folder-example = 例如 /media/usb/parts
import-s3 = S3 中的地址
import-needs-file = 请先选择 zip 或清单。
import-needs-folder = 请先输入文件夹、zip 或清单。
import-needs-s3 = 请先输入 S3 中的地址。
import-file = Zip 或清单
import-file-choose = 将 zip 或清单拖放到此处，或<u>选择文件</u>
import-file-other = 选择其他文件
import-pictures = 工位上存放清单图片的文件夹（可选）
import-pictures-hint = 仅当图片不在清单所示位置时
import-unlabelled = 没有标签的图片
import-unlabelled-left-out = 不导入
import-unlabelled-normal = 标为正常
import-unlabelled-anomaly = 标为异常
import-unsplit = 未划分的图片
import-what = 可以导入什么
import-what-folders = 文件夹 <code>normal</code> 和 <code>anomaly</code>，或 <code>good</code> 以及每种缺陷类型一个文件夹
import-what-mvtec = MVTec AD 数据集及其掩膜
import-what-manifests = Amazon Lookout for Vision 的清单及其掩膜
import-what-exports = 其他 okng 工位的导出，不会丢失任何内容
import-what-zips = 以上均可为 zip。上传最大 256 MB。更大的请复制到工位或 S3。
import-uploading = 正在上传
import-goes-on = 您可以关闭此窗口。导入会继续进行。
import-goes-on-uploaded = 您可以关闭此窗口。上传完成后导入会继续进行。
import-added = 已添加
import-already-there = 已存在
import-left-out = 未导入
import-left-out-why = 未导入及原因
import-masks = { $count } 张图片有掩膜。
import-completed = { $count } 张已存在的图片补充了缺少的掩膜、划分或其他信息。
import-added-stay = 已添加的图片保留在数据集中。
import-save-csv = 保存为 CSV
import-save-text = 保存为文本
import-more = 继续导入

export-button = 导出
export-title = 导出图片
export-dataset = 导出 { $dataset }
export-words = { $count } 张图片，其中 { $masked } 张有掩膜，打包为一个 zip。okng 工位可重新导入其中任何一种布局，不会丢失内容。
export-layout = 文件布局
export-layout-manifest = 清单
export-layout-folders = 文件夹
export-layout-mvtec = MVTec AD
export-words-manifest = Lookout for Vision 的清单，含图片和掩膜
export-words-folders = normal 和 anomaly，掩膜放在旁边
export-words-mvtec = train、test 和 ground_truth，与 anomalib 的读取方式一致
export-s3 = 文件将存放的 S3 地址（可选）
export-download = 下载 zip
export-large = 大于 4 GB 的数据集：在工位上使用 <code>okng dataset export</code>。

## Dataset page: profile and map

dataset-none = 还没有数据集。请在“训练”页面采集或导入图像。
dataset-profile = 概况
dataset-map = 分布图
dataset-quick-model = 增长
dataset-preparation = 预处理
dataset-labelling = 标注
dataset-empty = 数据集 { $dataset } 现在没有图像。请在“训练”页面采集、导入或恢复图像。
dataset-pictures = { $count } 张图像：正常 { $normal } 张，异常 { $anomaly } 张。
dataset-version = 数据集状态 { $version }
dataset-measuring = 图像测量
job-kind-dataset_profile = 图像测量
dataset-measure = 立即测量
dataset-measure-again = 重试
dataset-measuring-waits = 此任务结束后将进行测量：{ $job }。在此期间显示已知的内容。
dataset-unmeasured = { $count } 张图像尚未测量。
dataset-unreadable = { $count } 张图像无法读取。
dataset-unreadable-one = 图像 { $id }：{ $problem }
dataset-show-pictures = 显示图像
dataset-gaps = 缺少什么
dataset-gaps-none = 未发现缺少的内容。
dataset-gap-few_good =
    { $count ->
        [0] 还没有良品图像；训练需要 { $of } 张。请采集良品的图像。
       *[other] 有 { $count } 张良品图像；训练需要 { $of } 张。请采集更多良品。
    }
dataset-gap-no_anomaly = 没有异常图像，因此不知道模型能发现多少缺陷。请添加缺陷零件的图像。
dataset-gap-no_test = 没有留作测试的图像。请划分数据集，用模型从未见过的图像来评估它。
dataset-gap-test_without_good = 测试集没有正常图像，无法反映误判。请留出一些用于测试。
dataset-gap-test_without_anomaly = 测试集没有异常图像，无法反映漏检。请留出一些用于测试。
dataset-gap-no_batch = 没有图像带有批次。请设置批次，用模型未见过的批次来测试它。
dataset-gap-one_batch = 只有一个批次：{ $values }。请采集其他批次的零件。
dataset-gap-one_day = 所有图像都在同一天（{ $values }）添加。光线和位置会变化，请在其他日子也采集。
dataset-gap-one_person = 所有图像都由同一人（{ $values }）添加。请让另一人添加或检查一部分。
dataset-gap-single_types = { $count } 种缺陷类型只有一张图像，例如 { $values }。请添加更多，或更正名称。
dataset-gap-untyped = { $of } 张异常图像中有 { $count } 张没有缺陷类型。请设置，以便评估每种类型。
dataset-gap-unmasked = { $of } 张异常图像中有 { $count } 张没有掩膜。请补画，以便在全部图像上评估定位。
dataset-gap-unboxed = { $of } 张图像中有 { $count } 张未用框标注。请在训练检测器之前标注。
dataset-gap-sizes = 图像有 { $count } 种不同尺寸，例如 { $values }。请检查不是由本站相机拍摄的图像。
dataset-gap-not_checked = 从未检查过图像中的捷径，例如泄露标签的托盘。请检查数据集。
dataset-gap-check_outdated = 上次检查后新增了 { $count } 张图像。请重新检查数据集。
dataset-gap-shortcuts = 上次检查发现 { $count } 个捷径，模型可能借此猜出标签。请查看。
dataset-counts = 图像的分布
dataset-counts-all = 显示全部 { $count } 项
dataset-count-row = { $value }：{ $count }，其中异常：{ $anomaly }
dataset-label = 标签
dataset-by-batch = 批次
dataset-by-defect_type = 缺陷类型
dataset-by-day = 添加日期
dataset-by-person = 添加者
dataset-by-split = 划分
dataset-undecided = 未分配
dataset-without = 无
dataset-histograms = 测量值
dataset-facets = 每图对应
dataset-facets-none = 测量项
dataset-facets-more = 另有 { $count } 个图像较少的值未显示。
dataset-measure-of = 显示的测量项
dataset-measure-brightness = 亮度（量程的 %）
dataset-measure-contrast = 对比度（量程的 %）
dataset-measure-focus = 清晰度（dB，越高越清晰）
dataset-measure-pixels = 图像尺寸（百万像素）
dataset-measure-bytes = 文件大小（kB）
dataset-measure-score = 异常分数
dataset-scored-by = { $model } 版本 { $version } 的分数，每张图像均由未用它训练的模型评分。
dataset-not-scored = 尚未用此数据集训练模型，因此没有分数。
dataset-threshold = 阈值 { $threshold }
dataset-bar = { $low } 至 { $high }：{ $count }，其中异常：{ $anomaly }
dataset-bin = { $title }：{ $low } 至 { $high }
dataset-listed = { $count } 张图像
dataset-listed-more = 显示更多（还有 { $count } 张）
dataset-map-words = 相似的图像彼此靠近。两个轴显示了 { $share } 的差异（方差的 { $first } 和 { $second }）；其余部分在此看不到。
dataset-map-how = 在图像周围画线即可选中它们，或点按上面的分组。点按一个点可查看其图像。
dataset-map-none = 分布图至少需要两张已测量的不同图像。
dataset-map-label = { $count } 张图像的分布图；列表见下方。
dataset-map-axis = 主成分 { $number }
dataset-map-color = 着色依据
dataset-map-groups = 分布图上的分组
dataset-map-others = 其他
dataset-map-no-score = 无分数
dataset-map-score =
    { $level ->
        [1] 分数最低的五分之一
        [5] 分数最高的五分之一
       *[other] 分数的第 { $level } 个五分之一
    }
dataset-map-scored = 分数 { $score }
dataset-map-selected = 在分布图上选中

## Model page: metrics, threshold and promotion

metrics-assessment = 评估
metrics-too-few-defects = 该模型检出的缺陷太少
metrics-check-dataset = 检查数据集
metrics-labels-unchecked = 从未检查过数据集 { $dataset } 是否有矛盾的标签。
metrics-labels-checked =
    { $groups ->
        [0] 上次检查数据集 { $dataset } 时未发现矛盾的标签。
       *[other] 上次检查数据集 { $dataset } 时发现 { $groups } 组近似重复图片同时被标为正常和异常。
    }

metrics-false-rejects = 每 { 1000 } 个良品中约有 <b>{ $rejected }</b> 个会被剔除（95 % 置信度下为 { $low } 至 { $high } 个）。
metrics-catches = 可检出 <b>{ $recall }</b> 的缺陷：{ $pictures } 张图片中的 { $caught } 张。
metrics-catches-between = 可检出 <b>{ $recall }</b> 的缺陷（{ $low } 至 { $high }）：{ $pictures } 张图片中的 { $caught } 张。
metrics-measured-picture = 在 { $unseen } 张良品图片上测得，每张均由未用其训练的模型评分：{ $rejected } 张被剔除。
metrics-measured-batch = 在 { $unseen } 张良品图片上测得，每张均由未用其批次或当日图片训练的模型评分：{ $rejected } 张被剔除。
metrics-independent = 同一批次的图片相似，因此合计按 { $count } 张计。
metrics-too-few-pictures = { $unseen } 张良品图片只能保证每 { 1000 } 个良品的误剔除少于 { $share } 个。请添加良品图片，至 { $pictures } 张，才能保证 { $asked } 个。

metrics-held-out = 测试图片上的结果
metrics-held-out-rejected = { $normal } 个良品中剔除 <b>{ $rejected }</b> 个（95 % 置信度下为 { $low } 至 { $high }）。
metrics-held-out-caught = { $anomaly } 个缺陷中检出 <b>{ $caught }</b> 个（95 % 置信度下为 { $low } 至 { $high }）。
metrics-held-out-words = 这些图片既未用于训练，也未用于确定阈值，其他所有指标均不含它们。

metrics-precision = 精确率
metrics-precision-meaning = 的 NG 判定正确
metrics-recall = 召回率
metrics-recall-meaning = 的缺陷被检出
metrics-f1-meaning = 两者的平衡
metrics-any-threshold = 任意阈值下
metrics-average-precision = 平均精度
metrics-threshold = 阈值
metrics-threshold-meaning = 高于此值为 NG
metrics-intervals = 每项指标下方是其 95 % 置信区间。图片越多，区间越窄。
metrics-unknown = 精确率、召回率、F1 和 AUROC 未知
metrics-unknown-words = 数据集中没有异常图片，因此不知道该模型能检出多少缺陷。阈值的设定使约 { $rate } 的良品被剔除。如需测量，请在“训练”页面添加缺陷图片并重新训练。
metrics-normal-scores = 正常得分
metrics-normal-scores-meaning = { $count } 张正常图片

metrics-histogram = 得分直方图；阈值为 { $threshold }
metrics-histogram-bar =
    { $label ->
        [normal] 正常 { $count } 张，得分 { $low } 至 { $high }
       *[anomaly] 异常 { $count } 张，得分 { $low } 至 { $high }
    }
metrics-histogram-review = 待复核：得分 { $low } 至 { $high }
metrics-legend-anomaly = 异常（斜线）
metrics-legend-review = 待复核
metrics-legend-scores = 异常得分；每张图片均由未用其训练的模型评分

metrics-defect-type = 缺陷类型
metrics-caught = 检出
metrics-confidence = 95 % 置信度
metrics-share = { $count } / { $all }
metrics-interval = { $low } 至 { $high }
metrics-confusion = 混淆矩阵
metrics-predicted = 预测 { $verdict }
metrics-normal-pictures = 正常图片
metrics-anomalous-pictures = 异常图片

metrics-method = 方法
metrics-pictures = 图片
metrics-pictures-used = 正常 { $normal } 张，异常 { $anomaly } 张
metrics-trained = 训练
metrics-trained-by = { $at }，{ $author }
metrics-input = 输入
metrics-input-tiles = { $size }，分为 { $tiles } 块，每块 { $tile }
metrics-augmentation = 数据增强
metrics-copies = 每张良品图片 { $copies } 份增强副本：{ $varied }
metrics-copies-quarters = 旋转 90°
metrics-copies-tilt = 倾斜最多 { $degrees }°
metrics-copies-mirror = 镜像
metrics-copies-light = 调亮和调暗
metrics-hash = 模型哈希

metrics-detection = 在 { $count } 张未用于训练的图片上
metrics-detection-half = 与标注框至少重叠一半的框为正确
metrics-detection-strict = 在更严格的重叠度上取平均，最高 { 0.95 }
metrics-detection-class = 类别
metrics-detection-boxes = 框数
metrics-detection-unknown = 未知
metrics-detection-words = 用 { $count } 张图片训练。{ $epochs } 轮中第 { $best } 轮最佳。1 表示所有对象均被找到且无误检。

threshold-value = { $threshold }：得分高于此值为 NG
threshold-fewer-missed = 漏检更少
threshold-fewer-rejects = 误剔除更少
threshold-allowed = 允许的误剔除
threshold-allowed-head = 允许的误剔除：
threshold-use = 使用此阈值
threshold-in-use = 使用中
threshold-used-already = 配方已在使用此阈值。
threshold-reset = 恢复训练值（{ $threshold }）
threshold-changed =
    { $count ->
        [0] 没有已存图片的判定会改变
       *[other] { $count } 张已存图片将变为 { $verdict }
    }
threshold-closest = 最接近此阈值的 { $count } 张：
threshold-changed-parts = 本会被判为 { $verdict } 的近期零件
threshold-part = 零件 { $part }

review-band-off = 不标记任何零件复核。
review-band-distance = 配方将得分距阈值 <b>{ $distance }</b> 以内的零件标记为待复核。
review-band-marked = 每 { 1000 } 个良品中约有 <b>{ $marked }</b> 个会被标记为待复核（95 % 置信度下为 { $low } 至 { $high } 个）。
review-band-words = 得分在蓝色带内的零件标记为待复核：{ $unseen } 张良品图片中的 { $marked } 张。蓝色带止于允许三倍误剔除的阈值。
review-band-verdict = 判定不变。零件在“结果”页面上等待人工复核。
review-band-mark = 标记零件复核
review-band-trained = 使用训练的宽度
review-band-none = 不标记

worst-pictures = 请先检查这些
worst-false = 误判 { $verdict }
worst-all-wrong = 全部误判，离阈值最远的在前。错误的标签会使指标失真。
worst-some-wrong = { $wrong } 张误判，离阈值最远的在前，其后是最接近阈值的。错误的标签会使指标失真。
worst-none-wrong = 没有误判。这些最接近阈值。错误的标签会使指标失真。

compare-versions = 版本比较
compare-versions-head = 在相同图片上比较
compare-versions-with = 比较对象
compare-versions-choice = { $name } 版本 { $version }
compare-versions-choice-in-use = { $name } 版本 { $version }（使用中）
compare-versions-version = 版本 { $version }
compare-versions-nothing = 它们没有共同的测试图片，因此无法比较。请用同一数据集训练两者，或以影子模式运行其中之一。
compare-versions-worse = <b>{ $name } 版本 { $version } 更差。</b>
compare-versions-figures = 两个版本在相同图片上的指标
compare-versions-found = 检出的缺陷
compare-versions-rejected = 被剔除的良品
compare-versions-scored = 两者都对相同的 { $normal } 张正常图片和 { $anomaly } 张异常图片评分，训练时均未见过这些图片。
compare-versions-left-out = 另有 { $count } 张图片仅由 { $model } 测试。
compare-versions-differ = { $count } 张图片判定不同
compare-versions-right = { $model } 正确
compare-versions-first = 仅显示前 { $count } 张。
compare-versions-alike = 它们对所有这些图片的判定相同。

promotion-shadow = 以影子模式运行
promotion-shadow-started = 版本 { $version } 现以影子模式与当前版本并行运行。输出不受影响。
promotion-promote = 上线
promotion-promote-anyway = 仍然上线
promotion-title = 上线 { $name } 版本 { $version }
promotion-fails = 该版本未通过回归检查。
promotion-failed = 版本 { $version } 在回归集 { $pictures } 张图片中的 { $failures } 张上出错。未作任何更改。
promotion-done = 配方现在使用 { $name } 版本 { $version }。
promotion-from-next-part = 从下一个零件起使用该版本。
promotion-instead = 从下一个零件起使用该版本，取代 { $name } 版本 { $version }。
promotion-recorded = 如果仍然上线，您的姓名和这些警告将记入模型历史。
promotion-why-fewer-rejects = 剔除的良品更少
promotion-why-more-defects = 检出的缺陷更多
promotion-why-new-light = 新的光源或相机
promotion-why-new-part = 新的零件种类
promotion-roll-back = 回退
promotion-roll-back-to = 回退到版本 { $version }
promotion-roll-back-title = 回退到 { $name } 版本 { $version }
promotion-roll-back-words = 从下一个零件起使用版本 { $version } 及其先前的阈值（{ $threshold }）。不检查回归集。
promotion-roll-back-done = 配方重新使用版本 { $version }。
promotion-why-back-good-rejected = 良品被剔除
promotion-why-back-missed = 缺陷漏检
promotion-why-back-mistake = 误操作上线
promotion-history = 模型历史（{ $count }）
promotion-kind-promotion = 已上线
promotion-kind-rollback = 已回退
promotion-kind-recipe = 配方更改
promotion-model = { $name } { $version } <quiet>阈值 { $threshold }</quiet>
promotion-no-model = 无模型
promotion-no-reason = 未说明原因
promotion-in-spite = <b>不顾以下警告仍使用：</b>{ $objection }
promotion-record = { $at }，{ $author }，配方 { $recipe } 版本 { $version }
promotion-record-checked =
    { $state ->
        [passed] ，回归集：通过
        [failed] ，回归集：未通过（{ $failures } 张出错）
       *[unchecked] ，回归集：未检查
    }
promotion-record-trial = ，试运行后：比较 { $compared } 个零件，{ $disagree } 个不同

trial = 试运行
trial-runs = { $name } 版本 { $version } 正在试运行
trial-ran = { $name } 版本 { $version } 曾试运行
trial-end = 结束试运行
trial-running = 正与版本 { $beside } 比较：已比较 <b>{ $compared }</b> 个零件，跳过 <b>{ $skipped }</b> 个，<b>{ $disagree }</b> 个不同。
trial-stopped = 曾与版本 { $beside } 比较：已比较 <b>{ $compared }</b> 个零件，跳过 <b>{ $skipped }</b> 个，<b>{ $disagree }</b> 个不同。
trial-verdicts = 两个版本对相同零件的判定
trial-verdict = 版本 { $version }：{ $verdict }
trial-time = 与当前版本相比，每个零件平均用时 { $mean }，95 % 的零件至多 { $p95 }。
trial-settled = 在已复核的 { $settled } 个零件中，版本 { $version } 正确 <b>{ $trial }</b> 个，版本 { $beside } 正确 <b>{ $active }</b> 个。
trial-differing = 判定不同的零件
trial-newest = 仅显示 { $all } 个中最新的 { $count } 个。
trial-part = 零件 { $part }
trial-score = { $score }（阈值 { $threshold }）
trial-picture-deleted = 图片已删除
trial-is-correct = { $verdict } 正确
trial-is-correct-by = <b>{ $verdict }</b> 正确，由 { $person } 判断。
trial-keep = ✓ 添加到回归集
trial-keep-not = 不添加到回归集
trial-kept = 零件 { $part } 已作为 { $verdict } 添加到回归集。
trial-recorded = 已记录：零件 { $part } 为 { $verdict }。

regression-set = 回归集
regression-set-of = { $name } 的回归集：{ $count } 张图片
regression-standing =
    { $state ->
        [empty] 尚无回归集，因此该版本上线前不作检查。
        [unchecked] 回归集 { $pictures } 张图片中已检查 { $checked } 张。其余将在上线前检查。
        [failed] 它在回归集 { $pictures } 张图片中的 { $failures } 张上出错，因此不能上线。
       *[passed] 它通过了回归集的全部 { $pictures } 张图片。
    }
regression-check = 检查该版本
regression-checking = 检查中…
regression-check-ended =
    { $state ->
        [cancelled] 检查已取消：{ $message }
       *[failed] 检查失败：{ $message }
    }
regression-known = 已知 { $verdict }
regression-score = 得分 { $score }
regression-no-score = 无得分
regression-add = 从数据集添加
regression-dataset = 数据集
regression-picture =
    { $label ->
        [normal] 图片 { $picture }，正常
       *[anomaly] 图片 { $picture }，异常
    }
regression-add-as = 添加为 { $verdict }
regression-upload = 上传已知 { $verdict }
regression-removed = 已移除（{ $count }）
regression-removed-picture = <b>已知 { $verdict }</b>，{ $source }
regression-remove = 从回归集移除
regression-remove-picture = 从回归集移除图片 { $picture }
regression-remove-words = 今后不再用此图片（已知 { $verdict }，{ $source }）检查版本。移除人和原因将被记录。
regression-why-wrong-verdict = 其判定有误
regression-why-part-gone = 该零件已停产
regression-why-poor-picture = 图片质量差

consent = 仍要使用该模型吗？
consent-recorded = 如果仍要使用，您的姓名和这些警告将记入模型历史。
consent-decline = 不使用
consent-use = 仍然使用

## Dataset page: growth

growth-auroc = AUROC
growth-cell = { $value }（{ $interval }）
growth-changed =
    { $count ->
        [0] 这些指标对应图片的当前状态。
       *[other] 此后添加、移除或更改了 { $count } 张图片。满五张后会有新的指标。
    }
growth-chart = { $figure }随图片数量的变化，色带为 95 % 置信区间
growth-coming = 正在计算新的指标。
growth-compute = 立即计算
growth-computed = { $at } 根据 { $pictures } 张图片的快速估计，用时 { $seconds } s。
growth-covers-others = 其他正常图片中 { $share } 的局部区域与它最接近；平均应为 { $fair }。没有它，那些图片会显得不太正常。
growth-failed = 上次计算失败：{ $reason }
growth-found = 检出的异常图片
growth-found-of = { $found } / { $count }
growth-hard-and-missed = 图中的缺陷未被检出：得分为 { $score }，阈值为 { $threshold }。
growth-hard-but-found = 图中的缺陷勉强被检出：得分为 { $score }，阈值为 { $threshold }。
growth-influential = 最重要的图片
growth-interval = 95 % 置信度下为 { $interval }
growth-line = 根据 { $pictures } 张图片的快速估计：每 { 1000 } 个良品最多剔除 <b>{ $rejects }</b> 个。
growth-line-auroc = 根据 { $pictures } 张图片的快速估计：AUROC <b>{ $auroc }</b>（{ $low } 至 { $high }），每 { 1000 } 个良品最多剔除 <b>{ $rejects }</b> 个。
growth-missing-anomalous =
    { $missing ->
        [0] 未知：可读取的异常图片太少。
       *[other] 未知。请再添加 { $missing } 张异常图片以便测量。
    }
growth-missing-normal = 还需要 { $missing } 张用于训练的正常图片才会有指标。
growth-no-outlook = 尚不知道更多图片是否有助于发现缺陷。至少需要十张正常图片和三张异常图片才能判断。
growth-none-readable = 没有指标，因为可读取的正常图片太少。
growth-open = 查看增长
growth-outlook-helps = 最近 { $newest } 张正常图片使 AUROC 提高了 { $change }（95 % 置信度下为 { $low } 至 { $high }）。更多同类图片可能有帮助。
growth-outlook-saturated = 最近 { $newest } 张正常图片使 AUROC 变化了 { $change }（95 % 置信度下为 { $low } 至 { $high }）。更多同类图片几乎不会再有帮助。
growth-outlook-unknown = 最近 { $newest } 张正常图片使 AUROC 变化了 { $change }（95 % 置信度下为 { $low } 至 { $high }）。图片太少，无法判断更多同类图片是否有帮助。
growth-picture = 图片 { $id }
growth-pictures = 图片数
growth-raises-threshold = 作为正常图片它显得不寻常：没有它，阈值会是 { $without } 而不是 { $threshold }。请检查它的标签。
growth-rejects = 每 { 1000 } 个良品的剔除数
growth-sampled = { $pictures } 张图片中使用了 { $used } 张：随机选取且固定不变。
growth-table = 以表格显示指标
growth-unknown = 未知
growth-unreadable = { $count } 张图片因无法读取而被略过。
growth-unreadable-one = 图片 { $id }：{ $reason }
growth-unseen-batch = 小模型给每张图片评分时，未见过其批次中的任何图片。
growth-unseen-picture = 小模型给每张图片评分时，未见过该图片。

## Model page: training, engines and exchange

model-dataset = 数据集
model-dataset-counts = { $name }（正常 { $normal }，异常 { $anomaly }）
model-train = 训练
model-method-unavailable = 此工位上没有该方法。
model-job-in-progress = 有任务正在进行，请等待其完成。
model-versions = 版本
model-version = 版本 { $version }
model-none = 尚无模型
model-none-listed = 尚无模型。
model-none-words = 模型从正常图片中学习良品的样子。训练只需几秒。
model-in-use = 使用中
model-broken = 已损坏
model-finds-too-few = 检出的缺陷过少
model-summary-anomaly = { $at }，{ $method }，F1 { $f1 }
model-summary-unmeasured = { $at }，{ $method }，未测量
model-summary-detector = { $at }，检测器，{ $classes } 个类别
model-loading = 正在加载 { $name } 版本 { $version }…
model-unusable = 无法使用此版本：{ $why }
model-use = 在配方中使用此版本
model-used = 配方现在使用 { $name } 版本 { $version }。
model-threshold-trained = 配方重新使用训练所得的阈值。
model-threshold-used = 配方现在使用阈值 { $threshold }。
model-review-off = 不再标记零件复核。
model-review-on = 接近阈值的零件将被标记为待复核。

training-options = 选项
training-options-reset = 恢复默认值
training-options-unchanged = 当前即为默认值。
training-options-method = 方法
training-options-method-usual = 默认
training-options-method-unavailable = { $method }，不可用
training-options-unavailable = 此工位上尚不可用。
training-options-resolution = 图像分辨率
training-options-input-standard = 默认，224 px
training-options-input-320 = 320 px
training-options-input-512 = 512 px
training-options-input-1024 = { 1024 } px
training-options-input-defect = 按最小缺陷
training-options-input-tiles = 分块
training-options-hint-standard = 整张图片缩放为 224 px。适用于不小于图片十分之一的缺陷。
training-options-hint-320 = 适用于较小的缺陷。训练和检测耗时约为三倍。
training-options-hint-512 = 适用于较小的缺陷。训练和检测耗时约为十倍。
training-options-hint-1024 = 适用于小缺陷。训练和检测耗时约为二十五倍。
training-options-hint-defect = 自动选择尺寸和分块，使相机图像中该大小的缺陷可以检出。
training-options-hint-tiles = 适用于大图片。每块以 512 px 评分，再合并为一张热图和一个得分。
training-options-smallest-defect = 最小缺陷
training-options-rows = 分块行数
training-options-columns = 分块列数
training-options-good-parts = 良品还可能
training-options-rotated = 旋转 90°
training-options-mirrored = 镜像
training-options-lighter = 偏亮或偏暗
training-options-tilted = 倾斜不超过
training-options-good-parts-words = 为每张良品图片在训练中增加四份变换后的副本。只勾选产线上确实会出现的情况：此处勾选的变化不再视为缺陷。
training-options-false-rejects = 允许的误剔除
training-options-rate-usual = { $rate }（默认）

growing-offer = 自 { $name } 版本 { $version } 以来有 <b>{ $count } 张新的良品图片</b>。
growing-known = 已用于训练的 { $count } 张不会再次读取。
growing-start = 用新图片训练
growing-report = 基于版本 { $version } 的增量训练
growing-trained = 除版本 { $version } 的 { $learnt } 张图片（未再次读取）外，又用 <b>{ $added } 张良品图片</b>进行了训练。
growing-changes = 增量训练带来的变化
growing-now = 现在
growing-threshold = 阈值
growing-rejects = 被剔除的良品
growing-rejects-words = 每 { 1000 } 件，预期
growing-auroc-words = 新的良品图片与缺陷对比
growing-bank = 记忆库
growing-bank-words = 替换了 { $count } 个向量
growing-good-scores =
    { $change ->
        [lower] 先前良品的得分降低了 { $by }。
        [higher] 先前良品的得分升高了 { $by }。
       *[same] 先前良品的得分没有变化。
    }
growing-defect-scores =
    { $change ->
        [lower] 缺陷的得分降低了 { $by }。
        [higher] 缺陷的得分升高了 { $by }。
       *[same] 缺陷的得分没有变化。
    }
growing-no-change = 已保存的图片中没有判定发生变化。
growing-changed = { $count } 张已保存的图片判定发生变化
growing-changed-first = 前 { $count } 张：

engine-builds = 推理引擎
engine-builds-title = 为本机编译
engine-name = 引擎
engine-latency = 每张图片耗时
engine-latency-most = 95 % 不超过 { $ms }
engine-speed-up = 加速比
engine-accuracy = 精度检查
engine-active = 启用
engine-measured = { $at }，以 { $threads } 个线程测量
engine-tuned =
    以 { $threads } 个线程运行，{ $between ->
        [1] 针对
       *[other] { $between } 个算子并行，针对
    }{ $goal ->
        [latency] 延迟
       *[throughput] 吞吐量
    }调优
engine-same-answers = 与原模型一致
engine-refused = 未使用：{ $problems }
engine-none-used = 均未使用。原模型在 ONNX Runtime 中运行。
engine-builds-words = 加速比：与 FP32 的 ONNX Runtime 交替测量比较。sd：良品得分的标准差。

detector-words = 这是一个检测器：它查找对象并分类。要在配方中使用，请在“配置”页面的“目标检测”中选择它并添加规则。要在图片上试用，请运行 <code>okng detect { $name }:{ $version } PICTURE</code>。
detector-letterboxed = 此检测器导入时，okng 尚未遵循 darknet 的 <code>letter_box</code>：它仍以填充灰边的图片运行。除非 .cfg 中有 <code>letter_box=1</code>，否则 Darknet 会拉伸图片。重新导入即可得到遵循 .cfg 的版本。
detector-finds = 可检出 { $count } 类对象
detector-input = 输入
detector-pictures-are = 图片处理
detector-resize-stretch = 拉伸至输入尺寸
detector-resize-letterbox = 填充灰边，保持宽高比
detector-minimum-score = 显示的最低得分
detector-overlap = 视为同一对象的重叠度
detector-made-of = 来源
detector-made-of-darknet = Darknet（.cfg 和 .weights）：{ $files }
detector-made-of-onnx = ONNX，{ $layout } 结构：{ $files }
detector-trained = 训练
detector-imported = 导入
detector-made-by = { $at }，{ $author }
detector-hash = 模型哈希

fine-tuning = 用框微调
fine-tuning-pictures = <b>{ $dataset }</b> 有 { $count } 张带标注的图片：{ $boxes }。
fine-tuning-no-boxes = <b>{ $dataset }</b> 有 { $count } 张带标注的图片，但没有框。
fine-tuning-words = 以此检测器为起点，训练一个针对这些对象的检测器。需要几分钟，期间检测照常进行。
fine-tuning-start = 微调
fine-tuning-name = 检测器名称
fine-tuning-width = 输入宽度
fine-tuning-height = 输入高度
fine-tuning-size-hint = 32 的倍数。小对象需要更大的输入。尺寸减半，耗时降为四分之一。
fine-tuning-epochs = 最大轮数
fine-tuning-parts = 零件还可能

dataset-difference = 此次训练以来的图片
dataset-difference-none = 用 { $dataset } 现有的 { $count } 张图片训练。
dataset-difference-some = 此次训练以来 { $dataset } 的变化：{ $changes }
dataset-difference-added = 新增 { $count } 张
dataset-difference-removed = 移除 { $count } 张
dataset-difference-relabelled = 重新标注 { $count } 张
dataset-difference-reworded = { $count } 张的批次、缺陷类型、划分或掩膜有变
dataset-difference-words =
    模型用 { $trained } 张图片训练。数据集现有 { $pictures } 张。{ $lost ->
        [0] 移除的图片可以恢复。
       *[other] 移除的图片可以恢复，但其中 { $lost } 张已不在此工位上。
    }
dataset-difference-restore = 将数据集恢复到此次训练时
dataset-difference-restored = { $dataset } 已恢复到此次训练时的状态。
dataset-difference-lost = 其图片均无法恢复。

model-export = 导出
model-export-title = 导出到其他工位
model-export-words = 一个签名文件，包含此版本和最多十张图片。另一工位用这些图片验证模型在那里的结果与此处一致。
model-export-start = 导出此版本
model-export-running = 正在准备文件…
model-export-done = 浏览器已保存 { $file }。
model-import = 来自其他工位的模型
model-import-start = 从其他工位导入
model-import-words = 选择以 .okng-model 结尾的文件。模型在此经过检查后才会出现在版本列表中。
model-import-sending = 正在发送 { $file }…
model-import-why-not = 有任务正在进行，请等待其完成后再导入模型。
model-import-unknown-key = 此工位不知道 { $file } 由谁制作
model-import-unknown-key-words = 文件用下面的密钥签名。请与另一工位在<b>受信任的工位</b>中显示的密钥比较，两者相同时才可信任。
model-import-trust = 信任并导入
model-import-trusted = 从现在起信任 { $name } 的模型。
model-import-keys = 受信任的工位
model-import-keys-words = 此工位只导入由自身或此列表中的工位签名的模型。
model-import-keys-none = 尚未信任其他工位。
model-import-keys-own = 此工位的公钥
model-import-keys-add = 信任此工位
model-import-keys-remove = 移除 { $name }
model-import-name = 另一工位的名称
model-import-name-example = 例如 line-1
model-import-key = 其公钥

## Dataset page: preparation

preparation-steps = 步骤
preparation-intro = 每张图片在模型看到之前都要经过这些步骤，训练时和产线上都一样。已存储的图片保持不变。
preparation-keeps = 下一次训练使用已保存的版本。之前训练的模型保留各自的预处理。检测器不受影响。
preparation-steps-none = 还没有步骤。模型看到的是相机拍摄的原图。
preparation-add = 添加步骤
preparation-step-crop = 裁剪
preparation-step-mask_out = 遮盖区域
preparation-step-rotate = 旋转
preparation-step-grey = 灰度
preparation-step-stretch = 对比度
preparation-step-labels_from_file_names = 由文件名确定标签
preparation-says-crop = { $width } × { $height } px，位于 { $left }，{ $top }
preparation-says-areas = { $count } 个区域
preparation-says-rotate = 顺时针 { $degrees }°
preparation-says-stretch = 灰度值 { $low } 至 { $high }
preparation-says-rules = { $count } 个模式
preparation-says-grey = 按亮度
preparation-up = 上移
preparation-down = 下移
preparation-remove = 移除步骤
preparation-first = 这是第一步。
preparation-last = 这是最后一步。
preparation-left = 左
preparation-top = 上
preparation-width = 宽
preparation-height = 高
preparation-draw-crop = 在该步骤之前的图片上画出矩形，或输入其边的数值。
preparation-draw-mask = 区域用同一灰度值填充，其中的内容不再起作用。请在该步骤之前的图片上画出所选矩形。
preparation-areas = 要更改的区域
preparation-area = 区域 { $number }
preparation-add-rectangle = 添加矩形
preparation-add-polygon = 画多边形
preparation-remove-area = 移除区域
preparation-area-only = 步骤至少需要一个区域。请改为移除该步骤。
preparation-polygon-draw = 在该步骤之前的图片上依次点击区域的各个角点。
preparation-polygon-close = 闭合轮廓
preparation-polygon-short = 轮廓至少需要三个角点。
preparation-fill = 区域的灰度值
preparation-degrees = 顺时针
preparation-turn = { $degrees }°
preparation-grey-hint = 彩色图片按亮度转为灰度。灰度图片保持不变。
preparation-stretch-hint = 第一个值变为黑色，第二个值变为白色，其间均匀展开。
preparation-low = 黑色
preparation-high = 白色
preparation-bits = 每个值的位数
preparation-bits-of = { $bits } 位
preparation-rules-hint = 导入或上传时没有标签的图片由其文件名获得标签。* 代表任意文字，? 代表一个字符。
preparation-rule = 模式 { $number }
preparation-pattern = 文件名模式
preparation-label = 标签
preparation-defect-type = 缺陷类型
preparation-add-rule = 添加模式
preparation-remove-rule = 移除模式
preparation-rule-only = 步骤至少需要一个模式。请改为移除该步骤。
preparation-size = 这些步骤适用于 { $width } × { $height } px 的图片。其他尺寸的图片会被拒绝，在产线上为 ERROR。
preparation-save = 保存为版本 { $version }
preparation-save-nothing = 没有更改。
preparation-discard = 放弃更改
preparation-saved = 预处理已保存为版本 { $version }。
preparation-versions = 版本
preparation-version = 版本 { $version }，{ $count } 个步骤
preparation-version-restored = 版本 { $version }，恢复自版本 { $restored }
preparation-in-use = 使用中
preparation-restore = 恢复
preparation-restore-version = 恢复版本 { $version }
preparation-export = 导出已保存的版本
preparation-python = Python 脚本
preparation-png = 此图片（PNG）
preparation-export-unsaved = 您的更改尚未写入文件。请先保存。
preparation-export-none = 请先保存一个版本。
preparation-pictures = 前后对比
preparation-picture-choice = 选择图片
preparation-picture = 图片 { $id }，{ $label }
preparation-previous = 上一张
preparation-no-previous = 这是第一张图片。
preparation-no-next = 这是最后一张图片。
preparation-before = 步骤 { $number } 之前
preparation-after = 步骤 { $number } 之后
preparation-before-all = 原图
preparation-after-all = 模型看到的图片
preparation-no-pictures = 数据集中没有可显示的图片。

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

## Dataset page: labelling

labelling-jobs = 标注任务
labelling-none = 还没有标注任务。新建一个任务来标注图片，或由另一人审核标签。
labelling-new = 新建标注任务
labelling-csv = 下载 CSV
labelling-name = 任务名称
labelling-name-example = 例如 复核
labelling-kind = 任务内容
labelling-kind-label = 标注图片
labelling-kind-audit = 审核标签
labelling-kind-adjustment = 修正标签
labelling-kind-hint-label = 每个回答都会成为图片的标签。
labelling-kind-hint-audit = 由另一人检查标签。修正之前不会有任何更改。
labelling-blind = 审核人看不到最初的标签
labelling-is-blind = 隐藏最初标签
labelling-is-seeing = 显示最初标签
labelling-steps = 步骤
labelling-steps-hint = 只有标为异常的图片才进入类型以及掩膜或框步骤。
labelling-steps-first = 请至少选择一个步骤。
labelling-step-label = 有无缺陷
labelling-step-defect_type = 缺陷类型
labelling-step-region = 掩膜或框
labelling-rule = 选取哪些图片
labelling-rule-all = 全部图片
labelling-rule-every_nth = 每 n 张取一张
labelling-rule-near_threshold = 最接近最新模型阈值的图片
labelling-rule-least_certain = 标注把握最小的图片
labelling-every = 每多少张取一张
labelling-at-most = 最多图片数（留空表示不限）
labelling-stated-all = 全部图片
labelling-stated-every_nth = 每 { $every } 张取一张
labelling-stated-near_threshold = 最接近 { $model } 的阈值
labelling-stated-least_certain = 标注把握最小
labelling-stated-differing = 审核认为错误或不确定
labelling-stated-at-most = { $rule }，最多 { $count } 张
labelling-create = 创建任务
labelling-made-by = 由 { $author } 于 { $at } 创建
labelling-closed-by = 由 { $author } 于 { $at } 关闭
labelling-progress = 已完成 { $done } / { $all }
labelling-progress-unsure = { $count } 张不确定
labelling-progress-removed = { $count } 张已从数据集移除
labelling-continue = 继续
labelling-nothing-waits = 没有等待处理的图片。
labelling-results = 结果
labelling-close = 关闭任务
labelling-back-to-jobs = 所有标注任务
labelling-answers = 回答
labelling-question-label = 这个工件有缺陷吗？
labelling-question-defect_type = 是哪种类型的缺陷？
labelling-question-region = 缺陷在哪里？
labelling-question-audit = 这个标签正确吗？
labelling-first = 最初标签：{ $answer }（{ $author }）
labelling-audit = 审核：{ $answer }（{ $author }）
labelling-answer-none = 无
labelling-unsure = 不确定
labelling-correct = 正确
labelling-wrong = 错误
labelling-wrong-type = 错误，应为 { $type }
labelling-type-other = 其他类型
labelling-type-first = 请先输入缺陷类型。
labelling-draw-boxes = 绘制框
labelling-paint-mask = 绘制掩膜
labelling-drawn = 完成，下一张
labelling-drawn-first = 请先绘制框或掩膜。
labelling-take-back = 返回上一张图片
labelling-take-back-nothing = 没有可以撤回的回答。
labelling-keys-answer = 回答
labelling-no-picture = 此步骤中没有可分配给您的图片。
labelling-only-own = 只剩下您自己标注的图片。
labelling-take-own = 审核我自己的标签
labelling-attributes = 补充信息（可选）
labelling-attribute-certainty = 把握
labelling-attribute-visibility = 可见程度
labelling-attribute-sharpness = 清晰度
labelling-attribute-brightness = 亮度
labelling-value-sure = 确定
labelling-value-fairly = 较确定
labelling-value-unsure = 不确定
labelling-value-clearly = 明显
labelling-value-barely = 勉强可见
labelling-value-sharp = 清晰
labelling-value-blurred = 模糊
labelling-value-dark = 偏暗
labelling-value-bright = 偏亮
labelling-agreement = 一致率
labelling-kappa = Cohen 的 kappa 系数
labelling-kappa-unknown = 未知
labelling-interval = { $low } 至 { $high }
labelling-labeller = 标注人
labelling-all-labellers = 全部
labelling-not-blind = 审核人看到了最初的标签，因而更容易表示同意。只有隐藏最初标签的审核才能衡量一致性。
labelling-without-first = { $count } 张图片在审核前没有缺陷类型，未计入。
labelling-own = { $count } 张图片由标注人自己审核，未计入。
labelling-differences = 错误或不确定
labelling-differences-none = 审核目前没有发现错误或不确定的标签。
labelling-differences-more = 显示最新的 { $count } 张。CSV 文件包含全部。
labelling-adjust = 创建修正任务
labelling-adjust-name = { $name } 修正
labelling-adjust-made = 修正任务 { $name } 已创建。
labelling-adjust-nothing = 没有需要修正的标签。
labelling-times = 每张图片的工作时间
labelling-times-hint = 超过 30 秒没有按键、触摸或移动的时间不计入。
labelling-times-none = 还没有人回答。
labelling-person = 人员
labelling-step = 步骤
labelling-pictures = 图片
labelling-shortest = 最短
labelling-mean = 平均
labelling-longest = 最长
labelling-seconds = { $seconds } 秒

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
results-challenge = 标准件：{ $name }
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

## Quality page

quality-agreement = 一致率
quality-agreement-words = 一致率：在已复核的工件中，人员与工作站判定相同的比例。没有复核时为未知。
quality-audit = 审核
quality-audit-checked = 已审核标签
quality-audits = 标签审核
quality-audits-cut = 仅显示此期间 { $all } 次审核中最新的 { $count } 次。
quality-audits-none = 没有最新答案落在此期间内的标签审核。可在数据集的“标注”选项卡中创建审核。
quality-audits-words = 所有数据集中最新答案落在此期间内的审核。一致率和 Cohen 的 kappa 系数不计不确定的答案；括号内为 95 % 区间。
quality-challenges-none = 此期间未要求点检标准件。配方可以在启动时或班次开始时要求点检。
quality-challenges-overridden = 已跳过
quality-challenges-passed = 通过的点检
quality-challenges-right = 判定正确的标准件
quality-change = 与之前相比 { $change }
quality-checks = 工作站检查
quality-csv = CSV
quality-csv-of = 下载 CSV：{ $title }
quality-cusum = 用于发现比例翻倍的累积和（CUSUM）为 { $value }，达到 { $limit } 时报警。比例翻倍时，十次中有九次会在约 { $parts } 个工件内被发现。两种控制图合计每 500 个班次的误报少于一次。
quality-figures = 此期间的数据
quality-ground-baseline =
    { $count ->
       *[other] 预期：{ $centre }。模型声明会剔除 { $stated } 的良品，此前 30 天内产线另有 { $above } 的工件被剔除（共 { $count } 个工件）。
    }
quality-ground-below =
    { $count ->
       *[other] 预期：不超过 { $centre }，即模型对良品的声明值。此前 30 天内实际剔除 { $baseline }（共 { $count } 个工件）。
    }
quality-ground-stated =
    { $count ->
       *[other] 预期：{ $centre }，即模型对良品的声明值。此模型在此期间之前的 30 天内只判定了 { $count } 个工件；达到 1000 个后，产线自身的比例也会计入。
    }
quality-hall-fault = 故障
quality-hall-last = 最近判定
quality-hall-leave = 退出
quality-hall-no-connection = 自 { $at } 起无连接
quality-hall-open = 车间大屏
quality-hall-since = 本班次，自 { $at } 起
quality-hall-state = NG 比例
quality-hall-state-above = 过高
quality-hall-state-below = 极低
quality-hall-state-unknown = 未知
quality-hall-state-within = 正常
quality-human-types = 人员给出的类型
quality-interval = { $share }（{ $low } – { $high }）
quality-interval-words = 括号内为 95 % 区间。区间重叠的比例可能只是偶然不同。
quality-kappa-unknown = kappa 未知之处：{ $why }
quality-latency = 判定用时
quality-latency-bar = { $from } 至 { $to }：{ $parts }
quality-latency-label = 从触发到判定的用时直方图
quality-limits-since = 自 { $at } { $name } 版本 { $version } 开始判定起有效。
quality-limits-words = 控制限考虑了 { $low } 至 { $high } 之间的预期比例，以及每个时段的工件数。
quality-more-types =
    { $count ->
       *[other] CSV 文件中还有 { $count } 种类型。
    }
quality-no-before = 无可比数据
quality-no-rejects = 没有剔除件。
quality-objection = { $at }，{ $author }，配方 { $recipe }，模型 { $model }
quality-objections = 有异议仍被使用的模型
quality-objections-none = 没有在有异议的情况下使用的模型。
quality-of = { $all } 中的 { $count }
quality-only-clear = 显示全部
quality-only-human = 人员给出的类型：{ $name }
quality-only-region = 位置：{ $region }
quality-only-rule = 类型：{ $name }
quality-only-score = 仅因异常分数判为 NG
quality-open-parts = 显示工件：{ $name }
quality-out-above = { $at }：{ $judged } 个中剔除 { $rejected } 个（{ $share }），高于上限
quality-out-below = { $at }：{ $judged } 个中剔除 { $rejected } 个（{ $share }），低于下限
quality-p-chart = NG 比例的 p 控制图
quality-p-chart-label = NG 比例随时间的变化，含预期值和控制限
quality-p-chart-of = NG 比例的 p 控制图：{ $recipe }
quality-points = { $points } 个百分点
quality-recipes = 配方
quality-region-1 = 左上
quality-region-2 = 上中
quality-region-3 = 右上
quality-region-4 = 左中
quality-region-5 = 中央
quality-region-6 = 右中
quality-region-7 = 左下
quality-region-8 = 下中
quality-region-9 = 右下
quality-region-count =
    { $count ->
       *[other] { $name }：{ $count } 个工件
    }
quality-region-filter = 仅此位置
quality-region-picture = 最近被剔除的工件
quality-regions = 缺陷位置
quality-regions-none = 无法得知这些工件的缺陷位置。
quality-rejects = 剔除件
quality-score-alone = 仅异常分数
quality-share = NG 比例
quality-shifts-left-out =
    { $count ->
       *[other] 仅显示最近 { $count } 个班次。
    }
quality-state-above =
    { $count ->
       *[other] 有 { $count } 个时段超出上限。
    }
quality-state-below = 低于控制限：请检查缺陷是否仍能被发现。
quality-state-doubled = { $at } 发现比例翻倍。
quality-state-within = 在控制限内
quality-types = 缺陷类型
quality-types-words = 按规则未满足的类别统计。违反多个类别规则的工件会在每个类别中各计一次。
quality-why-model_gone = 无控制限：工作站已没有判定这些工件的模型，因此不知道它会剔除多大比例的良品。
quality-why-no_model = 无控制限：此配方不由异常检测模型判定，只有这类模型会声明剔除多大比例的良品。
quality-why-not_stated = 无控制限：模型未声明会剔除多大比例的良品。在此工作站上重新训练即可得到该数值。
quality-without-region =
    { $count ->
       *[other] { $shown } 个工件的位置未知：没有边界框也没有热图，或由较早的版本记录。
    }

## Line page

line-no-wire = 未配置 PLC
line-wires = 与 PLC 的连接
line-no-wire-words = PLC 可以通过连接触发零件、读取结果并切换配方。请在工位的设置文件 <code>okng.toml</code> 中添加一个表，然后重启 okng。文档 <code>docs/plc.md</code> 介绍握手过程，<code>docs/plc-modbus.md</code> 介绍 Modbus TCP 寄存器。
line-wire-settings = 连接的设置

wire-title = 连接 { $name }
wire-plc-connected = PLC 已连接
wire-plc-not-connected = PLC 未连接
wire-not-ready = 未就绪
wire-no-plc = 没有 PLC
wire-no-plc-words = 没有连接 PLC，或 PLC 无响应。
wire-ready = 就绪
wire-ready-words = PLC 可以触发下一个零件。
wire-waiting = 等待 PLC
wire-waiting-words = 工位已就绪，但 trigger_enable 为低电平：PLC 未参与。
wire-busy = 忙
wire-trigger-high = trigger 为高电平；下一个零件之前必须回到低电平。
wire-buffers-full = 所有结果缓冲区已满：PLC 必须用 results_ack 确认结果。
wire-inspecting = 正在检测一个零件。
wire-from-plc = 来自 PLC
wire-from-station = 来自工位
wire-high = 高
wire-low = 低
wire-none = 无
wire-none-yet = 尚无
wire-part-id = 零件 ID
wire-newest-part = 最新零件
wire-trigger-error = 触发错误
wire-trigger-errors =
    { $number ->
        [0] 无
        [1] 1，不在线：工位无法检测零件
        [2] 2，忙：上一个零件仍在处理中
        [3] 3，无缓冲区：太多结果在等待 results_ack
        [4] 4，触发保持：PLC 连接时 trigger 已为高电平
        [5] 5，被拒绝：原因见工位日志
       *[other] { $number }，未知
    }
wire-result = 结果
wire-result-words =
    { $late ->
        [yes] 零件 { $part }，得分 { $score }，{ $verdict }，超时
       *[no] 零件 { $part }，得分 { $score }，{ $verdict }
    }
wire-results-waiting = 等待的结果
wire-results-buffered = { $waiting } / { $buffers }
wire-results-lost = { $waiting } / { $buffers }；自 trigger_enable 变高以来丢失 { $lost } 个
wire-recipe = 运行中的配方
wire-recipe-words =
    { $number ->
        [none] 无编号：{ $name } 版本 { $version }
       *[other] { $number }：{ $name } 版本 { $version }
    }
wire-no-recipe = 无
wire-recipe-change = 配方切换
wire-recipe-loading = 正在加载配方
wire-recipe-failed = 失败：{ $reason }
wire-recipe-failed-silently = 失败：未说明原因。
wire-recipe-held = 完成；load_recipe 仍为高电平
wire-recipe-unchanged = 没有进行中的切换

wire-timing = 时序图
wire-timing-of = { $count } 个信号的时序图
wire-timing-loading = 正在加载…
wire-timing-span = 显示时长
wire-timing-pause = 暂停
wire-timing-continue = 继续
wire-timing-moment = 显示的时刻
wire-timing-before-pause = 暂停前 { $seconds } s
wire-timing-csv = 导出 CSV
wire-timing-vcd = 导出 VCD

line-receivers = 结果接收方
line-receiver-connected = 已连接
line-receiver-not-connected = 未连接
line-receiver-waiting = 等待
line-receiver-none = 无
line-receiver-backlog = { $count } 个结果
line-receiver-backlog-age = { $count } 个结果，最早的已等待 { $age }
line-receiver-rejected = 被拒收
line-receiver-rejected-count = { $count } 个，见“结果”页面
line-receiver-trouble = 故障
line-receiver-note = 备注

line-challenges = 点检
line-challenges-csv = 导出 CSV
line-challenge-due = 待点检
line-challenge-passed = 通过
line-challenge-overridden = 已跳过
line-challenge-superseded = 未完成
line-challenge-end = <result>{ $result }</result> { $at }
line-challenge-end-why = <result>{ $result }</result> { $at }，{ $author }：{ $why }
line-challenge-cause =
    { $cause ->
        [recipe_start] 配方 { $recipe } 版本 { $version }，配方启用 { $at }
       *[shift_start] 配方 { $recipe } 版本 { $version }，班次开始 { $at }
    }
line-challenge-no-checks = 没有点检任何零件。
line-challenge-expected = 预期 { $expected }
line-challenge-expected-rule = 预期 { $expected }（{ $rule }）
line-challenge-right = 符合预期
line-challenge-wrong = 错误
line-challenge-part = 零件 { $part }，{ $author }

line-triggers = 最近的触发
line-triggers-words = 最近 { $hours } 小时的零件。每次触发以 OK、NG、ERROR 或 MISSED 之一结束。
line-triggers-none = 尚无触发。
line-conditions = 状况
line-part = 零件
line-outcome = 结果
line-triggered = 触发时间
line-source = 来源
line-verdict-after = 判定用时
line-id-or-reason = 零件 ID 或原因
line-late = 超时
line-challenge-name = 标准件：{ $name }

## Reports

job-kind-report = 报告
report-all = { $count ->
   *[other] 显示全部 { $count } 份报告
 }
report-check-changed = 此文件在签名后被修改过，请勿采信。
report-check-unchanged = 未被修改，由 { $signer } 签名。
report-check-unknown_key = 签名后未被修改，但所用密钥不为本工作站所知。请将指纹与工作站所有者提供的指纹进行比较。
report-check-unsigned = 此文件没有签名，无法发现修改。
report-download = 下载 { $format }，{ $name }
report-earlier = 报告
report-fit = 适用性报告
report-fit-again = 再生成一份报告
report-fit-make = 生成适用性报告
report-fit-words = 图片说明了什么、有多大把握、还缺什么，以 HTML 和 PDF 形式提供。两者无需工作站即可打开，并带有签名，任何修改都能被发现。
report-made = { $at }，{ $author }
report-no-pdf = 没有 PDF：
report-none = 尚未生成报告。
report-question = 您想了解什么？（可选，将写入下一份报告）
report-remove = 删除 { $name } 的报告
report-remove-short = 删除
report-shift = 班次报告
report-shift-make = 生成班次报告
report-shift-of = 班次 { $period } 的报告
report-shift-present = 当前班次的报告
report-shift-words = 一个班次的零件、良率、剔除、复核、报警和时间，以 HTML 和 PDF 形式提供。两者无需工作站即可打开，并带有签名。
report-too-few = { $count ->
   *[other] 生成适用性报告还需要 { $count } 张图片。
 }
report-unsigned = 未签名：本工作站未安装签名所需的软件包。
report-verify = 检查报告
report-verify-file = 选择文件
report-verify-key = 其他工作站的公钥（可选）
report-verify-words = 选择一份报告的 HTML 或 PDF 文件。哪怕只改动一个字节也会被发现。

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

## Model page: the archive re-inspected

archive = 存档重新判定
archive-lead = 如果使用该版本，过去几周会是什么结果？它以最低优先级在产线旁重新判定已保存的图片，并与产线当时的判定比较。
archive-period = 时间段
archive-days = 最近 { $count } 天
archive-scope = 配方 { $recipe } 的 { $parts } 个零件中有 <b>{ $count }</b> 个可以重新判定。
archive-takes = 大约需要 { $duration }。
archive-takes-at-least = 至少需要 { $duration }。
archive-takes-unknown = 所需时间尚不清楚。
archive-duration-minutes = { $count } 分钟
archive-duration-hours = { $count } 小时
archive-left-out = { $count } 个零件无法重新判定
archive-left-without_picture = 图片因空间不足已删除或从未保存：{ $count }
archive-left-other_region = 相机区域与现在不同：{ $count }
archive-left-without_model = 未用异常模型判定：{ $count }
archive-left-errors = ERROR，没有判定：{ $count }
archive-left-missed = MISSED，没有图片：{ $count }
archive-left-challenges = 标准件，不属于生产：{ $count }
archive-one-at-a-time = 一次只能进行一项存档重新判定。
archive-no-recipe = 尚未应用任何配方，因此没有可以重新判定的零件。
archive-nothing-there = 该时间段内没有零件的图片可以重新判定。
archive-start = 判定存档
archive-start-again = 再次判定存档
archive-go-on = 继续
archive-begins = 正在加载模型
archive-remaining = 还有 { $count } 个零件待判定。
archive-cancel = 停止并保留结果
archive-nothing-judged = 尚未判定任何零件。
archive-headline = 使用版本 { $version }，每 1000 个零件会剔除 <b>{ $after }</b> 个，而不是 <b>{ $before }</b> 个。
archive-interval = 差值 { $difference }（95 % 置信区间：{ $low } 至 { $high }）。
archive-as-of = 配方 { $recipe } 自 { $since } 起的 { $count } 个零件，于 { $at } 以阈值 { $threshold } 判定。
archive-counts = 产线与该版本对相同零件的判定
archive-would-be = 版本 { $version }：{ $verdict }
archive-was = 产线：{ $verdict }
archive-nobody-reviewed = 这些零件无人复核，因此不知道哪些判定正确。
archive-reviewed = 在已复核的 { $count } 个零件中，产线正确 <b>{ $before }</b> 个，该版本正确 <b>{ $after }</b> 个。
archive-escapes = 漏检：会多检出 <b>{ $found }</b> 个，会新增 <b>{ $added }</b> 个。
archive-false-rejects = 误剔除：会避免 <b>{ $gone }</b> 个，会新增 <b>{ $added }</b> 个。
archive-chart = 每天每 1000 个零件的剔除数
archive-chart-day = { $day }：原为 { $before }，该版本为 { $after }（{ $count } 个零件）
archive-chart-before = 产线
archive-chart-after = 该版本
archive-threshold = 阈值
archive-threshold-hint = 更改阈值可立即得到结果，无需重新判定。
archive-parts = 零件
archive-part-by-part = 逐个零件
archive-kind-different = 判定不同
archive-kind-would_be_ng = 原为 OK，会是 NG
archive-kind-would_be_ok = 原为 NG，会是 OK
archive-kind-now_right = 不同，经复核为正确
archive-kind-now_wrong = 不同，经复核为错误
archive-kind-problem = 无法判定
archive-csv = 下载 CSV
archive-parts-none = 没有这样的零件。
archive-parts-pages = 零件页
archive-by-line = 产线
archive-by-person = 人员
archive-problem-picture_missing = 图片文件缺失
archive-problem-picture_changed = 图片文件已被更改
archive-problem-recipe_unusable = 其配方已无法使用
archive-problem-not_judged = 会是 ERROR
archive-heat = 热图
archive-heat-failed = 没有热图：okng host 必须在运行，且图片仍须保存。
archive-in-results = 在结果中查看
archive-advice-none = 该版本尚未判定存档。判定后可看到过去几周使用它会是什么结果。

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
record-challenge = 标准件
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
