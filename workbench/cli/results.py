"""``evaluate``, ``predict``, ``export`` and ``runs``: what a run left, and what can be done with it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..engine.errors import TrainingError
from ..engine.project.files import load_project, runs_dir_of
from ..engine.runs.store import RunStore, Which
from .output import count, emit, metrics_text, number, quoted, say, table

if TYPE_CHECKING:
    from ..engine.data.prepared import SplitName
    from ..engine.evaluate.predict import Prediction
    from ..engine.evaluate.report import Report
    from ..engine.evaluate.result import ClassScore
    from ..engine.export.certificate import Certificate
    from ..engine.export.request import ExportFormat


SHOWN_MISTAKES = 5
"""Sequences with wrong tags that are printed."""


def evaluate_file(file: Path, run: str, split: SplitName, *, which: Which, device: str, as_json: bool) -> None:
    """Prints a run's scores on a split."""
    store = _store(file)
    chosen = _run(store, file, run)
    from ..engine.evaluate.report import evaluate_run

    report = evaluate_run(store, chosen, split=split, which=which, base_dir=file.absolute().parent, device=device)
    for warning in report.warnings:
        say(f"warning: {warning}")
    mistakes = [] if report.task != "tagging" else list(_mistakes(report, store, file.absolute().parent))
    if as_json:
        kept = {"mistakes": mistakes} if report.task == "tagging" else {}
        emit({"event": "evaluated", **report.dump(), **kept})
    else:
        _print_report(report)
        _print_mistakes(mistakes)


def predict_files(
    file: Path,
    inputs: Sequence[Path],
    *,
    run: str,
    which: Which,
    as_json: bool,
    out: Path | None = None,
    texts: Sequence[str] = (),
) -> None:
    """Prints a prediction for each of the ``texts`` and each sample in the files; what an autoencoder makes of them goes to the folder ``out``."""
    store = _store(file)
    chosen = _run(store, file, run)
    from ..engine.evaluate.predict import Predictor
    from ..engine.evaluate.reconstruction import save_reconstruction

    predictor = Predictor(store, chosen, which)
    goal = predictor.network.objective.goals[0]
    if out is not None and goal.task != "reconstruction":
        raise TrainingError(
            "The network makes no samples that could be saved",
            "--out is for autoencoders, which make each sample again",
            "Leave --out away; with --json the predictions can be kept in a file",
            code="predict.nothing_to_save",
        )
    if out is None and goal.task == "reconstruction" and not as_json:
        say("note: --out FOLDER saves what the network makes of each sample")
    meaning = predictor.network.loss.meaning()
    if meaning and not as_json:
        say(f"note: {meaning}.")
    for samples, predictions in chain(predictor.predict_texts(texts), predictor.predict_files(inputs)):
        for note in samples.notes:
            say(f"note: {note}")
        for prediction in predictions:
            saved = None
            if out is not None and prediction.reconstruction is not None:
                how = predictor.network.preprocess.inputs[goal.input]
                saved = save_reconstruction(out, prediction.source, prediction.reconstruction, how)
            if as_json:
                kept = {"saved": str(saved)} if saved is not None else {}
                emit({"event": "predicted", "run": chosen, **prediction.dump(), **kept})
            else:
                print(_prediction_in_words(prediction) + (f", saved as {saved}" if saved is not None else ""))
                for other in prediction.others:
                    print(f"  {other.target}{_prediction_in_words(other).removeprefix(other.source)}")


