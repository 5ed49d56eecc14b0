"""One export from request to certificate: made aside, replayed on real samples, and only then given its name."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from ..data.prepare import prepare
from ..errors import ExportError
from ..evaluate.decoder import load_maker
from ..evaluate.generator import NOISE, SAMPLES, is_gan
from ..evaluate.network import TrainedNetwork, load_network
from ..runs.store import RunStore
from ..shapes import Task
from .certificate import Certificate, keep, sha256_of
from .deployed import Deployed, arguments_for, expected_answers, ports_of, replay_samples
from .metadata import metadata, privacy_metadata
from .replay import Answer, replay
from .request import ExportRequest
from .staging import staged

_AGREE: dict[Task, Literal["top class", "labels", "tags"]] = {"multi_label": "labels", "tagging": "tags"}

Progress = Callable[[float, str], None]
"""Called with the share done and a few words."""


def export_run(request: ExportRequest, progress: Progress | None = None) -> Certificate:
    """Exports a run in this thread. The window uses ``ExportProcess``: torch's exporters hold the interpreter for long.

    Raises ``ExportError``, and ``TrainingError`` or ``DataError`` for the run or its data; then nothing is written.
    """
    tell = progress or _silent
    began = time.perf_counter()
    target = request.target
    store = RunStore(request.runs_dir)
    tell(0.0, "Loading the network")
    generator = None
    if request.part == "decoder" or is_gan(store, request.run):
        generator = load_maker(store, request.run, request.which)
    network = generator.network if generator is not None else load_network(store, request.run, request.which)
    _check_layers(network, request)
    tell(0.1, "Preparing the data")
    # What makes samples is replayed on noise: what it makes is to be the same.
    data = (
        generator.noise_data(request.samples)
        if generator is not None
        else prepare(network.project.data, request.base_dir)
    )
    included = request.include_preprocessing
    inputs, outputs = ports_of(network, data, include_preprocessing=included)
    split: str
    split, rows = replay_samples(data, request.samples)
    if generator is not None:
        outputs, split = [replace(port, name=SAMPLES) for port in outputs], NOISE
    arguments = arguments_for(network, data, rows, inputs, include_preprocessing=included)
    expected = expected_answers(network, data, rows, outputs, include_preprocessing=included)
    about = metadata(network, inputs, outputs, include_preprocessing=included)
    if generator is not None:
        about |= {"workbench.task": "generation"}
    about |= privacy_metadata(store, request.run, network.project.training.privacy)
    with staged(target) as folder:
        path = folder / target.name
        tell(0.3, "Exporting")
        example = [a[[0, -1]] for a in arguments]
        opset = 0
        answer: Answer
        if request.format == "python":
            from .python_file import python_answer, write_python

            write_python(path, network, inputs, outputs, include_preprocessing=included)
            tell(0.7, "Replaying")
            answer, runtime = python_answer(path)
        else:
            module = Deployed(network, inputs, outputs, include_preprocessing=included)
            if request.format == "onnx":
                from .onnx import onnx_answer, write_onnx

                opset = write_onnx(path, module, example, about)
                tell(0.8, "Replaying")
                answer, runtime = onnx_answer(path)
            else:
                from .program import program_answer, write_program

                write_program(path, module, example, about)
                tell(0.8, "Replaying")
                answer, runtime = program_answer(path)
        found = replay(answer, arguments, expected, outputs, runtime)
        made = sorted(folder.iterdir(), key=lambda file: file.name != target.name)
        certificate = Certificate(
            format=request.format,
            files=tuple(str(target.with_name(file.name)) for file in made),
            run=network.run,
            weights=request.which,
            split=split,
            samples=found.samples,
            batch_sizes=found.batch_sizes,
            largest_difference=found.largest_difference,
            tolerance=found.tolerance,
            agreement=found.agreement,
            agreement_of=_AGREE.get(outputs[0].target.task, "top class"),
            runtime=runtime,
            opset=opset,
            size=sum(file.stat().st_size for file in made),
            sha256=sha256_of(path),
            include_preprocessing=included,
            inputs={p.name: p.words for p in inputs},
            outputs={p.name: p.words for p in outputs},
            seconds=time.perf_counter() - began,
            warnings=_warnings(network, data.fingerprint, split),
        )
        # The replay's session holds the file open on some systems, where it could not be moved.
        del answer
    return _kept(certificate, store.folder(request.run), tell)


def _kept(certificate: Certificate, folder: Path, tell: Progress) -> Certificate:
    tell(1.0, "Done")
    try:
        keep(certificate, folder)
    except OSError as error:  # a read-only or full runs folder keeps no record; the export itself is fine
        told = f"The run's folder keeps no record of this export: {error.strerror or error}."
        return certificate.updated(warnings=(*certificate.warnings, told))
    return certificate


def _check_layers(network: TrainedNetwork, request: ExportRequest) -> None:
    """Raises ``ExportError`` for a layer that declares it can't be exported to ONNX."""
    for node in network.project.graph.nodes:
        if request.format == "onnx" and node.layer.onnx:
            raise ExportError(
                f"{node.name} can't be exported to ONNX: {node.layer.onnx}",
                "",
                "Replace it, or export as a PyTorch program (pt2) or as Python",
                code="export.layer",
                values={"node": node.name},
            )


def _warnings(network: TrainedNetwork, fingerprint: str, split: str) -> tuple[str, ...]:
    found = []
    if network.preprocess.fingerprint != fingerprint:
        found.append("The data has changed since the run was trained; the replay used it as it is now.")
    if split not in ("validation", NOISE):
        found.append("The data has no validation part; the replay used training samples.")
    return tuple(found)


def _silent(done: float, text: str) -> None:
    pass
