"""What keeps two networks from being trained as a GAN, in sentences with their cures."""

from __future__ import annotations

import pytest
from gan_helpers import digits, discriminator, generator, points

from workbench.engine.check import check_project
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.graph.problems import Problem
from workbench.engine.project.settings import apply_setting, apply_settings
from workbench.engine.shapes import DataFacts, TargetFacts, batch

CLASSES = {"label": TargetFacts("classification", tuple("0123456789"))}
PLANE = DataFacts({"features": batch(2)}, CLASSES)
PICTURES = DataFacts({"image": batch(1, 8, 8)}, CLASSES, ranges={"image": (-1.0, 1.0)})
STANDARD = DataFacts({"image": batch(1, 8, 8)}, CLASSES, ranges={"image": (-0.8, 1.9)})
UNIT = DataFacts({"image": batch(1, 8, 8)}, CLASSES, ranges={"image": (0.0, 1.0)})


def only(project: Project, facts: DataFacts | None, code: str) -> Problem:
    found = [p for p in check_project(project, facts).problems if p.code == code]
    assert len(found) == 1, [str(p) for p in check_project(project, facts).problems]
    return found[0]


def test_networks_that_fit_have_no_problems():
    assert check_project(points(), PLANE).problems == ()
    assert check_project(digits(), PICTURES).problems == ()


def test_what_was_found_is_of_each_network():
    found = check_project(points(), PLANE)
    graphs = points().networks
    assert set(found.networks) == {"generator", "discriminator"}
    assert set(found.of_network("generator").nodes) == set(graphs["generator"].by_id)
    assert found.parameters == sum(found.of_network(n).parameters for n in graphs)


def test_a_role_without_a_network_is_named_with_what_there_is():
    project = apply_setting(points(), "training.objective.generator", "faces")
    problem = only(project, PLANE, "training.gan_missing")
    assert str(problem) == (
        "There is no network 'faces', which is to be the generator. A GAN trains two networks of the project; it has "
        "'generator', 'discriminator'. Add a network of that name in the Model stage, or set training.objective.generator "
        "to another one."
    )


def test_one_network_can_not_play_both_roles():
    project = apply_setting(points(), "training.objective.generator", "discriminator")
    assert "both the generator and the discriminator" in str(only(project, PLANE, "training.gan_same"))


def test_samples_of_another_shape_are_named_and_mended():
    project = points().with_graph(generator(3), "generator")
    problem = only(project, PLANE, "output.reconstruction")
    assert str(problem) == "generator: output_1 gets N × 3. It is to make samples like the data's, which are N × 2."
    assert problem.fixes[0].label == "Set units of dense_2 to 2"
    mended = project.with_graph(problem.fixes[0].edit(project.networks["generator"]), "generator")
    assert check_project(mended, PLANE).problems == ()


def test_a_discriminator_gives_one_number():
    graph = discriminator(2)
    last = graph.by_name["dense_2"]
    project = points().with_graph(edits.set_field(graph, last.id, "units", 4), "discriminator")
    problem = only(project, PLANE, "output.units")
    assert "A discriminator gives one number for a sample: how real it looks" in str(problem)
    assert problem.fixes[0].label == "Set units of dense_2 to 1"
    assert problem.network == "discriminator"


def test_a_discriminator_looks_at_the_data():
    project = points().with_graph(discriminator(3), "discriminator")
    problem = only(project, PLANE, "data.input_shape")
    assert "is set to N × 3, and the data is N × 2" in str(problem)
    assert problem.fixes[0].label == "Set shape to N × 2"


def test_tanh_wants_data_between_minus_one_and_one():
    problem = only(digits(), STANDARD, "training.gan_range")
    assert problem.severity == "error"
    assert "tanh_1, gives -1 to 1, and the data holds numbers from -0.8 to 1.9 as it is scaled" in str(problem)
    (cure,) = problem.remedies
    assert (cure.label, cure.path, cure.value) == ("Scale the data to -1 to 1", "data.scaling", "symmetric")


def test_tanh_before_data_from_zero_to_one_becomes_sigmoid():
    problem = only(digits(), UNIT, "training.gan_range")
    assert problem.severity == "warning"
    assert [f.label for f in problem.fixes] == ["Make tanh_1 Sigmoid"]
    graph = problem.fixes[0].edit(digits().networks["generator"])
    assert check_project(digits().with_graph(graph, "generator"), UNIT).problems == ()


