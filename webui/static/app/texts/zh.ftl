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
