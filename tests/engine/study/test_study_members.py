"""The runs of seeds and folds: what differs between them, and what does not."""

from __future__ import annotations

import numpy as np
import pytest
from study_helpers import moons

from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.errors import TrainingError
from workbench.engine.study.members import planned


def with_study(project: Project, **more: object) -> Project:
    return project.updated(study=project.study.updated(**more))


def test_seeds_count_up_from_the_projects_own_and_change_nothing_else():
    project = with_study(moons(seed=7), seeds=3)
    members = planned("seeds", project)
    assert [m.project.training.seed for m in members] == [7, 8, 9]
    assert [m.label for m in members] == ["seed 7", "seed 8", "seed 9"]
    for member in members:
        same = member.project.updated(training=member.project.training.updated(seed=7))
        assert same == project


def test_the_split_can_be_drawn_anew_for_each_seed():
    members = planned("seeds", with_study(moons(split={"seed": 2}), seeds=3, seeds_split=True))
    assert [m.project.data.split.seed for m in members] == [2, 3, 4]


@pytest.mark.parametrize("split", [{}, {"stratified": False}, {"test": 0.3, "seed": 5}])
def test_folds_cover_everything_but_the_test_part_which_is_that_of_the_project(split):
    project = with_study(moons(split=split), folds=4)
    before = prepare(project.data)
    members = planned("folds", project)
    assert [m.label for m in members] == [f"fold {k} of 4" for k in (1, 2, 3, 4)]
    parts = [prepare(m.project.data).splits for m in members]
    for part in parts:
        assert part["test"].tolist() == before.splits["test"].tolist()
        assert not set(part["train"]) & set(part["validation"])
    rest = set(range(100)) - set(before.splits["test"].tolist())
    validated = np.concatenate([p["validation"] for p in parts])
    assert sorted(validated.tolist()) == sorted(rest)  # each sample once
    if split.get("stratified", True):
        (target,) = before.raw.targets.values()
        labels = target.values
        shares = [float(labels[p["validation"]].mean()) for p in parts]
        assert max(shares) - min(shares) < 0.06


def test_scales_are_learnt_from_each_folds_own_training_part():
    members = planned("folds", with_study(moons(), folds=5))
    means = []
    for member in members:
        prepared = prepare(member.project.data)
        (name, how), *_ = prepared.preprocess.inputs.items()
        own = prepared.raw.inputs[name].values[prepared.splits["train"]]
        assert np.asarray(how.offset) == pytest.approx(own.mean(axis=0), rel=1e-4, abs=1e-6)
        means.append(tuple(how.offset))
    assert len(set(means)) == 5


def grouped(tmp_path, **split: object) -> Project:
    rows = ["a,b,label,patient"]
    rng = np.random.RandomState(0)
    for k in range(120):
        rows.append(f"{rng.rand():.3f},{rng.rand():.3f},{'yes' if rng.rand() > 0.4 else 'no'},p{k // 6}")
    path = tmp_path / "patients.csv"
    path.write_text("\n".join(rows))
    source = {
        "kind": "table", "path": str(path),
        "columns": [{"name": "label", "role": "target"}, {"name": "patient", "role": "group"}],
    }  # fmt: skip
    data = DataRecipe.model_validate({"source": source, "split": {"method": "grouped", "test": 0.2, **split}})
    return with_study(Project(data=data), folds=4)


def test_groups_stay_whole_in_every_fold_and_the_test_part_is_the_same(tmp_path):
    project = grouped(tmp_path)
    before = prepare(project.data)
    groups = before.raw.groups
    assert groups is not None
    for member in planned("folds", project):
        parts = prepare(member.project.data).splits
        assert parts["test"].tolist() == before.splits["test"].tolist()
        owners = [set(groups[parts[name]].tolist()) for name in ("train", "validation", "test")]
        assert not owners[0] & owners[1] and not owners[0] & owners[2] and not owners[1] & owners[2]


def test_a_split_by_time_is_not_dealt_into_folds():
    project = moons(split={"method": "time"})
    with pytest.raises(TrainingError, match="split by time"):
        planned("folds", project)
