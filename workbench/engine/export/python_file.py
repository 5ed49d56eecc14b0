"""A stand-alone Python file and its weights: the network's source as it was trained, and no Workbench."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save, save_file

from ... import __version__
from ..data.labels import THRESHOLD
from ..data.preprocess import CategoryEncoding, InputPreprocess, TableEncoding, Warp
from ..data.text.encoding import TextEncoding, tokeniser_json
from ..errors import ExportError
from ..evaluate.network import TrainedNetwork
from .deployed import InputPort, OutputPort
from .metadata import meaning_of
from .replay import Answer, Batch

TIMEOUT = 300.0
"""Seconds that the replay in a process of its own may take."""

# Given are tensors "<batch>/<input>", made are tensors "<batch>/<output>".
ASK = """
import importlib.util, sys
from safetensors.torch import load_file, save_file
spec = importlib.util.spec_from_file_location("exported", sys.argv[1])
exported = importlib.util.module_from_spec(spec)
spec.loader.exec_module(exported)
network = exported.load()
given, answers = load_file(sys.argv[2]), {}
for batch in sorted({name.split("/")[0] for name in given}):
    count = sum(name.split("/")[0] == batch for name in given)
    made = exported.predict(network, *(given[f"{batch}/{i}"] for i in range(count)))
    made = made if isinstance(made, tuple) else (made,)
    answers |= {f"{batch}/{i}": y.contiguous() for i, y in enumerate(made)}
save_file(answers, sys.argv[3])
"""


def write_python(
    path: Path,
    network: TrainedNetwork,
    inputs: Sequence[InputPort],
    outputs: Sequence[OutputPort],
    *,
    include_preprocessing: bool,
) -> None:
    """Writes ``name.py`` and ``name.safetensors`` beside it. Raises ``ExportError`` for a name that is not ``.py``."""
    if path.suffix != ".py":
        raise ExportError(
            f"A Python file's name ends in .py, and this is {path.name}", "", "Choose another name", code="export.name"
        )
    weights = path.with_suffix(".safetensors")
    state = {name: tensor.detach().cpu().clone() for name, tensor in network.module.state_dict().items()}
    weights.write_bytes(save(state))  # save_file would give the file a mode of its own
    for argument, port in _of_texts(inputs):
        beside = path.with_name(f"{path.stem}.{argument}.json")
        beside.write_text(tokeniser_json(port), encoding="utf-8")
    path.write_text(_text(path, network, inputs, outputs, included=include_preprocessing), encoding="utf-8")


def python_answer(path: Path) -> tuple[Answer, str]:
    """Asks the file in a process of its own that has torch and safetensors; also names the runtime."""

    def answer(batches: list[Batch]) -> list[Batch]:
        with tempfile.TemporaryDirectory() as folder:
            given, made = Path(folder) / "given.safetensors", Path(folder) / "made.safetensors"
            tensors = {
                f"{b}/{i}": torch.from_numpy(np.ascontiguousarray(a))
                for b, batch in enumerate(batches)
                for i, a in enumerate(batch)
            }
            save_file(tensors, given)
            # Isolated (-I): neither this program's folder nor the user's settings can lend the file what it lacks.
            command = [sys.executable, "-I", "-B", "-c", ASK, str(path), str(given), str(made)]
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=TIMEOUT)
            if done.returncode != 0:
                last = (done.stderr.strip().splitlines() or ["no message"])[-1]
                raise ExportError(
                    f"The export was not kept: the Python file fails when it is run ({last})",
                    "It should run by itself",
                    "Report this with the project",
                    code="export.python_fails",
                )
            answers = load_file(made)
        counts = [sum(name.split("/")[0] == str(b) for name in answers) for b in range(len(batches))]
        return [[answers[f"{b}/{i}"].numpy() for i in range(count)] for b, count in enumerate(counts)]

    return answer, f"Python {sys.version.split()[0]} and PyTorch {torch.__version__}"


def _text(
    path: Path, network: TrainedNetwork, inputs: Sequence[InputPort], outputs: Sequence[OutputPort], *, included: bool
) -> str:
    name = re.sub(r"\W", "_", path.stem)
    arguments = [_identifier(p.name, i) for i, p in enumerate(inputs)]
    takes = "\n".join(f"    {a}: {p.words}" for a, p in zip(arguments, inputs, strict=True))
    raw = "raw values, as the data held them" if included else "values scaled as the network was trained with them"
    gives = "\n".join(f"    {o.name}: {o.words}" for o in outputs)
    meaning = meaning_of(network)
    if meaning:
        gives += f"\n\n{_safe(meaning)}"
    header = f'''"""{_safe(network.project.title)}: a network trained in Workbench {__version__}, run {network.run}, {network.which} weights.

Needs torch and safetensors, and {path.stem}.safetensors beside this file:

    import {name}
    network = {name}.load()
    {name}.predict(network, {", ".join(arguments)})

