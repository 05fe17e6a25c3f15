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

## Training page

## Model page: metrics, threshold and promotion

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

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
