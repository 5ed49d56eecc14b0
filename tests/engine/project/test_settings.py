"""Settings by path."""

from __future__ import annotations

import pytest

from workbench.engine.project.samples import sample
from workbench.engine.project.settings import SettingError, apply_setting, apply_settings, known_paths


@pytest.mark.parametrize(
    ("path", "text", "read"),
    [
        ("training.epochs", "7", lambda p: p.training.epochs == 7),
        ("training.learning_rate", "1e-2", lambda p: p.training.learning_rate == 0.01),
        ("training.loss", "cross_entropy", lambda p: p.training.loss.kind == "cross_entropy"),
        ("training.optimizer", "sgd", lambda p: p.training.optimizer.kind == "sgd"),
        ("data.scaling", "minmax", lambda p: p.data.scaling == "minmax"),
        ("data.source.name", "wine", lambda p: p.data.source.name == "wine"),
        ("data.source", "null", lambda p: p.data.source is None),
        ("data.split.stratified", "false", lambda p: p.data.split.stratified is False),
        ("networks.model.conv_1.filters", "8", lambda p: p.graph.by_name["conv_1"].layer.filters == 8),
        ("networks.model.conv_1.kernel_size", "5", lambda p: p.graph.by_name["conv_1"].layer.kernel_size == (5, 5)),
        ("networks.model.conv_1.kernel_size", "5,3", lambda p: p.graph.by_name["conv_1"].layer.kernel_size == (5, 3)),
        ("networks.model.input_1.shape", "[1, 9, 9]", lambda p: p.graph.by_name["input_1"].layer.shape == (1, 9, 9)),
        ("networks.model.max_pool_1.stride", "none", lambda p: p.graph.by_name["max_pool_1"].layer.stride is None),
        ("networks.model.output_1.target", "12", lambda p: p.graph.by_name["output_1"].layer.target == "12"),
    ],
)
def test_every_kind_of_field_is_reached(path: str, text: str, read):
    before = sample("digits-cnn").project()
    after = apply_setting(before, path, text)
    assert read(after)
    assert before == sample("digits-cnn").project(), "values are never changed in place"


def test_settings_apply_in_order():
    project = sample("digits-cnn").project()
    changed = apply_settings(project, ["training.optimizer=sgd", "training.optimizer.momentum=0.9"])
    assert changed.training.optimizer.dump()["momentum"] == 0.9
    with pytest.raises(SettingError, match="There is no setting"):
        apply_settings(project, ["training.optimizer.momentum=0.9", "training.optimizer=sgd"])


def test_known_paths_are_all_accepted():
    project = sample("digits-cnn").project()
    paths = list(known_paths(project))
    assert {"training.epochs", "training.optimizer.beta1", "data.split.seed", "networks.model.conv_1.filters"} <= set(
        paths
    )
    for path in paths:
        try:
            apply_setting(project, path, "1")
        except SettingError as error:
            assert error.code == "setting.value", path


def test_a_node_whose_name_holds_dots():
    from workbench.engine.graph import edits

    project = sample("digits-cnn").project()
    node = project.graph.by_name["dense_1"]
    project = project.with_graph(edits.rename(project.graph, node.id, "my.layer v1.2"))
    changed = apply_setting(project, "networks.model.my.layer v1.2.units", "12")
    assert changed.graph.by_id[node.id].layer.units == 12


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("training.optimizer", "SGD", "sgd"),
        ("training.precision", "BF16", "bf16"),
        ("training.metrics", "AUROC, f1", ("auroc", "f1")),
    ],
)
def test_choices_are_taken_in_any_case(path: str, text: str, kind: object):
    changed = apply_setting(sample("digits-mlp").project(), path, text)
    value = getattr(changed.training, path.rpartition(".")[2])
    assert getattr(value, "kind", value) == kind


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        ("training.learning_rate", "1e30", "training.learning_rate can't be set to '1e30': must be at most 100."),
        ("training.learning_rate", "nan", "must be a number."),
        ("training.learning_rate", "true", "must be a number."),
        ("training.epochs", "true", "must be a whole number."),
        ("training.epochs", "0", "must be above 0."),
        ("training.batch_size", "6" * 20, "must be at most 1,000,000,000."),
        ("training.seed", "-1", "must be at least 0."),
        ("training.compile", "perhaps", "must be true or false."),
        ("training.precision", "fp8", "must be auto, fp32, bf16 or fp16."),
        ("training.metrics", "auroc,foo", "(got 'foo')."),
        ("training.stopping", "5", "has fields of its own: one of them is to be set."),
        ("training.optimizer", '{"kind": "sgd", "momentumm": 1}', "momentumm: is not a known field."),
    ],
)
def test_what_a_field_refuses_is_told_in_words(path: str, text: str, says: str):
    with pytest.raises(SettingError) as caught:
        apply_setting(sample("digits-mlp").project(), path, text)
    assert str(caught.value).endswith(says), caught.value
    assert "Input should" not in str(caught.value)


def test_a_field_of_another_member_of_the_family_is_told_with_the_way_to_it():
    project = sample("digits-mlp").project()
    with pytest.raises(SettingError, match=r"while training\.loss is auto") as caught:
        apply_setting(project, "training.loss.quantile", "0.9")
    assert (caught.value.expected, caught.value.fix) == ("It belongs to quantile", "Set training.loss=quantile first")
    with pytest.raises(SettingError) as caught:
        apply_setting(project, "training.optimizer.momentum", "0.9")
    assert caught.value.fix == "Set training.optimizer to one of these first"


@pytest.mark.parametrize("path", ["lr", "training.lr"])
def test_what_people_call_a_setting_elsewhere_is_understood(path: str):
    with pytest.raises(SettingError, match=r"Did you mean training\.learning_rate"):
        apply_setting(sample("digits-mlp").project(), path, "0.1")
