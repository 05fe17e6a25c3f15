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

## Training page

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

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
line-source-button = 按钮
line-source-timer = 定时器
line-source-http = HTTP API
line-source-line = 相机输入线
line-source-modbus = PLC（Modbus）
line-source-opcua = PLC（OPC UA）
line-source-plc = PLC
line-source-mqtt = MQTT
line-source-gpio = GPIO 线

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
