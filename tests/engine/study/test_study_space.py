"""What can be searched: fields by path, ranges, and values put into the project."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from study_helpers import moons

from workbench.engine.document import Project
from workbench.engine.errors import TrainingError
from workbench.engine.project.files import parse_project, project_text
from workbench.engine.project.settings import SettingError
from workbench.engine.study.recipe import FloatRange, IntRange, Options, Search, Searched
from workbench.engine.study.search import grid
from workbench.engine.study.space import (
    applies,
    check_space,
    parse_searched,
    searchable,
    usual_range,
    with_values,
)


def search(*space: str, **more: object) -> Search:
    return Search.model_validate({"space": [parse_searched(text).model_dump(mode="json") for text in space], **more})


def test_any_numeric_or_choice_field_of_recipe_and_layers_can_be_searched():
    paths = {path for path, _, _ in searchable(moons())}
    assert {
        "training.learning_rate", "training.batch_size", "training.optimizer", "training.optimizer.beta1",
        "networks.model.dense_1.units", "data.scaling", "data.balance",
    } <= paths  # fmt: skip
    assert not paths & {"training.seed", "data.split.seed", "data.source.name"}


def test_every_field_has_a_usual_range_that_the_field_accepts():
    project = moons()
    for path, spec, value in searchable(project):
        if value is None:
            continue
        searched = Searched(path=path, choose=usual_range(spec, value))
        if isinstance(searched.choose, Options):
            continue  # some go only with another choice beside them: a trial tells
        check_space(project, Search(space=(searched,)))
    rate = next(usual_range(s, v) for p, s, v in searchable(project) if p == "training.learning_rate")
    assert rate == FloatRange(low=0.001, high=0.1, log=True)
    units = next(usual_range(s, v) for p, s, v in searchable(project) if p == "networks.model.dense_1.units")
    assert units == IntRange(low=4, high=16)


@pytest.mark.parametrize(
    ("text", "choose"),
    [
        ("training.learning_rate=1e-4..1e-1:log", FloatRange(low=1e-4, high=0.1, log=True)),
        ("networks.model.dense_1.units=16..256", IntRange(low=16, high=256)),
        ("training.batch_size=8..64:log", IntRange(low=8, high=64, log=True)),
        ("training.optimizer.kind=adam,sgd", Options(options=("adam", "sgd"))),
    ],
)
def test_ranges_in_words(text, choose):
    searched = parse_searched(text)
    assert (searched.path, searched.choose) == (text.partition("=")[0], choose)


@pytest.mark.parametrize("text", ["a", "a=", "a=1..", "a=2..1", "a=0..1:log", "a=1..2:lin", "a=x,x"])
def test_ranges_that_make_no_sense_are_told(text):
    with pytest.raises(SettingError):
        parse_searched(text)


def test_a_space_that_does_not_fit_is_told():
    project = moons()
    with pytest.raises(TrainingError, match="Nothing is searched"):
        check_space(project, search())
    with pytest.raises(TrainingError, match=r"learning_rte.*learning_rate"):
        check_space(project, search("training.learning_rte=1e-4..1e-1"))
    with pytest.raises(TrainingError, match="momentum"):
        check_space(project, search("training.optimizer.momentum=0.1..0.9"))  # Adam has none
    check_space(project, search("training.optimizer.momentum=0.1..0.9", "training.optimizer.kind=adam,sgd"))
    with pytest.raises(TrainingError, match="1000"):
        check_space(project, search("training.learning_rate=0.1..1000.0"))
    with pytest.raises(TrainingError, match="nosuch"):
        check_space(project, search("training.optimizer=adam,nosuch"))
    with pytest.raises(ValidationError, match="twice"):
        search("training.epochs=1..2", "training.epochs=1..3")


def test_values_go_into_the_project_families_before_their_fields():
    project = moons()
    values = {
        "training.optimizer.momentum": 0.9, "training.optimizer.kind": "sgd", "training.learning_rate": 0.5,
        "networks.model.dense_1.units": 12,
    }  # fmt: skip
    made = with_values(project, values)
    assert made.training.optimizer.dump()["momentum"] == 0.9
    assert made.training.learning_rate == 0.5
    assert made.graph.by_name["dense_1"].layer.units == 12
    assert made.graph.by_name["dense_1"].id == project.graph.by_name["dense_1"].id
    (momentum,) = search("training.optimizer.momentum=0.1..0.9").space
    assert applies(made, momentum) and not applies(project, momentum)


def test_grids_cover_ranges_evenly():
    assert FloatRange(low=1e-4, high=1e-1, log=True).grid(4) == pytest.approx((1e-4, 1e-3, 1e-2, 1e-1))
    assert FloatRange(low=0.0, high=1.0, log=False).grid(3) == (0.0, 0.5, 1.0)
    assert IntRange(low=1, high=3).grid(9) == (1, 2, 3)
    points = grid(search("training.learning_rate=1e-3..1e-1:log", "training.optimizer=adam,sgd", points=2))
    assert len(points) == 4 and len({tuple(p.items()) for p in points}) == 4
    with pytest.raises(TrainingError, match="combinations"):
        grid(search(*(f"a.b{k}=0.0..1.0" for k in range(6)), points=10))


def test_the_space_is_saved_with_the_project_and_stays_outside_its_fingerprint():
    project = moons()
    asked = project.updated(
        study=project.study.updated(search=search("training.epochs=1..5", "data.scaling=none,auto"))
    )
    assert parse_project(project_text(asked).encode(), "a.nnwb") == asked
    assert asked.fingerprint == project.fingerprint
    assert Project.model_validate({k: v for k, v in project.dump().items() if k != "study"}) == project


def test_the_direction_goes_by_the_name_of_the_goal():
    assert not search(goal="val_loss").maximize and not search(goal="val_mae").maximize
    assert search(goal="val_accuracy").maximize and search(goal="val_f1").maximize
    assert search(goal="val_loss", direction="maximize").maximize
    with pytest.raises(ValidationError):
        search(goal="accuracy")  # on validation only