Takes {raw}:
{takes}
Gives:
{gives}
"""

from pathlib import Path

from safetensors.torch import load_file
'''
    source = network.source.text.rstrip("\n")
    readers = "".join(_reader(argument) for argument, _ in _of_texts(inputs))
    return f"{header}{source}\n\n\n{_constants(outputs)}{readers}{_functions(network, inputs, outputs, arguments, included=included)}"


def _of_texts(inputs: Sequence[InputPort]) -> list[tuple[str, TextEncoding]]:
    """The inputs that are fed texts as token numbers, by the names of their arguments."""
    return [(_identifier(p.name, i), p.preprocess.text) for i, p in enumerate(inputs) if p.preprocess.text is not None]


def _reader(argument: str) -> str:
    """A function that turns texts into what ``predict`` takes."""
    return f'''def numbers_of_{argument}(texts):
    """Texts as token numbers (N, T) int64, as ``predict`` takes them. Needs the package tokenizers."""
    from tokenizers import Tokenizer

    here = Path(__file__)
    tokeniser = Tokenizer.from_file(str(here.with_name(f"{{here.stem}}.{argument}.json")))
    made = tokeniser.encode_batch(list(texts), add_special_tokens=False)
    return torch.tensor([encoding.ids for encoding in made], dtype=torch.int64)


'''


def _constants(outputs: Sequence[OutputPort]) -> str:
    first = outputs[0].target
    if first.task == "classification":
        return f"CLASSES = {first.classes!r}\n\n\n"
    if first.task == "multi_label":
        return f"LABELS = {first.classes!r}\nTHRESHOLD = {THRESHOLD}  # probability above which a label counts as given\n\n\n"
    if first.task == "reconstruction":
        return ""
    if first.task == "tagging":
        return f"TAGS = {first.classes!r}\n\n\n{_tagger(first.length, first.cut, first.pad)}"
    return f"TARGETS = {first.names!r}\n\n\n"


def _tagger(length: int, cut: str, pad: str) -> str:
    """A function that gives each token of texts its tag."""
    kept = f"tokens[-{length}:]" if cut == "start" else f"tokens[:{length}]"
    first = f"{length} - len(tokens)" if pad == "start" else "0"
    return f'''def tags_of(probabilities, texts):
    """(token, tag) for each token of texts whose tokens stand between blanks, from what ``predict`` gives for them.

    Of a longer text than {length} tokens the {cut} is cut off.
    """
    found = []
    for row, text in zip(probabilities, texts):
        tokens = text.split(" ")
        tokens = {kept}
        first = {first}
        best = row[first : first + len(tokens)].argmax(-1).tolist()
        found.append([(token, TAGS[k]) for token, k in zip(tokens, best)])
    return found


'''


def _functions(
    network: TrainedNetwork,
    inputs: Sequence[InputPort],
    outputs: Sequence[OutputPort],
    arguments: Sequence[str],
    *,
    included: bool,
) -> str:
    listed = ", ".join(arguments)
    by_name = {port.name: argument for port, argument in zip(inputs, arguments, strict=True)}
    fed = ", ".join(by_name[name] for name in network.inputs)
    lines = [
        "def load(path=None):",
        '    """The network with its weights, in evaluation mode."""',
        f"    network = {network.source.class_name}()",
        '    network.load_state_dict(load_file(path or Path(__file__).with_suffix(".safetensors")))',
        "    return network.eval()",
        "",
        "",
        "@torch.inference_mode()",
        f"def predict(network, {listed}):",
        f'    """The predictions for a batch: {", ".join(o.name for o in outputs)}."""',
    ]
    if included:
        for argument, port in zip(arguments, inputs, strict=True):
            lines += _scaling(argument, port)
    names = [f"y{i}" if len(outputs) > 1 else "y" for i in range(len(outputs))]
    lines.append(f"    {', '.join(names)} = network.predict({fed})")
    for name, result, goal in zip(names, outputs, network.objective.goals, strict=True):
        if result.pair and goal.units == 1:
            lines.append(f"    {name} = torch.cat([1 - {name}, {name}], dim=-1)")
        if result.reconstructs is not None and included:
            lines += _scaling_back(name, result.reconstructs)
        if result.target.task == "regression" and included:
            scale, offset = list(result.target.scale), list(result.target.offset)
            lines.append(f"    {name} = {name} / torch.tensor({scale!r}) + torch.tensor({offset!r})")
    lines.append(f"    return {', '.join(names)}")
    return "\n".join(lines) + "\n"


def _scaling(argument: str, port: InputPort) -> list[str]:
    how = port.preprocess
    if how.of_ids:
        return [] if how.table is None else _ids(argument, how.table)
    lines = []
    if how.kind == "image":
        lines.append(f"    {argument} = {argument}.permute(0, 3, 1, 2)  # N, H, W, C -> N, C, H, W")
    if how.table is not None:
        lines += _encoding(argument, how.table)
    after = "[:, None, None]" if how.kind == "image" else ""
    lines.append(
        f"    {argument} = ({argument}.float() - torch.tensor({list(how.offset)!r}){after})"
        f" * torch.tensor({list(how.scale)!r}){after}"
    )
    if how.gaps or how.mask:
        lines.append(f"    missing = {argument}.isnan()  # no such step, or no value in it: the mean")
        lines.append(f"    {argument} = torch.where(missing, 0.0, {argument})")
    if how.mask:
        lines.append(f"    {argument} = torch.cat([{argument}, (~missing.all(-1, keepdim=True)).float()], dim=-1)")
    return lines


def _scaling_back(name: str, how: InputPreprocess) -> list[str]:
    """A reconstruction in the units of the data."""
    after = "[:, None, None]" if how.kind == "image" else ""
    offset, scale = (list(part) for part in how.fed_scales)
    lines = [f"    {name} = {name} / torch.tensor({scale!r}){after} + torch.tensor({offset!r}){after}"]
    if how.kind == "image":
        lines.append(f"    {name} = {name}.permute(0, 2, 3, 1)  # N, C, H, W -> N, H, W, C")
    return lines


def _encoding(argument: str, how: TableEncoding) -> list[str]:
    """Raw columns to numbers, as ``data.encoding.encode`` does it."""
    fills = ", ".join('float("nan")' if fill is None else repr(fill) for fill in how.fills)
    lines = ["    parts = []"]
    if how.numbers:
        lines.append(f"    numbers = {argument}.float()[:, {list(how.numbers)!r}]")
        places = {column: place for place, column in enumerate(how.numbers)}
        for rule in how.outliers:
            if not rule.flag:
                column = f"numbers[:, {places[rule.column]}]"
                lines += [
                    f"    {column} = torch.where({column} < {rule.low!r}, {rule.low!r}, {column})  # outliers",
                    f"    {column} = torch.where({column} > {rule.high!r}, {rule.high!r}, {column})",
                ]
        lines.append(f"    numbers = torch.where(numbers.isnan(), torch.tensor([{fills}]), numbers)")
        for line in how.warps:
            lines += _ranks(f"numbers[:, {places[line.column]}]", line)
        lines.append("    parts.append(numbers)")
    if how.indicators:
        lines.append(f"    parts.append({argument}[:, {list(how.indicators)!r}].isnan().float())")
    for rule in how.flags:
        value = f"{argument}.float()[:, {rule.column} : {rule.column + 1}]"
        lines.append(f"    parts.append((({value} < {rule.low!r}) | ({value} > {rule.high!r})).float())  # outliers")
    for category in how.categories:
        lines += [
            *_slots(argument, category),
            "    parts.append(slots[:, None].float())"
            if category.ordinal
            else f"    parts.append((slots[:, None] == torch.arange({len(category.outputs)})).float())",
        ]
    lines.append(f"    {argument} = torch.cat(parts, dim=1)")
    return lines


def _slots(argument: str, category: CategoryEncoding) -> list[str]:
    count = len(category.names)
    return [
        f"    # Column {category.column} counted from 0, codes by name: {_safe(', '.join(category.names))[:300]}",
        f"    codes = {argument}.float()[:, {category.column}]",
        f"    known = (codes >= 0) & (codes < {count})",
        f"    codes = torch.where(codes.isnan(), {count}, torch.where(known, codes, {count + 1})).long()",
        f"    slots = torch.tensor({category.table().tolist()!r})[codes]",
    ]


def _ids(argument: str, how: TableEncoding) -> list[str]:
    """Codes of categories as ids, as ``data.wide.encode_ids``."""
    lines, start = ["    ids = []"], 1
    for category in how.categories:
        lines += [*_slots(argument, category), f"    ids.append(torch.where(slots < 0, 0, slots + {start}))"]
        start += len(category.outputs)
    return [*lines, f"    {argument} = torch.stack(ids, dim=1)"]


def _ranks(column: str, line: Warp) -> list[str]:
    """A column on the scale of its ranks, as ``data.scaling.warp``."""
    return [
        f"    knots, levels = torch.tensor({list(line.knots)!r}), torch.tensor({list(line.levels)!r})",
        f"    slopes = torch.tensor({list(line.slopes)!r})",
        f"    held = torch.minimum(torch.maximum({column}, knots[0]), knots[-1])",
        "    place = (held[:, None] >= knots[1:-1]).long().sum(dim=1)",
        f"    {column} = levels[place] + (held - knots[place]) * slopes[place]",
    ]


def _identifier(name: str, index: int) -> str:
    text = re.sub(r"\W", "_", name)
    return text if text.isidentifier() and text not in ("network", "torch", "y", "load", "predict") else f"x{index}"


def _safe(text: str) -> str:
    """Text that cannot end or escape a docstring."""
    return " ".join(text.replace("\\", "/").replace('"', "'").split()) or "Untitled"
