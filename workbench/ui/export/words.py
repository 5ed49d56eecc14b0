"""What the Export stage says, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...engine.export.certificate import Certificate
from ...engine.export.request import ExportFormat
from ..data.words import split_word
from ..widgets.numbers import number_text, share_text
from ..words import duration, memory

FORMATS: tuple[ExportFormat, ...] = ("onnx", "python", "pt2")


def format_title(kind: ExportFormat) -> str:
    """A format's name."""
    tr = QCoreApplication.translate
    return {
        "onnx": tr("Export", "ONNX"),
        "python": tr("Export", "Python file"),
        "pt2": tr("Export", "PyTorch program"),
    }[kind]


def format_help(kind: ExportFormat) -> str:
    """What a format is good for, in a sentence or two."""
    tr = QCoreApplication.translate
    return {
        "onnx": tr(
            "Export",
            "One file that runs nearly everywhere without Python: ONNX Runtime on servers, desktops, phones and in the "
            "browser. Any batch size; class names travel inside.",
        ),
        "python": tr(
            "Export",
            "Readable PyTorch source of exactly the network that was trained, with its weights in a file beside it. "
            "Needs torch and safetensors, not Workbench.",
        ),
        "pt2": tr(
            "Export",
            "A torch.export program: one file for PyTorch without source code, ready for ahead-of-time compilation.",
        ),
    }[kind]


def certificate_title(certificate: Certificate) -> str:
    """The finding in a line."""
    tr = QCoreApplication.translate
    return {
        "onnx": tr("Export", "Verified: the ONNX file gives the same answers as the network"),
        "python": tr("Export", "Verified: the Python file gives the same answers as the network"),
        "pt2": tr("Export", "Verified: the PyTorch program gives the same answers as the network"),
    }[certificate.format]


def certificate_rows(certificate: Certificate) -> list[tuple[str, str, str]]:
    """Name, value and explanation of each line of a certificate."""
    tr, c = QCoreApplication.translate, certificate
    sizes = ", ".join(str(size) for size in c.batch_sizes)
    rows = [
        (
            tr("Export", "Replayed"),
            tr("Export", "{count} {split} samples, in batches of {sizes}").format(
                count=f"{c.samples:,}", split=split_word(c.split), sizes=sizes
            ),
            tr("Export", "The exported file was asked about real samples, never of the test split."),
        )
    ]
    if c.agreement is not None:
        rows.append(
            (
                {"top class": tr("Export", "Same top class"), "tags": tr("Export", "Same tags")}.get(
                    c.agreement_of, tr("Export", "Same labels")
                ),
                tr("Export", "in all of them")
                if c.agreement == 1.0
                else tr("Export", "in {share} of them").format(share=share_text(c.agreement)),
                {
                    "top class": tr("Export", "Share of the samples for which both name the same class."),
                    "tags": tr("Export", "Share of the tokens to which both give the same tag."),
                }.get(c.agreement_of, tr("Export", "Share of the samples to which both give the same labels.")),
            )
        )
    rows += [
        (
            tr("Export", "Largest difference"),
            tr("Export", "{difference}, {tolerance} is allowed").format(
                difference=number_text(c.largest_difference, 2), tolerance=number_text(c.tolerance, 2)
            ),
            tr("Export", "Of any number in any answer. Sums in another order differ in the last digits."),
        ),
        (tr("Export", "Checked with"), c.runtime, tr("Export", "What ran the exported file.")),
    ]
    if c.opset:
        rows.append((tr("Export", "Operator set"), str(c.opset), tr("Export", "Version of ONNX' operators it needs.")))
    rows += [(tr("Export", "Takes"), _ports(c.inputs), ""), (tr("Export", "Gives"), _ports(c.outputs), "")]
    preprocessing = (
        tr("Export", "inside: it takes raw values")
        if c.include_preprocessing
        else tr("Export", "left out: values must be scaled as in training")
    )
    rows += [
        (tr("Export", "Preprocessing"), preprocessing, ""),
        (tr("Export", "Size"), memory(c.size), ""),
        (tr("Export", "Took"), duration(c.seconds), ""),
        (tr("Export", "SHA-256"), c.sha256[:16] + "…" if c.sha256 else "–", c.sha256),
    ]
    return rows


def _ports(ports: dict[str, str]) -> str:
    return "; ".join(f"{name} {shape}" for name, shape in ports.items()) or "–"
