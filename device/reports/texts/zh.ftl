## Both reports

station = 工作站
made-at = 生成时间
made-by = 生成者
model = 模型
models = 使用中的模型
none-yet = 尚无
summary = 摘要
unknown = 未知。
unknown-short = 未知
not-named = （未命名）
of = { $of } 中的 { $count }
share = 占比
ms = { $value } ms
figure = 指标
number = 序号
time = 时间
parts = 零件
recipe = 配方
half = 一半不超过
ninety-five = 100 个中 95 个不超过
ninety-nine = 100 个中 99 个不超过
verdict-time = 从触发到判定的时间
scene = 光照与对焦
picture-alt = 图片 { $name }
picture-gone = 工作站已没有这张图片。
score = 分数 { $score }
appendix = 附录：指标背后的图片
appendix-words = 上文带下划线的指标指向此处。每张图片下方是其名称和文件的 SHA-256。
group-shown = { $total ->
   *[other] { $total } 张图片中的 { $shown } 张
 }
group-label = 标签：{ $value }
group-type = 缺陷类型：{ $value }
group-batch = 批次：{ $value }
group-day = 日期：{ $value }
group-person = 添加者：{ $value }
group-rejected = 被模型剔除的良品图片 { $value }
group-found = 模型检出的异常 { $value }
group-missed = 模型漏检的异常 { $value }
group-type-tested = 测试过的该类型异常：{ $value }
group-smallest = 最小的缺陷 { $value }
group-smallest-found = 检出的最小缺陷 { $value }
group-largest-missed = 漏检的最大缺陷 { $value }
group-rejected-parts = 被剔除的零件 { $value }
group-escaped = 漏放：已放行但为 NG 的零件 { $value }
label-normal = 正常
label-anomaly = 异常
verify = 此报告是否真实？
verify-words = 工作站 { $station } 对此文件的每个字节进行了签名。所用密钥的指纹为：
verify-how = 拥有 okng 的人可用下面的命令，或在下载此文件的页面上检查。只要有一个字节被改动，检查就会失败。
verify-stranger = 在其他计算机上，请用 --key 给出工作站的公钥。请通过此文件以外的途径向工作站所有者索取指纹并进行比较。
verify-unsigned = 此报告未签名，因为工作站缺少所需的软件包（pip install 'okng[exchange]'）。无法发现对它的修改。

## Fit report

fit-title = 适用性报告：{ $dataset }
fit-lead = 这项检测是否可行，有多大把握，还缺什么？
dataset = 数据集
dataset-version = 版本 { $version }
tile-pictures = 图片
tile-pictures-words = { $normal } 张正常，{ $anomaly } 张异常
tile-rejected = 每 1,000 个良品中的误剔除
tile-rejected-words = { $of } 张良品图片中剔除 { $count } 张
tile-found = 异常检出率
tile-found-words = { $of } 张异常图片中检出 { $count } 张
tile-time = 判定时间不超过
tile-time-words = 最近 { $parts } 个零件中每 100 个有 99 个
no-model-short = 尚未用此数据集训练模型。
no-anomalies-short = 模型未用异常图片测试。
no-parts-short = 用该模型检测的零件太少。
range = { $low } 至 { $high }
range-percent = { $low } 至 { $high }
per-thousand = 每 1,000 个中 { $low } 至 { $high } 个
summary-shortcut = 不看零件也能判断标签。在解决之前，本报告的任何指标都不能证明缺陷确实被看到。
see-shortcuts = 查看捷径
summary-unusable = 测试图片表明此模型不可用。
see-model = 查看模型指标
summary-gaps = { $count ->
   *[other] { $count } 项缺口，最重要的在前
 }
no-gaps = 未发现缺口。
question = 问题
question-none = 请求此报告的人没有写下问题。
question-words = 能否根据图片自动判定数据集“{ $dataset }”中的零件？本报告涉及其中的 { $pictures } 张图片。
question-model = 指标来自模型 { $model }（{ $method }），即用这些图片训练的最新模型。
question-recipes = 使用它的配方：{ $recipes }。
pictures = 图片
pictures-words = 添加时间：{ $first } 至 { $last }。
normal-count = { $count ->
   *[other] { $count } 张正常图片
 }
anomaly-count = { $count ->
   *[other] { $count } 张异常图片
 }
by-type = 按缺陷类型的异常图片
by-batch = 按批次
by-day = 按日期
by-person = 按添加者
name-label = 标签
name-type = 缺陷类型
name-batch = 批次
name-day = 日期
name-person = 人员
name-camera = 相机
of-them-anomalous = 异常
others = 其他
model-does = 模型的表现
model-none = 尚未用此数据集训练模型，因此剔除和检出情况未知。
model-none-how = { $count ->
    [0] 正常图片已足够：请在“训练”页面训练模型。
   *[other] 还需要 { $count } 张正常图片才能训练模型。
 }
