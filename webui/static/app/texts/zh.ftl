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

## Model page: metrics, threshold and promotion

## Model page: training, engines and exchange

## Inspection page

## Results page

## Line page

## Review of parts

## Parts of several pages: pictures, verdicts, dialogs and fields
