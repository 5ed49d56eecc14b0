"""New samples of a variational autoencoder: its decoder alone, walks through its numbers, and its export."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from gan_helpers import points
from PIL import Image
from training_helpers import drive, moons

from workbench.engine.document import Project
from workbench.engine.errors import ProjectError, TrainingError
from workbench.engine.evaluate.decoder import REACH, along, between, draw, load_decoder, load_maker, makes_samples
from workbench.engine.evaluate.generator import save_grid
from workbench.engine.evaluate.network import load_network
from workbench.engine.export.request import ExportRequest
from workbench.engine.export.run import export_run
from workbench.engine.graph import edits
from workbench.engine.graph.decoder import decoder_of, has_decoder
from workbench.engine.graph.infer import infer
from workbench.engine.graph.model import Graph, Link
from workbench.engine.project.samples import sample
from workbench.engine.runs.store import RunStore


def digits(**training) -> Project:
    project = sample("digits-vae").project()
    return project.updated(training=project.training.updated(batch_size=256, epochs=1, **training))


@pytest.fixture(scope="module")
def trained(tmp_path_factory) -> tuple[RunStore, str]:
    folder = tmp_path_factory.mktemp("vae") / "a.runs"
    run = drive(digits(), folder)[-1].run
    return RunStore(folder), run


def test_the_decoder_makes_what_the_whole_network_makes_of_the_same_numbers(trained):
    """The means that the encoder finds, given to the decoder alone, give the reconstruction."""
    network, maker = load_network(*trained), load_decoder(*trained)
    assert maker.noise == (8,) and has_decoder(network.project.graph)
    seen: list[torch.Tensor] = []
    middle = network.module.get_submodule("sampling_1")
    middle.register_forward_hook(lambda part, given, found: seen.append(found))
    pictures = (torch.rand(5, 1, 8, 8),)
    made = network.activate(0, network.logits(pictures)[0]).numpy()
    assert np.allclose(maker.fed(seen[0].numpy()), made, atol=1e-6)


def test_pictures_are_drawn_from_a_seed(trained):
    maker = load_maker(*trained)
    assert makes_samples(*trained)
    made = maker.make(5, seed=3)
    assert made.shape == (5, 8, 8, 1) and made.min() >= 0 and made.max() <= 255
    assert np.array_equal(made, maker.make(5, seed=3)) and not np.array_equal(made, maker.make(5, seed=4))


def test_a_way_begins_and_ends_at_two_samples_and_keeps_their_length():
    ends = np.eye(4, dtype=np.float32)[:3] * 2.0
    way = between(ends, 5)
    assert way.shape == (10, 4)
    assert np.allclose(way[[0, 4, 5, 9]], ends[[0, 1, 1, 2]], atol=1e-6)
    assert np.allclose(np.linalg.norm(way, axis=1), 2.0, atol=1e-6), "an arc, not a chord"
    same = between(np.stack([ends[0], ends[0]]), 3)
    assert np.allclose(same, ends[[0, 0, 0]])


def test_along_one_number_all_others_stay():
    noise = np.arange(6, dtype=np.float32).reshape(2, 3)
    found = along(noise, 1, 5)
    assert found.shape == (10, 3)
    assert found[:5, 1].tolist() == [-REACH, -REACH / 2, 0.0, REACH / 2, REACH]
    assert (found[:5, [0, 2]] == [0, 2]).all() and (found[5:, [0, 2]] == [3, 5]).all()


@pytest.mark.parametrize("way", ["samples", "between", "along"])
def test_a_grid_holds_a_walk_in_each_row(trained, way, tmp_path):
    maker = load_maker(*trained)
    drawn = draw(maker, way, seed=1, number=2)
    assert drawn.values.shape == (64, 8, 8, 1) and drawn.numbers == 8
    rows = drawn.values.reshape(8, 8, -1)
    if way == "between":
        assert np.array_equal(rows[:-1, -1], rows[1:, 0]), "a row ends where the next begins"
    (tmp_path / "grid.png").write_bytes(drawn.picture)
    with Image.open(tmp_path / "grid.png") as picture:
        assert picture.size == (73, 73)
    assert [p.name for p in save_grid(tmp_path, drawn.values, maker.how)] == ["grid_2.png"], "what is there stays"


def test_rows_of_a_gan_are_drawn_with_their_names(tmp_path):
    run = drive(points(epochs=1), tmp_path / "a.runs")[-1].run
    drawn = draw(load_maker(RunStore(tmp_path / "a.runs"), run), "between", seed=0)
    assert drawn.names == ("x", "y") and drawn.values.shape == (64, 2) and not drawn.picture


@pytest.mark.filterwarnings("ignore")
def test_the_decoder_alone_is_exported_and_replayed(trained, tmp_path):
    import onnxruntime

    store, run = trained
    request = ExportRequest(
        format="onnx", out=tmp_path / "made", runs_dir=store.runs_dir, run=run, samples=40, part="decoder"
    )
    certificate = export_run(request)
    assert (certificate.split, certificate.samples) == ("noise", 40)
    assert certificate.inputs == {"latent": "N × 8 float32"}
    assert certificate.outputs == {"samples": "N × 8 × 8 × 1 float32"}
    maker = load_decoder(store, run)
    session = onnxruntime.InferenceSession(str(tmp_path / "made.onnx"))
    (made,) = session.run(None, {"latent": maker.draw(7, seed=1)})
    assert np.allclose(made, maker.make(7, seed=1), atol=1e-3)


def test_a_run_that_makes_nothing_is_told(tmp_path):
    store = RunStore(tmp_path / "a.runs")
    run = drive(moons(epochs=1), store.runs_dir)[-1].run
    assert not makes_samples(store, run)
    with pytest.raises(TrainingError, match="trained nothing that makes new samples"):
        load_maker(store, run)


def test_halves_that_are_joined_elsewhere_can_not_be_taken_apart():
    def of(graph: Graph):
        return decoder_of(graph, infer(graph))

    graph = digits().graph
    assert of(graph).latent == (8,)
    into = graph.by_name["dense_3"].id
    past = edits.insert_before(graph, into, edits.make_layer("add"))
    joint = past.nodes[-1].id
    past = edits.connect(past, Link(source=past.by_name["mean"].id, target=joint))
    with pytest.raises(ProjectError, match="A link goes past sampling_1, from mean to add_1"):
        of(past)
    with pytest.raises(ProjectError, match="no layer that draws samples"):
        of(moons().graph)