model-words = 模型 { $model } 于 { $at } 用 { $count } 张图片训练。
interval-words = 每张图片都由未见过它的模型判定。区间在 100 次中有 95 次包含真实值。
model-old = 训练之后数据集有变化：新增 { $added } 张，移除 { $removed } 张，改标签 { $relabelled } 张，其他更改 { $other } 张。指标针对当时的图片。
model-lost = { $count ->
   *[other] 工作站已没有 { $count } 张训练图片。
 }
state-unusable = 测试图片表明模型找不到缺陷、漏检大部分缺陷，或不比随机更好。
state-unknown = 测试图片太少，不足以证明模型比随机更能找到缺陷。
counted = 计数
interval-95 = 95 % 区间
good-rejected = 良品误剔除（区间针对接下来的 1,000 个）
anomalies-found = 检出的异常
rejected-words = 阈值的选取使每 1,000 个良品约有 { $allowed } 个被剔除。
independent = 同一批次的图片相似：{ $count } 张良品图片相当于 { $independent } 张独立图片。
found-none = 模型未用异常图片测试，因此不知道它能检出多少缺陷。
found-none-how = 请添加缺陷零件的图片并重新训练。
missed = { $count ->
   *[other] 漏检了 { $count } 张异常图片
 }
held-out = { $normal } 张正常和 { $anomaly } 张异常图片留作测试，未影响模型。
not-known = 尚不清楚什么，多少图片才能说明
unknown-question = 问题
unknown-now = 目前精度
unknown-have = 现有
unknown-need = 需要
unknown-good_rejected = 每 1,000 个良品会误剔除多少（误差 { $within } 以内）？{ $value }
unknown-found = 每 100 个异常能检出多少（误差 { $within } 以内）？{ $value }
unknown-type_found = 每 100 个 { $value } 类异常能检出多少（误差 { $within } 以内）？
unknown-untyped = 没有类型的异常图片属于哪种类型？
unknown-batches = 其他批次或日期是否看起来不同？
unknown-sizes = 没有掩码的缺陷有多大？
unknown-words = 这些数字以比例保持不变为前提；尚不清楚之处按最坏情况计算。
unknown-nothing = 本报告的每个问题都已按要求的精度得到回答。
plus-minus-thousand = 每 1,000 个 ± { $value }
plus-minus-percent = 每 100 个 ± { $value }
more-does-not-tell = 更多图片也无法说明
name-the-type = 命名类型
more-pictures = { $more ->
   *[other] 再加 { $more } 张图片
 }
more-batches = { $more ->
   *[other] 再加 { $more } 个批次
 }
retrain-tells = 足够：重新训练
smallest = 所见的最小缺陷
smallest-none = 没有异常图片带有掩码或框，因此缺陷大小未知。
smallest-none-how = 请在“训练”页面为异常图片绘制掩码，报告便会测量它们。
smallest-seen = 图片中最小的
smallest-found = 检出的最小的
largest-missed = 漏检的最大的
smallest-unscored = 不知道模型能否找到所测量的缺陷。
smallest-unscored-how = 请用现有图片训练模型。
diameter = 直径
area = 面积
of-picture = 占图片
px = { $value } px
px2 = { $value } px²
of-picture-words = 长边的 { $side }，面积的 { $area }
no-such = 无
measured-by-mask = 根据 { $measured } 张异常图片的掩码测量；{ $unmeasured } 张没有掩码。
measured-by-box = 根据 { $measured } 张异常图片的框测量；{ $unmeasured } 张没有框。框比缺陷大。
measured-words = 一张图片有多个缺陷时取最大者。直径是同面积圆的直径。零件在图片中的大小未知。
measured-unreadable = { $count ->
   *[other] { $count } 个掩码无法读取。
 }
scene-none = 没有光照与对焦的参考。
scene-none-how = 工作站上的每次训练都会用其正常图片建立参考。
scene-words = 训练用的 { $count } 张正常图片与其中心的偏差在此范围内。超出的零件会报告为场景变化。
scene-measure = 测量项
scene-spread = 离散范围
measure-detail = 全分辨率清晰度
measure-texture = 清晰度
measure-level = 亮度
measure-saturated = 图片过曝面积
measure-black = 图片全黑面积
measure-horizontal = 光照，左对右
measure-vertical = 光照，上对下
measure-centre = 光照，中心对边缘
measure-right = 位置，水平（占长边）
measure-down = 位置，垂直（占长边）
measure-turn = 旋转
degrees = { $value }°
position-none = 未测量位置。
scene-changed = { $count ->
    [0] 最近检测的 { $parts } 个零件均无场景变化。
   *[other] 最近检测的 { $parts } 个零件中有 { $count } 个场景已变化。
 }
