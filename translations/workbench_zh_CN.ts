<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Actions</name>
  <message>
   <location filename="ui/actions.py" />
   <source>&amp;Edit</source>
   <translation>编辑(&amp;E)</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>&amp;File</source>
   <translation>文件(&amp;F)</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>&amp;Help</source>
   <translation>帮助(&amp;H)</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>&amp;Run</source>
   <translation>运行(&amp;R)</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>&amp;View</source>
   <translation>视图(&amp;V)</translation>
  </message>
  <message>
   <location filename="ui/dialogs.py" />
   <source>About Workbench</source>
   <translation>关于 Workbench</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Close project</source>
   <translation>关闭项目</translation>
  </message>
  <message>
   <location filename="ui/dialogs.py" />
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Dark theme</source>
   <translation>深色主题</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Data</source>
   <translation>数据</translation>
  </message>
  <message>
   <location filename="ui/dialogs.py" />
   <source>Draw a network, give it data, watch it learn, take it away.</source>
   <translation>画出网络，交给它数据，看它学习，把它带走。</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Evaluate</source>
   <translation>评估</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Examine this computer…</source>
   <translation>检查这台计算机…</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Full screen</source>
   <translation>全屏</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Light theme</source>
   <translation>浅色主题</translation>
  </message>
  <message>
   <location filename="ui/dialogs.py" />
   <source>MIT license</source>
   <translation>MIT 许可证</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>New…</source>
   <translation>新建…</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Open…</source>
   <translation>打开…</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Preferences…</source>
   <translation>首选项…</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Redo {}</source>
   <translation>重做{}</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Resume</source>
   <translation>继续</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Save as…</source>
   <translation>另存为…</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Search anything…</source>
   <translation>搜索全部…</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Show at 100 %</source>
   <translation>按 100 % 显示</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Show the log</source>
   <translation>查看日志</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Show the whole network</source>
   <translation>显示整个网络</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Start from a folder of data…</source>
   <translation>从数据文件夹开始…</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Start from my data…</source>
   <translation>用我的数据开始…</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Stop and keep</source>
   <translation>停止并保留</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Theme of the system</source>
   <translation>跟随系统主题</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Train</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Train on several computers…</source>
   <translation>在多台计算机上训练…</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Undo {}</source>
   <translation>撤销{}</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Zoom in</source>
   <translation>放大</translation>
  </message>
  <message>
   <location filename="ui/actions.py" />
   <source>Zoom out</source>
   <translation>缩小</translation>
  </message>
 </context>
 <context>
  <name>AnswerView</name>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>Class probabilities</source>
   <translation>各类别的概率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>What it makes of it</source>
   <translation>网络重建的结果</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>What the network sees</source>
   <translation>网络看到的输入</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>mean absolute error of the reconstruction, in deviations</source>
   <translation>重建的平均绝对误差（以标准差为单位）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>mean absolute error of the reconstruction, in pixel values</source>
   <translation>重建的平均绝对误差（以像素值为单位）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>no label</source>
   <translation>没有标签</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>score {score} ({others}): a distance from the border of the class, not a probability</source>
   <translation>得分 {score}（{others}）：到类别边界的距离，不是概率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>true value: {truth}</source>
   <translation>真实值：{truth}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>true: {truth}</source>
   <translation>真实：{truth}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>what is more than 50 % likely</source>
   <translation>可能性超过 50 % 的标签</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>{count} others</source>
   <translation>其余 {count} 个</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>{share} certain</source>
   <translation>置信度 {share}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>✓ all tags are right</source>
   <translation>✓ 所有标签都正确</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>✓ true class: {truth}</source>
   <translation>✓ 真实类别：{truth}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>✓ true labels: {truth}</source>
   <translation>✓ 真实标签：{truth}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>✗ true class: {truth}</source>
   <translation>✗ 真实类别：{truth}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>✗ true labels: {truth}</source>
   <translation>✗ 真实标签：{truth}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/result.py" />
   <source>✗ wrong tags: {wrong}; framed: true tag → given tag</source>
   <translation>✗ 错误标签：{wrong} 个；加框处：真实标签 → 给出的标签</translation>
  </message>
 </context>
 <context>
  <name>App</name>
  <message>
   <location filename="ui/app.py" />
   <source>Something went wrong that should not ({error}). Your project is as it was.</source>
   <translation>程序出现了不该有的错误（{error}）。你的项目没有受影响。</translation>
  </message>
 </context>
 <context>
  <name>AugmentPreview</name>
  <message>
   <location filename="ui/data/preview.py" />
   <source>A batch</source>
   <translation>一个批次</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>A training batch as the network sees it</source>
   <translation>网络所见的一个训练批次</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>Augmentation</source>
   <translation>数据增强</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>Changed cells are bold.</source>
   <translation>变化的单元格为粗体。</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>Drawing augmentations</source>
   <translation>正在生成增强效果</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>Draws all of them anew</source>
   <translation>全部重新随机生成</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>Mixed pictures are told with the share of each class in the loss.</source>
   <translation>混合图片标出各类别在损失中的占比。</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>New draws</source>
   <translation>重新生成</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>No augmentation is on. Add operations on the left, or begin with a preset:</source>
   <translation>尚未启用数据增强。请在左侧添加操作，或从预设开始：</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>One sample</source>
   <translation>一个样本</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>One sample, drawn many times</source>
   <translation>一个样本，多次抽取</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>Sample</source>
   <translation>样本</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>Sample {sample}, class {target}</source>
   <translation>样本 {sample}，类别 {target}</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>Sample {sample}, {target}</source>
   <translation>样本 {sample}，{target}</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>Samples as training sees them, drawn anew in each place</source>
   <translation>训练所见的样本，每处都重新抽取</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>Struck through is what goes, underlined what is put in its place.</source>
   <translation>删除线表示去掉的内容，下划线表示替换的内容。</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>The dashed curve is the sample as it is.</source>
   <translation>虚线是样本原样。</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>{count} samples of a training batch, as the network sees them.</source>
   <translation>一个训练批次中的 {count} 个样本，如网络所见。</translation>
  </message>
  <message>
   <location filename="ui/data/preview.py" />
   <source>{sample}, drawn {count} times. Choose another one among the samples.</source>
   <translation>{sample}，抽取 {count} 次。可在样本中另选一个。</translation>
  </message>
 </context>
 <context>
  <name>AugmentSection</name>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Add {name}</source>
   <translation>添加{name}</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Alt+Up and Alt+Down move the chosen one, Delete removes it</source>
   <translation>Alt+上 和 Alt+下 移动所选操作，Delete 将其移除</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Augmentation</source>
   <translation>数据增强</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Augmentations, in order</source>
   <translation>数据增强操作（按顺序）</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Mixed pictures come last; the loss counts both of their classes by share, and the training accuracy takes the class that makes up most of a picture.</source>
   <translation>混合图片在最后进行；损失按占比计入两个类别，训练准确率以图片中占比最大的类别为准。</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Move down</source>
   <translation>下移</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Move up</source>
   <translation>上移</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Move {name}</source>
   <translation>移动{name}</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Off. Random changes of the training samples, drawn anew for every batch, make a network see more than there is. Validation and test stay as they are.</source>
   <translation>未启用。训练样本在每个批次都重新随机变化，使网络看到比实际更多的样本。验证集和测试集保持原样。</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Presets</source>
   <translation>预设</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Remove the augmentation</source>
   <translation>移除数据增强</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Remove {name}</source>
   <translation>移除{name}</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Training pictures only. Geometry comes first, as one sampling, then colour, then blur, noise and erasing; order counts within each.</source>
   <translation>只作用于训练图片。先做几何变换（一次采样完成），再做颜色变换，最后是模糊、噪声和擦除；顺序只在各组之内起作用。</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Training samples only, in this order.</source>
   <translation>仅用于训练样本，按此顺序进行。</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Use the preset {name}</source>
   <translation>使用预设“{name}”</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>{name}: not for grey pictures</source>
   <translation>{name}：不适用于灰度图片</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>{name}: not for this data</source>
   <translation>{name}：不适用于此数据</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>{name}: not for tokens with tags</source>
   <translation>{name}：不适用于带标签的词元</translation>
  </message>
 </context>
 <context>
  <name>BalanceSection</name>
  <message>
   <location filename="ui/data/balance.py" />
   <source>Balance</source>
   <translation>类别平衡</translation>
  </message>
  <message>
   <location filename="ui/data/balance.py" />
   <source>What each class counts in an epoch, before and after</source>
   <translation>每个类别在一轮中的分量，平衡前后</translation>
  </message>
  <message>
   <location filename="ui/data/balance.py" />
   <source>as it is</source>
   <translation>原样</translation>
  </message>
  <message>
   <location filename="ui/data/balance.py" />
   <source>in an epoch</source>
   <translation>一轮中</translation>
  </message>
  <message>
   <location filename="ui/data/balance.py" />
   <source>pull at the start</source>
   <translation>起始时的影响</translation>
  </message>
  <message>
   <location filename="ui/data/balance.py" />
   <source>weighted</source>
   <translation>加权后</translation>
  </message>
 </context>
 <context>
  <name>BatchRoom</name>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>All {largest} training samples fit in one batch; {quickest} are as quick. The project has {now}.</source>
   <translation>全部 {largest} 个训练样本可放入一个批次；{quickest} 个同样快。项目现在是 {now}。</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Batch</source>
   <translation>批次</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Batch size</source>
   <translation>批量大小</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Batch sizes tried</source>
   <translation>试过的批量大小</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Find the largest batch</source>
   <translation>寻找最大批量</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Fits</source>
   <translation>放得下</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Memory</source>
   <translation>内存</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Not even one sample fits. Make the largest layers smaller.</source>
   <translation>连一个样本也放不下。请把最大的层改小。</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Of a few steps, so a rough figure</source>
   <translation>仅由几步得出，是粗略的数字</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Samples a second</source>
   <translation>每秒样本数</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Trains with ever larger batches, in a process of its own, until the memory is used up. On the processor it may take three quarters of the memory that is free; on a graphics card all that is free there. The largest batch is seldom the best: larger ones take fewer steps in an epoch and often want a higher learning rate.</source>
   <translation>在单独的进程中用越来越大的批次训练，直到内存用尽。在处理器上最多占用空闲内存的四分之三；在显卡上可用其全部空闲显存。最大的批次很少是最好的：批次越大，每轮步数越少，往往需要更高的学习率。</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Trying {size} samples</source>
   <translation>正在试 {size} 个样本</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Up to {largest} samples fit, with {limit} of memory allowed; {quickest} are as quick. The project has {now}.</source>
   <translation>允许使用 {limit} 内存时，最多放得下 {largest} 个样本；{quickest} 个同样快。项目现在是 {now}。</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Use batches of {size}</source>
   <translation>使用批量 {size}</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Use {size}</source>
   <translation>使用 {size}</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>Use {size}, the largest</source>
   <translation>使用最大的 {size}</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>What the process took at most while it trained with this size</source>
   <translation>以此批量训练时进程最多占用的内存</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>too large</source>
   <translation>太大</translation>
  </message>
  <message>
   <location filename="ui/train/study/batch.py" />
   <source>yes</source>
   <translation>是</translation>
  </message>
 </context>
 <context>
  <name>BoxPlot</name>
  <message>
   <location filename="ui/widgets/boxes.py" />
   <source>{name}: median {middle}, half between {first} and {third}</source>
   <translation>{name}：中位数 {middle}，一半在 {first} 与 {third} 之间</translation>
  </message>
  <message>
   <location filename="ui/widgets/boxes.py" />
   <source>{name}: {count} samples
median {middle}, half between {first} and {third}</source>
   <translation>{name}：{count} 个样本
中位数 {middle}，一半在 {first} 与 {third} 之间</translation>
  </message>
 </context>
 <context>
  <name>CacheSection</name>
  <message>
   <location filename="ui/cache_section.py" />
   <source>Counting prepared data</source>
   <translation>正在统计已准备的数据</translation>
  </message>
  <message>
   <location filename="ui/cache_section.py" />
   <source>Delete prepared data</source>
   <translation>删除已准备的数据</translation>
  </message>
  <message>
   <location filename="ui/cache_section.py" />
   <source>Deleting prepared data</source>
   <translation>正在删除已准备的数据</translation>
  </message>
  <message>
   <location filename="ui/cache_section.py" />
   <source>It is made again from your files when it is needed</source>
   <translation>需要时会从您的文件重新生成</translation>
  </message>
  <message>
   <location filename="ui/cache_section.py" />
   <source>Making room</source>
   <translation>正在腾出空间</translation>
  </message>
  <message>
   <location filename="ui/cache_section.py" />
   <source>Nothing is kept at present.</source>
   <translation>目前没有保存任何数据。</translation>
  </message>
  <message>
   <location filename="ui/cache_section.py" />
   <source>{size} GB are kept at present.</source>
   <translation>目前保存了 {size} GB。</translation>
  </message>
 </context>
 <context>
  <name>Canvas</name>
  <message numerus="yes">
   <location filename="ui/canvas/card.py" />
   <source>%n label(s)</source>
   <translation>
    <numerusform>%n 个标签</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="ui/canvas/card.py" />
   <source>%n number(s)</source>
   <translation>
    <numerusform>%n 个数值</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="ui/canvas/card.py" />
   <source>%n tag(s)</source>
   <translation>
    <numerusform>%n 个标签</numerusform>
   </translation>
  </message>
  <message>
   <location filename="ui/canvas/naming.py" />
   <source>A node needs a name of at least one letter.</source>
   <translation>节点名称至少要有一个字母。</translation>
  </message>
  <message>
   <location filename="ui/canvas/card.py" />
   <source>Begins with: {0}</source>
   <translation>初始权重：{0}</translation>
  </message>
  <message>
   <location filename="ui/canvas/card.py" />
   <source>Frozen: its weights don't learn</source>
   <translation>已冻结：其权重不学习</translation>
  </message>
  <message>
   <location filename="ui/canvas/card.py" />
   <source>Learns at {0} times the learning rate</source>
   <translation>以 {0} 倍学习率学习</translation>
  </message>
  <message>
   <location filename="ui/canvas/clipboard.py" />
   <source>The clipboard holds no layers. Copy nodes on the canvas first.</source>
   <translation>剪贴板里没有层。请先在画布上复制节点。</translation>
  </message>
  <message>
   <location filename="ui/canvas/naming.py" />
   <source>The name is too long. Use at most 80 letters.</source>
   <translation>名称太长，最多 80 个字符。</translation>
  </message>
  <message>
   <location filename="ui/canvas/card.py" />
   <source>frozen</source>
   <translation>冻结</translation>
  </message>
  <message>
   <location filename="ui/canvas/card.py" />
   <source>own start</source>
   <translation>自定初始</translation>
  </message>
  <message>
   <location filename="ui/canvas/card.py" />
   <source>reconstruction</source>
   <translation>重建</translation>
  </message>
  <message>
   <location filename="ui/canvas/card.py" />
   <source>unknown</source>
   <translation>未知</translation>
  </message>
  <message>
   <location filename="ui/canvas/card.py" />
   <source>{0} classes</source>
   <translation>{0} 类</translation>
  </message>
  <message>
   <location filename="ui/canvas/card.py" />
   <source>{0} multiply-adds</source>
   <translation>{0} 次乘加</translation>
  </message>
  <message>
   <location filename="ui/canvas/card.py" />
   <source>{0} parameters</source>
   <translation>{0} 个参数</translation>
  </message>
 </context>
 <context>
  <name>CanvasCommands</name>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Add a layer behind it…</source>
   <translation>在后面添加层…</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Add a layer…</source>
   <translation>添加层…</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Arrange the nodes</source>
   <translation>整理节点</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Connect in the order selected</source>
   <translation>按选择顺序连接</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Cut</source>
   <translation>剪切</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Duplicate</source>
   <translation>创建副本</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Edit the settings</source>
   <translation>编辑设置</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Insert a layer…</source>
   <translation>插入层…</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Select all</source>
   <translation>全选</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Show at 100 %</source>
   <translation>按 100 % 显示</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Show the whole network</source>
   <translation>显示整个网络</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Zoom in</source>
   <translation>放大</translation>
  </message>
  <message>
   <location filename="ui/canvas/commands.py" />
   <source>Zoom out</source>
   <translation>缩小</translation>
  </message>
 </context>
 <context>
  <name>CanvasView</name>
  <message>
   <location filename="ui/canvas/view.py" />
   <source>Network</source>
   <translation>网络</translation>
  </message>
  <message>
   <location filename="ui/canvas/gestures/connect.py" />
   <source>{0} has no output.</source>
   <translation>{0} 没有输出端口。</translation>
  </message>
  <message>
   <location filename="ui/canvas/view.py" />
   <source>{0} nodes selected</source>
   <translation>已选择 {0} 个节点</translation>
  </message>
  <message>
   <location filename="ui/canvas/gestures/connect.py" />
   <source>{0} takes no input.</source>
   <translation>{0} 没有输入端口。</translation>
  </message>
 </context>
 <context>
  <name>CellsModel</name>
  <message>
   <location filename="ui/data/wizard/cells.py" />
   <source>Lines of the file</source>
   <translation>文件的各行</translation>
  </message>
 </context>
 <context>
  <name>CellsView</name>
  <message>
   <location filename="ui/data/wizard/cells.py" />
   <source>Take as</source>
   <translation>当作</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/cells.py" />
   <source>The first rows</source>
   <translation>最前面的行</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/cells.py" />
   <source>Use as</source>
   <translation>用作</translation>
  </message>
 </context>
 <context>
  <name>CertificateCard</name>
  <message>
   <location filename="ui/export/card.py" />
   <source>Copy certificate</source>
   <translation>复制证书</translation>
  </message>
  <message>
   <location filename="ui/export/card.py" />
   <source>Copy path</source>
   <translation>复制路径</translation>
  </message>
  <message>
   <location filename="ui/export/card.py" />
   <source>Open folder</source>
   <translation>打开文件夹</translation>
  </message>
 </context>
 <context>
  <name>ChangedPanel</name>
  <message>
   <location filename="ui/train/changed.py" />
   <source>Changed in this run</source>
   <translation>此次运行中的更改</translation>
  </message>
  <message>
   <location filename="ui/train/changed.py" />
   <source>step {step}: {change}</source>
   <translation>第 {step} 步：{change}</translation>
  </message>
  <message>
   <location filename="ui/train/changed.py" />
   <source>{count} more before</source>
   <translation>之前还有 {count} 项</translation>
  </message>
 </context>
 <context>
  <name>Changes</name>
  <message>
   <location filename="ui/train/changes.py" />
   <source>+ {layer} after {node}</source>
   <translation>+ {layer}，在 {node} 之后</translation>
  </message>
  <message>
   <location filename="ui/train/changes.py" />
   <source>same settings</source>
   <translation>设置相同</translation>
  </message>
  <message>
   <location filename="ui/train/changes.py" />
   <source>{before} renamed {after}</source>
   <translation>{before} 改名为 {after}</translation>
  </message>
  <message>
   <location filename="ui/train/changes.py" />
   <source>{change} from epoch {epoch}</source>
   <translation>{change}（自第 {epoch} 轮起）</translation>
  </message>
  <message>
   <location filename="ui/train/changes.py" />
   <source>{sign} link {source} → {target}</source>
   <translation>{sign} 连接 {source} → {target}</translation>
  </message>
 </context>
 <context>
  <name>Chart</name>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Arrow keys move the crosshair, plus and minus zoom, Home shows everything.</source>
   <translation>方向键移动十字线，加减键缩放，Home 键显示全部。</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Drawings</source>
   <translation>矢量图</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Logarithmic y axis of {title}</source>
   <translation>{title}的 y 轴取对数</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>More for {title}</source>
   <translation>{title}的更多操作</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Pictures</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Plot of {title}</source>
   <translation>{title}曲线图</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Save as picture or numbers</source>
   <translation>另存为图片或数值</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Save drawing (SVG)…</source>
   <translation>保存矢量图 (SVG)…</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Save numbers (CSV)…</source>
   <translation>保存数值 (CSV)…</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Save picture (PNG)…</source>
   <translation>保存图片 (PNG)…</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Saved {path}</source>
   <translation>已保存到 {path}</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Show everything</source>
   <translation>显示全部</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Show or hide these curves</source>
   <translation>显示或隐藏这些曲线</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>Tables</source>
   <translation>表格</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>log y</source>
   <translation>对数 y 轴</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>training</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>validation</source>
   <translation>验证</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>{path} could not be written ({reason}). Choose another folder.</source>
   <translation>无法写入 {path}（{reason}）。请选择其他文件夹。</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>✕ not finite at step {step}</source>
   <translation>✕ 第 {step} 步不是有限值</translation>
  </message>
  <message>
   <location filename="ui/widgets/plots/chart.py" />
   <source>✕ not finite at {count} steps, first at {step}</source>
   <translation>✕ 有 {count} 步不是有限值，首次出现在第 {step} 步</translation>
  </message>
 </context>
 <context>
  <name>Chips</name>
  <message>
   <location filename="ui/widgets/chips/drawing.py" />
   <source>cut off: the network does not see it</source>
   <translation>已截去：网络看不到它</translation>
  </message>
  <message>
   <location filename="ui/widgets/chips/drawing.py" />
   <source>given tag: {tag}</source>
   <translation>给出的标签：{tag}</translation>
  </message>
  <message>
   <location filename="ui/widgets/chips/drawing.py" />
   <source>not in the vocabulary</source>
   <translation>不在词表中</translation>
  </message>
  <message>
   <location filename="ui/widgets/chips/drawing.py" />
   <source>true tag: {tag}</source>
   <translation>真实标签：{tag}</translation>
  </message>
  <message>
   <location filename="ui/widgets/chips/drawing.py" />
   <source>{share} certain</source>
   <translation>把握 {share}</translation>
  </message>
  <message>
   <location filename="ui/widgets/chips/drawing.py" />
   <source>{token}: wrong</source>
   <translation>{token}：错误</translation>
  </message>
 </context>
 <context>
  <name>ChipsView</name>
  <message>
   <location filename="ui/widgets/chips/view.py" />
   <source>Tokens with their tags</source>
   <translation>词元及其标签</translation>
  </message>
  <message>
   <location filename="ui/widgets/chips/view.py" />
   <source>… and {count} more tokens</source>
   <translation>……还有 {count} 个词元</translation>
  </message>
 </context>
 <context>
  <name>CodeTab</name>
  <message>
   <location filename="ui/model/code.py" />
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <location filename="ui/model/code.py" />
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="ui/model/code.py" />
   <source>Python (*.py)</source>
   <translation>Python (*.py)</translation>
  </message>
  <message>
   <location filename="ui/model/code.py" />
   <source>Save as…</source>
   <translation>另存为…</translation>
  </message>
  <message>
   <location filename="ui/model/code.py" />
   <source>Save the source</source>
   <translation>保存源代码</translation>
  </message>
  <message>
   <location filename="ui/model/code.py" />
   <source>Show the problems</source>
   <translation>查看问题</translation>
  </message>
  <message>
   <location filename="ui/model/code.py" />
   <source>Source of the network</source>
   <translation>网络的源代码</translation>
  </message>
  <message>
   <location filename="ui/model/code.py" />
   <source>The code appears here as soon as the network has no errors.</source>
   <translation>网络没有错误后，代码会显示在这里。</translation>
  </message>
  <message>
   <location filename="ui/model/code.py" />
   <source>The source was not saved to {0}: {1}. Choose another folder.</source>
   <translation>源代码未能保存到 {0}：{1}。请选择其他文件夹。</translation>
  </message>
  <message>
   <location filename="ui/model/code.py" />
   <source>This file is what is trained and what is exported.</source>
   <translation>训练和导出用的就是这个文件。</translation>
  </message>
 </context>
 <context>
  <name>ColumnPanel</name>
  <message>
   <location filename="ui/data/column_panel.py" />
   <source>Change how dates of {column} are read</source>
   <translation>更改“{column}”的日期读法</translation>
  </message>
  <message>
   <location filename="ui/data/column_panel.py" />
   <source>Change what becomes of {column}</source>
   <translation>更改“{column}”变成什么</translation>
  </message>
  <message>
   <location filename="ui/data/column_panel.py" />
   <source>Click a column to see and change what becomes of it.</source>
   <translation>点击一列，查看并更改它变成什么。</translation>
  </message>
  <message>
   <location filename="ui/data/column_panel.py" />
   <source>No column is chosen</source>
   <translation>没有选中列</translation>
  </message>
  <message>
   <location filename="ui/data/column_panel.py" />
   <source>Only features have settings of their own.</source>
   <translation>只有特征列有自己的设置。</translation>
  </message>
 </context>
 <context>
  <name>Columns</name>
  <message>
   <location filename="ui/data/fates.py" />
   <source>, marked</source>
   <translation>，并标记</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>1 for '{yes}', else 0</source>
   <translation>“{yes}”为 1，否则为 0</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>; </source>
   <translation>；</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>To be predicted.</source>
   <translation>预测目标。</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>a category of its own</source>
   <translation>单独一个类别</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>a learnt vector for each of {count}</source>
   <translation>{count} 个类别各学一个向量</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>as it is</source>
   <translation>保持原样</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>filled by {value}</source>
   <translation>填 {value}</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>from similar rows (with nothing in common: {value})</source>
   <translation>由相似的行（没有共同之处时：{value}）</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>from the rows around (a new row: {value})</source>
   <translation>由前后的行（新的一行：{value}）</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>its words become {count} numbers</source>
   <translation>它的词语变成 {count} 个数</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>kept within {low} to {high}</source>
   <translation>限制在 {low} 到 {high} 之间</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>marked beyond {low} to {high}</source>
   <translation>超出 {low} 到 {high} 的做标记</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>mean {value}</source>
   <translation>均值 {value}</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>median {value}</source>
   <translation>中位数 {value}</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>missing {missing} of {rows}: {fill}</source>
   <translation>{rows} 行中缺失 {missing}：{fill}</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>most frequent {value}</source>
   <translation>最常见的 {value}</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>no category</source>
   <translation>不属于任何类别</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>one number, in the order {order}</source>
   <translation>一个数，顺序为 {order}</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>rows left out</source>
   <translation>不用这些行</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>scaled by median and quartiles</source>
   <translation>按中位数和四分位数缩放</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>scaled to -1…1</source>
   <translation>缩放到 -1…1</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>scaled to 0…1</source>
   <translation>缩放到 0…1</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>scaled to its rank</source>
   <translation>换成排名</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>scaled to its rank on a bell curve</source>
   <translation>换成钟形曲线上的排名</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>scaled to mean 0, deviation 1</source>
   <translation>缩放到均值 0、标准差 1</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>taken as '{value}'</source>
   <translation>当作“{value}”</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>the middle place</source>
   <translation>中间的位置</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>{count} inputs of 0 or 1</source>
   <translation>{count} 个 0 或 1 的输入</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>{count} numbers: days, and places in year and week</source>
   <translation>{count} 个数：天数，以及在一年和一周中的位置</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>{count} numbers: days, and places in year, week and day</source>
   <translation>{count} 个数：天数，以及在一年、一周和一天中的位置</translation>
  </message>
  <message>
   <location filename="ui/data/fates.py" />
   <source>{text}.</source>
   <translation>{text}。</translation>
  </message>
 </context>
 <context>
  <name>ColumnsStatistics</name>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Categories</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Columns</source>
   <translation>列</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Deviation</source>
   <translation>标准差</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Distribution</source>
   <translation>分布</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Largest</source>
   <translation>最大值</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Mean</source>
   <translation>均值</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Missing</source>
   <translation>缺失</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Smallest</source>
   <translation>最小值</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Standard deviation</source>
   <translation>标准差</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>Statistics of the columns</source>
   <translation>各列的统计</translation>
  </message>
  <message>
   <location filename="ui/data/columns.py" />
   <source>The table tells of the training split only; below, the chosen column in each split. ◎ marks what is to be predicted. Click a heading to sort.</source>
   <translation>表格仅统计训练集；下方为所选列在各子集中的分布。◎ 表示预测目标。单击标题可排序。</translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <location filename="ui/command_palette.py" />
   <source>Actions, layers, nodes, examples, recent files</source>
   <translation>操作、层、节点、示例、最近的文件</translation>
  </message>
  <message>
   <location filename="ui/command_palette.py" />
   <source>Nothing is called that.</source>
   <translation>没有找到匹配的内容。</translation>
  </message>
  <message>
   <location filename="ui/command_palette.py" />
   <source>Results</source>
   <translation>结果</translation>
  </message>
  <message>
   <location filename="ui/command_palette.py" />
   <source>Search anything</source>
   <translation>搜索全部</translation>
  </message>
  <message>
   <location filename="ui/command_palette.py" />
   <source>What to search for</source>
   <translation>要搜索的内容</translation>
  </message>
 </context>
 <context>
  <name>ConfusionMatrix</name>
  <message>
   <location filename="ui/widgets/confusion.py" />
   <source>predicted</source>
   <translation>预测</translation>
  </message>
  <message>
   <location filename="ui/widgets/confusion.py" />
   <source>predicted →</source>
   <translation>预测 →</translation>
  </message>
  <message>
   <location filename="ui/widgets/confusion.py" />
   <source>true</source>
   <translation>真实</translation>
  </message>
  <message>
   <location filename="ui/widgets/confusion.py" />
   <source>true ↓</source>
   <translation>真实 ↓</translation>
  </message>
  <message>
   <location filename="ui/widgets/confusion.py" />
   <source>{count} of {row} samples of '{true}' were recognised ({share}).</source>
   <translation>“{true}”的 {row} 个样本中，{count} 个被正确识别（{share}）。</translation>
  </message>
  <message>
   <location filename="ui/widgets/confusion.py" />
   <source>{count} of {row} samples of '{true}' were taken for '{predicted}' ({share}).</source>
   <translation>“{true}”的 {row} 个样本中，{count} 个被认成“{predicted}”（{share}）。</translation>
  </message>
  <message>
   <location filename="ui/widgets/confusion.py" />
   <source>{right} of {total} samples lie on the diagonal. Arrow keys read the cells.</source>
   <translation>{total} 个样本中有 {right} 个在对角线上。用方向键逐格查看。</translation>
  </message>
 </context>
 <context>
  <name>CurvesPanel</name>
  <message>
   <location filename="ui/train/curves.py" />
   <source>Accuracy</source>
   <translation>准确率</translation>
  </message>
  <message>
   <location filename="ui/train/curves.py" />
   <source>Distance from real samples</source>
   <translation>与真实样本的距离</translation>
  </message>
  <message>
   <location filename="ui/train/drawn.py" />
   <source>Judged right</source>
   <translation>判断正确</translation>
  </message>
  <message>
   <location filename="ui/train/curves.py" />
   <source>Learning rate</source>
   <translation>学习率</translation>
  </message>
  <message>
   <location filename="ui/train/curves.py" />
   <source>Loss</source>
   <translation>损失</translation>
  </message>
  <message>
   <location filename="ui/train/curves.py" />
   <source>Privacy given away (epsilon)</source>
   <translation>已泄露的隐私 (epsilon)</translation>
  </message>
  <message>
   <location filename="ui/train/drawn.py" />
   <source>discriminator</source>
   <translation>判别器</translation>
  </message>
  <message>
   <location filename="ui/train/drawn.py" />
   <source>generator</source>
   <translation>生成器</translation>
  </message>
  <message>
   <location filename="ui/train/drawn.py" />
   <source>made samples</source>
   <translation>生成的样本</translation>
  </message>
  <message>
   <location filename="ui/train/drawn.py" />
   <source>real samples</source>
   <translation>真实样本</translation>
  </message>
  <message>
   <location filename="ui/train/drawn.py" />
   <source>resumed</source>
   <translation>继续训练</translation>
  </message>
  <message>
   <location filename="ui/train/drawn.py" />
   <source>training</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="ui/train/drawn.py" />
   <source>validation</source>
   <translation>验证</translation>
  </message>
 </context>
 <context>
  <name>Data</name>
  <message>
   <location filename="ui/data/words.py" />
   <source>1 channel</source>
   <translation>1 个通道</translation>
  </message>
  <message>
   <location filename="ui/data/skipped.py" />
   <source>1 item was left out</source>
   <translation>有 1 项未读入</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>1 step</source>
   <translation>1 步</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Categories are fed as one input of 0 or 1 each: {count} inputs in all.</source>
   <translation>每个类别各占一个取值 0 或 1 的输入：共 {count} 个输入。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Each channel is fed as (value − mean) ÷ deviation.</source>
   <translation>每个通道按（值 − 均值）÷ 标准差输入。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Each column is brought to -1…1 by its smallest and largest value.</source>
   <translation>每一列按其最小值和最大值缩放到 -1…1。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Each column is brought to 0…1 by its smallest and largest value.</source>
   <translation>每一列按其最小值和最大值缩放到 0…1。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Each column is fed as (value − mean) ÷ deviation.</source>
   <translation>每一列按（值 − 均值）÷ 标准差输入。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Each number is fed as (value − mean) ÷ deviation.</source>
   <translation>每个数值按（值 − 均值）÷ 标准差输入。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Learnt from the training split only ({rows} samples), so validation and test stay unseen.</source>
   <translation>只从训练集（{rows} 个样本）统计得到，验证集和测试集不参与。</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Light</source>
   <translation>轻</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Medium</source>
   <translation>中</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Pixel values are brought to -1…1.</source>
   <translation>像素值缩放到 -1…1。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Pixel values are brought to 0…1.</source>
   <translation>像素值缩放到 0…1。</translation>
  </message>
  <message>
   <location filename="ui/data/tags.py" />
   <source>Sequence</source>
   <translation>序列</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>Strong</source>
   <translation>强</translation>
  </message>
  <message>
   <location filename="ui/data/texts.py" />
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Texts are cut into byte-pair pieces.</source>
   <translation>文本被切成字节对片段。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Texts are cut into characters.</source>
   <translation>文本被切成字符。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Texts are cut into words.</source>
   <translation>文本被切成词。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Token ids are fed as they are.</source>
   <translation>词元编号原样输入。</translation>
  </message>
  <message>
   <location filename="ui/data/tags.py" />
   <source>Tokens</source>
   <translation>词元</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Tokens are those of the file.</source>
   <translation>词元取自文件。</translation>
  </message>
  <message>
   <location filename="ui/data/tags.py" />
   <source>Tokens, with the tag of each below it</source>
   <translation>词元，下方是各自的标签</translation>
  </message>
  <message>
   <location filename="ui/data/augment.py" />
   <source>TrivialAugment</source>
   <translation>TrivialAugment</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Values are fed as (value − {mean}) ÷ {std}: the mean and deviation.</source>
   <translation>数值按（值 − {mean}）÷ {std} 输入，即减均值、除以标准差。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>Values are fed as they are.</source>
   <translation>数值原样输入。</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>a number to predict: {name}</source>
   <translation>预测一个数值：{name}</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>any of {count} labels</source>
   <translation>{count} 个标签中的任意几个</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>colour</source>
   <translation>彩色</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>colour with alpha</source>
   <translation>带透明通道的彩色</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>grey</source>
   <translation>灰度</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>left out</source>
   <translation>已排除</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>one of {count} tags for each token</source>
   <translation>每个词元为 {count} 个标签之一</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>pictures of {width} × {height} pixels, {colour}</source>
   <translation>{width} × {height} 像素的图片，{colour}</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>rows of {count} columns</source>
   <translation>{count} 列的表格行</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>sequences of tokens</source>
   <translation>词元序列</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>series of {steps}, {channels}</source>
   <translation>{steps}、{channels}的序列</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>single numbers</source>
   <translation>单个数值</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>test</source>
   <translation>测试</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>texts</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>texts of {count} tokens</source>
   <translation>{count} 个词元的文本</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>to be made again by an autoencoder</source>
   <translation>由自编码器重建</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>train</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>validation</source>
   <translation>验证</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>windows of {steps}, {channels}</source>
   <translation>{steps}的窗口，{channels}</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>{count} channels</source>
   <translation>{count} 个通道</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>{count} classes</source>
   <translation>{count} 类</translation>
  </message>
  <message>
   <location filename="ui/data/texts.py" />
   <source>{count} cut off (faint)</source>
   <translation>{count} 个被截去（淡色）</translation>
  </message>
  <message>
   <location filename="ui/data/skipped.py" />
   <source>{count} items were left out</source>
   <translation>有 {count} 项未读入</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>{count} numbers to predict: {names}</source>
   <translation>预测 {count} 个数值：{names}</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>{count} steps</source>
   <translation>{count} 步</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>{count} targets: {names}</source>
   <translation>{count} 个目标：{names}</translation>
  </message>
  <message>
   <location filename="ui/data/texts.py" />
   <source>{count} times filled up</source>
   <translation>填充 {count} 次</translation>
  </message>
  <message>
   <location filename="ui/data/texts.py" />
   <source>{count} tokens</source>
   <translation>{count} 个词元</translation>
  </message>
  <message>
   <location filename="ui/data/words.py" />
   <source>{count} tokens have a number; the network sees {length} of a text, which keeps {share} whole.</source>
   <translation>{count} 个词元有编号；网络看到每段文本的 {length} 个词元，{share} 的文本保持完整。</translation>
  </message>
  <message>
   <location filename="ui/data/texts.py" />
   <source>{count} unknown (crossed out)</source>
   <translation>{count} 个未知（划线）</translation>
  </message>
 </context>
 <context>
  <name>DataContent</name>
  <message>
   <location filename="ui/data/content.py" />
   <source>Change the split</source>
   <translation>更改划分</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Classes</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Counting the data</source>
   <translation>正在统计数据</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Distribution of the number to predict</source>
   <translation>待预测数值的分布</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Ignore {column}</source>
   <translation>忽略 {column}</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Labels</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Labels of a sample</source>
   <translation>每个样本的标签数</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Reading the data</source>
   <translation>正在读取数据</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Sample</source>
   <translation>样本</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Samples by their number of labels</source>
   <translation>按标签数统计的样本</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Samples of each class, by split</source>
   <translation>各类别在每个子集中的样本数</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Samples with each label, by split</source>
   <translation>各部分中带有每个标签的样本</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Show all that was left out…</source>
   <translation>显示所有未读入的项…</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Split by time</source>
   <translation>按时间划分</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Split by whole groups</source>
   <translation>按整组划分</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Split sizes</source>
   <translation>划分大小</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Tokens with each tag</source>
   <translation>各标签的词元数</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>Tokens with each tag, by split</source>
   <translation>各标签的词元数，按划分</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>{count} {inputs} · {targets}</source>
   <translation>{count} 个样本：{inputs} · {targets}</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>{left_out}, such as {item} ({reason})</source>
   <translation>{left_out}，例如 {item}（{reason}）</translation>
  </message>
  <message>
   <location filename="ui/data/content.py" />
   <source>{left_out}: {item} ({reason})</source>
   <translation>{left_out}：{item}（{reason}）</translation>
  </message>
 </context>
 <context>
  <name>DataSettings</name>
  <message>
   <location filename="ui/data/settings.py" />
   <source>Built-in samples and files</source>
   <translation>内置样本和文件</translation>
  </message>
  <message>
   <location filename="ui/data/settings.py" />
   <source>Choose a file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <location filename="ui/data/settings.py" />
   <source>Choose a folder…</source>
   <translation>选择文件夹…</translation>
  </message>
  <message>
   <location filename="ui/data/settings.py" />
   <source>Choose other data</source>
   <translation>选择其他数据</translation>
  </message>
  <message>
   <location filename="ui/data/settings.py" />
   <source>Missing values and categories</source>
   <translation>缺失值与类别</translation>
  </message>
  <message>
   <location filename="ui/data/settings.py" />
   <source>Scaling</source>
   <translation>缩放</translation>
  </message>
  <message>
   <location filename="ui/data/settings.py" />
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <location filename="ui/data/settings.py" />
   <source>Tokens</source>
   <translation>词元</translation>
  </message>
 </context>
 <context>
  <name>DataStage</name>
  <message>
   <location filename="ui/data/stage.py" />
   <source>Change the role of {column}</source>
   <translation>更改 {column} 的角色</translation>
  </message>
  <message>
   <location filename="ui/data/stage.py" />
   <source>Change the type of {column}</source>
   <translation>更改 {column} 的类型</translation>
  </message>
  <message>
   <location filename="ui/data/stage.py" />
   <source>Change {field}</source>
   <translation>修改{field}</translation>
  </message>
  <message>
   <location filename="ui/data/stage.py" />
   <source>Data</source>
   <translation>数据</translation>
  </message>
  <message>
   <location filename="ui/data/stage.py" />
   <source>Look at the network</source>
   <translation>查看网络</translation>
  </message>
  <message>
   <location filename="ui/data/stage.py" />
   <source>No data is chosen yet</source>
   <translation>尚未选择数据</translation>
  </message>
  <message>
   <location filename="ui/data/stage.py" />
   <source>Remove the data</source>
   <translation>移除数据</translation>
  </message>
  <message>
   <location filename="ui/data/stage.py" />
   <source>The data is being read</source>
   <translation>正在读取数据</translation>
  </message>
  <message>
   <location filename="ui/data/stage.py" />
   <source>The network does not fit this data. {problem}</source>
   <translation>网络与这份数据不匹配。{problem}</translation>
  </message>
  <message>
   <location filename="ui/data/stage.py" />
   <source>Use {source}</source>
   <translation>使用 {source}</translation>
  </message>
  <message>
   <location filename="ui/data/stage.py" />
   <source>{count} {inputs}, {targets}</source>
   <translation>{count} 个样本：{inputs}，{targets}</translation>
  </message>
 </context>
 <context>
  <name>DataWaiting</name>
  <message>
   <location filename="ui/data/waiting.py" />
   <source>Choose other data</source>
   <translation>选择其他数据</translation>
  </message>
  <message>
   <location filename="ui/data/waiting.py" />
   <source>Reading the data</source>
   <translation>正在读取数据</translation>
  </message>
  <message>
   <location filename="ui/data/waiting.py" />
   <source>The data can't be used yet</source>
   <translation>数据暂时无法使用</translation>
  </message>
  <message>
   <location filename="ui/data/waiting.py" />
   <source>Try again</source>
   <translation>重试</translation>
  </message>
 </context>
 <context>
  <name>Distribution</name>
  <message>
   <location filename="ui/data/distribution.py" />
   <source>Counting the column</source>
   <translation>正在统计该列</translation>
  </message>
  <message>
   <location filename="ui/data/distribution.py" />
   <source>Distribution of the column in each split</source>
   <translation>该列在各子集中的分布</translation>
  </message>
  <message>
   <location filename="ui/data/distribution.py" />
   <source>Samples of each category in each split</source>
   <translation>各取值在每个子集中的样本数</translation>
  </message>
 </context>
 <context>
  <name>DoctorPage</name>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>1 finding</source>
   <translation>1 项发现</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Doctor</source>
   <translation>体检</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Doctor ({count})</source>
   <translation>体检（{count}）</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Examine the data</source>
   <translation>检查数据</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Examining the data</source>
   <translation>正在检查数据</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Examining the data…</source>
   <translation>正在检查数据…</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Findings</source>
   <translation>发现</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Looked for: {checks}.</source>
   <translation>已检查：{checks}。</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>No problems found</source>
   <translation>未发现问题</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Not examined yet</source>
   <translation>尚未检查</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>{count} findings, the gravest first</source>
   <translation>{count} 项发现，最严重的在前</translation>
  </message>
 </context>
 <context>
  <name>DrawnPage</name>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>Draws other samples</source>
   <translation>抽取其他样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>Each is made of numbers drawn at random.</source>
   <translation>每个样本都由随机抽取的数生成。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>From one to the next</source>
   <translation>从一个到下一个</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>In each row, one of the {count} numbers that a sample is made of goes from -3 to 3.</source>
   <translation>在每一行中，生成样本的 {count} 个数之一从 -3 变到 3。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>In each row, the numbers of one sample become those of the next, step by step.</source>
   <translation>在每一行中，一个样本的数逐步变成下一个样本的数。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>Making samples</source>
   <translation>正在生成样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>New samples</source>
   <translation>新样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>One number varied</source>
   <translation>改变一个数</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>Others</source>
   <translation>换一批</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>Save picture</source>
   <translation>保存图片</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>Save picture…</source>
   <translation>保存图片…</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>The picture can't be written to {path}: {reason}</source>
   <translation>图片无法写入 {path}：{reason}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>What is drawn</source>
   <translation>抽取什么</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>Which number is varied</source>
   <translation>改变哪个数</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>number {number}</source>
   <translation>第 {number} 个数</translation>
  </message>
  <message>
   <location filename="ui/evaluate/drawn.py" />
   <source>{count} new samples</source>
   <translation>{count} 个新样本</translation>
  </message>
 </context>
 <context>
  <name>DrawnRows</name>
  <message>
   <location filename="ui/data/preview_views.py" />
   <source>Changed</source>
   <translation>已变化</translation>
  </message>
  <message>
   <location filename="ui/data/preview_views.py" />
   <source>{text}, changed</source>
   <translation>{text}，已变化</translation>
  </message>
 </context>
 <context>
  <name>EmptyData</name>
  <message>
   <location filename="ui/data/empty.py" />
   <source>1,797 pictures, 10 classes</source>
   <translation>1,797 张图片，10 类</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>150 rows, 3 species</source>
   <translation>150 行，3 个品种</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>178 rows, 3 cultivars</source>
   <translation>178 行，3 个品种</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>2,000 docstrings, 5 libraries</source>
   <translation>2,000 段文档字符串，5 个库</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>442 rows, a number</source>
   <translation>442 行，一个数值</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>569 rows, yes or no</source>
   <translation>569 行，是或否</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>A table, text, series or arrays. What was guessed is shown first and can be changed.</source>
   <translation>表格、文本、序列或数组。会先显示猜测的结果，并可以修改。</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>Built-in samples</source>
   <translation>内置样本</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>Choose a built-in sample, open a file of yours, or drop a file or folder anywhere on this page.</source>
   <translation>选择内置示例，打开您自己的文件，或把文件或文件夹拖到此页面的任意位置。</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>Choose a file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>Choose a folder…</source>
   <translation>选择文件夹…</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>Such as one with a folder of pictures for each class, or IDX files.</source>
   <translation>例如每个类别一个图片文件夹，或 IDX 文件。</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>What should the network learn from?</source>
   <translation>要让网络学习什么？</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>Your own data</source>
   <translation>自己的数据</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>points, 2 classes</source>
   <translation>点，2 类</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>points, 2 or 3 classes</source>
   <translation>点，2 或 3 类</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>points, a number</source>
   <translation>点，一个数值</translation>
  </message>
  <message>
   <location filename="ui/data/empty.py" />
   <source>random rows, a number</source>
   <translation>随机行，一个数值</translation>
  </message>
 </context>
 <context>
  <name>EmptyHint</name>
  <message>
   <location filename="ui/model/empty.py" />
   <source>A network runs from an Input to an Output. Drag layers from the list on the left, or press Space and type a name.</source>
   <translation>网络从 Input 走到 Output。从左侧列表拖入层，或按空格键输入名称。</translation>
  </message>
  <message>
   <location filename="ui/model/empty.py" />
   <source>Add an Input</source>
   <translation>添加 Input</translation>
  </message>
  <message>
   <location filename="ui/model/empty.py" />
   <source>Drag an Input here, or start from a sample</source>
   <translation>把 Input 拖到这里，或从示例开始</translation>
  </message>
  <message>
   <location filename="ui/model/empty.py" />
   <source>Start from a sample…</source>
   <translation>从示例开始…</translation>
  </message>
 </context>
 <context>
  <name>EmptyTrain</name>
  <message>
   <location filename="ui/train/empty.py" />
   <source>A network learns from examples. The Data stage has built-in samples and opens files of yours.</source>
   <translation>网络从样本中学习。“数据”阶段有内置样本，也能打开自己的文件。</translation>
  </message>
  <message>
   <location filename="ui/train/empty.py" />
   <source>Choose the data first</source>
   <translation>先选择数据</translation>
  </message>
  <message>
   <location filename="ui/train/empty.py" />
   <source>Go to Data</source>
   <translation>前往“数据”</translation>
  </message>
  <message>
   <location filename="ui/train/empty.py" />
   <source>Go to Model</source>
   <translation>前往“模型”</translation>
  </message>
  <message>
   <location filename="ui/train/empty.py" />
   <source>Loss and score draw themselves here while the network learns. Every run is kept with its curves, settings and weights, so that you can compare runs and go back.</source>
   <translation>网络学习时，损失和得分会在这里实时绘出。每次运行的曲线、设置和权重都会保留，可以随时比较和恢复。</translation>
  </message>
  <message>
   <location filename="ui/train/empty.py" />
   <source>Reading the data</source>
   <translation>正在读取数据</translation>
  </message>
  <message>
   <location filename="ui/train/empty.py" />
   <source>Ready to train</source>
   <translation>可以开始训练</translation>
  </message>
  <message>
   <location filename="ui/train/empty.py" />
   <source>The data can't be read</source>
   <translation>无法读取数据</translation>
  </message>
  <message>
   <location filename="ui/train/empty.py" />
   <source>The network can't train yet</source>
   <translation>网络还不能训练</translation>
  </message>
  <message>
   <location filename="ui/train/empty.py" />
   <source>Train</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="ui/train/empty.py" />
   <source>Training can start as soon as it is there.</source>
   <translation>数据就绪后即可开始训练。</translation>
  </message>
 </context>
 <context>
  <name>Endings</name>
  <message>
   <location filename="ui/endings.py" />
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <location filename="ui/endings.py" />
   <source>Best epoch {n}: {scores}.</source>
   <translation>最佳轮次 {n}：{scores}。</translation>
  </message>
  <message>
   <location filename="ui/endings.py" />
   <source>Run {n}</source>
   <translation>第 {n} 次运行</translation>
  </message>
  <message>
   <location filename="ui/endings.py" />
   <source>The run</source>
   <translation>本次运行</translation>
  </message>
  <message>
   <location filename="ui/endings.py" />
   <source>validation F1 {score}</source>
   <translation>验证 F1 {score}</translation>
  </message>
  <message>
   <location filename="ui/endings.py" />
   <source>validation accuracy {score}</source>
   <translation>验证准确率 {score}</translation>
  </message>
  <message>
   <location filename="ui/endings.py" />
   <source>validation loss {score}</source>
   <translation>验证损失 {score}</translation>
  </message>
  <message>
   <location filename="ui/endings.py" />
   <source>{run} ended badly: {reason}.</source>
   <translation>{run}未能正常结束：{reason}。</translation>
  </message>
  <message>
   <location filename="ui/endings.py" />
   <source>{run} is finished.</source>
   <translation>{run}已完成。</translation>
  </message>
  <message>
   <location filename="ui/endings.py" />
   <source>{run} stopped early.</source>
   <translation>{run}提前停止。</translation>
  </message>
  <message>
   <location filename="ui/endings.py" />
   <source>{run} was stopped; what it learnt is kept.</source>
   <translation>{run}已停止，学到的内容已保留。</translation>
  </message>
 </context>
 <context>
  <name>Engine</name>
  <message>
   <location filename="engine/project/samples.py" />
   <source>'workbench samples' lists them</source>
   <translation>用“workbench samples”可以列出它们</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>'{classes}' has {counts} training samples and '{classes2}' has {counts2}</source>
   <translation>“{classes}”有 {counts} 个训练样本，“{classes2}”有 {counts2} 个</translation>
  </message>
  <message>
   <location filename="engine/data/table_targets.py" />
   <source>'{columns}' is the only column to be predicted</source>
   <translation>要预测的列只有“{columns}”</translation>
  </message>
  <message>
   <location filename="engine/data/columns.py" />
   <source>'{column}' has another text in nearly every row ({distinct} in {count} rows); it is ignored</source>
   <translation>“{column}”几乎每行的文本都不同（{count} 行中有 {distinct} 种），已忽略</translation>
  </message>
  <message>
   <location filename="engine/data/columns.py" />
   <source>'{column}' has no values; it is ignored</source>
   <translation>“{column}”没有任何值，已忽略</translation>
  </message>
  <message>
   <location filename="engine/data/features.py" />
   <source>'{column}' holds free text ({words} words in a cell); it is ignored. Give it the type text to learn from its words: it becomes {PLACES} numbers</source>
   <translation>“{column}”是自由文本（每格约 {words} 个词），已忽略。把它的类型设为“文本”即可从词语中学习：它会变成 {PLACES} 个数</translation>
  </message>
  <message>
   <location filename="engine/data/series/categories.py" />
   <source>'{column}' holds {c} in no training row. No input is made of that, as nothing could be learnt about it</source>
   <translation>“{column}”的训练行中没有 {c}。不为它设输入，因为学不到关于它的任何东西</translation>
  </message>
  <message>
   <location filename="engine/data/series/categories.py" />
   <source>'{column}' holds {c}, ... in no training row. No input is made of that, as nothing could be learnt about it</source>
   <translation>“{column}”的训练行中没有 {c} 等。不为它们设输入，因为学不到关于它们的任何东西</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>'{column}' holds {distinct} different texts, and {MOST_CATEGORIES} at most become channels: nothing is made of it. If it tells several series apart, choose it as the series column</source>
   <translation>“{column}”含有 {distinct} 种不同的文本，最多 {MOST_CATEGORIES} 种才能成为通道，因此未使用该列。如果它用来区分多个序列，请将其选为序列列</translation>
  </message>
  <message>
   <location filename="engine/data/column_types.py" />
   <source>'{column}' is '{value}' in all but {count} of {count2} rows: there is hardly anything to learn from it</source>
   <translation>“{column}”在 {count2} 行中除 {count} 行外都是“{value}”：几乎没有可学的</translation>
  </message>
  <message>
   <location filename="engine/data/columns.py" />
   <source>'{column}' is '{value}' in every row; it is ignored</source>
   <translation>“{column}”在每一行都是“{value}”，已忽略</translation>
  </message>
  <message>
   <location filename="engine/data/column_types.py" />
   <source>'{column}' is missing in all but {count} of {count2} rows: there is hardly anything to learn from it</source>
   <translation>“{column}”在 {count2} 行中除 {count} 行外都缺失：几乎没有可学的</translation>
  </message>
  <message>
   <location filename="engine/data/columns.py" />
   <source>'{column}' numbers the rows; it is ignored</source>
   <translation>“{column}”只是行的编号，已忽略</translation>
  </message>
  <message>
   <location filename="engine/data/encoding.py" />
   <source>'{constant}' is to stand for a missing category in '{how}', which has none of that name</source>
   <translation>要用“{constant}”代替“{how}”中缺失的类别，但该列没有这个类别</translation>
  </message>
  <message>
   <location filename="engine/data/encoding.py" />
   <source>'{constant}' is to stand for a missing number in '{how}', and is none</source>
   <translation>要用“{constant}”代替“{how}”中缺失的数，但它不是数</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>'{group}' does not say which series it belongs to</source>
   <translation>“{group}”没有说明它属于哪条序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>'{images}' has {ndim} axes and '{labels}' has {ndim2}</source>
   <translation>“{images}”有 {ndim} 个轴，“{labels}”有 {ndim2} 个轴</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>'{input}' holds {kind}, which an autoencoder can't be compared with</source>
   <translation>“{input}”是 {kind}，自编码器的输出无法与之比较</translation>
  </message>
  <message>
   <location filename="engine/data/leaks.py" />
   <source>'{name}' alone explains {best} of the spread of the number to predict. If it is only known after the fact, give it the role ignore</source>
   <translation>仅凭“{name}”就能解释待预测数值 {best} 的变化。如果它是事后才知道的，请把它的角色设为忽略</translation>
  </message>
  <message>
   <location filename="engine/data/leaks.py" />
   <source>'{name}' alone tells the class of {right} of the training samples. If it is only known after the fact, give it the role ignore</source>
   <translation>仅凭“{name}”就能判断 {right} 训练样本的类别。如果它是事后才知道的，请把它的角色设为忽略</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>'{name}' claims {claimed} bytes and has {size}</source>
   <translation>“{name}”声称有 {claimed} 字节，实际有 {size} 字节</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{name}' does not hold numbers</source>
   <translation>“{name}”的内容不是数值</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/tables.py" />
   <source>'{name}' does not tell its columns of tokens and tags</source>
   <translation>“{name}”没有说明哪些列是词元和标签</translation>
  </message>
  <message>
   <location filename="engine/data/leaks.py" />
   <source>'{name}' gives the rare class '{classes}' away: one of its two values stands for it in {pure} of {count} training samples. If it is only known after the fact, give it the role ignore</source>
   <translation>“{name}”泄露了少见类别“{classes}”：它的两个取值之一在 {count} 个训练样本中有 {pure} 属于该类别。如果它是事后才知道的，请把它的角色设为忽略</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>'{name}' goes to {value}, while half of its values lie between {low} and {high}</source>
   <translation>“{name}”达到 {value}，而其一半的值在 {low} 与 {high} 之间</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>'{name}' goes to {value}, while half of its values lie between {low} and {high}; there are such values in {also} too</source>
   <translation>“{name}”达到 {value}，而其一半的值在 {low} 与 {high} 之间；{also} 中也有这样的值</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>'{name}' has a header and no rows</source>
   <translation>“{name}”只有表头，没有数据行</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>'{name}' has a single column: line {number} holds '{strip}' and no tag</source>
   <translation>“{name}”只有一列：第 {number} 行是“{strip}”，没有标签</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>'{name}' has another value in nearly every row, as a number or name of the row has</source>
   <translation>“{name}”几乎每行的值都不同，像是行的编号或名称</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>'{name}' has no column '{chosen}'</source>
   <translation>“{name}”没有列“{chosen}”</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/tables.py" />
   <source>'{name}' has no column '{missing}'</source>
   <translation>“{name}”没有列“{missing}”</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>'{name}' has no rows</source>
   <translation>“{name}”没有数据行</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>'{name}' has one column</source>
   <translation>“{name}”只有一列</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{name}' has the shape {shape_text}</source>
   <translation>“{name}”的形状是 {shape_text}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/parts.py" />
   <source>'{name}' has the shape {shape_text}, and '{first_name}' has {shape_text2}</source>
   <translation>“{name}”的形状是 {shape_text}，而“{first_name}”的形状是 {shape_text2}</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>'{name}' has {values} numbers where its size says {count}</source>
   <translation>“{name}”有 {values} 个数，而按其大小应有 {count} 个</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>'{name}' has {width} attributes and {height} rows that fit them</source>
   <translation>“{name}”有 {width} 个属性和 {height} 个符合属性的行</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>'{name}' holds complex numbers</source>
   <translation>“{name}”中是复数</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{name}' holds missing or infinite values</source>
   <translation>“{name}”含有缺失值或无穷大</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>'{name}' holds no lines</source>
   <translation>“{name}”没有任何行</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{name}' holds no samples</source>
   <translation>“{name}”里没有样本</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>'{name}' holds only empty lines</source>
   <translation>“{name}”只有空行</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{name}' holds tokens from {values} to {values2}</source>
   <translation>“{name}”的词元从 {values} 到 {values2}</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>'{name}' holds {flat}, which is neither 0 nor 1</source>
   <translation>“{name}”中有 {flat}，既不是 0 也不是 1</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>'{name}' is compressed with gzip, and no IDX file is in it</source>
   <translation>'{name}' 是 gzip 压缩文件，里面不是 IDX 文件</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>'{name}' is no ARFF file: {what}</source>
   <translation>“{name}”不是 ARFF 文件：{what}</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>'{name}' is no array of numbers or texts</source>
   <translation>“{name}”不是数或文本的数组</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>'{name}' is not a table (line {line}: {error})</source>
   <translation>“{name}”不是表格（第 {line} 行：{error}）</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>'{name}' is not a text file</source>
   <translation>“{name}”不是文本文件</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>'{name}' is not {upper} text (byte {start} does not belong there)</source>
   <translation>“{name}”不是 {upper} 文本（第 {start} 个字节不合法）</translation>
  </message>
  <message>
   <location filename="engine/data/statistics.py" />
   <source>'{name}' is {value} in every training sample, so there is nothing to learn about it</source>
   <translation>“{name}”在所有训练样本中都是 {value}，没有什么可学的</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>'{name}' is {value} in {count} training rows, far from all its other values ({low} to {high})</source>
   <translation>“{name}”在 {count} 个训练行中为 {value}，远离其他所有值（{low} 到 {high}）</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>'{name}' varies by {deviation} around {mean}</source>
   <translation>“{name}”在 {mean} 附近仅有 {deviation} 的变化</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>'{part}' does not name one of the {row} attributes and its value</source>
   <translation>“{part}”没有指明 {row} 个属性之一及其值</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>'{path}' can't be read now ({error})</source>
   <translation>“{path}”现在无法读取（{error}）</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>'{path}' can't be read now ({strerror})</source>
   <translation>“{path}”现在无法读取（{strerror}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>'{path}' does not name it</source>
   <translation>“{path}”没有提到它</translation>
  </message>
  <message>
   <location filename="engine/data/sources/new_windows.py" />
   <source>'{path}' has 1 row</source>
   <translation>“{path}”有 1 行</translation>
  </message>
  <message>
   <location filename="engine/data/sources/new_windows.py" />
   <source>'{path}' has 1 row in its longest series</source>
   <translation>“{path}”最长的序列有 1 行</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{path}' has a header and no rows</source>
   <translation>“{path}”只有表头，没有数据行</translation>
  </message>
  <message>
   <location filename="engine/data/text/new_texts.py" />
   <source>'{path}' has no column '{name}'</source>
   <translation>“{path}”没有列“{name}”</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>'{path}' has no column '{wanted}'</source>
   <translation>“{path}”中没有列“{wanted}”</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>'{path}' has no column beside the pictures' names</source>
   <translation>“{path}”除图片名称外没有其他列</translation>
  </message>
  <message>
   <location filename="engine/data/text/new_texts.py" />
   <source>'{path}' has no column of texts</source>
   <translation>“{path}”没有文本列</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>'{path}' has no line '@data', so it is not a .ts file of time series</source>
   <translation>“{path}”里没有“@data”这一行，所以它不是时间序列的 .ts 文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>'{path}' has no pair of IDX files of pictures and labels</source>
   <translation>“{path}”里没有成对的 IDX 图片文件和标签文件</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{path}' has no rows</source>
   <translation>“{path}”没有数据行</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>'{path}' has no sheet '{sheet}'</source>
   <translation>“{path}”没有工作表“{sheet}”</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{path}' has several columns called {listed}</source>
   <translation>“{path}”有多个列都叫 {listed}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/new_windows.py" />
   <source>'{path}' has {longest} rows</source>
   <translation>“{path}”有 {longest} 行</translation>
  </message>
  <message>
   <location filename="engine/data/sources/new_windows.py" />
   <source>'{path}' has {longest} rows in its longest series</source>
   <translation>“{path}”最长的序列有 {longest} 行</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{path}' has {values} rows</source>
   <translation>“{path}”有 {values} 行</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_files.py" />
   <source>'{path}' has {width} columns of numbers or text and {height} rows</source>
   <translation>“{path}”有 {width} 列数值或文本、{height} 行</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{path}' holds Python objects, not numbers</source>
   <translation>“{path}”含有 Python 对象，而不是数值</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_start.py" />
   <source>'{path}' holds no columns of numbers or text, or no rows</source>
   <translation>'{path}' 里没有数字或文本列，或者没有行</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>'{path}' holds no series that can be read</source>
   <translation>“{path}”里没有可以读取的序列</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/new_tokens.py" />
   <source>'{path}' holds only empty lines</source>
   <translation>“{path}”只有空行</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>'{path}' is a file of MATLAB 7.3, which is HDF5 inside</source>
   <translation>“{path}”是 MATLAB 7.3 的文件，其内部为 HDF5</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>'{path}' is a folder</source>
   <translation>“{path}”是文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/recognise.py" />
   <source>'{path}' is a single picture, not a data set</source>
   <translation>'{path}' 是单张图片，不是数据集</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{path}' is damaged or cut short</source>
   <translation>“{path}”已损坏或不完整</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>'{path}' is damaged, cut short, or no workbook ({found})</source>
   <translation>“{path}”已损坏、不完整，或不是工作簿（{found}）</translation>
  </message>
  <message>
   <location filename="engine/data/parquet.py" />
   <source>'{path}' is damaged, cut short, or not a Parquet file ({error})</source>
   <translation>“{path}”已损坏、不完整，或不是 Parquet 文件（{error}）</translation>
  </message>
  <message>
   <location filename="engine/data/series/sample_file.py" />
   <source>'{path}' is no table of numbers</source>
   <translation>“{path}”不是数值表格</translation>
  </message>
  <message>
   <location filename="engine/data/sources/recognise.py" />
   <source>'{path}' is not a kind of data that can be read</source>
   <translation>'{path}' 不是能读取的数据类型</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>'{path}' is not a table ({error})</source>
   <translation>“{path}”不是表格（{error}）</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>'{path}' is protected by a password</source>
   <translation>“{path}”有密码保护</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>'{raw}' has no inputs or no labels</source>
   <translation>“{raw}”没有输入或没有标签</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>'{raw}' holds no samples</source>
   <translation>“{raw}”里没有样本</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>'{real}' is made of ids</source>
   <translation>'{real}' 由编号组成</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text_folders.py" />
   <source>'{root}' holds no texts with labels</source>
   <translation>“{root}”中没有带标签的文本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>'{root}' is a file</source>
   <translation>“{root}”是一个文件</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>'{sample}' ({part}) = '{twin}' ({before})</source>
   <translation>“{sample}”（{part}）=“{twin}”（{before}）</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>'{setting}' is not a setting</source>
   <translation>“{setting}”不是设置项</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text_folders.py" />
   <source>'{shown}' is the {split} part already</source>
   <translation>“{shown}”已经是{split}部分</translation>
  </message>
  <message>
   <location filename="engine/study/space.py" />
   <source>'{text}' can't be searched: {explain}</source>
   <translation>“{text}”无法搜索：{explain}</translation>
  </message>
  <message>
   <location filename="engine/data/cells.py" />
   <source>'{text}' in {where} is not a date</source>
   <translation>{where} 中的“{text}”不是日期</translation>
  </message>
  <message>
   <location filename="engine/data/cells.py" />
   <source>'{text}' in {where} is not a number</source>
   <translation>{where}的“{text}”不是数</translation>
  </message>
  <message>
   <location filename="engine/study/space.py" />
   <source>'{text}' is no range: {error}</source>
   <translation>“{text}”不是范围：{error}</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>'{title}' has labels such as '{words}', which cannot be predicted as a number</source>
   <translation>“{title}”有“{words}”这样的标签，不能作为数值来预测</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>'{title}' has no column '{name}'</source>
   <translation>“{title}”没有列“{name}”</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>'{title}' has no column left to learn from, beside the target {t}</source>
   <translation>除目标 {t} 外，“{title}”没有可供学习的列</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>'{title}' has no column of numbers that change, beside its time</source>
   <translation>“{title}”除时间外没有会变化的数值列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>'{title}' has {counted} in a series</source>
   <translation>“{title}”的序列有 {counted}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>'{title}' has {counted} in its longest series</source>
   <translation>“{title}”最长的序列有 {counted}</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/assemble.py" />
   <source>'{title}' holds no sequence of tokens with tags</source>
   <translation>“{title}”没有带标签的词元序列</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>'{title}' holds no text with a label</source>
   <translation>“{title}”中没有带标签的文本</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>'{value}' is no number, as '{attribute}' should be</source>
   <translation>“{value}”不是数，而“{attribute}”应当是数</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>'{value}' is none of the values that '{attribute}' has</source>
   <translation>“{value}”不是“{attribute}”的取值之一</translation>
  </message>
  <message>
   <location filename="engine/data/sources/parts.py" />
   <source>'{x_name}' holds {samples} samples and '{y_name}' {labels} labels</source>
   <translation>“{x_name}”有 {samples} 个样本，“{y_name}”有 {labels} 个标签</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>1 class folder</source>
   <translation>1 个类别文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_size.py" />
   <source>1 file holds several pictures; the first was taken</source>
   <translation>有 1 个文件含有多张图片，取其第一张</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>1 folder</source>
   <translation>1 个文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>1 group has samples in more than one part, so scores will look better than they are. Split by whole groups to keep them together</source>
   <translation>有 1 个分组的样本分散在多个部分中，因此评分会显得比实际更好。请按整组划分，使它们保持在一起</translation>
  </message>
  <message>
   <location filename="engine/data/duplicates.py" />
   <source>1 held-out sample is exactly the same as one in another part, so scores will look better than they are: {pairs}</source>
   <translation>有 1 个留出样本与另一子集中的样本完全相同，得分会因此虚高：{pairs}</translation>
  </message>
  <message>
   <location filename="engine/data/duplicates.py" />
   <source>1 held-out sample is exactly the same as one in another part, so scores will look better than they are: {pairs}, and {SHOWN} more</source>
   <translation>有 1 个留出样本与另一子集中的样本完全相同，得分会因此虚高：{pairs}，另有 {SHOWN} 个</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>1 item was left out while reading, such as '{item}' ({rstrip})</source>
   <translation>读取时略过了 1 项，例如“{item}”（{rstrip}）</translation>
  </message>
  <message>
   <location filename="engine/data/excluded.py" />
   <source>1 of the samples to be left out is no longer in the data; nothing is done about it</source>
   <translation>要排除的样本中有 1 个已不在数据中，不作处理</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>1 pair is nearly the same but has different labels, '{a}' and '{b}'</source>
   <translation>1 对样本几乎相同但标签不同：“{a}”与“{b}”</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>1 pair is nearly the same within one part</source>
   <translation>1 对样本在同一子集中几乎相同</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>1 picture</source>
   <translation>1 张图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_size.py" />
   <source>1 picture is partly transparent; it was put on white</source>
   <translation>有 1 张图片部分透明，已衬上白色背景</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>1 row</source>
   <translation>1 行</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>1 row has no value in the group column '{column}'; they count as one group</source>
   <translation>有 1 行在分组列“{column}”中没有值；它们算作一个组</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>1 row has the same time as the row before. If several series stand in the table, choose the column that tells them apart</source>
   <translation>有 1 行的时间与前一行相同。如果表格里有多条序列，请选择区分它们的列</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning.py" />
   <source>1 row says the same as another one in every used column and in the target, and of these only one is kept</source>
   <translation>有 1 行在所有使用的列和目标上都与另一行相同，只保留其中一行</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>1 sample has no time, so the split by time leaves them out of every part</source>
   <translation>有 1 个样本没有时间，因此按时间划分时不属于任何部分</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/assemble.py" />
   <source>1 sequence has more than {LONGEST} tokens; the rest of it was left out</source>
   <translation>1 个序列多于 {LONGEST} 个词元，其余部分未读入</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/targets.py" />
   <source>1 sequence has more than {length} tokens; the end is cut off, and neither learnt nor scored (data.text.length)</source>
   <translation>1 个序列多于 {length} 个词元：末尾被截去，既不学习也不计分（data.text.length）</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/targets.py" />
   <source>1 sequence has more than {length} tokens; the start is cut off, and neither learnt nor scored (data.text.length)</source>
   <translation>1 个序列多于 {length} 个词元：开头被截去，既不学习也不计分（data.text.length）</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>1 series</source>
   <translation>1 条序列</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>1 step</source>
   <translation>1 步</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>1 text</source>
   <translation>1 条文本</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>1 text has more than {LONGEST} characters; the rest of it was left out</source>
   <translation>1 段文本超过 {LONGEST} 个字符；其余部分被略去</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>1 window</source>
   <translation>1 个窗口</translation>
  </message>
  <message>
   <location filename="engine/data/series/windows.py" />
   <source>1 window is left out because what they predict lies in two parts of the split</source>
   <translation>有 1 个窗口被略去，因为它要预测的内容跨在划分的两部分之间</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>1,797 handwritten digits of 8 x 8 pixels (UCI Optical Recognition of Handwritten Digits), grey values scaled from 0...16 to 0...255</source>
   <translation>1,797 个 8 × 8 像素的手写数字（UCI Optical Recognition of Handwritten Digits），灰度从 0…16 缩放到 0…255</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>150 iris flowers of 3 species, 4 measures in cm (Fisher, 1936)</source>
   <translation>3 个品种的 150 朵鸢尾花，4 项以厘米计的测量值（Fisher, 1936）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>178 wines of 3 cultivars, 13 chemical measures (UCI Wine)</source>
   <translation>3 个品种的 178 种葡萄酒，13 项化学测量值（UCI Wine）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>442 patients, 10 measures in their original units; the progression of diabetes after a year (Efron et al., 2004)</source>
   <translation>442 名患者，10 项原单位的测量值；预测一年后糖尿病的进展（Efron 等，2004）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>569 tumours, 30 measures of cell nuclei (UCI Breast Cancer Wisconsin, Diagnostic)</source>
   <translation>569 个肿瘤，30 项细胞核测量值（UCI Breast Cancer Wisconsin, Diagnostic）</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>A .npy file of numbers is what numpy.save writes</source>
   <translation>数值的 .npy 文件由 numpy.save 写出</translation>
  </message>
  <message>
   <location filename="engine/project/first_network/gans.py" />
   <source>A GAN does not fit this data</source>
   <translation>GAN 不适合这些数据</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>A GAN learns what real samples look like</source>
   <translation>GAN 学习真实样本的样子</translation>
  </message>
  <message>
   <location filename="engine/evaluate/decoder.py" />
   <source>A GAN makes them out of noise, a variational autoencoder out of the numbers in its middle</source>
   <translation>GAN 由噪声生成样本，变分自编码器由其中间的数生成样本</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>A GAN trains two networks</source>
   <translation>GAN 训练两个网络</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>A GAN trains two networks of the project; it has {there}</source>
   <translation>GAN 训练项目中的两个网络；项目中有 {there}</translation>
  </message>
  <message>
   <location filename="engine/export/python_file.py" />
   <source>A Python file's name ends in .py, and this is {path}</source>
   <translation>Python 文件的名称以 .py 结尾，而这里是 {path}</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>A batch has {batch_size} samples for {size} processes: some have nothing to do</source>
   <translation>一批有 {batch_size} 个样本，而有 {size} 个进程：其中一些无事可做</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>A batch is to be split into {accumulation} micro-batches</source>
   <translation>一个批次要拆成 {accumulation} 个小批次</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>A batch norm subtracts the mean of each channel, and brings a shift of its own</source>
   <translation>批归一化会减去每个通道的均值，并自带平移</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>A batch of {batch_size} samples can't be split into {accumulation} micro-batches</source>
   <translation>{batch_size} 个样本的批次无法分成 {accumulation} 个微批次</translation>
  </message>
  <message>
   <location filename="engine/data/series/new_series.py" />
   <source>A channel of a series of '{path}' has no value at all</source>
   <translation>“{path}”中某条序列的一个通道完全没有值</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>A class is a single 1</source>
   <translation>一个类别是唯一的一个 1</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>A class too small to split</source>
   <translation>类别太小，无法划分</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>A column that gives the answer away</source>
   <translation>泄露答案的列</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A convolutional network (CNN) with a convolution, about {size} parameters</source>
   <translation>卷积网络（CNN），1 个卷积层，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A convolutional network (CNN) with {convolutions} convolutions, about {size} parameters</source>
   <translation>卷积网络（CNN），{convolutions} 个卷积层，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/recognise.py" />
   <source>A data set of pictures is a folder that holds a folder of pictures for each class</source>
   <translation>图片数据集是一个文件夹，里面每个类别有一个图片文件夹</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>A few dead units are usual</source>
   <translation>少量失活单元是正常的</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>A few such values decide the scale of all, and can pull training off</source>
   <translation>少数这样的值会决定整体的缩放，并可能使训练偏离</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>A file could not be read or written: {why}</source>
   <translation>无法读取或写入文件：{why}</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>A file could not be read or written: {why} ({filename})</source>
   <translation>无法读取或写入文件：{why}（{filename}）</translation>
  </message>
  <message>
   <location filename="engine/export/deployed.py" />
   <source>A file holds arithmetic, and no rows to look among</source>
   <translation>文件里只有算式，没有可供查找的行</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>A file is needed here</source>
   <translation>这里需要一个文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>A file of labels has a row for each series: its file's name, and its class or number</source>
   <translation>标签文件每条序列一行：文件名，以及它的类别或数值</translation>
  </message>
  <message>
   <location filename="engine/train/isolated.py" />
   <source>A file that this run was reading was cut short, or its disk failed (SIGBUS)</source>
   <translation>此次运行正在读取的文件被截断，或其所在磁盘出现故障（SIGBUS）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/recognise.py" />
   <source>A folder of data has a folder of pictures or texts for each class, such as cats/ and dogs/, or holds a file of texts for each class, series (.ts) or IDX files</source>
   <translation>数据文件夹里每个类别一个图片或文本文件夹（如 cats/ 和 dogs/），或者每个类别一个文本文件、序列（.ts）或 IDX 文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>A folder of pictures has a folder for each class, such as cats/ and dogs/, or these in train/ and test/</source>
   <translation>图片文件夹中每个类别应有一个文件夹，例如 cats/ 和 dogs/，或者把它们放在 train/ 和 test/ 中</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>A folder of pictures is needed here</source>
   <translation>这里需要一个图片文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>A folder of series has a folder for each class with CSV files in it</source>
   <translation>序列文件夹里每个类别有一个文件夹，其中是 CSV 文件</translation>
  </message>
  <message>
   <location filename="engine/evaluate/generator.py" />
   <source>A folder that may be written to, with room on its disk</source>
   <translation>需要一个可以写入、磁盘有空间的文件夹</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>A game of two networks works in one process, and this run has several</source>
   <translation>两个网络的对抗训练只能在一个进程中进行，而这次运行有多个进程</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>A gap is taken from the end of the part before it</source>
   <translation>间隔取自前一部分的末尾</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>A generator makes numbers: pictures, series and tables of numbers</source>
   <translation>生成器产生数值：图像、序列和数值表格</translation>
  </message>
  <message>
   <location filename="engine/train/sharding.py" />
   <source>A largest norm of weights does not go with weights that are divided among processes</source>
   <translation>权重的最大范数限制不能与分给多个进程的权重一起使用</translation>
  </message>
  <message>
   <location filename="engine/train/warm.py" />
   <source>A layer takes over weights of a layer with the same origin, or the same name, and the same shape</source>
   <translation>来源相同或名称相同、且形状相同的层才能接收权重</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/rates.py" />
   <source>A learning rate of {rate} is large for {name}</source>
   <translation>学习率 {rate} 对 {name} 来说偏大</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/rates.py" />
   <source>A learning rate of {rate} is small for {name}</source>
   <translation>学习率 {rate} 对 {name} 来说偏小</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>A line, y = 3x + noise</source>
   <translation>直线 y = 3x + 噪声</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>A link enters {target} at '{target_port}', which it does not have</source>
   <translation>有一条连接进入 {target} 的“{target_port}”，而它没有这个端口</translation>
  </message>
  <message>
   <location filename="engine/graph/decoder.py" />
   <source>A link goes past {middles}, from {source} to {target}</source>
   <translation>有一条连线绕过 {middles}，从 {source} 到 {target}</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>A merge is for two or more</source>
   <translation>合并用于两个或更多的输入</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>A network learns from samples</source>
   <translation>网络从样本中学习</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>A network learns to tell classes or numbers that stand behind each series ('@classLabel true' in the header)</source>
   <translation>网络学习的是写在每条序列后面的类别或数值（文件头中的“@classLabel true”）</translation>
  </message>
  <message>
   <location filename="engine/project/networks.py" />
   <source>A network needs a name of at least one letter</source>
   <translation>网络的名称至少要有一个字符</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>A network runs from its Input to its Output without loops</source>
   <translation>网络从 Input 走到 Output，不能有环</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network that adds up a linear part and {recurrent}, about {size} parameters</source>
   <translation>线性部分与 {recurrent} 相加的网络，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network with a convolution over time, about {size} parameters</source>
   <translation>沿时间做 1 次卷积的网络，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network with a hidden layer (MLP), about {size} parameters</source>
   <translation>有 1 个隐藏层的网络（MLP），约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network with an embedding and a convolution over it, about {size} parameters</source>
   <translation>带嵌入和其上一个卷积层的网络，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network with an embedding and {convolutions} convolutions over it, about {size} parameters</source>
   <translation>带嵌入和其上 {convolutions} 个卷积层的网络，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network with an embedding and {recurrent}, about {size} parameters</source>
   <translation>带嵌入和 {recurrent} 的网络，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network with an embedding, about {size} parameters</source>
   <translation>带嵌入的网络，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network with {convolutions} convolutions over time, about {size} parameters</source>
   <translation>沿时间做 {convolutions} 次卷积的网络，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network with {hidden} hidden layers (MLP), about {size} parameters</source>
   <translation>有 {hidden} 个隐藏层的网络（MLP），约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network with {recurrent}, about {size} parameters</source>
   <translation>带 {recurrent} 的网络，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>A network without hidden layers, about {size} parameters</source>
   <translation>没有隐藏层的网络，约 {size} 个参数</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>A number that may stand for missing</source>
   <translation>可能代表缺失的数字</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>A person with several samples is protected less: by about as many times the epsilon</source>
   <translation>拥有多个样本的人受到的保护更少：epsilon 大约要乘以样本个数</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>A prediction is made of numbers</source>
   <translation>预测由数值组成</translation>
  </message>
  <message>
   <location filename="engine/project/migrations.py" />
   <source>A project file carries its format as a whole number</source>
   <translation>项目文件用一个整数标明格式</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>A project file has the fields 'format' and 'networks'</source>
   <translation>项目文件含有字段“format”和“networks”</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>A project file holds JSON</source>
   <translation>项目文件的内容是 JSON</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>A project file holds JSON in UTF-8</source>
   <translation>项目文件的内容是 UTF-8 编码的 JSON</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>A project file is whole JSON</source>
   <translation>项目文件是完整的 JSON</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>A project is a file</source>
   <translation>项目是一个文件</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>A quotation mark has no end</source>
   <translation>有一个引号没有结束</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>A random linear function of random numbers (sklearn.datasets.make_regression)</source>
   <translation>随机数的随机线性函数（sklearn.datasets.make_regression）</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>A row can only be typed in for a network that takes a table</source>
   <translation>只有接受表格的网络才能直接输入一行</translation>
  </message>
  <message>
   <location filename="engine/train/warm.py" />
   <source>A run begins with the weights of the same kind of network</source>
   <translation>运行只能从同类网络的权重开始</translation>
  </message>
  <message>
   <location filename="engine/runs/writer.py" />
   <source>A run goes on in one place</source>
   <translation>一次运行只能在一处进行</translation>
  </message>
  <message>
   <location filename="engine/train/session.py" />
   <source>A run goes on with what it was started with; epochs, batch size and learning rate may change</source>
   <translation>继续运行时沿用开始时的内容；只有轮次、批大小和学习率可以改</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>A run keeps its curves and checkpoints there while it trains</source>
   <translation>训练期间，运行的曲线和检查点都保存在那里</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>A sample belongs to one part</source>
   <translation>一个样本只属于一个部分</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>A sample has the shape ({wanted}), several have (N, {wanted})</source>
   <translation>单个样本的形状是 ({wanted})，多个样本是 (N, {wanted})</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>A sample may have several of them or none, and softmax lets the probabilities add up to 1</source>
   <translation>一个样本可以有多个标签，也可以没有，而 softmax 使概率之和为 1</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>A sample needs all of them</source>
   <translation>每个样本都需要全部列</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>A sample of the smallest class counts {number} times as much in the training loss as one of the largest ({number2} against {number3}). The mean weight is 1, so the learning rate keeps its meaning; validation loss and accuracy are not weighted</source>
   <translation>在训练损失中，最小类别的一个样本的分量是最大类别的 {number} 倍（{number2} 对 {number3}）。平均权重为 1，因此学习率含义不变；验证损失和准确率不加权</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>A sample that is answered with 90% counts {number}% of its loss, so that many easy ones do not drown the others. Where the network knows only how frequent the classes are, one of the smallest counts {number2} times as much as one of the largest. The loss becomes smaller in all; validation loss is the plain one</source>
   <translation>以 90% 把握答对的样本只计其损失的 {number}%，因此大量容易的样本不会淹没其他样本。当网络只知道各类别的频率时，最小类别的一个样本相当于最大类别一个样本的 {number2} 倍。总损失会变小；验证损失仍是普通损失</translation>
  </message>
  <message>
   <location filename="engine/evaluate/report.py" />
   <source>A score needs samples</source>
   <translation>得分需要样本</translation>
  </message>
  <message>
   <location filename="engine/study/space.py" />
   <source>A search draws the values of at least one field</source>
   <translation>搜索至少要为一个字段抽取值</translation>
  </message>
  <message>
   <location filename="engine/data/series/sample_file.py" />
   <source>A series has a step a row and a channel a column</source>
   <translation>序列每行是一步，每列是一个通道</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>A series has {steps} steps, one a row; several stand one after the other</source>
   <translation>一个序列有 {steps} 步，每步一行；多个序列依次排列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>A series in a table predicts numbers from those before them</source>
   <translation>表格中的序列是用前面的数值预测后面的数值</translation>
  </message>
  <message>
   <location filename="engine/data/series/new_series.py" />
   <source>A series of '{name}' has {counted}</source>
   <translation>“{name}”中有一条序列只有 {counted}</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>A series predicts numbers</source>
   <translation>序列预测的是数值</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>A series predicts numbers from those before them</source>
   <translation>序列是用前面的数值预测后面的数值</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>A setting reads path=value</source>
   <translation>设置写成 路径=值</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>A single step changes the weights by {round} % of their size</source>
   <translation>单独一步就改变了权重大小的 {round} %</translation>
  </message>
  <message>
   <location filename="engine/runs/studies.py" />
   <source>A study is made in one place</source>
   <translation>一项研究只能在一处进行</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>A support vector machine has both</source>
   <translation>支持向量机两者都需要</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>A table has a row a line</source>
   <translation>表格每行一条记录</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>A table has a row a line, with cells between commas, semicolons or tabs</source>
   <translation>表格每行一条记录，单元格之间用逗号、分号或制表符分隔</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>A table has groups when one of its columns has the role group</source>
   <translation>当表格的某一列角色为“分组”时，表格就有分组</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>A table has times when one of its columns has the role time</source>
   <translation>当表格的某一列角色为“时间”时，表格就有时间</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>A table is text with a header and a row a line, cells between commas, semicolons or tabs</source>
   <translation>表格是带表头的文本，每行一条记录，单元格用逗号、分号或制表符隔开</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>A text can only be typed in for a network that takes texts</source>
   <translation>只有接受文本的网络才能输入文本</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>A text has a word at least</source>
   <translation>文本至少要有一个词</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>A variational autoencoder works in one process, and this run has several</source>
   <translation>变分自编码器只能在一个进程中训练，而此运行有多个进程</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>A weight is a number from 0 up that tells how much a row counts in the training loss</source>
   <translation>权重是不小于 0 的数，表示该行在训练损失中占多大分量</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>A weight is a number from 0 up that tells how much a sample counts in the training loss</source>
   <translation>权重是不小于 0 的数，表示该样本在训练损失中占多大分量</translation>
  </message>
  <message>
   <location filename="engine/train/sharding.py" />
   <source>A weight that is a single number can't be divided among processes</source>
   <translation>只有一个数的权重不能分给多个进程</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>A window of {counted} and {horizon} to predict need {steps}</source>
   <translation>{counted}的窗口加上要预测的 {horizon} 行，需要 {steps} 行</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>A {kind} file is what {made_by} writes</source>
   <translation>{kind} 文件由 {made_by} 写出</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>A {role} gives one thing: one number for a sample</source>
   <translation>{role} 只给出一样东西：每个样本一个数</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>A {role} gives one thing: samples</source>
   <translation>{role} 只给出一样东西：样本</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>A {role} takes one thing: a sample</source>
   <translation>{role} 只接收一样东西：样本</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>A {role} takes one thing: noise</source>
   <translation>{role} 只接收一样东西：噪声</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>ARFF in {encoding}</source>
   <translation>ARFF（{encoding}）</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>About 0.1 % to 3 % is usual</source>
   <translation>通常约为 0.1 % 到 3 %</translation>
  </message>
  <message>
   <location filename="engine/study/space.py" />
   <source>Add a field, such as the learning rate</source>
   <translation>请添加一个字段，例如学习率</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Add a network of that name in the Model stage, or set training.objective.{role} to another one</source>
   <translation>在“模型”阶段添加一个同名网络，或把 training.objective.{role} 设为另一个网络</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Add an Input</source>
   <translation>添加 Input</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Add an Input in front of {open_ports}</source>
   <translation>在 {open_ports} 前添加 Input</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Add an Input with the data field '{input}'</source>
   <translation>添加一个数据字段为“{input}”的 Input</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Add an Output behind {n}</source>
   <translation>在 {n} 后添加 Output</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>Add one, or open the folder of the pictures for an autoencoder</source>
   <translation>请添加一列，或打开图片所在的文件夹来训练自编码器</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Add or take out rows</source>
   <translation>增加或删除行</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Add samples of another class, or predict another quantity</source>
   <translation>增加其他类别的样本，或改为预测别的量</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Add samples with other labels, or predict another quantity</source>
   <translation>添加带有其他标签的样本，或预测其他量</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Add some</source>
   <translation>增加一些</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Add what is missing</source>
   <translation>补上缺少的部分</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>All its inputs must have the same shape</source>
   <translation>它的所有输入形状必须相同</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>All its inputs must have the same shape, or a size of 1 where they differ</source>
   <translation>它的所有输入形状必须相同，不同之处大小须为 1</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>All of them must stay until the end</source>
   <translation>所有进程都必须坚持到结束</translation>
  </message>
  <message>
   <location filename="engine/train/metrics/counting.py" />
   <source>All samples are of one class: there is nothing to tell apart</source>
   <translation>所有样本属于同一类别：没有什么可以区分</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>All samples have the same time, to be divided into {parts}</source>
   <translation>所有样本的时间相同，而需要划分为 {parts}</translation>
  </message>
  <message>
   <location filename="engine/train/balancing.py" />
   <source>All samples of the training part have the weight 0</source>
   <translation>训练部分的所有样本权重都是 0</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>All sizes but the channels must agree</source>
   <translation>除通道外，各维大小必须一致</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>All sizes but the time must agree</source>
   <translation>除时间外，各维大小必须一致</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>All texts of '{name}' are empty</source>
   <translation>“{name}”的所有文本都是空的</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>All tokens have the tag '{classes}'</source>
   <translation>所有词元的标签都是“{classes}”</translation>
  </message>
  <message>
   <location filename="engine/data/excluded.py" />
   <source>All {count} samples are left out</source>
   <translation>全部 {count} 个样本都被排除了</translation>
  </message>
  <message>
   <location filename="engine/study/probe.py" />
   <source>All {epochs} epochs are trained</source>
   <translation>训练全部 {epochs} 轮</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>All {values} samples have the class '{only}'</source>
   <translation>全部 {values} 个样本都是类别“{only}”</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>All {values} samples have the same labels</source>
   <translation>全部 {values} 个样本的标签都相同</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Alpha of the focal loss has no effect: there are {classes} classes</source>
   <translation>焦点损失的 alpha 不起作用：共有 {classes} 个类别</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>Always answering '{classes}' would be right {share} of the time, and small classes hardly count</source>
   <translation>总是回答“{classes}”就有 {share} 的正确率，小类别几乎不起作用</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>An IDX file starts with 00 00, the kind of number and the number of axes (pictures: 00 00 08 03)</source>
   <translation>IDX 文件以 00 00、数值类型和轴数开头（图片为 00 00 08 03）</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>An autoencoder sees what it is to reconstruct</source>
   <translation>自编码器要能看到它要重建的内容</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>An epoch grows from {sum} to {sum2} samples: {made} rows are made up between neighbours of the same class. In the loss every class counts more evenly; what is made up is learnt as if it were real, so stray rows of a small class weigh much</source>
   <translation>一轮从 {sum} 个样本增加到 {sum2} 个：在同类的相邻行之间生成 {made} 行。各类别在损失中的分量更均匀；生成的行会被当作真实的来学习，因此小类别中的异常行影响很大</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>An epoch grows from {sum} to {sum2} samples: {made} rows are made up between neighbours of the same class. In the loss every class counts the same; what is made up is learnt as if it were real, so stray rows of a small class weigh much</source>
   <translation>一轮从 {sum} 个样本增加到 {sum2} 个：在同类的相邻行之间生成 {made} 行。各类别在损失中的分量相同；生成的行会被当作真实的来学习，因此小类别中的异常行影响很大</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>An epoch grows from {sum} to {sum2} samples; one of the smallest class comes {number} times. In the loss every class counts more evenly, but repeated samples are learnt by heart sooner: augmentation helps</source>
   <translation>一轮的样本从 {sum} 个增加到 {sum2} 个；最小类别的样本各出现 {number} 次。各类别在损失中的分量更均匀，但重复的样本更容易被死记：数据增强会有帮助</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>An epoch grows from {sum} to {sum2} samples; one of the smallest class comes {number} times. In the loss every class counts the same, but repeated samples are learnt by heart sooner: augmentation helps</source>
   <translation>一轮的样本从 {sum} 个增加到 {sum2} 个；最小类别的样本各出现 {number} 次。各类别在损失中的分量相同，但重复的样本更容易被死记：数据增强会有帮助</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>An epoch shrinks from {before} to {after} samples, drawn anew each time. In the loss every class counts more evenly, but each sample of a large class is seen less often: train for more epochs</source>
   <translation>一轮的样本从 {before} 个减少到 {after} 个，每轮重新抽取。各类别在损失中的分量更均匀，但大类别的每个样本被看到的次数更少：请训练更多轮</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>An epoch shrinks from {before} to {after} samples, drawn anew each time. In the loss every class counts the same, but each sample of a large class is seen less often: train for more epochs</source>
   <translation>一轮的样本从 {before} 个减少到 {after} 个，每轮重新抽取。各类别在损失中的分量相同，但大类别的每个样本被看到的次数更少：请训练更多轮</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>An epoch stays at {sum} samples, {each} of each class in turn, so that every batch holds the classes equally: one of the smallest class comes {number} times, one of the largest {number2} times. In the loss every class counts the same in every step</source>
   <translation>一轮仍为 {sum} 个样本，各类别轮流取 {each} 个，因此每个批次中各类别数量相等：最小类别的样本出现 {number} 次，最大类别的样本出现 {number2} 次。每一步中各类别在损失里的分量都相同</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>An id as a feature</source>
   <translation>编号被用作特征</translation>
  </message>
  <message>
   <location filename="engine/graph/edits.py" />
   <source>Another node is called '{name}'. Choose a different name</source>
   <translation>已有另一个节点叫“{name}”。请换一个名称</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>Another one should say what is to be predicted</source>
   <translation>应有另一列说明要预测什么</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>Another process of the run could not go on: {decode}</source>
   <translation>这次运行的另一个进程无法继续：{decode}</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>Another process of this run failed: {words}</source>
   <translation>这次运行的另一个进程失败：{words}</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>Another process of this run is gone</source>
   <translation>这次运行的另一个进程已不在</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>At least one layer must learn</source>
   <translation>至少要有一层能够学习</translation>
  </message>
  <message>
   <location filename="engine/study/search.py" />
   <source>At most {MOST_POINTS} are tried</source>
   <translation>最多尝试 {MOST_POINTS} 个</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>Batch norm over all processes needs whole batches, and this run has micro-batches</source>
   <translation>跨所有进程的批归一化需要完整的批次，而这次运行使用微批次</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>Batch norm takes means over what one process has of a batch ({each} of {batch_size} samples): results differ from those of one process. Group norm and layer norm don't, nor does batch norm over all (training.processes.sync_batch_norm)</source>
   <translation>批归一化只在一个进程所得的部分批次上求均值（{batch_size} 个样本中的 {each} 个）：结果与单进程不同。组归一化和层归一化不受影响，跨所有进程的批归一化（training.processes.sync_batch_norm）也不受影响</translation>
  </message>
  <message>
   <location filename="engine/train/sharding.py" />
   <source>Batch norm with weights that are divided among processes needs training.processes.sync_batch_norm</source>
   <translation>权重分给多个进程时，批归一化需要打开 training.processes.sync_batch_norm</translation>
  </message>
  <message>
   <location filename="engine/train/compiling.py" />
   <source>Batches of different sizes are not compiled: the run goes on as it is</source>
   <translation>大小不一的批次不会编译：训练照原样继续</translation>
  </message>
  <message>
   <location filename="engine/runs/studies.py" />
   <source>Begin one first</source>
   <translation>请先开始一个</translation>
  </message>
  <message>
   <location filename="engine/train/warm.py" />
   <source>Begun afresh: {some}</source>
   <translation>重新初始化：{some}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Beta has no effect here, and nothing keeps the spread from shrinking to nothing</source>
   <translation>Beta 在这里不起作用，没有什么能阻止离散程度缩小到零</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Binary cross-entropy goes with sigmoid, every other loss without</source>
   <translation>二元交叉熵配合 sigmoid 使用，其他损失都不配合</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Both are needed</source>
   <translation>两者都需要</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Both networks of a GAN learn</source>
   <translation>GAN 的两个网络都要学习</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>Both should have the same</source>
   <translation>两者应当相同</translation>
  </message>
  <message>
   <location filename="engine/data/sources/parts.py" />
   <source>Both should hold the same</source>
   <translation>两者的数量应当相同</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Both together overdo it: small classes would be favoured</source>
   <translation>两者同时使用会矫枉过正：小类别会被偏袒</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Breast cancer</source>
   <translation>乳腺癌</translation>
  </message>
  <message>
   <location filename="engine/export/deployed.py" />
   <source>Bring data</source>
   <translation>请提供数据</translation>
  </message>
  <message>
   <location filename="engine/data/apply.py" />
   <source>Bring data of the same kind as the training data</source>
   <translation>请提供与训练数据同类的数据</translation>
  </message>
  <message>
   <location filename="engine/data/series/new_series.py" />
   <source>Bring longer series</source>
   <translation>请提供更长的序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/new_windows.py" />
   <source>Bring more rows</source>
   <translation>请提供更多的行</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>Bring more samples of them, join them with another class, or take them out where the data comes from</source>
   <translation>请增加其样本、与其他类别合并，或在数据来源处去掉</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>Bring more samples, or set a share to 0</source>
   <translation>增加样本，或把某个比例设为 0</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Bring samples like those the network was trained with</source>
   <translation>请提供与训练时相似的样本</translation>
  </message>
  <message>
   <location filename="engine/data/series/new_series.py" />
   <source>Bring series like those the network was trained with</source>
   <translation>请提供与训练数据同类的序列</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Bring the branches to one shape first</source>
   <translation>先把各分支变成同一形状</translation>
  </message>
  <message>
   <location filename="engine/data/encoding.py" />
   <source>Bring the data back as it was, or train again</source>
   <translation>把数据恢复原样，或重新训练</translation>
  </message>
  <message>
   <location filename="engine/evaluate/predict.py" />
   <source>Bring them all</source>
   <translation>请全部提供</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>Bring them to the limits</source>
   <translation>收到界限之内</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>Bringing the series to one length</source>
   <translation>正在把序列统一到同一长度</translation>
  </message>
  <message>
   <location filename="engine/data/text/new_texts.py" />
   <source>Call the column of texts as in the training data, or give a file with a text in each line</source>
   <translation>让文本列与训练数据中的同名，或给出每行一段文本的文件</translation>
  </message>
  <message>
   <location filename="engine/train/live.py" />
   <source>Change it for the next run</source>
   <translation>请为下一次运行更改</translation>
  </message>
  <message>
   <location filename="engine/train/sharding.py" />
   <source>Change that setting, or switch training.processes.shard_weights off</source>
   <translation>请修改该设置，或关闭 training.processes.shard_weights</translation>
  </message>
  <message>
   <location filename="engine/study/space.py" />
   <source>Change what is searched</source>
   <translation>请更改搜索内容</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>Channels last: convolutions over pictures are quicker that way here</source>
   <translation>通道在后：这样图像卷积在这里更快</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>Check address, port and firewall, and that all were started</source>
   <translation>请检查地址、端口和防火墙，并确认所有进程都已启动</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>Check its settings and its input</source>
   <translation>检查它的设置和输入</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>Check the disk</source>
   <translation>检查磁盘</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>Check the disk it is on</source>
   <translation>检查它所在的磁盘</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>Check the layers before it and its weights: zeros, dead units or a saturated activation. A lower learning rate and another initialisation help</source>
   <translation>请检查它前面的层和它的权重：是否为零、单元失活或激活饱和。降低学习率、换一种初始化会有帮助</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Check the name, or make one with 'workbench new'</source>
   <translation>检查名称，或用“workbench new”新建一个</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Check the path and the disk</source>
   <translation>检查路径和磁盘</translation>
  </message>
  <message>
   <location filename="engine/data/cache.py" />
   <source>Check the rights of that folder, or point the variable XDG_CACHE_HOME to another place</source>
   <translation>请检查该文件夹的权限，或把环境变量 XDG_CACHE_HOME 指向别处</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>Check the rights of {path} and whether its disk is there</source>
   <translation>检查 {path} 的权限，以及它所在的磁盘是否还在</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>Choose AdamW, or install a newer torch</source>
   <translation>请选择 AdamW，或安装更新的 torch</translation>
  </message>
  <message>
   <location filename="engine/data/prepare.py" />
   <source>Choose a data source on the Data stage</source>
   <translation>在“数据”阶段选择数据来源</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>Choose a file</source>
   <translation>选择一个文件</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>Choose a file in it</source>
   <translation>选择其中的一个文件</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Choose a file that Workbench saved</source>
   <translation>选择 Workbench 保存的文件</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>Choose a file that holds more</source>
   <translation>请选择内容更多的文件</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>Choose a file that holds some</source>
   <translation>请选择有数据的文件</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>Choose a file with labels</source>
   <translation>请选择带标签的文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_common.py" />
   <source>Choose a folder</source>
   <translation>请选择一个文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>Choose a folder with a folder for each class</source>
   <translation>请选择一个每个类别各有一个文件夹的文件夹</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>Choose a sample data set or a file in the Data stage</source>
   <translation>在“数据”阶段选择样本数据集或文件</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>Choose a shape that holds as many values</source>
   <translation>选择能容纳同样多数值的形状</translation>
  </message>
  <message>
   <location filename="engine/export/staging.py" />
   <source>Choose a shorter name</source>
   <translation>换一个较短的名称</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Choose a source that holds some</source>
   <translation>选择含有样本的来源</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Choose a {SUFFIX} file</source>
   <translation>选择 {SUFFIX} 文件</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Choose another array</source>
   <translation>选择另一个数组</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Choose another array, or regression</source>
   <translation>选择另一个数组，或改为回归</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Choose another array, or set the task to classification</source>
   <translation>请选择另一个数组，或将任务设为分类</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>Choose another column</source>
   <translation>请选择另一列</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/assemble.py" />
   <source>Choose another column for the tags, or another file</source>
   <translation>请为标签选择另一列，或选择另一个文件</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Choose another column for the tags, or other data</source>
   <translation>请为标签选择另一列，或换用其他数据</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Choose another column or file</source>
   <translation>请选择另一列或另一个文件</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Choose another column to predict, or take the file as a table</source>
   <translation>请选择另一列来预测，或把文件当作表格</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Choose another column, or a dash (-) where the rows are in order</source>
   <translation>请选择另一列；如果各行已经按顺序排列，请填短横线（-）</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Choose another column, or none</source>
   <translation>请选择另一列，或不选</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>Choose another encoding, or let it be guessed</source>
   <translation>请选择其他编码，或让程序判断</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>Choose another file</source>
   <translation>选择另一个文件</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>Choose another file or folder</source>
   <translation>请选择另一个文件或文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/assemble.py" />
   <source>Choose another file, or other columns</source>
   <translation>请选择另一个文件或其他列</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Choose another file, or take it as a table</source>
   <translation>请选择另一个文件，或把它当作表格</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>Choose another file, or what stands between columns</source>
   <translation>请选择另一个文件，或指定列之间的分隔符</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Choose another folder</source>
   <translation>选择其他文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>Choose another folder, or a file that names the files and their classes</source>
   <translation>请选择另一个文件夹，或一个写明各文件及其类别的文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/recognise.py" />
   <source>Choose another folder, or one of the files</source>
   <translation>请选择另一个文件夹，或其中一个文件</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Choose another layout</source>
   <translation>选择另一种布局</translation>
  </message>
  <message>
   <location filename="engine/export/python_file.py" />
   <source>Choose another name</source>
   <translation>换一个名称</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Choose another optimiser, or set training.privacy to none</source>
   <translation>请选择其他优化器，或把 training.privacy 设为 none</translation>
  </message>
  <message>
   <location filename="engine/evaluate/decoder.py" />
   <source>Choose another run</source>
   <translation>请选择另一次运行</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/code.py" />
   <source>Choose another sample</source>
   <translation>请选择另一个样本集</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>Choose another separator, or a file with more columns</source>
   <translation>请选择其他分隔符，或列更多的文件</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>Choose another sheet, or a file that holds more</source>
   <translation>请选择另一个工作表，或内容更多的文件</translation>
  </message>
  <message>
   <location filename="engine/train/balancing.py" />
   <source>Choose another split, or give the column of weights another role</source>
   <translation>请选择其他划分方式，或给权重列另一个角色</translation>
  </message>
  <message>
   <location filename="engine/evaluate/generator.py" />
   <source>Choose another split, or set data.split.{split} above 0</source>
   <translation>选择另一个部分，或把 data.split.{split} 设为大于 0</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Choose another task, or other data</source>
   <translation>请选择其他任务或其他数据</translation>
  </message>
  <message>
   <location filename="engine/data/sources/parts.py" />
   <source>Choose arrays that belong together</source>
   <translation>选择互相对应的数组</translation>
  </message>
  <message>
   <location filename="engine/train/devices.py" />
   <source>Choose auto or {there}</source>
   <translation>选择 auto 或 {there}</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>Choose auto, cuda or cpu</source>
   <translation>请选择 auto、cuda 或 cpu</translation>
  </message>
  <message>
   <location filename="engine/data/split_groups.py" />
   <source>Choose fewer folds, or another column for the groups</source>
   <translation>请减少折数，或为分组选择另一列</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Choose files or arrays that belong together</source>
   <translation>选择互相对应的文件或数组</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Choose files that belong together</source>
   <translation>选择互相对应的文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Choose its file of pictures</source>
   <translation>选择它的图片文件</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/tables.py" />
   <source>Choose one for the sequences, one for the tokens and one for the tags</source>
   <translation>请分别选择序列、词元和标签所在的列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>Choose one of its files</source>
   <translation>请选择其中一个文件</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Choose one of these</source>
   <translation>请从中选择</translation>
  </message>
  <message>
   <location filename="engine/project/baseline.py" />
   <source>Choose one of these, or another file</source>
   <translation>请选择其中一种，或另一个文件</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Choose other channels</source>
   <translation>请选择其他通道</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Choose other data, or feed categories as one-hot columns</source>
   <translation>选择其他数据，或把类别作为独热列输入</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>Choose other parts in the source, or let the split be drawn</source>
   <translation>在来源中选择其他部分，或改为随机划分</translation>
  </message>
  <message>
   <location filename="engine/project/first_network/resnet.py" />
   <source>Choose pictures with classes, or build on the network that is proposed</source>
   <translation>请选择带类别的图像，或在建议的网络上继续搭建</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Choose such a file</source>
   <translation>选择这样的文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/recognise.py" />
   <source>Choose such a file, a folder of IDX files, or a folder with a folder of pictures or texts for each class</source>
   <translation>请选择这样的文件、IDX 文件的文件夹，或每个类别有一个图片或文本文件夹的文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text_folders.py" />
   <source>Choose such a folder</source>
   <translation>请选择这样的文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Choose such a folder, or a single file</source>
   <translation>请选择这样的文件夹，或单个文件</translation>
  </message>
  <message>
   <location filename="engine/project/first_network/gans.py" />
   <source>Choose such data, or feed categories as one-hot columns</source>
   <translation>请选择这样的数据，或将类别作为独热列输入</translation>
  </message>
  <message>
   <location filename="engine/data/sources/recognise.py" />
   <source>Choose that folder; to predict a single picture, drop it on the Evaluate stage</source>
   <translation>请选择那个文件夹；要预测单张图片，请把它拖到“评估”阶段</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>Choose the column, or open the file as a table</source>
   <translation>请选择该列，或将文件作为表格打开</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>Choose the folder that they lie in</source>
   <translation>请选择它们所在的文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Choose the layout, or change the array's shape</source>
   <translation>选择布局，或改变数组的形状</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Choose the two files one by one</source>
   <translation>逐一选择这两个文件</translation>
  </message>
  <message>
   <location filename="engine/data/text/tables.py" />
   <source>Choose two of these, one of texts and one of labels</source>
   <translation>请从中选两列，一列文本，一列标签</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>Choose which of its arrays holds the {what}</source>
   <translation>选择它的哪个数组是{what}</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Classes are one label for each sample, or a row for each sample with a single 1</source>
   <translation>类别应为每个样本一个标签，或每个样本一行，其中只有一个 1</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Classes are whole numbers or text</source>
   <translation>类别应为整数或文本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Classes can't be predicted from the series in {describe}</source>
   <translation>不能用 {describe} 中的序列预测类别</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>Classes of very unequal size</source>
   <translation>类别大小悬殊</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Classification needs samples of two classes at least</source>
   <translation>分类至少需要两个类别的样本</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>Clip gradients by their norm (1 is usual), or lower the learning rate</source>
   <translation>按范数裁剪梯度（常用 1），或降低学习率</translation>
  </message>
  <message>
   <location filename="engine/train/isolated.py" />
   <source>Close other programs</source>
   <translation>请关闭其他程序</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>Close other programs and try again</source>
   <translation>关闭其他程序后重试</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>Close other programs, or use a smaller file</source>
   <translation>关闭其他程序，或使用较小的文件</translation>
  </message>
  <message>
   <location filename="engine/evaluate/network.py" />
   <source>Close other programs, or use the CPU (--device cpu)</source>
   <translation>关闭其他程序，或使用 CPU（--device cpu）</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>Close the other program and try again</source>
   <translation>关闭那个程序后重试</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>CoNLL-U, tokens in column {token} and tags in column {tag}</source>
   <translation>CoNLL-U，词元在第 {token} 列，标签在第 {tag} 列</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>Columns that are mostly empty</source>
   <translation>大部分为空的列</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>Columns that never change</source>
   <translation>从不变化的列</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>Columns that say the same</source>
   <translation>内容相同的列</translation>
  </message>
  <message>
   <location filename="engine/study/rate.py" />
   <source>Compare a few learning rates by the samples of short runs</source>
   <translation>请用短时间运行生成的样本来比较几个学习率</translation>
  </message>
  <message>
   <location filename="engine/study/members.py" />
   <source>Compare several seeds instead, or choose another way to split</source>
   <translation>请改用多个种子比较，或选择另一种划分方式</translation>
  </message>
  <message>
   <location filename="engine/data/relations.py" />
   <source>Comparing the columns with the target</source>
   <translation>正在比较各列与目标</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Compiling is for a single network</source>
   <translation>编译只适用于单个网络</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Connect another node to it, or delete it</source>
   <translation>再连接一个节点，或删除它</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>Connect it to an Input whose type is int64, or use Dense for numbers</source>
   <translation>把它连接到类型为 int64 的 Input，数值则改用 Dense</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Connect it, or delete it</source>
   <translation>连接它，或删除它</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Connect {end} to it</source>
   <translation>把 {end} 连接到它</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>Contiguous: another layout would not make convolutions quicker here</source>
   <translation>连续：换一种布局在这里不会让卷积更快</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>Contiguous: there are no convolutions over pictures, which alone gain from another layout</source>
   <translation>连续：网络中没有图像卷积，只有它才能从别的布局中获益</translation>
  </message>
  <message>
   <location filename="engine/data/parquet.py" />
   <source>Copy or save it again</source>
   <translation>请重新复制或保存</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>Copy the nodes of one of them into a new network, and remove the old one</source>
   <translation>把其中一个网络的节点复制到新网络中，并删除旧网络</translation>
  </message>
  <message>
   <location filename="engine/data/cells.py" />
   <source>Correct it</source>
   <translation>请改正</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Correct it in a text editor, or go back to {name}.bak, the version saved before, if there is one</source>
   <translation>用文本编辑器改正，或恢复到 {name}.bak（如果有，即上一次保存的版本）</translation>
  </message>
  <message>
   <location filename="engine/data/encoding.py" />
   <source>Correct it in the column's settings (Data stage, Roles)</source>
   <translation>请在该列的设置中改正（数据阶段，角色）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>Correct it, or give the column another role</source>
   <translation>请更正，或给该列另一个角色</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Correct the labels, or set the task to regression</source>
   <translation>请更正标签，或将任务设为回归</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Correct the weights, or give their column another role</source>
   <translation>请更正权重，或给该列另一个角色</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Correct them in a text editor, or replace the node</source>
   <translation>用文本编辑器改正，或替换这个节点</translation>
  </message>
  <message>
   <location filename="engine/study/members.py" />
   <source>Cross-validation deals samples that don't depend on each other</source>
   <translation>交叉验证用于彼此独立的样本</translation>
  </message>
  <message>
   <location filename="engine/data/prepare.py" />
   <source>Cutting texts into tokens</source>
   <translation>正在把文本切成词元</translation>
  </message>
  <message>
   <location filename="engine/data/sources/recognise.py" />
   <source>Data files are tables and texts (.csv, .tsv, .txt, .xlsx, .ods, .parquet, .arff), series (.ts), arrays (.npz, .npy, .mat, .safetensors) and IDX (pictures and labels as MNIST has them, .gz too)</source>
   <translation>数据文件是表格和文本（.csv、.tsv、.txt、.xlsx、.ods、.parquet、.arff）、序列（.ts）、数组（.npz、.npy、.mat、.safetensors）和 IDX（MNIST 那样的图片和标签，也可以是 .gz）</translation>
  </message>
  <message>
   <location filename="engine/data/prepare.py" />
   <source>Data is ready</source>
   <translation>数据已就绪</translation>
  </message>
  <message>
   <location filename="engine/data/cells.py" />
   <source>Dates are written like {EXAMPLES}</source>
   <translation>日期写成 {EXAMPLES} 这样</translation>
  </message>
  <message>
   <location filename="engine/data/decoded.py" />
   <source>Decoding pictures: {done} of {count}</source>
   <translation>正在解码图片：{done} / {count}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Delete the others</source>
   <translation>删除其余的</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Delete the {branch} nodes of this branch</source>
   <translation>删除这条分支的 {branch} 个节点</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Delete {node}</source>
   <translation>删除 {node}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Diabetes progression</source>
   <translation>糖尿病进展</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Did you mean '{near}'?</source>
   <translation>是不是“{near}”？</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>Did you mean {near}?</source>
   <translation>是不是 {near}？</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Docstrings of the libraries that are installed with this program, their names masked, 500 characters at most</source>
   <translation>随本程序安装的各库的文档字符串，库名已遮盖，每段最多 500 个字符</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Don't compile</source>
   <translation>不编译</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>Download or copy it again</source>
   <translation>重新下载或复制</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>Download or save it again</source>
   <translation>重新下载或保存</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>Download the file itself</source>
   <translation>请下载文件本身</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Drag a link to it from another node, or delete it</source>
   <translation>从另一个节点拖一条连接过来，或删除它</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Drag an Input from the palette</source>
   <translation>从层列表拖入一个 Input</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Drag an Output from the palette</source>
   <translation>从层列表拖入一个 Output</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/shift.py" />
   <source>Draw the parts anew</source>
   <translation>重新抽取子集</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>Each counts as often as it occurs</source>
   <translation>出现几次就计算几次</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>Each fold needs at least one</source>
   <translation>每一折至少需要一个</translation>
  </message>
  <message>
   <location filename="engine/data/split_groups.py" />
   <source>Each fold needs at least one group</source>
   <translation>每一折至少需要一个组</translation>
  </message>
  <message>
   <location filename="engine/project/networks.py" />
   <source>Each has a name of its own</source>
   <translation>每个网络都有自己的名称</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>Each holds at least one sample</source>
   <translation>每个微批次至少含一个样本</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>Each must reach the first one, at the address and port that torchrun was given</source>
   <translation>每个进程都必须能在给 torchrun 的地址和端口上连到第一个进程</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Each name should stand once</source>
   <translation>每个名称只能出现一次</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Each of its tokens has a tag</source>
   <translation>它的每个词元都有一个标签</translation>
  </message>
  <message>
   <location filename="engine/data/table_targets.py" />
   <source>Each of several labels is a column of yes and no, or 1 and 0</source>
   <translation>多个标签各为一列，内容是“是”与“否”，或 1 与 0</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Each part is a file of its own, such as train.conll, dev.conll and test.conll</source>
   <translation>每个部分各为一个文件，例如 train.conll、dev.conll 和 test.conll</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>Each part needs at least one</source>
   <translation>每个部分至少需要一个</translation>
  </message>
  <message>
   <location filename="engine/data/split_groups.py" />
   <source>Each part needs at least one group</source>
   <translation>每一部分至少需要一个组</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Each sample needs every input</source>
   <translation>每个样本都需要全部输入</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Each sample of '{name}' is empty</source>
   <translation>“{name}”的每个样本都是空的</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Each sample should have all of them</source>
   <translation>每个样本都应具备全部内容</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>Each sample's gradient is bounded, which rounding would undo</source>
   <translation>每个样本的梯度都有上限，舍入会破坏它</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>Each takes a GPU of its own, or all take the CPU</source>
   <translation>每个进程使用自己的 GPU，或全部使用 CPU</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Each text becomes a channel of its own, {MOST_CATEGORIES} at most</source>
   <translation>每种文字成为一个通道，最多 {MOST_CATEGORIES} 个</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Early stopping is to watch '{watched}', which no epoch of this project records</source>
   <translation>提前停止要观察'{watched}'，而本项目的任何轮次都不记录它</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>End the generator in Tanh, and set data.scaling to symmetric</source>
   <translation>让生成器以 Tanh 结尾，并把 data.scaling 设为 symmetric</translation>
  </message>
  <message>
   <location filename="engine/evaluate/predict.py" />
   <source>Evaluate it on a part of its data instead</source>
   <translation>请改为在其数据的某一部分上评估</translation>
  </message>
  <message>
   <location filename="engine/evaluate/reconstruction.py" />
   <source>Evaluated</source>
   <translation>评估完成</translation>
  </message>
  <message>
   <location filename="engine/evaluate/reconstruction.py" />
   <source>Evaluating</source>
   <translation>正在评估</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Every column that the network was trained with is needed</source>
   <translation>训练时用到的每一列都不能少</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Every id of the data needs its vector</source>
   <translation>数据的每个编号都需要自己的向量</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Every layer but the Output feeds another</source>
   <translation>除 Output 外，每一层都要连到下一层</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Every layer must be known to this version</source>
   <translation>每一层都必须是本版本认识的</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Every layer needs its input</source>
   <translation>每一层都需要输入</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Every layer of {name} that could learn is frozen</source>
   <translation>{name} 中所有可以学习的层都被冻结了</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>Every layer that could learn is frozen</source>
   <translation>所有可以学习的层都被冻结了</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning.py" />
   <source>Every row misses a value in {shown}</source>
   <translation>每一行都缺少 {shown} 的值</translation>
  </message>
  <message>
   <location filename="engine/data/labels.py" />
   <source>Every sample counts once for each label; the rarest one, '{name}', is on {share} of the samples</source>
   <translation>每个样本对每个标签计一次；最少见的标签“{name}”出现在 {share} 的样本上</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Every sample counts once, so the largest class makes up {share} of the loss and the smallest {there}</source>
   <translation>每个样本计一次，因此最大的类别占损失的 {share}，最小的占 {there}</translation>
  </message>
  <message>
   <location filename="engine/study/probe.py" />
   <source>Every step takes what {steps} steps took on the average, with the computer as busy as it was then</source>
   <translation>每一步用时与测得的 {steps} 步的平均值相同，且电脑的忙碌程度与当时一样</translation>
  </message>
  <message>
   <location filename="engine/data/labels.py" />
   <source>Every training sample has all of {always} labels, which leaves nothing to learn: {listed}</source>
   <translation>每个训练样本都有以下 {always} 个标签，没有什么可学的：{listed}</translation>
  </message>
  <message>
   <location filename="engine/data/labels.py" />
   <source>Every training sample has the label '{always}', so there is nothing to learn about it</source>
   <translation>每个训练样本都有标签“{always}”，因此没有什么可学的</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Every value should be a number</source>
   <translation>每个值都应当是数</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>Examining the data</source>
   <translation>正在检查数据</translation>
  </message>
  <message>
   <location filename="engine/export/onnx.py" />
   <source>Export it as a PyTorch program (pt2) or as Python</source>
   <translation>导出为 PyTorch 程序 (pt2) 或 Python 文件</translation>
  </message>
  <message>
   <location filename="engine/export/deployed.py" />
   <source>Export without preprocessing, or fill the gaps in another way and train again</source>
   <translation>请导出时不含预处理，或改用其他方式填补缺失后重新训练</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>Feed everything from {other}</source>
   <translation>全部改由 {other} 输入</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>Files of MATLAB 5 to 7.2 are read</source>
   <translation>可读取 MATLAB 5 到 7.2 的文件</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Fill in or take out these samples where the data comes from, then load it again</source>
   <translation>在数据的源头补全或去掉这些样本，然后重新加载</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Fill in the missing ones</source>
   <translation>补上缺少的值</translation>
  </message>
  <message>
   <location filename="engine/data/series/new_series.py" />
   <source>Fill it in</source>
   <translation>请把它补上</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning.py" />
   <source>Fill missing numbers by the median instead, or ignore the column</source>
   <translation>请改用中位数填补缺失值，或忽略该列</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Fill them in</source>
   <translation>请补上</translation>
  </message>
  <message>
   <location filename="engine/data/labels.py" />
   <source>For each label, the samples with it and those without count more evenly in the training loss: one with the rarest, '{name}', counts {high} times as much as one without. Every label's mean weight is 1; validation is not weighted</source>
   <translation>对每个标签，有它和没有它的样本在训练损失中更加均衡：带有最少见标签“{name}”的样本的分量是没有它的 {high} 倍。每个标签的平均权重为 1；验证不加权</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>For this data there are none</source>
   <translation>没有适用于此数据的</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>For this data there are {fitting}</source>
   <translation>适用于此数据的有 {fitting}</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>For this network there are none</source>
   <translation>此网络没有可用的</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>For this network there are {fitting}</source>
   <translation>此网络可用的有 {fitting}</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>For {task} there are {fitting}</source>
   <translation>{task}可用的有 {fitting}</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Free some space and save again</source>
   <translation>腾出一些空间后重新保存</translation>
  </message>
  <message>
   <location filename="engine/study/runner.py" />
   <source>Free some space or make the folder writable, then go on with it</source>
   <translation>请腾出一些空间或使该文件夹可写，然后继续这项研究</translation>
  </message>
  <message>
   <location filename="engine/project/untitled.py" />
   <source>Free some space or save in another folder</source>
   <translation>腾出一些空间，或保存到其他文件夹</translation>
  </message>
  <message>
   <location filename="engine/export/staging.py" />
   <source>Free some space, or choose another folder</source>
   <translation>腾出一些空间，或选择其他文件夹</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>Free some space, then resume the run</source>
   <translation>腾出一些空间，然后继续运行</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>Free some space, then train again</source>
   <translation>请腾出一些空间，然后重新训练</translation>
  </message>
  <message>
   <location filename="engine/export/deployed.py" />
   <source>Gaps in {names} are filled from similar rows, which cannot be done inside an exported file</source>
   <translation>{names} 的缺失由相似的行填补，导出的文件内部做不到</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>Gaps that tell something</source>
   <translation>含有信息的缺失</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Give a .npz file with an array for each, called like the inputs</source>
   <translation>提供 .npz 文件，其中每个输入有一个同名数组</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Give a column the role feature</source>
   <translation>请把某一列的角色设为特征</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>Give a column the role group, or choose another way to split</source>
   <translation>请给某一列设定“分组”角色，或选择其他划分方式</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>Give a column the role time, or choose another way to split</source>
   <translation>请给某一列设定“时间”角色，或选择其他划分方式</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Give a file</source>
   <translation>请提供文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>Give another column the role weight</source>
   <translation>请将“权重”角色给另一列</translation>
  </message>
  <message>
   <location filename="engine/layers/variational.py" />
   <source>Give both layers in front of it as many units</source>
   <translation>给它前面的两层同样多的单元</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Give each class a name of its own</source>
   <translation>给每个类别取不同的名称</translation>
  </message>
  <message>
   <location filename="engine/evaluate/report.py" />
   <source>Give it a share in the Data stage (data.split.{split}), or evaluate another part</source>
   <translation>在“数据”阶段给它分配比例（data.split.{split}），或评估其他部分</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Give one name for each, in this order, or none</source>
   <translation>按此顺序为每个类别给出一个名称，或都不给</translation>
  </message>
  <message>
   <location filename="engine/data/table_targets.py" />
   <source>Give the other labels the role target too, or set the task to classification</source>
   <translation>请把其他标签列的角色也设为目标，或把任务设为分类</translation>
  </message>
  <message>
   <location filename="engine/data/pictures.py" />
   <source>Give the sample as a .npy file</source>
   <translation>把样本做成 .npy 文件</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>Give torchrun another port, or end what uses this one (often an earlier run)</source>
   <translation>请给 torchrun 另一个端口，或结束占用该端口的程序（往往是先前的运行）</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Give yourself permission to read it</source>
   <translation>取得它的读取权限</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Go back to {name}.bak if there is one</source>
   <translation>如果有 {name}.bak，恢复到它</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Go back to {name}.bak, the version saved before, if there is one, or fetch the file again</source>
   <translation>恢复到 {name}.bak（如果有，即上一次保存的版本），或重新获取该文件</translation>
  </message>
  <message>
   <location filename="engine/train/session.py" />
   <source>Going on needs the optimiser's state too</source>
   <translation>继续运行还需要优化器的状态</translation>
  </message>
  <message>
   <location filename="engine/data/split_groups.py" />
   <source>Groups are whole, so the {name} part has {got} of the samples instead of {asked}</source>
   <translation>由于组保持完整，{name} 部分有 {got} 的样本，而不是 {asked}</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Groups must divide both the channels and the filters</source>
   <translation>分组数必须同时整除通道数和卷积核数</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Groups must divide the channels</source>
   <translation>组数必须能整除通道数</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>Halve the batch size, or make the largest layers smaller</source>
   <translation>把批大小减半，或缩小最大的层</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>Halve the batch size, or make the largest layers smaller, or close other programs that use the device</source>
   <translation>把批大小减半，缩小最大的层，或关闭使用该设备的其他程序</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Hand out the exported network, not the run's folder</source>
   <translation>请分发导出的网络，而不是运行的文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Handwritten digits</source>
   <translation>手写数字</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>Hardly any gradient reaches {first}: per weight {here} times that of {last}, so that it learns next to nothing</source>
   <translation>几乎没有梯度到达 {first}：平均每个权重只有 {last} 的 {here} 倍，因此它几乎学不到东西</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>Ids are told apart over the whole project</source>
   <translation>编号在整个项目中必须互不相同</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>If it stands for missing, empty these cells where the data comes from</source>
   <translation>如果它代表缺失，请在数据来源处清空这些单元格</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>Ignore it</source>
   <translation>忽略它</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>Ignore one of each</source>
   <translation>各忽略其中之一</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>Ignore the column, unless what is there matters</source>
   <translation>忽略该列，除非其中的内容重要</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>Ignore them</source>
   <translation>忽略它们</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>Ignore them, unless what is there matters</source>
   <translation>忽略它们，除非其中的内容重要</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/case.py" />
   <source>Ignore {columns}</source>
   <translation>忽略 {columns}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/case.py" />
   <source>Ignore {columns} columns</source>
   <translation>忽略 {columns} 列</translation>
  </message>
  <message>
   <location filename="engine/data/column_types.py" />
   <source>In '{name}' either number may be the day, such as in '{example}'; it is read day first</source>
   <translation>“{name}”中两个数都可能是日，例如“{example}”；按日在前读取</translation>
  </message>
  <message>
   <location filename="engine/data/column_types.py" />
   <source>In '{name}' either number may be the day, such as in '{example}'; it is read month first</source>
   <translation>“{name}”中两个数都可能是日，例如“{example}”；按月在前读取</translation>
  </message>
  <message>
   <location filename="engine/data/features.py" />
   <source>In 1 row '{column}' holds text such as '{example}' instead of a date; it counts as missing</source>
   <translation>有 1 行的“{column}”是“{example}”这样的文字而不是日期；按缺失处理</translation>
  </message>
  <message>
   <location filename="engine/data/features.py" />
   <source>In 1 row '{column}' holds text such as '{example}' instead of a number; it counts as missing</source>
   <translation>有 1 行的“{column}”是“{example}”这样的文字而不是数；按缺失处理</translation>
  </message>
  <message>
   <location filename="engine/data/features.py" />
   <source>In 1 row '{column}' holds text such as '{example}' instead of yes or no; it counts as missing</source>
   <translation>有 1 行的“{column}”是“{example}”这样的文字而不是“是”或“否”；按缺失处理</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>In a GAN the loss of each network changes with the other</source>
   <translation>在 GAN 中，每个网络的损失随另一个网络变化</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>In a discriminator that is trained with it, samples must not see each other</source>
   <translation>在用它训练的判别器中，样本之间不能互相影响</translation>
  </message>
  <message>
   <location filename="engine/data/features.py" />
   <source>In {count} rows '{column}' holds text such as '{example}' instead of a date; it counts as missing</source>
   <translation>有 {count} 行的“{column}”是“{example}”这样的文字而不是日期；按缺失处理</translation>
  </message>
  <message>
   <location filename="engine/data/features.py" />
   <source>In {count} rows '{column}' holds text such as '{example}' instead of a number; it counts as missing</source>
   <translation>有 {count} 行的“{column}”是“{example}”这样的文字而不是数；按缺失处理</translation>
  </message>
  <message>
   <location filename="engine/data/features.py" />
   <source>In {count} rows '{column}' holds text such as '{example}' instead of yes or no; it counts as missing</source>
   <translation>有 {count} 行的“{column}”是“{example}”这样的文字而不是“是”或“否”；按缺失处理</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Inputs are numbers: whole, real, or true and false</source>
   <translation>输入应为数：整数、实数或真假值</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Insert Conv2d 1×1 with {dims} filters at input {position}</source>
   <translation>在输入 {position} 处插入有 {dims} 个卷积核的 Conv2d 1×1</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Insert Conv2d 1×1 with {dims} filters, stride {stride}×{stride2} at input {position}</source>
   <translation>在输入 {position} 处插入有 {dims} 个卷积核、步幅 {stride}×{stride2} 的 Conv2d 1×1</translation>
  </message>
  <message>
   <location filename="engine/graph/tags.py" />
   <source>Insert Dense with {classes} units</source>
   <translation>插入 {classes} 个单元的 Dense</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Insert Dense with {dims} units at input {position}</source>
   <translation>在输入 {position} 处插入 {dims} 个单元的 Dense</translation>
  </message>
  <message>
   <location filename="engine/graph/reconstruction.py" />
   <source>Insert Dense with {values} units</source>
   <translation>插入有 {values} 个单元的 Dense</translation>
  </message>
  <message>
   <location filename="engine/graph/reconstruction.py" />
   <source>Insert Dense with {values} units and Reshape</source>
   <translation>插入有 {values} 个单元的 Dense 和 Reshape</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Insert Dense with {wanted} unit</source>
   <translation>插入 {wanted} 个单元的 Dense</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Insert Dense with {wanted} units</source>
   <translation>插入 {wanted} 个单元的 Dense</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Insert Embedding</source>
   <translation>插入 Embedding</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Insert Embedding at input {at}</source>
   <translation>在输入 {at} 处插入 Embedding</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Insert Flatten at input {position}</source>
   <translation>在输入 {position} 处插入 Flatten</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Insert Flatten → {size}</source>
   <translation>插入 Flatten → {size}</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Insert MaxPool2d at input {position}</source>
   <translation>在输入 {position} 处插入 MaxPool2d</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Insert Reshape to {rows}, row by row</source>
   <translation>插入 Reshape，变为 {rows}，逐行读取</translation>
  </message>
  <message>
   <location filename="engine/graph/reconstruction.py" />
   <source>Insert Reshape to {shape}</source>
   <translation>插入 Reshape，变为 {shape}</translation>
  </message>
  <message>
   <location filename="engine/graph/reconstruction.py" />
   <source>Insert Upsample to {sides} and Conv2d with {shape} filters</source>
   <translation>插入到 {sides} 的 Upsample 和有 {shape} 个滤波器的 Conv2d</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Insert a layer such as Dense</source>
   <translation>插入 Dense 之类的层</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Insert global average pool at input {position}</source>
   <translation>在输入 {position} 处插入全局平均池化</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Insert global average pool over time</source>
   <translation>插入沿时间的全局平均池化</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Insert global average pool → {dims}</source>
   <translation>插入全局平均池化 → {dims}</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Insert {title} and Dense with {wanted} unit</source>
   <translation>插入 {title} 和 {wanted} 个单元的 Dense</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Insert {title} and Dense with {wanted} units</source>
   <translation>插入 {title} 和 {wanted} 个单元的 Dense</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Insert {t}</source>
   <translation>插入 {t}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Interleaved spiral arms in the plane, each a class, one and a half turns and a radius of 3</source>
   <translation>平面上交错的旋臂，每条是一个类别，转一圈半，半径为 3</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Iris flowers</source>
   <translation>鸢尾花</translation>
  </message>
  <message>
   <location filename="engine/train/health/locate.py" />
   <source>It began in step {step} with the gradient of {name}</source>
   <translation>问题始于第 {step} 步 {name} 的梯度</translation>
  </message>
  <message>
   <location filename="engine/train/health/locate.py" />
   <source>It began in step {step} with the output of {name}</source>
   <translation>问题始于第 {step} 步 {name} 的输出</translation>
  </message>
  <message>
   <location filename="engine/train/health/locate.py" />
   <source>It began in step {step} with the output of {name}, into which numbers up to {size} came</source>
   <translation>问题始于第 {step} 步 {name} 的输出，其输入的数值高达 {size}</translation>
  </message>
  <message>
   <location filename="engine/train/health/locate.py" />
   <source>It began in step {step} with the weights of {name}</source>
   <translation>问题始于第 {step} 步 {name} 的权重</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>It belongs to {others}</source>
   <translation>它属于 {others}</translation>
  </message>
  <message>
   <location filename="engine/project/baseline.py" />
   <source>It can be taken as {kinds}</source>
   <translation>可以当作 {kinds}</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>It can mix those of a single picture input</source>
   <translation>它只能混合单个图片输入的样本</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>It can't be read without it</source>
   <translation>没有密码无法读取</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>It can't be read: {error}</source>
   <translation>无法读取：{error}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>It can't be read: {strerror}</source>
   <translation>无法读取：{strerror}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>It cannot be read ({error})</source>
   <translation>无法读取（{error}）</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>It cannot be read ({reason})</source>
   <translation>无法读取（{reason}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>It cannot be read ({strerror})</source>
   <translation>无法读取（{strerror}）</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>It changed while it was read</source>
   <translation>读取时文件发生了变化</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>It compares several numbers of a sample with each other</source>
   <translation>它比较同一样本的多个数值</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>It compares shares between 0 and 1</source>
   <translation>它比较 0 到 1 之间的比例</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>It compares the numbers of two or more classes</source>
   <translation>它比较两个或更多类别的数值</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>It could not be read any more ({reason})</source>
   <translation>后来已无法读取（{reason}）</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>It evens out classes</source>
   <translation>它用于平衡类别</translation>
  </message>
  <message>
   <location filename="engine/train/isolated.py" />
   <source>It had not begun to train</source>
   <translation>训练尚未开始</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>It has 1 cell where the other lines have {width}</source>
   <translation>该行有 1 个单元格，其他行有 {width} 个</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>It has 1 column where others have {usual}; its sequence is left out</source>
   <translation>它只有 1 列，其他行有 {usual} 列；其序列未使用</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>It has lines that begin with @relation, @attribute and @data, and then a row a line</source>
   <translation>这种文件先有以 @relation、@attribute 和 @data 开头的行，然后每行一条数据</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>It has no class</source>
   <translation>它没有类别</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>It has no closing brace</source>
   <translation>缺少右花括号</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>It has no column {missing}, which the others have</source>
   <translation>它没有其他文件都有的列 {missing}</translation>
  </message>
  <message>
   <location filename="engine/data/text/reading.py" />
   <source>It has no label</source>
   <translation>没有标签</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>It has no label behind a colon</source>
   <translation>冒号后面没有标签</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>It has no tag; its sequence is left out</source>
   <translation>它没有标签；其序列未使用</translation>
  </message>
  <message>
   <location filename="engine/data/text/reading.py" />
   <source>It has no text</source>
   <translation>没有文本</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>It has no token; its sequence is left out</source>
   <translation>它没有词元；其序列未使用</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>It has no value in '{lacking}'</source>
   <translation>它在“{lacking}”中没有值</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>It has none</source>
   <translation>它一个也没有</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>It has {cells} cells where the other lines have {width}</source>
   <translation>该行有 {cells} 个单元格，其他行有 {width} 个</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>It has {count} columns where others have {usual}; its sequence is left out</source>
   <translation>它有 {count} 列，其他行有 {usual} 列；其序列未使用</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>It has {has}</source>
   <translation>它有 {has}</translation>
  </message>
  <message>
   <location filename="engine/evaluate/report.py" />
   <source>It has {inputs}</source>
   <translation>它有 {inputs}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>It has {join}</source>
   <translation>它有 {join}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>It has {join}, ...</source>
   <translation>它有 {join}……</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>It has {row} cell where {attributes} attributes are declared</source>
   <translation>它有 {row} 个单元格，而声明了 {attributes} 个属性</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>It has {row} cells where {attributes} attributes are declared</source>
   <translation>它有 {row} 个单元格，而声明了 {attributes} 个属性</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>It has {shape} channels where the others have {channels}</source>
   <translation>它有 {shape} 个通道，其他序列有 {channels} 个</translation>
  </message>
  <message>
   <location filename="engine/data/decoded.py" />
   <source>It has {values} million pixels. {expected}</source>
   <translation>它有 {values} 百万像素。{expected}</translation>
  </message>
  <message>
   <location filename="engine/train/measuring.py" />
   <source>It holds no samples</source>
   <translation>它没有样本</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>It holds no value</source>
   <translation>它没有任何值</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>It holds nothing</source>
   <translation>它是空的</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>It holds {join}</source>
   <translation>它含有 {join}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>It is a device or a pipe, not a file</source>
   <translation>它是设备或管道，不是文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>It is a link that leads to itself</source>
   <translation>它是指向自身的链接</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>It is a link to a folder that is read already</source>
   <translation>它是指向已读取文件夹的链接</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>It is a link to nothing</source>
   <translation>它是失效的链接</translation>
  </message>
  <message>
   <location filename="engine/data/decoded.py" />
   <source>It is damaged, cut short, or of an unknown kind: {values}</source>
   <translation>已损坏、不完整或格式未知：{values}</translation>
  </message>
  <message>
   <location filename="engine/data/text/reading.py" />
   <source>It is empty</source>
   <translation>是空的</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>It is for classes and labels</source>
   <translation>它适用于类别和标签</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>It is for classes and numbers</source>
   <translation>它适用于类别和数值</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>It is for counts or shares as they are</source>
   <translation>它适用于未经缩放的计数或占比</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>It is for counts: 0 or more</source>
   <translation>它适用于计数：0 或更大</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>It is no CSV file</source>
   <translation>它不是 CSV 文件</translation>
  </message>
  <message>
   <location filename="engine/data/decoded.py" />
   <source>It is not a picture that can be read</source>
   <translation>它不是可读取的图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text_folders.py" />
   <source>It is not a text file (.txt)</source>
   <translation>不是文本文件（.txt）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text_folders.py" />
   <source>It is not called train, validation (or dev) or test</source>
   <translation>名称不是 train、validation（或 dev）或 test</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>It is not clear what the array '{name}' of shape {shape_text} holds</source>
   <translation>看不出形状为 {shape_text} 的数组“{name}”是什么内容</translation>
  </message>
  <message>
   <location filename="engine/graph/decoder.py" />
   <source>It is not known how many numbers {middles} gives</source>
   <translation>不知道 {middles} 给出多少个数</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>It is shown the changed picture and compared with the clean one: it can learn to take away noise, blur and covered places, but can't know how a picture was turned</source>
   <translation>网络看到的是改变后的图片，与干净的图片比较：它可以学会去除噪声、模糊和遮挡，但无法知道图片是怎样转动的</translation>
  </message>
  <message>
   <location filename="engine/project/baseline.py" />
   <source>It is taken as {lower}, which knows other tasks</source>
   <translation>它被当作{lower}，只支持其他任务</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>It is there from torch 2.9 on</source>
   <translation>从 torch 2.9 起才有</translation>
  </message>
  <message>
   <location filename="engine/graph/reconstruction.py" />
   <source>It is to be '{input}' again, which is {wanted}</source>
   <translation>它应当重建“{input}”，即 {wanted}</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>It is written when a run starts</source>
   <translation>它在运行开始时写入</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>It learns distances from the border between classes, which no activation turns into probabilities</source>
   <translation>它学习到类别边界的距离，任何激活函数都不能把它变成概率</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>It learns logarithms of counts</source>
   <translation>它学习计数的对数</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>It learns logarithms of shares</source>
   <translation>它学习占比的对数</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>It lies in no class folder</source>
   <translation>它不在任何类别文件夹中</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/descent.py" />
   <source>It looks ahead along the momentum</source>
   <translation>它沿动量方向预先前进</translation>
  </message>
  <message>
   <location filename="engine/project/first_network/gans.py" />
   <source>It makes samples that are numbers of one shape: pictures, series of one length, rows of a table</source>
   <translation>它生成形状相同的数值样本：图片、等长的序列、表格的行</translation>
  </message>
  <message>
   <location filename="engine/data/smote.py" />
   <source>It may make up {MOST_MADE} values</source>
   <translation>最多可生成 {MOST_MADE} 个值</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>It measures the loss of a batch several times and compares, for which rounding is too coarse</source>
   <translation>它会多次计算同一批次的损失并比较，舍入对此太粗</translation>
  </message>
  <message>
   <location filename="engine/train/checkpoint.py" />
   <source>It must be a whole safetensors file</source>
   <translation>它必须是完整的 safetensors 文件</translation>
  </message>
  <message>
   <location filename="engine/train/private.py" />
   <source>It must be below 1 / samples ({samples}): else giving away one of them whole would be allowed</source>
   <translation>它必须小于 1 / 样本数（{samples}）：否则就允许完整泄露其中一个样本</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>It needs a flat vector N × features</source>
   <translation>它需要展平的向量 N × 特征数</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>It needs a shape that is fixed but for the batch</source>
   <translation>它需要除批以外都固定的形状</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>It needs ids (int64) to look up</source>
   <translation>它需要用于查表的编号 (int64)</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>It needs numbers (float32)</source>
   <translation>它需要数值 (float32)</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>It needs numbers (float32); sums and products of ids mean nothing</source>
   <translation>它需要数值 (float32)；编号的和与积没有意义</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>It needs one Input for its data</source>
   <translation>需要一个 Input 来接收数据</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>It needs one Output for its predictions</source>
   <translation>需要一个 Output 来给出预测</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>It needs pictures N × channels × height × width</source>
   <translation>它需要图片 N × 通道 × 高 × 宽</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>It needs sequences N × time × channels</source>
   <translation>它需要序列 N × 时间 × 通道</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>It needs sequences of ids N × T</source>
   <translation>它需要编号的序列 N × T</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>It needs two or more to have a spread</source>
   <translation>至少要有两个才有离散程度</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>It needs vectors N × C, sequences N × T × C or pictures N × C × H × W</source>
   <translation>它需要向量 N × C、序列 N × T × C 或图片 N × C × H × W</translation>
  </message>
  <message>
   <location filename="engine/project/migrations.py" />
   <source>It reads {current} and those it can bring up to it</source>
   <translation>它能读取格式 {current} 以及可以升级到该格式的旧格式</translation>
  </message>
  <message>
   <location filename="engine/export/process.py" />
   <source>It runs in a process of its own</source>
   <translation>它在单独的进程中运行</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>It says how the run scaled its data</source>
   <translation>它记录了这次运行如何缩放数据</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>It searches along one direction for all weights together</source>
   <translation>它让所有权重沿同一方向一起搜索</translation>
  </message>
  <message>
   <location filename="engine/export/replay.py" />
   <source>It should answer as the network does</source>
   <translation>它的答案应与网络一致</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/new_tokens.py" />
   <source>It should hold a sequence of tokens in each line</source>
   <translation>每行应有一个词元序列</translation>
  </message>
  <message>
   <location filename="engine/data/text/new_texts.py" />
   <source>It should hold a text in each line</source>
   <translation>每行应有一段文本</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>It should hold at least one number</source>
   <translation>其中至少应有一个数</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>It should hold data</source>
   <translation>里面应当有数据</translation>
  </message>
  <message>
   <location filename="engine/export/python_file.py" />
   <source>It should run by itself</source>
   <translation>它应当能独立运行</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>It stands above the table</source>
   <translation>它位于表格上方</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>It stands in line {line} already</source>
   <translation>它已出现在第 {line} 行</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>It stands in line {line} already, and says '{cells}' there</source>
   <translation>它已出现在第 {line} 行，那里写的是“{cells}”</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>It takes one</source>
   <translation>它只接受一个</translation>
  </message>
  <message>
   <location filename="engine/project/first_network/resnet.py" />
   <source>It takes pictures of one size and tells one class of several</source>
   <translation>它接收同一大小的图像，并从多个类别中判断一个</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>It takes {listed}</source>
   <translation>它需要 {listed}</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>It tells which series each row belongs to</source>
   <translation>它说明每一行属于哪条序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>It was cut short or changed; download or copy it again</source>
   <translation>它被截断或改动过；请重新下载或复制</translation>
  </message>
  <message>
   <location filename="engine/data/encoding.py" />
   <source>It was trained with {columns}</source>
   <translation>训练时的列是 {columns}</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>It weighs the second of two classes</source>
   <translation>它是两个类别中第二个的权重</translation>
  </message>
  <message>
   <location filename="engine/data/encoding.py" />
   <source>Its categories are {join}</source>
   <translation>它的类别有 {join}</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>Its columns are 1 to {count}</source>
   <translation>它的列是 1 到 {count}</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>Its columns are 1 to {count}, or {UNIVERSAL}</source>
   <translation>它的列是 1 到 {count}，或 {UNIVERSAL}</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Its columns are {columns}</source>
   <translation>它的列是 {columns}</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Its columns are {columns} and {columns2} more</source>
   <translation>它的列是 {columns}，另有 {columns2} 列</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/tables.py" />
   <source>Its columns are {join}</source>
   <translation>它的列有 {join}</translation>
  </message>
  <message>
   <location filename="engine/evaluate/network.py" />
   <source>Its generator makes samples out of noise, and there is nothing to compare each of them with</source>
   <translation>它的生成器由噪声生成样本，没有可以逐个比较的对象</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Its inputs must be of one type</source>
   <translation>它的各个输入必须是同一类型</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>Its label is missing</source>
   <translation>它的标签缺失</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Its number of channels must be fixed, and {channels} is not</source>
   <translation>它的通道数必须固定，而 {channels} 不固定</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Its settings must be what this version knows</source>
   <translation>它的设置必须是本版本认识的</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>Its sheets are {found}</source>
   <translation>它的工作表有 {found}</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>Its small numbers need an NVIDIA GPU and a scale that follows the gradients</source>
   <translation>它的数值范围很小，需要 NVIDIA GPU 以及随梯度变化的缩放</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Its target '{targets}' is missing</source>
   <translation>缺少目标“{targets}”</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Its time can't be read</source>
   <translation>无法读取它的时间</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Its values need {expected} bytes</source>
   <translation>它的数值需要 {expected} 字节</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>Its weight '{column}' is missing</source>
   <translation>缺少权重“{column}”</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Join them with Add or Concat first</source>
   <translation>先用 Add 或 Concat 把它们合并</translation>
  </message>
  <message>
   <location filename="engine/graph/tags.py" />
   <source>Keep all {steps} steps: padding 'same', no stride and no pooling</source>
   <translation>保留全部 {steps} 步：填充用 same，不用步幅和池化</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Keep noise, blur and erase, and take the others away</source>
   <translation>保留噪声、模糊和擦除，去掉其他的</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Keep one of them in a text editor, or go back to {name}.bak if there is one</source>
   <translation>用文本编辑器保留其中之一，或恢复到 {name}.bak（如果有）</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Keep one sample of each group, or aim for a smaller training.privacy.epsilon</source>
   <translation>每组只保留一个样本，或把 training.privacy.epsilon 设得更小</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>Keep only one of equal rows</source>
   <translation>相同的行只保留一个</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/shift.py" />
   <source>Keep the parts if that is what you want to know; else let the split be drawn</source>
   <translation>如果这正是您想知道的，请保留这些子集；否则请重新抽取划分</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text_folders.py" />
   <source>Known are a folder of text files for each class, a text file for each class with a sample in each line, and files called train, validation and test</source>
   <translation>可以识别：每类一个文本文件夹、每类一个文本文件（每行一个样本），以及名为 train、validation 和 test 的文件</translation>
  </message>
  <message>
   <location filename="engine/train/devices.py" />
   <source>Known are auto, cpu, cuda, cuda:1 and mps</source>
   <translation>可用的有 auto、cpu、cuda、cuda:1 和 mps</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>Known are numeric, real, integer, string, date, and values in braces</source>
   <translation>可用的类型有 numeric、real、integer、string、date，以及花括号中的取值</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>Known are real numbers of 16, 32 and 64 bits, whole numbers, and true and false</source>
   <translation>可用的是 16、32、64 位实数，整数，以及真与假</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Known are tables (N, columns) and pictures (N, height, width), (N, height, width, channels) and (N, channels, height, width) with 1, 3 or 4 channels</source>
   <translation>可用的有表格 (N, 列)，以及通道数为 1、3 或 4 的图片 (N, 高, 宽)、(N, 高, 宽, 通道) 和 (N, 通道, 高, 宽)</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>Known are {SPLIT_NAMES}</source>
   <translation>可用的名称有 {SPLIT_NAMES}</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>L-BFGS can't give layers learning rates of their own</source>
   <translation>L-BFGS 不能给各层单独的学习率</translation>
  </message>
  <message>
   <location filename="engine/train/scheduling.py" />
   <source>L-BFGS learns from one step to the next, and a batch holds {size} of {epoch_samples} training samples: its steps may go astray. Make batches as large as the data, or choose another optimiser</source>
   <translation>L-BFGS 从一步学到下一步，而一批只有 {epoch_samples} 个训练样本中的 {size} 个：它的步子可能走偏。请让一批与数据一样大，或选择其他优化器</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>L-BFGS looks at the same batch several times in a step, and each look gives something away</source>
   <translation>L-BFGS 在一步中多次查看同一批，每次查看都会泄露一些信息</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>L-BFGS works in one process, and this run has several</source>
   <translation>L-BFGS 只能在一个进程中进行，而这次运行有多个进程</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Label smoothing moves all of '{input}' towards one half, and {node} is to be it again</source>
   <translation>标签平滑把“{input}”的所有值移向二分之一，而 {node} 要重建它</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Labels are whole numbers or text for classes, real numbers for regression, one for each sample</source>
   <translation>标签每个样本一个：类别用整数或文本，回归用实数</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Labels can be weighed in the loss</source>
   <translation>标签可以在损失中加权</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>Layers whose weights are divided are not looked into for health</source>
   <translation>权重被分开的层不做健康检查</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Lead it from '{source_port}' to '{target_port}'</source>
   <translation>把它从“{source_port}”连到“{target_port}”</translation>
  </message>
  <message>
   <location filename="engine/data/prepare.py" />
   <source>Learning the scales from the training part</source>
   <translation>正在从训练部分统计缩放参数</translation>
  </message>
  <message>
   <location filename="engine/data/prepare.py" />
   <source>Learning the vocabulary from the training part</source>
   <translation>正在从训练部分学习词表</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>Learnt by heart it helps in training and not with new rows</source>
   <translation>死记它只对训练有帮助，对新的行没有用</translation>
  </message>
  <message>
   <location filename="engine/project/baseline.py" />
   <source>Leave --ignore away</source>
   <translation>请去掉 --ignore</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Leave --target and --task away</source>
   <translation>去掉 --target 和 --task</translation>
  </message>
  <message>
   <location filename="engine/project/baseline.py" />
   <source>Leave --task away, or take it as another kind</source>
   <translation>请去掉 --task，或按其他类型打开</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Leave --task away, or take the file as another kind</source>
   <translation>请去掉 --task，或把文件当作其他类型</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Leave it empty, and set the balance to Class weights</source>
   <translation>将其留空，并把平衡设为类别权重</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>Leave out all but one of each</source>
   <translation>每组只保留一个</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>Leave out all but one of each, unless they are meant to count more</source>
   <translation>每组只保留一个，除非有意让它们占更大比重</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>Leave out one of each pair</source>
   <translation>每对排除一个</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>Leave out the copies</source>
   <translation>排除副本</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>Leave out those in doubt</source>
   <translation>排除存疑的样本</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/pictures.py" />
   <source>Leave them out</source>
   <translation>排除它们</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/pictures.py" />
   <source>Leave them out, or mend them where the data comes from</source>
   <translation>请排除它们，或在数据来源处修正</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>Left out while reading</source>
   <translation>读取时略过</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>Let all layers learn</source>
   <translation>让所有层学习</translation>
  </message>
  <message>
   <location filename="engine/train/isolated.py" />
   <source>Let nothing change the decoded pictures while a run needs them</source>
   <translation>运行使用已解码的图片期间，请勿让其他程序改动它们</translation>
  </message>
  <message>
   <location filename="engine/graph/reconstruction.py" />
   <source>Let the network end in the shape that it began with</source>
   <translation>让网络的输出形状与输入形状相同</translation>
  </message>
  <message>
   <location filename="engine/graph/tags.py" />
   <source>Let the recurrent layer return sequences, and no layer behind it flatten or pool them</source>
   <translation>让循环层返回序列，并且后面的层不要展平或池化</translation>
  </message>
  <message>
   <location filename="engine/graph/tags.py" />
   <source>Let {memory} return sequences</source>
   <translation>让 {memory} 返回序列</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Line {line} of '{path}' has {row} cells</source>
   <translation>“{path}”的第 {line} 行有 {row} 个单元格</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>Line {line} says '{bad}', which is no number</source>
   <translation>第 {line} 行是“{bad}”，不是数值</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Lines of Python code of the libraries that are installed with this program, and what each token is: keyword, call, argument...</source>
   <translation>随本程序安装的库的 Python 代码行，以及每个词元是什么：关键字、调用、参数等</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Loaded {describe}</source>
   <translation>已加载{describe}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Loading {describe}</source>
   <translation>正在加载{describe}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>Look at the balanced accuracy and the confusion matrix rather than the accuracy; class weights or sampling under Balance make small classes count more</source>
   <translation>请看平衡准确率和混淆矩阵而不是准确率；“平衡”中的类别权重或采样可使小类别更受重视</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>Look at the pairs, and correct the labels where the data comes from, or leave out those that are in doubt</source>
   <translation>请查看这些样本对，在数据来源处更正标签，或排除存疑的样本</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>Look at the pairs, and leave out one of each where they are copies</source>
   <translation>请查看这些样本对，如果是副本则各排除一个</translation>
  </message>
  <message>
   <location filename="engine/evaluate/network.py" />
   <source>Look at them in the Train stage; 'workbench evaluate' compares them with real ones as a whole</source>
   <translation>请在“训练”阶段查看；'workbench evaluate' 会把它们与真实样本整体比较</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>Look at them, correct the labels where the data comes from, or leave out those that are in doubt</source>
   <translation>请查看它们，在数据来源处更正标签，或排除存疑的样本</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>Look through the list, and mend what should be there where the data comes from</source>
   <translation>请浏览列表，在数据来源处修正应当包含的项</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>Look whether they are mistakes; if they are real, a scaling that minds them less, or their logarithm, helps</source>
   <translation>请检查它们是否有误；如果属实，改用受其影响较小的缩放或取对数会有帮助</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_files.py" />
   <source>Looking at the columns</source>
   <translation>正在查看各列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_common.py" />
   <source>Looking at the first pictures</source>
   <translation>正在查看最前面的图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Looking at the first texts</source>
   <translation>正在查看最前面的文本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>Looking at {root}</source>
   <translation>正在查看 {root}</translation>
  </message>
  <message>
   <location filename="engine/data/decoded.py" />
   <source>Looking for changes: {done} of {count} files</source>
   <translation>正在检查变化：{done} / {count} 个文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Looking for pictures</source>
   <translation>正在查找图片</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>Looking for pictures: {count} files</source>
   <translation>正在查找图片：{count} 个文件</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>Looking for texts: {count} files</source>
   <translation>正在查找文本：{count} 个文件</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>Lower the learning rate</source>
   <translation>降低学习率</translation>
  </message>
  <message>
   <location filename="engine/train/telling.py" />
   <source>Lower the learning rate (it is {rate}; try {rate2}), and check that the data is scaled</source>
   <translation>降低学习率（现为 {rate}，可试 {rate2}），并检查数据是否已缩放</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>Lower the learning rate to a tenth, or clip gradients</source>
   <translation>将学习率降到十分之一，或裁剪梯度</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>Lower the learning rate, or use LeakyReLU in its place</source>
   <translation>降低学习率，或改用 LeakyReLU</translation>
  </message>
  <message>
   <location filename="engine/train/private.py" />
   <source>Lower training.privacy.delta, or leave it empty</source>
   <translation>请减小 training.privacy.delta，或留空</translation>
  </message>
  <message>
   <location filename="engine/evaluate/generator.py" />
   <source>Made samples are compared with real ones</source>
   <translation>生成的样本要与真实样本比较</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Make '{name}' the {role}</source>
   <translation>将 '{name}' 设为 {role}</translation>
  </message>
  <message>
   <location filename="engine/graph/decoder.py" />
   <source>Make an autoencoder whose two halves meet in one Sampling layer only</source>
   <translation>请构建两半只在一个采样层相接的自编码器</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Make it GroupNorm with {groups} group</source>
   <translation>改为 {groups} 组的 GroupNorm</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Make it GroupNorm with {groups} groups</source>
   <translation>改为 {groups} 组的 GroupNorm</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>Make it Sigmoid</source>
   <translation>改成 Sigmoid</translation>
  </message>
  <message>
   <location filename="engine/data/picture_files.py" />
   <source>Make it smaller first</source>
   <translation>先把它缩小</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Make it {title}</source>
   <translation>改成 {title}</translation>
  </message>
  <message>
   <location filename="engine/data/cache.py" />
   <source>Make room there, or choose a smaller picture size</source>
   <translation>请在该处腾出空间，或选择更小的图片尺寸</translation>
  </message>
  <message>
   <location filename="engine/export/staging.py" />
   <source>Make the folder, or choose another</source>
   <translation>新建该文件夹，或选择其他文件夹</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Make the last layer's units the number of classes ({wanted})</source>
   <translation>把最后一层的单元数设为类别数（{wanted}）</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Make the last layer's units the number of labels ({wanted})</source>
   <translation>把最后一层的单元数设为标签数（{wanted}）</translation>
  </message>
  <message>
   <location filename="engine/graph/tags.py" />
   <source>Make the last layer's units the number of tags ({classes})</source>
   <translation>把最后一层的单元数设为标签数（{classes}）</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Make the last layer's units the number of targets ({wanted})</source>
   <translation>把最后一层的单元数设为目标数（{wanted}）</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Make {node} {layer}</source>
   <translation>把 {node} 改为 {layer}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Making the channels</source>
   <translation>正在生成通道</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>Mark missing numbers</source>
   <translation>标记缺失的数字</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>Mark missing numbers with a column of their own</source>
   <translation>用单独的列标记缺失的数字</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Means and deviations for scaling, vocabularies, class counts, the curves, and the choice of the best epoch by the validation samples are learnt without noise</source>
   <translation>缩放用的均值和标准差、词表、类别计数、曲线，以及按验证样本选出的最佳轮次，都是不加噪声得到的</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Measure no metrics</source>
   <translation>不测量指标</translation>
  </message>
  <message>
   <location filename="engine/study/probe.py" />
   <source>Memory is what a process of its own took at most, PyTorch included; the window's is not in it</source>
   <translation>内存是单独进程的最高占用，包括 PyTorch;不含窗口本身的占用</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Metrics are not measured: {metrics}</source>
   <translation>不测量这些指标：{metrics}</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>Metrics of another task are not measured: {useless}</source>
   <translation>其他任务的指标不会被测量：{useless}</translation>
  </message>
  <message>
   <location filename="engine/train/sharding.py" />
   <source>Micro-batches do not go with weights that are divided among processes</source>
   <translation>微批次不能与分给多个进程的权重一起使用</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Mirroring does no harm where mirrored samples are as good as real ones</source>
   <translation>如果镜像后的样本与真实样本同样合理，镜像没有坏处</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>More columns might tell them apart</source>
   <translation>更多的列或许能区分它们</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>More columns would, where there are some</source>
   <translation>如果还有其他列，则可以区分</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>More digits than are kept</source>
   <translation>位数超出可保留的范围</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>More than {MOSTLY} of the values are missing in {listed}</source>
   <translation>{listed} 中超过 {MOSTLY} 的值缺失</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>Move the folder aside and the next run starts a new one; its checkpoints stay readable</source>
   <translation>把该文件夹移走，下次运行会新建一个；其中的检查点仍可读取</translation>
  </message>
  <message>
   <location filename="engine/train/sharding.py" />
   <source>Muon does not go with weights that are divided among processes</source>
   <translation>Muon 不能与分给多个进程的权重一起使用</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>NVIDIA GPUs have it from the Ampere generation on, Apple's from macOS 14 on</source>
   <translation>NVIDIA GPU 从 Ampere 一代起支持，苹果的从 macOS 14 起支持</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>NaN (not a number)</source>
   <translation>NaN（不是数）</translation>
  </message>
  <message>
   <location filename="engine/data/encoding.py" />
   <source>Name all of them in the column's settings (Data stage, Roles), between commas</source>
   <translation>请在该列的设置中写出全部类别，用逗号隔开（数据阶段，角色）</translation>
  </message>
  <message>
   <location filename="engine/runs/studies.py" />
   <source>Name one of them</source>
   <translation>请指定其中一个</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Name one of them by id or number</source>
   <translation>用编号或序号指定其中一个</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>Name the column that is to be predicted</source>
   <translation>请指定要预测的列</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Names tell classes apart</source>
   <translation>名称用来区分类别</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>Nearly the same in several parts</source>
   <translation>多个子集中几乎相同</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>Nearly the same input with different labels</source>
   <translation>几乎相同的输入，标签不同</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>Nearly the same several times</source>
   <translation>几乎相同且多次出现</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/descent.py" />
   <source>Nesterov has no effect: momentum is 0</source>
   <translation>Nesterov 不起作用：动量为 0</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>Networks learn well from values that vary by about 1, and hardly from others</source>
   <translation>网络善于学习变化幅度约为 1 的值，其他幅度则很难</translation>
  </message>
  <message>
   <location filename="engine/graph/decoder.py" />
   <source>New samples are made by what follows a single layer that draws them, and by nothing else</source>
   <translation>新样本只由单个采样层之后的部分生成</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>No column of '{path}' names picture files</source>
   <translation>“{path}”中没有列出图片文件的列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>No column of '{path}' names the files of '{root}'</source>
   <translation>“{path}”中没有哪一列写明“{root}”里的文件</translation>
  </message>
  <message>
   <location filename="ui/evaluate/ask.py" />
   <source>No file was given</source>
   <translation>没有给出文件</translation>
  </message>
  <message>
   <location filename="engine/train/metrics/ranking.py" />
   <source>No label is there in some samples and absent in others</source>
   <translation>没有哪个标签在一些样本中有而在另一些样本中没有</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>No line of '{path}' says what is to be predicted</source>
   <translation>“{path}”中没有一行说明要预测什么</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>No network can be right about all of them</source>
   <translation>没有网络能全部答对</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>No network can be right about more than {best} of the samples</source>
   <translation>没有网络能答对超过 {best} 的样本</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>No network has been trained there yet</source>
   <translation>那里还没有训练过网络</translation>
  </message>
  <message>
   <location filename="engine/train/accounting.py" />
   <source>No noise keeps {steps} steps within an epsilon of {epsilon} at a delta of {delta}</source>
   <translation>在 delta 为 {delta} 时，没有噪声能使 {steps} 步保持在 epsilon {epsilon} 之内</translation>
  </message>
  <message>
   <location filename="engine/train/isolated.py" />
   <source>No process could be made for this run ({error})</source>
   <translation>无法为此次运行创建进程（{error}）</translation>
  </message>
  <message>
   <location filename="engine/train/isolated.py" />
   <source>No process could be made for this run ({strerror})</source>
   <translation>无法为此次运行创建进程（{strerror}）</translation>
  </message>
  <message>
   <location filename="engine/study/child.py" />
   <source>No process could be started ({error})</source>
   <translation>无法启动进程（{error}）</translation>
  </message>
  <message>
   <location filename="engine/study/child.py" />
   <source>No process could be started ({strerror})</source>
   <translation>无法启动进程（{strerror}）</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>No sample has a time, to be divided into {parts}</source>
   <translation>没有样本带时间，而需要划分为 {parts}</translation>
  </message>
  <message>
   <location filename="engine/train/metrics/counting.py" />
   <source>No sample has any of the labels</source>
   <translation>没有样本带有任何标签</translation>
  </message>
  <message>
   <location filename="engine/train/metrics/tagged.py" />
   <source>No sequence has a span</source>
   <translation>没有任何序列含有片段</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>No time can be read in {which} of '{title}'</source>
   <translation>在“{title}”的 {which} 中读不出时间</translation>
  </message>
  <message>
   <location filename="engine/data/labels.py" />
   <source>No training sample has any of {never} labels, so they cannot be learnt: {listed}</source>
   <translation>没有训练样本带有以下 {never} 个标签，因此无法学习：{listed}</translation>
  </message>
  <message>
   <location filename="engine/data/labels.py" />
   <source>No training sample has the label '{never}', so it cannot be learnt</source>
   <translation>没有训练样本带有标签“{never}”，因此无法学习</translation>
  </message>
  <message>
   <location filename="engine/data/series/windows.py" />
   <source>No window of {counted} with {horizon} to predict fits the {words} part</source>
   <translation>{words} 部分放不下 {counted}加上要预测的 {horizon} 行的窗口</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Noise is made of numbers</source>
   <translation>噪声由数值组成</translation>
  </message>
  <message>
   <location filename="engine/train/warm.py" />
   <source>None of the weights of run {run} fits this network</source>
   <translation>运行 {run} 的权重都不适合此网络</translation>
  </message>
  <message>
   <location filename="engine/data/sources/loose_pictures.py" />
   <source>None of the {files} files in '{root}' is a picture that can be read</source>
   <translation>“{root}”中的 {files} 个文件都不是可以读取的图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>None of the {files} files in '{root}' is a picture that can be read, such as '{shown}' ({reason})</source>
   <translation>“{root}”中的 {files} 个文件都不是可读取的图片，例如“{shown}”（{reason}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>None of the {len} files that '{path}' names is a picture that can be read, such as '{shown}' ({reason})</source>
   <translation>“{path}”列出的 {len} 个文件都不是可以读取的图片，例如“{shown}”（{reason}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>None of the {rows} pictures that '{path}' names is there, such as '{shown}'</source>
   <translation>“{path}”列出的 {rows} 张图片都不存在，例如“{shown}”</translation>
  </message>
  <message>
   <location filename="engine/graph/decoder.py" />
   <source>Not every Output of the network follows {middles}</source>
   <translation>网络的输出并非都在 {middles} 之后</translation>
  </message>
  <message>
   <location filename="engine/train/warm.py" />
   <source>Not used of it: {some}</source>
   <translation>其中未使用：{some}</translation>
  </message>
  <message>
   <location filename="engine/study/child.py" />
   <source>Nothing came of it</source>
   <translation>没有得到结果</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/pictures.py" />
   <source>Nothing can be learnt from them, and their labels mislead</source>
   <translation>从中学不到任何东西，其标签还会误导</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Nothing enters {node}</source>
   <translation>没有任何输入连到 {node}</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Nothing enters {node} '{port}'</source>
   <translation>没有任何输入连到 {node} 的“{port}”</translation>
  </message>
  <message>
   <location filename="engine/runs/studies.py" />
   <source>Nothing has been studied there yet</source>
   <translation>那里还没有任何研究</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>Nothing in its folder was changed</source>
   <translation>它的文件夹里没有任何改动</translation>
  </message>
  <message>
   <location filename="engine/study/space.py" />
   <source>Nothing is searched yet</source>
   <translation>尚未搜索任何字段</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Nothing makes the margin wide: the loss is a hinge, and weight decay is 0</source>
   <translation>没有什么使间隔变宽：损失是合页损失，而权重衰减为 0</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>Nothing of this run is kept yet</source>
   <translation>这次运行尚未保存任何内容</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Nothing on the disk has changed</source>
   <translation>磁盘上没有任何改动</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Nothing uses the result of {node}</source>
   <translation>{node} 的结果没有被使用</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>Nothing was learnt so far: the training loss is {train}, and {base} is what an answer that never looks at the input gets</source>
   <translation>到目前为止什么也没学到：训练损失为 {train}，而完全不看输入的回答就能达到 {base}</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Nothing was typed</source>
   <translation>没有输入内容</translation>
  </message>
  <message>
   <location filename="engine/export/process.py" />
   <source>Nothing was written</source>
   <translation>没有写入任何内容</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Number them as in the training data</source>
   <translation>请按训练数据的方式编号</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Number them from 0, or read the array as a table</source>
   <translation>从 0 开始编号，或把数组当作表格读取</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>Numbers are held with 7 digits, so most of what it says is lost</source>
   <translation>数字只保留 7 位，其中大部分信息会丢失</translation>
  </message>
  <message>
   <location filename="engine/data/cells.py" />
   <source>Numbers are written like 3.5 or -1e-3</source>
   <translation>数的写法如 3.5 或 -1e-3</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Of a GAN the discriminator would have to be trained so, and the generator not</source>
   <translation>在 GAN 中，判别器需要这样训练，而生成器不需要</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>On that probability the guarantee stands</source>
   <translation>隐私保证正是建立在这一概率之上</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>Once filled, a gap can no longer be told from a number</source>
   <translation>填充之后，缺失便无法与真实数字区分</translation>
  </message>
  <message>
   <location filename="engine/train/thread_count.py" />
   <source>One CPU thread: the network is so small that several would not be quicker</source>
   <translation>单个 CPU 线程：网络很小，多个线程也不会更快</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>One Input can feed several layers</source>
   <translation>一个 Input 可以连到多个层</translation>
  </message>
  <message>
   <location filename="engine/export/onnx.py" />
   <source>One ONNX file holds {LARGEST} GB at most</source>
   <translation>单个 ONNX 文件最多 {LARGEST} GB</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>One attribute is to be predicted from others</source>
   <translation>要用其他属性预测其中一个属性</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>One column follows from the other in every row: {said}</source>
   <translation>每一行中一列都可由另一列得出：{said}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>One column follows from the other in every row: {said} and {twins} more</source>
   <translation>每一行中一列都可由另一列得出：{said}，以及另外 {twins} 对</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_files.py" />
   <source>One column is to be predicted from others</source>
   <translation>要由其他列预测其中一列</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>One column is to be predicted from others, so there should be two at least</source>
   <translation>要由其他列预测其中一列，因此至少要有两列</translation>
  </message>
  <message>
   <location filename="engine/graph/rules.py" />
   <source>One end of this link is not in the network</source>
   <translation>这条连接有一端不在网络中</translation>
  </message>
  <message>
   <location filename="engine/data/sources/parts.py" />
   <source>One of '{first_name}' and '{name}' holds text and the other numbers</source>
   <translation>“{first_name}”和“{name}”一个是文本，另一个是数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>One of '{first}' and '{other}' has classes and the other numbers to predict</source>
   <translation>“{first}”和“{other}”中，一个是类别，另一个是要预测的数值</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>One of its columns, {join}, should hold their paths</source>
   <translation>其中一列（{join}）应当是它们的路径</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>One of its targets is missing</source>
   <translation>它的目标之一缺失</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>One of the labels may be wrong</source>
   <translation>其中一个标签可能有误</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>One set is read at a time</source>
   <translation>一次只读取一套</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>One set of series is taken at a time</source>
   <translation>一次只使用一组序列</translation>
  </message>
  <message>
   <location filename="engine/data/column_types.py" />
   <source>Only '{no}' and '{yes}' stand here</source>
   <translation>这里只有“{no}”和“{yes}”</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Only IDX files are read as they are when gzipped</source>
   <translation>只有 IDX 文件可以在 gzip 压缩的状态下直接读取</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Only a run that has ended can be deleted</source>
   <translation>只能删除已经结束的运行</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>Only arrays of numbers or text are read</source>
   <translation>只读取数值或文本的数组</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Only sequences N × T × C, or ids N × T, have a time</source>
   <translation>只有序列 N × T × C 或编号 N × T 才有时间</translation>
  </message>
  <message>
   <location filename="engine/train/losses/cosine.py" />
   <source>Only the direction of the predictions was learnt: their size, and errors in units, mean nothing</source>
   <translation>只学习了预测的方向：其大小以及以单位计的误差没有意义</translation>
  </message>
  <message>
   <location filename="engine/evaluate/predict.py" />
   <source>Only tokens of a text can be tagged one by one</source>
   <translation>只有文本的词元才能逐个标注</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>Only {came} of the {size} processes of this run came within {seconds} minutes</source>
   <translation>{seconds} 分钟内，这次运行的 {size} 个进程只来了 {came} 个</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>Only {came} of the {size} processes of this run came within {seconds} seconds</source>
   <translation>{seconds} 秒内，这次运行的 {size} 个进程只来了 {came} 个</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Only {regular} of the rows are as far apart as most are. Windows take rows as equally far apart; if several series stand in the table, choose the column that tells them apart</source>
   <translation>只有 {regular} 的行与多数行的间隔相同。窗口把各行当作等间隔；如果表格里有多条序列，请选择区分它们的列</translation>
  </message>
  <message>
   <location filename="engine/project/migrations.py" />
   <source>Open and save it with an older version first</source>
   <translation>先用较旧的版本打开并保存</translation>
  </message>
  <message>
   <location filename="engine/data/picture_files.py" />
   <source>Open it in another program and save it again as PNG</source>
   <translation>用其他程序打开，另存为 PNG</translation>
  </message>
  <message>
   <location filename="engine/train/telling.py" />
   <source>Other programs keep the processor busy: training goes on with {threads} instead of {most}, which is quicker now</source>
   <translation>其他程序占用了处理器：训练改用 {threads}（原为 {most}），这样目前更快</translation>
  </message>
  <message>
   <location filename="engine/data/picture_files.py" />
   <source>PNG, JPEG, WebP, TIFF, BMP, GIF and other common formats are</source>
   <translation>支持 PNG、JPEG、WebP、TIFF、BMP、GIF 等常见格式</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/shift.py" />
   <source>Parts that differ</source>
   <translation>有差异的子集</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>Paths start with {ROOTS} or networks</source>
   <translation>路径以 {ROOTS} 或 networks 开头</translation>
  </message>
  <message>
   <location filename="engine/data/pictures.py" />
   <source>Picture files are grey or in colour</source>
   <translation>图片文件是灰度或彩色的</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Pictures and series can be standardised, brought to 0…1 or -1…1, or fed as they are</source>
   <translation>图像和序列可以标准化、缩放到 0…1 或 -1…1，或原样输入</translation>
  </message>
  <message>
   <location filename="engine/data/cache.py" />
   <source>Pictures are decoded once and kept there</source>
   <translation>图片只解码一次，并保存在那里</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Pictures have 3 (number, height, width) and labels 1</source>
   <translation>图片有 3 个轴（数量、高、宽），标签有 1 个</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/pictures.py" />
   <source>Pictures with nothing on them</source>
   <translation>空白图片</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Pictures, tables and series can be reconstructed</source>
   <translation>可以重建图片、表格和序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Points of y = 3x + noise with x from -1 to 1</source>
   <translation>y = 3x + 噪声的点，x 从 -1 到 1</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Pool over the varying dimension first</source>
   <translation>先沿长度可变的维做池化</translation>
  </message>
  <message>
   <location filename="engine/train/sharding.py" />
   <source>Precision fp16 does not go with weights that are divided among processes</source>
   <translation>fp16 精度不能与分给多个进程的权重一起使用</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Predict '{name}'</source>
   <translation>预测“{name}”</translation>
  </message>
  <message>
   <location filename="engine/train/losses/poisson.py" />
   <source>Predictions are expected counts: the network's numbers are their logarithms</source>
   <translation>预测值是期望计数：网络给出的是它们的对数</translation>
  </message>
  <message>
   <location filename="engine/train/losses/quantile.py" />
   <source>Predictions are quantiles: {quantile} of the true values should lie below them</source>
   <translation>预测值是分位数：应有 {quantile} 的真实值低于它们</translation>
  </message>
  <message>
   <location filename="engine/train/losses/kl.py" />
   <source>Predictions are shares that add up to 1</source>
   <translation>预测值是总和为 1 的占比</translation>
  </message>
  <message>
   <location filename="engine/data/cache.py" />
   <source>Prepared data cannot be written to {root} ({reason})</source>
   <translation>无法把准备好的数据写入 {root}（{reason}）</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Private training accounts for one look a step</source>
   <translation>隐私训练按每步查看一次来计量</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Private training bounds what a single sample does, which needs each to go through the network by itself</source>
   <translation>隐私训练限制单个样本的作用，这要求每个样本各自通过网络</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>Private training can't be done in {precision}</source>
   <translation>隐私训练不能用 {precision} 进行</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Private training can't compute in {precision}</source>
   <translation>隐私训练不能以 {precision} 计算</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Private training can't learn a tag for each token: the loss is the mean over the tokens of a batch, so that what a sequence does depends on how long the others are</source>
   <translation>隐私训练不能为每个词元学习标签：损失是一批中所有词元的平均值，一个序列的作用取决于其他序列的长度</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>Private training works in one process, and this run has several</source>
   <translation>隐私训练只能在一个进程中进行，而这次运行有多个进程</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Project files hold no data and stay far below {LARGEST} MB</source>
   <translation>项目文件不含数据，远小于 {LARGEST} MB</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>Put a Flatten in front of it</source>
   <translation>在它前面放一个 Flatten</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Put a Reshape in front of it that makes a picture</source>
   <translation>在它前面放一个 Reshape，变成图片</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Put a Reshape in front of it that makes a sequence</source>
   <translation>在它前面放一个 Reshape，变成序列</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Put a Reshape or Flatten in front of it</source>
   <translation>在它前面放一个 Reshape 或 Flatten</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Put a layer in front of it that makes a fixed number of channels</source>
   <translation>在它前面放一个通道数固定的层</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Put an Embedding behind the ids</source>
   <translation>在编号后面放一个 Embedding</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Put an Embedding in front of each input</source>
   <translation>在每个输入前面放一个 Embedding</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>Put an Embedding in front of it, which turns each id into a vector</source>
   <translation>在它前面放一个 Embedding，把每个编号变成向量</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>Put it back, or choose where it is now</source>
   <translation>把它放回原处，或选择它现在的位置</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Putting the rows in order</source>
   <translation>正在按时间排列各行</translation>
  </message>
  <message>
   <location filename="engine/train/accounting.py" />
   <source>Raise epsilon or delta, or train for fewer epochs</source>
   <translation>请增大 epsilon 或 delta，或减少训练轮数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Random linear regression</source>
   <translation>随机线性回归</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Read {describe}</source>
   <translation>已读取{describe}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Read {path}</source>
   <translation>已读取 {path}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>Read {root}</source>
   <translation>已读取 {root}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Read {title}</source>
   <translation>已读取 {title}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Reading texts: {done} of {count} files</source>
   <translation>正在读取文本：{done} / {count} 个文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Reading the beginning of {path}</source>
   <translation>正在读取 {path} 的开头</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/code.py" />
   <source>Reading the code of {name}</source>
   <translation>正在读取 {name} 的代码</translation>
  </message>
  <message>
   <location filename="engine/data/text/docstrings.py" />
   <source>Reading the docstrings of {name}</source>
   <translation>正在读取 {name} 的文档字符串</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>Reading the series</source>
   <translation>正在读取序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Reading {name} of {path}</source>
   <translation>正在读取 {path} 中的 {name}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Reading {path}</source>
   <translation>正在读取 {path}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Real samples are to be reached on both sides of their middle</source>
   <translation>真实样本的数值分布在中心两侧，都要能达到</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Regression needs numbers</source>
   <translation>回归需要数值</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>Remove it, or set data.scaling to minmax for pictures</source>
   <translation>将其移除，或对图片将 data.scaling 设为 minmax</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Remove one of the links</source>
   <translation>删除其中一条连接</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Remove the link</source>
   <translation>删除连接</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Remove the link {by_id} → {by_id2}</source>
   <translation>删除连接 {by_id} → {by_id2}</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>Remove {before}</source>
   <translation>删除 {before}</translation>
  </message>
  <message>
   <location filename="engine/graph/tags.py" />
   <source>Remove {pool}</source>
   <translation>移除 {pool}</translation>
  </message>
  <message>
   <location filename="engine/graph/tags.py" />
   <source>Remove {pool}, and end in Dense with {classes} units</source>
   <translation>移除 {pool}，并以 {classes} 个单元的 Dense 结束</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>Rename one of them to {MODEL}, or set training.objective to gan to train two of them</source>
   <translation>把其中一个重命名为 {MODEL}，或把 training.objective 设为 gan 来训练其中两个</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Rename or take out the others</source>
   <translation>给其他列改名，或去掉它们</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Replace it by LayerNorm or GroupNorm, or delete it</source>
   <translation>用 LayerNorm 或 GroupNorm 代替它，或将其删除</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Replace it with GroupNorm or LayerNorm, or set training.privacy to none</source>
   <translation>请换成 GroupNorm 或 LayerNorm，或把 training.privacy 设为 none</translation>
  </message>
  <message>
   <location filename="engine/export/run.py" />
   <source>Replace it, or export as a PyTorch program (pt2) or as Python</source>
   <translation>替换它，或导出为 PyTorch 程序 (pt2) 或 Python 文件</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>Replace the node, or open the project with the version that made it</source>
   <translation>替换这个节点，或用创建它的版本打开项目</translation>
  </message>
  <message>
   <location filename="engine/export/python_file.py" />
   <source>Report this with the project</source>
   <translation>请连同项目一起报告此问题</translation>
  </message>
  <message>
   <location filename="engine/export/replay.py" />
   <source>Report this with the project, or try another format</source>
   <translation>请连同项目一起报告此问题，或换一种格式</translation>
  </message>
  <message>
   <location filename="engine/project/first_network/resnet.py" />
   <source>ResNet-18 does not fit this data</source>
   <translation>ResNet-18 不适合这些数据</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Resume it to go on from the last checkpoint</source>
   <translation>继续运行即可从最后的检查点接着训练</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>Resume the run when this is mended: the last checkpoint is kept</source>
   <translation>排除问题后请恢复运行：最后的检查点已保留</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Rounded numbers would upset the balance between its two networks</source>
   <translation>取整的数会破坏两个网络之间的平衡</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>Rows that look the same</source>
   <translation>看起来相同的行</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning.py" />
   <source>Rows that miss one are to be left out</source>
   <translation>设置为舍弃缺少数值的行</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>Run 'git lfs pull' in its repository, or download the file itself</source>
   <translation>在它的仓库里运行“git lfs pull”，或下载文件本身</translation>
  </message>
  <message>
   <location filename="ui/doctor.py" />
   <source>Run 'workbench doctor' in a terminal to see why</source>
   <translation>在终端运行“workbench doctor”查看原因</translation>
  </message>
  <message>
   <location filename="engine/evaluate/network.py" />
   <source>Run {run} can't be evaluated: {why}</source>
   <translation>运行 {run} 无法评估：{why}</translation>
  </message>
  <message>
   <location filename="engine/train/session.py" />
   <source>Run {run} can't go on: {names} of the project changed since</source>
   <translation>运行 {run} 无法继续：此后项目的{names}有改动</translation>
  </message>
  <message>
   <location filename="engine/train/session.py" />
   <source>Run {run} has done all of its {epoch} epochs</source>
   <translation>运行 {run} 已完成全部 {epoch} 轮</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Run {run} has no {name} ({error})</source>
   <translation>运行 {run} 没有 {name}（{error}）</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Run {run} has no {name} ({strerror})</source>
   <translation>运行 {run} 没有 {name}（{strerror}）</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Run {run} has no {which} weights ({state}, {epoch} epochs done)</source>
   <translation>运行 {run} 没有 {which} 权重（{state}，已完成 {epoch} 轮）</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Run {run} has no {which} weights: {message}</source>
   <translation>运行 {run} 没有 {which} 权重：{message}</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Run {run} is being trained at this moment</source>
   <translation>运行 {run} 正在训练</translation>
  </message>
  <message>
   <location filename="engine/runs/writer.py" />
   <source>Run {run} is being trained at this moment, in another window or on the command line</source>
   <translation>运行 {run} 正在另一个窗口或命令行中训练</translation>
  </message>
  <message>
   <location filename="engine/evaluate/network.py" />
   <source>Run {run} trained a GAN, which answers no questions about samples</source>
   <translation>运行 {run} 训练的是 GAN，它不能对样本作出预测</translation>
  </message>
  <message>
   <location filename="engine/evaluate/decoder.py" />
   <source>Run {run} trained nothing that makes new samples</source>
   <translation>运行 {run} 没有训练能生成新样本的网络</translation>
  </message>
  <message>
   <location filename="engine/train/warm.py" />
   <source>Run {run} trained {of_run}, and this project trains {of_project}</source>
   <translation>运行 {run} 训练的是 {of_run}，而此项目训练的是 {of_project}</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>Runs are recorded one write at a time</source>
   <translation>运行记录一次只能写入一项</translation>
  </message>
  <message>
   <location filename="engine/study/child.py" />
   <source>Runs of a study train in processes of their own</source>
   <translation>研究中的运行在各自的进程中训练</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>SMOTE makes up rows for a single input, and the network has {count}</source>
   <translation>SMOTE 只为单个输入生成行，而网络有 {count} 个输入</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>SMOTE makes up rows for the classes of one target, and there are {targets}</source>
   <translation>SMOTE 只为一个目标的类别生成行，而目标有 {targets} 个</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>SMOTE makes up rows from several samples, which private training can't account for</source>
   <translation>SMOTE 由多个样本合成新行，隐私训练无法对此计量</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>SMOTE makes up rows of a single table, and the data has {found}</source>
   <translation>SMOTE 只生成单个表格的行，而数据是{found}</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>SMOTE makes up rows of a single table, and the data has {kinds} of them</source>
   <translation>SMOTE 只生成单个表格的行，而数据有 {kinds} 个表格</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>SMOTE makes up rows of a single table, and wide categories or texts of this one are fed as ids</source>
   <translation>SMOTE 只生成单个表格的行，而此表格的宽类别或文本以编号送入</translation>
  </message>
  <message>
   <location filename="engine/data/smote.py" />
   <source>SMOTE would make up {int} rows of {shape} values</source>
   <translation>SMOTE 将生成 {int} 行，每行 {shape} 个值</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Samples are arrays of numbers</source>
   <translation>样本是数值数组</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Samples can be given as {good}</source>
   <translation>样本可以是 {good}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text_folders.py" />
   <source>Samples lie in the files beside it</source>
   <translation>样本在它旁边的文件中</translation>
  </message>
  <message>
   <location filename="engine/data/sources/parts.py" />
   <source>Samples of both should have the same shape</source>
   <translation>两者样本的形状应当相同</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>Samples of one time stay together, so each part needs a time of its own</source>
   <translation>同一时间的样本不会分开，因此每一部分都需要自己的时间</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Save arrays of the same length</source>
   <translation>请保存长度相同的数组</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Save it again</source>
   <translation>重新保存</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>Save it again as CSV</source>
   <translation>重新保存为 CSV</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>Save it again from Weka, or as CSV</source>
   <translation>请从 Weka 重新保存，或保存为 CSV</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>Save it again, or as CSV</source>
   <translation>请重新保存，或保存为 CSV</translation>
  </message>
  <message>
   <location filename="engine/data/picture_files.py" />
   <source>Save it as PNG or JPEG</source>
   <translation>保存为 PNG 或 JPEG</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>Save it as float32</source>
   <translation>请保存为 float32</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Save it as numbers</source>
   <translation>保存为数值</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>Save it as numbers, for example with array.astype('float32')</source>
   <translation>保存为数值，例如用 array.astype('float32')</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>Save it in MATLAB with save(..., '-v7')</source>
   <translation>请在 MATLAB 中用 save(..., '-v7') 保存</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Save it in another folder</source>
   <translation>保存到其他文件夹</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>Save it in another place</source>
   <translation>保存到其他位置</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>Save it without one</source>
   <translation>请去掉密码后保存</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>Save the project in a folder of your own, or give yourself permission to write</source>
   <translation>把项目保存到自己的文件夹，或取得写入权限</translation>
  </message>
  <message>
   <location filename="engine/project/untitled.py" />
   <source>Save under another name, or move that folder away</source>
   <translation>换个名称保存，或把那个文件夹移走</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>Scale by mean and deviation</source>
   <translation>按均值和标准差缩放</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Scale the data to {low} to {high}</source>
   <translation>把数据缩放到 {low} 到 {high}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>Scale them by mean and deviation</source>
   <translation>请按均值和标准差缩放</translation>
  </message>
  <message>
   <location filename="engine/train/losses/hinge.py" />
   <source>Scores are distances from the border between classes, not probabilities: the class with the highest score is chosen</source>
   <translation>得分是到类别边界的距离，不是概率：选择得分最高的类别</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/shift.py" />
   <source>Scores there then tell how well the network copes with other data, not with data like that of training</source>
   <translation>该处的得分反映网络对其他数据的表现，而不是对与训练同类数据的表现</translation>
  </message>
  <message>
   <location filename="engine/study/search.py" />
   <source>Search fewer fields, with fewer points, or draw at random</source>
   <translation>请减少字段或点数，或改为随机抽取</translation>
  </message>
  <message>
   <location filename="engine/data/split_groups.py" />
   <source>Set a share to 0, or choose another column for the groups</source>
   <translation>请将某个比例设为 0，或为分组选择另一列</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>Set a share to 0, or choose another column for the time</source>
   <translation>请将某个比例设为 0，或为时间选择另一列</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set accumulation to 1</source>
   <translation>把梯度累积设为 1</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>Set accumulation to {batch_size}</source>
   <translation>将微批次设为 {batch_size}</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>Set activation of {output} to auto</source>
   <translation>把 {output} 的激活函数设为自动</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>Set activation to auto</source>
   <translation>把激活函数设为自动</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>Set activation to sigmoid</source>
   <translation>把激活函数设为 sigmoid</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Set along to channels</source>
   <translation>把沿轴设为通道</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Set batch size to 2 or more, or replace it with LayerNorm</source>
   <translation>把批大小设为 2 或更大，或换成 LayerNorm</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Set data.balance to class_weights, focal or none, or training.privacy to none</source>
   <translation>请把 data.balance 设为 class_weights、focal 或 none，或把 training.privacy 设为 none</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Set data.balance to class_weights, or to none</source>
   <translation>将 data.balance 设为 class_weights 或 none</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Set data.balance to none</source>
   <translation>把 data.balance 设为 none</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Set data.scaling to auto, minmax, symmetric or none</source>
   <translation>把 data.scaling 设为 auto、minmax、symmetric 或 none</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Set data.scaling to minmax for pictures, or the activation of the Output to none and the loss to Automatic</source>
   <translation>对图片将 data.scaling 设为 minmax，或将 Output 的激活设为 none 并将损失设为自动</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Set data.scaling to {scaling}</source>
   <translation>把 data.scaling 设为 {scaling}</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Set data.target_scaling to none</source>
   <translation>将 data.target_scaling 设为 none</translation>
  </message>
  <message>
   <location filename="engine/layers/window.py" />
   <source>Set dilation to 1</source>
   <translation>把膨胀率设为 1</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Set dtype to float32</source>
   <translation>把类型设为 float32</translation>
  </message>
  <message>
   <location filename="engine/train/session.py" />
   <source>Set epochs above {epoch}, or start a new run</source>
   <translation>把轮次设为大于 {epoch}，或开始新的运行</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Set fewer groups</source>
   <translation>请减少组数</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Set filters to {more}</source>
   <translation>把卷积核数设为 {more}</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Set groups to 1</source>
   <translation>把分组数设为 1</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Set groups to a divisor of the channels</source>
   <translation>请将组数设为通道数的约数</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Set groups to {best}</source>
   <translation>将组数设为 {best}</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Set groups to {common}</source>
   <translation>把分组数设为 {common}</translation>
  </message>
  <message>
   <location filename="engine/data/smote.py" />
   <source>Set its amount lower, or balance by class weights</source>
   <translation>请降低其程度，或改用类别权重</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Set its data field to one of them</source>
   <translation>把它的数据字段设为其中之一</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Set its target to one of them</source>
   <translation>把它的目标设为其中之一</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Set kernel size to {times}</source>
   <translation>把核大小设为 {times}</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Set label smoothing to 0</source>
   <translation>将标签平滑设为 0</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/descent.py" />
   <source>Set momentum to 0.9, or switch Nesterov off</source>
   <translation>把动量设为 0.9，或关闭 Nesterov</translation>
  </message>
  <message>
   <location filename="engine/layers/window.py" />
   <source>Set padding to same</source>
   <translation>把填充设为 same</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>Set shape to {shape}</source>
   <translation>把形状设为 {shape}</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Set shape to {spec}</source>
   <translation>把形状设为 {spec}</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Set shape to {spec} ({dtype})</source>
   <translation>把形状设为 {spec}（{dtype}）</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Set the activation of {node} to auto</source>
   <translation>将 {node} 的激活设为 auto</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set the averaging to EMA</source>
   <translation>把权重平均设为 EMA</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set the averaging to EMA, or to None</source>
   <translation>把权重平均设为 EMA 或“无”</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Set the balance to Class weights or Oversample</source>
   <translation>请把平衡设为类别权重或过采样</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Set the balance to Class weights or Oversample, or feed categories as one-hot columns</source>
   <translation>请把平衡设为类别权重或过采样，或以独热列送入类别</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set the balance to None</source>
   <translation>把类别平衡设为“无”</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Set the balance to None, or the loss to Automatic</source>
   <translation>请把平衡设为无，或把损失设为自动</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>Set the gap below {count}</source>
   <translation>请将间隔设为小于 {count}</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/rates.py" />
   <source>Set the learning rate to about {high}</source>
   <translation>把学习率设为约 {high}</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/rates.py" />
   <source>Set the learning rate to about {low}</source>
   <translation>把学习率设为约 {low}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set the loss to Automatic</source>
   <translation>把损失设为“自动”</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Set the loss to Automatic or Binary cross-entropy, or give the last layer {classes} units, one for each class</source>
   <translation>把损失设为自动或二元交叉熵，或给最后一层 {classes} 个单元，每个类别一个</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Set the loss to Automatic, or the activation of {node} to none</source>
   <translation>将损失设为自动，或将 {node} 的激活设为 none</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Set the loss to Automatic, or the activation of {node} to sigmoid</source>
   <translation>将损失设为自动，或将 {node} 的激活设为 sigmoid</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Set the loss to Automatic, or the balance to None</source>
   <translation>请把损失设为自动，或把平衡设为无</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set the memory format to automatic</source>
   <translation>将内存格式设为自动</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>Set the number of folds to {rest} or less</source>
   <translation>请将折数设为 {rest} 或更小</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set the optimiser to Adam</source>
   <translation>把优化器设为 Adam</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set the precision to auto</source>
   <translation>把精度设为 auto</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set the privacy to None</source>
   <translation>把隐私设为“无”</translation>
  </message>
  <message>
   <location filename="engine/data/table_targets.py" />
   <source>Set the task to auto, or take the column out of the targets</source>
   <translation>请把任务设为自动，或把该列移出目标</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Set the task to classification</source>
   <translation>把任务设为分类</translation>
  </message>
  <message>
   <location filename="engine/data/table_targets.py" />
   <source>Set the task to classification, or choose another target</source>
   <translation>请把任务设为分类，或选择其他目标</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>Set the task to classification, or correct the cell</source>
   <translation>请将任务设为分类，或更正该单元格</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Set the task to regression, or correct the labels</source>
   <translation>把任务设为回归，或改正标签</translation>
  </message>
  <message>
   <location filename="engine/data/table_targets.py" />
   <source>Set the task to regression, or the type of the column to category</source>
   <translation>请把任务设为回归，或把该列的类型设为类别</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>Set the task to several labels</source>
   <translation>请将任务设为多个标签</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set training.accumulation to 1, and the batch size to what fits</source>
   <translation>把 training.accumulation 设为 1，并把批大小设为放得下的值</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>Set training.accumulation to 1, or switch training.processes.sync_batch_norm off</source>
   <translation>请将 training.accumulation 设为 1，或关闭 training.processes.sync_batch_norm</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>Set training.accumulation to {batch_size} or less</source>
   <translation>请将 training.accumulation 设为 {batch_size} 或更小</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Set training.accumulation to {batch_size} or less, or replace it with LayerNorm</source>
   <translation>请将 training.accumulation 设为 {batch_size} 或更小，或换用 LayerNorm</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set training.compile to false</source>
   <translation>把 training.compile 设为 false</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set training.loss to auto</source>
   <translation>把 training.loss 设为 auto</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set training.memory_format to auto</source>
   <translation>请将 training.memory_format 设为 auto</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>Set training.objective.discriminator to another one</source>
   <translation>把 training.objective.discriminator 设为另一个网络</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set training.precision to auto</source>
   <translation>把 training.precision 设为 auto</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>Set training.precision to auto or bf16</source>
   <translation>把 training.precision 设为 auto 或 bf16</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>Set training.precision to auto or fp32</source>
   <translation>把 training.precision 设为 auto 或 fp32</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>Set training.precision to auto or fp32, or choose another optimiser</source>
   <translation>把 training.precision 设为 auto 或 fp32，或选择其他优化器</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Set training.precision to auto or fp32, or training.privacy to none</source>
   <translation>请把 training.precision 设为 auto 或 fp32，或把 training.privacy 设为 none</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Set training.privacy to none</source>
   <translation>把 training.privacy 设为 none</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Set training.stopping.monitor to one of these</source>
   <translation>请将 training.stopping.monitor 设为其中之一</translation>
  </message>
  <message>
   <location filename="engine/graph/tags.py" />
   <source>Set units of {dense} to {classes}, the number of tags</source>
   <translation>把 {dense} 的单元数设为 {classes}，即标签数</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Set units of {source} to {wanted}, the number of classes ({wanted})</source>
   <translation>把 {source} 的单元数设为 {wanted}，即类别数（{wanted}）</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Set units of {source} to {wanted}, the number of labels ({wanted})</source>
   <translation>将 {source} 的单元数设为 {wanted}，即标签数（{wanted}）</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Set units of {source} to {wanted}, the number of targets ({wanted})</source>
   <translation>把 {source} 的单元数设为 {wanted}，即目标数（{wanted}）</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Set vocabulary to {needed}</source>
   <translation>把词表大小设为 {needed}</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>Set weight decay above 0, such as 0.001</source>
   <translation>将权重衰减设为大于 0，例如 0.001</translation>
  </message>
  <message>
   <location filename="engine/graph/reconstruction.py" />
   <source>Set {field} of {source} to {shape}</source>
   <translation>将 {source} 的 {field} 设为 {shape}</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>Set {parent} to one of these first</source>
   <translation>请先把 {parent} 设为其中之一</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>Set {parent}={others} first</source>
   <translation>请先设置 {parent}={others}</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Several labels a sample are a row of zeros and ones for each, one column a label</source>
   <translation>每个样本的多个标签是一行 0 和 1，每列一个标签</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Several labels a sample are written as 1 for each that it has, and 0</source>
   <translation>每个样本的多个标签：有的写 1，没有的写 0</translation>
  </message>
  <message>
   <location filename="engine/data/table_targets.py" />
   <source>Several labels are columns of yes and no, one for each label</source>
   <translation>多个标签是内容为“是”与“否”的列，每个标签一列</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>Several processes can't train on {name}</source>
   <translation>多个进程不能在 {name} 上训练</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Several runs begin with '{text}'</source>
   <translation>有多次运行以“{text}”开头</translation>
  </message>
  <message>
   <location filename="engine/runs/studies.py" />
   <source>Several studies begin with '{reference}'</source>
   <translation>有多个研究以“{reference}”开头</translation>
  </message>
  <message>
   <location filename="engine/data/excluded.py" />
   <source>Some are needed to train on</source>
   <translation>训练需要一些样本</translation>
  </message>
  <message>
   <location filename="engine/train/balancing.py" />
   <source>Some must count for there to be something to learn</source>
   <translation>至少要有一些样本有分量，才有可学的内容</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>Some pictures have none or several of the {columns} columns set to 1</source>
   <translation>有些图片的 {columns} 列中没有或有多列为 1</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>Some samples belong to validation and test at once</source>
   <translation>有些样本同时属于验证集和测试集</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Sort the pictures into such folders, or choose another folder</source>
   <translation>请把图片分到这样的文件夹中，或选择其他文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/loose_pictures.py" />
   <source>Sort them into a folder for each class, list them with labels in a CSV file, or set the task to reconstruction</source>
   <translation>请把它们按类别放入各自的文件夹，或在 CSV 文件中列出并标注，或将任务设为重建</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Sorting out the columns</source>
   <translation>正在整理各列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Spirals</source>
   <translation>螺旋</translation>
  </message>
  <message>
   <location filename="engine/data/prepare.py" />
   <source>Splitting</source>
   <translation>正在划分</translation>
  </message>
  <message>
   <location filename="engine/train/session.py" />
   <source>Start a new run</source>
   <translation>开始新的运行</translation>
  </message>
  <message>
   <location filename="engine/train/warm.py" />
   <source>Start a run without them, or restore that run's project first</source>
   <translation>请不使用这些权重开始运行，或先恢复该运行的项目</translation>
  </message>
  <message>
   <location filename="engine/train/place.py" />
   <source>Start it as: torchrun --nproc-per-node 2 -m workbench train project.nnwb</source>
   <translation>请这样启动：torchrun --nproc-per-node 2 -m workbench train project.nnwb</translation>
  </message>
  <message>
   <location filename="engine/train/warm.py" />
   <source>Start it without them, or choose another run</source>
   <translation>请不带权重开始，或选择另一次运行</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>Start it without torchrun</source>
   <translation>请不用 torchrun 启动</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>Start it without torchrun, or change the setting</source>
   <translation>请不用 torchrun 启动，或更改该设置</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>Stop early, add dropout, weight decay or augmentation, take a smaller network, or find more data</source>
   <translation>可提前停止，增加 Dropout、权重衰减或数据增强，改用更小的网络，或收集更多数据</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>Stop here, or lower the learning rate with a schedule</source>
   <translation>可在此停止，或用学习率调度降低学习率</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Stop it first</source>
   <translation>请先停止它</translation>
  </message>
  <message>
   <location filename="engine/runs/studies.py" />
   <source>Stop it there first</source>
   <translation>请先在那里停止它</translation>
  </message>
  <message>
   <location filename="engine/runs/studies.py" />
   <source>Study {study} goes on at this moment, in another window or on the command line</source>
   <translation>研究 {study} 正在另一个窗口或命令行中进行</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>Subtract a constant where the data comes from, such as the first date from all, or ignore the column</source>
   <translation>请在数据来源处减去一个常数（例如所有值减去首个日期），或忽略该列</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>Such files start with lines like '@problemName GunPoint', then '@data', then a series a line</source>
   <translation>这类文件以“@problemName GunPoint”之类的行开头，接着是“@data”，然后每行一条序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Swap the two files</source>
   <translation>把两个文件对调</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>Switch off Frozen, in the Model stage, for the layers that are to learn</source>
   <translation>请在“模型”阶段为需要学习的层关闭“冻结”</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>Tagged text has a token and its tag in each line, and a blank line between sequences</source>
   <translation>标注文本的每行有一个词元及其标签，序列之间有空行</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>Tagged text has a token and its tag in each line, with a tab or a blank between them</source>
   <translation>标注文本的每行有一个词元及其标签，中间是制表符或空格</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Tagged text is for the task tagging, and not for {task}</source>
   <translation>标注文本用于 tagging（序列标注）任务，而不是 {task}</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Tags can be weighed in the loss</source>
   <translation>可以在损失中给标签加权</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>Take a larger network or a higher learning rate, or give it inputs that tell more</source>
   <translation>改用更大的网络或更高的学习率，或提供信息更多的输入</translation>
  </message>
  <message>
   <location filename="engine/data/excluded.py" />
   <source>Take back in what was left out, or choose other data</source>
   <translation>请恢复被排除的样本，或选择其他数据</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Take it away</source>
   <translation>请将其移除</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Take it away with data.augment=none, or choose one for this data</source>
   <translation>用 data.augment=none 去掉它，或选择适用于此数据的增强</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>Take it out in Weka, or save the table as CSV</source>
   <translation>请在 Weka 中去掉它，或将表格保存为 CSV</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Take it out or correct its name</source>
   <translation>去掉它，或改正它的名称</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Take the file as a table (--kind table)</source>
   <translation>请把文件当作表格（--kind table）</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Take the layer out: the noise of a GAN enters at the generator's Input</source>
   <translation>请去掉该层：GAN 的噪声从生成器的输入进入</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>Take the layers' learning rates away, or choose another optimiser</source>
   <translation>去掉各层的学习率，或选择其他优化器</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>Take them out of training.metrics</source>
   <translation>把它们从 training.metrics 中去掉</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Take {moving} out of the augmentation</source>
   <translation>请从数据增强中去掉 {moving}</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Take {operation} out of the augmentation</source>
   <translation>请从增强中去掉{operation}</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>Take {operation} out of the augmentation, or set training.privacy to none</source>
   <translation>请从数据增强中去掉 {operation}，或把 training.privacy 设为 none</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Take {title} out of the augmentation</source>
   <translation>从数据增强中去掉 {title}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>Taken as a number, it drowns the differences between the others</source>
   <translation>作为数字使用时，它会淹没其他值之间的差异</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>The .npz file</source>
   <translation>.npz 文件</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The Input must have the data's shape and type</source>
   <translation>Input 的形状和类型必须与数据一致</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>The array '{name}' has the shape {shape_text}</source>
   <translation>数组“{name}”的形状是 {shape_text}</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>The array '{name}' has the shape {shape_text}, which cannot be read as {found}</source>
   <translation>数组“{name}”的形状是 {shape_text}，无法按 {found} 读取</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>The array '{name}' holds text, which cannot be predicted as a number</source>
   <translation>数组“{name}”是文本，不能作为数值来预测</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>The array '{name}' holds {bad}, which is no class</source>
   <translation>数组“{name}”含有 {bad}，它不是类别</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>The array '{name}' holds {kind} in the shape {shape_text}</source>
   <translation>数组“{name}”是形状为 {shape_text} 的{kind}</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>The array '{name}' holds {kind}, not numbers</source>
   <translation>数组“{name}”是{kind}，不是数值</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>The array '{name}' of '{path}' holds Python objects, which could run somebody else's code</source>
   <translation>“{path}”的数组“{name}”含有 Python 对象，可能会运行他人的代码</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>The arrays of '{path}' hold different numbers of samples ({counts})</source>
   <translation>“{path}”的各数组样本数不同（{counts}）</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>The attribute '{own}' of '{name}' has the type '{word}'</source>
   <translation>“{name}”的属性“{own}”类型为“{word}”</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>The augmentation moves what the network is to reconstruct ({moving})</source>
   <translation>数据增强会移动网络要重建的内容（{moving}）</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>The augmentation of {words} has no effect, as the data has none: {titles}</source>
   <translation>针对{words}的增强不起作用，因为数据中没有：{titles}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>The balance has no effect: a GAN does not look at classes</source>
   <translation>类别平衡不起作用：GAN 不看类别</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>The balance has no effect: the data has no classes</source>
   <translation>类别平衡不起作用：数据中没有类别</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>The balance {balance} is a form of cross-entropy, and the loss is {loss}</source>
   <translation>平衡方式{balance}是交叉熵的一种形式，而损失是{loss}</translation>
  </message>
  <message>
   <location filename="engine/train/session.py" />
   <source>The checkpoint of run {run} holds only weights</source>
   <translation>运行 {run} 的检查点只有权重</translation>
  </message>
  <message>
   <location filename="engine/train/checkpoint.py" />
   <source>The checkpoint {path} can't be read ({error})</source>
   <translation>检查点 {path} 无法读取（{error}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>The class folder holds no picture that can be read</source>
   <translation>该类别文件夹中没有可读取的图片</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>The class name '{twice}' stands twice</source>
   <translation>类别名称“{twice}”出现了两次</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>The class {listed} has fewer than {FEW} samples to train on, or none in one of the parts</source>
   <translation>类别 {listed} 的训练样本少于 {FEW} 个，或在某个子集中没有样本</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>The classes have too few samples to keep their shares in every part, so samples were drawn at random</source>
   <translation>有些类别的样本太少，无法在每个部分保持比例，因此改为随机抽取</translation>
  </message>
  <message>
   <location filename="engine/evaluate/report.py" />
   <source>The classes of '{target}' are no longer those that run {run} was trained with</source>
   <translation>“{target}”的类别与运行 {run} 训练时不同了</translation>
  </message>
  <message>
   <location filename="engine/data/table_targets.py" />
   <source>The column '{column}' holds '{odd}', which is neither yes nor no</source>
   <translation>列“{column}”含有“{odd}”，它既不是“是”也不是“否”</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>The column '{column}' holds '{strange}', which is not the name of a part</source>
   <translation>列“{column}”中有“{strange}”，它不是某个部分的名称</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>The column '{column}' holds no times, but {example}</source>
   <translation>列“{column}”中没有时间，而是 {example}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>The column '{column}' holds no weights, but {example}</source>
   <translation>列“{column}”中没有权重，而是 {example}</translation>
  </message>
  <message>
   <location filename="engine/data/table_targets.py" />
   <source>The column '{first}' holds {odd}, which is no class</source>
   <translation>列“{first}”含有 {odd}，它不是类别</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>The column '{group}' of '{title}' is empty</source>
   <translation>“{title}”的列“{group}”是空的</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>The column '{name}' holds text such as {example}, which cannot be predicted as a number</source>
   <translation>列“{name}”含有 {example} 这样的文字，不能作为数值来预测</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>The column '{name}' holds text, which cannot be predicted as a number</source>
   <translation>列“{name}”是文字，不能作为数值来预测</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>The column '{name}' holds {distinct} different texts, which is too many for channels</source>
   <translation>列“{name}”有 {distinct} 种不同的文字，作为通道太多了</translation>
  </message>
  <message>
   <location filename="engine/data/table_targets.py" />
   <source>The column '{words}' holds text such as '{example}', which cannot be predicted as a number</source>
   <translation>列“{words}”含有“{example}”这样的文本，不能作为数值预测</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>The column is '{columns}'</source>
   <translation>该列是“{columns}”</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/assemble.py" />
   <source>The column of tags of '{title}' holds {classes} different values for {tokens} tokens, such as '{classes2}'</source>
   <translation>“{title}”的标签列对 {tokens} 个词元有 {classes} 种不同的值，例如“{classes2}”</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>The column {listed} has the same value in every training row</source>
   <translation>列 {listed} 在每个训练行中的值都相同</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>The data file</source>
   <translation>数据文件</translation>
  </message>
  <message>
   <location filename="engine/graph/tags.py" />
   <source>The data has a tag for each of {steps} steps, so that the Output needs {wanted}: {classes} numbers at each step</source>
   <translation>数据在 {steps} 步中的每一步都有一个标签，因此 Output 需要 {wanted}：每一步 {classes} 个数</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>The data has a weight that is no number</source>
   <translation>数据中有一个权重不是数</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>The data has an infinite weight</source>
   <translation>数据中有一个无穷大的权重</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>The data has no groups to keep whole</source>
   <translation>数据没有可保持完整的分组</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The data has no inputs</source>
   <translation>数据没有输入</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>The data has no times to split by</source>
   <translation>数据没有可用来划分的时间</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>The data has the weight 0 for every sample</source>
   <translation>数据中每个样本的权重都是 0</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>The data has the weight {low}</source>
   <translation>数据中有权重 {low}</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The data has {inputs}</source>
   <translation>数据有 {inputs}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>The data is examined</source>
   <translation>数据检查完毕</translation>
  </message>
  <message>
   <location filename="engine/study/probe.py" />
   <source>The data is read again as it was now: pictures and texts that are in the cache stay there</source>
   <translation>数据会像这次一样再读一遍：缓存中的图片和文本保留在缓存中</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>The data is scaled to mean 0: it holds numbers of both signs and any size</source>
   <translation>数据已缩放到均值 0：其中有正有负，大小不限</translation>
  </message>
  <message>
   <location filename="engine/study/members.py" />
   <source>The data is split by time, and folds would train on what came later than what they are tested on</source>
   <translation>数据按时间划分，而分折会用较晚的样本训练、用较早的样本检验</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The data needs {wanted} number for a sample, one for each label</source>
   <translation>数据要求每个样本 {wanted} 个数，每个标签一个</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The data needs {wanted} number for a sample, one for each target</source>
   <translation>数据的每个样本需要 {wanted} 个数值，每个目标一个</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The data needs {wanted} numbers for a sample, one for each class</source>
   <translation>数据的每个样本需要 {wanted} 个数值，每个类别一个</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The data needs {wanted} numbers for a sample, one for each class, or a single one</source>
   <translation>数据的每个样本需要 {wanted} 个数值，每个类别一个，或只要一个数值</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The data needs {wanted} numbers for a sample, one for each label</source>
   <translation>数据要求每个样本 {wanted} 个数，每个标签一个</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The data needs {wanted} numbers for a sample, one for each target</source>
   <translation>数据的每个样本需要 {wanted} 个数值，每个目标一个</translation>
  </message>
  <message>
   <location filename="engine/evaluate/report.py" />
   <source>The data no longer has '{name}', which run {run} was trained with</source>
   <translation>数据中不再有“{name}”，而运行 {run} 是用它训练的</translation>
  </message>
  <message>
   <location filename="engine/train/health/locate.py" />
   <source>The data of step {step} held a number that is not finite already</source>
   <translation>第 {step} 步的数据中已经含有非有限的数值</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The data's targets are none</source>
   <translation>数据没有目标</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>The data's targets are {targets}</source>
   <translation>数据的目标有 {targets}</translation>
  </message>
  <message>
   <location filename="engine/train/private.py" />
   <source>The delta of the privacy is {delta}, and there are {samples} training samples</source>
   <translation>隐私的 delta 为 {delta}，而训练样本有 {samples} 个</translation>
  </message>
  <message>
   <location filename="engine/train/devices.py" />
   <source>The device '{name}' is not there</source>
   <translation>没有设备“{name}”</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>The disk is full</source>
   <translation>磁盘已满</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>The disk is full ({filename})</source>
   <translation>磁盘已满（{filename}）</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>The download probably saved the page around the file</source>
   <translation>下载到的可能是文件所在的网页</translation>
  </message>
  <message>
   <location filename="engine/train/run.py" />
   <source>The ending could not be recorded: {why}</source>
   <translation>无法记录运行的结束：{why}</translation>
  </message>
  <message>
   <location filename="engine/train/place.py" />
   <source>The environment names no place among several processes ({error})</source>
   <translation>环境变量没有说明本进程在多个进程中的位置（{error}）</translation>
  </message>
  <message>
   <location filename="ui/doctor.py" />
   <source>The examination of this computer said nothing</source>
   <translation>检查这台计算机没有得到任何结果</translation>
  </message>
  <message>
   <location filename="engine/export/process.py" />
   <source>The export could not begin: {error}</source>
   <translation>导出无法开始：{error}</translation>
  </message>
  <message>
   <location filename="engine/export/process.py" />
   <source>The export could not begin: {strerror}</source>
   <translation>导出无法开始：{strerror}</translation>
  </message>
  <message>
   <location filename="engine/export/replay.py" />
   <source>The export was not kept: replayed with {where}, {what}</source>
   <translation>导出结果未保留：用 {where} 重放时，{what}</translation>
  </message>
  <message>
   <location filename="engine/export/python_file.py" />
   <source>The export was not kept: the Python file fails when it is run ({last})</source>
   <translation>导出结果未保留：Python 文件运行失败（{last}）</translation>
  </message>
  <message>
   <location filename="engine/export/process.py" />
   <source>The export's process died ({last})</source>
   <translation>导出进程意外终止（{last}）</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>The file '{name}'</source>
   <translation>文件“{name}”</translation>
  </message>
  <message>
   <location filename="engine/data/picture_files.py" />
   <source>The file '{name}' is not a picture that can be read</source>
   <translation>文件“{name}”不是可读取的图片</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>The file '{path}' cannot be read ({reason})</source>
   <translation>文件“{path}”无法读取（{reason}）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/ask.py" />
   <source>The file '{path}' cannot be written ({error})</source>
   <translation>文件“{path}”无法写入（{error}）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/ask.py" />
   <source>The file '{path}' cannot be written ({strerror})</source>
   <translation>文件“{path}”无法写入（{strerror}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>The file '{path}' does not have the size that its header tells: {have} bytes {where}</source>
   <translation>文件“{path}”的大小与文件头不符：{have} 字节，{where}</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>The file '{path}' has no array called '{wanted}'</source>
   <translation>文件“{path}”没有叫“{wanted}”的数组</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>The file '{path}' has no array that looks like {what}</source>
   <translation>文件“{path}”没有看起来像{what}的数组</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>The file '{path}' is a web page, not data</source>
   <translation>文件“{path}”是网页，不是数据</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>The file '{path}' is damaged or cut short ({error})</source>
   <translation>文件“{path}”已损坏或不完整（{error}）</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>The file '{path}' is damaged, cut short, or not a {kind} file ({reason})</source>
   <translation>文件“{path}”已损坏、不完整，或不是 {kind} 文件（{reason}）</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>The file '{path}' is empty</source>
   <translation>文件“{path}”是空的</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>The file '{path}' is not an IDX file: it starts with nothing</source>
   <translation>文件“{path}”不是 IDX 文件：它没有内容</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>The file '{path}' is not an IDX file: it starts with {hex}</source>
   <translation>文件“{path}”不是 IDX 文件：它以 {hex} 开头</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>The file '{path}' is not in the folder {parent}</source>
   <translation>文件“{path}”不在文件夹 {parent} 中</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>The file '{path}' is only a Git LFS pointer, not the data itself</source>
   <translation>文件“{path}”只是 Git LFS 指针，不是数据本身</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>The file of labels</source>
   <translation>标签文件</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>The file of labels for the test</source>
   <translation>测试标签文件</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>The file of pictures</source>
   <translation>图片文件</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>The file of pictures for the test</source>
   <translation>测试图片文件</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>The file of samples</source>
   <translation>样本文件</translation>
  </message>
  <message>
   <location filename="engine/study/rate.py" />
   <source>The finder follows one loss that falls</source>
   <translation>寻找学习率时跟踪的是一个下降的损失</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>The first process of this run was not found at {get}:{get2} within {seconds} minutes</source>
   <translation>{seconds} 分钟内在 {get}:{get2} 找不到这次运行的第一个进程</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>The first process of this run was not found at {get}:{get2} within {seconds} seconds</source>
   <translation>{seconds} 秒内在 {get}:{get2} 找不到这次运行的第一个进程</translation>
  </message>
  <message>
   <location filename="engine/data/sources/recognise.py" />
   <source>The folder '{path}' holds no data that can be read</source>
   <translation>文件夹 '{path}' 里没有能读取的数据</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>The folder '{path}' holds {sets} .ts files of series</source>
   <translation>文件夹“{path}”里有 {sets} 个序列的 .ts 文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>The folder '{path}' holds {sets} .ts files of series: {sets2}</source>
   <translation>文件夹“{path}”里有 {sets} 个序列的 .ts 文件：{sets2}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>The folder '{path}' holds {sets} .ts files of series: {sets2}, ...</source>
   <translation>文件夹“{path}”里有 {sets} 个序列的 .ts 文件：{sets2}……</translation>
  </message>
  <message>
   <location filename="engine/data/sources/recognise.py" />
   <source>The folder '{path}' is empty</source>
   <translation>文件夹 '{path}' 是空的</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>The folder '{root}' holds no file of tagged text that is called train, validation or test</source>
   <translation>文件夹“{root}”中没有名为 train、validation 或 test 的标注文本文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>The folder '{root}' holds no pictures</source>
   <translation>文件夹“{root}”中没有图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>The folder '{root}' holds no series that can be read</source>
   <translation>文件夹“{root}”里没有可以读取的序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/loose_pictures.py" />
   <source>The folder '{root}' is empty</source>
   <translation>文件夹“{root}”是空的</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>The folder '{root}' is not in {parent}</source>
   <translation>{parent} 中没有文件夹“{root}”</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>The folder cannot be read ({error})</source>
   <translation>无法读取该文件夹（{error}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/class_folders.py" />
   <source>The folder cannot be read ({strerror})</source>
   <translation>无法读取该文件夹（{strerror}）</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>The folder for runs {folder} can't be written ({detail})</source>
   <translation>无法写入运行记录文件夹 {folder}（{detail}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>The folder holds {found} sets of pictures: {values}</source>
   <translation>文件夹里有 {found} 套图片：{values}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>The folder is none of train, validation and test, which are beside it</source>
   <translation>旁边有 train、validation 和 test，而此文件夹不属于其中</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_common.py" />
   <source>The folder of pictures is not chosen</source>
   <translation>尚未选择图片文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>The folder of series is not chosen</source>
   <translation>还没有选择序列文件夹</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>The folder {folder} is not there any more</source>
   <translation>文件夹 {folder} 已不存在</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>The gap of {gap} samples leaves nothing of the {part} part, which has {count}</source>
   <translation>{gap} 个样本的间隔使 {part} 部分什么也不剩，该部分只有 {count} 个样本</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>The generator learns from augmented samples, and makes samples that look augmented</source>
   <translation>生成器从增强后的样本学习，会生成看起来被增强过的样本</translation>
  </message>
  <message>
   <location filename="engine/evaluate/generator.py" />
   <source>The generator of run {run} can't be built: {why}</source>
   <translation>运行 {run} 的生成器无法构建：{why}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>The generator's last activation, {node}, gives {low} to {high}, and the data holds numbers from {has} to {has2} as it is scaled</source>
   <translation>生成器最后的激活 {node} 给出 {low} 到 {high}，而缩放后的数据在 {has} 到 {has2} 之间</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>The generator's last activation, {node}, gives {low} to {high}, and the data holds numbers without such ends as it is scaled</source>
   <translation>生成器最后的激活 {node} 给出 {low} 到 {high}，而缩放后的数据没有这样的上下限</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>The gradients explode: their norm is {total}, and was about {usual} before</source>
   <translation>梯度爆炸：其范数为 {total}，之前约为 {usual}</translation>
  </message>
  <message>
   <location filename="engine/study/search.py" />
   <source>The grid has {prod} combinations</source>
   <translation>网格有 {prod} 种组合</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>The gzip data should go on to its end mark</source>
   <translation>gzip 数据应当完整到结束标记</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>The header has {header}</source>
   <translation>表头有 {header}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/new_windows.py" />
   <source>The header of '{title}' has no column {listed}</source>
   <translation>“{title}”的表头没有列 {listed}</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>The installed torch {version} has no Muon</source>
   <translation>已安装的 torch {version} 没有 Muon</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>The labels are {found}</source>
   <translation>标签是 {found}</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>The labels are {found}, ...</source>
   <translation>标签是 {found}……</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>The labels of {describe} are classes that it brings itself</source>
   <translation>{describe} 的标签是它自带的类别</translation>
  </message>
  <message>
   <location filename="engine/train/run.py" />
   <source>The last checkpoint could not be written: {why}</source>
   <translation>最后的检查点无法写入：{why}</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>The last checkpoint that was written is whole</source>
   <translation>最后写入的检查点是完整的</translation>
  </message>
  <message>
   <location filename="engine/train/sharding.py" />
   <source>The layout channels last does not go with weights that are divided among processes</source>
   <translation>channels last 布局不能与分给多个进程的权重一起使用</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>The link from {source} to {target} leaves at '{source_port}', which it does not have</source>
   <translation>从 {source} 到 {target} 的连接从“{source_port}”出发，而那里没有这个端口</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>The links of {names} form a loop</source>
   <translation>{names} 的连接构成了环</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>The log has the details; please report them</source>
   <translation>日志中有详细信息，请报告此问题</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>The loss applies its own activation, and needs numbers of any size and sign</source>
   <translation>损失函数会自行应用激活函数，需要大小和正负不限的数值</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and '{input}' holds numbers outside 0 to 1 as it is scaled</source>
   <translation>损失是{loss}，而“{input}”缩放后有 0 到 1 之外的数</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and the numbers to predict are no shares</source>
   <translation>损失为 {loss}，而要预测的数值不是占比</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and the numbers to predict are standardised</source>
   <translation>损失为 {loss}，而要预测的数值已标准化</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and the numbers to predict go down to {lowest}</source>
   <translation>损失为 {loss}，而要预测的数值低至 {lowest}</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and {node} applies nothing to its predictions</source>
   <translation>损失是{loss}，而 {node} 对预测不作任何变换</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and {node} applies sigmoid to its predictions</source>
   <translation>损失是{loss}，而 {node} 对预测应用 sigmoid</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and {node} applies {applied} to its predictions</source>
   <translation>损失为 {loss}，而 {node} 对预测应用 {applied}</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and {node} gets a single number for a sample</source>
   <translation>损失是{loss}，而 {node} 对每个样本只得到一个数值</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and {node} predicts '{input}' again</source>
   <translation>损失是{loss}，而 {node} 重建“{input}”</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and {node} predicts a single number</source>
   <translation>损失为 {loss}，而 {node} 只预测一个数值</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and {node} predicts numbers</source>
   <translation>损失是{loss}，而 {node} 预测的是数值</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and {node} predicts {classes} classes</source>
   <translation>损失是{loss}，而 {node} 预测 {classes} 个类别</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and {node} predicts {classes} labels</source>
   <translation>损失是{loss}，而 {node} 预测 {classes} 个标签</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The loss is {loss}, and {node} predicts {classes} tags</source>
   <translation>损失是 {loss}，而 {node} 预测 {classes} 个标签</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>The loss {loss} evens out the classes, and so does the balance {balance}</source>
   <translation>损失{loss}会均衡各类别，平衡方式{balance}也会</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>The loss {loss} has no effect: a GAN has losses of its own</source>
   <translation>损失 {loss} 不起作用：GAN 有自己的损失</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>The losses have stood still for {window} epochs</source>
   <translation>损失已有 {window} 个轮次没有变化</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>The mean of a single number takes all of it away: a group needs several</source>
   <translation>单个数减去自身的均值就什么也不剩：每组需要多个数</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>The memory format has no effect: pictures of a GAN lie in memory as they are</source>
   <translation>内存格式不起作用：GAN 的图片按原样存放在内存中</translation>
  </message>
  <message>
   <location filename="engine/train/isolated.py" />
   <source>The memory of the computer ran out, and the system ended the process of this run (SIGKILL)</source>
   <translation>计算机内存耗尽，系统结束了此次运行的进程（SIGKILL）</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>The memory of {device} ran out in {name}, with {batch_size} samples in a batch</source>
   <translation>{device} 的内存在 {name} 处耗尽，每批 {batch_size} 个样本</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>The memory of {device} ran out, with {batch_size} samples in a batch</source>
   <translation>{device} 的内存耗尽，每批 {batch_size} 个样本</translation>
  </message>
  <message>
   <location filename="engine/project/networks.py" />
   <source>The name is too long. Use at most {LONGEST} letters</source>
   <translation>名称太长，最多 {LONGEST} 个字符</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>The network '{generator}' is to be both the generator and the discriminator</source>
   <translation>网络 '{generator}' 同时被指定为生成器和判别器</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>The network '{name}' is not trained</source>
   <translation>网络 '{name}' 不参与训练</translation>
  </message>
  <message>
   <location filename="engine/export/onnx.py" />
   <source>The network can't be exported as {name}: {first}</source>
   <translation>网络无法导出为 {name}：{first}</translation>
  </message>
  <message>
   <location filename="engine/train/compiling.py" />
   <source>The network could not be compiled ({why}): the run goes on as it is</source>
   <translation>网络无法编译（{why}）：运行照原样继续</translation>
  </message>
  <message>
   <location filename="engine/train/metrics/ranking.py" />
   <source>The network gives scores, not probabilities</source>
   <translation>网络给出的是得分，不是概率</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>The network has no Input</source>
   <translation>网络没有 Input</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>The network has no Output</source>
   <translation>网络没有 Output</translation>
  </message>
  <message>
   <location filename="engine/graph/decoder.py" />
   <source>The network has no layer that draws samples</source>
   <translation>网络没有采样的层</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The network has no weights to learn</source>
   <translation>网络没有可学习的权重</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>The network has {len} inputs ({listed}), and {what} holds one</source>
   <translation>网络有 {len} 个输入（{listed}），而 {what} 只有一个</translation>
  </message>
  <message>
   <location filename="engine/graph/decoder.py" />
   <source>The network has {middles} layers that draw samples</source>
   <translation>网络有 {middles} 个采样的层</translation>
  </message>
  <message>
   <location filename="engine/export/onnx.py" />
   <source>The network holds {weights} GB of weights</source>
   <translation>网络的权重有 {weights} GB</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>The network is not compiled where several processes train it</source>
   <translation>多个进程训练时不编译网络</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>The network learns its training samples by heart: since epoch {best} the validation loss rose from {low} to {now}, while the training loss fell to {train}</source>
   <translation>网络在死记训练样本：自第 {best} 轮起，验证损失从 {low} 升到 {now}，而训练损失降到 {train}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/new_windows.py" />
   <source>The network looks back on {steps} of them</source>
   <translation>网络要回看其中的 {steps} 行</translation>
  </message>
  <message>
   <location filename="engine/train/checkpoint.py" />
   <source>The network must be the one that was trained</source>
   <translation>必须是训练时的那个网络</translation>
  </message>
  <message>
   <location filename="engine/data/pictures.py" />
   <source>The network takes pictures of {channels} channels, which no picture file has</source>
   <translation>网络接受 {channels} 通道的图片，而图片文件没有这么多通道</translation>
  </message>
  <message>
   <location filename="engine/data/series/new_series.py" />
   <source>The network takes {channels}</source>
   <translation>网络需要 {channels} 个</translation>
  </message>
  <message>
   <location filename="engine/evaluate/predict.py" />
   <source>The network takes {inputs}</source>
   <translation>网络需要 {inputs}</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>The network takes {takes}, and '{path}' is a table</source>
   <translation>网络接受{takes}，而“{path}”是表格</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>The network takes {takes}, and '{path}' is not a table of numbers</source>
   <translation>网络接受{takes}，而“{path}”不是数值表格</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>The network underfits: its training loss stands still at {train}, not far below the {base} of an answer that never looks at the input</source>
   <translation>网络欠拟合：训练损失停在 {train}，只比完全不看输入的回答的 {base} 略低</translation>
  </message>
  <message>
   <location filename="engine/data/apply.py" />
   <source>The network was made for ({d})</source>
   <translation>网络是为 ({d}) 设计的</translation>
  </message>
  <message>
   <location filename="engine/data/series/new_series.py" />
   <source>The network was trained with series in which every channel has some</source>
   <translation>训练用的序列在每个通道里都有值</translation>
  </message>
  <message>
   <location filename="engine/data/series/new_series.py" />
   <source>The network was trained with series of {counted}, none of them shorter</source>
   <translation>训练用的序列都是 {counted}，没有更短的</translation>
  </message>
  <message>
   <location filename="engine/train/compiling.py" />
   <source>The network's steps could not be recorded as a CUDA graph ({why}): the run goes on as it is</source>
   <translation>网络的步骤无法录制为 CUDA 图（{why}）：运行照原样继续</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>The networks '{seen}' and '{name}' both have a node with the id '{twice}'</source>
   <translation>网络 '{seen}' 和 '{name}' 都有编号为 '{twice}' 的节点</translation>
  </message>
  <message>
   <location filename="engine/train/compiling.py" />
   <source>The networks of a GAN are not compiled: the run goes on as it is</source>
   <translation>GAN 的网络不会编译：训练照原样继续</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>The networks of a GAN are not compiled: they learn as they are</source>
   <translation>GAN 的网络不会编译，按原样学习</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>The networks of a GAN see noise and made samples too; a moving average (EMA) is what helps them</source>
   <translation>GAN 的网络还会看到噪声和生成的样本；对它们有帮助的是移动平均（EMA）</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>The newest runs are {known}</source>
   <translation>最近的运行有 {known}</translation>
  </message>
  <message>
   <location filename="engine/runs/studies.py" />
   <source>The newest studies are {known}</source>
   <translation>最新的研究是 {known}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>The noise of '{name}' is to be ids</source>
   <translation>'{name}' 的噪声被设为编号</translation>
  </message>
  <message>
   <location filename="engine/study/probe.py" />
   <source>The one epoch is trained</source>
   <translation>训练这一轮</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>The optimiser {optimizer} searches along a line for the smallest loss</source>
   <translation>优化器 {optimizer} 沿一条直线寻找最小损失</translation>
  </message>
  <message>
   <location filename="engine/data/encoding.py" />
   <source>The order of '{how}' does not say where '{unknown}' stands</source>
   <translation>“{how}”的顺序没有说明“{unknown}”排在哪里</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>The parts of the data have different numbers of samples: {listed}</source>
   <translation>数据各部分的样本数不同：{listed}</translation>
  </message>
  <message>
   <location filename="engine/data/picture_files.py" />
   <source>The picture '{name}' has {millions} million pixels</source>
   <translation>图片“{name}”有 {millions} 百万像素</translation>
  </message>
  <message>
   <location filename="engine/data/picture_files.py" />
   <source>The picture '{name}' is damaged, cut short, or of a kind that cannot be read ({reason})</source>
   <translation>图片“{name}”已损坏、不完整或格式无法读取（{reason}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/loose_pictures.py" />
   <source>The pictures of {describe} have no classes or numbers to predict</source>
   <translation>{describe} 的图片没有可预测的类别或数值</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>The port {port} of this computer is taken by another program, so that the processes of this run can't meet</source>
   <translation>本机端口 {port} 被另一个程序占用，这次运行的进程无法会合</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>The precision {precision} has no effect: a GAN is trained in fp32</source>
   <translation>精度 {precision} 不起作用：GAN 用 fp32 训练</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>The preferences are damaged and can't be set aside; the defaults are in use</source>
   <translation>首选项已损坏且无法移开，现使用默认值</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>The preferences could not be read ({error}); the defaults are in use</source>
   <translation>无法读取首选项（{error}），现使用默认值</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>The preferences could not be read ({strerror}); the defaults are in use</source>
   <translation>无法读取首选项（{strerror}），现使用默认值</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>The preferences were damaged and now start afresh. The old file is kept as {aside}</source>
   <translation>首选项已损坏，现重新开始。旧文件保留为 {aside}</translation>
  </message>
  <message>
   <location filename="engine/data/cache.py" />
   <source>The prepared data needs {needed} GB on the disk of {root}, and {free} GB is free</source>
   <translation>准备好的数据在 {root} 所在磁盘上需要 {needed} GB，而可用空间为 {free} GB</translation>
  </message>
  <message>
   <location filename="engine/train/private.py" />
   <source>The privacy budget is spent: epsilon is {spent}, and {epsilon} was planned. The epochs or the batch size were raised after the noise was chosen</source>
   <translation>隐私预算已用完：epsilon 为 {spent}，而计划为 {epsilon}。选定噪声之后又增加了轮数或批大小</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>The privacy covers the weights, and nothing else of the run</source>
   <translation>隐私保护只涵盖权重，不涵盖运行的其他内容</translation>
  </message>
  <message>
   <location filename="engine/train/isolated.py" />
   <source>The process of this run crashed in compiled code ({name})</source>
   <translation>此次运行的进程在编译代码中崩溃（{name}）</translation>
  </message>
  <message>
   <location filename="engine/train/isolated.py" />
   <source>The process of this run failed ({said})</source>
   <translation>此次运行的进程失败（{said}）</translation>
  </message>
  <message>
   <location filename="engine/train/isolated.py" />
   <source>The process of this run was ended from outside ({name})</source>
   <translation>此次运行的进程被外部结束（{name}）</translation>
  </message>
  <message>
   <location filename="engine/train/telling.py" />
   <source>The processor is free again: training goes on with {threads}</source>
   <translation>处理器空闲了：训练继续使用 {threads}</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>The program failed while training: {error}: {first_line}</source>
   <translation>训练时程序出错：{error}：{first_line}</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>The program was ended while this run was training</source>
   <translation>程序在此次运行训练时被结束</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>The project has no data</source>
   <translation>项目没有数据</translation>
  </message>
  <message>
   <location filename="engine/data/prepare.py" />
   <source>The project has no data yet</source>
   <translation>项目还没有数据</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>The project has {names}</source>
   <translation>项目中有 {names}</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>The real file is larger and lies on the server it came from</source>
   <translation>真正的文件更大，在它原来的服务器上</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>The record of runs {path} failed: {error}</source>
   <translation>运行记录 {path} 出错：{error}</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>The record of runs {path} is damaged or not Workbench's</source>
   <translation>运行记录 {path} 已损坏，或不属于 Workbench</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>The record of runs {path} is damaged or not Workbench's ({detail})</source>
   <translation>运行记录 {path} 已损坏，或不属于 Workbench（{detail}）</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>The rest goes on without them</source>
   <translation>其余部分照常进行</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>The result is always 1</source>
   <translation>结果总是 1</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>The result is always 1; Sigmoid is made for one number</source>
   <translation>结果总是 1；单个数值应使用 Sigmoid</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>The row has {listed}, which the network does not know</source>
   <translation>这一行有 {listed}，网络不认识</translation>
  </message>
  <message>
   <location filename="engine/project/untitled.py" />
   <source>The runs could not be moved to {target}: {error}</source>
   <translation>运行记录无法移到 {target}：{error}</translation>
  </message>
  <message>
   <location filename="engine/project/untitled.py" />
   <source>The runs could not be moved to {target}: {strerror}</source>
   <translation>运行记录无法移到 {target}：{strerror}</translation>
  </message>
  <message>
   <location filename="engine/project/untitled.py" />
   <source>The runs were left in {runs_dir}: {target} already holds other runs</source>
   <translation>运行记录仍留在 {runs_dir}：{target} 中已有其他运行</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>The same in several parts</source>
   <translation>多个子集中相同</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>The same input with different labels</source>
   <translation>相同的输入，标签不同</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>The same several times</source>
   <translation>多次出现相同样本</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>The samples are {known}</source>
   <translation>样本有 {known}</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>The samples belong together in groups, and privacy is promised to each sample by itself</source>
   <translation>样本成组相关，而隐私只对每个样本单独作出保证</translation>
  </message>
  <message>
   <location filename="engine/evaluate/generator.py" />
   <source>The samples can't be written to '{folder}' ({strerror})</source>
   <translation>无法把样本写入 '{folder}'（{strerror}）</translation>
  </message>
  <message>
   <location filename="engine/data/apply.py" />
   <source>The samples have the shape {shape_text}</source>
   <translation>样本的形状是 {shape_text}</translation>
  </message>
  <message>
   <location filename="engine/data/apply.py" />
   <source>The samples have the shape {shape}</source>
   <translation>样本的形状是 {shape}</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The samples have times, and the split does not go by them: training sees samples that are newer than some of those that it is scored on. Split by time to score it on what comes later</source>
   <translation>样本带有时间，而划分没有按时间进行：训练会看到比评分样本更新的样本。请按时间划分，以便在之后的样本上评分</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>The scaling that is chosen is for columns of tables: here, values are brought to mean 0 and deviation 1</source>
   <translation>所选的缩放方式只适用于表格的列：这里的数值会被缩放到均值 0、标准差 1</translation>
  </message>
  <message>
   <location filename="engine/train/scheduling.py" />
   <source>The schedule now runs over {now} epochs instead of {before}: the learning rate goes on at {new}, where it was {old}</source>
   <translation>学习率计划现在覆盖 {now} 轮，而不是 {before} 轮：学习率从 {old} 变为 {new} 继续</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>The second adds nothing, and counts the same thing twice</source>
   <translation>第二列不增加任何信息，只是重复计算</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>The series of '{first}' have {channels} channels, and those of '{other}' {channels2}</source>
   <translation>“{first}”的序列有 {channels} 个通道，“{other}”的有 {channels2} 个</translation>
  </message>
  <message>
   <location filename="engine/data/series/new_series.py" />
   <source>The series of '{name}' have {found} channel</source>
   <translation>“{name}”的序列有 {found} 个通道</translation>
  </message>
  <message>
   <location filename="engine/data/series/new_series.py" />
   <source>The series of '{name}' have {found} channels</source>
   <translation>“{name}”的序列有 {found} 个通道</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>The series of '{path}' have no labels</source>
   <translation>“{path}”的序列没有标签</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>The shape should be {SHAPES}</source>
   <translation>形状应为 {SHAPES}</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>The shape {text} holds multiples of {fixed}</source>
   <translation>形状 {text} 可容纳 {fixed} 的倍数</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>The shape {text} holds {fixed}</source>
   <translation>形状 {text} 可容纳 {fixed} 个</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>The sheet '{name}' of '{path}' has {width} filled columns and {height} rows</source>
   <translation>“{path}”的工作表“{name}”有 {width} 个非空列和 {height} 行</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/code.py" />
   <source>The source files of the installed libraries are not there to be read</source>
   <translation>已安装的库没有可读取的源文件</translation>
  </message>
  <message>
   <location filename="engine/study/runner.py" />
   <source>The study could not be recorded: {why}</source>
   <translation>无法记录这项研究：{why}</translation>
  </message>
  <message>
   <location filename="engine/study/runner.py" />
   <source>The study could not be recorded: {why} ({filename})</source>
   <translation>无法记录这项研究：{why}（{filename}）</translation>
  </message>
  <message>
   <location filename="engine/data/encoding.py" />
   <source>The table has other columns, or other types of columns, than the run was trained with</source>
   <translation>表格的列或列的类型与训练时不同</translation>
  </message>
  <message>
   <location filename="engine/data/series/windows.py" />
   <source>The table has {counted}, divided by time</source>
   <translation>表格共有 {counted}，按时间划分</translation>
  </message>
  <message>
   <location filename="engine/train/metrics/tagged.py" />
   <source>The tags are not those of spans (B-, I-, E-, S- and O)</source>
   <translation>这些标签不表示片段（B-、I-、E-、S- 和 O）</translation>
  </message>
  <message>
   <location filename="engine/data/array_files.py" />
   <source>The tensor '{name}' of '{path}' holds numbers of the type {kind}</source>
   <translation>“{path}”的张量“{name}”中的数类型为 {kind}</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>The tokens of '{name}' go down to {values}</source>
   <translation>“{name}”的词元最小到 {values}</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>The training loss rises: {now} now, {least} at its best</source>
   <translation>训练损失在上升：现在为 {now}，最好时为 {least}</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The training part has no sample of the class {n} and {len} more; {then}</source>
   <translation>训练集中没有类别 {n} 等（另有 {len} 个）的样本；{then}</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The training part has no sample of the class {n}; {then}</source>
   <translation>训练集中没有类别 {n} 的样本；{then}</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The training part has no sample of {len} classes: {n} and {len2} more; {then}</source>
   <translation>训练集中没有 {len} 个类别的样本：{n} 等，另有 {len2} 个；{then}</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The training part has no sample of {len} classes: {n}; {then}</source>
   <translation>训练集中没有 {len} 个类别的样本：{n}；{then}</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/targets.py" />
   <source>The training part has no token with the tag {shown}, which the {name} part has; the network can't learn it</source>
   <translation>训练部分没有标签为 {shown} 的词元，而 {name} 部分有；网络无法学会它</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/targets.py" />
   <source>The training part has no token with {len} tags: {shown}, which the {name} part has; the network can't learn it</source>
   <translation>训练部分没有 {len} 个标签的词元：{shown}，而 {name} 部分有；网络无法学会它们</translation>
  </message>
  <message>
   <location filename="engine/data/cells.py" />
   <source>The value in {where} is empty</source>
   <translation>{where}的值是空的</translation>
  </message>
  <message>
   <location filename="engine/evaluate/predict.py" />
   <source>The values of '{missing}' are missing</source>
   <translation>缺少“{missing}”的值</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>The weights are to be averaged by SWA, whose batch normalisation is measured on real samples</source>
   <translation>权重要用 SWA 平均，而其批归一化是在真实样本上统计的</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>The weights of epoch {best} are kept as the best</source>
   <translation>第 {best} 轮的权重已作为最佳保留</translation>
  </message>
  <message>
   <location filename="engine/train/warm.py" />
   <source>The weights of run {run} fill {layers} of {layers2} layers, {share} % of the numbers</source>
   <translation>运行 {run} 的权重填充了 {layers2} 层中的 {layers} 层，占全部参数的 {share} %</translation>
  </message>
  <message>
   <location filename="engine/train/checkpoint.py" />
   <source>The weights of {where} don't fit this network: {differing} and {differing2} more differ</source>
   <translation>{where} 的权重与这个网络不符：{differing} 等不同，另有 {differing2} 处</translation>
  </message>
  <message>
   <location filename="engine/train/checkpoint.py" />
   <source>The weights of {where} don't fit this network: {differing} differ</source>
   <translation>{where} 的权重与这个网络不符：{differing} 不同</translation>
  </message>
  <message>
   <location filename="engine/layers/window.py" />
   <source>The window must fit: the input must be {needed}</source>
   <translation>窗口必须放得下：输入必须{needed}</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>The {left} epochs to come will hardly change that</source>
   <translation>剩下的 {left} 个轮次几乎不会改变这一点</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>The {loose} files in the folder '{root}' lie in no class folder</source>
   <translation>文件夹“{root}”中的 {loose} 个文件不在任何类别文件夹中</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The {name} part has no sample of the class {n} and {len} more; {then}</source>
   <translation>{name}集中没有类别 {n} 等（另有 {len} 个）的样本；{then}</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The {name} part has no sample of the class {n}; {then}</source>
   <translation>{name}集中没有类别 {n} 的样本；{then}</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The {name} part has no sample of {len} classes: {n} and {len2} more; {then}</source>
   <translation>{name}集中没有 {len} 个类别的样本：{n} 等，另有 {len2} 个；{then}</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The {name} part has no sample of {len} classes: {n}; {then}</source>
   <translation>{name}集中没有 {len} 个类别的样本：{n}；{then}</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The {part} part has no sample with the label {n} and {labels} more; the score there does not cover it</source>
   <translation>{part} 部分没有带标签 {n} 等 {labels} 个的样本；那里的评分不包括它</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The {part} part has no sample with the label {n}; the score there does not cover it</source>
   <translation>{part} 部分没有带标签 {n} 的样本；那里的评分不包括它</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The {part} part has no sample with {labels} labels: {n} and {labels2} more; the score there does not cover them</source>
   <translation>{part} 部分没有带以下 {labels} 个标签的样本：{n} 以及另外 {labels2} 个；那里的评分不包括它们</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>The {part} part has no sample with {labels} labels: {n}; the score there does not cover them</source>
   <translation>{part} 部分没有带以下 {labels} 个标签的样本：{n}；那里的评分不包括它们</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>The {role} '{name}' has {inputs} Inputs</source>
   <translation>{role} '{name}' 有 {inputs} 个 Input</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>The {role} '{name}' has {outputs} Outputs</source>
   <translation>{role} '{name}' 有 {outputs} 个 Output</translation>
  </message>
  <message>
   <location filename="engine/train/team.py" />
   <source>The {size} processes of this run don't find each other ({first_line})</source>
   <translation>这次运行的 {size} 个进程互相找不到（{first_line}）</translation>
  </message>
  <message>
   <location filename="engine/evaluate/report.py" />
   <source>The {split} part of the data is empty</source>
   <translation>数据的{split}集是空的</translation>
  </message>
  <message>
   <location filename="engine/evaluate/generator.py" />
   <source>The {split} split is empty</source>
   <translation>{split} 部分是空的</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>The {width} numbers of each sample must be 0 or more and add up to 1</source>
   <translation>每个样本的 {width} 个数值必须不小于 0 且总和为 1</translation>
  </message>
  <message>
   <location filename="engine/export/deployed.py" />
   <source>There are no samples to replay the export on</source>
   <translation>没有样本可用来重放导出结果</translation>
  </message>
  <message>
   <location filename="engine/train/metrics/ranking.py" />
   <source>There are only {classes} classes: the right one is always among the best {k}</source>
   <translation>只有 {classes} 个类别：正确的类别总在最好的 {k} 个之中</translation>
  </message>
  <message>
   <location filename="engine/data/statistics.py" />
   <source>There are {classes} classes for {values} samples. If the label is a quantity, set the task to regression</source>
   <translation>{values} 个样本有 {classes} 个类别。如果标签是数量，请把任务设为回归</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>There are {columns} columns beside the pictures: {columns2}</source>
   <translation>除图片外有 {columns} 列：{columns2}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>There are {columns} columns beside the pictures: {columns2}, ...</source>
   <translation>除图片外有 {columns} 列：{columns2}……</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>There are {count} different times, to be divided into {parts}</source>
   <translation>共有 {count} 个不同的时间，需要划分为 {parts}</translation>
  </message>
  <message>
   <location filename="engine/data/split_groups.py" />
   <source>There are {count} groups beside the test part, to be dealt into {folds} folds</source>
   <translation>除测试部分外有 {count} 个组，需要分成 {folds} 折</translation>
  </message>
  <message>
   <location filename="engine/data/split_groups.py" />
   <source>There are {count} groups, to be divided into {parts}</source>
   <translation>共有 {count} 个组，需要划分为 {parts}</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>There are {count} samples beside the parts that the source brings, to be divided into {parts}</source>
   <translation>除来源自带的部分外有 {count} 个样本，要分成 {parts}</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>There are {count} samples, to be divided into {parts}</source>
   <translation>有 {count} 个样本，要分成 {parts}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>There are {recorded}</source>
   <translation>可用的有：{recorded}</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>There are {wanted} class names, and '{name}' holds {found} classes</source>
   <translation>给了 {wanted} 个类别名称，而“{name}”有 {found} 个类别</translation>
  </message>
  <message>
   <location filename="engine/data/split_groups.py" />
   <source>There is 1 group beside the test part, to be dealt into {folds} folds</source>
   <translation>除测试部分外有 1 个组，需要分成 {folds} 折</translation>
  </message>
  <message>
   <location filename="engine/data/split_groups.py" />
   <source>There is 1 group, to be divided into {parts}</source>
   <translation>共有 1 个组，需要划分为 {parts}</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>There is 1 sample beside the parts that the source brings, to be divided into {parts}</source>
   <translation>除来源自带的部分外只有 1 个样本，要分成 {parts}</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>There is 1 sample, to be divided into {parts}</source>
   <translation>只有 1 个样本，要分成 {parts}</translation>
  </message>
  <message>
   <location filename="engine/project/networks.py" />
   <source>There is a network '{strip}' already</source>
   <translation>已经有名为 '{strip}' 的网络</translation>
  </message>
  <message>
   <location filename="engine/train/metrics/numbers.py" />
   <source>There is a single sample: it has no spread to explain</source>
   <translation>只有一个样本：没有可解释的离散</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>There is no file of labels beside '{path}'</source>
   <translation>“{path}”旁边没有标签文件</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>There is no file {name} in {folder}</source>
   <translation>{folder} 中没有文件 {name}</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>There is no network '{MODEL}', which is the one that is trained</source>
   <translation>没有网络 '{MODEL}'，而训练的正是它</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>There is no network '{name}', which is to be the {role}</source>
   <translation>没有网络 '{name}'，它被指定为 {role}</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>There is no run '{text}' in {runs_dir}</source>
   <translation>{runs_dir} 中没有运行“{text}”</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>There is no sample '{sample_id}'</source>
   <translation>没有样本“{sample_id}”</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>There is no sample beside the parts that the source brings, to be divided into {parts}</source>
   <translation>除来源自带的部分外没有样本，要分成 {parts}</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>There is no sample, to be divided into {parts}</source>
   <translation>没有样本，要分成 {parts}</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>There is no setting '{path}'</source>
   <translation>没有设置“{path}”</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>There is no setting '{path}' while {parent} is {kind}</source>
   <translation>当 {parent} 为 {kind} 时，没有设置“{path}”</translation>
  </message>
  <message>
   <location filename="engine/study/rate.py" />
   <source>There is no single loss that shows whether a learning rate is good: two networks train against each other</source>
   <translation>没有单一的损失能说明学习率好不好：两个网络在相互对抗训练</translation>
  </message>
  <message>
   <location filename="engine/runs/studies.py" />
   <source>There is no study '{reference}' in {runs_dir}</source>
   <translation>{runs_dir} 中没有研究“{reference}”</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>There is no such file in '{root}'</source>
   <translation>“{root}”里没有这个文件</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>There is no training part, so training and validation samples are drawn from the validation part</source>
   <translation>没有训练部分，因此训练和验证样本从验证部分中抽取</translation>
  </message>
  <message>
   <location filename="engine/evaluate/network.py" />
   <source>There is not enough memory on {device} to run the network</source>
   <translation>{device} 的内存不足以运行网络</translation>
  </message>
  <message>
   <location filename="engine/data/series/ts_file.py" />
   <source>There is nothing behind its line '@data'</source>
   <translation>“@data”这一行后面什么也没有</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>There is nothing to learn from that</source>
   <translation>从中学不到任何东西</translation>
  </message>
  <message>
   <location filename="engine/layers/variational.py" />
   <source>There is one variance for each mean</source>
   <translation>每个均值对应一个方差</translation>
  </message>
  <message>
   <location filename="engine/train/devices.py" />
   <source>There is {there}</source>
   <translation>现有 {there}</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>There must be a difference to learn</source>
   <translation>必须有差异才能学习</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>There must be two tags at least to tell apart</source>
   <translation>至少要有两个标签才能区分</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/assemble.py" />
   <source>There should be few tags (at most {MOST_TAGS}), each of which many tokens have</source>
   <translation>标签应当不多（最多 {MOST_TAGS} 个），每个标签有许多词元</translation>
  </message>
  <message>
   <location filename="engine/data/sources/parts.py" />
   <source>There should be one label for each sample</source>
   <translation>每个样本应有一个标签</translation>
  </message>
  <message>
   <location filename="engine/train/live.py" />
   <source>These can: {live_settings}</source>
   <translation>可以更改的有：{live_settings}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>They are called like train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz</source>
   <translation>它们的名称类似 train-images-idx3-ubyte.gz 和 train-labels-idx1-ubyte.gz</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>They are chosen in training.objective.loss</source>
   <translation>它们在 training.objective.loss 中选择</translation>
  </message>
  <message>
   <location filename="engine/project/untitled.py" />
   <source>They are still in {runs_dir}</source>
   <translation>它们仍在 {runs_dir}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>They compare answers with what was to be predicted, and a GAN predicts nothing; it is judged by its distance</source>
   <translation>指标将回答与应预测的内容比较，而 GAN 不做预测；它按距离来评判</translation>
  </message>
  <message>
   <location filename="engine/data/arff.py" />
   <source>They don't fit the attributes</source>
   <translation>它们不符合属性</translation>
  </message>
  <message>
   <location filename="engine/data/sources/loose_pictures.py" />
   <source>They lie in no class folders</source>
   <translation>它们不在类别文件夹中</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>They should hold words</source>
   <translation>其中应有文字</translation>
  </message>
  <message>
   <location filename="engine/data/text/reading.py" />
   <source>They were left out for such reasons, too</source>
   <translation>它们也因这样的原因被略去</translation>
  </message>
  <message>
   <location filename="engine/data/delimited.py" />
   <source>They were left out for the same reason</source>
   <translation>它们因同样的原因未读入</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_list.py" />
   <source>They were looked for in {root}</source>
   <translation>已在 {root} 中查找</translation>
  </message>
  <message>
   <location filename="engine/evaluate/report.py" />
   <source>They were {classes}</source>
   <translation>原来是 {classes}</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>This one takes {kind} data</source>
   <translation>这个网络接受{kind}数据</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>This optimiser can't work in {precision}</source>
   <translation>此优化器不能用 {precision} 工作</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>This processor has no instructions for bf16: training in it is slower than in fp32. Set training.precision to auto or fp32</source>
   <translation>此处理器没有 bf16 指令：用它训练比 fp32 更慢。请把 training.precision 设为 auto 或 fp32</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/code.py" />
   <source>This sample is made of their code</source>
   <translation>此示例由它们的代码组成</translation>
  </message>
  <message>
   <location filename="engine/data/text/docstrings.py" />
   <source>This sample is made of their docstrings</source>
   <translation>这个样本集由它们的文档字符串组成</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>This version reads format {VERSION}</source>
   <translation>本版本读取格式 {VERSION}</translation>
  </message>
  <message>
   <location filename="engine/project/migrations.py" />
   <source>This version reads formats up to {current}</source>
   <translation>本版本最高读取格式 {current}</translation>
  </message>
  <message>
   <location filename="engine/graph/rules.py" />
   <source>This would make a loop: {target} already feeds {source}</source>
   <translation>这样会构成环：{target} 已经连到 {source}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>Times are numbers, or dates such as 2024-01-31, 31/01/2024 and 2024-01-31 18:05:00</source>
   <translation>时间是数，或形如 2024-01-31、31/01/2024 和 2024-01-31 18:05:00 的日期</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>Times look like 2020-01-31 or 31.01.2020 09:30</source>
   <translation>时间的写法如 2020-01-31 或 31.01.2020 09:30</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>To beat: always saying '{name}', the largest class, is right for {share} of the samples</source>
   <translation>要超过的成绩：总是回答最大的类别 '{name}'，对 {share} 的样本是对的</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>To beat: always saying the mean is off by {off} on average</source>
   <translation>要超过的成绩：总是回答平均值，平均误差为 {off}</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>To beat: giving each token the tag that it has most often is right for {score} of the tokens</source>
   <translation>要超过的基准：给每个词元它最常有的标签，{score} 的词元正确</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>To beat: repeating the last value is off by {last} on average, always saying the mean by {mean}</source>
   <translation>要超过的成绩：重复上一个值，平均误差为 {last}；总是回答平均值，平均误差为 {mean}</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>To beat: repeating the last value is off by {last} on average, the value {season} steps before by {season2}, always saying the mean by {mean}</source>
   <translation>要超过的成绩：重复上一个值，平均误差为 {last}；重复 {season} 步之前的值，为 {season2}；总是回答平均值，为 {mean}</translation>
  </message>
  <message>
   <location filename="engine/train/session.py" />
   <source>To go on, more must be asked for</source>
   <translation>要继续，就要设定更多轮次</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_labels.py" />
   <source>Together they are labels when all hold 0 and 1, or numbers to predict</source>
   <translation>若全部为 0 和 1，它们合起来是标签；若为数值，则是要预测的数值</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>Tokens are counted from 0</source>
   <translation>词元从 0 开始编号</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Tokens are whole numbers from 0 to {vocabulary}</source>
   <translation>词元是 0 到 {vocabulary} 的整数</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Tokens that keep their places keep their tags</source>
   <translation>位置不变的词元才能保持其标签</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>Too little to learn them from, or to tell whether they were learnt</source>
   <translation>太少，难以学习，也无法判断是否学会</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>Too small to split</source>
   <translation>太小，无法划分</translation>
  </message>
  <message>
   <location filename="engine/evaluate/generator.py" />
   <source>Train again</source>
   <translation>重新训练</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>Train again, and neither move nor delete it meanwhile</source>
   <translation>请重新训练，期间不要移动或删除它</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Train again, or choose another run</source>
   <translation>重新训练，或选择另一次运行</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Train first</source>
   <translation>请先训练</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Train for at least one epoch</source>
   <translation>至少训练一轮</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>Training can follow only one of them</source>
   <translation>训练只能遵循其中之一</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Training is to be private, and that is done for a single network</source>
   <translation>训练要保护隐私，而这只适用于单个网络</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>Training keeps its curves and checkpoints there</source>
   <translation>训练把曲线和检查点保存在那里</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>Training uses the logits in front of it: the loss has its own, numerically safer one</source>
   <translation>训练使用它前面的 logits：损失函数自带数值上更稳定的激活</translation>
  </message>
  <message>
   <location filename="engine/train/health/curves.py" />
   <source>Try a learning rate ten times higher or lower, check that the data is scaled, and that its target has to do with its input</source>
   <translation>试试高十倍或低十倍的学习率，检查数据是否已缩放，以及目标是否与输入有关</translation>
  </message>
  <message>
   <location filename="engine/study/child.py" />
   <source>Try again</source>
   <translation>请重试</translation>
  </message>
  <message>
   <location filename="engine/export/onnx.py" />
   <source>Try another format</source>
   <translation>换一种格式</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>Turn bias off</source>
   <translation>关闭偏置</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Turn it into numbers and save it again</source>
   <translation>变成数值后重新保存</translation>
  </message>
  <message>
   <location filename="engine/data/arrays.py" />
   <source>Turn it into such an array and save it again</source>
   <translation>变成这样的数组后重新保存</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Two interleaved half circles (sklearn.datasets.make_moons)</source>
   <translation>两个交错的半圆（sklearn.datasets.make_moons）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Two moons</source>
   <translation>双月</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Two networks that learn in turns see a batch as a whole</source>
   <translation>轮流学习的两个网络要整体看到一个批次</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>Type one</source>
   <translation>请输入一段</translation>
  </message>
  <message>
   <location filename="engine/train/session.py" />
   <source>Undo the change, or start a new run</source>
   <translation>撤销这项改动，或开始新的运行</translation>
  </message>
  <message>
   <location filename="engine/train/checkpoint.py" />
   <source>Undo the changes to the network, or train it anew</source>
   <translation>撤销对网络的改动，或重新训练</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Unpack it, and choose what was in it</source>
   <translation>请先解压，再选择其中的文件</translation>
  </message>
  <message>
   <location filename="engine/data/picture_files.py" />
   <source>Up to {MAX_IMAGE_PIXELS} million are read</source>
   <translation>最多读取 {MAX_IMAGE_PIXELS} 百万像素</translation>
  </message>
  <message>
   <location filename="engine/project/migrations.py" />
   <source>Update Workbench to open it</source>
   <translation>更新 Workbench 后再打开</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>Update Workbench to see these runs</source>
   <translation>更新 Workbench 后才能看到这些运行</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>Use '{n}'</source>
   <translation>使用“{n}”</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>Use ReLU instead of sigmoid or tanh, put normalisation between the layers, or add skip connections</source>
   <translation>用 ReLU 代替 sigmoid 或 tanh，在层之间加入归一化，或增加跳跃连接</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Use a shorter window or horizon</source>
   <translation>请缩短窗口或预测步数</translation>
  </message>
  <message>
   <location filename="engine/data/series/windows.py" />
   <source>Use a shorter window or horizon, or other shares</source>
   <translation>请缩短窗口或预测步数，或改变各部分的比例</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>Use group normalisation, which does not depend on the batch</source>
   <translation>请使用不依赖批次的组归一化</translation>
  </message>
  <message>
   <location filename="engine/train/checkpoint.py" />
   <source>Use the run's other checkpoint, or train again</source>
   <translation>使用这次运行的另一个检查点，或重新训练</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/rates.py" />
   <source>Usual is {low} to {high}</source>
   <translation>常用范围是 {low} 到 {high}</translation>
  </message>
  <message>
   <location filename="engine/study/probe.py" />
   <source>Validation was timed on {part} of {validation} samples</source>
   <translation>验证计时只用了 {validation} 个样本中的 {part} 个</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Values are missing in the table: {count}, .... The last known one stands in for each; one from between its neighbours would tell the network what is to come</source>
   <translation>表格中有缺失值：{count} 等。每个缺失值都用它之前最后一个已知值代替；若在前后之间取值，就会把将来的内容透露给网络</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Values are missing in the table: {count}. The last known one stands in for each; one from between its neighbours would tell the network what is to come</source>
   <translation>表格中有缺失值：{count}。每个缺失值都用它之前最后一个已知值代替；若在前后之间取值，就会把将来的内容透露给网络</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>Values far from all others</source>
   <translation>远离其他所有值的值</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>Values of unsuitable size</source>
   <translation>大小不合适的值</translation>
  </message>
  <message>
   <location filename="engine/data/prepare.py" />
   <source>Waiting for {describe}</source>
   <translation>正在等待{describe}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>Watch {recorded}</source>
   <translation>观察 {recorded}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>Weigh the classes</source>
   <translation>为类别加权</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Weights are kept when an epoch is done</source>
   <translation>完成一个轮次后才会保留权重</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>Weights are kept when an epoch is done, and when a run is stopped</source>
   <translation>完成一个轮次或停止运行时才会保留权重</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>What a sample adds is bounded exactly, which rounded numbers would break</source>
   <translation>单个样本的贡献受到精确限制，舍入的数会破坏这一点</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>What a single sample does must be told apart</source>
   <translation>必须能分辨单个样本的作用</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>What is each word of this code?</source>
   <translation>这段代码里每个词是什么？</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>What is filled in is then mostly made up</source>
   <translation>那么填入的内容大多是虚构的</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>What is made must be able to look like what is real</source>
   <translation>生成的样本必须能与真实样本相像</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>What is to be predicted are numbers, which this can't reach</source>
   <translation>要预测的是数值，这样无法达到</translation>
  </message>
  <message>
   <location filename="engine/check.py" />
   <source>What is trained: {values}</source>
   <translation>训练的网络：{values}</translation>
  </message>
  <message>
   <location filename="engine/study/runner.py" />
   <source>What its runs learnt until then is kept</source>
   <translation>其各次运行到那时学到的内容已保留</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>What lies between two samples has a meaning for numbers and categories only</source>
   <translation>只有数值和类别的两个样本之间才有意义</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>What the generator makes goes through {node}, which gives no number below 0</source>
   <translation>生成器的结果经过 {node}，它不会给出小于 0 的数</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>What the network is fed varies by {there}</source>
   <translation>输入网络的值变化幅度为 {there}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/numbers.py" />
   <source>What the network is fed varies by {there} in one column and by {there2} in another</source>
   <translation>输入网络的值在一列中变化 {there}，在另一列中变化 {there2}</translation>
  </message>
  <message>
   <location filename="engine/evaluate/reconstruction.py" />
   <source>What the network made can't be written to '{folder}' ({strerror})</source>
   <translation>网络生成的结果无法写入“{folder}”（{strerror}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>What they would predict is missing in the table</source>
   <translation>它们要预测的内容在表格中缺失</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>What was only learnt by heart then counts as known, and scores look better than they are</source>
   <translation>死记下来的内容会被算作学会，得分看起来比实际更好</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>Whether {listed} are missing goes with what is to be predicted (association {s})</source>
   <translation>{listed} 是否缺失与预测目标有关（关联度 {s}）</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/missing.py" />
   <source>Whether {listed} is missing goes with what is to be predicted (association {s})</source>
   <translation>{listed} 是否缺失与预测目标有关（关联度 {s}）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Which library wrote this?</source>
   <translation>这是哪个库写的？</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>While it learns, the largest class starts {number} ahead of the smallest in the logits, which the network makes up for: its answers are those for equally frequent classes. More of the small classes is found, with more false alarms. The validation loss is the plain one and may rise; mean recall is what to look at</source>
   <translation>学习时，最大类别的 logit 先领先最小类别 {number}，由网络来弥补：其答案对应各类别同样频繁的情形。能找出更多小类别的样本，误报也更多。验证损失仍是普通损失，可能上升；应看平均召回率</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Windows must reach from one to the next, or pixels between them stay empty</source>
   <translation>窗口必须彼此相接，否则其间的像素是空的</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Wines</source>
   <translation>葡萄酒</translation>
  </message>
  <message>
   <location filename="engine/train/accounting.py" />
   <source>With a noise multiplier of {MOST} they still give away more</source>
   <translation>即使噪声倍数为 {MOST}，泄露仍然更多</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>With batch normalisation, a split batch does not train exactly as a whole one</source>
   <translation>使用批归一化时，拆分的批次与整个批次的训练结果不完全相同</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>With channels last, its networks of convolutions were no quicker</source>
   <translation>采用通道在后的格式，其卷积网络并没有更快</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>With few columns, or few values in each, this happens by chance, and nothing can tell such rows apart</source>
   <translation>列少或取值少时会偶然出现，这样的行无法区分</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>Workbooks are .xlsx, .xls and .ods files</source>
   <translation>工作簿是 .xlsx、.xls 和 .ods 文件</translation>
  </message>
  <message>
   <location filename="engine/data/workbooks.py" />
   <source>Workbooks are read in a process of their own</source>
   <translation>工作簿在单独的进程中读取</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>Write for example training.epochs=3</source>
   <translation>例如写成 training.epochs=3</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>Write them so, or give another column the role time</source>
   <translation>请这样书写，或将“时间”角色给另一列</translation>
  </message>
  <message>
   <location filename="engine/data/cells.py" />
   <source>Write {replace}</source>
   <translation>请写 {replace}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a .csv file whose header names the columns</source>
   <translation>表头写有列名的 .csv 文件</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a GRU</source>
   <translation>GRU</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a MATLAB file</source>
   <translation>MATLAB 文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>a NumPy array with others beside it</source>
   <translation>一个 NumPy 数组，旁边还有其他数组</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a Parquet file</source>
   <translation>Parquet 文件</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a day</source>
   <translation>一天</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>a file for each class, a line for each sample</source>
   <translation>每个类别一个文件，每行一个样本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>a file of NumPy arrays</source>
   <translation>NumPy 数组文件</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a file of tensors</source>
   <translation>张量文件</translation>
  </message>
  <message>
   <location filename="engine/graph/layer.py" />
   <source>a layer must be an object with 'kind'</source>
   <translation>层必须是带“kind”的对象</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>a layer would get the same data twice</source>
   <translation>某一层会两次得到同样的数据</translation>
  </message>
  <message>
   <location filename="engine/graph/model.py" />
   <source>a link names the node '{end}', which is not there</source>
   <translation>有连接指向不存在的节点“{end}”</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a minute</source>
   <translation>一分钟</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a month</source>
   <translation>一个月</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>a packed variable is empty</source>
   <translation>一个压缩的变量是空的</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a quarter</source>
   <translation>一个季度</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>a range by factors begins above zero, and this one begins at {low}</source>
   <translation>按倍数的范围必须大于零，而这里从 {low} 开始</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a second</source>
   <translation>一秒</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>a separator is one character such as , or ; or tab</source>
   <translation>分隔符是一个字符，例如 , 或 ; 或制表符（tab）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>a single column of numbers, '{column}'</source>
   <translation>单独一列数字“{column}”</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>a small element is too long</source>
   <translation>一个短元素过长</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>a sparse matrix has columns that do not fit its size</source>
   <translation>一个稀疏矩阵的列与其大小不符</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>a sparse matrix has rows that do not fit its size</source>
   <translation>一个稀疏矩阵的行与其大小不符</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a table that names picture files</source>
   <translation>列出图片文件的表格</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a table that names picture files by ids</source>
   <translation>按编号列出图片文件的表格</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a table that names picture files, which are not beside it</source>
   <translation>列出图片文件的表格，但这些图片不在它旁边</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/tables.py" />
   <source>a table with tokens in '{token}', tags in '{tag}' and sequences told by '{sequence}'</source>
   <translation>表格，词元在“{token}”，标签在“{tag}”，由“{sequence}”区分序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>a time in {names}</source>
   <translation>{names} 中有时间</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>a variable has a size below 0</source>
   <translation>一个变量的大小小于 0</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>a variable has no flags</source>
   <translation>一个变量没有标志</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>a variable has no size</source>
   <translation>一个变量没有大小</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a week</source>
   <translation>一周</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a workbook</source>
   <translation>工作簿</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a year</source>
   <translation>一年</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a {encoding} table with a header</source>
   <translation>{encoding} 表格，有表头</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>a {encoding} table with no header</source>
   <translation>{encoding} 表格，无表头</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>after the header</source>
   <translation>在文件头之后</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>along time</source>
   <translation>沿时间</translation>
  </message>
  <message>
   <location filename="engine/data/augment/mix.py" />
   <source>alpha {alpha}</source>
   <translation>alpha {alpha}</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>always gives 1</source>
   <translation>结果总是 1</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>an ARFF file</source>
   <translation>ARFF 文件</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>an LSTM</source>
   <translation>LSTM</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>an entry must not be 0</source>
   <translation>不能有 0</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>an hour</source>
   <translation>一小时</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>applied at the Output</source>
   <translation>在 Output 处应用</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>at least {count} high</source>
   <translation>至少高 {count}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>at least {count} long</source>
   <translation>至少长 {count}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>at least {count} wide</source>
   <translation>至少宽 {count}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>at least {height} high and at least {width} wide</source>
   <translation>至少高 {height}、宽 {width}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>bars</source>
   <translation>竖线</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>batch of one sample</source>
   <translation>每批只有一个样本</translation>
  </message>
  <message>
   <location filename="engine/study/space.py" />
   <source>behind the colon stands log or nothing, not {how}</source>
   <translation>冒号后面是 log 或留空，而不是 {how}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>best</source>
   <translation>最佳</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>bf16 is not there on the device '{device}'</source>
   <translation>设备“{device}”不支持 bf16</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>bias without effect</source>
   <translation>偏置不起作用</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>both</source>
   <translation>两者</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>both directions</source>
   <translation>双向</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>both height and width must be set, or both 0</source>
   <translation>高和宽必须都设置，或都为 0</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>brightness</source>
   <translation>亮度</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>can't reach every value</source>
   <translation>达不到所有的值</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>classes</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>classes of very unequal size</source>
   <translation>类别大小悬殊</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>classes too small to split</source>
   <translation>太小而无法划分的类别</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>column</source>
   <translation>列</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>columns that give the answer away</source>
   <translation>泄露答案的列</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>columns that never change</source>
   <translation>从不变化的列</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>columns that say the same</source>
   <translation>内容相同的列</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>commas</source>
   <translation>逗号</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>complex numbers</source>
   <translation>复数</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>data is not in 0 to 1</source>
   <translation>数据不在 0 到 1 之间</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>dates</source>
   <translation>日期</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>differs from the data</source>
   <translation>与数据不同</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>durations</source>
   <translation>时长</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>each value is named once</source>
   <translation>每个值只写一次</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>equally far</source>
   <translation>相等</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>evened out twice</source>
   <translation>重复均衡</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>expected a {family} as an object with 'kind'</source>
   <translation>应为带“kind”的 {family} 对象</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>files and rows that could not be read</source>
   <translation>无法读取的文件和行</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>files in class folders</source>
   <translation>类别文件夹中的文件</translation>
  </message>
  <message>
   <location filename="engine/study/members.py" />
   <source>fold {fold} of {count}</source>
   <translation>第 {fold} 折，共 {count} 折</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>fp16 can't be trained with on the device '{device}'</source>
   <translation>无法在设备“{device}”上用 fp16 训练</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>fp32: a recurrent layer adds up too many steps for half precision</source>
   <translation>fp32：循环层累加的步数太多，不适合半精度</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>fp32: a step of this network is too little work for half precision to pay</source>
   <translation>fp32：这个网络每一步的计算量太小，半精度不划算</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>fp32: half precision is chosen for networks with convolutions, and this one has none</source>
   <translation>fp32：半精度只用于含卷积的网络，而这个网络没有</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>fp32: private training bounds each sample's gradient, which rounding would undo</source>
   <translation>fp32：隐私训练限制每个样本的梯度，舍入会破坏它</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>fp32: the network predicts numbers, which half precision would make coarser</source>
   <translation>fp32：这个网络预测数值，半精度会使其变粗糙</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>fp32: this device has no instructions for half precision</source>
   <translation>fp32：此设备没有半精度指令</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>fp32: this optimiser compares losses, for which half precision is too coarse</source>
   <translation>fp32：此优化器会比较损失，半精度对此太粗</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>gaps that tell something</source>
   <translation>含有信息的缺失</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>git left two versions of a part in it</source>
   <translation>git 在其中留下了同一部分的两个版本</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>groups don't divide channels</source>
   <translation>组数不能整除通道数</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>has fields of its own: one of them is to be set</source>
   <translation>有自己的字段：请设置其中之一</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>horizontal</source>
   <translation>水平</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>ids</source>
   <translation>编号</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>ids as features</source>
   <translation>被用作特征的编号</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>image</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>infinite</source>
   <translation>无穷大</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>infinite or too large</source>
   <translation>无穷大或太大</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>inputs</source>
   <translation>输入</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>is not a known field</source>
   <translation>不是已知的字段</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>it cannot be learnt</source>
   <translation>无法学习它</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>it ends in the middle of a variable</source>
   <translation>它在一个变量的中间结束</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>it has no header of MATLAB 5</source>
   <translation>它没有 MATLAB 5 的文件头</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>its input is missing</source>
   <translation>缺少它的输入</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>joins only one input</source>
   <translation>只合并一个输入</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>labels</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>last</source>
   <translation>最后</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>leads nowhere</source>
   <translation>没有去向</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>line {line}</source>
   <translation>第 {line} 行</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>line {line}, column '{column}'</source>
   <translation>第 {line} 行“{column}”列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>lines of a label and a text</source>
   <translation>每行一个标签和一段文本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>lines of {cells} cells between {SEPARATOR_WORDS}</source>
   <translation>每行 {cells} 个单元格，以{SEPARATOR_WORDS}分隔</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>link to nowhere</source>
   <translation>连接没有去处</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>loss and activation differ</source>
   <translation>损失与激活不符</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>missing (NaN)</source>
   <translation>缺失 (NaN)</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>mixes numbers and ids</source>
   <translation>混用数值和编号</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>mixes samples</source>
   <translation>混合样本</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>momentum {value}</source>
   <translation>动量 {value}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>more digits than are kept</source>
   <translation>超出可保留的位数</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>must be a number</source>
   <translation>必须是数</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>must be a whole number</source>
   <translation>必须是整数</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>must be above {limit}</source>
   <translation>必须大于 {limit}</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>must be at least {limit}</source>
   <translation>必须不小于 {limit}</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>must be at most {limit}</source>
   <translation>必须不大于 {limit}</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>must be below {limit}</source>
   <translation>必须小于 {limit}</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>must be true or false</source>
   <translation>必须是 true 或 false</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>must be {choices}</source>
   <translation>必须是 {choices}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>nearly the same sample several times</source>
   <translation>几乎相同的样本</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>needs N × {wanted}</source>
   <translation>需要 N × {wanted}</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>needs a fixed shape</source>
   <translation>需要固定的形状</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>needs a fixed size</source>
   <translation>需要固定的大小</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>needs a flat vector</source>
   <translation>需要展平的向量</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>needs a picture</source>
   <translation>需要图片</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>needs a sequence</source>
   <translation>需要序列</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>needs ids, got numbers</source>
   <translation>需要编号，得到数值</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>needs numbers, got ids</source>
   <translation>需要数值，得到编号</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>needs sequences of ids</source>
   <translation>需要编号的序列</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>needs several numbers</source>
   <translation>需要多个数值</translation>
  </message>
  <message>
   <location filename="engine/graph/reconstruction.py" />
   <source>needs {wanted}</source>
   <translation>需要 {wanted}</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>negative counts</source>
   <translation>计数为负</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>no divergence here</source>
   <translation>此处没有散度</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>no such data</source>
   <translation>没有这样的数据</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>no such target</source>
   <translation>没有这样的目标</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>noise is numbers</source>
   <translation>噪声是数值</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>not all are sequences</source>
   <translation>并非都是序列</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>not connected</source>
   <translation>未连接</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>not enough memory</source>
   <translation>内存不足</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>not private</source>
   <translation>不满足隐私</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>numbers in {count} columns</source>
   <translation>{count} 列数值</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>numbers of an unknown type ({part})</source>
   <translation>未知类型的数（{part}）</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>one Input too many</source>
   <translation>多了一个 Input</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>one Output too many</source>
   <translation>多了一个 Output</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>one input too many</source>
   <translation>多了一个输入</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>one number in a group</source>
   <translation>每组只有一个数</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>one unit, many classes</source>
   <translation>一个单元，多个类别</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>only one entry may be -1</source>
   <translation>只能有一项为 -1</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>outliers and numbers that stand for missing</source>
   <translation>离群值和代表缺失的数字</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>over {micro_batch} samples</source>
   <translation>对 {micro_batch} 个样本</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>part of a loop</source>
   <translation>在环中</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>parts that differ</source>
   <translation>有差异的子集</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>pictures</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>pictures and labels in IDX files</source>
   <translation>IDX 文件中的图片和标签</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>pictures with nothing on them</source>
   <translation>空白图片</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>real numbers</source>
   <translation>实数</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>records</source>
   <translation>记录</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>rows of numbers</source>
   <translation>数值行</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>rows {apart} apart by {names}</source>
   <translation>按 {names} 各行间隔：{apart}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>same</source>
   <translation>same</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>same data as {other}</source>
   <translation>与 {other} 数据相同</translation>
  </message>
  <message>
   <location filename="engine/study/members.py" />
   <source>seed {seed}</source>
   <translation>种子 {seed}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>semicolons</source>
   <translation>分号</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>sequence</source>
   <translation>序列</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>sequences</source>
   <translation>输出序列</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>series</source>
   <translation>序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>series and their labels</source>
   <translation>序列及其标签</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>series and their labels, with a test set beside it</source>
   <translation>序列及其标签，旁边有测试集</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>shapes differ</source>
   <translation>形状不同</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>slope {value}</source>
   <translation>斜率 {value}</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>smooths what is to be learnt</source>
   <translation>平滑了要学习的内容</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>softmax of labels</source>
   <translation>标签的 softmax</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>softmax of one number</source>
   <translation>对单个数做 softmax</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>spaces</source>
   <translation>空格</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>squashes the logits</source>
   <translation>压缩了 logits</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>stride {value}</source>
   <translation>步幅 {value}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>table</source>
   <translation>表格</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>tabs</source>
   <translation>制表符</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>tagged text in {shown}</source>
   <translation>{shown} 中的标注文本</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>target is no shares</source>
   <translation>目标不是占比</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>target is scaled</source>
   <translation>目标已缩放</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>test</source>
   <translation>测试</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>text</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>text files with a class each</source>
   <translation>每个文本文件属于一类</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>texts in '{found}' and labels in '{label}'</source>
   <translation>“{found}”中是文本，“{label}”中是标签</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>texts with labels in {names}</source>
   <translation>{names} 中是带标签的文本</translation>
  </message>
  <message>
   <location filename="engine/data/mat5.py" />
   <source>the cells of '{name}' hold something else than texts</source>
   <translation>“{name}”的单元中不是文本</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>the data has {needed} ids</source>
   <translation>数据有 {needed} 个编号</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>the data is not {low} to {high}</source>
   <translation>数据不在 {low} 到 {high}</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>the lowest value ({low}) must be below the highest ({high})</source>
   <translation>最小值（{low}）必须小于最大值（{high}）</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>the padding id must be below the vocabulary ({vocabulary})</source>
   <translation>填充编号必须小于词表大小（{vocabulary}）</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>the same input with different labels</source>
   <translation>相同输入标签不同</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>the same sample several times</source>
   <translation>重复的样本</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>the score there does not cover it</source>
   <translation>该部分的得分不包括它</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>the score there does not cover them</source>
   <translation>该部分的得分不包括它们</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>the sheet '{name}' beside {others} with a header</source>
   <translation>工作表“{name}”（另有 {others}），有表头</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>the sheet '{name}' beside {others} with no header</source>
   <translation>工作表“{name}”（另有 {others}），无表头</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>the sheet '{name}' with a header</source>
   <translation>工作表“{name}”，有表头</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>the sheet '{name}' with no header</source>
   <translation>工作表“{name}”，无表头</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>the validation fold must be one of the {folds} folds</source>
   <translation>验证折必须是 {folds} 折之一</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>they cannot be learnt</source>
   <translation>无法学习它们</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>tokens</source>
   <translation>词元</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>too many dimensions</source>
   <translation>维数太多</translation>
  </message>
  <message>
   <location filename="engine/train/place.py" />
   <source>torchrun sets RANK, WORLD_SIZE, LOCAL_RANK and LOCAL_WORLD_SIZE</source>
   <translation>torchrun 会设置 RANK、WORLD_SIZE、LOCAL_RANK 和 LOCAL_WORLD_SIZE</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>train</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>training</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="engine/study/search.py" />
   <source>trial {number}</source>
   <translation>试验 {number}</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>true and false</source>
   <translation>真假值</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>two losses</source>
   <translation>两种损失</translation>
  </message>
  <message>
   <location filename="engine/graph/model.py" />
   <source>two nodes are called '{twice}'</source>
   <translation>有两个节点都叫“{twice}”</translation>
  </message>
  <message>
   <location filename="engine/graph/model.py" />
   <source>two nodes have the same id</source>
   <translation>有两个节点的 id 相同</translation>
  </message>
  <message>
   <location filename="engine/data/augment/presets.py" />
   <source>unknown augmentation '{unknown}'; known are {members}, and the presets {presets}</source>
   <translation>未知的增强“{unknown}”；已知的有 {members}，以及预设 {presets}</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>unknown layer</source>
   <translation>未知层</translation>
  </message>
  <message>
   <location filename="engine/values.py" />
   <source>unknown {family} '{kind}'; known are {members}</source>
   <translation>未知的 {family}“{kind}”；已知的有 {members}</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>up to {area}</source>
   <translation>最多 {area}</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>up to {degrees}°</source>
   <translation>最多 {degrees}°</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>up to {distance}</source>
   <translation>最多 {distance}</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>up to {factor}×</source>
   <translation>最多 {factor}×</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>up to {longest}</source>
   <translation>最多 {longest}</translation>
  </message>
  <message>
   <location filename="engine/data/augment/rows.py" />
   <source>up to {share}</source>
   <translation>最多 {share}</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>up to {sigma} px</source>
   <translation>最多 {sigma} px</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>up to {strength}</source>
   <translation>最多 {strength}</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>up to {strength}×</source>
   <translation>最多 {strength}×</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>valid</source>
   <translation>valid</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>validation</source>
   <translation>验证</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>validation and test together must leave something to train on (below 1.0)</source>
   <translation>验证集与测试集的比例之和必须小于 1，给训练留出样本</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/examine.py" />
   <source>values of unsuitable size</source>
   <translation>大小不合适的值</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>vertical</source>
   <translation>垂直</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>whole numbers</source>
   <translation>整数</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>window below the stride</source>
   <translation>窗口小于步幅</translation>
  </message>
  <message>
   <location filename="engine/layers/window.py" />
   <source>window larger than the input</source>
   <translation>窗口比输入大</translation>
  </message>
  <message>
   <location filename="engine/train/distributed.py" />
   <source>works in one process, and this run has several</source>
   <translation>只能在一个进程中进行，而这次运行有多个进程</translation>
  </message>
  <message>
   <location filename="engine/study/space.py" />
   <source>write PATH=LOW..HIGH, PATH=LOW..HIGH:log or PATH=A,B,C</source>
   <translation>请写 PATH=LOW..HIGH、PATH=LOW..HIGH:log 或 PATH=A,B,C</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>wrong loss</source>
   <translation>损失不合适</translation>
  </message>
  <message>
   <location filename="engine/runs/store.py" />
   <source>{PREPROCESS_FILE} of run {run} can't be read</source>
   <translation>运行 {run} 的 {PREPROCESS_FILE} 无法读取</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{activation} for predictions</source>
   <translation>预测时用 {activation}</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>{activation} of a number</source>
   <translation>对数值用 {activation}</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>{balance} draws samples by their class, and private training draws all with the same probability</source>
   <translation>{balance} 按类别抽取样本，而隐私训练以相同概率抽取所有样本</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>{balance} has no effect: a sample with several labels is of no single class</source>
   <translation>{balance}不起作用：有多个标签的样本不属于单一类别</translation>
  </message>
  <message>
   <location filename="engine/data/labels.py" />
   <source>{balance} has no effect: a sample with several labels is of no single class. Labels can be weighed</source>
   <translation>{balance}不起作用：有多个标签的样本不属于单一类别。标签可以加权</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>{balance} has no effect: a sequence has many tags, and is of no single class</source>
   <translation>{balance} 不起作用：一个序列有许多标签，不属于单一类别</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>{before} can't reach every value that is to be reconstructed</source>
   <translation>{before} 无法达到要重建的每个值</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>{before} is applied once, for predictions</source>
   <translation>{before} 只在预测时应用一次</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>{before} squashes the logits of {output}</source>
   <translation>{before} 压缩了 {output} 的 logits</translation>
  </message>
  <message>
   <location filename="engine/data/series/windows.py" />
   <source>{between} windows are left out because what they predict lies in two parts of the split</source>
   <translation>有 {between} 个窗口被略去，因为它们要预测的内容跨在划分的两部分之间</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_size.py" />
   <source>{clear} of the pictures are partly transparent; they were put on white</source>
   <translation>有 {clear} 张图片部分透明，已衬上白色背景</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>{counted} from {time_text} to {time_text2}, read as {how}; windows of {counted2} (guessed) predict {horizon} ahead</source>
   <translation>{counted}，从 {time_text} 到 {time_text2}，读作 {how}；每个窗口 {counted2}（猜测），预测之后 {horizon} 步</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>{counted} from {time_text} to {time_text2}, read as {how}; windows of {counted2} predict {horizon} ahead</source>
   <translation>{counted}，从 {time_text} 到 {time_text2}，读作 {how}；每个窗口 {counted2}，预测之后 {horizon} 步</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>{counted} with tables of numbers in them</source>
   <translation>{counted}，里面有数字表格</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>{counted}, read as {how}; windows of {counted2} (guessed) predict {horizon} ahead</source>
   <translation>{counted}，读作 {how}；每个窗口 {counted2}（猜测），预测之后 {horizon} 步</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>{counted}, read as {how}; windows of {counted2} predict {horizon} ahead</source>
   <translation>{counted}，读作 {how}；每个窗口 {counted2}，预测之后 {horizon} 步</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>{count} are exactly the same as another one of the same part</source>
   <translation>{count}与同一子集中的另一个完全相同</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/pictures.py" />
   <source>{count} are one colour all over</source>
   <translation>{count}整体只有一种颜色</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} classes</source>
   <translation>{count} 个类别</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>{count} columns between blanks, tokens in column {token} and tags in column {tag}</source>
   <translation>以空格分隔的 {count} 列，词元在第 {token} 列，标签在第 {tag} 列</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/reading.py" />
   <source>{count} columns between tabs, tokens in column {token} and tags in column {tag}</source>
   <translation>以制表符分隔的 {count} 列，词元在第 {token} 列，标签在第 {tag} 列</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} filters</source>
   <translation>{count} 核</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} folders</source>
   <translation>{count} 个文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/split_notices.py" />
   <source>{count} groups have samples in more than one part, so scores will look better than they are. Split by whole groups to keep them together</source>
   <translation>有 {count} 个分组的样本分散在多个部分中，因此评分会显得比实际更好。请按整组划分，使它们保持在一起</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} ids → {dimensions}</source>
   <translation>{count} 个编号 → {dimensions}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>{count} in {groups} group hold the same and have different labels</source>
   <translation>{groups} 组中的 {count}内容相同但标签不同</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>{count} in {groups} groups hold the same and have different labels</source>
   <translation>{groups} 组中的 {count}内容相同但标签不同</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>{count} inputs too many</source>
   <translation>多了 {count} 个输入</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>{count} is exactly the same as another one of the same part</source>
   <translation>{count}与同一子集中的另一个完全相同</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/pictures.py" />
   <source>{count} is one colour all over</source>
   <translation>{count}整体只有一种颜色</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} labels</source>
   <translation>{count} 个标签</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} layers</source>
   <translation>{count} 层</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>{count} links enter {node}</source>
   <translation>有 {count} 条连接进入 {node}</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>{count} links enter {node} '{port}'</source>
   <translation>有 {count} 条连接进入 {node} 的“{port}”</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>{count} of the validation and test parts are exactly the same as one in another part, such as {a} and {b}</source>
   <translation>验证集和测试集中的 {count}与另一子集中的样本完全相同，例如 {a} 与 {b}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>{count} of the validation and test parts are nearly the same as one in another part, such as {a} and {b}</source>
   <translation>验证集和测试集中的 {count}与另一子集中的样本几乎相同，例如 {a} 与 {b}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>{count} of the validation and test parts is exactly the same as one in another part, such as {a} and {b}</source>
   <translation>验证集和测试集中的 {count}与另一子集中的样本完全相同，例如 {a} 与 {b}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>{count} of the validation and test parts is nearly the same as one in another part, such as {a} and {b}</source>
   <translation>验证集和测试集中的 {count}与另一子集中的样本几乎相同，例如 {a} 与 {b}</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning.py" />
   <source>{count} of {count2} rows are left out because they miss a value in {shown}</source>
   <translation>{count2} 行中有 {count} 行因缺少 {shown} 的值而未使用</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} pictures</source>
   <translation>{count} 张图片</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} rows</source>
   <translation>{count} 行</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} series</source>
   <translation>{count} 条序列</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} steps</source>
   <translation>{count} 步</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} texts</source>
   <translation>{count} 条文本</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} thread</source>
   <translation>{count} 个线程</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} threads</source>
   <translation>{count} 个线程</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} unit</source>
   <translation>{count} 个单元</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} units</source>
   <translation>{count} 个单元</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>{count} value is {text} in '{name}'</source>
   <translation>“{name}”中有 {count} 个值{text}</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>{count} value is {text} in the {word} '{next}'</source>
   <translation>{word}“{next}”中有 {count} 个值{text}</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>{count} value is {text} in {found} {word}s: {shown}</source>
   <translation>{found} 个{word}中有 {count} 个值{text}：{shown}</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>{count} value is {text} in {found} {word}s: {shown}, ...</source>
   <translation>{found} 个{word}中有 {count} 个值{text}：{shown}……</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>{count} values are {text} in '{name}'</source>
   <translation>“{name}”中有 {count} 个值{text}</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>{count} values are {text} in the {word} '{next}'</source>
   <translation>{word}“{next}”中有 {count} 个值{text}</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>{count} values are {text} in {found} {word}s: {shown}</source>
   <translation>{found} 个{word}中有 {count} 个值{text}：{shown}</translation>
  </message>
  <message>
   <location filename="engine/data/checks.py" />
   <source>{count} values are {text} in {found} {word}s: {shown}, ...</source>
   <translation>{found} 个{word}中有 {count} 个值{text}：{shown}……</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{count} windows</source>
   <translation>{count} 个窗口</translation>
  </message>
  <message>
   <location filename="engine/data/sources/loose_pictures.py" />
   <source>{done} pictures without classes, brought to {width} x {height} pixels</source>
   <translation>{done} 张没有类别的图片，调整为 {width} × {height} 像素</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{encoding} with {separator} and a header</source>
   <translation>{encoding}，以{separator}分隔，有表头</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{encoding} with {separator} and no header</source>
   <translation>{encoding}，以{separator}分隔，无表头</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>{folders} class folders</source>
   <translation>{folders} 个类别文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/columns.py" />
   <source>{found} columns have the same value in every training row: {listed}</source>
   <translation>{found} 列在每个训练行中的值都相同：{listed}</translation>
  </message>
  <message>
   <location filename="engine/data/duplicates.py" />
   <source>{found} held-out samples are exactly the same as one in another part, so scores will look better than they are: {pairs}</source>
   <translation>有 {found} 个留出样本与另一子集中的样本完全相同，得分会因此虚高：{pairs}</translation>
  </message>
  <message>
   <location filename="engine/data/duplicates.py" />
   <source>{found} held-out samples are exactly the same as one in another part, so scores will look better than they are: {pairs}, and {SHOWN} more</source>
   <translation>有 {found} 个留出样本与另一子集中的样本完全相同，得分会因此虚高：{pairs}，另有 {SHOWN} 个</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>{found} pictures in {classes} class folders, brought to {width} x {height} pixels</source>
   <translation>{classes} 个类别文件夹中的 {found} 张图片，统一为 {width} x {height} 像素</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>{gaps} samples lie in the gaps between the parts and belong to none</source>
   <translation>有 {gaps} 个样本位于各部分之间的间隔中，不属于任何部分</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning.py" />
   <source>{gone} rows say the same as another one in every used column and in the target, and of these only one is kept</source>
   <translation>有 {gone} 行在所有使用的列和目标上都与另一行相同，每组只保留一行</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>{groups} groups don't divide</source>
   <translation>{groups} 组无法整除</translation>
  </message>
  <message>
   <location filename="engine/train/precision.py" />
   <source>{half}: the network's convolutions are much work, and the device has instructions for it</source>
   <translation>{half}：网络的卷积计算量大，并且设备有相应的指令</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>{held} pairs are nearly the same but have different labels, such as '{a}' and '{b}'</source>
   <translation>{held} 对样本几乎相同但标签不同，例如“{a}”与“{b}”</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/near.py" />
   <source>{held} pairs are nearly the same within one part</source>
   <translation>{held} 对样本在同一子集中几乎相同</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>{inputs} Inputs too many</source>
   <translation>多了 {inputs} 个 Input</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>{kept} series of {steps} from {root}</source>
   <translation>来自 {root} 的 {kept} 条序列，长 {steps}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>{len} classes have fewer than {FEW} samples to train on, or none in one of the parts: {listed}</source>
   <translation>{len} 个类别的训练样本少于 {FEW} 个，或在某个子集中没有样本：{listed}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>{lines} rows and {shown} columns, read as {how}</source>
   <translation>{lines} 行 {shown} 列，读取方式：{how}</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/shift.py" />
   <source>{listed} are distributed differently in the {part} part that the data brings than in training (by {found})</source>
   <translation>在数据自带的 {part} 子集中，{listed} 的分布与训练集不同（相差 {found}）</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/shift.py" />
   <source>{listed} is distributed differently in the {part} part that the data brings than in training (by {found})</source>
   <translation>在数据自带的 {part} 子集中，{listed} 的分布与训练集不同（相差 {found}）</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/targets.py" />
   <source>{long} of {used} sequences have more than {length} tokens; the end is cut off, and neither learnt nor scored (data.text.length)</source>
   <translation>{used} 个序列中有 {long} 个多于 {length} 个词元：末尾被截去，既不学习也不计分（data.text.length）</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/targets.py" />
   <source>{long} of {used} sequences have more than {length} tokens; the start is cut off, and neither learnt nor scored (data.text.length)</source>
   <translation>{used} 个序列中有 {long} 个多于 {length} 个词元：开头被截去，既不学习也不计分（data.text.length）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/loose_pictures.py" />
   <source>{loose} pictures in no class folder</source>
   <translation>{loose} 张不在类别文件夹中的图片</translation>
  </message>
  <message>
   <location filename="engine/data/excluded.py" />
   <source>{lost} of the samples to be left out are no longer in the data; nothing is done about them</source>
   <translation>要排除的样本中有 {lost} 个已不在数据中，不作处理</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{low} to {high} steps</source>
   <translation>{low} 到 {high} 步</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>{moving} changes which token stands where, and each has a tag of its own</source>
   <translation>{moving} 会改变词元的位置，而每个词元都有自己的标签</translation>
  </message>
  <message>
   <location filename="engine/train/telling.py" />
   <source>{names} can't be measured on the validation part: {why}</source>
   <translation>无法在验证部分上测量 {names}：{why}</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>{names} feeds itself</source>
   <translation>{names} 连到了自己</translation>
  </message>
  <message>
   <location filename="engine/project/baseline.py" />
   <source>{name} can't be read for the task {task}</source>
   <translation>无法按任务“{task}”读取 {name}</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} can't be read: {error}</source>
   <translation>{name} 无法读取：{error}</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} can't be read: {strerror}</source>
   <translation>{name} 无法读取：{strerror}</translation>
  </message>
  <message>
   <location filename="engine/project/baseline.py" />
   <source>{name} can't be taken as {kind}</source>
   <translation>{name} 不能当作 {kind}</translation>
  </message>
  <message>
   <location filename="engine/train/endings.py" />
   <source>{name} failed: {first_line}</source>
   <translation>{name} 出错：{first_line}</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} has content that this version can't read: {explain}</source>
   <translation>{name} 含有本版本无法读取的内容：{explain}</translation>
  </message>
  <message>
   <location filename="engine/project/migrations.py" />
   <source>{name} has the file format {number}, which this version no longer reads</source>
   <translation>{name} 的文件格式是 {number}，本版本不再支持</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} has {st_size} MB, too much for a project</source>
   <translation>{name} 有 {st_size} MB，作为项目太大了</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} holds an unfinished merge: line {line} is a conflict mark</source>
   <translation>{name} 中有未完成的合并：第 {line} 行是冲突标记</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} is a folder</source>
   <translation>{name} 是文件夹</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} is cut off at line {lineno}: the end of the file is missing</source>
   <translation>{name} 在第 {lineno} 行中断：文件结尾缺失</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} is empty</source>
   <translation>{name} 是空的</translation>
  </message>
  <message>
   <location filename="engine/project/baseline.py" />
   <source>{name} is no table, and only columns of a table can be ignored</source>
   <translation>{name} 不是表格，只有表格的列才能忽略</translation>
  </message>
  <message>
   <location filename="engine/project/migrations.py" />
   <source>{name} is not a Workbench project</source>
   <translation>{name} 不是 Workbench 项目</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} is not a Workbench project: it holds other JSON</source>
   <translation>{name} 不是 Workbench 项目：它是其他 JSON</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} is not a Workbench project: it is not text</source>
   <translation>{name} 不是 Workbench 项目：它不是文本</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} is not a Workbench project: its JSON is nested too deep or has numbers that are none or too large</source>
   <translation>{name} 不是 Workbench 项目：它的 JSON 嵌套过深，或含有无效或过大的数</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} is not a Workbench project: line {lineno} is not JSON ({msg})</source>
   <translation>{name} 不是 Workbench 项目：第 {lineno} 行不是 JSON（{msg}）</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} is not a regular file</source>
   <translation>{name} 不是普通文件</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{name} may not be read</source>
   <translation>没有读取 {name} 的权限</translation>
  </message>
  <message>
   <location filename="engine/project/migrations.py" />
   <source>{name} was made by a newer version of Workbench (file format {number})</source>
   <translation>{name} 由较新版本的 Workbench 创建（文件格式 {number}）</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{node} adds {xs}</source>
   <translation>{node} 把 {xs} 相加</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>{node} and {other} take the same data, '{name}'</source>
   <translation>{node} 和 {other} 使用相同的数据“{name}”</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>{node} applies softmax to a single number</source>
   <translation>{node} 对单个数值应用 softmax</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>{node} applies softmax to labels</source>
   <translation>{node} 对标签应用 softmax</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>{node} applies {activation} to its predictions</source>
   <translation>{node} 对预测应用 {activation}</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>{node} asks for the data's input '{wanted}'</source>
   <translation>{node} 要用数据的输入“{wanted}”</translation>
  </message>
  <message>
   <location filename="engine/export/run.py" />
   <source>{node} can't be exported to ONNX: {onnx}</source>
   <translation>{node} 无法导出为 ONNX：{onnx}</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>{node} can't be read: {reason}</source>
   <translation>{node} 无法读取：{reason}</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>{node} does not say which target it predicts</source>
   <translation>{node} 没有指明预测哪个目标</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>{node} draws samples, and its divergence does not enter the loss of a GAN</source>
   <translation>{node} 进行采样，而其散度不计入 GAN 的损失</translation>
  </message>
  <message>
   <location filename="engine/layers/variational.py" />
   <source>{node} gets means {mean} and logarithms of variances {log_variance}</source>
   <translation>{node} 收到的均值为 {mean}，方差对数为 {log_variance}</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>{node} gets {spec}</source>
   <translation>{node} 得到 {spec}</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>{node} gives the same for every sample, so that what follows can't tell them apart</source>
   <translation>{node} 对每个样本都给出相同的结果，后面的层无法区分它们</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>{node} got ids ({dtype})</source>
   <translation>{node} 得到编号（{dtype}）</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>{node} got ids ({xs}, int64)</source>
   <translation>{node} 得到编号（{xs}，int64）</translation>
  </message>
  <message>
   <location filename="engine/layers/needs.py" />
   <source>{node} got ids ({x}, {dtype})</source>
   <translation>{node} 得到编号（{x}，{dtype}）</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>{node} got numbers ({x}, {dtype})</source>
   <translation>{node} 得到数值（{x}，{dtype}）</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>{node} got {channels} channels, and has {filters} filters in {groups} groups</source>
   <translation>{node} 得到 {channels} 个通道，而它有 {filters} 个卷积核，分成 {groups} 组</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>{node} got {channels} channels, and has {groups} groups</source>
   <translation>{node} 收到 {channels} 个通道，而组数为 {groups}</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>{node} got {x}</source>
   <translation>{node} 得到 {x}</translation>
  </message>
  <message>
   <location filename="engine/layers/window.py" />
   <source>{node} got {x} and has a window of {times}</source>
   <translation>{node} 得到 {x}，而窗口为 {times}</translation>
  </message>
  <message>
   <location filename="engine/layers/window.py" />
   <source>{node} got {x} and has a window of {times} (dilation {times2})</source>
   <translation>{node} 得到 {x}，而窗口为 {times}（膨胀率 {times2}）</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>{node} got {x}, which is {size} values for each sample</source>
   <translation>{node} 得到 {x}，即每个样本 {size} 个数值</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>{node} got {x}, which leaves a single number in each group</source>
   <translation>{node} 收到 {x}，每组只剩一个数</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>{node} has a bias that the batch norm behind it cancels</source>
   <translation>{node} 的偏置会被后面的批归一化抵消</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>{node} has a window of {times} and a stride of {times2}</source>
   <translation>{node} 的窗口为 {times}，步幅为 {times2}</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>{node} holds {has} ids, and the data has {needed}</source>
   <translation>{node} 容纳 {has} 个编号，而数据有 {needed} 个</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>{node} is set to {output}, and the data is {spec}</source>
   <translation>{node} 设为 {output}，而数据是 {spec}</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>{node} is set to {output}, and the data is {spec} ({dtype})</source>
   <translation>{node} 设为 {output}，而数据是 {spec}（{dtype}）</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>{node} is to be '{input}' again, which no Input takes</source>
   <translation>{node} 应当重建“{input}”，但没有 Input 接收它</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>{node} joins numbers (float32) and ids (int64): {xs}</source>
   <translation>{node} 把数值 (float32) 和编号 (int64) 合并：{xs}</translation>
  </message>
  <message>
   <location filename="engine/graph/checks.py" />
   <source>{node} joins only one input</source>
   <translation>{node} 只合并一个输入</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{node} joins {xs}</source>
   <translation>{node} 拼接 {xs}</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>{node} joins {xs} along time</source>
   <translation>{node} 沿时间合并 {xs}</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>{node} mixes the samples of a batch, and the gradient penalty is of each sample alone</source>
   <translation>{node} 会混合一批中的样本，而梯度惩罚是对每个样本单独计算的</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{node} multiplies {xs}</source>
   <translation>{node} 把 {xs} 相乘</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>{node} names no input of the data</source>
   <translation>{node} 没有指明数据的哪个输入</translation>
  </message>
  <message>
   <location filename="engine/check_training.py" />
   <source>{node} normalises over micro-batches of {micro_batch} samples, not over the whole batch</source>
   <translation>{node} 对 {micro_batch} 个样本的微批次做归一化，而不是对整个批次</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>{node} normalises over the batch, and a batch holds 1 sample</source>
   <translation>{node} 在一批样本上归一化，而每批只有 1 个样本</translation>
  </message>
  <message>
   <location filename="engine/train/loss_checks.py" />
   <source>{node} normalises over the batch, and a micro-batch holds 1 sample</source>
   <translation>{node} 对批次做归一化，而一个微批次只含 1 个样本</translation>
  </message>
  <message>
   <location filename="engine/graph/data_checks.py" />
   <source>{node} predicts '{wanted}', which the data does not have</source>
   <translation>{node} 预测“{wanted}”，而数据中没有它</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>{node} takes means over the batch, so that each sample shows in what becomes of the others</source>
   <translation>{node} 在批上取均值，每个样本都会影响其他样本的结果</translation>
  </message>
  <message>
   <location filename="engine/graph/advice.py" />
   <source>{node} works on a single number ({spec})</source>
   <translation>{node} 作用于单个数值（{spec}）</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{number} (test)</source>
   <translation>{number}（测试）</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{number} (training)</source>
   <translation>{number}（训练）</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{number} (validation)</source>
   <translation>{number}（验证）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>{n} values need {expected} bytes</source>
   <translation>{n} 个数值需要 {expected} 字节</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>{operation} mixes what is to be predicted too, and here that is the picture itself</source>
   <translation>{operation}也会混合要预测的内容，而这里要预测的就是图片本身</translation>
  </message>
  <message>
   <location filename="engine/check_choices.py" />
   <source>{operation} mixes whole samples, and the network has {inputs} inputs</source>
   <translation>{operation}混合整个样本，而网络有 {inputs} 个输入</translation>
  </message>
  <message>
   <location filename="engine/check_privacy.py" />
   <source>{operation} puts parts of one sample into another, which private training can't account for</source>
   <translation>{operation} 把一个样本的部分放入另一个样本，隐私训练无法对此计量</translation>
  </message>
  <message>
   <location filename="engine/train/gan/check.py" />
   <source>{outputs} Outputs too many</source>
   <translation>多了 {outputs} 个 Output</translation>
  </message>
  <message>
   <location filename="engine/project/settings.py" />
   <source>{path} can't be set to '{text}': {explain}</source>
   <translation>{path} 不能设为“{text}”：{explain}</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>{path} has been in use by another program for {WAIT} seconds</source>
   <translation>{path} 已被另一个程序占用 {WAIT} 秒</translation>
  </message>
  <message>
   <location filename="engine/runs/database.py" />
   <source>{path} was made by a newer version of Workbench (run format {version})</source>
   <translation>{path} 由较新版本的 Workbench 创建（运行格式 {version}）</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{path} was not saved: it is not a regular file</source>
   <translation>{path} 未保存：它不是普通文件</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{path} was not saved: no permission to write in {folder}</source>
   <translation>{path} 未保存：没有在 {folder} 中写入的权限</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{path} was not saved: the disk is full</source>
   <translation>{path} 未保存：磁盘已满</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{path} was not saved: there is no folder {folder}</source>
   <translation>{path} 未保存：没有文件夹 {folder}</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{path} was not saved: {error}</source>
   <translation>{path} 未保存：{error}</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{path} was not saved: {folder} is read-only</source>
   <translation>{path} 未保存：{folder} 是只读的</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{path} was not saved: {strerror}</source>
   <translation>{path} 未保存：{strerror}</translation>
  </message>
  <message>
   <location filename="engine/data/split.py" />
   <source>{rest} samples beside the test part can't be dealt into {folds} folds</source>
   <translation>除测试部分外的 {rest} 个样本无法分成 {folds} 折</translation>
  </message>
  <message>
   <location filename="engine/train/health/findings.py" />
   <source>{round} % of the units of {node} are dead: they give 0 whatever comes in, and learn nothing more</source>
   <translation>{node} 有 {round} % 的单元已失活：无论输入什么都输出 0，不再学习</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>{rows} pictures listed in {path} with {kinds}, brought to {width} x {height} pixels</source>
   <translation>{path} 中列出的 {rows} 张图片，标注：{kinds}，调整为 {width} × {height} 像素</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>{samples} series of {steps} from {files}</source>
   <translation>来自 {files} 的 {samples} 条序列，长 {steps}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>{samples} series of {steps} from {files} and {files2}</source>
   <translation>来自 {files} 和 {files2} 的 {samples} 条序列，长 {steps}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>{samples} tables of numbers, and their labels in {labels}</source>
   <translation>{samples} 个数值表格，标签在 {labels} 中</translation>
  </message>
  <message>
   <location filename="tools/engine_texts.py" />
   <source>{seen} of {all} samples</source>
   <translation>{all} 个样本中的 {seen} 个</translation>
  </message>
  <message>
   <location filename="engine/train/live.py" />
   <source>{setting} can't be set to {value}: {explain}</source>
   <translation>{setting} 不能设为 {value}：{explain}</translation>
  </message>
  <message>
   <location filename="engine/train/live.py" />
   <source>{setting} can't change while a run goes on</source>
   <translation>{setting} 在运行期间不能更改</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_size.py" />
   <source>{several} of the files hold several pictures; the first of each was taken</source>
   <translation>有 {several} 个文件含有多张图片，各取第一张</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/duplicates.py" />
   <source>{share} of the rows have the same value as another row in every column</source>
   <translation>{share} 的行在每一列都与另一行取值相同</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/assemble.py" />
   <source>{shortened} sequences have more than {LONGEST} tokens; the rest of them was left out</source>
   <translation>{shortened} 个序列多于 {LONGEST} 个词元，其余部分未读入</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>{shortened} texts have more than {LONGEST} characters; the rest of them was left out</source>
   <translation>{shortened} 段文本超过 {LONGEST} 个字符；其余部分被略去</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{shown} was not saved: its name is too long</source>
   <translation>{shown} 未保存：名称太长</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>{size} values don't fit</source>
   <translation>{size} 个数值放不下</translation>
  </message>
  <message>
   <location filename="engine/data/doctor/classes.py" />
   <source>{skipped} items were left out while reading, such as '{item}' ({rstrip})</source>
   <translation>读取时略过了 {skipped} 项，例如“{item}”（{rstrip}）</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>{smallest} or more</source>
   <translation>不小于 {smallest}</translation>
  </message>
  <message>
   <location filename="engine/graph/rules.py" />
   <source>{source} already feeds {target}</source>
   <translation>{source} 已经连到 {target}</translation>
  </message>
  <message>
   <location filename="engine/graph/rules.py" />
   <source>{source} can't feed itself</source>
   <translation>{source} 不能连到自己</translation>
  </message>
  <message>
   <location filename="engine/graph/rules.py" />
   <source>{source} has no output '{source_port}'</source>
   <translation>{source} 没有输出端口“{source_port}”</translation>
  </message>
  <message>
   <location filename="engine/graph/rules.py" />
   <source>{target} has no input '{target_port}'</source>
   <translation>{target} 没有输入端口“{target_port}”</translation>
  </message>
  <message>
   <location filename="engine/export/staging.py" />
   <source>{target} was not written: {reason}</source>
   <translation>{target} 未写入：{reason}</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/assemble.py" />
   <source>{texts} sequences of {tokens} tokens, read as {how}</source>
   <translation>{texts} 个序列，共 {tokens} 个词元，读取方式：{how}</translation>
  </message>
  <message>
   <location filename="engine/data/tagged/assemble.py" />
   <source>{texts} sequences of {tokens} tokens, read as {how} ({upper})</source>
   <translation>{texts} 个序列，共 {tokens} 个词元，读取方式：{how}（{upper}）</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>{texts} texts from {files}, read as {how}</source>
   <translation>来自 {files} 的 {texts} 段文本，读取方式：{how}</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>{texts} texts from {files}, read as {how} ({upper})</source>
   <translation>来自 {files} 的 {texts} 段文本，读取方式：{how}（{upper}）</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>{texts} texts from {files}, read as {how}, classes named by {classes}</source>
   <translation>来自 {files} 的 {texts} 段文本，读取方式：{how}，类别名称取自 {classes}</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>{texts} texts from {files}, read as {how}, classes named by {classes} ({upper})</source>
   <translation>来自 {files} 的 {texts} 段文本，读取方式：{how}，类别名称取自 {classes}（{upper}）</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>{texts} texts, read as {how}</source>
   <translation>{texts} 段文本，读取方式：{how}</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>{texts} texts, read as {how} ({upper})</source>
   <translation>{texts} 段文本，读取方式：{how}（{upper}）</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>{texts} texts, read as {how}, classes named by {classes}</source>
   <translation>{texts} 段文本，读取方式：{how}，类别名称取自 {classes}</translation>
  </message>
  <message>
   <location filename="engine/data/text/assemble.py" />
   <source>{texts} texts, read as {how}, classes named by {classes} ({upper})</source>
   <translation>{texts} 段文本，读取方式：{how}，类别名称取自 {classes}（{upper}）</translation>
  </message>
  <message>
   <location filename="engine/data/cells.py" />
   <source>{text} in {where} is too large</source>
   <translation>{where}的 {text} 太大</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{text} is no number</source>
   <translation>{text} 不是数</translation>
  </message>
  <message>
   <location filename="engine/project/files.py" />
   <source>{text} is too large a number</source>
   <translation>{text} 这个数太大</translation>
  </message>
  <message>
   <location filename="engine/train/gan/choices.py" />
   <source>{title} mixes samples by pairs, and the generator would learn to make such mixtures</source>
   <translation>{title} 把样本两两混合，生成器会学着生成这样的混合物</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>{train} samples to train on, {validation} for validation, {test} for the test ({shares} %), at random</source>
   <translation>{train} 个样本用于训练，{validation} 个用于验证，{test} 个用于测试（{shares}%），随机划分</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>{train} samples to train on, {validation} for validation, {test} for the test ({shares} %), by time</source>
   <translation>{train} 个样本用于训练，{validation} 个用于验证，{test} 个用于测试（{shares}%），按时间划分</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>{train} samples to train on, {validation} for validation, {test} for the test ({shares} %), each with the same share of every class</source>
   <translation>{train} 个样本用于训练，{validation} 个用于验证，{test} 个用于测试（{shares}%），各部分中每个类别的比例相同</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>{train} samples to train on, {validation} for validation, {test} for the test ({shares} %), each with the same share of every label</source>
   <translation>{train} 个样本用于训练，{validation} 个用于验证，{test} 个用于测试（{shares} %），各部分中每个标签的比例相同</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>{train} samples to train on, {validation} for validation, {test} for the test ({shares} %), whole groups together</source>
   <translation>{train} 个样本用于训练，{validation} 个用于验证，{test} 个用于测试（{shares}%），同组样本在一起</translation>
  </message>
  <message>
   <location filename="engine/project/proposal.py" />
   <source>{train} samples to train on, {validation} for validation, {test} for the test ({shares} %); the data brings parts of its own</source>
   <translation>{train} 个样本用于训练，{validation} 个用于验证，{test} 个用于测试（{shares}%）；数据自带了划分</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>{twice} is searched twice</source>
   <translation>{twice} 被搜索了两次</translation>
  </message>
  <message>
   <location filename="engine/data/series/plan.py" />
   <source>{twice} rows have the same time as the row before. If several series stand in the table, choose the column that tells them apart</source>
   <translation>有 {twice} 行的时间与前一行相同。如果表格里有多条序列，请选择区分它们的列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>{values} samples from {path}</source>
   <translation>{path} 中的 {values} 个样本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>{values} samples from {x}</source>
   <translation>{x} 中的 {values} 个样本</translation>
  </message>
  <message>
   <location filename="engine/train/early_stopping.py" />
   <source>{watched} has not got better for {waited} epoch</source>
   <translation>{watched} 已有 {waited} 轮没有改善</translation>
  </message>
  <message>
   <location filename="engine/train/early_stopping.py" />
   <source>{watched} has not got better for {waited} epochs</source>
   <translation>{watched} 已连续 {waited} 轮没有改善</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>{what} is not chosen</source>
   <translation>尚未选择{what}</translation>
  </message>
  <message>
   <location filename="engine/data/paths.py" />
   <source>{what} needs {count} GB of memory, and {free} GB is free</source>
   <translation>{what} 需要 {count} GB 内存，而可用的只有 {free} GB</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>{where} has no column {listed}</source>
   <translation>{where}没有列 {listed}</translation>
  </message>
  <message>
   <location filename="engine/data/new_samples.py" />
   <source>{where} has no value for {listed}</source>
   <translation>{where}没有 {listed} 的值</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table_roles.py" />
   <source>{without} rows have no value in the group column '{column}'; they count as one group</source>
   <translation>有 {without} 行在分组列“{column}”中没有值；它们算作一个组</translation>
  </message>
  <message>
   <location filename="engine/data/split_time.py" />
   <source>{without} samples have no time, so the split by time leaves them out of every part</source>
   <translation>有 {without} 个样本没有时间，因此按时间划分时不属于任何部分</translation>
  </message>
  <message>
   <location filename="engine/train/metrics/numbers.py" />
   <source>{zeros} of the true numbers are 0, of which no error is a share</source>
   <translation>有 {zeros} 个真实数值为 0，误差无法表示为其占比</translation>
  </message>
 </context>
 <context>
  <name>EstimateRoom</name>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Checkpoints</source>
   <translation>检查点</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Data</source>
   <translation>数据</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Estimate</source>
   <translation>估算</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Measuring steps</source>
   <translation>正在测量步数用时</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Memory of the computer</source>
   <translation>电脑内存</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Memory of {device}</source>
   <translation>{device} 的内存</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Start</source>
   <translation>启动</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Steps</source>
   <translation>训练步</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Takes some steps of the real run, on the real data, in a process of its own, and reckons what the whole run will take. Nothing of the project changes.</source>
   <translation>在单独的进程中，用真实数据走几步真正的训练，据此推算整个运行的开销。项目不会有任何改变。</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>This takes for granted:</source>
   <translation>前提是：</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Time and memory</source>
   <translation>时间与内存</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>Validation</source>
   <translation>验证</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>for the whole run</source>
   <translation>整个运行</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>loading PyTorch, building the network</source>
   <translation>加载 PyTorch,构建网络</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>of memory at most</source>
   <translation>最高内存占用</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>{base} of it PyTorch and the program</source>
   <translation>其中 PyTorch 和程序占 {base}</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>{base} of it PyTorch and the program; {free} are free</source>
   <translation>其中 PyTorch 和程序占 {base}；空闲 {free}</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>{count} steps of {size} samples, {each} each</source>
   <translation>{count} 步，每步 {size} 个样本，各用时 {each}</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>{count} times, {each} each</source>
   <translation>{count} 次，各用时 {each}</translation>
  </message>
  <message>
   <location filename="ui/train/study/estimate.py" />
   <source>{free} are free</source>
   <translation>空闲 {free}</translation>
  </message>
 </context>
 <context>
  <name>Evaluate</name>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>%d %b %H:%M</source>
   <translation>%m-%d %H:%M</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>AUROC</source>
   <translation>AUROC</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Area under the curve of precision over recall, the mean over the labels: it depends on no threshold.</source>
   <translation>精确率-召回率曲线下的面积，对各标签取平均：与阈值无关。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Area under the curve of precision over recall: it depends on no threshold. With two classes that of the second, else the mean of each against the rest.</source>
   <translation>精确率-召回率曲线下的面积：与阈值无关。两个类别时取第二类，否则为各类对其余的均值。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>As the mean absolute error, but large errors weigh more; in the data's own units.</source>
   <translation>与平均绝对误差类似，但大误差的权重更高；单位与数据相同。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>As the mean absolute error, but large errors weigh more; of pictures in pixel values.</source>
   <translation>与平均绝对误差类似，但大的误差分量更大；图片以像素值为单位。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Chance that a sample of a class scores higher for it than another one: 50 % is guessing. With two classes that of the second, else the mean of each against the rest.</source>
   <translation>某类样本对该类的得分高于其他样本的概率：50 % 等于猜测。两个类别时取第二类，否则为各类对其余的均值。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Cohen's kappa</source>
   <translation>Cohen κ 系数</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Correlation of true and predicted classes: 1 is perfect, 0 no better than chance.</source>
   <translation>真实类别与预测类别的相关：1 为完美，0 不比随机好。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>F1 (macro)</source>
   <translation>F1（宏平均）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>F1 (micro)</source>
   <translation>F1（微平均）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>F1 (weighted)</source>
   <translation>F1（加权）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>F1 of each label by itself; the mean over the labels, rare ones count as much.</source>
   <translation>每个标签各自的 F1；对标签取平均，少见的标签同样重要。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>F1 with every label of every sample counted alike; frequent labels count more.</source>
   <translation>每个样本的每个标签同等计数的 F1；常见的标签分量更大。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>F1, the mean over the classes or labels, each by its share of the samples.</source>
   <translation>F1 对类别或标签的均值，各按其样本占比加权。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged.py" />
   <source>From shortly before the first wrong tag on: ✗ true tag → given tag</source>
   <translation>从第一个错误标签稍前处起：✗ 真实标签 → 给出的标签</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>Harmonic mean of precision and recall</source>
   <translation>精确率和召回率的调和平均</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Harmonic mean of precision and recall; the mean over the classes.</source>
   <translation>精确率与召回率的调和平均，再对各类别取平均。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>How far accuracy lies above that of chance: 1 is perfect, 0 no better than chance.</source>
   <translation>准确率高出随机水平的程度：1 为完美，0 不比随机好。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>How far predictions are off on average, as a share of the true number.</source>
   <translation>预测平均偏离多少，以真实数值的占比表示。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>How far predictions are off on average, in the data's own units.</source>
   <translation>预测值平均偏离多少，单位与数据相同。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>How far reconstructions are off on average; of pictures in pixel values.</source>
   <translation>重建平均偏离多少；图片以像素值为单位。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>How many of a class were recognised, the mean over the classes: small ones count as much.</source>
   <translation>各类别被识别出的比例，对类别取均值：小类别同样重要。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>How many of a class were recognised; the mean over the classes.</source>
   <translation>某类别中有多少被识别出来，对各类别取平均。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>How many of the spans that were given are right, from first token to last</source>
   <translation>给出的片段中，从第一个到最后一个词元都正确的比例</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>How many of the tokens given this tag have it</source>
   <translation>被给予此标签的词元中，确有此标签的比例</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>How many of the tokens with this tag were given it</source>
   <translation>有此标签的词元中，被给予它的比例</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>How many of the true spans were found</source>
   <translation>真实片段中被找到的比例</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>How many of those taken for a class belong to it; the mean over the classes.</source>
   <translation>被判为某类别的样本中有多少确实属于它，对各类别取平均。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>How well the labels given to a sample and those it has agree (2 × both ÷ their sum); the mean over the samples.</source>
   <translation>给样本的标签与其真实标签的吻合程度（2 × 共有 ÷ 总和）；对样本取平均。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>How well the spans given and those there are agree; one is right with both ends and its kind.</source>
   <translation>给出的片段与真实片段的一致程度；两端和类型都对才算对。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>KL divergence</source>
   <translation>KL 散度</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>Kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Matthews correlation</source>
   <translation>马修斯相关系数</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Mean of −log of the probability given to the truth: it punishes being sure and wrong.</source>
   <translation>赋予真实类别的概率取 −log 后的均值：惩罚自信的错误。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>Precision</source>
   <translation>精确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Precision of each label by itself; the mean over the labels.</source>
   <translation>各标签单独的精确率，对标签取均值。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Precision with everything counted alike; of single classes it is the accuracy.</source>
   <translation>全部一起计数的精确率；单一类别任务中即为准确率。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Precision, the mean over the classes, each by its share of the samples.</source>
   <translation>精确率对类别的均值，各按其样本占比加权。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>Recall</source>
   <translation>召回率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Recall of each label by itself; the mean over the labels.</source>
   <translation>各标签单独的召回率，对标签取均值。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Recall with everything counted alike; of single classes it is the accuracy.</source>
   <translation>全部一起计数的召回率；单一类别任务中即为准确率。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Recall, the mean over the classes, each by its share of the samples.</source>
   <translation>召回率对类别的均值，各按其样本占比加权。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Run {number}</source>
   <translation>第 {number} 次运行</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>R²</source>
   <translation>R²</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged.py" />
   <source>Sequence</source>
   <translation>序列</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the differences between samples that is kept: 1 is perfect, 0 is the mean sample.</source>
   <translation>样本之间的差异保留了多少：1 为完美，0 相当于平均样本。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the samples whose class is among the five with the highest scores.</source>
   <translation>真实类别在得分最高的五个之中的样本占比。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the samples whose class is among the three with the highest scores.</source>
   <translation>真实类别在得分最高的三个之中的样本占比。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the samples whose class was recognised.</source>
   <translation>类别被正确识别的样本所占的比例。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the samples whose labels are all right, none too few and none too many.</source>
   <translation>标签完全正确（不多也不少）的样本所占比例。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the sequences whose tags are all right.</source>
   <translation>所有标签都正确的序列所占比例。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the spans given that are right, with both ends and their kind.</source>
   <translation>给出的片段中两端和类型都正确的比例。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the spans that were found, with both ends and their kind.</source>
   <translation>真实片段中两端和类型都被找到的比例。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the spread that is explained: 1 is perfect, 0 is no better than the mean.</source>
   <translation>能解释的离散程度所占的比例：1 表示完美，0 表示不比均值更好。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the tokens whose tag is right.</source>
   <translation>标签正确的词元所占比例。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>Share of the true numbers at or below the prediction: near 50 % for a median, near q for a quantile.</source>
   <translation>不高于预测值的真实数值的占比：中位数接近 50 %，分位数接近 q。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>Spans</source>
   <translation>片段</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>Tag</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>The network learnt from these samples. If it does much better here than on validation, it overfits.</source>
   <translation>网络就是用这些样本学习的。如果这里的得分远好于验证集，说明过拟合。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>The test split was never seen in training. Look at it once, at the end: a network chosen by its test score is no longer tested by it.</source>
   <translation>测试集从未参与训练。只在最后看一次：如果按测试得分挑选网络，测试就失去意义了。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>The validation split chose the best weights, so this score is a little too good. Use it to compare runs.</source>
   <translation>最佳权重是用验证集选出的，所以这个得分略偏乐观。可用来比较各次运行。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged.py" />
   <source>Tokens</source>
   <translation>词元</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>Tokens of the split with this tag</source>
   <translation>此划分中有该标签的词元数</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>True spans of this kind in the split</source>
   <translation>此划分中该种类的真实片段数</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>What training makes small, over this split.</source>
   <translation>训练所要减小的量，在该子集上的值。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged.py" />
   <source>Wrong tags</source>
   <translation>错误标签</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>accuracy</source>
   <translation>准确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>all labels right</source>
   <translation>标签全对</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged_words.py" />
   <source>all spans</source>
   <translation>所有片段</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>all tags right</source>
   <translation>标签全对</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>average precision</source>
   <translation>平均精确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>balanced accuracy</source>
   <translation>平衡准确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>data gone</source>
   <translation>数据丢失</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>discriminator loss</source>
   <translation>判别器损失</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>disk full</source>
   <translation>磁盘已满</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>distance</source>
   <translation>距离</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>diverged</source>
   <translation>发散</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>failed</source>
   <translation>失败</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>finished</source>
   <translation>已完成</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>generator loss</source>
   <translation>生成器损失</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>gradient penalty</source>
   <translation>梯度惩罚</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>interrupted</source>
   <translation>中断</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>log loss</source>
   <translation>对数损失</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>loss</source>
   <translation>损失</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>made ones judged right</source>
   <translation>生成样本判断正确</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>mean absolute error</source>
   <translation>平均绝对误差</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>mean absolute percentage error</source>
   <translation>平均绝对百分比误差</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>mean average precision</source>
   <translation>平均精确率均值</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>no epoch finished</source>
   <translation>未完成任何轮次</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>out of memory</source>
   <translation>内存不足</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>precision</source>
   <translation>精确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>precision (macro)</source>
   <translation>精确率（宏平均）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>precision (micro)</source>
   <translation>精确率（微平均）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>precision (weighted)</source>
   <translation>精确率（加权）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>privacy given away (epsilon)</source>
   <translation>已泄露的隐私 (epsilon)</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>real ones judged right</source>
   <translation>真实样本判断正确</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>recall</source>
   <translation>召回率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>recall (macro)</source>
   <translation>召回率（宏平均）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>recall (micro)</source>
   <translation>召回率（微平均）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>recall (weighted)</source>
   <translation>召回率（加权）</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>reconstruction loss</source>
   <translation>重建损失</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>root mean squared error</source>
   <translation>均方根误差</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>share at or below the prediction</source>
   <translation>不高于预测值的占比</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>span F1</source>
   <translation>片段 F1</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>span precision</source>
   <translation>片段精确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>span recall</source>
   <translation>片段召回率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>stopped</source>
   <translation>已停止</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>stopped early</source>
   <translation>提前停止</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>top-3 accuracy</source>
   <translation>前 3 准确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>top-5 accuracy</source>
   <translation>前 5 准确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>training now</source>
   <translation>正在训练</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>validation MAE</source>
   <translation>验证 MAE</translation>
  </message>
  <message>
   <location filename="ui/evaluate/words.py" />
   <source>validation {metric}</source>
   <translation>验证{metric}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged.py" />
   <source>{count} tokens; the least certain is {token}: {tag}, {share}</source>
   <translation>{count} 个词元；把握最小的是 {token}：{tag}，{share}</translation>
  </message>
 </context>
 <context>
  <name>EvaluateStage</name>
  <message>
   <location filename="ui/evaluate/stage.py" />
   <source>Evaluate</source>
   <translation>评估</translation>
  </message>
  <message>
   <location filename="ui/evaluate/stage.py" />
   <source>Evaluating</source>
   <translation>正在评估</translation>
  </message>
  <message>
   <location filename="ui/evaluate/stage.py" />
   <source>New samples</source>
   <translation>新样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/stage.py" />
   <source>Not evaluated yet</source>
   <translation>尚未评估</translation>
  </message>
  <message>
   <location filename="ui/evaluate/stage.py" />
   <source>Scores</source>
   <translation>评分</translation>
  </message>
  <message>
   <location filename="ui/evaluate/stage.py" />
   <source>Train the network first</source>
   <translation>请先训练网络</translation>
  </message>
  <message>
   <location filename="ui/evaluate/stage.py" />
   <source>What is shown of the run</source>
   <translation>显示运行的哪些内容</translation>
  </message>
  <message>
   <location filename="ui/evaluate/stage.py" />
   <source>new samples</source>
   <translation>新样本</translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message>
   <location filename="ui/export/words.py" />
   <source>A torch.export program: one file for PyTorch without source code, ready for ahead-of-time compilation.</source>
   <translation>torch.export 程序：单个文件，在 PyTorch 中无需源代码即可使用，可直接做预先编译。</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Checked with</source>
   <translation>检查工具</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Gives</source>
   <translation>输出</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Largest difference</source>
   <translation>最大差异</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>ONNX</source>
   <translation>ONNX</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Of any number in any answer. Sums in another order differ in the last digits.</source>
   <translation>所有答案中任一数值的差异。求和顺序不同，末几位会略有出入。</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>One file that runs nearly everywhere without Python: ONNX Runtime on servers, desktops, phones and in the browser. Any batch size; class names travel inside.</source>
   <translation>单个文件，几乎在任何地方都能运行，无需 Python：服务器、桌面、手机和浏览器上的 ONNX Runtime。批大小不限，类别名称写在文件里。</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Operator set</source>
   <translation>算子集</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Preprocessing</source>
   <translation>预处理</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>PyTorch program</source>
   <translation>PyTorch 程序</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Python file</source>
   <translation>Python 文件</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Readable PyTorch source of exactly the network that was trained, with its weights in a file beside it. Needs torch and safetensors, not Workbench.</source>
   <translation>与训练时完全一致、可读的 PyTorch 源代码，权重在旁边的文件中。需要 torch 和 safetensors，不需要 Workbench。</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Replayed</source>
   <translation>重放</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>SHA-256</source>
   <translation>SHA-256</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Same labels</source>
   <translation>标签相同</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Same tags</source>
   <translation>相同标签</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Same top class</source>
   <translation>首选类别一致</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Share of the samples for which both name the same class.</source>
   <translation>两者给出相同类别的样本所占的比例。</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Share of the samples to which both give the same labels.</source>
   <translation>两者给出相同标签的样本所占比例。</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Share of the tokens to which both give the same tag.</source>
   <translation>两者给出相同标签的词元比例。</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Takes</source>
   <translation>输入</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>The exported file was asked about real samples, never of the test split.</source>
   <translation>用真实样本询问导出的文件，从不使用测试集。</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Took</source>
   <translation>用时</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Verified: the ONNX file gives the same answers as the network</source>
   <translation>已验证：ONNX 文件与网络给出相同的结果</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Verified: the PyTorch program gives the same answers as the network</source>
   <translation>已验证：PyTorch 程序与网络给出相同的结果</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Verified: the Python file gives the same answers as the network</source>
   <translation>已验证：Python 文件与网络给出相同的结果</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>Version of ONNX' operators it needs.</source>
   <translation>所需的 ONNX 算子版本。</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>What ran the exported file.</source>
   <translation>运行导出文件的程序。</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>in all of them</source>
   <translation>全部一致</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>in {share} of them</source>
   <translation>{share} 一致</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>inside: it takes raw values</source>
   <translation>包含在内：接受原始数值</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>left out: values must be scaled as in training</source>
   <translation>不包含：数值须像训练时那样缩放</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>{count} {split} samples, in batches of {sizes}</source>
   <translation>{count} 个{split}样本，批大小为 {sizes}</translation>
  </message>
  <message>
   <location filename="ui/export/words.py" />
   <source>{difference}, {tolerance} is allowed</source>
   <translation>{difference}，允许 {tolerance}</translation>
  </message>
 </context>
 <context>
  <name>ExportOptions</name>
  <message>
   <location filename="ui/export/options.py" />
   <source>Best: of the epoch with the lowest validation loss. Last: as training left them.</source>
   <translation>最佳：验证损失最低那一轮的权重。最后：训练结束时的权重。</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Choose the file to write</source>
   <translation>选择要写入的文件</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Export to</source>
   <translation>导出到</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>File to write</source>
   <translation>要写入的文件</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Format</source>
   <translation>格式</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Include preprocessing</source>
   <translation>包含预处理</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Network</source>
   <translation>网络</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Only the decoder</source>
   <translation>仅解码器</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Options</source>
   <translation>选项</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>The file takes raw values (pixels 0 to 255, table rows as they are) and gives numbers in their own units.</source>
   <translation>文件接受原始数值（0 到 255 的像素、原样的表格行），输出的数值也是原单位。</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>The half of the autoencoder that makes samples: latent numbers go in, a new sample comes out.</source>
   <translation>自编码器中生成样本的一半：输入潜变量，输出新样本。</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>The weights go beside it, to {name}.</source>
   <translation>权重保存在旁边的 {name} 中。</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>There is no folder {folder}.</source>
   <translation>没有文件夹 {folder}。</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>There is such a file; it is replaced once the new one is verified.</source>
   <translation>已有同名文件；新文件通过验证后才会替换它。</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Weights</source>
   <translation>权重</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>Whoever uses the file must scale its input as in training. How is written inside.</source>
   <translation>使用该文件的人必须像训练时那样缩放输入，方法写在文件里。</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>best weights</source>
   <translation>最佳权重</translation>
  </message>
  <message>
   <location filename="ui/export/options.py" />
   <source>last weights</source>
   <translation>最后权重</translation>
  </message>
 </context>
 <context>
  <name>ExportStage</name>
  <message>
   <location filename="ui/export/stage.py" />
   <source>A network can be exported as soon as an epoch is done.</source>
   <translation>完成一个轮次后就可以导出网络。</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Every export is replayed on real validation samples before the file gets its name. What came out stands here as a certificate; an export that answers differently is not kept.</source>
   <translation>每次导出都会先用真实的验证样本重放，文件才会得到它的名字。结果以证书的形式列在这里；答案不一致的导出不会保留。</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Exported {name}</source>
   <translation>已导出 {name}</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Exporting</source>
   <translation>正在导出</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Exporting {name}</source>
   <translation>正在导出 {name}</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Exports</source>
   <translation>导出记录</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Exports made so far</source>
   <translation>至今的导出</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Go to Train</source>
   <translation>前往“训练”</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Here you will take a trained network away as one file: ONNX for nearly every runtime, a Python file or a PyTorch program. Each export is checked against the network on real samples.</source>
   <translation>在这里可以把训练好的网络作为一个文件带走：几乎通用的 ONNX、Python 文件或 PyTorch 程序。每次导出都会用真实样本与网络核对。</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>No file was written</source>
   <translation>没有写入文件</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Not exported yet</source>
   <translation>尚未导出</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Progress of the export</source>
   <translation>导出进度</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Reading certificates</source>
   <translation>正在读取证书</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Starting</source>
   <translation>正在启动</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>The export was cancelled. Nothing was written.</source>
   <translation>导出已取消，没有写入任何内容。</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>The file that was there before is unchanged</source>
   <translation>原有的文件没有改变</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>The first run is in progress</source>
   <translation>第一次运行正在进行</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>Train the network first</source>
   <translation>请先训练网络</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>best</source>
   <translation>最佳</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>last</source>
   <translation>最后</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>{file} · {format} of run {run}, {which} weights</source>
   <translation>{file} · {format}，第 {run} 次运行的{which}权重</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>{file} · {format} of run {run}, {which} weights · exported earlier</source>
   <translation>{file} · {format}，第 {run} 次运行的{which}权重 · 之前导出</translation>
  </message>
  <message>
   <location filename="ui/export/stage.py" />
   <source>{name}: {note}</source>
   <translation>{name}：{note}</translation>
  </message>
 </context>
 <context>
  <name>FieldCard</name>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>Draws as often between 0.001 and 0.01 as between 0.01 and 0.1</source>
   <translation>在 0.001 到 0.01 之间与在 0.01 到 0.1 之间抽取得一样多</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>Search {field} no longer</source>
   <translation>不再搜索{field}</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>The project has no such field now.</source>
   <translation>项目现在没有这个字段。</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>by factors</source>
   <translation>按倍数</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>from</source>
   <translation>从</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>to</source>
   <translation>到</translation>
  </message>
 </context>
 <context>
  <name>FindingCard</name>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Changes the project; the files stay as they are. Undo takes it back.</source>
   <translation>会修改项目，文件保持不变；可撤销。</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Hint</source>
   <translation>提示</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Problem</source>
   <translation>问题</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Show all that was left out…</source>
   <translation>显示所有略过的项…</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Show pairs side by side</source>
   <translation>并排显示样本对</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Show pictures</source>
   <translation>显示图片</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Show rows</source>
   <translation>显示行</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Show them together</source>
   <translation>一起显示</translation>
  </message>
  <message>
   <location filename="ui/data/doctor.py" />
   <source>Warning</source>
   <translation>警告</translation>
  </message>
 </context>
 <context>
  <name>FindingsPanel</name>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>A split and a network are proposed once the data can be used.</source>
   <translation>数据可用之后，会建议数据划分和网络。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>Ignore all {count} of this kind</source>
   <translation>忽略全部 {count} 个这样的列</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>Ignore {column}</source>
   <translation>忽略 {column}</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>Looking at its beginning…</source>
   <translation>正在查看开头…</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>Looking at what it is…</source>
   <translation>正在识别…</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>Nothing odd was found, and nothing was left out.</source>
   <translation>没有发现异常，也没有遗漏任何内容。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>Reading all of it…</source>
   <translation>正在读取全部内容…</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>Reading the data</source>
   <translation>正在读取数据</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>Show all that was left out…</source>
   <translation>显示全部被略去的内容…</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>Try again</source>
   <translation>重试</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>What is proposed</source>
   <translation>建议</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>What was found</source>
   <translation>发现</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>{count} {inputs} · {targets}</source>
   <translation>{count} 个样本：{inputs} · {targets}</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>{item} and {count} more</source>
   <translation>{item} 及另外 {count} 项</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>{left_out}, such as {items}.</source>
   <translation>{left_out}，例如 {items}。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/findings.py" />
   <source>{left_out}: {items}.</source>
   <translation>{left_out}：{items}。</translation>
  </message>
 </context>
 <context>
  <name>FoldsPage</name>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Cross-validation</source>
   <translation>交叉验证</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Deals the samples beside the test part into equal folds and trains once for each, with that fold as the validation part. Classes and groups are dealt as the split of the project says; scales and vocabularies are learnt anew from each run's own training part. The test part is the same for all and is not looked at.</source>
   <translation>把测试部分以外的样本分成等份，每一折轮流作为验证部分各训练一次。类别和分组按项目的划分设置处理；缩放和词表在每次运行中只从其训练部分重新学习。测试部分始终相同，且不会被查看。</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>The data is split by time: folds would train on what came later than what they are tested on.</source>
   <translation>数据按时间划分：分折会用较晚的样本训练、用较早的样本检验。</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Train {count} folds</source>
   <translation>训练 {count} 折</translation>
  </message>
 </context>
 <context>
  <name>ForecastCard</name>
  <message>
   <location filename="ui/evaluate/forecast.py" />
   <source>Forecast and truth over time</source>
   <translation>随时间的预测值与真实值</translation>
  </message>
  <message>
   <location filename="ui/evaluate/forecast.py" />
   <source>Forecast over time</source>
   <translation>随时间的预测</translation>
  </message>
  <message>
   <location filename="ui/evaluate/forecast.py" />
   <source>RMSE {ours}. Repeating the last value: {last}.</source>
   <translation>均方根误差 {ours}。重复最后一个值：{last}。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/forecast.py" />
   <source>RMSE {ours}. Repeating the last value: {last}; the value {season} steps before: {before}.</source>
   <translation>均方根误差 {ours}。重复最后一个值：{last}；取 {season} 步之前的值：{before}。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/forecast.py" />
   <source>predicted</source>
   <translation>预测</translation>
  </message>
  <message>
   <location filename="ui/evaluate/forecast.py" />
   <source>true</source>
   <translation>真实</translation>
  </message>
 </context>
 <context>
  <name>Form</name>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>-1 to 1</source>
   <translation>-1 到 1</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>0</source>
   <translation>0</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>0 changes nothing; 1 is right for a mean of the recalls of all classes.</source>
   <translation>0 不改变任何东西；1 适合各类别召回率的平均值。</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>0 changes nothing; the larger, the less a sample counts that is answered well.</source>
   <translation>0 不改变任何东西；越大，答得好的样本分量越小。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/logit_adjusted.py" />
   <source>0 is cross-entropy; 1 is right for a mean of the recalls of all classes.</source>
   <translation>0 即交叉熵；1 适合各类别召回率的平均值。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/focal.py" />
   <source>0 is cross-entropy; the larger, the less a sample counts that is answered well.</source>
   <translation>0 即交叉熵；越大，答得好的样本分量越小。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>0 to 1</source>
   <translation>0 到 1</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>0: all cores</source>
   <translation>0：所有核心</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>1 brings every class to the size of the largest; less goes only a part of the way.</source>
   <translation>1 使每个类别与最大的类别一样多；小于 1 则只靠近一部分。</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>1 brings every class to the size of the smallest; less goes only a part of the way.</source>
   <translation>1 使每个类别与最小的类别一样多；小于 1 则只靠近一部分。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/trivial.py" />
   <source>1 is the paper's wide space; less makes the largest strength of every change smaller.</source>
   <translation>1 即论文中的宽空间；更小则每种变化的最大强度更小。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>3 × the middle half's width</source>
   <translation>中间一半宽度的 3 倍</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>A category of its own</source>
   <translation>单独一个类别</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>A channel more for the network: 1 where a step is real and 0 where it was filled in. It is needed where lengths differ.</source>
   <translation>给网络多一个通道：真实的步为 1，填充的步为 0。长度不同时需要它。</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>A crash, or a lack of memory, then ends the run and never the window. A run begins some seconds later.</source>
   <translation>这样，崩溃或内存不足只会结束该次运行，不会影响窗口。运行会晚几秒开始。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>A file of the same form for the test. Empty: drawn.</source>
   <translation>同样格式的测试文件。留空：抽取。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>A file of the same form for validation. Empty: drawn.</source>
   <translation>同样格式的验证文件。留空：抽取。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>A file with a token and its tag in each line and a blank line between sequences (CoNLL, CoNLL-U, one Chinese character a line), or a folder with such files called train, validation (or dev) and test.</source>
   <translation>每行一个词元及其标签、序列之间有空行的文件（CoNLL、CoNLL-U、每行一个汉字），或包含名为 train、validation（或 dev）和 test 的此类文件的文件夹。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>A line, y = 3x + noise</source>
   <translation>直线 y = 3x + 噪声</translation>
  </message>
  <message>
   <location filename="engine/train/machines.py" />
   <source>A port of that computer that is free, and that no firewall closes.</source>
   <translation>该计算机上空闲且未被防火墙关闭的端口。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>A table that names each file and its class or number, where they don't lie in folders by class.</source>
   <translation>写明每个文件及其类别或数值的表格（文件没有按类别放在文件夹里时）。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>A table, a file of lines, a folder with a folder of text files for each class, or a folder with a file for each class.</source>
   <translation>表格、按行的文件、每类一个文本文件夹的文件夹，或每类一个文件的文件夹。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>A value of your own</source>
   <translation>自定的值</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>AUROC</source>
   <translation>AUROC</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Above 1, torchrun trains each network by so many processes of this machine, one for each GPU: a batch is divided among them. On one processor it is of no use.</source>
   <translation>大于 1 时，torchrun 用本机的这么多个进程训练每个网络，每个 GPU 一个：一批在它们之间分配。在单个处理器上没有用处。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Accumulation</source>
   <translation>梯度累积</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Activation</source>
   <translation>激活函数</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Adadelta</source>
   <translation>Adadelta</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Adagrad</source>
   <translation>Adagrad</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Adam</source>
   <translation>Adam</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>AdamW</source>
   <translation>AdamW</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>AdamW's share of the mean of past gradients that each step keeps.</source>
   <translation>AdamW 每一步保留的过往梯度均值的比例。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>AdamW's share of the mean of past squared gradients that each step keeps.</source>
   <translation>AdamW 每一步保留的过往梯度平方均值的比例。</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Add</source>
   <translation>Add 相加</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Added to the divisor, so that small gradients don't make big steps.</source>
   <translation>加在分母上，避免很小的梯度引起很大的步长。</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Added to the variance, against division by zero.</source>
   <translation>加在方差上，避免除以零。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Added under both roots: its size decides how big the first steps are.</source>
   <translation>加在两个根号之下：它的大小决定最初几步有多大。</translation>
  </message>
  <message>
   <location filename="engine/train/machines.py" />
   <source>Address</source>
   <translation>地址</translation>
  </message>
  <message>
   <location filename="engine/train/machines.py" />
   <source>Address of the first</source>
   <translation>第一台的地址</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Adds a channel for each number: its change since the row before.</source>
   <translation>为每个数值列增加一个通道：与前一行相比的变化。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Adds a column of zeros and ones for each column of numbers with gaps: whether the number was missing.</source>
   <translation>为每个有缺失的数值列增加一个 0/1 列，表示该数值是否缺失。</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Adds a learnt constant to each output channel.</source>
   <translation>给每个输出通道加上一个可学习的常数。</translation>
  </message>
  <message>
   <location filename="engine/layers/dense.py" />
   <source>Adds a learnt constant to each unit.</source>
   <translation>给每个单元加上一个可学习的常数。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/rows.py" />
   <source>Adds a random number of its own to every number of a row (Gaussian). Categories stay.</source>
   <translation>给一行中的每个数值各加一个随机数（高斯）。类别不变。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Adds a random number of its own to every value (Gaussian), as a poor sensor would.</source>
   <translation>给每个值各加一个随机数（高斯），如同不精确的传感器。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Adds a random number of its own to every value of pictures (Gaussian).</source>
   <translation>给图片的每个值加上各自的随机数（高斯）。</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Adds learnt constants in every step.</source>
   <translation>在每一步加上可学习的常数。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Adds the hour, weekday and season of each row, as far as they differ between rows, as sine and cosine.</source>
   <translation>以正弦和余弦加入每一行的钟点、星期和季节（只加入行与行之间会不同的）。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>Adjustment</source>
   <translation>步长调整</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Affine</source>
   <translation>仿射变换</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>After epochs</source>
   <translation>在这些轮之后</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>All samples of a group go to the same fold, where the data has groups.</source>
   <translation>数据有分组时，同一组的所有样本放入同一折。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>All types</source>
   <translation>所有类型</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Along</source>
   <translation>沿轴</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Alpha</source>
   <translation>Alpha</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Also divides the data anew for each run: the spread then holds the luck of the split too. The test part changes with it.</source>
   <translation>每次运行也重新划分数据：离散程度于是也包含划分的偶然性。测试部分随之改变。</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Amount</source>
   <translation>程度</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>An average of the weights is validated and kept in the place of the last ones; it often does better.</source>
   <translation>验证和保存的是权重的平均值，而不是最后一步的权重；效果往往更好。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>An input each</source>
   <translation>每个一个输入</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Applied for predictions only. Auto: softmax for classes, sigmoid for a single yes or no, none for numbers.</source>
   <translation>只用于预测。自动：多类别用 softmax，单个是非判断用 sigmoid，数值则不用。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Approximate</source>
   <translation>近似</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Area</source>
   <translation>面积</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Arms</source>
   <translation>旋臂数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Arrays (.npz, .npy, .mat, .safetensors)</source>
   <translation>数组（.npz、.npy、.mat、.safetensors）</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>As for all columns</source>
   <translation>与所有列相同</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>As given: the classes, labels or numbers that the data brings. Itself again: the network, an autoencoder, is to squeeze each sample and make it again; nothing else of the data is used.</source>
   <translation>按数据：数据自带的类别、标签或数值。重建自身：网络（自编码器）压缩每个样本并将其重建；不使用数据的其他内容。</translation>
  </message>
  <message>
   <location filename="engine/train/machines.py" />
   <source>As many as a computer has GPUs; 1 where it has none.</source>
   <translation>与一台计算机的 GPU 数相同；没有 GPU 时为 1。</translation>
  </message>
  <message>
   <location filename="engine/train/layerwise.py" />
   <source>As network</source>
   <translation>与网络相同</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>At random</source>
   <translation>随机</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>At random: each sample by itself. Whole groups: all samples of a group go to the same part, such as all pictures of one patient. By time: the oldest are trained on, the newest are for the test. Folds: equal parts, each of which can be the validation part in turn.</source>
   <translation>随机：逐个样本划分。整组：同一组的所有样本进入同一部分，例如同一位病人的所有图片。按时间：最早的用于训练，最新的用于测试。折：等分为若干折，各折可轮流作为验证部分。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>At the end</source>
   <translation>在末尾</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>At the start</source>
   <translation>在开头</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Augment</source>
   <translation>增强</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Augment edges</source>
   <translation>增强边缘</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Augmentation</source>
   <translation>数据增强</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Auto</source>
   <translation>自动</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Auto and standard: mean 0 and deviation 1 for each colour channel or column. None: as the file has it. -1 to 1 suits a GAN whose generator ends in Tanh. By quartiles and ranks: for columns of tables, where a few numbers lie far from the others. Statistics come from the training split only.</source>
   <translation>自动和标准：每个颜色通道或列的均值为 0、标准差为 1。无：与文件中一样。-1 到 1 适合生成器以 Tanh 结尾的 GAN。按四分位数和按排名：用于少数数值远离其他数值的表格列。统计量只来自训练集。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Auto: RGB, unless all of the pictures looked at are grey.</source>
   <translation>自动：RGB；如果查看到的图片全部是灰度则为灰度。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>Auto: columns of 0 and 1 and cells such as 'cat;dog' are several labels, other texts and few whole numbers are classes, and other numbers are predicted as they are.</source>
   <translation>自动：0/1 列以及“cat;dog”这样的单元格是多个标签，其他文本和少量整数是类别，其他数值按数值预测。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Auto: losses and errors are to be small, everything else is to be large.</source>
   <translation>自动：损失和误差越小越好，其他越大越好。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Auto: texts and up to 20 different whole numbers are classes, other numbers are predicted as numbers. Several labels: columns of yes and no, or 1 and 0, of which any number may be yes.</source>
   <translation>自动：文字和最多 20 种不同的整数视为类别，其他数字按数值预测。多个标签：内容为“是”与“否”（或 1 与 0）的列，其中可以有任意多个为“是”。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Auto: whole numbers and text are classes, rows of zeros and ones are labels, real numbers are predicted as numbers. Reconstruction needs no labels.</source>
   <translation>自动：整数和文本是类别，由 0 和 1 组成的行是标签，实数作为数值预测。重建不需要标签。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Auto: words and up to 20 different whole numbers are classes, other numbers are predicted as numbers.</source>
   <translation>自动：文字和不超过 20 种的整数作为类别，其他数字作为数值预测。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/auto.py" />
   <source>Automatic</source>
   <translation>自动</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Automatic: on an NVIDIA GPU the network's work for a batch is recorded once and then started as a whole, which pays where a step is many short pieces of work: small networks and batches. Costs memory for one more batch; of no use with micro-batches or compiling. Layers are then not looked into one by one for health.</source>
   <translation>自动：在 NVIDIA GPU 上，网络处理一个批次的工作只录制一次，之后整体启动；当一步由许多短小的工作组成时有利：小网络和小批次。要多占一个批次的内存；与微批次或编译一起时没有用处。此时不逐层做健康检查。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Automatic: the network called model learns what the data asks for. GAN: two networks, of which one learns to make samples like the data's and the other to tell them from real ones.</source>
   <translation>自动：名为 model 的网络学习数据所要求的任务。GAN：两个网络，一个学习生成与数据相像的样本，另一个学习把它们与真实样本区分开。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Averaging</source>
   <translation>平均</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>AvgPool1d</source>
   <translation>AvgPool1d</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>AvgPool2d</source>
   <translation>AvgPool2d</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Balance</source>
   <translation>类别平衡</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Balanced batches</source>
   <translation>均衡批次</translation>
  </message>
  <message>
   <location filename="engine/study/jobs.py" />
   <source>Batch</source>
   <translation>批次</translation>
  </message>
  <message>
   <location filename="engine/train/several.py" />
   <source>Batch norm over all</source>
   <translation>跨全部进程的批归一化</translation>
  </message>
  <message>
   <location filename="engine/train/several.py" />
   <source>Batch norm takes its means over the samples of all processes, as one process would: results no longer depend on their number. Each such layer then waits for the others twice in a step. Of no use without batch norm.</source>
   <translation>批归一化像单进程那样在所有进程的样本上求均值：结果不再取决于进程数。每个这样的层在一步中要等待其他进程两次。没有批归一化时没有用处。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Batch size</source>
   <translation>批大小</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>BatchNorm</source>
   <translation>BatchNorm</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Below the median</source>
   <translation>低于中位数时</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Below the median: a trial ends early once it is worse than half of the earlier ones at the same epoch. Hyperband: most trials get few epochs, and the best of them more.</source>
   <translation>低于中位数时：若某次试验在同一轮比此前一半的试验差，就提前结束。Hyperband：多数试验只给少量轮数，最好的才给更多。</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Beta</source>
   <translation>Beta</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Beta1</source>
   <translation>Beta1</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Beta2</source>
   <translation>Beta2</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>Between</source>
   <translation>分隔符</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Beyond the quartiles by three times their distance, or the outermost hundredth at either end, of the training split.</source>
   <translation>超出四分位数三倍四分位距，或训练部分两端最外的百分之一。</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>Bias</source>
   <translation>偏置</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>Biases</source>
   <translation>偏置</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Bidirectional</source>
   <translation>双向</translation>
  </message>
  <message>
   <location filename="engine/train/losses/binary.py" />
   <source>Binary cross-entropy</source>
   <translation>二元交叉熵</translation>
  </message>
  <message>
   <location filename="engine/data/augment/rows.py" />
   <source>Blank cells</source>
   <translation>清空单元格</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Blanks</source>
   <translation>空格</translation>
  </message>
  <message>
   <location filename="engine/data/augment/rows.py" />
   <source>Blanks cells: they look as missing ones do, so that a network learns to do without any single column.</source>
   <translation>清空单元格：它们看起来与缺失的一样，使网络学会不依赖任何单独一列。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/mix.py" />
   <source>Blends each picture with another one of its batch; the loss counts both classes, each by its share.</source>
   <translation>把每张图片与同批次的另一张混合；损失按占比计入两个类别。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Blur</source>
   <translation>模糊</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Breast cancer</source>
   <translation>乳腺癌</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Brightness</source>
   <translation>亮度</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Brought to the limits</source>
   <translation>收到界限上</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Built-in sample</source>
   <translation>内置样本</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>By factors</source>
   <translation>按倍数</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>By time</source>
   <translation>按时间</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>By time: samples left out before the validation and the test part, so that what is trained on does not overlap with them.</source>
   <translation>按时间：在验证部分和测试部分之前留出不用的样本数，使训练所用的样本不与它们重叠。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Byte-pair pieces</source>
   <translation>字节对片段</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>CUDA graphs</source>
   <translation>CUDA 图</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Calendar</source>
   <translation>日历</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Categories</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Categories become</source>
   <translation>类别变成</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Categories of a column that get an input of their own, at most; the rarest beyond that count as one.</source>
   <translation>一列中最多有多少个类别拥有各自的输入；超出部分中最少见的合并为一个。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Centered</source>
   <translation>中心化</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Changes</source>
   <translation>变化</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Channels</source>
   <translation>通道</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Channels: features side by side. Time: sequences one after the other.</source>
   <translation>通道：特征并排。时间：序列首尾相接。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Characters</source>
   <translation>字符</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Choice</source>
   <translation>选项</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Class names</source>
   <translation>类别名称</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Class weights</source>
   <translation>类别权重</translation>
  </message>
  <message>
   <location filename="engine/train/losses/hinge.py" />
   <source>Classes</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Cleaning</source>
   <translation>清洗</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Clip gradient norm</source>
   <translation>裁剪梯度范数</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Clip gradient values</source>
   <translation>裁剪梯度数值</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Clip norm</source>
   <translation>裁剪范数</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Clip value</source>
   <translation>裁剪数值</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>Clipping norm</source>
   <translation>裁剪范数</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Cohen's kappa</source>
   <translation>Cohen κ 系数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Columns</source>
   <translation>列</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Columns about which something else is done.</source>
   <translation>另有处理的列。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Compile</source>
   <translation>编译</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Computation</source>
   <translation>计算</translation>
  </message>
  <message>
   <location filename="engine/train/machines.py" />
   <source>Computers</source>
   <translation>计算机数</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Concat</source>
   <translation>Concat 拼接</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Constant</source>
   <translation>常数</translation>
  </message>
  <message>
   <location filename="engine/train/averaging.py" />
   <source>Constant learning rate from then on, higher than a schedule would end with. Empty: the schedule goes on.</source>
   <translation>从那时起使用的恒定学习率，应高于调度结束时的值。留空：继续按调度进行。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Contrast</source>
   <translation>对比度</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Conv1d</source>
   <translation>Conv1d</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Conv2d</source>
   <translation>Conv2d</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>ConvTranspose2d</source>
   <translation>二维转置卷积</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Cooldown</source>
   <translation>冷却</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Cosine</source>
   <translation>余弦</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Covers a rectangle of pictures, so that a network learns to look everywhere.</source>
   <translation>遮住图片中的一个矩形，使网络学会看所有地方。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Crop</source>
   <translation>裁剪</translation>
  </message>
  <message>
   <location filename="engine/train/losses/cross_entropy.py" />
   <source>Cross-entropy</source>
   <translation>交叉熵</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Cuda graphs</source>
   <translation>CUDA 图</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Curve</source>
   <translation>曲线</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Cut</source>
   <translation>截断</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Cut off at</source>
   <translation>截去</translation>
  </message>
  <message>
   <location filename="engine/data/augment/mix.py" />
   <source>CutMix</source>
   <translation>CutMix</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Cuts a window out of a sample and stretches it to the sample's whole length.</source>
   <translation>从样本中截取一个窗口，并拉伸到样本的整个长度。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Cuts out a part of pictures and enlarges it to the whole.</source>
   <translation>裁出图片的一部分并放大到整幅。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Cycle momentum</source>
   <translation>动量循环</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>DP-SGD</source>
   <translation>DP-SGD</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Data field</source>
   <translation>数据字段</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Data set</source>
   <translation>数据集</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Date order</source>
   <translation>日期顺序</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Dates are written</source>
   <translation>日期写法</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Day, month, year</source>
   <translation>日、月、年</translation>
  </message>
  <message>
   <location filename="engine/train/averaging.py" />
   <source>Decay</source>
   <translation>衰减率</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Decay weights only</source>
   <translation>仅衰减权重</translation>
  </message>
  <message>
   <location filename="engine/data/cache.py" />
   <source>Decoded pictures are kept on the disk, so that the next start is instant. What was used longest ago is deleted first.</source>
   <translation>解码后的图片保存在磁盘上，使下次启动无需等待。最久未使用的先删除。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Decoupled weight decay</source>
   <translation>解耦的权重衰减</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Degrees</source>
   <translation>角度</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>Delta</source>
   <translation>Delta</translation>
  </message>
  <message>
   <location filename="engine/layers/dense.py" />
   <source>Dense</source>
   <translation>Dense 全连接</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>Deviation</source>
   <translation>标准差</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>Deviation of the noise, in clipping norms. Empty: as little as the epsilon allows; else epsilon follows from it.</source>
   <translation>噪声的标准差，以裁剪范数为单位。留空：取 epsilon 允许的最小值；否则 epsilon 由它决定。</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Device</source>
   <translation>设备</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Diabetes progression</source>
   <translation>糖尿病进展</translation>
  </message>
  <message>
   <location filename="engine/train/losses/huber.py" />
   <source>Difference below which it is rounded off, in the units that the network predicts: deviations where the target is standardised.</source>
   <translation>小于此差值时变得圆滑，以网络预测的单位计：目标已标准化时为标准差。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/huber.py" />
   <source>Difference from which on it grows in a straight line, in the units that the network predicts: deviations where the target is standardised.</source>
   <translation>从此差值起按直线增长，以网络预测的单位计：目标已标准化时为标准差。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Different tokens with a number of their own, at most; the rarest beyond that are unknown.</source>
   <translation>最多有这么多不同的词元有自己的编号；更少见的算未知。</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Dilation</source>
   <translation>膨胀率</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>Dimensions</source>
   <translation>维数</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Direction</source>
   <translation>方向</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>Directions that one step follows at most.</source>
   <translation>一步最多沿多少个方向前进。</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Discriminator</source>
   <translation>判别器</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Discriminator learning rate</source>
   <translation>判别器学习率</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Discriminator steps</source>
   <translation>判别器步数</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Distance</source>
   <translation>距离</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Distance between the window's values; above 1 it sees further.</source>
   <translation>窗口内各值之间的间隔；大于 1 时看得更远。</translation>
  </message>
  <message>
   <location filename="engine/train/several.py" />
   <source>Divide the weights</source>
   <translation>分开存放权重</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Divides by the spread of the gradients instead of their size, at the price of more memory.</source>
   <translation>除以梯度的离散程度而不是大小，代价是更多内存。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Divides the learning rate by 1 + this times the steps done, on top of a schedule.</source>
   <translation>在学习率计划之外，再把学习率除以（1 + 此值 × 已完成的步数）。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/trivial.py" />
   <source>Does one change to each picture, drawn from fourteen, at a strength that is drawn too: nothing has to be tuned.</source>
   <translation>对每张图片做十四种变化中随机抽取的一种，强度也随机：无需调节。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Draw the split anew</source>
   <translation>重新划分数据</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Draws as often between 0.001 and 0.01 as between 0.01 and 0.1.</source>
   <translation>在 0.001 到 0.01 之间与在 0.01 到 0.1 之间抽取得一样多。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Draws as often between 10 and 100 as between 100 and 1,000.</source>
   <translation>在 10 到 100 之间与在 100 到 1,000 之间抽取得一样多。</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>Draws noise and batches from the seed. For experiments only: whoever knows the seed can take the noise away.</source>
   <translation>由种子生成噪声和批次。仅供实验：知道种子的人可以去掉噪声。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/tokens.py" />
   <source>Drop tokens</source>
   <translation>删除词元</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Dropout</source>
   <translation>Dropout</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Dtype</source>
   <translation>数据类型</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Duplicates</source>
   <translation>重复的行</translation>
  </message>
  <message>
   <location filename="engine/train/averaging.py" />
   <source>EMA (moving average)</source>
   <translation>EMA（移动平均）</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Each fall takes this many times as long as the one before.</source>
   <translation>每次下降的时长是前一次的这么多倍。</translation>
  </message>
  <message>
   <location filename="engine/train/several.py" />
   <source>Each process keeps only its share of weights, gradients and the optimiser's numbers (FSDP), and borrows a layer's weights while it computes it: for networks too large for one GPU. The curve is the same; steps take longer, and layers are not looked into for health.</source>
   <translation>每个进程只保存自己那一份权重、梯度和优化器的数（FSDP），计算某一层时再借来该层的权重：用于一块 GPU 放不下的网络。曲线相同；每步更慢，并且不对各层做健康检查。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Edges</source>
   <translation>边缘</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Effective number</source>
   <translation>有效样本数</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>Embedding</source>
   <translation>Embedding 嵌入</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Encoding</source>
   <translation>编码</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>End divisor</source>
   <translation>终值除数</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Epochs</source>
   <translation>轮次</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Epochs after a fall that are not counted.</source>
   <translation>一次下降之后不计入的轮数。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Epochs after which it falls: 10, 15.</source>
   <translation>在这些轮之后下降：10, 15。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Epochs between two falls.</source>
   <translation>两次下降之间的轮数。</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Epochs between two grids of generated samples; 0 makes none.</source>
   <translation>两次生成样本网格之间的轮数；0 表示不生成。</translation>
  </message>
  <message>
   <location filename="engine/train/stopping.py" />
   <source>Epochs in a row without getting better after which training ends. 0: never.</source>
   <translation>连续多少轮没有改善就结束训练。0：从不。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Epochs of the first fall.</source>
   <translation>第一次下降的轮数。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Epochs without a smaller loss that are waited for.</source>
   <translation>损失没有变小时等待的轮数。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Epochs, or parts of one, in which the learning rate rises to its full size. Helps where the first steps go wild: large learning rates, attention, large batches.</source>
   <translation>学习率升到全值所用的轮数，可为小数。在最初几步不稳定时有帮助：大学习率、注意力层、大批量。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Eps</source>
   <translation>Eps</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Epsilon</source>
   <translation>Epsilon</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Equal</source>
   <translation>相等</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Erase</source>
   <translation>擦除</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>Evaluations</source>
   <translation>计算次数</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Every</source>
   <translation>间隔</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Excluded</source>
   <translation>已排除</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Exponential</source>
   <translation>指数</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>F1 (macro)</source>
   <translation>F1（宏平均）</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>F1 (micro)</source>
   <translation>F1（微平均）</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>F1 (weighted)</source>
   <translation>F1（加权）</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Factor</source>
   <translation>倍数</translation>
  </message>
  <message>
   <location filename="engine/train/layerwise.py" />
   <source>Factor on the learning rate for this layer. 1: as the rest of the network.</source>
   <translation>此层学习率的系数。1：与网络其余部分相同。</translation>
  </message>
  <message>
   <location filename="engine/study/jobs.py" />
   <source>Fails</source>
   <translation>放不下</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Falls as slowly as it rose, and only then to almost nothing.</source>
   <translation>先以上升时的速度下降，然后才降到接近零。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Features</source>
   <translation>特征数</translation>
  </message>
  <message>
   <location filename="ui/widgets/form.py" />
   <source>Fewer settings</source>
   <translation>收起设置</translation>
  </message>
  <message>
   <location filename="ui/widgets/form.py" />
   <source>Fewer settings of {name}</source>
   <translation>收起 {name} 的设置</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Field</source>
   <translation>字段</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>File or folder</source>
   <translation>文件或文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Fill</source>
   <translation>填充</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Fill up at</source>
   <translation>填充</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Filters</source>
   <translation>卷积核数</translation>
  </message>
  <message>
   <location filename="engine/train/layerwise.py" />
   <source>First weights</source>
   <translation>初始权重</translation>
  </message>
  <message>
   <location filename="engine/study/jobs.py" />
   <source>Fits</source>
   <translation>放得下</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>Flatten</source>
   <translation>Flatten 展平</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Flip</source>
   <translation>翻转</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Floor</source>
   <translation>下限</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Focal loss</source>
   <translation>焦点损失</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Fold</source>
   <translation>折</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>Folder of series (a CSV each)</source>
   <translation>序列文件夹（每条一个 CSV）</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Folds</source>
   <translation>折</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Follow the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>For numbered categories: their order, between commas. Empty: that of numbers, else of the alphabet.</source>
   <translation>用于编号的类别：按顺序写出，用逗号隔开。留空：按数的大小，否则按字母顺序。</translation>
  </message>
  <message>
   <location filename="engine/layers/kernel.py" />
   <source>FourierFeatures</source>
   <translation>傅里叶特征</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>From 500 rows</source>
   <translation>500 行以上时</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>From similar rows</source>
   <translation>由相似的行</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>From the rows around</source>
   <translation>由前后的行</translation>
  </message>
  <message>
   <location filename="engine/train/layerwise.py" />
   <source>Frozen</source>
   <translation>冻结</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Function that each step ends with.</source>
   <translation>每一步最后使用的函数。</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>GAN</source>
   <translation>GAN</translation>
  </message>
  <message>
   <location filename="engine/data/cache.py" />
   <source>GB</source>
   <translation>GB</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>GB18030</source>
   <translation>GB18030</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>GELU</source>
   <translation>GELU</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>GRU</source>
   <translation>GRU</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Gamma</source>
   <translation>Gamma</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Gap</source>
   <translation>间隔</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Generator</source>
   <translation>生成器</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Geometry</source>
   <translation>Geometry</translation>
  </message>
  <message>
   <location filename="engine/data/cache.py" />
   <source>Gigabytes</source>
   <translation>千兆字节</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Given</source>
   <translation>自带</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Given parts</source>
   <translation>自带划分</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>GlobalAvgPool</source>
   <translation>GlobalAvgPool</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>GlobalMaxPool</source>
   <translation>GlobalMaxPool</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Goal</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Goal and loss</source>
   <translation>目标与损失</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Gradient penalty</source>
   <translation>梯度惩罚</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Grey</source>
   <translation>灰度</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Grid</source>
   <translation>网格</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Grid: how many values of each range are tried.</source>
   <translation>网格：每个范围试多少个值。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Group</source>
   <translation>分组</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>GroupNorm</source>
   <translation>GroupNorm</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Groups</source>
   <translation>分组数</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Growth</source>
   <translation>增长倍数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Guess</source>
   <translation>推测</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Guessed</source>
   <translation>自动判断</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Handwritten digits</source>
   <translation>手写数字</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Header</source>
   <translation>表头</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Health</source>
   <translation>健康检查</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Height and width of the window.</source>
   <translation>窗口的高和宽。</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Height and width of the window. A multiple of the stride covers every pixel equally often.</source>
   <translation>窗口的高和宽。取步幅的整数倍时，每个像素被覆盖的次数相同。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Height and width that every picture is brought to.</source>
   <translation>所有图片统一到的高度和宽度。</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Height and width that the picture is brought to; 0 for the factor.</source>
   <translation>图片要达到的高和宽；为 0 时按倍数。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Hides a stretch of time: its values become the sample's mean.</source>
   <translation>遮住一段时间：其值变为样本的平均值。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/tokens.py" />
   <source>Hides tokens: they become the one for unknown words, so that a network learns to do without any single word.</source>
   <translation>遮住词元：它们变为未知词，使网络学会不依赖任何单独一个词。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>High</source>
   <translation>最大值</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>High momentum</source>
   <translation>最高动量</translation>
  </message>
  <message>
   <location filename="engine/study/jobs.py" />
   <source>Highest</source>
   <translation>最高</translation>
  </message>
  <message>
   <location filename="engine/train/losses/hinge.py" />
   <source>Hinge (SVM)</source>
   <translation>合页损失（SVM）</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>History</source>
   <translation>历史长度</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Horizon</source>
   <translation>预测步数</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Horizontal swaps left and right, vertical swaps top and bottom, both draws each of the two.</source>
   <translation>水平：左右互换；垂直：上下互换；两者：分别随机决定。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>How a file holds its samples: as rows of a table, or as lines of a label, a space and a text. Folders show it themselves.</source>
   <translation>文件如何存放样本：表格的行，或每行为标签、空格和文本。文件夹本身已说明。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>How day, month and year stand in the dates of this column.</source>
   <translation>这一列的日期中日、月、年的顺序。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/binary.py" />
   <source>How far a yes and a no are moved towards one half, so that the network is never asked to be certain; 0.1 makes them 0.95 and 0.05. For classes and labels.</source>
   <translation>是与否向二分之一移动的程度，使网络不必完全确定；0.1 使其变为 0.95 和 0.05。适用于类别和标签。</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>How far the window moves from one output to the next, down and across.</source>
   <translation>窗口从一个输出到下一个输出移动多远（纵向和横向）。</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>How far the window moves from one output to the next.</source>
   <translation>窗口从一个输出到下一个输出移动多远。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>How far the window moves from one output to the next; empty: the kernel size.</source>
   <translation>窗口从一个输出到下一个输出移动多远；留空则等于核大小。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>How far the window moves, down and across; empty: the kernel size.</source>
   <translation>窗口移动多远（纵向和横向）；留空则等于核大小。</translation>
  </message>
  <message>
   <location filename="engine/layers/kernel.py" />
   <source>How fast the kernel falls with distance. Empty: one over the number of inputs, as scikit-learn's SVC has it for standardised columns.</source>
   <translation>核随距离下降的速度。留空：输入数的倒数，与 scikit-learn 的 SVC 对标准化列的取值相同。</translation>
  </message>
  <message>
   <location filename="engine/train/layerwise.py" />
   <source>How its weights begin. None: as is chosen for the whole network.</source>
   <translation>其权重如何初始化。无：与整个网络的选择相同。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>How letters are written in the file. Latin-1 is Western European, GB18030 Chinese.</source>
   <translation>文件中文字的编码。Latin-1 用于西欧语言，GB18030 用于中文。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>How letters are written in the files. Latin-1 is Western European, GB18030 Chinese.</source>
   <translation>文件中文字的编码。Latin-1 用于西欧语言，GB18030 用于中文。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>How many equal parts; each is the validation part of one run. The test part stays what it is.</source>
   <translation>分成多少等份；每一份是一次运行的验证部分。测试部分保持不变。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>How many runs, each from another seed, counted up from the project's own.</source>
   <translation>运行多少次，每次用不同的种子，从项目的种子起递增。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>How many samples are drawn.</source>
   <translation>生成多少个样本。</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>How many times as high and wide the picture becomes, where no size is set.</source>
   <translation>未设置大小时，图片的高和宽变为多少倍。</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>How many times as high and wide the picture becomes.</source>
   <translation>图片的高和宽变为多少倍。</translation>
  </message>
  <message>
   <location filename="engine/train/machines.py" />
   <source>How many train together. Each gets the same command.</source>
   <translation>一起训练的计算机数。每台都输入同一条命令。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>How quickly the momentum warms up to beta 1: larger is quicker.</source>
   <translation>动量升到 beta 1 的快慢：越大越快。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>How the learning rate goes over the run. Falling rates end better; constant ones are easier to compare.</source>
   <translation>学习率在整个训练中如何变化。下降的学习率结果更好；恒定的更便于比较。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>How the numbers of this column are scaled.</source>
   <translation>这一列的数如何缩放。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>How the size of a matrix counts: as large as steps of AdamW, so that one learning rate serves all, or as first published.</source>
   <translation>矩阵的大小如何计入：与 AdamW 的步长相当，这样一个学习率适用于全部；或按最初发表的方式。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>How the weights follow the gradient.</source>
   <translation>权重如何随梯度更新。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>How the weights of all layers begin.</source>
   <translation>所有层的权重如何初始化。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/huber.py" />
   <source>Huber</source>
   <translation>Huber</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Hue</source>
   <translation>色相</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Hyperband</source>
   <translation>Hyperband</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>IDX files (MNIST)</source>
   <translation>IDX 文件 (MNIST)</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>If needed</source>
   <translation>需要时</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Images</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>In percent</source>
   <translation>按百分比</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>In units</source>
   <translation>按数值</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Indicator</source>
   <translation>标记</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Initial accumulator</source>
   <translation>累加初值</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Initialisation</source>
   <translation>初始化</translation>
  </message>
  <message>
   <location filename="engine/train/layerwise.py" />
   <source>Initialization</source>
   <translation>初始化</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Input</source>
   <translation>Input 输入</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Inputs</source>
   <translation>输入</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Inputs of the test part. Empty: guessed (x_test...).</source>
   <translation>测试部分的输入。留空则自动识别（x_test…）。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Inputs of the validation part. Empty: guessed (x_val...).</source>
   <translation>验证部分的输入。留空则自动识别（x_val…）。</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Inverse frequency</source>
   <translation>频率倒数</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Inverse frequency: every class counts the same in all. Effective number: milder, as further samples of a class tell less and less that is new (Cui et al., https://arxiv.org/abs/1901.05555).</source>
   <translation>频率倒数：每个类别总的分量相同。有效样本数：更温和，因为同一类别的样本越多，新信息越少（Cui 等，https://arxiv.org/abs/1901.05555）。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Iris flowers</source>
   <translation>鸢尾花</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Isolated</source>
   <translation>独立进程</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>Iterations</source>
   <translation>迭代次数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Its change</source>
   <translation>它的变化</translation>
  </message>
  <message>
   <location filename="engine/train/layerwise.py" />
   <source>Its weights stay as they are, and it works as in evaluation: normalisation keeps its statistics, and nothing is dropped out. Saves the time and memory of its gradient.</source>
   <translation>其权重保持不变，并像评估时那样工作：归一化保持其统计量，也不做随机失活。节省其梯度的时间和内存。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Jitter</source>
   <translation>抖动</translation>
  </message>
  <message>
   <location filename="engine/train/losses/kl.py" />
   <source>KL divergence</source>
   <translation>KL 散度</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>Kaiming normal (He)</source>
   <translation>Kaiming 正态（He）</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>Kaiming uniform (He)</source>
   <translation>Kaiming 均匀（He）</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Keeps the share of each class the same in every part.</source>
   <translation>让各部分中每个类别的比例保持一致。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Kept</source>
   <translation>保留</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Kept whole</source>
   <translation>保持完整</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Kernel size</source>
   <translation>核大小</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>L-BFGS</source>
   <translation>L-BFGS</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>L1</source>
   <translation>L1</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>LSTM</source>
   <translation>LSTM</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Label</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Label column</source>
   <translation>标签列</translation>
  </message>
  <message>
   <location filename="engine/train/losses/cross_entropy.py" />
   <source>Label smoothing</source>
   <translation>标签平滑</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Label, space, text</source>
   <translation>标签、空格、文本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Labels</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Labels of the test part. Empty: guessed (y_test...).</source>
   <translation>测试部分的标签。留空则自动识别（y_test…）。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Labels of the validation part. Empty: guessed (y_val...).</source>
   <translation>验证部分的标签。留空则自动识别（y_val…）。</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Largest angle; each sample draws one up to it, either way.</source>
   <translation>最大角度；每个样本在此范围内随机取值，正负方向皆可。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Largest area</source>
   <translation>最大面积</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Largest change of the proportions: 1 keeps those of the picture.</source>
   <translation>长宽比的最大变化：1 保持图片的比例。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Largest distance, as a share of the width sideways and of the height up and down.</source>
   <translation>最大距离：左右方向为宽度的比例，上下方向为高度的比例。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Largest factor by which time runs faster or slower; it changes smoothly along the sample.</source>
   <translation>时间加快或减慢的最大倍数；沿样本平滑变化。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Largest factor: 1.2 makes things up to 1.2 times as large, or as small.</source>
   <translation>最大倍数：1.2 表示最多放大或缩小到 1.2 倍。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Largest factor: 1.2 makes values up to 1.2 times as large, or as small, as they are fed.</source>
   <translation>最大倍数：1.2 表示送入的值最多变为 1.2 倍，或缩小到同样程度。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Largest rectangle, as a share of the picture; the smallest is a tenth of it.</source>
   <translation>最大矩形占图片的比例；最小的为它的十分之一。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/tokens.py" />
   <source>Largest share</source>
   <translation>最大占比</translation>
  </message>
  <message>
   <location filename="engine/data/augment/rows.py" />
   <source>Largest share of a row's cells that is blanked; each row draws one up to it.</source>
   <translation>一行中被清空的单元格的最大占比；每行在此以内随机抽取。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/rows.py" />
   <source>Largest share of a row's cells that is swapped; each row draws one up to it.</source>
   <translation>一行中被替换的单元格的最大占比；每行在此以内随机抽取。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/tokens.py" />
   <source>Largest share of a text's tokens that it is done to; each sample draws one up to it.</source>
   <translation>一段文本中受影响词元的最大占比；每个样本在此以内随机抽取。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Largest slant of upright and of level lines, either way.</source>
   <translation>竖线和横线的最大倾斜角度，正负方向皆可。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Largest standard deviation of the Gaussian; each sample draws one up to it.</source>
   <translation>高斯函数的最大标准差；每个样本在此范围内随机取值。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/rows.py" />
   <source>Largest standard deviation of the noise, as a share of the column's; each row draws one up to it.</source>
   <translation>噪声的最大标准差，以该列标准差的占比计；每行在此以内随机抽取。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Largest standard deviation of the noise, as a share of the deviation of the channel within the sample; each sample draws one up to it.</source>
   <translation>噪声的最大标准差，以样本内该通道标准差的占比计；每个样本在此以内随机抽取。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Largest standard deviation of the noise, where black is 0 and white 1; each sample draws one.</source>
   <translation>噪声的最大标准差（黑为 0，白为 1）；每个样本在此范围内随机取值。</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Largest that each number of the gradient may be. 0: off. It turns the gradient: try the norm first.</source>
   <translation>梯度中每个数的最大绝对值。0：关闭。它会改变梯度方向：请先尝试裁剪范数。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Largest tilt: with s, what is near looks up to (1 + s) / (1 - s) times as large as what is far.</source>
   <translation>最大倾斜：值为 s 时，近处最多看起来是远处的 (1 + s) / (1 - s) 倍大。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Largest turn of the colour wheel; each sample draws one up to it, either way.</source>
   <translation>色环的最大转动角度；每个样本在此范围内随机取值，正负方向皆可。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Latin-1</source>
   <translation>Latin-1</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>LayerNorm</source>
   <translation>LayerNorm</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Layers</source>
   <translation>各层</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Layers on top of each other.</source>
   <translation>上下堆叠的层数。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Layers that are trained otherwise than the rest, by node; set beside each layer in the Model stage.</source>
   <translation>训练方式与其余不同的层，按节点列出；在“模型”阶段的各层旁设置。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Layout</source>
   <translation>布局</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Layout of pictures in memory. Channels last makes convolutions over them a fifth to a half quicker and is of no use to other networks. Automatic: where it pays.</source>
   <translation>图像在内存中的布局。“通道在后”使图像卷积快五分之一到一半，对其他网络没有用处。自动：只在划算时使用。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>LeakyReLU</source>
   <translation>LeakyReLU</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Learning rate</source>
   <translation>学习率</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Learning rate decay</source>
   <translation>学习率衰减</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>Learning rate of what AdamW steps, as a multiple of that of the matrices.</source>
   <translation>由 AdamW 更新的权重的学习率，以矩阵学习率的倍数表示。</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Learns a scale and a shift for each channel.</source>
   <translation>为每个通道学习缩放和平移。</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Learns a scale and a shift for each value.</source>
   <translation>为每个值学习缩放和平移。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Learnt vectors</source>
   <translation>学习的向量</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Least</source>
   <translation>最少</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Least squares</source>
   <translation>最小二乘</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Leave the row out</source>
   <translation>舍弃该行</translation>
  </message>
  <message>
   <location filename="engine/data/augment/tokens.py" />
   <source>Leaves out tokens; what follows moves up. One token at least stays.</source>
   <translation>删去词元，后面的前移。至少保留一个词元。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Left as they are</source>
   <translation>保持原样</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Length</source>
   <translation>长度</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>Length of each id's vector.</source>
   <translation>每个编号对应向量的长度。</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Length of the window.</source>
   <translation>窗口的长度。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Lets time run faster and slower along a sample; beginning and end stay where they are.</source>
   <translation>让时间沿样本时快时慢；起点和终点不变。</translation>
  </message>
  <message>
   <location filename="engine/study/jobs.py" />
   <source>Limit</source>
   <translation>上限</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Limits</source>
   <translation>界限</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>Line search</source>
   <translation>线搜索</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/descent.py" />
   <source>Lion</source>
   <translation>Lion</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Log</source>
   <translation>按倍数</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Logit-adjusted</source>
   <translation>Logit 调整</translation>
  </message>
  <message>
   <location filename="engine/train/losses/logit_adjusted.py" />
   <source>Logit-adjusted loss</source>
   <translation>Logit 调整损失</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Longest</source>
   <translation>最长</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>Longest gradient of a sample; longer ones are shortened. Too small slows learning, too large adds noise.</source>
   <translation>单个样本梯度的最大长度；更长的会被缩短。太小会减慢学习，太大会增加噪声。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Longest stretch</source>
   <translation>最长区段</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Longest stretch that is hidden, as a share of the sample's steps.</source>
   <translation>被遮住的最长区段，以样本步数的占比计。</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Longest that the gradient of all parameters together may be; a longer one is scaled down. 0: off. Of use where the loss jumps, as in recurrent networks. Costs little but in tiny networks.</source>
   <translation>所有参数梯度合起来的最大长度；更长的会被缩小。0 表示关闭。适用于损失突跳的情形，例如循环网络。除极小的网络外开销很小。</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Longest that the weights into one unit may be together; longer ones are scaled down after each step. 0: off. Goes well with dropout, 3 or 4 is usual.</source>
   <translation>进入一个单元的全部权重的长度上限，超过时在每步之后缩小。0：关闭。适合与 dropout 一起使用，常用 3 或 4。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/descent.py" />
   <source>Looks ahead along the momentum before it measures the gradient.</source>
   <translation>先沿动量方向前进，再计算梯度。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>Looks ahead along the momentum.</source>
   <translation>沿动量方向预先看一步。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Loss</source>
   <translation>损失</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Low</source>
   <translation>最小值</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Low momentum</source>
   <translation>最低动量</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Lower</source>
   <translation>小写</translation>
  </message>
  <message>
   <location filename="engine/study/jobs.py" />
   <source>Lowest</source>
   <translation>最低</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Makes colours stronger or paler: factor * picture + (1 - factor) * the picture in grey.</source>
   <translation>使颜色更浓或更淡：系数 × 图片 + (1 − 系数) × 灰度图片。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Makes pictures lighter or darker: factor * picture.</source>
   <translation>使图片变亮或变暗：系数 × 图片。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Makes pictures unsharp by a Gaussian.</source>
   <translation>用高斯函数使图片变模糊。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Makes the values of a sample larger or smaller. Right where their size does not carry the answer.</source>
   <translation>使样本的值变大或变小。适用于值的大小与答案无关的情形。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Makes what is in pictures larger or smaller, about their middle.</source>
   <translation>以中心为基准放大或缩小图片内容。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Mark missing</source>
   <translation>标记缺失</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Marked</source>
   <translation>标记出来</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>Mask</source>
   <translation>掩码</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Mask steps</source>
   <translation>遮蔽时间段</translation>
  </message>
  <message>
   <location filename="engine/data/augment/tokens.py" />
   <source>Mask tokens</source>
   <translation>遮蔽词元</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Matthews correlation</source>
   <translation>马修斯相关系数</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Max norm</source>
   <translation>最大范数</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>MaxPool1d</source>
   <translation>MaxPool1d</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>MaxPool2d</source>
   <translation>MaxPool2d</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Mean</source>
   <translation>均值</translation>
  </message>
  <message>
   <location filename="engine/train/losses/mae.py" />
   <source>Mean absolute error</source>
   <translation>平均绝对误差</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Mean colour</source>
   <translation>平均颜色</translation>
  </message>
  <message>
   <location filename="engine/train/losses/mse.py" />
   <source>Mean squared error</source>
   <translation>均方误差</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Measures single steps, in at most 2 % of the time, and says what is wrong: dead units, gradients that vanish or explode, overfitting. Results don't depend on it.</source>
   <translation>测量个别训练步（最多占 2 % 的时间），并指出问题：单元失活、梯度消失或爆炸、过拟合。结果不受其影响。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Median</source>
   <translation>中位数</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Median and quartiles</source>
   <translation>中位数和四分位数</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Memory format</source>
   <translation>内存布局</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Method</source>
   <translation>方法</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Metrics</source>
   <translation>指标</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Micro-batches</source>
   <translation>微批次</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Milestones</source>
   <translation>里程碑</translation>
  </message>
  <message>
   <location filename="engine/train/stopping.py" />
   <source>Min delta</source>
   <translation>最小改善量</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Minutes</source>
   <translation>分钟</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Mirrored</source>
   <translation>镜像</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Mirrors pictures. Right where a mirror image keeps its class: not for digits and letters.</source>
   <translation>翻转图片。适用于镜像后类别不变的情况：不适用于数字和字母。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Missing</source>
   <translation>缺失</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Missing numbers</source>
   <translation>缺失数值</translation>
  </message>
  <message>
   <location filename="engine/data/augment/mix.py" />
   <source>MixUp</source>
   <translation>MixUp</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Mode</source>
   <translation>方式</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Momentum</source>
   <translation>动量</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Momentum decay</source>
   <translation>动量衰减</translation>
  </message>
  <message>
   <location filename="engine/train/stopping.py" />
   <source>Monitor</source>
   <translation>观察指标</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Month, day, year</source>
   <translation>月、日、年</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <location filename="ui/widgets/form.py" />
   <source>More settings</source>
   <translation>更多设置</translation>
  </message>
  <message>
   <location filename="ui/widgets/form.py" />
   <source>More settings of {name}</source>
   <translation>{name} 的更多设置</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Most categories</source>
   <translation>最多类别数</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Most frequent</source>
   <translation>最常见的</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Moves pictures sideways, up and down.</source>
   <translation>左右和上下移动图片。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Multi-step</source>
   <translation>多步下降</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Multiply</source>
   <translation>Multiply 相乘</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>Muon</source>
   <translation>Muon</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>NAdam</source>
   <translation>NAdam</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Name of the array of inputs. Empty: guessed (x_train, x, images, data...).</source>
   <translation>输入数组的名称。留空则自动识别（x_train、x、images、data…）。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Name of the array of labels. Empty: guessed (y_train, y, labels, target...).</source>
   <translation>标签数组的名称。留空则自动识别（y_train、y、labels、target…）。</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Name of the network that gives each sample one number: how real it looks.</source>
   <translation>为每个样本给出一个数（看起来有多真实）的网络的名称。</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Name of the network that makes samples. Its Input is noise, of any shape.</source>
   <translation>生成样本的网络的名称。它的 Input 是任意形状的噪声。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Name of the sheet of a workbook. Empty: the first that holds a table.</source>
   <translation>工作簿中工作表的名称。留空：第一个含有表格的工作表。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Name of the table's column of texts. Empty: guessed.</source>
   <translation>表格中文本列的名称。留空则自动判断。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Name of the table's column to predict. Empty: guessed.</source>
   <translation>表格中要预测的列的名称。留空则自动判断。</translation>
  </message>
  <message>
   <location filename="engine/train/machines.py" />
   <source>Name or IP address of one of the computers, which all can reach.</source>
   <translation>其中一台计算机的名称或 IP 地址，所有计算机都能访问到它。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Names of the classes in the order of their labels, separated by commas.</source>
   <translation>按标签顺序排列的类别名称，以逗号分隔。</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Nearest repeats pixels; bilinear blends between them.</source>
   <translation>最近邻重复像素；双线性在像素之间混合。</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Nearest rows of the same class between which new ones are made up.</source>
   <translation>在多少个同类最近邻之间生成新行。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Negative slope</source>
   <translation>负半轴斜率</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Neighbours</source>
   <translation>邻居数</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/descent.py" />
   <source>Nesterov</source>
   <translation>Nesterov</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Never</source>
   <translation>从不</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>Newton-Schulz iterations that make a step orthogonal; each costs three matrix products.</source>
   <translation>使一步正交化的 Newton-Schulz 迭代次数；每次需要三次矩阵乘法。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Nfkc</source>
   <translation>NFKC</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>No trial begins after so long; 0 for no limit.</source>
   <translation>超过这段时间后不再开始新的试验；0 表示不限。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Noise</source>
   <translation>噪声</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>Noise multiplier</source>
   <translation>噪声倍数</translation>
  </message>
  <message>
   <location filename="engine/data/augment/rows.py" />
   <source>Noise on numbers</source>
   <translation>数值噪声</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Non-saturating</source>
   <translation>非饱和</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Non-saturating: the usual one. Least squares: gentler where one network is far ahead. Wasserstein with gradient penalty: the steadiest, at more than twice the time for each step of the discriminator.</source>
   <translation>非饱和：最常用。最小二乘：一方远远领先时更温和。带梯度惩罚的 Wasserstein：最稳定，但判别器每步的时间是两倍以上。</translation>
  </message>
  <message>
   <location filename="ui/widgets/form.py" />
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>None: the exact function. Tanh: the approximation of the paper, as GPT-2 uses it.</source>
   <translation>无：精确函数。Tanh：论文中的近似，GPT-2 即用此法。</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>Normal, cut off</source>
   <translation>截断正态分布</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Notify</source>
   <translation>提醒</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Num layers</source>
   <translation>层数</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Number</source>
   <translation>数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Number of columns of the random regression.</source>
   <translation>随机回归数据的列数。</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>Number of different ids; they run from 0 to this less one.</source>
   <translation>不同编号的数量；编号从 0 到该数减一。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Number of equal parts, beside the test part.</source>
   <translation>除测试部分外，等分的份数。</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Number of groups; it must divide the channels. 1 takes all channels together.</source>
   <translation>组数；必须能整除通道数。1 表示所有通道合为一组。</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Number of learnt windows, each of which makes one output channel.</source>
   <translation>可学习窗口的数量，每个产生一个输出通道。</translation>
  </message>
  <message>
   <location filename="engine/layers/dense.py" />
   <source>Number of outputs.</source>
   <translation>输出的数量。</translation>
  </message>
  <message>
   <location filename="engine/layers/kernel.py" />
   <source>Number of random features: more come nearer to the kernel, and cost time and memory.</source>
   <translation>随机特征的数量：越多越接近核，也越耗时间和内存。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Number of spiral arms; each is a class.</source>
   <translation>旋臂的数量，每条旋臂是一个类别。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Number of the column of tags, counted from 1, or its name in CoNLL-U (UPOS, XPOS, DEPREL...) and tables. Empty: the last, UPOS in CoNLL-U.</source>
   <translation>标签列的序号（从 1 数起），或其在 CoNLL-U（UPOS、XPOS、DEPREL 等）和表格中的名称。留空：最后一列，CoNLL-U 中为 UPOS。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Number of the column of tokens, counted from 1, or its name in CoNLL-U and tables. Empty: the first, FORM in CoNLL-U.</source>
   <translation>词元列的序号（从 1 数起），或其在 CoNLL-U 和表格中的名称。留空：第一列，CoNLL-U 中为 FORM。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Numbered in order</source>
   <translation>按顺序编号</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Numbers (float32), or ids of tokens or categories (int64).</source>
   <translation>数值 (float32)，或词元、类别的编号 (int64)。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Numbers that layers compute in while they learn. bf16 takes half the bits: large convolutions are up to twice as quick, small networks slower; fp16 needs an NVIDIA GPU. Automatic: where it pays and costs no accuracy. Weights and validation are always in fp32.</source>
   <translation>各层学习时用来计算的数值。bf16 只用一半的位数：大的卷积最多快一倍，小网络反而更慢；fp16 需要 NVIDIA GPU。自动：只在划算且不损失准确率时使用。权重和验证始终用 fp32。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Numbers, categories</source>
   <translation>数与类别</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Objective</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Of a table with a header: name of the column that tells which sequence a row belongs to. Empty: blank lines end sequences.</source>
   <translation>对于有表头的表格：说明每行属于哪个序列的列名。留空：由空行结束序列。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/mix.py" />
   <source>Of the distribution Beta(alpha, alpha) of the shares: 1 draws all areas alike.</source>
   <translation>占比所服从的 Beta(alpha, alpha) 分布：1 表示各种面积的机会相同。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/mix.py" />
   <source>Of the distribution Beta(alpha, alpha) of the shares: small ones leave mostly one picture, 1 draws all alike.</source>
   <translation>占比所服从的 Beta(alpha, alpha) 分布：较小时多半以一张图片为主，1 表示机会均等。</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Of the effective number: 0 for no weights, towards 1 for those of inverse frequency.</source>
   <translation>用于有效样本数：0 表示不加权，趋近 1 则接近频率倒数。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>On a plateau</source>
   <translation>停滞时下降</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>On: the output of every step, (N, T, units). Off: of the last one only, (N, units).</source>
   <translation>开：输出每一步，(N, T, units)。关：只输出最后一步，(N, units)。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>One-cycle</source>
   <translation>单周期</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Only one kept</source>
   <translation>只留一行</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Optimiser</source>
   <translation>优化器</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Optimizer</source>
   <translation>优化器</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Options</source>
   <translation>可选值</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Order</source>
   <translation>顺序</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>Orthogonal</source>
   <translation>正交</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Outer pixels</source>
   <translation>最外像素</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Outlier limits</source>
   <translation>离群界限</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Outliers</source>
   <translation>离群值</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Output</source>
   <translation>Output 输出</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Oversample</source>
   <translation>过采样</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Pad</source>
   <translation>填充</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>Padding</source>
   <translation>填充</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>Padding id</source>
   <translation>填充编号</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Parts that go through the network one after the other for one optimiser step: each takes less memory, and the step is the same. 1: the whole batch at once. Slower than one batch that fits.</source>
   <translation>一次优化步骤中依次通过网络的份数：每份占用更少内存，步骤结果相同。1：整个批次一次通过。若整个批次放得下，拆分会更慢。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Passes over the training split.</source>
   <translation>遍历训练集的次数。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>Past directions it learns the curvature from; each costs two copies of the weights in memory.</source>
   <translation>用来学习曲率的过往方向数；每个方向占用两份权重的内存。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/mix.py" />
   <source>Pastes a rectangle of another picture of the batch; the loss counts both classes, each by its share of the area.</source>
   <translation>贴上同批次另一张图片的一个矩形；损失按面积占比计入两个类别。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Path</source>
   <translation>路径</translation>
  </message>
  <message>
   <location filename="engine/train/stopping.py" />
   <source>Patience</source>
   <translation>耐心</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Penalty</source>
   <translation>惩罚</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Period</source>
   <translation>周期</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Perspective</source>
   <translation>透视</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>Picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>Picture column</source>
   <translation>图片列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Picture folder</source>
   <translation>图片文件夹</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>Pictures in</source>
   <translation>图片位置</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>Pictures listed in a table</source>
   <translation>表格中列出的图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/loose_pictures.py" />
   <source>Pictures without classes</source>
   <translation>没有类别的图片</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Points</source>
   <translation>点数</translation>
  </message>
  <message>
   <location filename="engine/train/losses/poisson.py" />
   <source>Poisson</source>
   <translation>泊松</translation>
  </message>
  <message>
   <location filename="engine/train/machines.py" />
   <source>Port</source>
   <translation>端口</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Precision</source>
   <translation>精度</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Predict</source>
   <translation>预测</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Predict as</source>
   <translation>预测形式</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Privacy</source>
   <translation>隐私</translation>
  </message>
  <message>
   <location filename="engine/data/augment/base.py" />
   <source>Probability</source>
   <translation>概率</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>Probability that the guarantee fails; it must be below 1 / samples. Empty: samples to the power of -1.1.</source>
   <translation>保证失效的概率；必须小于 1 / 样本数。留空：样本数的 -1.1 次方。</translation>
  </message>
  <message>
   <location filename="engine/study/jobs.py" />
   <source>Probe</source>
   <translation>测量</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Processes</source>
   <translation>进程数</translation>
  </message>
  <message>
   <location filename="engine/train/machines.py" />
   <source>Processes on each</source>
   <translation>每台的进程数</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Processes that train side by side and share the processor's cores. 0: one for each core, and one on a graphics card.</source>
   <translation>并行训练的进程数，它们分享处理器的核心。0：每个核心一个；在显卡上为一个。</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Processes that train together</source>
   <translation>共同训练的进程数</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Processor threads that training uses; 0 takes all cores, or one for a small network.</source>
   <translation>训练使用的处理器线程数；0 表示使用所有核心，小网络只用一个。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Pruning</source>
   <translation>提前结束</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Pull of every weight towards zero (L2).</source>
   <translation>把每个权重拉向零的力度（L2）。</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Pull of every weight towards zero by the same amount, until it is exactly zero; biases and normalisation are left alone. 0: off. Costs three passes over the weights in each step.</source>
   <translation>以相同的量把每个权重拉向零，直到恰好为零；偏置和归一化不受影响。0：关闭。每步需要对权重多处理三遍。</translation>
  </message>
  <message>
   <location filename="ui/widgets/defaults.py" />
   <source>Put {field} back to its default</source>
   <translation>把“{field}”恢复为默认值</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>PyTorch default</source>
   <translation>PyTorch 默认</translation>
  </message>
  <message>
   <location filename="engine/train/losses/quantile.py" />
   <source>Quantile</source>
   <translation>分位数</translation>
  </message>
  <message>
   <location filename="engine/train/losses/quantile.py" />
   <source>Quantile (pinball)</source>
   <translation>分位数（弹球损失）</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>RAdam</source>
   <translation>RAdam</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>RGB</source>
   <translation>RGB</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>RMSprop</source>
   <translation>RMSprop</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Raises or lowers contrast: factor * picture + (1 - factor) * its mean grey.</source>
   <translation>提高或降低对比度：系数 × 图片 + (1 − 系数) × 平均灰度。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Random</source>
   <translation>随机</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Random changes of training pictures, drawn anew for every batch.</source>
   <translation>训练图片的随机变化，每个批次重新随机。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Random linear regression</source>
   <translation>随机线性回归</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Ranks, 0 to 1</source>
   <translation>排名，0 到 1</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Ranks, bell curve</source>
   <translation>排名，钟形曲线</translation>
  </message>
  <message>
   <location filename="engine/train/layerwise.py" />
   <source>Rate</source>
   <translation>比例</translation>
  </message>
  <message>
   <location filename="engine/train/layerwise.py" />
   <source>Rate factor</source>
   <translation>学习率系数</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>ReLU</source>
   <translation>ReLU</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Reads from both ends; the outputs of both directions stand side by side.</source>
   <translation>从两端读取；两个方向的输出并排。</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Recent</source>
   <translation>最近</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Regularisation</source>
   <translation>正则化</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Regularization</source>
   <translation>正则化</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>Repeatable</source>
   <translation>可重复</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>Reshape</source>
   <translation>Reshape 变形</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Resize</source>
   <translation>缩放方式</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>Rest factor</source>
   <translation>其余权重的倍数</translation>
  </message>
  <message>
   <location filename="engine/train/stopping.py" />
   <source>Restore best</source>
   <translation>恢复最佳</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Return sequences</source>
   <translation>返回整个序列</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Rho</source>
   <translation>Rho</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Rise</source>
   <translation>上升比例</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Role</source>
   <translation>角色</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Roles and types of columns where the guess was corrected.</source>
   <translation>更正过的列角色和类型。</translation>
  </message>
  <message>
   <location filename="engine/data/cache.py" />
   <source>Room for prepared data</source>
   <translation>已准备数据的空间</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Rotate</source>
   <translation>旋转</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Rows behind the window that are predicted.</source>
   <translation>要预测窗口之后的多少行。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Rows from the beginning of one window to the next; more gives fewer, less alike samples.</source>
   <translation>从一个窗口的开头到下一个窗口开头的行数；越大，样本越少、越不相似。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Rows that agree in every used column and in what is to be predicted.</source>
   <translation>在所有使用的列和预测目标上都相同的行。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Rows that the network looks back on. 0: by how far apart the rows are, or what repeats itself.</source>
   <translation>网络回看的行数。0：按行的间隔或重复的周期来定。</translation>
  </message>
  <message>
   <location filename="engine/study/jobs.py" />
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Runs</source>
   <translation>运行次数</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Runs at a time</source>
   <translation>同时运行数</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Runs at most.</source>
   <translation>最多运行次数。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>R²</source>
   <translation>R²</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/descent.py" />
   <source>SGD</source>
   <translation>SGD</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>SMOTE</source>
   <translation>SMOTE</translation>
  </message>
  <message>
   <location filename="engine/train/averaging.py" />
   <source>SWA (mean of last epochs)</source>
   <translation>SWA（末轮平均）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Same seed, same data.</source>
   <translation>种子相同，数据相同。</translation>
  </message>
  <message>
   <location filename="engine/layers/kernel.py" />
   <source>Same seed, same features. They are kept with the weights.</source>
   <translation>种子相同，特征相同。它们与权重一起保存。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Same seed, same first trials.</source>
   <translation>种子相同，最初的试验也相同。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Same seed, same first weights and same order of samples.</source>
   <translation>种子相同，初始权重和样本顺序就相同。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Same seed, same split.</source>
   <translation>种子相同，划分相同。</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Same: the size times the stride. Valid: also the edges that windows stand over.</source>
   <translation>Same：大小乘以步幅。Valid：还包括窗口超出的边缘。</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Same: zeros around the picture keep its size (divided by the stride). Valid: no padding.</source>
   <translation>Same：在图片四周补零，保持大小（再除以步幅）。Valid：不填充。</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Same: zeros at both ends keep the length (divided by the stride). Valid: no padding.</source>
   <translation>Same：在两端补零，保持长度（再除以步幅）。Valid：不填充。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Sampler</source>
   <translation>抽样方式</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Samples</source>
   <translation>样本数</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Samples every</source>
   <translation>样本间隔</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Samples in one optimiser step.</source>
   <translation>优化器每一步使用的样本数。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Samples that are left out, each by its name, or by what it holds where samples have no names.</source>
   <translation>被排除的样本：以名称指明，没有名称时以内容指明。</translation>
  </message>
  <message>
   <location filename="engine/layers/variational.py" />
   <source>Sampling (variational)</source>
   <translation>采样（变分）</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Saturation</source>
   <translation>饱和度</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Scale</source>
   <translation>缩放</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Scale values</source>
   <translation>缩放数值</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Scaling</source>
   <translation>缩放</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Schedule</source>
   <translation>学习率计划</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Searched fields</source>
   <translation>搜索的字段</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>Searches along each direction for a step that lowers the loss enough; none takes the learning rate as it is.</source>
   <translation>沿每个方向搜索足以降低损失的步长；“无”则直接使用学习率。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Seed</source>
   <translation>随机种子</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Seed of the search</source>
   <translation>搜索的种子</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Seeds</source>
   <translation>种子</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Seeds split</source>
   <translation>重新划分数据</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Seen at least</source>
   <translation>至少出现</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Separator</source>
   <translation>分隔符</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Sequence</source>
   <translation>序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Sequence column</source>
   <translation>序列列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>Series (.ts)</source>
   <translation>序列（.ts）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Series column</source>
   <translation>序列列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Series in a table</source>
   <translation>表格中的序列</translation>
  </message>
  <message>
   <location filename="engine/train/losses/hinge.py" />
   <source>Several classes</source>
   <translation>多个类别</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Several processes</source>
   <translation>多个进程</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Shape</source>
   <translation>形状</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>Shape of one sample, without the batch; one entry may be -1: what is left over. Pictures are channels, height, width; sequences are time, channels.</source>
   <translation>单个样本的形状，不含批；可以有一项为 -1，表示其余部分。图片为通道、高、宽；序列为时间、通道。</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Shape of one sample: channels, height, width for a picture; the number of columns for a table.</source>
   <translation>单个样本的形状：图片为通道、高、宽；表格为列数。</translation>
  </message>
  <message>
   <location filename="engine/train/several.py" />
   <source>Shard weights</source>
   <translation>分开存放权重</translation>
  </message>
  <message>
   <location filename="engine/data/augment/tokens.py" />
   <source>Share</source>
   <translation>占比</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Share by which the loss must fall to count as smaller.</source>
   <translation>损失至少下降这一比例才算变小。</translation>
  </message>
  <message>
   <location filename="engine/train/averaging.py" />
   <source>Share of all epochs after which averaging begins. With batch normalisation, each epoch from then on costs one more pass over the training data.</source>
   <translation>训练到全部轮次的这一比例之后开始平均。使用批归一化时，此后每轮都要多遍历一次训练数据。</translation>
  </message>
  <message>
   <location filename="engine/train/averaging.py" />
   <source>Share of the average that each step keeps: 0.999 looks back some 1,000 steps. Costs memory for one more copy of the weights.</source>
   <translation>每一步保留的平均值比例：0.999 大约回看 1,000 步。需要多一份权重的内存。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Share of the last step that the next one keeps; 0 is plain.</source>
   <translation>下一步保留上一步的比例；0 为不用动量。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/descent.py" />
   <source>Share of the last step that the next one keeps; 0.9 is usual, 0 is plain.</source>
   <translation>下一步保留上一步的比例；常用 0.9，0 为普通梯度下降。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Share of the mean of past gradients that each step keeps.</source>
   <translation>每一步保留过去梯度均值的比例。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>Share of the mean of past gradients that each step of a matrix keeps.</source>
   <translation>矩阵的每一步保留的过往梯度均值的比例。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Share of the mean of past squared gradients and steps that each step keeps.</source>
   <translation>每一步保留的过往梯度平方与步长均值的比例。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Share of the mean of past squared gradients that each step keeps.</source>
   <translation>每一步保留过去梯度平方均值的比例。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/descent.py" />
   <source>Share of the momentum in the direction of a step; the rest is the new gradient.</source>
   <translation>一步的方向中动量所占的比例；其余是新的梯度。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/descent.py" />
   <source>Share of the momentum that is kept for the next step.</source>
   <translation>为下一步保留的动量比例。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Share of the run in which the learning rate rises.</source>
   <translation>训练中学习率上升阶段所占的比例。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Share of the samples held out to choose the best weights.</source>
   <translation>留出多少样本用来选择最佳权重。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Share of the samples kept for the final score; training never sees them.</source>
   <translation>留出多少样本用于最终得分；训练不会用到它们。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Share of the samples that are mirrored; each direction is drawn by itself.</source>
   <translation>被翻转的样本比例；每个方向分别随机决定。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/base.py" />
   <source>Share of the samples that it is done to.</source>
   <translation>应用此操作的样本比例。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Share of the samples that turn grey.</source>
   <translation>变为灰度的样本比例。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Share of the training texts that a length left empty keeps whole (400 tokens at most).</source>
   <translation>长度留空时保持完整的训练文本比例（最多 400 个词元）。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/cross_entropy.py" />
   <source>Share of the true class that is spread over all classes, so that the network is never asked to be certain; 0.1 is usual. Probabilities come out less extreme than they are.</source>
   <translation>真实类别中分给所有类别的份额，使网络不必完全确定；通常取 0.1。得到的概率不如实际那样极端。</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Share of the values set to zero between the layers while training; nothing for a single layer.</source>
   <translation>训练时层与层之间置零的数值比例；单层时不起作用。</translation>
  </message>
  <message>
   <location filename="engine/layers/regularisation.py" />
   <source>Share of the values set to zero while training.</source>
   <translation>训练时置零的数值比例。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Shear</source>
   <translation>错切</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Sheet</source>
   <translation>工作表</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Shift</source>
   <translation>平移</translation>
  </message>
  <message>
   <location filename="ui/widgets/form.py" />
   <source>Shows or hides the settings that are seldom needed</source>
   <translation>显示或隐藏不常用的设置</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>SiLU</source>
   <translation>SiLU</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Sigma</source>
   <translation>Sigma</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Sigmoid</source>
   <translation>Sigmoid</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>SimpleRNN</source>
   <translation>SimpleRNN</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Size</source>
   <translation>尺寸</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Size of a step.</source>
   <translation>每一步的大小。</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Size of the discriminator's steps where it differs from the generator's, which is the learning rate; four times as much is known to help (TTUR). Empty: the same.</source>
   <translation>判别器的步长（与生成器的步长即学习率不同时）；已知取四倍会有帮助（TTUR）。留空：相同。</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Size of the memory, and of the output of each direction.</source>
   <translation>记忆的大小，也是每个方向输出的大小。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Slants pictures sideways, up and down.</source>
   <translation>使图片左右和上下倾斜。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Small letters</source>
   <translation>小写字母</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Smallest</source>
   <translation>最小值</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Smallest area</source>
   <translation>最小面积</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Smallest part that may be cut out, as a share of the picture's area.</source>
   <translation>可裁剪出的最小部分占图片面积的比例。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Smallest share of the learning rate that is left.</source>
   <translation>学习率最终保留的最小比例。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Smallest window</source>
   <translation>最小窗口</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Smallest window that may be cut out, as a share of the sample's steps.</source>
   <translation>可截取的最小窗口，以样本步数的占比计。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/huber.py" />
   <source>Smooth L1</source>
   <translation>平滑 L1</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Smoothing</source>
   <translation>平滑</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Softmax</source>
   <translation>Softmax</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Space</source>
   <translation>空间</translation>
  </message>
  <message>
   <location filename="engine/study/jobs.py" />
   <source>Spec</source>
   <translation>规格</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Spirals</source>
   <translation>螺旋</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Split</source>
   <translation>划分</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Splits the channels into groups that don't see each other.</source>
   <translation>把通道分成互不相见的组。</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Splits the channels into groups that don't see each other; as many as channels: depthwise.</source>
   <translation>把通道分成互不相见的组；组数等于通道数时为深度卷积。</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>Spread of the weights; 0.02 is usual in transformers.</source>
   <translation>权重的分散程度；Transformer 中常用 0.02。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/hinge.py" />
   <source>Squared hinge (SVM)</source>
   <translation>平方合页损失（SVM）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Standard deviation of the noise: of the target for regression, of both coordinates for points.</source>
   <translation>噪声的标准差：回归时加在目标上，点数据时加在两个坐标上。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Standardise the numbers to predict; predictions and metrics are in the original units.</source>
   <translation>把要预测的数值标准化；预测和指标仍用原单位。</translation>
  </message>
  <message>
   <location filename="engine/train/averaging.py" />
   <source>Start</source>
   <translation>开始</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Start divisor</source>
   <translation>初值除数</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Step</source>
   <translation>阶梯下降</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>Steps</source>
   <translation>步数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>Steps of every sample: shorter ones are filled up, longer ones are cut at the same end. 0: as long as the longest.</source>
   <translation>每个样本的步数：较短的补足，较长的在同一端截断。0：与最长的一样长。</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Steps of the discriminator for each of the generator; 5 is usual with the Wasserstein loss.</source>
   <translation>生成器每走一步，判别器走几步；Wasserstein 损失通常用 5。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Stop bad trials</source>
   <translation>提前结束差的试验</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Stopping</source>
   <translation>停止</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Stratified</source>
   <translation>分层抽样</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>Strength</source>
   <translation>强度</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Stretch</source>
   <translation>拉伸</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>Stretch changes the aspect ratio. Fit and pad keeps it and fills the rest with the colour of the border. Cover and crop keeps it and cuts off what stands over.</source>
   <translation>“拉伸”会改变宽高比。“适应并填充”保持宽高比，其余部分用边缘颜色填充。“覆盖并裁剪”保持宽高比，裁掉多余部分。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Stride</source>
   <translation>步幅</translation>
  </message>
  <message>
   <location filename="engine/data/augment/rows.py" />
   <source>Swap cells</source>
   <translation>交换单元格</translation>
  </message>
  <message>
   <location filename="engine/data/augment/tokens.py" />
   <source>Swap neighbours</source>
   <translation>交换相邻词元</translation>
  </message>
  <message>
   <location filename="engine/data/augment/tokens.py" />
   <source>Swaps tokens with their neighbours. Right where the order of two words seldom matters.</source>
   <translation>交换相邻的词元。适用于两个词的顺序通常无关紧要的情形。</translation>
  </message>
  <message>
   <location filename="engine/train/several.py" />
   <source>Sync batch norm</source>
   <translation>同步批归一化</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>System follows the desktop's setting.</source>
   <translation>“系统”表示跟随桌面设置。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>TPE (learns from trials)</source>
   <translation>TPE（从试验中学习）</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>TPE draws more often where earlier trials were good. Random is as good a start, and the only fair one for comparing. Grid tries every combination of some values.</source>
   <translation>TPE 更多地在此前结果好的地方抽取。随机是同样好的开端，也是唯一公平的比较方式。网格会试遍若干值的所有组合。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Table</source>
   <translation>表格</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Table (CSV, Excel, Parquet, ARFF)</source>
   <translation>表格（CSV、Excel、Parquet、ARFF）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Tabs</source>
   <translation>制表符</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Tag</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Tag column</source>
   <translation>标签列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Tagged text</source>
   <translation>标注文本</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Takes capital and small letters for the same.</source>
   <translation>把大写和小写字母视为相同。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/rows.py" />
   <source>Takes cells from another row of the batch: each stays a value that its column has. A category moves as a whole.</source>
   <translation>从同批次的另一行取单元格：每个值仍是该列已有的值。类别整体移动。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Takes the colours away, so that a network can't lean on them alone.</source>
   <translation>去掉颜色，使网络不能只依赖颜色。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Takes the forms that Unicode has for the same letter as one: full-width letters, ligatures, accents put together (NFKC).</source>
   <translation>把 Unicode 中同一字母的不同形式视为一个：全角字母、连字、组合的重音（NFKC）。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Tanh</source>
   <translation>Tanh</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Target</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Target scaling</source>
   <translation>目标缩放</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>Targets</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Task</source>
   <translation>任务</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Tau</source>
   <translation>Tau</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Tell when a run ends</source>
   <translation>运行结束时提醒</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Test</source>
   <translation>测试集</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Test file</source>
   <translation>测试文件</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Test images</source>
   <translation>测试图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>Test labels</source>
   <translation>测试标签</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>Test path</source>
   <translation>测试文件路径</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Text column</source>
   <translation>文本列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Texts</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>The .ts file of series to train with.</source>
   <translation>用来训练的序列的 .ts 文件。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>The .ts file of test series, where there is one.</source>
   <translation>测试序列的 .ts 文件（如果有）。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>The column that names the files. Empty: guessed.</source>
   <translation>列出文件名的列。空：自动判断。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>The column that says train, validation or test. Empty: guessed.</source>
   <translation>写明 train、validation 或 test 的列。空：自动判断。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>The column that tells when a row was; several with commas between them are year, month, day, hour and minute. Empty: guessed. A dash (-): rows are in order.</source>
   <translation>说明每一行时间的列；用逗号分隔的几列依次是年、月、日、时、分。留空：自动猜测。短横线（-）：各行已按顺序排列。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>The column that tells which series a row belongs to. Empty: all rows are one series.</source>
   <translation>说明每一行属于哪条序列的列。留空：所有行是一条序列。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>The column to predict, or several, separated by commas. Empty: one that is called label, class or the like, or all that are left.</source>
   <translation>要预测的列，多列用逗号分隔。空：名为 label、class 等的列，否则为其余所有列。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>The columns of numbers to predict, with commas between them. Empty: guessed.</source>
   <translation>要预测的数值列，用逗号分隔。留空：自动猜测。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>The columns that the network sees, with commas between them. Empty: all numbers, and words that repeat.</source>
   <translation>网络能看到的列，用逗号分隔。留空：所有数值列和重复出现的文字列。</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>The data's input that enters here; empty for the only one.</source>
   <translation>从这里进入的数据输入；只有一个时留空。</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>The data's target that this predicts; empty for the only one.</source>
   <translation>这里预测的数据目标；只有一个时留空。</translation>
  </message>
  <message>
   <location filename="engine/train/averaging.py" />
   <source>The decay begins small and grows to its value, so that the first weights, which know nothing, are soon forgotten.</source>
   <translation>衰减率从小开始逐渐增大到设定值，使最初一无所知的权重很快被遗忘。</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>The discriminator learns to be only 1 minus this sure of real samples; 0.1 keeps it from being too sure. Only for the non-saturating loss.</source>
   <translation>判别器对真实样本的把握只学到 1 减去此值；0.1 可避免它过于自信。仅用于非饱和损失。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>The file of pictures, such as train-images-idx3-ubyte.gz.</source>
   <translation>图片文件，例如 train-images-idx3-ubyte.gz。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>The file of test pictures, where there is one (t10k-images-idx3-ubyte.gz).</source>
   <translation>测试图片文件（如果有），例如 t10k-images-idx3-ubyte.gz。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>The file of their labels, such as train-labels-idx1-ubyte.gz.</source>
   <translation>对应的标签文件，例如 train-labels-idx1-ubyte.gz。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/idx.py" />
   <source>The file of their labels.</source>
   <translation>对应的标签文件。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>The file: .npz, .mat or .safetensors with several arrays, or .npy with others beside it, called by their names.</source>
   <translation>文件：含多个数组的 .npz、.mat 或 .safetensors，或旁边还有其他文件的 .npy，以文件名区分。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>The file: CSV, TSV, any other text with a row a line, Excel or another workbook, Parquet, or ARFF.</source>
   <translation>文件：CSV、TSV、其他每行一条的文本、Excel 或其他工作簿、Parquet 或 ARFF。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>The file: CSV, TSV, any other text with a row a line, or Parquet.</source>
   <translation>文件：CSV、TSV、其他每行一条记录的文本，或 Parquet。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>The first learning rate is the full one divided by this.</source>
   <translation>最初的学习率是全值除以此数。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>The folder that holds a folder of pictures for each class.</source>
   <translation>每个类别各有一个图片文件夹的文件夹。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/loose_pictures.py" />
   <source>The folder that holds the pictures, in it or in folders in it.</source>
   <translation>图片所在的文件夹，图片可以在其中或其子文件夹中。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>The folder that the paths are below. Empty: that of the table, or one in it.</source>
   <translation>路径所在的文件夹。空：表格所在的文件夹或其中的文件夹。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_folder.py" />
   <source>The folder: one for each class with CSV files in it, or of CSV files.</source>
   <translation>文件夹：每个类别一个文件夹、其中是 CSV 文件，或者直接是 CSV 文件。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>The form of rise and fall.</source>
   <translation>上升与下降的形状。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>The highest value.</source>
   <translation>最大值。</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>The id that fills up short sequences: its vector stays zero. Empty: none.</source>
   <translation>用来补齐短序列的编号，其向量保持为零。留空表示没有。</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>The language of the window. A change takes effect when Workbench is started again.</source>
   <translation>窗口的语言。修改在重新启动 Workbench 后生效。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>The last learning rate is the first one divided by this.</source>
   <translation>最后的学习率是最初的除以此数。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>The lowest value.</source>
   <translation>最小值。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>The momentum at the beginning and at the end.</source>
   <translation>开始与结束时的动量。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>The momentum at the full learning rate.</source>
   <translation>学习率最高时的动量。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>The momentum is low where the learning rate is high.</source>
   <translation>学习率高时动量低。</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>The most that the planned epochs may give away; smaller is more private. Up to 1 is strong, 10 is weak.</source>
   <translation>计划的轮数最多可以泄露的量；越小越隐私。1 以内为强，10 为弱。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/quantile.py" />
   <source>The network predicts what this share of the true values lies below: 0.9 is seldom exceeded.</source>
   <translation>网络预测的值使这一份额的真实值低于它：0.9 很少被超过。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>The number</source>
   <translation>数值本身</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>The number itself, or how much it changes from the last row of the window.</source>
   <translation>数值本身，或它相对窗口最后一行的变化。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>The number or category that stands for a missing cell.</source>
   <translation>代替缺失单元格的数或类别。</translation>
  </message>
  <message>
   <location filename="engine/train/stopping.py" />
   <source>The number that is watched, and by which the best epoch is chosen: any that an epoch records.</source>
   <translation>要观察的数值，也用它来选出最佳轮次：每轮记录的任何一个。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>The outermost 1 %</source>
   <translation>最外的 1 %</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>The table (.csv, .tsv, .txt) with a picture's path in every line.</source>
   <translation>每行有一个图片路径的表格（.csv、.tsv、.txt）。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>The values, each as --set takes it.</source>
   <translation>各个值，写法与 --set 相同。</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>The window calls for attention when a run ends while you look elsewhere.</source>
   <translation>你在看别处时，运行结束会提醒你。</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Threads</source>
   <translation>线程数</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Three phases</source>
   <translation>三个阶段</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Threshold</source>
   <translation>阈值</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Tilts pictures, as if they were seen from the side, from above or from below.</source>
   <translation>使图片倾斜，如同从侧面、上方或下方看。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Time column</source>
   <translation>时间列</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Time warp</source>
   <translation>时间扭曲</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>Times that one step measures the loss at most.</source>
   <translation>一步最多计算多少次损失。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>To predict</source>
   <translation>要预测的列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Token</source>
   <translation>词元</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Token column</source>
   <translation>词元列</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Tokens</source>
   <translation>词元</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Tokens of a text that the network sees. Empty: as many as most training texts have.</source>
   <translation>网络看到的每段文本的词元数。留空：取多数训练文本的长度。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Tokens that the training texts hold less often are unknown, so that the network learns what unknown ones are like.</source>
   <translation>训练文本中出现次数更少的词元算未知，这样网络能学会如何看待未知词元。</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Train in a process of its own</source>
   <translation>在独立进程中训练</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Trials</source>
   <translation>试验次数</translation>
  </message>
  <message>
   <location filename="engine/data/augment/trivial.py" />
   <source>TrivialAugment</source>
   <translation>TrivialAugment</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>Turns all colours along the colour wheel: a rotation of the two chroma axes of YIQ, with the luma kept.</source>
   <translation>沿色环转动所有颜色：旋转 YIQ 的两个色度轴，亮度保持不变。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>Turns pictures about their middle.</source>
   <translation>绕中心旋转图片。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Turns the network into machine code of its own before it learns (torch.compile), which takes up to a minute and needs a C++ compiler. Pays on GPUs and in long runs; on a processor seldom: measure it. Layers are then not looked into one by one for health.</source>
   <translation>学习前把网络变成专用的机器代码（torch.compile），最多需要一分钟，并且需要 C++ 编译器。在 GPU 上和长时间训练中划算；在处理器上很少划算：请实测。此时不再逐层检查健康状况。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Two moons</source>
   <translation>双月</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Type</source>
   <translation>类型</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Types guessed</source>
   <translation>推测的类型</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>UTF-16</source>
   <translation>UTF-16</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>UTF-8</source>
   <translation>UTF-8</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Undersample</source>
   <translation>欠采样</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Unfolded</source>
   <translation>展开</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Unify forms</source>
   <translation>统一形式</translation>
  </message>
  <message>
   <location filename="engine/layers/dense.py" />
   <source>Units</source>
   <translation>单元数</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Upsample</source>
   <translation>上采样</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Uses the validation and test parts that the source brings, where it brings them.</source>
   <translation>数据源自带验证集和测试集时使用它们。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>Valid: windows stay inside. Same: they may reach past the edge, where nothing counts.</source>
   <translation>Valid：窗口不越界。Same：窗口可以越过边缘，越界部分不计。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>Valid: windows stay inside. Same: they may reach past the ends, where nothing counts.</source>
   <translation>Valid：窗口不越界。Same：窗口可以越过两端，越界部分不计。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Validation</source>
   <translation>验证集</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>Validation file</source>
   <translation>验证文件</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Validation fold</source>
   <translation>验证折</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Value</source>
   <translation>值</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Vectors where many</source>
   <translation>类别多的用向量</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Vocabulary</source>
   <translation>词表大小</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>Warm restarts</source>
   <translation>余弦热重启</translation>
  </message>
  <message>
   <location filename="engine/train/averaging.py" />
   <source>Warm up</source>
   <translation>预热</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Warm-up</source>
   <translation>预热</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Warmup</source>
   <translation>预热</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Wasserstein, gradient penalty</source>
   <translation>Wasserstein，梯度惩罚</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Weight averaging</source>
   <translation>权重平均</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Weight decay</source>
   <translation>权重衰减</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>Weight decay acts on the weights alone, as in AdamW, instead of through the gradient.</source>
   <translation>权重衰减像 AdamW 那样只作用于权重，而不经过梯度。</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Weight decay leaves biases and the parameters of normalisation alone, which need none.</source>
   <translation>权重衰减不作用于偏置和归一化参数，它们不需要衰减。</translation>
  </message>
  <message>
   <location filename="engine/layers/variational.py" />
   <source>Weight of the KL divergence: 1 is the evidence lower bound, less gives sharper samples, more a better ordered middle.</source>
   <translation>KL 散度的权重：1 即证据下界，较小时样本更清晰，较大时中间层更有条理。</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>Weight of the gradient penalty. Only for the Wasserstein loss.</source>
   <translation>梯度惩罚的权重。仅用于 Wasserstein 损失。</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Weight of the newest batch in the running averages that predictions use.</source>
   <translation>最新一批在预测所用滑动平均中的权重。</translation>
  </message>
  <message>
   <location filename="engine/data/balance.py" />
   <source>Weights of the classes beside it: equal, or by inverse frequency.</source>
   <translation>此外各类别的权重：相等，或按频率的倒数。</translation>
  </message>
  <message>
   <location filename="engine/train/regularization.py" />
   <source>Weights only</source>
   <translation>仅权重</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>What a text is cut into. Words: Chinese, Japanese and Thai letters are words of their own. Byte-pair pieces: frequent words stay whole, rare ones fall into pieces. Guessed: characters for Chinese and for texts of a word or two, words otherwise.</source>
   <translation>文本切成什么。词：中文、日文和泰文的每个字单独成词。字节对片段：常见的词保持完整，少见的词分成片段。自动：中文和只有一两个词的文本用字符，其他用词。</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>What biases begin with. Empty: small random numbers, as PyTorch has them.</source>
   <translation>偏置的初始值。留空：像 PyTorch 那样取小的随机数。</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>What covers it: the picture's mean colour, black, or random values.</source>
   <translation>用什么覆盖：图片的平均颜色、黑色或随机值。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>What else is measured on the whole validation part after each epoch. Those of scores (area under the ROC curve, average precision, best 3, log loss) keep the scores of all its samples in memory for it.</source>
   <translation>每轮之后在整个验证部分上另外测量的指标。基于得分的指标（AUROC、平均精确率、前 3、对数损失）需要在内存中保留其全部样本的得分。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>What fills the places that turning and moving a picture uncovers: its outermost pixels, black, or its mirror image.</source>
   <translation>旋转和移动图片后露出的地方用什么填充：最外一圈像素、黑色或镜像。</translation>
  </message>
  <message>
   <location filename="engine/train/stopping.py" />
   <source>What gets better by no more than this counts as no better.</source>
   <translation>改善不超过此值时视为没有改善。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>What is compared, on the validation split: val_loss, val_accuracy and so on.</source>
   <translation>在验证部分上比较什么：val_loss、val_accuracy 等。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>What is done about classes with few samples, in training only.</source>
   <translation>如何处理样本少的类别，仅在训练中。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>What is done about numbers beyond the limits: brought to them, or marked by a column of zeros and ones.</source>
   <translation>如何处理超出界限的数：收到界限上，或用一列 0 和 1 标记。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>What is done about numbers far from the others.</source>
   <translation>如何处理远离其他数值的数。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>What is each word of this code?</source>
   <translation>这段代码里每个词是什么？</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>What is made small. Auto: by the task and the network's output.</source>
   <translation>训练要减小的量。自动：由任务和网络输出决定。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>What keeps weights and gradients small.</source>
   <translation>使权重和梯度保持较小的设置。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>What negative values are multiplied by.</source>
   <translation>负值所乘的系数。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>What several processes that train together (torchrun) do otherwise. One process alone goes by none of it.</source>
   <translation>多个进程一起训练（torchrun）时有何不同。只有一个进程时这些都不起作用。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>What stands between cells: one character, or tab. Empty: guessed.</source>
   <translation>单元格之间的分隔符：一个字符，或 tab（制表符）。留空则自动判断。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/tagged.py" />
   <source>What stands between columns.</source>
   <translation>列之间的分隔符。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/picture_table.py" />
   <source>What stands between labels in one cell, such as ; or a space. Empty: guessed.</source>
   <translation>一个单元格中各标签之间的分隔符，例如 ; 或空格。空：自动判断。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>What stands for a missing cell of this column.</source>
   <translation>用什么代替这一列缺失的单元格。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>What stands for a number that is missing in a table. Missing categories are a category of their own.</source>
   <translation>表格中缺失的数值用什么代替。缺失的类别自成一类。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>What the axes of the inputs are. Auto: two axes are a table; three are grey pictures where they are uint8 or square, otherwise series; four are pictures, with the channels where an axis has length 1, 3 or 4.</source>
   <translation>输入各轴的含义。自动：两个轴为表格；三个轴在 uint8 或正方形时为灰度图片，否则为序列；四个轴为图片，长度为 1、3 或 4 的轴是通道。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>What the categories of a column become: zeros and ones, their number in an order, or ids for which an Embedding learns a vector each, in columns of more than 20 categories or in all.</source>
   <translation>一列的类别变成什么：0 和 1、按顺序的编号，或由嵌入层各学一个向量的编号（用于超过 20 个类别的列，或所有列）。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>What the categories of this column become.</source>
   <translation>这一列的类别变成什么。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>What the learning rate is multiplied by after each epoch.</source>
   <translation>每轮之后学习率乘以此数。</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>What the learning rate is multiplied by each time.</source>
   <translation>每次学习率乘以此数。</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/adaptive.py" />
   <source>What the sum of squared gradients begins with; above 0 it tames the first steps.</source>
   <translation>梯度平方和的初值；大于 0 时最初几步更温和。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>When training ends before the last epoch.</source>
   <translation>何时在最后一轮之前结束训练。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Where a short text is filled up with the number 0. At the start, a recurrent layer ends with real tokens.</source>
   <translation>短文本在哪一端用编号 0 填充。在开头填充时，循环层以真实的词元结束。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Where a text that is too long loses tokens.</source>
   <translation>过长的文本在哪一端截去词元。</translation>
  </message>
  <message>
   <location filename="engine/train/stopping.py" />
   <source>Where it ends early, the last weights are those of the best epoch too. Evaluation and export read the best ones anyway.</source>
   <translation>提前结束时，最后的权重也采用最佳轮次的权重。评估和导出本来就读取最佳权重。</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>Where networks are trained: auto, cpu, cuda, cuda:1 or mps. Auto takes the fastest there is.</source>
   <translation>网络在哪里训练：auto、cpu、cuda、cuda:1 或 mps。auto 选用最快的设备。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>Where shorter samples are filled up. At the start, the last step of each is its own last one, which is what recurrent layers answer from. What is filled in counts as the mean.</source>
   <translation>较短的样本在哪里补足。在开头补足时，每个样本的最后一步就是它自己的最后一步，循环层正是据此作答。补上的值按均值计算。</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Where the data comes from.</source>
   <translation>数据的来源。</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>Whether a column of zeros and ones tells where a number was missing.</source>
   <translation>是否用一列 0 和 1 说明哪里缺失。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Whether the first row names the columns.</source>
   <translation>第一行是否为列名。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/text.py" />
   <source>Whether the first row of a table names the columns.</source>
   <translation>表格的第一行是否为列名。</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>Whether the weights are kept from remembering single samples; it costs accuracy and time.</source>
   <translation>是否防止权重记住单个样本；会降低准确率并增加用时。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Which data set.</source>
   <translation>哪个数据集。</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Which fields are searched, and between which values.</source>
   <translation>搜索哪些字段，以及在哪些值之间。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Which library wrote this?</source>
   <translation>这是哪个库写的？</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Which of the folds is the validation part, counted from 1.</source>
   <translation>以哪一折作为验证部分，从 1 数起。</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Which types of columns are told by their cells: numbers and categories alone, as older projects have it, or also dates, yes and no, and free text.</source>
   <translation>由单元格推测哪些列类型：只有数和类别（旧项目如此），还是也包括日期、是/否和自由文本。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Whole</source>
   <translation>完整</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>Whole groups</source>
   <translation>整组</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Whole number</source>
   <translation>整数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_table.py" />
   <source>Window</source>
   <translation>窗口</translation>
  </message>
  <message>
   <location filename="engine/data/augment/series.py" />
   <source>Window slice</source>
   <translation>窗口切片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/sample.py" />
   <source>Wines</source>
   <translation>葡萄酒</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>With 0.3, each sample draws a factor from 0.7 to 1.3; 1 leaves a picture as it is.</source>
   <translation>值为 0.3 时，每个样本从 0.7 到 1.3 中随机取一个系数；1 保持图片原样。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/hinge.py" />
   <source>With one unit for each class: each answers for its class against the rest, or the true class must stand out from the best of the others. Without effect on a single unit.</source>
   <translation>每个类别一个单元时：各单元区分本类与其余类别，或真实类别必须高于其他类别中最高的。对单个单元没有影响。</translation>
  </message>
  <message>
   <location filename="engine/train/losses/focal.py" />
   <source>With two classes: what the second one counts; the first counts 1 - alpha. Weights for more classes are given by the balance of the data.</source>
   <translation>两个类别时：第二个的分量，第一个为 1 - alpha。更多类别的权重由数据的平衡方式给出。</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>Words</source>
   <translation>词</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>Workers</source>
   <translation>同时运行数</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>X</source>
   <translation>X</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>X test</source>
   <translation>测试 X</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>X validation</source>
   <translation>验证 X</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>Xavier normal (Glorot)</source>
   <translation>Xavier 正态（Glorot）</translation>
  </message>
  <message>
   <location filename="engine/train/initialization.py" />
   <source>Xavier uniform (Glorot)</source>
   <translation>Xavier 均匀（Glorot）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Y</source>
   <translation>Y</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Y test</source>
   <translation>测试 Y</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>Y validation</source>
   <translation>验证 Y</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>Year, month, day</source>
   <translation>年、月、日</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>a number</source>
   <translation>一个数</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>a whole number</source>
   <translation>一个整数</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>above {n}</source>
   <translation>大于 {n}</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>accuracy</source>
   <translation>准确率</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>after {} epochs</source>
   <translation>{} 轮之后</translation>
  </message>
  <message>
   <location filename="engine/train/losses/hinge.py" />
   <source>against the best other (Crammer-Singer)</source>
   <translation>与其他类别中最高者相比（Crammer-Singer）</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>all labels right</source>
   <translation>标签全部正确</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>all tags right</source>
   <translation>标签全对</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>as given</source>
   <translation>按数据</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>as published</source>
   <translation>按原文</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/muon.py" />
   <source>as steps of AdamW</source>
   <translation>与 AdamW 步长相当</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>auto</source>
   <translation>自动</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>automatic</source>
   <translation>自动</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>average precision</source>
   <translation>平均精确率</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>balanced accuracy</source>
   <translation>平衡准确率</translation>
  </message>
  <message>
   <location filename="engine/train/several.py" />
   <source>batch norm over all processes</source>
   <translation>跨所有进程的批归一化</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>batches of {}</source>
   <translation>每批 {}</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>below {n}</source>
   <translation>小于 {n}</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>bf16 (16 bits)</source>
   <translation>bf16（16 位）</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>bilinear</source>
   <translation>双线性</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>black</source>
   <translation>黑色</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>boolean</source>
   <translation>是/否</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>both</source>
   <translation>两者</translation>
  </message>
  <message>
   <location filename="engine/train/averaging.py" />
   <source>by schedule</source>
   <translation>按调度</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>category</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>channels</source>
   <translation>通道</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>channels last</source>
   <translation>通道在后</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>classification</source>
   <translation>分类</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>compiled</source>
   <translation>已编译</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>contiguous</source>
   <translation>连续</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>cosine</source>
   <translation>余弦</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>cover and crop</source>
   <translation>覆盖并裁剪</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>date</source>
   <translation>日期</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>end</source>
   <translation>末尾</translation>
  </message>
  <message>
   <location filename="engine/train/stopping.py" />
   <source>epochs</source>
   <translation>轮</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>every {} epochs</source>
   <translation>每 {} 轮</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>feature</source>
   <translation>特征</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>fit and pad</source>
   <translation>适应并填充</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>fp16 (16 bits)</source>
   <translation>fp16（16 位）</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>fp32 (32 bits)</source>
   <translation>fp32（32 位）</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>from epsilon</source>
   <translation>由 epsilon 得出</translation>
  </message>
  <message>
   <location filename="engine/train/privacy.py" />
   <source>from samples</source>
   <translation>由样本数得出</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>from {n}</source>
   <translation>不小于 {n}</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>grey</source>
   <translation>灰度</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>group</source>
   <translation>分组</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>groups</source>
   <translation>组</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>horizontal</source>
   <translation>水平</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>ids</source>
   <translation>编号</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>ids (int64)</source>
   <translation>编号 (int64)</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>ignore</source>
   <translation>忽略</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>images</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>images channels first</source>
   <translation>图片（通道在前）</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>itself again</source>
   <translation>重建自身</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>learning rate {}</source>
   <translation>学习率 {}</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>linear</source>
   <translation>线性</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>log loss</source>
   <translation>对数损失</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>maximize</source>
   <translation>越大越好</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>mean absolute error</source>
   <translation>平均绝对误差</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>mean absolute percentage error</source>
   <translation>平均绝对百分比误差</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>mean average precision</source>
   <translation>平均精确率均值</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>min</source>
   <translation>分钟</translation>
  </message>
  <message>
   <location filename="engine/study/recipe.py" />
   <source>minimize</source>
   <translation>越小越好</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>nearest</source>
   <translation>最近邻</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>noise</source>
   <translation>噪声</translation>
  </message>
  <message>
   <location filename="ui/widgets/defaults.py" />
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>number</source>
   <translation>数</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>numbers (float32)</source>
   <translation>数值 (float32)</translation>
  </message>
  <message>
   <location filename="ui/widgets/editors.py" />
   <source>off</source>
   <translation>关</translation>
  </message>
  <message>
   <location filename="ui/widgets/editors.py" />
   <source>on</source>
   <translation>开</translation>
  </message>
  <message>
   <location filename="engine/train/losses/hinge.py" />
   <source>one against the rest</source>
   <translation>一对其余</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>per step</source>
   <translation>每步</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>precision</source>
   <translation>精确率</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>precision (macro)</source>
   <translation>精确率（宏平均）</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>precision (micro)</source>
   <translation>精确率（微平均）</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>precision (weighted)</source>
   <translation>精确率（加权）</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>precision {}</source>
   <translation>精度：{}</translation>
  </message>
  <message>
   <location filename="engine/data/augment/finish.py" />
   <source>px</source>
   <translation>像素</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>recall</source>
   <translation>召回率</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>recall (macro)</source>
   <translation>召回率（宏平均）</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>recall (micro)</source>
   <translation>召回率（微平均）</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>recall (weighted)</source>
   <translation>召回率（加权）</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>reconstruction</source>
   <translation>重建</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>regression</source>
   <translation>回归</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>relu</source>
   <translation>relu</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>root mean squared error</source>
   <translation>均方根误差</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>same</source>
   <translation>same</translation>
  </message>
  <message>
   <location filename="engine/data/recipe.py" />
   <source>samples</source>
   <translation>样本</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>series</source>
   <translation>序列</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>several labels</source>
   <translation>多个标签</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>share at or below the prediction</source>
   <translation>不高于预测值的占比</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>sigmoid</source>
   <translation>sigmoid</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>softmax</source>
   <translation>softmax</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>span F1</source>
   <translation>片段 F1</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>span precision</source>
   <translation>片段精确率</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>span recall</source>
   <translation>片段召回率</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>split</source>
   <translation>划分</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>standard</source>
   <translation>标准化</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>start</source>
   <translation>开头</translation>
  </message>
  <message>
   <location filename="engine/data/sources/series_ts.py" />
   <source>steps</source>
   <translation>步</translation>
  </message>
  <message>
   <location filename="engine/data/sources/image_folder.py" />
   <source>stretch</source>
   <translation>拉伸</translation>
  </message>
  <message>
   <location filename="engine/train/optimizers/lbfgs.py" />
   <source>strong Wolfe</source>
   <translation>强 Wolfe 条件</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <location filename="engine/data/sources/npz.py" />
   <source>table</source>
   <translation>表格</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>tanh</source>
   <translation>tanh</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>target</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>text</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="engine/train/gan/recipe.py" />
   <source>the same</source>
   <translation>相同</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>time</source>
   <translation>时间</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>times</source>
   <translation>次</translation>
  </message>
  <message>
   <location filename="engine/data/text/recipe.py" />
   <source>tokens</source>
   <translation>词元</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>top-3 accuracy</source>
   <translation>前 3 准确率</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>top-5 accuracy</source>
   <translation>前 5 准确率</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>up to {n}</source>
   <translation>不大于 {n}</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>valid</source>
   <translation>valid</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>vertical</source>
   <translation>垂直</translation>
  </message>
  <message>
   <location filename="engine/data/sources/table.py" />
   <source>weight</source>
   <translation>权重</translation>
  </message>
  <message>
   <location filename="engine/train/several.py" />
   <source>weights divided among processes</source>
   <translation>权重分给多个进程</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>whole numbers</source>
   <translation>整数</translation>
  </message>
  <message>
   <location filename="engine/data/cleaning_recipe.py" />
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>{count} such as {example}</source>
   <translation>{count}，例如 {example}</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>{count} whole numbers</source>
   <translation>{count} 个整数</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>{field} needs {what}.</source>
   <translation>“{field}”需要{what}。</translation>
  </message>
  <message>
   <location filename="ui/widgets/parse.py" />
   <source>{field} needs {what}; got '{got}'.</source>
   <translation>“{field}”需要{what}；现在是“{got}”。</translation>
  </message>
  <message>
   <location filename="ui/widgets/defaults.py" />
   <source>{label} off</source>
   <translation>{label}关闭</translation>
  </message>
  <message>
   <location filename="ui/widgets/form.py" />
   <source>{text} ({count} changed)</source>
   <translation>{text}（{count} 项已更改）</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>{} epochs</source>
   <translation>{} 轮</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>{} epochs warm-up</source>
   <translation>预热 {} 轮</translation>
  </message>
  <message>
   <location filename="engine/train/recipe.py" />
   <source>{} loss</source>
   <translation>损失：{}</translation>
  </message>
  <message>
   <location filename="engine/data/augment/colour.py" />
   <source>°</source>
   <translation>°</translation>
  </message>
  <message>
   <location filename="engine/data/augment/geometry.py" />
   <source>×</source>
   <translation>×</translation>
  </message>
  <message>
   <location filename="engine/train/schedules.py" />
   <source>× {}</source>
   <translation>× {}</translation>
  </message>
  <message>
   <location filename="ui/preferences.py" />
   <source>中文</source>
   <translation>中文</translation>
  </message>
 </context>
 <context>
  <name>GeneratedPage</name>
  <message>
   <location filename="ui/evaluate/generated.py" />
   <source> · of as many real ones: {distance}</source>
   <translation> · 同样多的真实样本：{distance}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/generated.py" />
   <source>A GAN has no accuracy. The distance is zero where made samples lie as real ones do; where it is near that of real samples among each other, it can't tell them apart. It looks at numbers, not at what a person sees.</source>
   <translation>GAN 没有准确率。生成样本的分布与真实样本一致时距离为零；接近真实样本之间的距离时，就区分不出二者。它看的是数值，而不是人眼所见。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/generated.py" />
   <source>Distance of {count} made samples: {distance}</source>
   <translation>{count} 个生成样本的距离：{distance}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/generated.py" />
   <source>Made</source>
   <translation>生成</translation>
  </message>
  <message>
   <location filename="ui/evaluate/generated.py" />
   <source>Real</source>
   <translation>真实</translation>
  </message>
  <message>
   <location filename="ui/evaluate/generated.py" />
   <source>made</source>
   <translation>生成</translation>
  </message>
  <message>
   <location filename="ui/evaluate/generated.py" />
   <source>real</source>
   <translation>真实</translation>
  </message>
 </context>
 <context>
  <name>GraphEditor</name>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Add {0}</source>
   <translation>添加 {0}</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Arrange</source>
   <translation>整理</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Connect {0} nodes</source>
   <translation>连接 {0} 个节点</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Connect {0} to {1}</source>
   <translation>把 {0} 连接到 {1}</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Delete {0}</source>
   <translation>删除 {0}</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Delete {0} nodes</source>
   <translation>删除 {0} 个节点</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Duplicate</source>
   <translation>创建副本</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Insert {0}</source>
   <translation>插入 {0}</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Move {0}</source>
   <translation>移动 {0}</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Move {0} nodes</source>
   <translation>移动 {0} 个节点</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Remove link</source>
   <translation>删除连接</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Remove links</source>
   <translation>删除连接</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Rename {0}</source>
   <translation>重命名 {0}</translation>
  </message>
  <message>
   <location filename="ui/canvas/editor.py" />
   <source>Set {0} of {1}</source>
   <translation>设置 {1} 的{0}</translation>
  </message>
 </context>
 <context>
  <name>Headline</name>
  <message>
   <location filename="ui/evaluate/scores.py" />
   <source>accuracy · {right} of {total}</source>
   <translation>准确率 · {total} 个中对 {right} 个</translation>
  </message>
 </context>
 <context>
  <name>HealthPanel</name>
  <message>
   <location filename="ui/train/health.py" />
   <source>(no longer there)</source>
   <translation>（已不存在）</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>A run tells them while it trains, unless health is switched off in its settings.</source>
   <translation>运行在训练时会给出这些数值，除非在设置中关闭了健康检查。</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Dead</source>
   <translation>失活</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Figures of the layers</source>
   <translation>各层的数值</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Gradient</source>
   <translation>梯度</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Layer</source>
   <translation>层</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Layers in step {step}</source>
   <translation>第 {step} 步的各层</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Looked for: dead units, gradients that vanish or explode, steps that are too large, layers that give the same for all samples, and over- and underfitting.</source>
   <translation>检查了：失活单元、梯度消失或爆炸、步长过大、对所有样本输出相同的层，以及过拟合和欠拟合。</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Mean</source>
   <translation>均值</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Mean of all numbers that the layer gives for a batch</source>
   <translation>该层对一个批次输出的所有数值的均值</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>No figures yet</source>
   <translation>暂无数值</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Norm of the gradient of the layer's weights</source>
   <translation>该层权重梯度的范数</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Nothing conspicuous so far</source>
   <translation>目前没有异常</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Nothing conspicuous was found</source>
   <translation>没有发现异常</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>One thing is wrong</source>
   <translation>发现一个问题</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Share of a ReLU's units that gave 0 for every sample of the last measured batches</source>
   <translation>ReLU 中在最近几个被测批次里对每个样本都输出 0 的单元所占比例</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Spread</source>
   <translation>离散度</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Standard deviation of all numbers that the layer gives</source>
   <translation>该层输出的所有数值的标准差</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>The two networks of a GAN are not looked into: curves and samples tell how they are getting on.</source>
   <translation>不会检查 GAN 的两个网络：曲线和样本会显示它们的进展。</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>They come within the first second of training.</source>
   <translation>训练开始后一秒内就会出现。</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>Update</source>
   <translation>更新</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>What a step changes in the layer's weights, as a share of their norm; 0.1 % to 3 % is usual</source>
   <translation>一步对该层权重的改变占其范数的比例；通常为 0.1 % 到 3 %</translation>
  </message>
  <message>
   <location filename="ui/train/health.py" />
   <source>{count} things are wrong</source>
   <translation>发现 {count} 个问题</translation>
  </message>
 </context>
 <context>
  <name>HelperRoom</name>
  <message>
   <location filename="ui/train/study/page.py" />
   <source>Building the network</source>
   <translation>正在构建网络</translation>
  </message>
  <message>
   <location filename="ui/train/study/page.py" />
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="ui/train/study/page.py" />
   <source>Reading the data</source>
   <translation>正在读取数据</translation>
  </message>
  <message>
   <location filename="ui/train/study/page.py" />
   <source>Starting: loading PyTorch and the data</source>
   <translation>正在启动：加载 PyTorch 和数据</translation>
  </message>
  <message>
   <location filename="ui/train/study/page.py" />
   <source>Stopped, because a run began. Start it again when the run is over.</source>
   <translation>因为开始了一次运行，测量已停止。运行结束后请重新开始。</translation>
  </message>
  <message>
   <location filename="ui/train/study/page.py" />
   <source>The project has changed since.</source>
   <translation>此后项目有改动。</translation>
  </message>
 </context>
 <context>
  <name>Histogram</name>
  <message>
   <location filename="ui/widgets/histogram.py" />
   <source>% of split</source>
   <translation>占该子集的 %</translation>
  </message>
  <message>
   <location filename="ui/widgets/histogram.py" />
   <source>samples</source>
   <translation>样本数</translation>
  </message>
  <message>
   <location filename="ui/widgets/histogram.py" />
   <source>{low} to {high}</source>
   <translation>{low} 到 {high}</translation>
  </message>
 </context>
 <context>
  <name>ImportWizard</name>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>All {count} rows. {how}</source>
   <translation>全部 {count} 行。{how}</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>Another file…</source>
   <translation>另选文件…</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>Another folder…</source>
   <translation>另选文件夹…</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>Click a heading (or press F2 in its column) to change what the column is used for.</source>
   <translation>点击列标题（或在列中按 F2）可以修改该列的用途。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>Create and train</source>
   <translation>创建并训练</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>Create project</source>
   <translation>创建项目</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>Looking at it…</source>
   <translation>正在查看…</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>Nothing is changed; corrections are kept for when you come back (Esc)</source>
   <translation>什么都不会改变；您的修改会保留到下次回来时 (Esc)</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>Put the proposed network in place of the present one</source>
   <translation>用建议的网络替换现在的网络</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>The first {count} rows of {all}. {how}</source>
   <translation>{all} 行中的前 {count} 行。{how}</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>The first {count} rows. {how}</source>
   <translation>前 {count} 行。{how}</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>There is nothing to show.</source>
   <translation>没有可显示的内容。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/page.py" />
   <source>Use this data</source>
   <translation>使用这些数据</translation>
  </message>
 </context>
 <context>
  <name>ImportWork</name>
  <message>
   <location filename="ui/data/wizard/work.py" />
   <source>Looking at {name}</source>
   <translation>正在查看 {name}</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/work.py" />
   <source>Reading the data was stopped.</source>
   <translation>数据读取已停止。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/work.py" />
   <source>Reading {name}</source>
   <translation>正在读取 {name}</translation>
  </message>
 </context>
 <context>
  <name>Importing</name>
  <message>
   <location filename="ui/importing.py" />
   <source>All files (*)</source>
   <translation>所有文件 (*)</translation>
  </message>
  <message>
   <location filename="ui/importing.py" />
   <source>Choose a data file</source>
   <translation>选择数据文件</translation>
  </message>
  <message>
   <location filename="ui/importing.py" />
   <source>Choose a folder of data</source>
   <translation>选择数据文件夹</translation>
  </message>
  <message>
   <location filename="ui/importing.py" />
   <source>Data (*.csv *.tsv *.tab *.txt *.psv *.data *.parquet *.pq *.xlsx *.xlsm *.xls *.ods *.arff *.npz *.npy *.mat *.safetensors *.ts *.gz *idx* *ubyte*)</source>
   <translation>数据 (*.csv *.tsv *.tab *.txt *.psv *.data *.parquet *.pq *.xlsx *.xlsm *.xls *.ods *.arff *.npz *.npy *.mat *.safetensors *.ts *.gz *idx* *ubyte*)</translation>
  </message>
  <message>
   <location filename="ui/importing.py" />
   <source>Use {source}</source>
   <translation>使用 {source}</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Activations, batch {0}</source>
   <translation>激活值，批大小 {0}</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Carries</source>
   <translation>传递</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Connect in the order selected</source>
   <translation>按选择顺序连接</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Duplicate</source>
   <translation>创建副本</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Input</source>
   <translation>输入</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Input {0}</source>
   <translation>输入 {0}</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Insert a layer…</source>
   <translation>插入层…</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Link</source>
   <translation>连接</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Multiply-adds</source>
   <translation>乘加次数</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Name of the node</source>
   <translation>节点名称</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Network</source>
   <translation>网络</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>No layers yet. What you select on the canvas is set here.</source>
   <translation>还没有层。在画布上选中的内容在这里设置。</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Nodes</source>
   <translation>节点数</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Open the whole source</source>
   <translation>打开完整源代码</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Output</source>
   <translation>输出</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Output {0}</source>
   <translation>输出 {0}</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Parameters</source>
   <translation>参数量</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Remove the link</source>
   <translation>删除连接</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Select a node to see and change its settings.</source>
   <translation>选择一个节点，查看和修改它的设置。</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>Size of the weights</source>
   <translation>权重大小</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>of them trainable</source>
   <translation>其中可训练</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>open</source>
   <translation>打开</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>unknown</source>
   <translation>未知</translation>
  </message>
  <message>
   <location filename="ui/model/inspector.py" />
   <source>{0} nodes selected</source>
   <translation>已选择 {0} 个节点</translation>
  </message>
 </context>
 <context>
  <name>Jobs</name>
  <message>
   <location filename="ui/jobs.py" />
   <source>{job} failed unexpectedly ({reason}).</source>
   <translation>{job}意外失败（{reason}）。</translation>
  </message>
 </context>
 <context>
  <name>JumpField</name>
  <message>
   <location filename="ui/data/jump.py" />
   <source>Go to No.</source>
   <translation>转到编号</translation>
  </message>
  <message>
   <location filename="ui/data/jump.py" />
   <source>Go to the sample of this number</source>
   <translation>转到该编号的样本</translation>
  </message>
  <message>
   <location filename="ui/data/jump.py" />
   <source>Samples are numbered from 0 to {last}</source>
   <translation>样本编号为 0 到 {last}</translation>
  </message>
 </context>
 <context>
  <name>LabelsView</name>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>AP</source>
   <translation>AP</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>At a threshold of {threshold}</source>
   <translation>阈值为 {threshold} 时</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Average precision: the area under precision over recall, at no particular threshold</source>
   <translation>平均精确率：精确率-召回率曲线下的面积，与阈值无关</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Click a cell to see its samples.</source>
   <translation>点击单元格查看其样本。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Harmonic mean of precision and recall</source>
   <translation>精确率与召回率的调和平均</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>How many of those given the label have it</source>
   <translation>被给予该标签的样本中真正有它的比例</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>How many of those with the label were given it</source>
   <translation>有该标签的样本中被给予它的比例</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Label</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>One label</source>
   <translation>一个标签</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Precision</source>
   <translation>精确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Probability above which a label counts as given, to see what another one would do to this table. Predictions, the numbers above and the samples below go by {threshold}.</source>
   <translation>概率超过此值时视为给予标签，可查看其他阈值对此表的影响。预测、上方的数字和下方的样本按 {threshold} 计算。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Recall</source>
   <translation>召回率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Samples</source>
   <translation>样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Samples of the split with the label</source>
   <translation>该部分中带有该标签的样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Scores by label</source>
   <translation>各标签的评分</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>Threshold</source>
   <translation>阈值</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>What samples with and without the label were given</source>
   <translation>有和没有该标签的样本得到了什么</translation>
  </message>
  <message>
   <location filename="ui/evaluate/labels.py" />
   <source>not {label}</source>
   <translation>非 {label}</translation>
  </message>
 </context>
 <context>
  <name>LayerTrainingSection</name>
  <message>
   <location filename="ui/model/layer_training.py" />
   <source>Change the training of {0}</source>
   <translation>更改 {0} 的训练方式</translation>
  </message>
  <message>
   <location filename="ui/model/layer_training.py" />
   <source>Training</source>
   <translation>训练</translation>
  </message>
 </context>
 <context>
  <name>LayerTree</name>
  <message>
   <location filename="ui/model/palette.py" />
   <source>Layers</source>
   <translation>层</translation>
  </message>
 </context>
 <context>
  <name>Layers</name>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>A smooth ReLU: x * sigmoid(x), also called Swish. Shape unchanged.</source>
   <translation>平滑的 ReLU：x * sigmoid(x)，也叫 Swish。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>A smooth ReLU: x times the share of a normal distribution below x. Shape unchanged.</source>
   <translation>平滑的 ReLU：x 乘以正态分布中小于 x 的比例。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/layers/dense.py" />
   <source>A weighted sum of all inputs for each unit. Input (N, C), output (N, units); for sequences (N, T, C) at each step.</source>
   <translation>每个单元对所有输入加权求和。输入 (N, C)，输出 (N, units)；序列 (N, T, C) 逐步处理。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Activation</source>
   <translation>激活函数</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Add</source>
   <translation>Add 相加</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Adds its inputs value by value. All inputs and the output have one shape, of any number of dimensions.</source>
   <translation>把各输入逐元素相加。所有输入和输出形状相同，维数不限。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>Averages each channel over the whole picture or sequence. Input (N, C, H, W) or (N, T, C), output (N, C).</source>
   <translation>在整张图片或整个序列上对每个通道取平均。输入 (N, C, H, W) 或 (N, T, C)，输出 (N, C)。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>Averages the values in each window of a picture. Input (N, C, H, W), output (N, C, H', W').</source>
   <translation>对图片每个窗口内的值取平均。输入 (N, C, H, W)，输出 (N, C, H', W')。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>Averages the values in each window of a sequence. Input (N, T, C), output (N, T', C).</source>
   <translation>对序列每个窗口内的值取平均。输入 (N, T, C)，输出 (N, T', C)。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>AvgPool1d</source>
   <translation>AvgPool1d</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>AvgPool2d</source>
   <translation>AvgPool2d</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>BatchNorm</source>
   <translation>BatchNorm</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Brings each channel to mean 0 and variance 1 over the batch, then scales and shifts it by learnt numbers. Shape unchanged.</source>
   <translation>在一批样本上把每个通道变为均值 0、方差 1，再用学到的数缩放和平移。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Brings each group of channels of a sample to mean 0 and variance 1, then scales and shifts it. Shape unchanged.</source>
   <translation>将每个样本的每组通道化为均值 0、方差 1，再按学到的数缩放和平移。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Brings each sample to mean 0 and variance 1, then scales and shifts it by learnt numbers. Shape unchanged.</source>
   <translation>把每个样本变为均值 0、方差 1，再用学到的数缩放和平移。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Concat</source>
   <translation>Concat 拼接</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Conv1d</source>
   <translation>Conv1d</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Conv2d</source>
   <translation>Conv2d</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>ConvTranspose2d</source>
   <translation>二维转置卷积</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Convolution</source>
   <translation>卷积</translation>
  </message>
  <message>
   <location filename="engine/layers/dense.py" />
   <source>Dense</source>
   <translation>Dense 全连接</translation>
  </message>
  <message>
   <location filename="engine/layers/variational.py" />
   <source>Draws a sample from a normal distribution for each number while training, and gives the mean for predictions.</source>
   <translation>训练时为每个数从正态分布中抽取样本，预测时给出均值。</translation>
  </message>
  <message>
   <location filename="engine/layers/regularisation.py" />
   <source>Dropout</source>
   <translation>Dropout</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>Embedding</source>
   <translation>Embedding 嵌入</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>Flatten</source>
   <translation>Flatten 展平</translation>
  </message>
  <message>
   <location filename="engine/layers/kernel.py" />
   <source>FourierFeatures</source>
   <translation>傅里叶特征</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>GELU</source>
   <translation>GELU</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>GRU</source>
   <translation>GRU</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>Gives the values of a sample another shape, in the same order. Input (N, ...), output (N, *shape).</source>
   <translation>保持顺序，改变样本中数值的形状。输入 (N, ...)，输出 (N, *shape)。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>GlobalAvgPool</source>
   <translation>GlobalAvgPool</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>GlobalMaxPool</source>
   <translation>GlobalMaxPool</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>GroupNorm</source>
   <translation>GroupNorm</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Input</source>
   <translation>Input 输入</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Input and output</source>
   <translation>输入与输出</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>Keeps each channel's largest value over the whole picture or sequence. Input (N, C, H, W) or (N, T, C), output (N, C).</source>
   <translation>保留每个通道在整幅图片或整个序列上的最大值。输入 (N, C, H, W) 或 (N, T, C)，输出 (N, C)。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Keeps positive values and makes negative ones small, so that no unit can die. Shape unchanged.</source>
   <translation>保留正值，把负值缩小，这样单元不会失活。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Keeps positive values and makes negative ones zero: max(0, x). Shape unchanged.</source>
   <translation>保留正值，负值置零：max(0, x)。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>Keeps the largest value in each window of a picture. Input (N, C, H, W), output (N, C, H', W').</source>
   <translation>取图片每个窗口内的最大值。输入 (N, C, H, W)，输出 (N, C, H', W')。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>Keeps the largest value in each window of a sequence. Input (N, T, C), output (N, T', C).</source>
   <translation>取序列每个窗口内的最大值。输入 (N, T, C)，输出 (N, T', C)。</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>LSTM</source>
   <translation>LSTM</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>LayerNorm</source>
   <translation>LayerNorm</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>Lays all values of a sample in one row. Input (N, ...), output (N, product of the rest).</source>
   <translation>把样本的所有数值排成一行。输入 (N, ...)，输出 (N, 其余各维的乘积)。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>LeakyReLU</source>
   <translation>LeakyReLU</translation>
  </message>
  <message>
   <location filename="engine/layers/embedding.py" />
   <source>Looks up a learnt vector for each id. Input (N, T) int64, output (N, T, dimensions).</source>
   <translation>为每个编号查出一个学到的向量。输入 (N, T) int64，输出 (N, T, dimensions)。</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Makes a picture larger, or brings it to a size. Input (N, C, H, W), output (N, C, H', W').</source>
   <translation>把图片放大，或变为指定大小。输入 (N, C, H, W)，输出 (N, C, H', W')。</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>MaxPool1d</source>
   <translation>MaxPool1d</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>MaxPool2d</source>
   <translation>MaxPool2d</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Merge</source>
   <translation>合并</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Multiplies its inputs value by value. The inputs have one shape, but a size of 1 stretches to fit, as gates need.</source>
   <translation>把各输入逐元素相乘。输入形状相同，但大小为 1 的维会按需扩展，门控结构正需要这样。</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Multiply</source>
   <translation>Multiply 相乘</translation>
  </message>
  <message>
   <location filename="engine/layers/norm.py" />
   <source>Normalisation</source>
   <translation>归一化</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Output</source>
   <translation>Output 输出</translation>
  </message>
  <message>
   <location filename="engine/layers/pool.py" />
   <source>Pooling</source>
   <translation>池化</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Presses each value between -1 and 1. Shape unchanged.</source>
   <translation>把每个值压到 -1 与 1 之间。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Presses each value between 0 and 1: 1 / (1 + exp(-x)). Shape unchanged.</source>
   <translation>把每个值压到 0 与 1 之间：1 / (1 + exp(-x))。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/layers/merge.py" />
   <source>Puts its inputs side by side, in the order they were connected. All sizes but the joined one must agree.</source>
   <translation>按连接顺序把各输入并排拼接。除拼接的那一维外，其余大小必须一致。</translation>
  </message>
  <message>
   <location filename="engine/layers/kernel.py" />
   <source>Random Fourier features of the RBF kernel: a linear layer behind them is a kernel machine, such as an RBF SVM.</source>
   <translation>RBF 核的随机傅里叶特征：其后的线性层就是一个核方法，例如 RBF 支持向量机。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>ReLU</source>
   <translation>ReLU</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Reads a sequence with a long memory that three gates guard. Input (N, T, C), output (N, units) or (N, T, units).</source>
   <translation>用三个门控制的长期记忆读取序列。输入 (N, T, C)，输出 (N, units) 或 (N, T, units)。</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Reads a sequence with a memory that two gates guard; lighter than LSTM. Input (N, T, C), output (N, units) or (N, T, units).</source>
   <translation>用两个门控制的记忆读取序列，比 LSTM 更轻。输入 (N, T, C)，输出 (N, units) 或 (N, T, units)。</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Reads a sequence with a plain memory; forgets soon. Input (N, T, C), output (N, units) or (N, T, units).</source>
   <translation>用简单的记忆读取序列，遗忘得快。输入 (N, T, C)，输出 (N, units) 或 (N, T, units)。</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>Recurrent</source>
   <translation>循环</translation>
  </message>
  <message>
   <location filename="engine/layers/regularisation.py" />
   <source>Regularisation</source>
   <translation>正则化</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>Reshape</source>
   <translation>Reshape 变形</translation>
  </message>
  <message>
   <location filename="engine/layers/variational.py" />
   <source>Sampling (variational)</source>
   <translation>采样（变分）</translation>
  </message>
  <message>
   <location filename="engine/layers/regularisation.py" />
   <source>Sets a random share of the values to zero while training, and none for predictions. Shape unchanged.</source>
   <translation>训练时随机把一部分值置零，预测时不置零。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/layers/reshape.py" />
   <source>Shape</source>
   <translation>形状</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>SiLU</source>
   <translation>SiLU</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Sigmoid</source>
   <translation>Sigmoid</translation>
  </message>
  <message>
   <location filename="engine/layers/recurrent.py" />
   <source>SimpleRNN</source>
   <translation>SimpleRNN</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Slides learnt windows along a sequence. Input (N, T, C), output (N, T', filters).</source>
   <translation>让学到的窗口沿序列滑动。输入 (N, T, C)，输出 (N, T', filters)。</translation>
  </message>
  <message>
   <location filename="engine/layers/conv.py" />
   <source>Slides learnt windows over a picture. Input (N, C, H, W), output (N, filters, H', W').</source>
   <translation>让学到的窗口在图片上滑动。输入 (N, C, H, W)，输出 (N, filters, H', W')。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Softmax</source>
   <translation>Softmax</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Spreads each value over a learnt window: a convolution backwards. Input (N, C, H, W), output (N, filters, H', W').</source>
   <translation>把每个值分散到学习得到的窗口上：反向的卷积。输入 (N, C, H, W)，输出 (N, filters, H', W')。</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Tanh</source>
   <translation>Tanh</translation>
  </message>
  <message>
   <location filename="engine/layers/activation.py" />
   <source>Turns scores into probabilities that sum to 1, over features or channels. Shape unchanged.</source>
   <translation>把得分变成总和为 1 的概率，沿特征或通道计算。形状不变。</translation>
  </message>
  <message>
   <location filename="engine/graph/layer.py" />
   <source>Unknown</source>
   <translation>未知</translation>
  </message>
  <message>
   <location filename="engine/graph/layer.py" />
   <source>Unknown layer</source>
   <translation>未知层</translation>
  </message>
  <message>
   <location filename="engine/layers/upsampling.py" />
   <source>Upsample</source>
   <translation>上采样</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Where one part of the data enters the network. Output (N, *shape).</source>
   <translation>数据的一部分从这里进入网络。输出 (N, *shape)。</translation>
  </message>
  <message>
   <location filename="engine/layers/io.py" />
   <source>Where predictions leave. Input (N, classes) or (N, targets).</source>
   <translation>预测从这里输出。输入 (N, 类别数) 或 (N, 目标数)。</translation>
  </message>
 </context>
 <context>
  <name>Leaving</name>
  <message>
   <location filename="ui/leaving.py" />
   <source>A network is being trained.</source>
   <translation>有网络正在训练。</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>A study is in progress.</source>
   <translation>研究正在进行。</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>Don't save</source>
   <translation>不保存</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>Keep training</source>
   <translation>继续训练</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>Save the changes to {name}?</source>
   <translation>保存对 {name} 的修改吗？</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>Stop and keep</source>
   <translation>停止并保留</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>Stopping keeps its weights and curves; the run can be resumed later.</source>
   <translation>停止后，权重和曲线都会保留，以后可以继续这次运行。</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>Stopping keeps the runs made so far; the study can be taken up later.</source>
   <translation>停止会保留已完成的运行；之后可以继续这项研究。</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>Stopping the run and keeping its last checkpoint.</source>
   <translation>正在停止运行，并保留它最后的检查点。</translation>
  </message>
  <message>
   <location filename="ui/leaving.py" />
   <source>Without saving, what changed since the last save is lost.</source>
   <translation>如果不保存，上次保存之后的修改会丢失。</translation>
  </message>
 </context>
 <context>
  <name>LinePlot</name>
  <message>
   <location filename="ui/widgets/lines.py" />
   <source>+{count}</source>
   <translation>+{count}</translation>
  </message>
  <message>
   <location filename="ui/widgets/lines.py" />
   <source>Lines: {names}</source>
   <translation>曲线：{names}</translation>
  </message>
 </context>
 <context>
  <name>Longer</name>
  <message>
   <location filename="ui/train/longer.py" />
   <source>Train</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="ui/train/longer.py" />
   <source>Train longer</source>
   <translation>继续训练</translation>
  </message>
  <message>
   <location filename="ui/train/longer.py" />
   <source>{run} has done {epochs} epochs. How many more?</source>
   <translation>{run}已完成 {epochs} 轮。再训练多少轮？</translation>
  </message>
 </context>
 <context>
  <name>MachinePanel</name>
  <message>
   <location filename="ui/train/machine.py" />
   <source>CPU</source>
   <translation>CPU</translation>
  </message>
  <message>
   <location filename="ui/train/machine.py" />
   <source>GPU memory</source>
   <translation>显存</translation>
  </message>
  <message>
   <location filename="ui/train/machine.py" />
   <source>Machine</source>
   <translation>计算机</translation>
  </message>
  <message>
   <location filename="ui/train/machine.py" />
   <source>Memory of the program</source>
   <translation>程序占用的内存</translation>
  </message>
  <message>
   <location filename="ui/train/machine.py" />
   <source>Precision</source>
   <translation>精度</translation>
  </message>
  <message>
   <location filename="ui/train/machine.py" />
   <source>channels last</source>
   <translation>通道在后</translation>
  </message>
  <message>
   <location filename="ui/train/machine.py" />
   <source>{used} of {total}</source>
   <translation>{used}，共 {total}</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <location filename="ui/main_window.py" />
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <location filename="ui/main_window.py" />
   <source>Evaluate</source>
   <translation>评估</translation>
  </message>
  <message>
   <location filename="ui/main_window.py" />
   <source>Examining this computer</source>
   <translation>正在检查这台计算机</translation>
  </message>
  <message>
   <location filename="ui/main_window.py" />
   <source>Looking for unsaved changes</source>
   <translation>正在查找未保存的修改</translation>
  </message>
  <message>
   <location filename="ui/main_window.py" />
   <source>Nothing yet</source>
   <translation>暂无</translation>
  </message>
  <message>
   <location filename="ui/main_window.py" />
   <source>Open recent</source>
   <translation>最近打开</translation>
  </message>
  <message>
   <location filename="ui/main_window.py" />
   <source>Show</source>
   <translation>查看</translation>
  </message>
  <message>
   <location filename="ui/main_window.py" />
   <source>The log is empty: nothing has gone wrong yet.</source>
   <translation>日志是空的：目前没有出过错。</translation>
  </message>
  <message>
   <location filename="ui/main_window.py" />
   <source>This computer</source>
   <translation>这台计算机</translation>
  </message>
 </context>
 <context>
  <name>MessageBar</name>
  <message>
   <location filename="ui/message_bar.py" />
   <source>+ {n} earlier</source>
   <translation>另有 {n} 条</translation>
  </message>
  <message>
   <location filename="ui/message_bar.py" />
   <source>Dismiss</source>
   <translation>关闭</translation>
  </message>
  <message>
   <location filename="ui/message_bar.py" />
   <source>Dismiss the message</source>
   <translation>关闭这条消息</translation>
  </message>
  <message>
   <location filename="ui/message_bar.py" />
   <source>error</source>
   <translation>错误</translation>
  </message>
  <message>
   <location filename="ui/message_bar.py" />
   <source>note</source>
   <translation>提示</translation>
  </message>
  <message>
   <location filename="ui/message_bar.py" />
   <source>success</source>
   <translation>成功</translation>
  </message>
  <message>
   <location filename="ui/message_bar.py" />
   <source>warning</source>
   <translation>警告</translation>
  </message>
 </context>
 <context>
  <name>Minimap</name>
  <message>
   <location filename="ui/canvas/minimap.py" />
   <source>Drag to move over the network</source>
   <translation>拖动以在网络上移动</translation>
  </message>
  <message>
   <location filename="ui/canvas/minimap.py" />
   <source>Overview</source>
   <translation>缩略图</translation>
  </message>
 </context>
 <context>
  <name>MissingView</name>
  <message>
   <location filename="ui/data/missing.py" />
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <location filename="ui/data/missing.py" />
   <source>Columns with missing cells</source>
   <translation>有缺失的列</translation>
  </message>
  <message>
   <location filename="ui/data/missing.py" />
   <source>Looking for missing cells</source>
   <translation>正在查找缺失的单元格</translation>
  </message>
  <message>
   <location filename="ui/data/missing.py" />
   <source>Missing</source>
   <translation>缺失</translation>
  </message>
  <message>
   <location filename="ui/data/missing.py" />
   <source>Share</source>
   <translation>比例</translation>
  </message>
  <message>
   <location filename="ui/data/missing.py" />
   <source>Where</source>
   <translation>位置</translation>
  </message>
  <message>
   <location filename="ui/data/missing.py" />
   <source>filled from the rows around</source>
   <translation>已由前后的行填补</translation>
  </message>
  <message>
   <location filename="ui/data/missing.py" />
   <source>{cells} cells of {columns} columns are missing. A strip shows where, from the first row to the last. Click a column to choose what stands for its gaps.</source>
   <translation>{columns} 列中共缺失 {cells} 个单元格。色带从第一行到最后一行显示缺失的位置。点击一列，选择用什么填补。</translation>
  </message>
 </context>
 <context>
  <name>MistakesView</name>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>+ given without having it, − had but not given</source>
   <translation>+ 没有却被给予，− 有却未给予</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>All labels are right.</source>
   <translation>所有标签都正确。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>All tags are right.</source>
   <translation>所有标签都正确。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Confidence</source>
   <translation>置信度</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Given {label} without having it: {count}</source>
   <translation>没有 {label} 却被给予：{count}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Largest errors first</source>
   <translation>误差最大的在前</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Largest errors first; some with middle and small errors at the end</source>
   <translation>误差最大的在前；末尾有一些误差中等和较小的</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Mistakes</source>
   <translation>错误</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Most confident mistakes: {count} of {total}</source>
   <translation>置信度最高的错误：{total} 个中的 {count} 个</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>No sample lies here.</source>
   <translation>这里没有样本。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>No sample was taken for another class.</source>
   <translation>没有样本被认成其他类别。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>No.</source>
   <translation>序号</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Number of the sample in the data</source>
   <translation>样本在数据中的序号</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Predicted</source>
   <translation>预测</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Rightly given {label}: {count}, the least certain first</source>
   <translation>正确给予 {label}：{count}，最不确定的在前</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Rightly without {label}: {count}, the least certain first</source>
   <translation>正确地没有 {label}：{count}，最不确定的在前</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Samples with a wrong label, the most confident first: {count} of {total}</source>
   <translation>有错误标签的样本，最有把握的在前：{count} / {total}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Score</source>
   <translation>得分</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Sequences in which {true} was recognised: {count}</source>
   <translation>识别出 {true} 的序列：{count} 个</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Sequences in which {true} was taken for {predicted}: {count}</source>
   <translation>把 {true} 当作 {predicted} 的序列：{count} 个</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Sequences with wrong tags, those with most first: {count} of {total}</source>
   <translation>有错误标签的序列，错误最多的在前：{total} 个中的 {count} 个</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Show all mistakes</source>
   <translation>显示所有错误</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>True</source>
   <translation>真实</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>With {label}, which was not given: {count}</source>
   <translation>有 {label} 却未给予：{count}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>Wrong</source>
   <translation>错误</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>error</source>
   <translation>误差</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>error {error}</source>
   <translation>误差 {error}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>off by {error}</source>
   <translation>偏差 {error}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>predicted</source>
   <translation>预测</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>text</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>{name}, true</source>
   <translation>{name}，真实</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>{true} recognised: {count}, the least certain first</source>
   <translation>被正确识别的“{true}”：{count} 个，最不确定的在前</translation>
  </message>
  <message>
   <location filename="ui/evaluate/mistakes.py" />
   <source>{true} taken for {predicted}: {count}</source>
   <translation>“{true}”被认成“{predicted}”：{count} 个</translation>
  </message>
 </context>
 <context>
  <name>ModelStage</name>
  <message>
   <location filename="ui/model/stage.py" />
   <source>1 problem</source>
   <translation>1 个问题</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>Add {0}</source>
   <translation>添加 {0}</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>Make samples with a GAN</source>
   <translation>用 GAN 生成样本</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>No network yet</source>
   <translation>还没有网络</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>No problems: shapes fit from the Input to the Output.</source>
   <translation>没有问题：从 Input 到 Output 形状都吻合。</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>Problems</source>
   <translation>问题</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>Problems {0}</source>
   <translation>问题 {0}</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>Summary</source>
   <translation>摘要</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>The network is empty.</source>
   <translation>网络是空的。</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>Use ResNet-18</source>
   <translation>使用 ResNet-18</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>generative adversarial networks generator discriminator make samples DCGAN</source>
   <translation>生成对抗网络 生成器 判别器 生成样本 DCGAN</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>layer</source>
   <translation>层</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>network</source>
   <translation>网络</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>node</source>
   <translation>节点</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>residual network pictures convolution</source>
   <translation>残差 网络 图像 卷积</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>{0} of {1} parameters learn</source>
   <translation>{1} 个参数中有 {0} 个学习</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>{0} parameters</source>
   <translation>{0} 个参数</translation>
  </message>
  <message>
   <location filename="ui/model/stage.py" />
   <source>{0} problems</source>
   <translation>{0} 个问题</translation>
  </message>
 </context>
 <context>
  <name>MoreMetrics</name>
  <message>
   <location filename="ui/evaluate/more_metrics.py" />
   <source>More metrics</source>
   <translation>更多指标</translation>
  </message>
 </context>
 <context>
  <name>NetworkTabs</name>
  <message>
   <location filename="ui/model/networks.py" />
   <source>1 problem</source>
   <translation>1 个问题</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Add a network</source>
   <translation>添加网络</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Add the network {0}</source>
   <translation>添加网络 {0}</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Copy the network {0}</source>
   <translation>复制网络 {0}</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Discriminator for this data</source>
   <translation>适合此数据的判别器</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Empty network</source>
   <translation>空网络</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Generator for this data</source>
   <translation>适合此数据的生成器</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Name of the network</source>
   <translation>网络名称</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Networks of the project</source>
   <translation>项目的网络</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Not trained: the objective does not use it</source>
   <translation>不训练：目标不使用它</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Remove</source>
   <translation>删除</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Remove the network {0}</source>
   <translation>删除网络 {0}</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Rename the network {0}</source>
   <translation>重命名网络 {0}</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>Rename…</source>
   <translation>重命名…</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>discriminator</source>
   <translation>判别器</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>generator</source>
   <translation>生成器</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>{0} parameters, trained</source>
   <translation>{0} 个参数，参与训练</translation>
  </message>
  <message>
   <location filename="ui/model/networks.py" />
   <source>{0} problems</source>
   <translation>{0} 个问题</translation>
  </message>
 </context>
 <context>
  <name>NoRuns</name>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>Go to Train</source>
   <translation>前往“训练”</translation>
  </message>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>Here you will see how well a trained network does on samples it has never seen, where it errs, and what it says about samples of your own.</source>
   <translation>在这里可以看到训练好的网络在从未见过的样本上表现如何、错在哪里，以及它对你自己的样本给出什么答案。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>Scores can be seen here as soon as an epoch is done.</source>
   <translation>完成一个轮次后，就能在这里看到得分。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>The first run is in progress</source>
   <translation>第一次运行正在进行</translation>
  </message>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>Train the network first</source>
   <translation>请先训练网络</translation>
  </message>
 </context>
 <context>
  <name>NotEvaluated</name>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>Evaluate</source>
   <translation>评估</translation>
  </message>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>Evaluating {run} on the {split} split…</source>
   <translation>正在{split}集上评估{run}…</translation>
  </message>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>Try again</source>
   <translation>重试</translation>
  </message>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>{run} could not be evaluated on the {split} split</source>
   <translation>{run}未能在{split}集上评估</translation>
  </message>
  <message>
   <location filename="ui/evaluate/pages.py" />
   <source>{run} has not been evaluated on the {split} split yet</source>
   <translation>{run}尚未在{split}集上评估</translation>
  </message>
 </context>
 <context>
  <name>Notice</name>
  <message>
   <location filename="ui/widgets/notice.py" />
   <source>Dismiss</source>
   <translation>关闭</translation>
  </message>
 </context>
 <context>
  <name>Opening</name>
  <message>
   <location filename="ui/opening.py" />
   <source>Open a project</source>
   <translation>打开项目</translation>
  </message>
  <message>
   <location filename="ui/opening.py" />
   <source>Recover unsaved changes</source>
   <translation>恢复未保存的修改</translation>
  </message>
  <message>
   <location filename="ui/opening.py" />
   <source>Save as…</source>
   <translation>另存为…</translation>
  </message>
  <message>
   <location filename="ui/opening.py" />
   <source>Save the project</source>
   <translation>保存项目</translation>
  </message>
  <message>
   <location filename="ui/opening.py" />
   <source>Saved as {name}. The runs stay with {before}; this project starts without any.</source>
   <translation>已另存为 {name}。运行记录仍留在 {before}，这个项目从零开始。</translation>
  </message>
  <message>
   <location filename="ui/opening.py" />
   <source>Take off the list</source>
   <translation>从列表中移除</translation>
  </message>
  <message>
   <location filename="ui/opening.py" />
   <source>The run has not stopped yet. Try again in a moment.</source>
   <translation>运行还没有停止，请稍后再试。</translation>
  </message>
  <message>
   <location filename="ui/opening.py" />
   <source>Workbench projects (*.nnwb)</source>
   <translation>Workbench 项目 (*.nnwb)</translation>
  </message>
  <message>
   <location filename="ui/opening.py" />
   <source>Workbench projects (*.nnwb);;All files (*)</source>
   <translation>Workbench 项目 (*.nnwb);;所有文件 (*)</translation>
  </message>
  <message>
   <location filename="ui/opening.py" />
   <source>{path} is no longer there.</source>
   <translation>{path} 已经不存在。</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <location filename="ui/palette.py" />
   <source>Go to {stage}</source>
   <translation>前往“{stage}”</translation>
  </message>
  <message>
   <location filename="ui/model/palette.py" />
   <source>No layer is called “{0}”. Try another word, such as conv or pool.</source>
   <translation>没有叫“{0}”的层。换个词试试，例如 conv 或 pool。</translation>
  </message>
  <message>
   <location filename="ui/model/palette.py" />
   <source>Search layers</source>
   <translation>搜索层</translation>
  </message>
  <message>
   <location filename="ui/model/palette.py" />
   <source>Search layers…</source>
   <translation>搜索层…</translation>
  </message>
  <message>
   <location filename="ui/palette.py" />
   <source>action</source>
   <translation>操作</translation>
  </message>
  <message>
   <location filename="ui/palette.py" />
   <source>example</source>
   <translation>示例</translation>
  </message>
  <message>
   <location filename="ui/palette.py" />
   <source>recent file</source>
   <translation>最近的文件</translation>
  </message>
 </context>
 <context>
  <name>ParallelPlot</name>
  <message>
   <location filename="ui/widgets/parallel/drawing.py" />
   <source>no result</source>
   <translation>无结果</translation>
  </message>
  <message>
   <location filename="ui/widgets/parallel/drawing.py" />
   <source>not searched</source>
   <translation>未搜索</translation>
  </message>
  <message>
   <location filename="ui/widgets/parallel/plot.py" />
   <source>the stronger the colour, the better</source>
   <translation>颜色越深，结果越好</translation>
  </message>
  <message>
   <location filename="ui/widgets/parallel/plot.py" />
   <source>{count} lines over {axes}</source>
   <translation>{count} 条线，坐标轴：{axes}</translation>
  </message>
  <message>
   <location filename="ui/widgets/parallel/plot.py" />
   <source>{count} of them within the ranges</source>
   <translation>其中 {count} 条在所选范围内</translation>
  </message>
 </context>
 <context>
  <name>PickChart</name>
  <message>
   <location filename="ui/data/pick_chart.py" />
   <source>{low} to {high}</source>
   <translation>{low} 到 {high}</translation>
  </message>
 </context>
 <context>
  <name>PlotTools</name>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>5,000 steps</source>
   <translation>5,000 步</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>Logarithmic x axis</source>
   <translation>x 轴取对数</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>Show everything</source>
   <translation>显示全部</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>Shows the value of each step, faintly, behind the smoothed line</source>
   <translation>在平滑曲线后面用浅色显示每一步的值</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>Smoothing</source>
   <translation>平滑</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>Smoothing: steps that the strong line averages over</source>
   <translation>平滑：粗线取多少步的平均</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>What the x axis counts</source>
   <translation>x 轴的单位</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>Which part of the run is shown</source>
   <translation>显示运行的哪一部分</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>each step</source>
   <translation>每一步</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>epochs</source>
   <translation>轮次</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>last 10 %</source>
   <translation>最后 10 %</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>log x</source>
   <translation>对数 x 轴</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>off</source>
   <translation>关</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>steps</source>
   <translation>步</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>time</source>
   <translation>时间</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>whole run</source>
   <translation>全程</translation>
  </message>
  <message>
   <location filename="ui/train/plot_tools.py" />
   <source>{steps} steps</source>
   <translation>{steps} 步</translation>
  </message>
 </context>
 <context>
  <name>PointsView</name>
  <message>
   <location filename="ui/data/plot.py" />
   <source>Across</source>
   <translation>横轴</translation>
  </message>
  <message>
   <location filename="ui/data/plot.py" />
   <source>Points</source>
   <translation>散点</translation>
  </message>
  <message>
   <location filename="ui/data/plot.py" />
   <source>Sample {sample} · {target} · {split}</source>
   <translation>样本 {sample} · {target} · {split}</translation>
  </message>
  <message>
   <location filename="ui/data/plot.py" />
   <source>Upwards</source>
   <translation>纵轴</translation>
  </message>
 </context>
 <context>
  <name>PredictPanel</name>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>A random sample of the test split, which training never saw</source>
   <translation>从测试集中随机取一个样本，训练从未见过它</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Choose a file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Choose a picture…</source>
   <translation>选择图片…</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Choose samples</source>
   <translation>选择样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Drop a .npy or .npz file of token ids.</source>
   <translation>拖入词元编号的 .npy 或 .npz 文件。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Drop a CSV, .ts, .npy or .npz file of series.</source>
   <translation>拖入序列的 CSV、.ts、.npy 或 .npz 文件。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Drop a picture here. It is brought to the size of the training pictures.</source>
   <translation>把图片拖到这里，它会缩放到训练图片的大小。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Predict</source>
   <translation>预测</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Predicting</source>
   <translation>正在预测</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Sample {index} of the {split} split.</source>
   <translation>{split}集的第 {index} 个样本。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Samples (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.csv *.tsv *.txt *.npy *.npz);;All files (*)</source>
   <translation>样本 (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.csv *.tsv *.txt *.npy *.npz);;所有文件 (*)</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Take a sample</source>
   <translation>取一个样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Taking a sample</source>
   <translation>正在取样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Train the network first.</source>
   <translation>请先训练网络。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Try a new sample</source>
   <translation>试一个新样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Type a row, or drop a CSV file whose header names the columns.</source>
   <translation>输入一行数据，或拖入表头写有列名的 CSV 文件。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Type a text with blanks between its tokens, or drop a file with a sequence in each line or a token in each line.</source>
   <translation>输入文本，词元之间用空格分开，或拖入每行一个序列或每行一个词元的文件。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>Type a text, or drop a file with a text in each line, or a CSV file.</source>
   <translation>输入文本，或拖入每行一段文本的文件或 CSV 文件。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predict.py" />
   <source>{count} files</source>
   <translation>{count} 个文件</translation>
  </message>
 </context>
 <context>
  <name>PredictionsView</name>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Back to the scores</source>
   <translation>返回得分</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Confidence</source>
   <translation>置信度</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Error</source>
   <translation>误差</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Found</source>
   <translation>找到</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Predicted</source>
   <translation>预测</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Predictions</source>
   <translation>预测结果</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Sample</source>
   <translation>样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Save as CSV…</source>
   <translation>保存为 CSV…</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Save predictions</source>
   <translation>保存预测结果</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Saved as {path}.</source>
   <translation>已保存为 {path}。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Score</source>
   <translation>得分</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Sequence</source>
   <translation>序列</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Tokens</source>
   <translation>词元</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>Tokens, with the tag of each below it</source>
   <translation>词元，下方是各自的标签</translation>
  </message>
  <message>
   <location filename="ui/evaluate/predictions.py" />
   <source>{name}: {count} predictions</source>
   <translation>{name}：{count} 个预测</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDialog</name>
  <message>
   <location filename="ui/preferences_dialog.py" />
   <source>Preferences</source>
   <translation>首选项</translation>
  </message>
  <message>
   <location filename="ui/preferences_dialog.py" />
   <source>The language changes when Workbench is started again.</source>
   <translation>重新启动 Workbench 后语言才会改变。</translation>
  </message>
 </context>
 <context>
  <name>ProblemRows</name>
  <message>
   <location filename="ui/model/problem_rows.py" />
   <source>And {0} more.</source>
   <translation>另有 {0} 个。</translation>
  </message>
 </context>
 <context>
  <name>Problems</name>
  <message>
   <location filename="ui/model/problem_rows.py" />
   <source>Error</source>
   <translation>错误</translation>
  </message>
  <message>
   <location filename="ui/model/problem_rows.py" />
   <source>Notice</source>
   <translation>提示</translation>
  </message>
  <message>
   <location filename="ui/model/problem_rows.py" />
   <source>Warning</source>
   <translation>警告</translation>
  </message>
 </context>
 <context>
  <name>QAbstractFileIconProvider</name>
  <message>
   <location filename="tools/texts.py" />
   <source>Drive</source>
   <translation>驱动器</translation>
  </message>
  <message>
   <location filename="tools/texts.py" />
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
 </context>
 <context>
  <name>QFileDialog</name>
  <message>
   <location filename="tools/texts.py" />
   <source>&amp;Look in:</source>
   <translation>查找范围(&amp;L)：</translation>
  </message>
  <message>
   <location filename="tools/texts.py" />
   <source>Files of &amp;type:</source>
   <translation>文件类型(&amp;T)：</translation>
  </message>
 </context>
 <context>
  <name>QFileSystemModel</name>
  <message>
   <location filename="tools/texts.py" />
   <source>Size</source>
   <translation>大小</translation>
  </message>
 </context>
 <context>
  <name>QuickAdd</name>
  <message>
   <location filename="ui/canvas/quick_add.py" />
   <source>Add a layer…</source>
   <translation>添加层…</translation>
  </message>
  <message>
   <location filename="ui/canvas/quick_add.py" />
   <source>Layers found</source>
   <translation>找到的层</translation>
  </message>
  <message>
   <location filename="ui/canvas/quick_add.py" />
   <source>No layer is called “{0}”. Try another word, such as conv or pool.</source>
   <translation>没有叫“{0}”的层。换个词试试，例如 conv 或 pool。</translation>
  </message>
  <message>
   <location filename="ui/canvas/quick_add.py" />
   <source>Search layers</source>
   <translation>搜索层</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <location filename="ui/rail.py" />
   <source>problem</source>
   <translation>有问题</translation>
  </message>
  <message>
   <location filename="ui/rail.py" />
   <source>ready</source>
   <translation>就绪</translation>
  </message>
  <message>
   <location filename="ui/rail.py" />
   <source>running</source>
   <translation>进行中</translation>
  </message>
  <message>
   <location filename="ui/rail.py" />
   <source>to do</source>
   <translation>待完成</translation>
  </message>
 </context>
 <context>
  <name>RatePlot</name>
  <message>
   <location filename="ui/train/rate_plot.py" />
   <source>Begins at {first}, is highest at {top} in epoch {epoch}, and ends at {last}.</source>
   <translation>从 {first} 开始，第 {epoch} 轮最高为 {top}，结束于 {last}。</translation>
  </message>
  <message>
   <location filename="ui/train/rate_plot.py" />
   <source>Epoch {epoch}: {rate}</source>
   <translation>第 {epoch} 轮：{rate}</translation>
  </message>
  <message>
   <location filename="ui/train/rate_plot.py" />
   <source>Learning rate over the epochs</source>
   <translation>各轮的学习率</translation>
  </message>
  <message>
   <location filename="ui/train/rate_plot.py" />
   <source>Learning rate, first to last epoch</source>
   <translation>学习率（从第一轮到最后一轮）</translation>
  </message>
  <message>
   <location filename="ui/train/rate_plot.py" />
   <source>Learning rate, until the loss stalls</source>
   <translation>学习率（损失停滞之前）</translation>
  </message>
 </context>
 <context>
  <name>RateRoom</name>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>Find the learning rate</source>
   <translation>寻找学习率</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>Learning rate</source>
   <translation>学习率</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>Learning rate {rate}, loss {loss}</source>
   <translation>学习率 {rate}，损失 {loss}</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>Loss over the learning rate</source>
   <translation>损失随学习率的变化</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>Raises the learning rate from step to step on a copy of the network and watches the loss: too low, it stays; right, it falls; too high, it explodes. The project and its runs stay as they are until you use what is found.</source>
   <translation>在网络的副本上逐步提高学习率并观察损失：太低时不变，合适时下降，太高时爆炸。在您采用结果之前，项目及其运行保持不变。</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>Suggested: {valley}, the middle of the longest descent. The loss falls fastest at {steepest}, which is quicker and less safe. The project has {now}.</source>
   <translation>建议：{valley}，即最长下降段的中点。损失在 {steepest} 处下降最快，更快但不够稳妥。项目现在是 {now}。</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>The loss fell at no learning rate. Look at the network and the data first: there may be nothing to learn from the inputs, or the loss doesn't fit.</source>
   <translation>损失在任何学习率下都没有下降。请先检查网络和数据：输入中可能没有可学的东西，或者损失函数不合适。</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>Use the learning rate {rate}</source>
   <translation>使用学习率 {rate}</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>Use {rate}</source>
   <translation>使用 {rate}</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>Use {rate}, the steepest</source>
   <translation>使用最陡处的 {rate}</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>each step</source>
   <translation>每一步</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>smoothed</source>
   <translation>平滑后</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>steepest</source>
   <translation>最陡</translation>
  </message>
  <message>
   <location filename="ui/train/study/rate.py" />
   <source>suggested</source>
   <translation>建议</translation>
  </message>
 </context>
 <context>
  <name>ReadingPanel</name>
  <message>
   <location filename="ui/data/wizard/reading.py" />
   <source>Cells stand between {separator}.</source>
   <translation>单元格用{separator}分隔。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/reading.py" />
   <source>Column to predict</source>
   <translation>要预测的列</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/reading.py" />
   <source>How it is read</source>
   <translation>读取方式</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/reading.py" />
   <source>No row names the columns.</source>
   <translation>没有列名行。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/reading.py" />
   <source>The first row names the columns.</source>
   <translation>第一行是列名。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/reading.py" />
   <source>The sheet is '{name}'.</source>
   <translation>工作表为“{name}”。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/reading.py" />
   <source>The text is {encoding}.</source>
   <translation>文本编码为 {encoding}。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/reading.py" />
   <source>What it is</source>
   <translation>数据类型</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/reading.py" />
   <source>What to predict</source>
   <translation>要预测什么</translation>
  </message>
 </context>
 <context>
  <name>RecentRow</name>
  <message>
   <location filename="ui/welcome.py" />
   <source>Open {name}</source>
   <translation>打开 {name}</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Take off the list</source>
   <translation>从列表中移除</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Take {name} off the list</source>
   <translation>从列表中移除 {name}</translation>
  </message>
 </context>
 <context>
  <name>ReconstructionView</name>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>Difference</source>
   <translation>差异</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>Errors</source>
   <translation>误差</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>Errors of all samples</source>
   <translation>所有样本的误差</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>Its reconstruction</source>
   <translation>它的重建</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>One sample</source>
   <translation>一个样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>Reconstruction</source>
   <translation>重建</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>Sample</source>
   <translation>样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>The sample</source>
   <translation>样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>Value</source>
   <translation>值</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>Values</source>
   <translation>值</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>half below {median}, 95 % below {most}</source>
   <translation>一半低于 {median}，95 % 低于 {most}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>mean absolute error of a sample</source>
   <translation>样本的平均绝对误差</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>sample {sample} · error {error}</source>
   <translation>样本 {sample} · 误差 {error}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/reconstruction.py" />
   <source>samples</source>
   <translation>样本</translation>
  </message>
 </context>
 <context>
  <name>Recovery</name>
  <message>
   <location filename="ui/recovery.py" />
   <source>Keeping a copy</source>
   <translation>正在保存副本</translation>
  </message>
 </context>
 <context>
  <name>RelationsPage</name>
  <message>
   <location filename="ui/data/relations.py" />
   <source>0: nothing to see, 1: one follows from the other</source>
   <translation>0：看不出关系；1：一个可由另一个得出</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Columns by how strongly they go with the target</source>
   <translation>按与目标的关联强度排列的列</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Comparing the columns with the target</source>
   <translation>正在比较各列与目标</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Correlation r: {value} of the values (Pearson: 1 and −1 are a straight line), {by_rank} of their ranks (Spearman: any steady rise or fall).</source>
   <translation>相关系数 r：数值为 {value}（皮尔逊：1 和 −1 表示直线关系），秩为 {by_rank}（斯皮尔曼：任何单调的升降）。</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Correlation ratio η: {value}; η² is the share of the numbers' variance that lies between the groups, less what chance would give. With ranks for the numbers, η is {by_rank}.</source>
   <translation>相关比 η：{value}；η² 是数值方差中组间所占的份额（已扣除偶然部分）。改用秩时，η 为 {by_rank}。</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Cramér's V: {value}; 0 where the share of each class is the same in every category, 1 where one tells the other.</source>
   <translation>克莱默 V：{value}；0 表示各类别在每个取值中的比例相同，1 表示可由一个得出另一个。</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Measure</source>
   <translation>度量</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Nothing can be told: too few values, or always the same one.</source>
   <translation>无法判断：取值太少，或总是相同。</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Of the training split only ({rows} rows), one column at a time: what two columns tell together is not seen here.</source>
   <translation>仅基于训练集（{rows} 行），每次只看一列：两列共同说明的内容在此看不到。</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Samples of each category, by class</source>
   <translation>每个取值的样本数，按类别</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Strength</source>
   <translation>强度</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>Target</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>The column across, the target upwards</source>
   <translation>横轴为该列，纵轴为目标</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>The numbers of each group</source>
   <translation>各组的数值</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>What is to be predicted</source>
   <translation>预测目标</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>r: correlation, η: correlation ratio, V: Cramér's V</source>
   <translation>r：相关系数，η：相关比，V：克莱默 V</translation>
  </message>
  <message>
   <location filename="ui/data/relations.py" />
   <source>{column} and {target}</source>
   <translation>{column} 与 {target}</translation>
  </message>
 </context>
 <context>
  <name>RenameField</name>
  <message>
   <location filename="ui/canvas/rename.py" />
   <source>Name of the node</source>
   <translation>节点名称</translation>
  </message>
 </context>
 <context>
  <name>ResultsView</name>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Click a cell to see its samples.</source>
   <translation>点击格子查看其中的样本。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Click a cell to see its sequences.</source>
   <translation>点击单元格查看其序列。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Confusion matrix</source>
   <translation>混淆矩阵</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Confusion of tokens</source>
   <translation>词元的混淆矩阵</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Harmonic mean of precision and recall</source>
   <translation>精确率与召回率的调和平均</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>How many of this class were recognised</source>
   <translation>该类别中有多少被识别出来</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>How many of those taken for this class belong to it</source>
   <translation>被判为该类别的样本中有多少确实属于它</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Precision</source>
   <translation>精确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Predicted against true</source>
   <translation>预测值与真实值</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Recall</source>
   <translation>召回率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Residuals</source>
   <translation>残差</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Sample {sample}: true {true}, predicted {predicted}</source>
   <translation>样本 {sample}：真实 {true}，预测 {predicted}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Samples</source>
   <translation>样本数</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Samples of this class in the split</source>
   <translation>该类别在此子集中的样本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Scores by class</source>
   <translation>各类别得分</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Scores of tags</source>
   <translation>标签的得分</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>The network predicts several targets; this is the one that is shown.</source>
   <translation>网络预测多个目标；这里显示其中一个。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Which number</source>
   <translation>哪个数值</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>Which target</source>
   <translation>哪个目标</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>mean {mean}</source>
   <translation>均值 {mean}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>predicted {name}</source>
   <translation>预测的 {name}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>predicted − true</source>
   <translation>预测 − 真实</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>samples</source>
   <translation>样本数</translation>
  </message>
  <message>
   <location filename="ui/evaluate/results.py" />
   <source>true {name}</source>
   <translation>真实的 {name}</translation>
  </message>
 </context>
 <context>
  <name>RolesModel</name>
  <message>
   <location filename="ui/data/roles.py" />
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>Distinct</source>
   <translation>不同值</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>How much a row counts in the training loss; scores are not weighted.</source>
   <translation>该行在训练损失中占多大分量；评分不加权。</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>Its values name the parts.</source>
   <translation>其值是各部分的名称。</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>Missing</source>
   <translation>缺失</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>Role</source>
   <translation>角色</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>Rows with the same value belong together.</source>
   <translation>值相同的行属于同一组。</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>Type</source>
   <translation>类型</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>What becomes of it</source>
   <translation>变成什么</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>When it was, for a split by time.</source>
   <translation>发生的时间，用于按时间划分。</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>also a target</source>
   <translation>也是目标</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>category</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>date</source>
   <translation>日期</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>feature</source>
   <translation>特征</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>group</source>
   <translation>分组</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>ignore</source>
   <translation>忽略</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>number</source>
   <translation>数值</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>split</source>
   <translation>划分</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>target</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>text</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>time</source>
   <translation>时间</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>weight</source>
   <translation>权重</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>yes or no</source>
   <translation>是/否</translation>
  </message>
 </context>
 <context>
  <name>RolesNotice</name>
  <message>
   <location filename="ui/train/roles.py" />
   <source>Add the networks of a GAN</source>
   <translation>添加 GAN 的网络</translation>
  </message>
  <message>
   <location filename="ui/train/roles.py" />
   <source>Add what is missing</source>
   <translation>添加缺少的网络</translation>
  </message>
 </context>
 <context>
  <name>RolesView</name>
  <message>
   <location filename="ui/data/roles.py" />
   <source>Features are learnt from, the target is predicted. Click a role or type to change it, and set below what becomes of the column.</source>
   <translation>从特征中学习，预测目标。点击角色或类型可更改；下方可设置该列变成什么。</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>Roles</source>
   <translation>角色</translation>
  </message>
  <message>
   <location filename="ui/data/roles.py" />
   <source>Roles and types of the columns</source>
   <translation>各列的角色和类型</translation>
  </message>
 </context>
 <context>
  <name>RowForm</name>
  <message>
   <location filename="ui/evaluate/row.py" />
   <source>free text</source>
   <translation>自由文本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/row.py" />
   <source>missing</source>
   <translation>缺失</translation>
  </message>
 </context>
 <context>
  <name>RunBook</name>
  <message>
   <location filename="ui/train/book.py" />
   <source>Comparing runs</source>
   <translation>正在比较运行</translation>
  </message>
  <message>
   <location filename="ui/train/book.py" />
   <source>Reading curves</source>
   <translation>正在读取曲线</translation>
  </message>
 </context>
 <context>
  <name>RunControls</name>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Compiling the network, which may take a minute</source>
   <translation>正在编译网络，可能需要一分钟</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Ends the run after this step and keeps its weights: it can be resumed later</source>
   <translation>这一步之后结束运行并保留权重，以后可以继续</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Ends the run without keeping anything: the first epoch is not done</source>
   <translation>立即结束，不保留任何内容：第一轮尚未完成</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Ends the run without keeping epoch {next}, which it is in: the weights stay those of epoch {epoch}</source>
   <translation>立即结束，不保留正在进行的第 {next} 轮：权重仍为第 {epoch} 轮的</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Epoch {epoch} of {epochs} · step {step}</source>
   <translation>轮次 {epoch}/{epochs} · 第 {step} 步</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Progress of the run</source>
   <translation>运行进度</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Resume</source>
   <translation>继续</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Show</source>
   <translation>查看</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Show what is in the way of training</source>
   <translation>查看是什么妨碍了训练</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Starting: loading PyTorch and the data</source>
   <translation>正在启动：加载 PyTorch 和数据</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Starts a run of the project as it is now</source>
   <translation>按项目现在的样子开始一次运行</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Stop and keep</source>
   <translation>停止并保留</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Stop now</source>
   <translation>立即停止</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>Train</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>paused</source>
   <translation>已暂停</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>stopping after this step</source>
   <translation>这一步之后停止</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>took {time}</source>
   <translation>用时 {time}</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>{rate} samples/s</source>
   <translation>{rate} 样本/秒</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>{samples} samples · {steps} steps in an epoch · {epochs} epochs</source>
   <translation>{samples} 个样本 · 每轮 {steps} 步 · {epochs} 轮</translation>
  </message>
  <message>
   <location filename="ui/train/controls.py" />
   <source>{time} left</source>
   <translation>剩余 {time}</translation>
  </message>
 </context>
 <context>
  <name>RunDoings</name>
  <message>
   <location filename="ui/train/doing.py" />
   <source>A study is in progress.</source>
   <translation>研究正在进行。</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>Another run is in progress.</source>
   <translation>另一次运行正在进行。</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>Deleting a run</source>
   <translation>正在删除运行</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>Network, data and settings are those of {run} again. Undo takes it back.</source>
   <translation>网络、数据和设置已恢复为{run}的内容，可以撤销。</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>Restore the project of {run}</source>
   <translation>恢复{run}的项目</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>The run has no weights yet.</source>
   <translation>这次运行还没有权重。</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>The run is still going on.</source>
   <translation>这次运行仍在进行。</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>The run left no checkpoint to go on from.</source>
   <translation>这次运行没有留下可以继续的检查点。</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>Train longer</source>
   <translation>继续训练</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
 </context>
 <context>
  <name>RunMessage</name>
  <message>
   <location filename="ui/train/message.py" />
   <source>Change {field}</source>
   <translation>修改{field}</translation>
  </message>
  <message>
   <location filename="ui/train/message.py" />
   <source>Go on with the study</source>
   <translation>继续这项研究</translation>
  </message>
  <message>
   <location filename="ui/train/message.py" />
   <source>Restore its project</source>
   <translation>恢复它的项目</translation>
  </message>
  <message>
   <location filename="ui/train/message.py" />
   <source>Resume</source>
   <translation>继续</translation>
  </message>
  <message>
   <location filename="ui/train/message.py" />
   <source>Set batch size to {size}</source>
   <translation>把批大小设为 {size}</translation>
  </message>
  <message>
   <location filename="ui/train/message.py" />
   <source>Set learning rate to {rate}</source>
   <translation>把学习率设为 {rate}</translation>
  </message>
  <message>
   <location filename="ui/train/message.py" />
   <source>{run}: {message}</source>
   <translation>{run}：{message}</translation>
  </message>
  <message>
   <location filename="ui/train/message.py" />
   <source>… and go on from epoch {epoch}</source>
   <translation>……并从第 {epoch} 轮继续</translation>
  </message>
 </context>
 <context>
  <name>RunNote</name>
  <message>
   <location filename="ui/train/run_note.py" />
   <source>A run is in progress. Learning rate, batch size and early stopping can change for it, too; everything else counts for the next one.</source>
   <translation>运行正在进行。学习率、批次大小和早停可以同时为它更改；其余更改用于下一次运行。</translation>
  </message>
  <message>
   <location filename="ui/train/run_note.py" />
   <source>Apply to this run</source>
   <translation>应用于此次运行</translation>
  </message>
  <message>
   <location filename="ui/train/run_note.py" />
   <source>For the next run: {changes}.</source>
   <translation>用于下一次运行：{changes}。</translation>
  </message>
  <message>
   <location filename="ui/train/run_note.py" />
   <source>The run in progress does not know yet: {changes}.</source>
   <translation>正在进行的运行尚未采用：{changes}。</translation>
  </message>
  <message>
   <location filename="ui/train/run_note.py" />
   <source>The run in progress does not know yet: {changes}. A batch size counts from its next epoch.</source>
   <translation>正在进行的运行尚未采用：{changes}。批次大小从下一轮起生效。</translation>
  </message>
  <message>
   <location filename="ui/train/run_note.py" />
   <source>The run was asked for {changes}.</source>
   <translation>已请求运行采用：{changes}。</translation>
  </message>
 </context>
 <context>
  <name>RunsModel</name>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>Changed since the run before</source>
   <translation>与前一次运行相比的改动</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>Epochs</source>
   <translation>轮次</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>Tick it to draw the mean of its runs with their spread. → and ← open and close it.</source>
   <translation>勾选后绘制各次运行的平均值及其离散范围。→ 和 ← 展开和折叠。</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>Tick it to lay its curves over the others.</source>
   <translation>勾选后，它的曲线会叠加在其他曲线上。</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>Time</source>
   <translation>用时</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>Val. loss</source>
   <translation>验证损失</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>Val. {metric}</source>
   <translation>验证{metric}</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>ended early</source>
   <translation>提前结束</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>first run</source>
   <translation>首次运行</translation>
  </message>
  <message>
   <location filename="ui/train/runs_model.py" />
   <source>★ Evaluate and Export use this run.</source>
   <translation>★ “评估”和“导出”使用这次运行。</translation>
  </message>
 </context>
 <context>
  <name>RunsTable</name>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Brings network, data and settings back as they were in this run; Undo takes it back</source>
   <translation>把网络、数据和设置恢复成这次运行时的样子；可以撤销</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Choose a run in the table first.</source>
   <translation>请先在表格中选择一次运行。</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Delete…</source>
   <translation>删除…</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Evaluate and Export take the weights of this run</source>
   <translation>“评估”和“导出”使用这次运行的权重</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Evaluate and export this</source>
   <translation>评估并导出这次运行</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Goes on for more epochs from where the run ended, as if it had never stopped</source>
   <translation>从运行结束处继续训练更多轮，如同从未停止</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Goes on from the run's last checkpoint</source>
   <translation>从这次运行最后的检查点继续</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Removes the run with its curves and weights</source>
   <translation>删除这次运行及其曲线和权重</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Restore its project</source>
   <translation>恢复它的项目</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Resume run</source>
   <translation>继续运行</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Runs</source>
   <translation>运行记录</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Start from its weights</source>
   <translation>从其权重开始</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Starts a new run of the project as it is now with this run's weights, where they fit</source>
   <translation>以此次运行的权重（适合之处）开始当前项目的新运行</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>Train longer…</source>
   <translation>继续训练…</translation>
  </message>
  <message>
   <location filename="ui/train/runs_table.py" />
   <source>training, 100 %</source>
   <translation>训练，100 %</translation>
  </message>
 </context>
 <context>
  <name>SampleDetail</name>
  <message>
   <location filename="ui/data/detail.py" />
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="ui/data/detail.py" />
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <location filename="ui/data/detail.py" />
   <source>Labels</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="ui/data/detail.py" />
   <source>Mean</source>
   <translation>均值</translation>
  </message>
  <message>
   <location filename="ui/data/detail.py" />
   <source>Sample</source>
   <translation>样本</translation>
  </message>
  <message>
   <location filename="ui/data/detail.py" />
   <source>Split</source>
   <translation>划分</translation>
  </message>
  <message>
   <location filename="ui/data/detail.py" />
   <source>Values</source>
   <translation>数值</translation>
  </message>
  <message>
   <location filename="ui/data/detail.py" />
   <source>{low} to {high}</source>
   <translation>{low} 到 {high}</translation>
  </message>
 </context>
 <context>
  <name>Samples</name>
  <message>
   <location filename="engine/project/samples.py" />
   <source>A recurrent network that reads lines of Python from both ends tells calls, arguments, attributes and types apart by what stands around them.</source>
   <translation>一个从两端读取 Python 代码行的循环网络，根据上下文区分调用、参数、属性和类型。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>A single unit with a sigmoid tells benign from malignant tumours by 30 measurements.</source>
   <translation>一个 sigmoid 单元根据 30 项测量值区分良性和恶性肿瘤。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>A small network predicts how diabetes advances within a year from ten measurements.</source>
   <translation>小型网络根据十项测量值预测一年内糖尿病的进展。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>A variational autoencoder learns to tell each handwritten digit by eight numbers, and to draw it again from them.</source>
   <translation>变分自编码器学习用八个数表示每个手写数字，并由它们重新画出来。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>An embedding and a convolution over words tell by a docstring which of five Python libraries it is from.</source>
   <translation>用词嵌入和卷积，从文档字符串判断它来自五个 Python 库中的哪一个。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Breast cancer (linear SVM)</source>
   <translation>乳腺癌（线性 SVM）</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Breast cancer (logistic regression)</source>
   <translation>乳腺癌（逻辑回归）</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Diabetes progression (MLP)</source>
   <translation>糖尿病进展 (MLP)</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Digits in eight numbers (variational autoencoder)</source>
   <translation>八个数表示的数字（变分自编码器）</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Handwritten digits (CNN)</source>
   <translation>手写数字 (CNN)</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Handwritten digits (MLP)</source>
   <translation>手写数字 (MLP)</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Handwritten digits (kernel SVM)</source>
   <translation>手写数字（核 SVM）</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Iris flowers (MLP)</source>
   <translation>鸢尾花 (MLP)</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Linear regression on made data</source>
   <translation>人造数据的线性回归</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Make digits (GAN)</source>
   <translation>生成数字（GAN）</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>One dense unit finds the four weights behind 100 made samples.</source>
   <translation>一个全连接单元找出 100 个人造样本背后的四个权重。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>One hidden layer tells three kinds of iris apart by four measurements.</source>
   <translation>一个隐藏层根据四项测量值区分三种鸢尾花。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>One network learns to make handwritten digits out of noise, another to tell them from real ones.</source>
   <translation>一个网络学习由噪声生成手写数字，另一个学习把它们与真实数字区分开。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Plain gradient descent finds the slope of y = 3x + noise.</source>
   <translation>用普通梯度下降找出 y = 3x + 噪声的斜率。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Random Fourier features in front of ten units stand for an RBF kernel: 98 % of the digits without a hidden layer.</source>
   <translation>十个单元之前的随机傅里叶特征相当于 RBF 核：无需隐藏层即可识别 98 % 的数字。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Straight line (linear regression)</source>
   <translation>直线（线性回归）</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>The hinge loss and weight decay make a support vector machine of one unit: the widest margin between the classes.</source>
   <translation>合页损失加权重衰减使一个单元成为支持向量机：类别之间间隔最宽。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Two convolutions learn to read 1,797 handwritten digits of 8 × 8 pixels.</source>
   <translation>两个卷积层学会识别 1,797 个 8 × 8 像素的手写数字。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Two dense layers of 64 units read the same digits from their pixels alone.</source>
   <translation>两个 64 单元的全连接层只凭像素识别同样的数字。</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>What is each word of this code? (BiLSTM tagger)</source>
   <translation>这段代码里每个词是什么？（BiLSTM 标注）</translation>
  </message>
  <message>
   <location filename="engine/project/samples.py" />
   <source>Which library wrote this? (text CNN)</source>
   <translation>这是哪个库写的？（文本 CNN）</translation>
  </message>
 </context>
 <context>
  <name>SamplesView</name>
  <message>
   <location filename="ui/train/samples.py" />
   <source>After each epoch of a GAN, its generator makes samples from the same noise. They are shown here.</source>
   <translation>GAN 每轮结束后，生成器用相同的噪声生成样本，显示在这里。</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>All classes</source>
   <translation>所有类别</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>All labels</source>
   <translation>所有标签</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>All splits</source>
   <translation>所有子集</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>All tags</source>
   <translation>所有标签</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>Epoch whose samples are shown</source>
   <translation>显示哪一轮的样本</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>Epoch {epoch}</source>
   <translation>第 {epoch} 轮</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>Epoch {epoch} of {epochs}</source>
   <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Labels</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Leave out</source>
   <translation>排除</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Leave out or take back in</source>
   <translation>排除或恢复</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Leave samples out</source>
   <translation>排除样本</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>No samples yet</source>
   <translation>还没有样本</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>No.</source>
   <translation>序号</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Pictures</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Rows</source>
   <translation>行</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Sequences</source>
   <translation>序列</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Show all samples again</source>
   <translation>重新显示所有样本</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Show sequences with which tag</source>
   <translation>显示含哪个标签的序列</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Show which class</source>
   <translation>显示哪个类别</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Show which label</source>
   <translation>显示哪个标签</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Show which split</source>
   <translation>显示哪个子集</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Sorted by their number</source>
   <translation>按标签数排序</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Split</source>
   <translation>划分</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Take back in</source>
   <translation>恢复</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Take samples back in</source>
   <translation>恢复样本</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>Texts</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>The marked samples take no part in training or scores; the files stay as they are</source>
   <translation>选中的样本不参与训练和评分，文件保持不变</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>The marked samples take part again</source>
   <translation>选中的样本重新参与</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>To be predicted</source>
   <translation>待预测</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>Train</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>first number</source>
   <translation>第一个数</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>made</source>
   <translation>生成</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>real</source>
   <translation>真实</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>second number</source>
   <translation>第二个数</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>{count} of {total} samples</source>
   <translation>{total} 个样本中的 {count} 个</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>{count} pictures made in epoch {epoch}</source>
   <translation>第 {epoch} 轮生成的 {count} 张图像</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>{count} samples</source>
   <translation>{count} 个样本</translation>
  </message>
  <message>
   <location filename="ui/data/samples.py" />
   <source>{title}: show all samples again</source>
   <translation>{title}：重新显示所有样本</translation>
  </message>
  <message>
   <location filename="ui/train/samples.py" />
   <source>○ the best so far</source>
   <translation>○ 目前最佳</translation>
  </message>
 </context>
 <context>
  <name>Scatter</name>
  <message>
   <location filename="ui/widgets/scatter.py" />
   <source>perfect prediction</source>
   <translation>完美预测</translation>
  </message>
  <message>
   <location filename="ui/widgets/scatter.py" />
   <source>{count} points, {x} across, {y} upwards</source>
   <translation>{count} 个点，横轴 {x}，纵轴 {y}</translation>
  </message>
  <message>
   <location filename="ui/widgets/scatter.py" />
   <source>{shown} of {total} points drawn</source>
   <translation>绘出 {total} 个点中的 {shown} 个</translation>
  </message>
 </context>
 <context>
  <name>SearchPage</name>
  <message>
   <location filename="ui/train/study/search.py" />
   <source>Add a field to be searched first.</source>
   <translation>请先添加要搜索的字段。</translation>
  </message>
  <message>
   <location filename="ui/train/study/search.py" />
   <source>Apply the settings of trial {number}</source>
   <translation>采用试验 {number} 的设置</translation>
  </message>
  <message>
   <location filename="ui/train/study/search.py" />
   <source>Change {field}</source>
   <translation>更改{field}</translation>
  </message>
  <message>
   <location filename="ui/train/study/search.py" />
   <source>Evaluate and Export use the weights of trial {number}.</source>
   <translation>评估和导出现在使用试验 {number} 的权重。</translation>
  </message>
  <message>
   <location filename="ui/train/study/search.py" />
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <location filename="ui/train/study/search.py" />
   <source>The project has the settings of trial {number} now. Undo takes it back.</source>
   <translation>项目现在采用试验 {number} 的设置。可以撤销。</translation>
  </message>
  <message>
   <location filename="ui/train/study/search.py" />
   <source>The project has these settings already.</source>
   <translation>项目已经是这些设置。</translation>
  </message>
  <message>
   <location filename="ui/train/study/search.py" />
   <source>Trains the project with other settings again and again and looks for the best, judged by the validation part alone; the test part is not looked at. Every trial is a run like any other. A trial whose network can't be built is told, and the search goes on.</source>
   <translation>用不同的设置反复训练项目，寻找最佳设置，只按验证部分评判；测试部分不会被查看。每次试验都是普通的运行。如果某次试验的网络无法构建，会说明原因，搜索继续进行。</translation>
  </message>
  <message>
   <location filename="ui/train/study/search.py" />
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
 </context>
 <context>
  <name>SearchResults</name>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>All settings</source>
   <translation>全部设置</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>All settings of each trial, and what it reached</source>
   <translation>每次试验的全部设置及其结果</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Apply the best settings</source>
   <translation>采用最佳设置</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Apply the settings of trial {number}</source>
   <translation>采用试验 {number} 的设置</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Best so far: trial {number}, {metric} {value}, with {values}.</source>
   <translation>目前最佳：试验 {number}，{metric} {value}，设置为 {values}。</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Drag along an axis to keep only some of the trials; click a line to choose its trial.</source>
   <translation>沿坐标轴拖动可只保留部分试验；单击一条线可选中对应试验。</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Evaluate and Export take the weights of this trial</source>
   <translation>“评估”和“导出”将使用这次试验的权重</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Evaluate and export its run</source>
   <translation>评估并导出它的运行</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Goal by trial</source>
   <translation>各试验的目标值</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>How much each field matters</source>
   <translation>各字段的重要性</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>No trial has ended well yet.</source>
   <translation>还没有试验顺利结束。</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Sets the searched fields of the project as this trial had them; Undo takes it back</source>
   <translation>把项目中被搜索的字段设为这次试验的值；可以撤销</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Show all trials</source>
   <translation>显示全部试验</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>The goal by trial</source>
   <translation>各试验的目标值</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>The plot fills when the first trial has ended.</source>
   <translation>第一次试验结束后，这里会显示图形。</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Weighing the fields of the search</source>
   <translation>正在评估各字段的重要性</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>What the plot shows</source>
   <translation>图中显示的内容</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>Which field matters most can be told once {count} trials have ended well; {well} have so far.</source>
   <translation>有 {count} 次试验正常结束后才能判断哪个字段最重要；目前有 {well} 次。</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>best so far</source>
   <translation>目前最佳</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>each trial</source>
   <translation>各次试验</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>trial</source>
   <translation>试验</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>{count} of {total} trials: {ranges}</source>
   <translation>{total} 次试验中的 {count} 次：{ranges}</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>{field}, power of ten</source>
   <translation>{field}，10 的幂</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>{first} and {second} mattered most: {share} and {other} of the difference between good and bad trials.</source>
   <translation>最重要的是“{first}”和“{second}”：分别占好坏试验差别的 {share} 和 {other}。</translation>
  </message>
  <message>
   <location filename="ui/train/study/results.py" />
   <source>{first} mattered most: {share} of the difference between good and bad trials.</source>
   <translation>最重要的是“{first}”：占好坏试验差别的 {share}。</translation>
  </message>
 </context>
 <context>
  <name>Section</name>
  <message>
   <location filename="ui/widgets/sections.py" />
   <source>Put all settings of {section} back to their defaults</source>
   <translation>把“{section}”的全部设置恢复为默认值</translation>
  </message>
  <message>
   <location filename="ui/widgets/sections.py" />
   <source>as usual</source>
   <translation>默认</translation>
  </message>
 </context>
 <context>
  <name>SeedsPage</name>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Several seeds</source>
   <translation>多个种子</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Train {count} runs</source>
   <translation>训练 {count} 次</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Trains the project again and again, each time from other first weights and in another order, and tells how much of a result is luck. A difference between two settings that is smaller than the spread means nothing.</source>
   <translation>反复训练项目，每次用不同的初始权重和样本顺序，看结果中有多少是运气。两种设置之间小于离散程度的差别没有意义。</translation>
  </message>
 </context>
 <context>
  <name>Selectors</name>
  <message>
   <location filename="ui/evaluate/selectors.py" />
   <source>Best: of the epoch with the lowest validation loss. Last: as training left them.</source>
   <translation>最佳：验证损失最低那一轮的权重。最后：训练结束时的权重。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/selectors.py" />
   <source>Evaluate</source>
   <translation>评估</translation>
  </message>
  <message>
   <location filename="ui/evaluate/selectors.py" />
   <source>Evaluate again</source>
   <translation>重新评估</translation>
  </message>
  <message>
   <location filename="ui/evaluate/selectors.py" />
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <location filename="ui/evaluate/selectors.py" />
   <source>Split</source>
   <translation>划分</translation>
  </message>
  <message>
   <location filename="ui/evaluate/selectors.py" />
   <source>Weights</source>
   <translation>权重</translation>
  </message>
  <message>
   <location filename="ui/evaluate/selectors.py" />
   <source>best weights</source>
   <translation>最佳权重</translation>
  </message>
  <message>
   <location filename="ui/evaluate/selectors.py" />
   <source>last weights</source>
   <translation>最后权重</translation>
  </message>
  <message>
   <location filename="ui/evaluate/selectors.py" />
   <source>{split} split</source>
   <translation>{split}集</translation>
  </message>
 </context>
 <context>
  <name>SeparationView</name>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>A span counts as found where its first token, its last token and its kind are right.</source>
   <translation>首尾词元和种类都正确的片段才算找到。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>By kind of span</source>
   <translation>按片段种类</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>By tag</source>
   <translation>按标签</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>From left to right the threshold falls. The area is the chance that a sample of the class scores higher than one of the others.</source>
   <translation>从左到右阈值逐渐降低。面积是该类样本得分高于其他样本的概率。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>Mean of the areas: {mean}.</source>
   <translation>面积平均值：{mean}。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>Precision and recall</source>
   <translation>精确率与召回率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>ROC curves</source>
   <translation>ROC 曲线</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>Scores by class</source>
   <translation>各类别得分</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>Scores by kind of span</source>
   <translation>按片段种类的得分</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>Table</source>
   <translation>表格</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>The mean is the average precision. Where a class is rare, this tells more than the ROC curve.</source>
   <translation>平均值即平均精确率。类别稀少时，它比 ROC 曲线更能说明问题。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>What is shown of the classes</source>
   <translation>显示各类别的哪些内容</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>Which class</source>
   <translation>哪个类别</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>all classes</source>
   <translation>全部类别</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>found of the class</source>
   <translation>该类中被找到的比例</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>guessing, area 0.5</source>
   <translation>随机猜测，面积 0.5</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>others taken for the class</source>
   <translation>其他样本被误认为该类的比例</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>precision</source>
   <translation>精确率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>recall</source>
   <translation>召回率</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>{count} samples of the class: guessing has a precision of {share} at every recall.</source>
   <translation>该类有 {count} 个样本：随机猜测在任何召回率下的精确率都是 {share}。</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>{name}, area {area}</source>
   <translation>{name}，面积 {area}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/separation.py" />
   <source>{name}, mean {area}</source>
   <translation>{name}，平均 {area}</translation>
  </message>
 </context>
 <context>
  <name>SeriesView</name>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>All channels</source>
   <translation>所有通道</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>As the network sees it</source>
   <translation>按网络看到的样子</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>Click to choose a window; the wheel zooms in</source>
   <translation>单击可选择窗口；滚轮可放大</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>Every channel with mean 0 and deviation 1, so that they share one axis</source>
   <translation>每个通道的均值为 0、标准差为 1，因此可以共用一个坐标轴</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>No.</source>
   <translation>序号</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>Predicts from</source>
   <translation>预测起点</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>Sample {sample} · {target}</source>
   <translation>样本 {sample} · {target}</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>Samples</source>
   <translation>样本</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>Series</source>
   <translation>序列</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>Show which channel</source>
   <translation>显示哪个通道</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>Split</source>
   <translation>划分</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>Step</source>
   <translation>步</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>The chosen sample</source>
   <translation>选中的样本</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>The first {count} channels</source>
   <translation>前 {count} 个通道</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>The whole series, with the parts of the split</source>
   <translation>整条序列及划分的各部分</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>to predict</source>
   <translation>要预测</translation>
  </message>
  <message>
   <location filename="ui/data/series_view.py" />
   <source>{name}, to predict</source>
   <translation>{name}（要预测）</translation>
  </message>
 </context>
 <context>
  <name>Session</name>
  <message>
   <location filename="ui/session.py" />
   <source>A run is in progress.</source>
   <translation>有运行正在进行。</translation>
  </message>
  <message>
   <location filename="ui/session.py" />
   <source>A study is in progress.</source>
   <translation>研究正在进行。</translation>
  </message>
  <message>
   <location filename="ui/session.py" />
   <source>Choose the data first.</source>
   <translation>请先选择数据。</translation>
  </message>
  <message>
   <location filename="ui/app.py" />
   <source>Loading PyTorch</source>
   <translation>正在加载 PyTorch</translation>
  </message>
  <message>
   <location filename="ui/session.py" />
   <source>No data is chosen yet.</source>
   <translation>尚未选择数据。</translation>
  </message>
  <message>
   <location filename="ui/session.py" />
   <source>Reading data</source>
   <translation>正在读取数据</translation>
  </message>
  <message>
   <location filename="ui/session.py" />
   <source>Reading the data was stopped.</source>
   <translation>已停止读取数据。</translation>
  </message>
  <message>
   <location filename="ui/session.py" />
   <source>Reading the data.</source>
   <translation>正在读取数据。</translation>
  </message>
  <message>
   <location filename="ui/session.py" />
   <source>Save in another folder</source>
   <translation>保存到其他文件夹</translation>
  </message>
  <message>
   <location filename="ui/session.py" />
   <source>The data is still being read.</source>
   <translation>数据还在读取中。</translation>
  </message>
 </context>
 <context>
  <name>SettingsPanel</name>
  <message>
   <location filename="ui/train/settings.py" />
   <source>Change {field}</source>
   <translation>修改{field}</translation>
  </message>
  <message>
   <location filename="ui/train/settings.py" />
   <source>Put settings back to their defaults</source>
   <translation>把设置恢复为默认值</translation>
  </message>
  <message>
   <location filename="ui/train/settings.py" />
   <source>Settings</source>
   <translation>设置</translation>
  </message>
 </context>
 <context>
  <name>SeveralMachinesDialog</name>
  <message>
   <location filename="ui/train/several_machines.py" />
   <source>Command</source>
   <translation>命令</translation>
  </message>
  <message>
   <location filename="ui/train/several_machines.py" />
   <source>Copied. Paste it into a terminal of each computer.</source>
   <translation>已复制。请粘贴到每台计算机的终端中。</translation>
  </message>
  <message>
   <location filename="ui/train/several_machines.py" />
   <source>Copy command</source>
   <translation>复制命令</translation>
  </message>
  <message>
   <location filename="ui/train/several_machines.py" />
   <source>Enter the address of one of the computers, where all of them meet.</source>
   <translation>请输入其中一台计算机的地址，所有计算机在那里会合。</translation>
  </message>
  <message>
   <location filename="ui/train/several_machines.py" />
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <location filename="ui/train/several_machines.py" />
   <source>Save the project first: the command names its file.</source>
   <translation>请先保存项目：命令要写出它的文件。</translation>
  </message>
  <message>
   <location filename="ui/train/several_machines.py" />
   <source>The command trains what is saved. Save the project, so that it trains what you see.</source>
   <translation>命令训练的是已保存的内容。请保存项目，使它训练您所看到的。</translation>
  </message>
  <message>
   <location filename="ui/train/several_machines.py" />
   <source>Train on several computers</source>
   <translation>在多台计算机上训练</translation>
  </message>
  <message>
   <location filename="ui/train/several_machines.py" />
   <source>Type the same command on each computer. All of them read the project and its data under the same path, a shared folder for instance; the first one records the run beside the project.</source>
   <translation>在每台计算机上输入同一条命令。它们都在同一路径下读取项目及其数据，例如共享文件夹；第一台在项目旁记录这次运行。</translation>
  </message>
 </context>
 <context>
  <name>SeveralPage</name>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Best epoch</source>
   <translation>最佳轮次</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Each run</source>
   <translation>各次运行</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Each run counts with its best epoch. ± is the standard deviation between runs, by n − 1.</source>
   <translation>每次运行取其最佳轮次。± 为运行之间的标准差（按 n − 1）。</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Greatest</source>
   <translation>最大</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Its number in the list of runs</source>
   <translation>它在运行列表中的编号</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Least</source>
   <translation>最小</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Mean and spread of each metric</source>
   <translation>每个指标的平均值与离散程度</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Mean ± deviation</source>
   <translation>平均值 ± 标准差</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Metric</source>
   <translation>指标</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Number</source>
   <translation>编号</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Runs</source>
   <translation>次数</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>epoch {epoch} of {epochs}</source>
   <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>{count} ended well so far</source>
   <translation>目前 {count} 次顺利结束</translation>
  </message>
 </context>
 <context>
  <name>SkippedDialog</name>
  <message>
   <location filename="ui/data/skipped.py" />
   <source>Everything else was taken. Ctrl+C copies the chosen rows.</source>
   <translation>其余均已读入。Ctrl+C 复制所选行。</translation>
  </message>
  <message>
   <location filename="ui/data/skipped.py" />
   <source>Item</source>
   <translation>项</translation>
  </message>
  <message>
   <location filename="ui/data/skipped.py" />
   <source>Items that were left out</source>
   <translation>未读入的项</translation>
  </message>
  <message>
   <location filename="ui/data/skipped.py" />
   <source>Left out of the data</source>
   <translation>未读入数据的项</translation>
  </message>
  <message>
   <location filename="ui/data/skipped.py" />
   <source>Reason</source>
   <translation>原因</translation>
  </message>
 </context>
 <context>
  <name>SpaceEditor</name>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>Add a field to the search</source>
   <translation>向搜索添加字段</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>Add a field: type a part of its name</source>
   <translation>添加字段：输入名称的一部分</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>Change the range of {field}</source>
   <translation>更改{field}的范围</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>Nothing is searched yet. Add a field: the learning rate is the best to begin with.</source>
   <translation>尚未搜索任何字段。请添加一个字段：最好从学习率开始。</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>Search {field}</source>
   <translation>搜索{field}</translation>
  </message>
  <message>
   <location filename="ui/train/study/fields.py" />
   <source>Search {field} no longer</source>
   <translation>不再搜索{field}</translation>
  </message>
 </context>
 <context>
  <name>SplitSection</name>
  <message>
   <location filename="ui/data/split.py" />
   <source>By time: the newest rows are the test, and no window is trained on that reaches into what is tested.</source>
   <translation>按时间：最新的行用于测试，训练用的窗口都不会伸进测试的内容。</translation>
  </message>
  <message>
   <location filename="ui/data/split.py" />
   <source>By whole sequences: all tokens of a sequence are in the same part, so that no token is tested beside ones that were learnt.</source>
   <translation>按整个序列划分：一个序列的所有词元都在同一部分，因此不会有词元在已学过的词元旁边被测试。</translation>
  </message>
  <message>
   <location filename="ui/data/split.py" />
   <source>For data with times, such as a column of the role time</source>
   <translation>适用于带时间的数据，例如有一列角色为“时间”</translation>
  </message>
  <message>
   <location filename="ui/data/split.py" />
   <source>For tables with a column of the role group</source>
   <translation>适用于有一列角色为“分组”的表格</translation>
  </message>
  <message>
   <location filename="ui/data/split.py" />
   <source>Split</source>
   <translation>划分</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <location filename="ui/status_bar.py" />
   <source>1 node</source>
   <translation>1 个节点</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>Cancel the work in progress</source>
   <translation>取消正在进行的工作</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>about {size} at batch {batch}</source>
   <translation>批大小 {batch} 时约 {size}</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>paused at {share:.0%}</source>
   <translation>已暂停在 {share:.0%}</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>starting to train</source>
   <translation>正在启动训练</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>stopping</source>
   <translation>正在停止</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>training, {share:.0%}</source>
   <translation>训练中，{share:.0%}</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>{n} multiply-adds</source>
   <translation>{n} 次乘加</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>{n} nodes</source>
   <translation>{n} 个节点</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>{n} parameters</source>
   <translation>{n} 个参数</translation>
  </message>
  <message>
   <location filename="ui/status_bar.py" />
   <source>{time} left</source>
   <translation>剩余 {time}</translation>
  </message>
 </context>
 <context>
  <name>StepsPage</name>
  <message>
   <location filename="ui/data/steps.py" />
   <source>1. As read</source>
   <translation>1. 读入</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>2. Augmented, in training only</source>
   <translation>2. 增强（仅训练时）</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>As read</source>
   <translation>读入值</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>Cleaned and encoded</source>
   <translation>清洗并编码</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>Column</source>
   <translation>列</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>Drawing augmentations</source>
   <translation>正在生成增强</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>From the cells of the row to what the network is fed</source>
   <translation>从该行的单元格到网络的输入</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>Input of the network</source>
   <translation>网络输入</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>Sample {sample} ({split}), class {target}. Choose another one in the first tab.</source>
   <translation>样本 {sample}（{split}），类别 {target}。可在第一个标签页中选择其他样本。</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>Sample {sample} ({split}), {target}. Choose another one in the first tab.</source>
   <translation>样本 {sample}（{split}），{target}。可在第一个标签页中选择其他样本。</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>Scaled, as fed</source>
   <translation>缩放后的输入</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>Steps</source>
   <translation>步骤</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>What was done</source>
   <translation>处理</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>brought to the limit</source>
   <translation>收到界限</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>channel {number}: {low} to {high}</source>
   <translation>通道 {number}：{low} 到 {high}</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>filled: it was missing</source>
   <translation>缺失，已填充</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>not in the training part: all zero</source>
   <translation>训练集中没有：全为零</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>put on the scale of ranks</source>
   <translation>换成秩的尺度</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>{number}. Scaled, as the network is fed</source>
   <translation>{number}. 缩放后输入网络</translation>
  </message>
  <message>
   <location filename="ui/data/steps.py" />
   <source>{width} × {height} pixels, values {low} to {high}.</source>
   <translation>{width} × {height} 像素，值 {low} 到 {high}。</translation>
  </message>
 </context>
 <context>
  <name>Study</name>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>Search, {count} trials</source>
   <translation>搜索，{count} 次试验</translation>
  </message>
  <message>
   <location filename="ui/train/study/trials.py" />
   <source>Trial {number}</source>
   <translation>试验 {number}</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>about {h} h</source>
   <translation>约 {h} 小时</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>about {h} h {m} min</source>
   <translation>约 {h} 小时 {m} 分钟</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>about {m} min</source>
   <translation>约 {m} 分钟</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>about {m} min {s} s</source>
   <translation>约 {m} 分 {s} 秒</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>about {s} s</source>
   <translation>约 {s} 秒</translation>
  </message>
  <message>
   <location filename="ui/train/study/trials.py" />
   <source>ended early</source>
   <translation>提前结束</translation>
  </message>
  <message>
   <location filename="ui/train/study/trials.py" />
   <source>failed</source>
   <translation>失败</translation>
  </message>
  <message>
   <location filename="ui/train/study/trials.py" />
   <source>finished</source>
   <translation>已完成</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>finished, {bad} failed</source>
   <translation>已完成，{bad} 次失败</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>stopped, {done} of {count}</source>
   <translation>已停止，完成 {done}/{count}</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>{count} folds</source>
   <translation>{count} 折</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>{count} runs</source>
   <translation>{count} 次运行</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>{count} seeds</source>
   <translation>{count} 个种子</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>{done} of {count} done</source>
   <translation>已完成 {done}/{count}</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>{ms} ms</source>
   <translation>{ms} 毫秒</translation>
  </message>
  <message>
   <location filename="ui/train/study/words.py" />
   <source>{s} s</source>
   <translation>{s} 秒</translation>
  </message>
 </context>
 <context>
  <name>StudyCurves</name>
  <message>
   <location filename="ui/train/study/shown.py" />
   <source>A run or study is in progress.</source>
   <translation>有运行或研究正在进行。</translation>
  </message>
  <message>
   <location filename="ui/train/study/shown.py" />
   <source>Choose one of the study's runs: → opens it.</source>
   <translation>请选择研究中的一次运行：→ 展开。</translation>
  </message>
  <message>
   <location filename="ui/train/study/shown.py" />
   <source>The study is complete.</source>
   <translation>研究已完成。</translation>
  </message>
  <message>
   <location filename="ui/train/study/shown.py" />
   <source>The study is still going on.</source>
   <translation>研究仍在进行。</translation>
  </message>
  <message>
   <location filename="ui/train/study/shown.py" />
   <source>{study}, mean ± deviation</source>
   <translation>{study}，平均值 ± 标准差</translation>
  </message>
  <message>
   <location filename="ui/train/study/shown.py" />
   <source>{study}, the best</source>
   <translation>{study}，最佳</translation>
  </message>
 </context>
 <context>
  <name>StudyPage</name>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Change {field}</source>
   <translation>更改{field}</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Ends its runs after this step and keeps what there is: it can be taken up later</source>
   <translation>在这一步之后结束各次运行并保留已有结果：之后可以继续</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>It goes on in another window or on the command line.</source>
   <translation>它正在另一个窗口或命令行中进行。</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>It was broken off with {done} of {total} done when the program ended, and can go on.</source>
   <translation>程序结束时中断，已完成 {total} 次中的 {done} 次，可以继续。</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>It was stopped with {done} of {total} done, and can go on.</source>
   <translation>已停止，完成了 {total} 次中的 {done} 次，可以继续。</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Its runs wait after the step they are in, and no other begins</source>
   <translation>各次运行在当前步之后等待，不再开始新的运行</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Pausing after this step</source>
   <translation>正在当前步之后暂停</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Resume</source>
   <translation>继续</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Show the curves</source>
   <translation>显示曲线</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Starting: loading PyTorch and the data</source>
   <translation>正在启动：加载 PyTorch 和数据</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Stop and keep</source>
   <translation>停止并保留</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Stopping: checkpoints are written</source>
   <translation>正在停止：写入检查点</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>Takes the study up where it was broken off, with the project as it was then</source>
   <translation>从中断处继续研究，使用当时的项目</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>{done} of {total} done · paused</source>
   <translation>已完成 {done} / {total} · 已暂停</translation>
  </message>
  <message>
   <location filename="ui/train/study/several.py" />
   <source>{done} of {total} done · training {running}</source>
   <translation>已完成 {done}/{total} · 正在训练 {running}</translation>
  </message>
 </context>
 <context>
  <name>StudyTabs</name>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Batch size</source>
   <translation>批量大小</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Cross-validate…</source>
   <translation>交叉验证…</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Curves</source>
   <translation>曲线</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Estimate time and memory</source>
   <translation>估算时间与内存</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Find the largest batch</source>
   <translation>寻找最大批量</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Find the learning rate</source>
   <translation>寻找学习率</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Folds</source>
   <translation>分折</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Learning rate</source>
   <translation>学习率</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Search for good settings…</source>
   <translation>搜索合适的设置…</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Seeds</source>
   <translation>种子</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Study</source>
   <translation>研究</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Time and memory</source>
   <translation>时间与内存</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>Train several seeds…</source>
   <translation>用多个种子训练…</translation>
  </message>
  <message>
   <location filename="ui/train/study/rooms.py" />
   <source>What helps to choose the settings: estimates, the learning rate, the batch size, and many runs as one</source>
   <translation>帮助选择设置：估算、学习率、批量大小，以及把多次运行合为一体</translation>
  </message>
 </context>
 <context>
  <name>SummaryModel</name>
  <message>
   <location filename="ui/model/summary.py" />
   <source>Layer</source>
   <translation>层</translation>
  </message>
  <message>
   <location filename="ui/model/summary.py" />
   <source>Multiply-adds</source>
   <translation>乘加次数</translation>
  </message>
  <message>
   <location filename="ui/model/summary.py" />
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <location filename="ui/model/summary.py" />
   <source>Output</source>
   <translation>输出</translation>
  </message>
  <message>
   <location filename="ui/model/summary.py" />
   <source>Parameters</source>
   <translation>参数量</translation>
  </message>
 </context>
 <context>
  <name>SummaryTab</name>
  <message>
   <location filename="ui/model/summary.py" />
   <source>{0} nodes · {1} parameters ({2}) · {3} multiply-adds a sample · activations {4} at batch {5}</source>
   <translation>{0} 个节点 · {1} 个参数（{2}）· 每个样本 {3} 次乘加 · 批大小 {5} 时激活值 {4}</translation>
  </message>
 </context>
 <context>
  <name>TagsAnswer</name>
  <message>
   <location filename="ui/evaluate/tagged.py" />
   <source>Spans found: {count}</source>
   <translation>找到的片段：{count}</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged.py" />
   <source>… and {count} more</source>
   <translation>……还有 {count} 个</translation>
  </message>
 </context>
 <context>
  <name>TokensPage</name>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>Change the length of texts</source>
   <translation>更改文本长度</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>Change the size of the vocabulary</source>
   <translation>更改词表大小</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>Counting the tokens</source>
   <translation>正在统计词元</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>Length</source>
   <translation>长度</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>Most frequent tokens</source>
   <translation>最常见的词元</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>The network sees {length} tokens of a text; {share} of the training texts are whole. Click to choose.</source>
   <translation>网络看到每段文本的 {length} 个词元；{share} 的训练文本保持完整。点击可选择。</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>Times</source>
   <translation>次数</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>Token</source>
   <translation>词元</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>Tokens</source>
   <translation>词元</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>Tokens of each training text</source>
   <translation>每段训练文本的词元数</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>Vocabulary</source>
   <translation>词表</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>What the most frequent tokens cover</source>
   <translation>最常见的词元覆盖多少</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>texts</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>tokens</source>
   <translation>词元</translation>
  </message>
  <message>
   <location filename="ui/data/tokens_page.py" />
   <source>{count} of {total} tokens have a number: {share} of what is written. Click to choose.</source>
   <translation>{total} 个词元中有 {count} 个有编号：占全部内容的 {share}。点击可选择。</translation>
  </message>
 </context>
 <context>
  <name>TokensView</name>
  <message>
   <location filename="ui/data/texts.py" />
   <source>Tokens</source>
   <translation>词元</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <location filename="ui/top_bar.py" />
   <source>1 core</source>
   <translation>1 核</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Auto</source>
   <translation>自动</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Auto: the fastest there is</source>
   <translation>自动：选用最快的设备</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Device to train on: {device}</source>
   <translation>训练设备：{device}</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Device: auto</source>
   <translation>设备：自动</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Looking for devices</source>
   <translation>正在查找设备</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Looking for other devices…</source>
   <translation>正在查找其他设备…</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Search anything</source>
   <translation>搜索全部</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Search anything  {keys}</source>
   <translation>搜索全部  {keys}</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Train</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Train the network  {keys}</source>
   <translation>训练网络  {keys}</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>Where networks are trained</source>
   <translation>网络在哪里训练</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>edited</source>
   <translation>已修改</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>not saved yet</source>
   <translation>尚未保存</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>{device} · {n} processes</source>
   <translation>{device} · {n} 个进程</translation>
  </message>
  <message>
   <location filename="ui/top_bar.py" />
   <source>{n} cores</source>
   <translation>{n} 核</translation>
  </message>
 </context>
 <context>
  <name>Train</name>
  <message>
   <location filename="ui/train/words.py" />
   <source>MAE</source>
   <translation>MAE</translation>
  </message>
  <message>
   <location filename="ui/train/words.py" />
   <source>Run {number}</source>
   <translation>第 {number} 次运行</translation>
  </message>
  <message>
   <location filename="ui/train/words.py" />
   <source>learning rate</source>
   <translation>学习率</translation>
  </message>
  <message>
   <location filename="ui/train/words.py" />
   <source>paused, {share} %</source>
   <translation>已暂停，{share} %</translation>
  </message>
  <message>
   <location filename="ui/train/words.py" />
   <source>privacy given away (epsilon)</source>
   <translation>已泄露的隐私 (epsilon)</translation>
  </message>
  <message>
   <location filename="ui/train/search.py" />
   <source>run</source>
   <translation>运行</translation>
  </message>
  <message>
   <location filename="ui/train/words.py" />
   <source>training elsewhere</source>
   <translation>在别处训练</translation>
  </message>
  <message>
   <location filename="ui/train/search.py" />
   <source>training setting</source>
   <translation>训练设置</translation>
  </message>
  <message>
   <location filename="ui/train/words.py" />
   <source>training {metric}</source>
   <translation>训练{metric}</translation>
  </message>
  <message>
   <location filename="ui/train/words.py" />
   <source>training, {share} %</source>
   <translation>训练中，{share} %</translation>
  </message>
  <message>
   <location filename="ui/train/words.py" />
   <source>validation {metric}</source>
   <translation>验证{metric}</translation>
  </message>
  <message>
   <location filename="ui/train/roles.py" />
   <source>{name} (missing)</source>
   <translation>{name}（缺失）</translation>
  </message>
  <message>
   <location filename="ui/train/words.py" />
   <source>{state} at step {step}</source>
   <translation>第 {step} 步，{state}</translation>
  </message>
 </context>
 <context>
  <name>TrainStage</name>
  <message>
   <location filename="ui/train/deleting.py" />
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <location filename="ui/train/deleting.py" />
   <source>Delete {run}?</source>
   <translation>删除{run}吗？</translation>
  </message>
  <message>
   <location filename="ui/train/stage.py" />
   <source>Health</source>
   <translation>健康</translation>
  </message>
  <message>
   <location filename="ui/train/stage.py" />
   <source>Health ({count})</source>
   <translation>健康（{count}）</translation>
  </message>
  <message>
   <location filename="ui/train/deleting.py" />
   <source>Its curves and weights are removed from the disk. This can't be undone.</source>
   <translation>它的曲线和权重会从磁盘上删除，无法撤销。</translation>
  </message>
  <message>
   <location filename="ui/train/deleting.py" />
   <source>Keep it</source>
   <translation>保留</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>Nothing trained yet</source>
   <translation>尚未训练</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>One run</source>
   <translation>一次运行</translation>
  </message>
  <message>
   <location filename="ui/train/stage.py" />
   <source>Samples</source>
   <translation>样本</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>Study, {done} of {total} runs</source>
   <translation>研究，完成 {done}/{total} 次</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>The newest run did not end well: {state}</source>
   <translation>最近一次运行未能正常结束：{state}</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>The study is paused</source>
   <translation>研究已暂停</translation>
  </message>
  <message>
   <location filename="ui/train/stage.py" />
   <source>This run</source>
   <translation>本次运行</translation>
  </message>
  <message>
   <location filename="ui/train/stage.py" />
   <source>Train</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>Training is paused</source>
   <translation>训练已暂停</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>Training, {share} %</source>
   <translation>训练中，{share} %</translation>
  </message>
  <message>
   <location filename="ui/train/doing.py" />
   <source>{count} runs</source>
   <translation>{count} 次运行</translation>
  </message>
 </context>
 <context>
  <name>TrialTable</name>
  <message>
   <location filename="ui/train/study/trial_table.py" />
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <location filename="ui/train/study/trial_table.py" />
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <location filename="ui/train/study/trial_table.py" />
   <source>Trial</source>
   <translation>试验</translation>
  </message>
  <message>
   <location filename="ui/train/study/trial_table.py" />
   <source>Trials</source>
   <translation>试验次数</translation>
  </message>
  <message>
   <location filename="ui/train/study/trial_table.py" />
   <source>epoch {epoch} of {epochs}</source>
   <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
  </message>
 </context>
 <context>
  <name>TypedText</name>
  <message>
   <location filename="ui/evaluate/typed_text.py" />
   <source>Text to predict</source>
   <translation>要预测的文本</translation>
  </message>
  <message>
   <location filename="ui/evaluate/typed_text.py" />
   <source>Type or paste a text; Ctrl+Enter predicts it.</source>
   <translation>输入或粘贴文本；按 Ctrl+Enter 预测。</translation>
  </message>
 </context>
 <context>
  <name>ValuesPanel</name>
  <message>
   <location filename="ui/train/values.py" />
   <source>At step {step}</source>
   <translation>第 {step} 步</translation>
  </message>
  <message>
   <location filename="ui/train/values.py" />
   <source>Latest, step {step}</source>
   <translation>最新，第 {step} 步</translation>
  </message>
  <message>
   <location filename="ui/train/values.py" />
   <source>NaN</source>
   <translation>NaN</translation>
  </message>
  <message>
   <location filename="ui/train/values.py" />
   <source>No numbers yet</source>
   <translation>还没有数值</translation>
  </message>
  <message>
   <location filename="ui/train/values.py" />
   <source>Not a number: the loss has diverged.</source>
   <translation>不是数：损失已发散。</translation>
  </message>
  <message>
   <location filename="ui/train/values.py" />
   <source>Smoothed. This step alone: {value}</source>
   <translation>平滑后的值。仅这一步：{value}</translation>
  </message>
  <message>
   <location filename="ui/train/values.py" />
   <source>○ best so far: epoch {epoch}, {series} {value}</source>
   <translation>○ 目前最佳：轮次 {epoch}，{series} {value}</translation>
  </message>
  <message>
   <location filename="ui/train/values.py" />
   <source>○ best: epoch {epoch}, {series} {value}</source>
   <translation>○ 最佳：轮次 {epoch}，{series} {value}</translation>
  </message>
 </context>
 <context>
  <name>Welcome</name>
  <message>
   <location filename="ui/welcome.py" />
   <source>A table, text, series or arrays. What it holds is shown first, and a first network proposed.</source>
   <translation>表格、文本、序列或数组。会先显示内容，并建议第一个网络。</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Back to {name}</source>
   <translation>返回 {name}</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Choose a file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Choose a folder…</source>
   <translation>选择文件夹…</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Continue</source>
   <translation>继续</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Discard</source>
   <translation>丢弃</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Draw a network, give it data, watch it learn, take it away.</source>
   <translation>画出网络，交给它数据，看它学习，把它带走。</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Empty project</source>
   <translation>空项目</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>No data and no layers: everything is yours to choose.</source>
   <translation>没有数据也没有层：一切由你决定。</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Open…</source>
   <translation>打开…</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Projects that you save or open are listed here. A project file can also be dropped on the window.</source>
   <translation>保存或打开过的项目列在这里。也可以把项目文件拖到窗口上。</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Recover unsaved changes</source>
   <translation>恢复未保存的修改</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Start from my data</source>
   <translation>用我的数据开始</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Start with an example</source>
   <translation>从示例开始</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>Such as one of pictures. Files and folders can also be dropped on this page.</source>
   <translation>例如图片文件夹。文件和文件夹也可以拖到此页面上。</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>the empty project</source>
   <translation>空项目</translation>
  </message>
  <message>
   <location filename="ui/welcome.py" />
   <source>{name} was open with unsaved changes when Workbench last ended ({when}).</source>
   <translation>Workbench 上次结束时，{name} 还有未保存的修改（{when}）。</translation>
  </message>
 </context>
 <context>
  <name>WhichMetric</name>
  <message>
   <location filename="ui/train/which_metric.py" />
   <source>What else is measured after each epoch is chosen in the settings (Metrics)</source>
   <translation>每轮之后还要测量什么，在设置（指标）中选择</translation>
  </message>
  <message>
   <location filename="ui/train/which_metric.py" />
   <source>Which metric is plotted</source>
   <translation>绘制哪个指标</translation>
  </message>
 </context>
 <context>
  <name>Wizard</name>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>Arrays</source>
   <translation>数组</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>Pictures</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>Series</source>
   <translation>序列</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>Table</source>
   <translation>表格</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>Tagged text</source>
   <translation>标注文本</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>This looks like a table</source>
   <translation>看起来是表格</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>This looks like arrays</source>
   <translation>看起来是数组</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>This looks like pictures</source>
   <translation>看起来是图片</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>This looks like series</source>
   <translation>看起来是序列</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>This looks like tagged text</source>
   <translation>这看起来像标注文本</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>This looks like text</source>
   <translation>看起来是文本</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>{what}.</source>
   <translation>{what}。</translation>
  </message>
  <message>
   <location filename="ui/data/wizard/words.py" />
   <source>{what}: {why}.</source>
   <translation>{what}：{why}。</translation>
  </message>
 </context>
 <context>
  <name>Words</name>
  <message>
   <location filename="ui/words.py" />
   <source>a minute ago</source>
   <translation>1 分钟前</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>about {h} h {m:02} min left</source>
   <translation>约剩 {h} 小时 {m:02} 分钟</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>about {m} min left</source>
   <translation>约剩 {m} 分钟</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>about {s} s left</source>
   <translation>约剩 {s} 秒</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>an hour ago</source>
   <translation>1 小时前</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>just now</source>
   <translation>刚刚</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>yesterday</source>
   <translation>昨天</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>{h} h {m:02} min</source>
   <translation>{h} 小时 {m:02} 分</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>{m} min {s:02} s</source>
   <translation>{m} 分 {s:02} 秒</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>{n} days ago</source>
   <translation>{n} 天前</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>{n} hours ago</source>
   <translation>{n} 小时前</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>{n} minutes ago</source>
   <translation>{n} 分钟前</translation>
  </message>
  <message>
   <location filename="ui/words.py" />
   <source>{s} s</source>
   <translation>{s} 秒</translation>
  </message>
 </context>
 <context>
  <name>WrongSequence</name>
  <message>
   <location filename="ui/evaluate/tagged.py" />
   <source>Sequence {index}: {wrong} of {count} tags are wrong</source>
   <translation>序列 {index}：{count} 个标签中有 {wrong} 个错误</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged.py" />
   <source>framed: ✗ true tag → given tag</source>
   <translation>加框处：✗ 真实标签 → 给出的标签</translation>
  </message>
  <message>
   <location filename="ui/evaluate/tagged.py" />
   <source>{count} tokens were cut off</source>
   <translation>{count} 个词元被截去</translation>
  </message>
 </context>
 <context>
  <name>ZoomBar</name>
  <message>
   <location filename="ui/canvas/zoom_bar.py" />
   <source>Arrange the nodes (L)</source>
   <translation>整理节点 (L)</translation>
  </message>
  <message>
   <location filename="ui/canvas/zoom_bar.py" />
   <source>Show at 100 % (Ctrl+0)</source>
   <translation>按 100 % 显示 (Ctrl+0)</translation>
  </message>
  <message>
   <location filename="ui/canvas/zoom_bar.py" />
   <source>Show the whole network (F)</source>
   <translation>显示整个网络 (F)</translation>
  </message>
  <message>
   <location filename="ui/canvas/zoom_bar.py" />
   <source>Zoom</source>
   <translation>缩放</translation>
  </message>
  <message>
   <location filename="ui/canvas/zoom_bar.py" />
   <source>Zoom in (Ctrl++)</source>
   <translation>放大 (Ctrl++)</translation>
  </message>
  <message>
   <location filename="ui/canvas/zoom_bar.py" />
   <source>Zoom out (Ctrl+-)</source>
   <translation>缩小 (Ctrl+-)</translation>
  </message>
 </context>
 <context>
  <name>_Table</name>
  <message>
   <location filename="ui/model/summary.py" />
   <source>Summary of the network</source>
   <translation>网络摘要</translation>
  </message>
 </context>
</TS>
