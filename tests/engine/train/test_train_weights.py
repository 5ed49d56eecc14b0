"""Sample weights: in the training loss, right together with class weights, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from training_helpers import drive, line, moons

from workbench.engine.data.prepare import prepare
from workbench.engine.data.raw import Array
from workbench.engine.document import Project
from workbench.engine.errors import DataError
from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.recipe import Loss
from workbench.engine.train.session import Session
from workbench.engine.train.setup import prepare_session


def weighted_table(project: Project, folder, weigh) -> Project:
    """The project with its data in a table that has a column of weights."""
    data = prepare(project.data)
    x = next(iter(data.raw.inputs.values())).values
    target = next(iter(data.raw.targets.values()))
    names = [f"x{k}" for k in range(x.shape[1])]
    lines = [",".join([*names, "w", "y"])]
    for i, row in enumerate(x):
        said = f"c{int(target.values[i])}" if target.classes else repr(float(target.values[i, 0]))
        lines.append(",".join([*(repr(float(v)) for v in row), str(weigh(i, said)), said]))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "t.csv").write_text("\n".join(lines) + "\n")
    source = {"kind": "table", "path": str(folder / "t.csv"), "columns": [{"name": "w", "role": "weight"}]}
    return project.updated(data=project.data.updated(source=source))


def session(project: Project) -> Session:
    return prepare_session(project, prepare(project.data), torch.device("cpu"), run="r", threads=1)


def last_weights(runs, ended) -> dict[str, torch.Tensor]:
    return read_snapshot(RunStore(runs).weights_path(ended.run, "last")).weights


def batch(made: Session, count: int = 12):
    inputs, targets = made.train.slice(0, count)
    with torch.no_grad():
        return (made.module(*inputs),), targets


def test_the_loss_of_each_sample_has_the_mean_of_the_batch():
    random = torch.Generator().manual_seed(0)
    # Shares: every loss of numbers takes them.
    logits, numbers = torch.randn(7, 3, generator=random), torch.randn(7, 3, generator=random).softmax(1)
    classes = torch.tensor([0, 1, 2, 1, 0, 2, 2])
    for kind, member in Loss.members.items():
        if kind == "auto":
            continue
        loss = member()
        for task, target in (("classification", classes), ("regression", numbers)):
            if task not in loss.tasks:
                continue
            each = loss.each(logits, target)
            assert each.shape == (7,)
            torch.testing.assert_close(each.mean(), loss(logits, target))
            torch.testing.assert_close(each[2:3].mean(), loss(logits[2:3], target[2:3]))


@pytest.mark.parametrize("base", [moons(), line()], ids=["classes", "numbers"])
def test_the_training_loss_is_weighted_and_validation_is_not(tmp_path, base):
    made = session(weighted_table(base, tmp_path, lambda i, said: 1 + i % 3))
    outputs, targets = batch(made)
    goal = made.objective.goals[0]
    each = goal.loss.each(outputs[0], targets[0])
    raw = prepare(weighted_table(base, tmp_path, lambda i, said: 1 + i % 3).data)
    own: Array = raw.raw.weights[raw.splits["train"]]
    expected = (each.numpy() * own[:12] / own.mean()).mean()
    assert float(made.training_objective.loss(outputs, targets)) == pytest.approx(float(expected), rel=1e-5)
    assert float(made.objective.loss(outputs, targets)) == pytest.approx(float(each.mean()), rel=1e-6)
    assert len(made.train.slice(0, 1)[1]) == 2 and len(made.validation.slice(0, 1)[1]) == 1


def test_equal_weights_of_any_size_train_as_none_do(tmp_path):
    ends = {}
    for name, value in (("one", 1), ("seven", 7)):
        project = weighted_table(moons(), tmp_path / name, lambda i, said, value=value: value)
        ended = drive(project, tmp_path / f"{name}.runs")[-1]
        ends[name] = (last_weights(tmp_path / f"{name}.runs", ended), ended.metrics)
    project = weighted_table(moons(), tmp_path / "none", lambda i, said: 1)
    source = project.data.source.with_column("w", role="ignore")
    ended = drive(project.updated(data=project.data.updated(source=source)), tmp_path / "none.runs")[-1]
    ends["none"] = (last_weights(tmp_path / "none.runs", ended), ended.metrics)
    assert all(torch.equal(ends["one"][0][n], ends["seven"][0][n]) for n in ends["one"][0])
    for name, tensor in ends["none"][0].items():
        torch.testing.assert_close(tensor, ends["one"][0][name], rtol=1e-4, atol=1e-6)


def test_a_sample_of_weight_zero_is_never_learnt_from(tmp_path):
    """Half of the samples get nonsense for a label and no weight: the weights end where they end with any other nonsense."""
    ends = []
    for name in ("a", "b"):
        project = weighted_table(moons(), tmp_path / name, lambda i, said: i % 2)
        path = tmp_path / name / "t.csv"
        lines = path.read_text().splitlines()
        if name == "b":
            train = set(prepare(project.data).splits["train"].tolist())
            for i in range(100):
                if i % 2 == 0 and i in train:
                    x0, x1, w, y = lines[i + 1].split(",")
                    lines[i + 1] = ",".join([x0, x1, w, "c1" if y == "c0" else "c0"])
            path.write_text("\n".join(lines) + "\n")
        project = project.updated(
            data=project.data.updated(split=project.data.split.updated(stratified=False)),
        )
        ended = drive(project, tmp_path / f"{name}.runs")[-1]
        ends.append(last_weights(tmp_path / f"{name}.runs", ended))
    assert all(torch.equal(ends[0][n], ends[1][n]) for n in ends[0])


def test_class_weights_count_with_the_weights_of_samples(tmp_path):
    """Class weights even out what each class weighs in all, and the mean weight stays 1."""
    base = moons()
    base = base.updated(data=base.data.updated(balance="class_weights"))
    project = weighted_table(base, tmp_path, lambda i, said: 5 if said == "c1" else 1)
    made, data = session(project), prepare(project.data)
    rows = data.splits["train"]
    labels, samples = data.raw.targets["label"].values[rows], data.raw.weights[rows]
    by_class = made.training_objective.goals[0].weights.numpy()
    total = samples / samples.mean() * by_class[labels]
    assert total.mean() == pytest.approx(1.0, rel=1e-5)
    assert total[labels == 0].sum() == pytest.approx(total[labels == 1].sum(), rel=1e-5)
    outputs, targets = batch(made, len(rows))
    each = made.objective.goals[0].loss.each(outputs[0], targets[0]).numpy()
    assert float(made.training_objective.loss(outputs, targets)) == pytest.approx(
        float((each * total).mean()), rel=1e-4
    )


def test_no_weight_in_the_training_part_is_told(tmp_path):
    base = moons()
    train = set(prepare(base.data).splits["train"].tolist())
    project = weighted_table(base, tmp_path, lambda i, said: 0 if i in train else 1)
    with pytest.raises(DataError, match="All samples of the training part have the weight 0"):
        session(project)


def test_weights_reach_a_streamed_feed_and_class_balance_together(tmp_path):
    project = weighted_table(moons(), tmp_path, lambda i, said: 1 + i % 4)
    resident = session(project)
    streamed = prepare_session(
        project, prepare(project.data), torch.device("cpu"), run="r", threads=1, free=lambda device: 0
    )
    index = torch.tensor([5, 0, 33])
    for mine, theirs in zip(resident.train.gather(index)[1], streamed.train.gather(index)[1], strict=True):
        assert torch.equal(mine, theirs)
    sampled = weighted_table(
        moons().updated(data=moons().data.updated(balance="oversample")), tmp_path / "o", lambda i, said: np.sqrt(i + 1)
    )
    assert drive(sampled, tmp_path / "o.runs")[-1].reason == "finished"