cycle = 节拍时间
cycle-none = 用此模型检测的零件不足 20 个，因此不知道判定是否及时。
cycle-none-how = 请在产线上的配方中使用该模型；1,000 个零件可显示每 100 个中最慢的一个。
cycle-words = 配方 { $recipe } 用此模型判定的最近 { $parts } 个零件，{ $first } 至 { $last }。
cycle-simulated = 其图片来自模拟相机或文件夹，而非产线。
trigger-period = 两次触发的间隔
at-least-ms = 至少 { $value } ms
cycle-load = 每 100 次判定中最慢的一次占每 100 个触发间隔中最短者的 { $share }。
cycle-late = { $count ->
    [0] 没有判定超时。
   *[other] { $parts } 次判定中有 { $count } 次超时。
 }
shortcuts = 捷径
shortcuts-words = 捷径是指无需零件本身就能区分正常与异常图片的任何因素，例如边缘、光照或文件。学会捷径的模型在这里看起来很好，在产线上却会失效。
review-none = 从未检查过图片是否存在捷径。
review-none-how = 请在“训练”页面检查数据集；{ $count } 张图片只需几秒。
review-words = { $at } 的检查测试了 { $count } 张图片。
review-old = { $count ->
   *[other] 此后有 { $count } 张图片新增或更改，检查结果不适用于它们。请重新检查。
 }
shortcut-figures = 交叉验证 AUROC { $auroc }（0.5 为随机，1 为确定），p = { $p }。
shortcuts-found-none = 未发现捷径。
not-tested = 无法检查的内容：
other-findings = 检查的其他发现
finding-unreadable = 无法读取的图片：{ $count }
finding-all_alike = 所有图片都相同：{ $count }
finding-label_conflict = 几乎相同却带有两种标签的图片组：{ $count }
finding-leakage = 同时出现在训练和测试中的近似重复：{ $count }
finding-shortcut = 捷径：{ $count }
finding-outlier = 与同标签其他图片都不同的图片：{ $count }
finding-empty = 没有零件的图片：{ $count }
finding-odd_format = 格式与大多数不同的图片：{ $count }
finding-near_copies = 近似重复组：{ $count }
findings-kept = { $count ->
   *[other] 有 { $count } 项发现由人员保留原样。
 }
bias = 标签在批次、日期、相机和人员之间的分布
bias-words = Jensen-Shannon 散度（比特）：各组异常图片占比相同时为 0。
gaps = 缺口与下一步
gaps-words = 最能改变答案的排在最前。
gap = 缺口
next-step = 下一步
gap-unusable = 模型不可用
step-unusable = 请检查标签，然后用更高的分辨率重新训练。漏检的异常：{ $count }。
gap-shortcut = { $count ->
   *[other] 有 { $count } 种方式无需零件即可判断标签
 }
step-shortcut = 请在同一位置和光照下交替拍摄正常和异常零件，或裁剪到零件。待解决的捷径：{ $count }。
gap-no_anomaly = 没有异常图片
step-no_anomaly = 请收集 { $more } 张缺陷零件图片，使检出率误差在每 100 个 10 个以内；前十张就能看出是否可行。
gap-few_normal = 只有 { $count } 张正常图片
step-few_normal = 请再收集 { $more } 张正常图片；训练需要 20 张。
gap-no_model = 尚未训练模型
step-no_model = 请用这 { $count } 张图片训练模型。
gap-too_slow = 产线快于判定
step-too_slow = 请为此模型运行“okng tune”，或降低分辨率。超时的判定：{ $count }。
gap-label_conflict = { $count ->
   *[other] { $count } 组几乎相同的图片带有两种标签
 }
step-label_conflict = 请在“训练”页面为每组确定一个标签（{ $count } 组）。
gap-leakage = { $count ->
   *[other] { $count } 组近似重复同时出现在训练和测试中
 }
step-leakage = 请将这 { $count } 组各归到一侧。
gap-model_is_old = { $count ->
   *[other] 训练之后有 { $count } 张图片更改
 }
step-model_is_old = 请重新训练并再生成报告。指标未包含的图片：{ $count }。
gap-no_review = 从未检查过捷径
step-no_review = 请在“训练”页面检查数据集（{ $count } 张图片）。
gap-review_is_old = { $count ->
   *[other] { $count } 张图片从未检查过捷径
 }