def test_a_table_that_is_scaled_so_is_known_to_lie_between_the_ends():
    bounded = points().with_graph(generator(2, end=(edits.make_layer("tanh"),)), "generator")
    assert only(bounded, PLANE, "training.gan_range").severity == "error"
    assert check_project(apply_setting(bounded, "data.scaling", "symmetric"), PLANE).problems == ()


def test_a_remedy_is_a_setting_that_removes_its_problem():
    project = apply_settings(
        points(), ["training.loss=cross_entropy", "data.balance=oversample", "training.optimizer=adam"]
    )
    found = [p for p in check_project(project, PLANE).problems if p.remedies]
    assert {p.code for p in found} == {"training.gan_other_loss", "training.gan_balance"}
    for problem in found:
        cure = problem.remedies[0]
        left = check_project(apply_setting(project, cure.path, cure.value), PLANE).problems
        assert problem.code not in {p.code for p in left}


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("training.accumulation=4", "training.gan_accumulation"),
        ("training.privacy=dp_sgd", "training.gan_privacy"),
        ("training.averaging=swa", "training.gan_swa"),
        ("training.stopping.monitor=val_loss2", "training.monitor"),
    ],
)
def test_what_a_gan_can_not_be_trained_with_is_refused(setting, code):
    assert only(apply_settings(points(), [setting]), PLANE, code).severity == "error"


def test_batch_normalisation_under_the_penalty_is_warned_of():
    project = points(edits.make_layer("batch_norm"), aim={"loss": "wasserstein_gp"})
    assert only(project, PLANE, "training.gan_penalty").network == "discriminator"
    assert "training.gan_penalty" not in {
        p.code for p in check_project(points(edits.make_layer("batch_norm")), PLANE).problems
    }


@pytest.mark.parametrize(("kind", "code"), [("input", "training.gan_inputs"), ("output", "training.gan_outputs")])
def test_a_second_end_is_one_too_many(kind, code):
    graph = generator(2)
    if kind == "input":
        graph = edits.add_node(graph, edits.make_layer("input", shape=(8,)))
        graph = edits.insert_before(graph, graph.by_name["relu_1"].id, edits.make_layer("add"))
    else:
        graph = edits.add_node(graph, edits.make_layer("output"))
        graph = edits.connect(graph, edits.link(graph, graph.by_name["dense_1"].id, graph.nodes[-1].id))
    problem = only(points().with_graph(graph, "generator"), PLANE, code)
    assert "'generator' has 2" in str(problem)


def test_ids_can_not_be_made():
    words = DataFacts({"text": batch(2, dtype="int64")}, CLASSES, vocabulary={"text": 9})
    graph = discriminator(2)
    graph = edits.set_field(graph, graph.by_name["input_1"].id, "dtype", "int64")
    graph = edits.insert_before(graph, graph.by_name["dense_1"].id, edits.make_layer("embedding", vocabulary=9))
    graph = edits.insert_before(graph, graph.by_name["dense_1"].id, edits.make_layer("flatten"))
    assert "'text' is made of ids" in str(only(points().with_graph(graph, "discriminator"), words, "training.gan_ids"))


def test_a_network_that_is_not_trained_is_told_and_hinders_nothing():
    project = points().with_graph(edits.chain(edits.make_layer("dense")), "sketch")
    found = check_project(project, PLANE)
    assert [str(p) for p in found.problems] == [
        "The network 'sketch' is not trained. What is trained: generator, discriminator."
    ]
    assert found.of_network("sketch").errors


def test_without_a_network_called_model_the_way_out_is_told():
    project = apply_setting(points(), "training.objective", "auto")
    problem = only(project, PLANE, "training.no_model")
    assert (
        "There is no network 'model', which is the one that is trained. The project has 'generator', 'discriminator'"
        in str(problem)
    )


def test_mixing_samples_is_refused():
    data = points().data.updated(augment=({"kind": "mixup"},))
    found = check_project(
        digits().updated(data=data.updated(scaling="symmetric", source=digits().data.source)), PICTURES
    )
    assert [p.code for p in found.errors] == ["data.mix_gan"]