def _prediction_in_words(prediction: Prediction) -> str:
    if prediction.tags is not None:
        pairs = " ".join(f"{token.text}/{token.said}" for token in prediction.tags)
        named = "; ".join(f"{s.kind} {s.text}".strip() for s in prediction.spans if s.kind)
        words = " ".join(s.text for s in prediction.spans if not s.kind)
        more = f"\n  {named or words}" if named or words else ""
        return f"{prediction.source}: {pairs}{more}"
    if prediction.error is not None:
        return f"{prediction.source}: error {number(prediction.error)}"
    if prediction.labels is not None:
        ranked = sorted((prediction.probabilities or {}).items(), key=lambda item: -item[1])
        given = [f"{name} {share:.1%}" for name, share in ranked if name in prediction.labels]
        others = [f"{name} {share:.1%}" for name, share in ranked if name not in prediction.labels][:2]
        rest = f" (not {', '.join(others)})" if others else ""
        return f"{prediction.source}: {', '.join(given) or 'no label'}{rest}"
    if prediction.scores is not None:
        ordered = sorted(prediction.scores.items(), key=lambda item: -item[1])
        rest = ", ".join(f"{name} {number(score)}" for name, score in ordered[1:3])
        return f"{prediction.source}: {prediction.label}, score {number(prediction.score)} ({rest})"
    if prediction.probabilities is None:
        values = "  ".join(f"{name} {number(value)}" for name, value in (prediction.values or {}).items())
        return f"{prediction.source}: {values}"
    ranked = sorted(prediction.probabilities.items(), key=lambda item: -item[1])
    others = ", ".join(f"{name} {share:.1%}" for name, share in ranked[1:3])
    return f"{prediction.source}: {prediction.label} {prediction.confidence:.1%} ({others})"


def export_file(
    file: Path,
    kind: ExportFormat,
    out: Path,
    *,
    run: str,
    which: Which,
    preprocessing: bool,
    decoder: bool = False,
    as_json: bool,
) -> None:
    """Exports a run's network, or only its decoder, and prints the certificate of its replay."""
    store = _store(file)
    chosen = _run(store, file, run)
    from ..engine.export.request import ExportRequest
    from ..engine.export.run import export_run

    request = ExportRequest(
        format=kind,
        out=out.absolute(),
        runs_dir=store.runs_dir,
        base_dir=file.absolute().parent,
        run=chosen,
        which=which,
        include_preprocessing=preprocessing,
        part="decoder" if decoder else "network",
    )
    certificate = export_run(request)
    for warning in certificate.warnings:
        say(f"warning: {warning}")
    if as_json:
        emit({"event": "exported", **certificate.model_dump(mode="json")})
    else:
        _print_certificate(certificate)


def list_runs(file: Path, as_json: bool) -> None:
    """Prints the runs, newest first."""
    load_project(file)
    runs = RunStore(runs_dir_of(file.absolute())).runs()
    if as_json:
        for run in runs:
            emit(
                {
                    "event": "run",
                    "run": run.id,
                    "number": run.number,
                    "state": run.state,
                    "started": run.started,
                    "seconds": run.seconds,
                    "device": run.device,
                    "epochs": run.epochs,
                    "epoch": run.epoch,
                    "step": run.step,
                    "best_epoch": run.best_epoch,
                    "parameters": run.parameters,
                    "metrics": run.metrics,
                    "message": run.message,
                    **({"study": run.study, "label": run.label} if run.study else {}),
                }
            )
        return
    if not runs:
        say(f"No runs yet. Train one: workbench train {quoted(file)}")
        return
    rows = [
        (
            f"{run.id}  {run.study} {run.label}" if run.study else run.id,
            run.state.replace("_", " "),
            time.strftime("%Y-%m-%d %H:%M", time.localtime(run.started)),
            f"{run.seconds:.1f} s",
            f"{run.epoch}/{run.epochs}",
            metrics_text({k: v for k, v in run.metrics.items() if k.startswith("val_")} or run.metrics),
        )
        for run in runs
    ]
    table(rows, header=("RUN", "STATE", "STARTED", "TIME", "EPOCHS", "BEST EPOCH"), right=(3, 4))


def _store(file: Path) -> RunStore:
    load_project(file)  # a foreign file is told as such, and not as one without runs
    return RunStore(runs_dir_of(file.absolute()))


def _run(store: RunStore, file: Path, reference: str) -> str:
    if reference:
        return store.get(reference).id
    newest = store.newest(trained=True)
    if newest is None:
        raise TrainingError(
            f"{file} has no trained run",
            "",
            f"Train first: workbench train {quoted(file)}",
            code="runs.none",
            values={"file": str(file)},
        )
    return newest.id