step-review_is_old = 请重新检查数据集；{ $count } 张图片为新增或已更改。
gap-missed = { $count ->
   *[other] 漏检 { $count } 张异常图片
 }
step-missed = 请查看附录中的 { $count } 张：标签是否正确？在此分辨率下人能看到缺陷吗？
gap-good_rejected = 良品误剔除数量还不够精确
step-good_rejected = { $more ->
    [0] 请用全部图片重新训练。已测试的良品图片：{ $count }。
   *[other] 请再收集 { $more } 张正常图片（现有 { $count } 张）。
 }
gap-found = 缺陷检出数量还不够精确
step-found = { $more ->
    [0] 请用全部图片重新训练。已测试的异常图片：{ $count }。
   *[other] 请再收集 { $more } 张异常图片（现有 { $count } 张）。
 }
gap-type_found = 不知道 { $value } 类缺陷的检出情况
step-type_found = { $more ->
    [0] 请用全部图片重新训练。该类型的图片：{ $count }。
   *[other] 请再收集 { $more } 张该类型的图片（现有 { $count } 张）。
 }
gap-batches = { $count ->
    [0] 未命名任何批次
   *[other] 图片只来自 { $count } 个批次或日期
 }
step-batches = 请再收集 { $more } 个批次、日期或班次的图片，并命名批次。
gap-one_person = 所有图片由一人拍摄和标注
step-one_person = 请由第二人检查标签（目前人数：{ $count }）。
gap-untyped = { $count ->
   *[other] { $count } 张异常图片没有缺陷类型
 }
step-untyped = 请在“训练”页面为这 { $count } 张命名类型，以便统计各类型。
gap-sizes = 仅知道 { $count } 张异常图片的缺陷大小
step-sizes = 请为 { $more } 张异常图片绘制掩码。
gap-no_cycle = 不知道判定是否及时
step-no_cycle = 请在产线上用该模型检测 { $more } 个零件。
gap-scene = { $count ->
   *[other] 有 { $count } 个检测的零件场景已变化
 }
step-scene = 请查明光照、对焦或位置的变化并纠正。零件：{ $count }。
files = 附录：全部图片的 SHA-256
files-words = { $total } 张图片中的 { $shown } 张。用这些哈希值可以核对报告涉及哪些文件。
snapshot = 全部图片和标签的哈希：
file = 文件

## Shift report

shift-title = 班次报告：{ $station }
shift-not-over = 班次尚未结束：以下是目前的零件。
clock-set-back = 本班次内工作站的时钟被调回 { $seconds } 秒。每个零件按时钟显示的时间列出。
parts-words = { $error } ERROR，{ $missed } MISSED
yield = 良率
yield-words = { $judged } 个已判定零件中 { $ok } 个为 OK
yield-none = 没有零件得到判定。
rejects = 剔除（NG）
rejects-words = { $count ->
    [0] 没有被人员认定为良品的
   *[other] 其中 { $count } 个被人员认定为良品
 }
escapes = 漏放
escapes-words = { $count ->
   *[other] 复核 { $count } 个零件时发现
 }
escapes-none = 本班次没有人复核零件。
by-recipe = 按配方
late-parts = { $count ->
   *[other] { $count } 次判定超时。
 }
no-parts = 没有零件。
by-hour = 按小时
hour = 起始小时
reviews = 复核
station-said = 工作站判定
person-ok = 人员：OK
person-ng = 人员：NG
to-review = { $count ->
    [0] 没有零件等待复核。
   *[other] { $count } 个零件等待复核。
 }
alarms = 报警
alarm = 报警
acknowledged = 已确认
not-acknowledged = 尚未
listed-newest = 仅列出 { $of } 条中最新的 { $count } 条。
no-alarms = 没有 NG 报警。
challenges = 点检
result = 结果
checks = 通过
challenge-passed = 通过
challenge-overridden = 已跳过
challenge-superseded = 被其他配方取代
challenge-open = 进行中
no-challenges = 没有应进行的点检。
scene-parts = { $count ->
    [0] { $parts } 个零件均无场景变化。
   *[other] { $parts } 个零件中有 { $count } 个场景已变化。
 }
timed = { $count ->
   *[other] 取自最近 { $count } 个有判定的零件。
 }
period-words = 两次触发间隔的中位数为 { $value } ms。
times-none = 没有零件得到判定，因此没有时间数据。
no-models = 没有模型判定零件。
changes = 模型和阈值的更改
threshold = 阈值 { $value }
mail-title = { $station }：班次报告，{ $parts } 个零件
mail-body = 班次 { $start } 至 { $end }：{ $parts } 个零件，{ $ng } NG，{ $error } ERROR，{ $missed } MISSED。报告以 HTML 和 PDF 附上，两者均已签名。
