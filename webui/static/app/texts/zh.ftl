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

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
