"""What the Data and Evaluate stages say about data, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...engine.data.prepared import PreparedData
from ...engine.data.raw import RawInput
from ...engine.data.text.encoding import TextEncoding
from ..language import joined
from ..widgets.numbers import count_text, number_text, share_text


def split_word(name: str) -> str:
    """A split's name; ``left_out`` for samples that are in none."""
    tr = QCoreApplication.translate
    return {
        "train": tr("Data", "train"),
        "validation": tr("Data", "validation"),
        "test": tr("Data", "test"),
        "left_out": tr("Data", "left out"),
    }[name]


def inputs_words(data: PreparedData) -> str:
    """As ``input_words``, for all inputs that are columns of one table together."""
    parts = list(data.raw.inputs.values())
    together = sum(len(part.shown) for part in parts) if all(part.kind == "table" for part in parts) else 0
    return input_words(parts[0], together)


def input_words(part: RawInput, columns: int = 0) -> str:
    """What each sample is: "pictures of 8 × 8 pixels, grey"; ``columns`` of a table where not all are in this input."""
    tr = QCoreApplication.translate
    shape = part.values.shape
    if part.kind == "image":
        colours = {1: tr("Data", "grey"), 3: tr("Data", "colour"), 4: tr("Data", "colour with alpha")}
        colour = colours.get(shape[3], tr("Data", "{count} channels").format(count=shape[3]))
        return tr("Data", "pictures of {width} × {height} pixels, {colour}").format(
            width=shape[2], height=shape[1], colour=colour
        )
    if part.kind == "table":
        columns = columns or shape[1]
        return (
            tr("Data", "rows of {count} columns").format(count=columns) if columns > 1 else tr("Data", "single numbers")
        )
    if part.kind == "series" and part.windows is not None:
        return tr("Data", "windows of {steps}, {channels}").format(**_steps_words(*shape[1:]))
    if part.kind == "series":
        return tr("Data", "series of {steps}, {channels}").format(**_steps_words(*shape[1:]))
    if part.kind == "text":
        return tr("Data", "sequences of tokens") if part.given_tokens else tr("Data", "texts")
    return tr("Data", "texts of {count} tokens").format(count=shape[1])


def _steps_words(steps: int, channels: int) -> dict[str, str]:
    tr = QCoreApplication.translate
    long, wide = tr("Data", "{count} steps"), tr("Data", "{count} channels")
    return {
        "steps": tr("Data", "1 step") if steps == 1 else long.format(count=count_text(steps)),
        "channels": tr("Data", "1 channel") if channels == 1 else wide.format(count=count_text(channels)),
    }


def target_words(data: PreparedData) -> str:
    """What is to be predicted: "10 classes", "1 number (progression)"."""
    tr = QCoreApplication.translate
    target = next(iter(data.raw.targets.values()))
    if len(data.raw.targets) > 1:
        names = ", ".join(list(data.raw.targets)[:4]) + ("…" if len(data.raw.targets) > 4 else "")
        return tr("Data", "{count} targets: {names}").format(count=len(data.raw.targets), names=names)
    if target.task == "classification":
        return tr("Data", "{count} classes").format(count=count_text(len(target.classes)))
    if target.task == "multi_label":
        return tr("Data", "any of {count} labels").format(count=count_text(len(target.classes)))
    if target.task == "reconstruction":
        return tr("Data", "to be made again by an autoencoder")
    if target.task == "tagging":
        return tr("Data", "one of {count} tags for each token").format(count=count_text(len(target.classes)))
    names = ", ".join(target.names[:3]) + ("…" if len(target.names) > 3 else "")
    if len(target.names) == 1:
        return tr("Data", "a number to predict: {name}").format(name=names)
    return tr("Data", "{count} numbers to predict: {names}").format(count=len(target.names), names=names)


def text_words(data: PreparedData, how: TextEncoding) -> str:
    """What texts are cut into, how many tokens are known and how many are kept of a text."""
    tr = QCoreApplication.translate
    kinds = {
        "word": tr("Data", "Texts are cut into words."),
        "character": tr("Data", "Texts are cut into characters."),
        "bpe": tr("Data", "Texts are cut into byte-pair pieces."),
        "given": tr("Data", "Tokens are those of the file."),
    }
    size = tr("Data", "{count} tokens have a number; the network sees {length} of a text, which keeps {share} whole.")
    learnt = tr("Data", "Learnt from the training split only ({rows} samples), so validation and test stay unseen.")
    return joined(
        kinds[how.kind],
        size.format(count=count_text(len(how.tokens) - 2), length=count_text(how.length), share=share_text(how.whole)),
        learnt.format(rows=count_text(len(data.splits["train"]))),
    )


def scaling_words(data: PreparedData, scaling: str) -> str:
    """How values are scaled for the network, and that the statistics come from the training split only."""
    tr = QCoreApplication.translate
    part = next(iter(data.preprocess.inputs.values()))
    if part.text is not None:
        return text_words(data, part.text)
    if part.kind == "tokens":
        return tr("Data", "Token ids are fed as they are.")
    if scaling == "none":
        return tr("Data", "Values are fed as they are.")
    rows = count_text(len(data.splits["train"]))
    if scaling == "minmax" and part.kind == "image":
        return tr("Data", "Pixel values are brought to 0…1.")
    if scaling == "symmetric" and part.kind == "image":
        return tr("Data", "Pixel values are brought to -1…1.")
    learnt = tr(
        "Data", "Learnt from the training split only ({rows} samples), so validation and test stay unseen."
    ).format(rows=rows)
    if scaling == "minmax":
        return joined(tr("Data", "Each column is brought to 0…1 by its smallest and largest value."), learnt)
    if scaling == "symmetric":
        return joined(tr("Data", "Each column is brought to -1…1 by its smallest and largest value."), learnt)
    if len(part.offset) == 1 and len(part.scale) == 1 and part.scale[0]:
        text = tr("Data", "Values are fed as (value − {mean}) ÷ {std}: the mean and deviation.").format(
            mean=number_text(part.offset[0], 3), std=number_text(1 / part.scale[0], 3)
        )
    elif part.kind == "table":
        text = tr("Data", "Each column is fed as (value − mean) ÷ deviation.")
        if part.table is not None and part.table.categories:
            text = joined(
                tr("Data", "Each number is fed as (value − mean) ÷ deviation."),
                tr("Data", "Categories are fed as one input of 0 or 1 each: {count} inputs in all.").format(
                    count=count_text(part.table.width)
                ),
            )
    else:
        text = tr("Data", "Each channel is fed as (value − mean) ÷ deviation.")
    return joined(text, learnt)