def _print_report(report: Report) -> None:
    tokens = f" of {count(report.tokens, 'token')}" if report.tokens else ""
    print(f"Run {report.run}, {report.which} weights, {report.split} split: {count(report.samples, 'sample')}{tokens}")
    for each in report.every:
        if report.others:
            print(f"\nTarget {each.target}")
        _print_scores(each)


def _print_scores(report: Report) -> None:
    table([(name, number(value)) for name, value in report.metrics.items()])
    for name, why in report.undefined.items():
        print(f"{name} has no value: {why}.")
    if report.meaning:
        print(f"{report.meaning}.")
    if report.task == "classification":
        print()
        rows = [
            (c.name, f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}", f"{c.support:,}") for c in report.classes
        ]
        table(rows, header=("CLASS", "PRECISION", "RECALL", "F1", "SAMPLES"), right=(1, 2, 3, 4))
    elif report.task == "tagging":
        _print_tags(report)
    elif report.task == "multi_label":
        print()
        labels = [
            (
                s.name,
                f"{s.precision:.3f}",
                f"{s.recall:.3f}",
                f"{s.f1:.3f}",
                f"{s.average_precision:.3f}",
                f"{s.support:,}",
            )
            for s in report.labels
        ]
        header = ("LABEL", "PRECISION", "RECALL", "F1", "AVERAGE PRECISION", "SAMPLES")
        table(labels, header=header, right=(1, 2, 3, 4, 5))
    elif report.task == "reconstruction":
        errors = report.dump()["errors"]
        print()
        print(
            f"Errors: half below {number(errors['p50'])}, 90% below {number(errors['p90'])}, 99% below {number(errors['p99'])}"
        )
        worst = ", ".join(f"sample {w['sample']:,} ({number(w['error'])})" for w in errors["largest"][:5])
        print(f"Largest: {worst}")


def _print_tags(report: Report) -> None:
    named: list[tuple[str, Sequence[ClassScore], str]] = [("TAG", report.classes, "TOKENS")]
    if any(kind.name for kind in report.spans):
        named.append(("SPANS", report.spans, "SPANS"))
    for title, scores, unit in named:
        print()
        rows = [(c.name, f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}", f"{c.support:,}") for c in scores]
        table(rows, header=(title, "PRECISION", "RECALL", "F1", unit), right=(1, 2, 3, 4))


def _mistakes(report: Report, store: RunStore, base_dir: Path) -> Iterator[dict[str, object]]:
    """The sequences with the most wrong tags: what they are called, their tokens, and true and given tags."""
    from ..engine.data.prepare import prepare
    from ..engine.evaluate.tagging import sequence_answers

    data = prepare(store.project(report.run).data, base_dir)
    for place in report.mistakes()[:SHOWN_MISTAKES].tolist():
        answers, index = sequence_answers(report, data, place), int(report.indexes[place])
        yield {
            "sample": data.raw.names[index] if len(data.raw.names) else f"sample {index:,}",
            "wrong": sum(answer.wrong for answer in answers),
            "tokens": [answer.text for answer in answers],
            "true": [answer.true for answer in answers],
            "predicted": [answer.said for answer in answers],
        }


def _print_mistakes(found: Sequence[dict[str, Any]]) -> None:
    """Each sequence in a line, wrong tags as true>given."""
    if found:
        print("\nMost wrong tags (true>predicted):")
    for entry in found:
        tags = zip(entry["tokens"], entry["true"], entry["predicted"], strict=True)
        line = " ".join(f"{token}/{true}" + (f">{said}" if said and said != true else "") for token, true, said in tags)
        print(f"  {entry['sample']}, {entry['wrong']} of {len(entry['tokens'])}: {line}")


def _print_certificate(certificate: Certificate) -> None:
    print(f"Wrote {', '.join(certificate.files)} ({certificate.size / 1024:,.1f} KiB).")
    print(certificate.in_words())
