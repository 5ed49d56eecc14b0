"""Augmentation: every operation is what it is defined as, all together, whole batches, and repeatable."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from pydantic import ValidationError
from torch.nn.functional import grid_sample, interpolate

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.augment import PRESETS, Augmentation, preset
from workbench.engine.data.augment.batches import BatchAugmenter
from workbench.engine.data.augment.pipeline import Pipeline
from workbench.engine.data.augment.preview import preview
from workbench.engine.data.augment.work import LUMA, Colour, Finish, Geometry, _within
from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe

KINDS = tuple(Augmentation.members)
PICTURES = tuple(k for k, m in Augmentation.members.items() if m.data == "image" and m.stage != "mix")
ONE = torch.ones(4)


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def pictures(channels: int = 3, height: int = 12, width: int = 16, count: int = 4) -> torch.Tensor:
    return torch.rand((count, channels, height, width), generator=generator(7))


def moved(source: torch.Tensor, *steps, edges="black") -> torch.Tensor:
    geometry = Geometry(source)
    for step in steps:
        step(geometry)
    return geometry.result(edges)


def coloured(source: torch.Tensor, *steps) -> torch.Tensor:
    colour = Colour(source)
    for step in steps:
        step(colour)
    return colour.result()


def close(one: torch.Tensor, other: torch.Tensor, tolerance: float = 1e-5) -> None:
    torch.testing.assert_close(one, other, rtol=0, atol=tolerance)


class TestValues:
    @pytest.mark.parametrize("kind", KINDS)
    def test_goes_to_json_and_back(self, kind: str):
        recipe = DataRecipe.model_validate({"augment": [kind]})
        assert DataRecipe.model_validate_json(recipe.model_dump_json()) == recipe
        assert recipe.augment[0].describe().startswith(recipe.augment[0].title)

    def test_presets_and_lists_of_kinds(self):
        recipe = DataRecipe()
        assert recipe.augment == () and recipe.balance.kind == "none"
        assert recipe.updated(augment="strong").augment == PRESETS["image"]["strong"]
        assert [o.kind for o in recipe.updated(augment="flip, rotate").augment] == ["flip", "rotate"]
        assert recipe.updated(augment="strong").updated(augment="none").augment == ()
        with pytest.raises(ValidationError, match=r"unknown augmentation 'wobble'; known are .*flip"):
            recipe.updated(augment="wobble")
        with pytest.raises(ValidationError, match="unknown augmentation 'wobble'"):
            recipe.updated(augment=[{"kind": "wobble"}])

    def test_no_preset_mirrors_and_grey_ones_change_no_colours(self):
        for name, listed in PRESETS["image"].items():
            assert "flip" not in [o.kind for o in listed]
            assert preset(name) == listed
            assert not any(o.of_colour for o in preset(name, channels=1))

    def test_presets_of_other_data_have_its_name_in_front(self):
        for name, kind in (("series_strong", "series"), ("text_light", "tokens"), ("table_medium", "table")):
            made = DataRecipe().updated(augment=name).augment
            assert made == PRESETS[kind][name.split("_")[1]] and {o.data for o in made} == {kind}

    def test_prepared_data_does_not_depend_on_it(self):
        plain = DataRecipe.model_validate({"source": {"kind": "sample", "name": "digits"}})
        other = plain.updated(augment="strong", balance="oversample", augment_edges="mirror")
        assert prepare(other) is prepare(plain)
        assert plain.preparation() == other.preparation()
        assert plain.updated(scaling="minmax").preparation() != plain.preparation()


class TestGeometry:
    def test_flips(self):
        source = pictures()
        close(moved(source, lambda g: g.stretch(-ONE, ONE)), source.flip(3))
        close(moved(source, lambda g: g.stretch(ONE, -ONE)), source.flip(2))

    @pytest.mark.parametrize("size", [12, 9])
    def test_a_quarter_turn_is_anticlockwise(self, size: int):
        source = pictures(height=size, width=size)
        close(moved(source, lambda g: g.rotate(ONE * math.pi / 2)), torch.rot90(source, 1, (2, 3)))

    @pytest.mark.parametrize(("edges", "fill"), [("black", 0.0), ("border", None)])
    def test_shift_by_whole_pixels(self, edges: str, fill: float | None):
        source = pictures()
        shifted = moved(source, lambda g: g.shift(ONE * 2 * 3 / 16, ONE * 2 * -2 / 12), edges=edges)
        close(shifted[:, :, :-2, 3:], source[:, :, 2:, :-3])
        edge = (
            source[:, :, 2:, :1].expand(-1, -1, -1, 3) if fill is None else torch.full_like(shifted[:, :, :-2, :3], 0)
        )
        close(shifted[:, :, :-2, :3], edge)

    def test_mirrored_edges(self):
        source = pictures()
        shifted = moved(source, lambda g: g.shift(ONE * 2 * 3 / 16, 0 * ONE), edges="mirror")
        close(shifted[..., :3], source[..., :3].flip(3))

    def test_crop_enlarges_a_part(self):
        source = pictures()
        # Columns 4 to 11 and rows 3 to 8, of 16 x 12.
        cut = moved(source, lambda g: g.crop(ONE * 0.5, ONE * 0.5, 0 * ONE, 0 * ONE))
        wanted = interpolate(source[:, :, 3:9, 4:12], size=(12, 16), mode="bilinear", align_corners=False)
        close(cut[:, :, 1:-1, 1:-1], wanted[:, :, 1:-1, 1:-1])

    def test_many_moves_are_one_and_in_order(self):
        """A picture of its own coordinates tells where each pixel was taken from."""
        height, width = 40, 60
        x = (torch.arange(width) * 2.0 + 1.0) / width - 1.0
        y = (torch.arange(height) * 2.0 + 1.0) / height - 1.0
        along, across = torch.meshgrid(y, x, indexing="ij")
        source = torch.stack([across, along]).expand(1, 2, height, width).contiguous()
        angle, factor, slant = torch.tensor([0.2]), torch.tensor([1.3]), torch.tensor([0.15])
        found = moved(
            source,
            lambda g: g.rotate(angle),
            lambda g: g.stretch(factor, factor),
            lambda g: g.tilt(0.1 * ONE[:1], -0.05 * ONE[:1]),
            lambda g: g.shear(slant, 0 * slant),
            lambda g: g.shift(0.1 * ONE[:1], -0.2 * ONE[:1]),
            edges="border",
        )
        aspect = width / height
        cos, sin = math.cos(0.2), math.sin(0.2)
        # From the result back to the picture: each step undone, the last one first.
        undo = [
            np.array([[cos, -sin / aspect, 0], [sin * aspect, cos, 0], [0, 0, 1]]),
            np.diag([1 / 1.3, 1 / 1.3, 1]),
            np.array([[1, 0, 0], [0, 1, 0], [0.1, -0.05, 1]]),
            np.array([[1, -0.15 / aspect, 0], [0, 1, 0], [0, 0, 1]]),
            np.array([[1, 0, -0.1], [0, 1, 0.2], [0, 0, 1]]),
        ]
        place = np.stack([across.numpy(), along.numpy(), np.ones((height, width))])
        for matrix in reversed(undo):
            place = np.einsum("ij,jhw->ihw", matrix, place)
        place = place[:2] / place[2]
        inside = (np.abs(place) < 0.9).all(0)
        assert inside.sum() > 500
        assert np.abs(found[0].numpy() - place)[:, inside].max() < 1e-4

    def test_staying_within_the_outermost_pixels_is_the_border(self):
        source, grid = pictures(), torch.rand((4, 12, 16, 2), generator=generator()) * 4 - 2
        one = grid_sample(source, _within(grid, 12, 16), padding_mode="zeros", align_corners=False)
        close(one, grid_sample(source, grid, padding_mode="border", align_corners=False))


class TestColour:
    FACTOR = torch.tensor([0.4, 0.9, 1.2, 1.9])

    def blend(self, one: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
        factor = self.FACTOR.view(-1, 1, 1, 1)
        return factor * one + (1 - factor) * other

    def luma(self, source: torch.Tensor) -> torch.Tensor:
        return (source * torch.tensor(LUMA).view(1, 3, 1, 1)).sum(1, keepdim=True)

    def test_the_blends_of_color_jitter(self):
        source = pictures()
        close(coloured(source, lambda c: c.brighten(self.FACTOR)), self.blend(source, 0 * source))
        mean = self.luma(source).mean((2, 3), keepdim=True)
        close(coloured(source, lambda c: c.contrast(self.FACTOR)), self.blend(source, mean))
        close(coloured(source, lambda c: c.saturate(self.FACTOR)), self.blend(source, self.luma(source)))

    def test_all_in_one_matrix_equal_one_after_the_other(self):
        source = pictures()
        steps = (
            lambda c: c.contrast(self.FACTOR),
            lambda c: c.turn(self.FACTOR),
            lambda c: c.saturate(self.FACTOR),
            lambda c: c.brighten(self.FACTOR),
            lambda c: c.contrast(self.FACTOR.flip(0)),
        )
        expected = source
        for step in steps:
            expected = coloured(expected, step)
        close(coloured(source, *steps), expected, 1e-4)

    def test_hue_keeps_luma_and_grey_and_comes_round(self):
        source = pictures()
        turned = coloured(source, lambda c: c.turn(ONE * 1.1))
        assert (turned - source).abs().max() > 0.2
        close(self.luma(turned), self.luma(source))
        grey = self.luma(source).expand(-1, 3, -1, -1).contiguous()
        close(coloured(grey, lambda c: c.turn(ONE * 2.0)), grey)
        close(coloured(source, lambda c: c.turn(ONE * math.pi), lambda c: c.turn(ONE * math.pi)), source)

    @pytest.mark.parametrize("channels", [1, 2, 5])
    def test_grey_pictures(self, channels: int):
        source = pictures(channels)
        close(coloured(source, lambda c: c.brighten(self.FACTOR)), self.blend(source, 0 * source))
        mean = source.mean((1, 2, 3), keepdim=True)
        close(coloured(source, lambda c: c.contrast(self.FACTOR)), self.blend(source, mean))
        close(coloured(source, lambda c: c.saturate(self.FACTOR), lambda c: c.turn(self.FACTOR)), source)

    def test_alpha_stays(self):
        source = pictures(4)
        result = coloured(source, lambda c: c.brighten(self.FACTOR), lambda c: c.contrast(self.FACTOR))
        assert torch.equal(result[:, 3], source[:, 3])
        close(
            result[:, :3], coloured(source[:, :3], lambda c: c.brighten(self.FACTOR), lambda c: c.contrast(self.FACTOR))
        )


class TestFinish:
    def test_blur_is_a_gaussian_for_each_sample(self):
        source = pictures()
        finish = Finish(source, generator())
        finish.blur(torch.tensor([0.0, 0.7, 1.0, 2.0]))
        assert torch.equal(finish.pictures[0], source[0])
        for sample, sigma in ((1, 0.7), (3, 2.0)):
            weights = [np.exp(-((np.arange(n)[:, None] - np.arange(n)[None]) ** 2) / (2 * sigma**2)) for n in (12, 16)]
            rows, columns = (w / w.sum(1, keepdims=True) for w in weights)
            wanted = np.einsum("ih,chw,jw->cij", rows, source[sample].numpy(), columns)
            assert np.abs(finish.pictures[sample].numpy() - wanted).max() < 1e-5

    def test_noise_has_the_deviation_asked_for(self):
        finish = Finish(torch.full((2, 3, 64, 64), 0.5), generator())
        finish.noise(torch.tensor([0.0, 0.1]))
        assert torch.equal(finish.pictures[0], torch.full((3, 64, 64), 0.5))
        assert float(finish.pictures[1].std()) == pytest.approx(0.1, rel=0.03)

    def test_erase_covers_a_rectangle(self):
        source = pictures() + 1.0
        finish = Finish(source, generator())
        finish.erase(0.5 * ONE, torch.tensor([0.5, 0.5, 0.5, 0.0]), 0 * ONE, torch.tensor([0, 0.5, 0.999, 0]), "black")
        covered = finish.pictures == 0
        assert covered[0, :, :6, :8].all() and covered[0].sum() == 3 * 6 * 8
        assert covered[1, :, 3:9, :8].all() and covered[1].sum() == 3 * 6 * 8
        assert not covered[3].any()
        assert torch.equal(finish.pictures[~covered], source[~covered])


class TestPipeline:
    @pytest.mark.parametrize("kind", PICTURES)
    @pytest.mark.parametrize("channels", [1, 3])
    def test_each_changes_the_chosen_samples_only(self, kind: str, channels: int):
        source, kept = pictures(channels, count=40), pictures(channels, count=40)
        operation = Augmentation.members[kind]()
        never, always = (Pipeline([operation.updated(probability=p)], channels) for p in (0.0, 1.0))
        close(never(source, generator()), source)
        changed = always(source, generator())
        assert torch.equal(source, kept), "what comes in is never written into"
        assert changed.shape == source.shape and changed.min() >= 0 and changed.max() <= 1
        different = ((changed - source).abs().amax((1, 2, 3)) > 1e-3).sum()
        assert different == 0 if operation.of_colour and channels == 1 else different >= 24
        half = Pipeline([operation.updated(probability=0.5)], channels)(source, generator())
        if different:
            assert 8 <= ((half - source).abs().amax((1, 2, 3)) > 1e-3).sum() <= 32

    def test_repeats_for_the_same_state_and_draws_from_nothing_else(self):
        source, pipeline = pictures(), Pipeline(PRESETS["image"]["strong"], 3)
        before = torch.get_rng_state()
        one, other = pipeline(source, generator(1)), pipeline(source, generator(1))
        assert torch.equal(one, other)
        assert not torch.equal(one, pipeline(source, generator(2)))
        assert torch.equal(torch.get_rng_state(), before)
        drawing = generator(1)
        assert not torch.equal(pipeline(source, drawing), pipeline(source, drawing))

    def test_samples_are_changed_each_in_its_own_way(self):
        source = pictures(count=1).expand(6, -1, -1, -1).contiguous()
        made = Pipeline(PRESETS["image"]["medium"], 3)(source, generator())
        assert all((made[i] - made[j]).abs().max() > 1e-2 for i in range(6) for j in range(i))

    def test_far_tilts_stay_finite(self):
        operations = DataRecipe.model_validate(
            {"augment": [{"kind": "perspective", "strength": 0.45}, {"kind": "shift", "distance": 1.0}, "crop"]}
        ).augment
        made = Pipeline(operations, 3)(pictures(count=200), generator())
        assert torch.isfinite(made).all()


class TestBatches:
    RECIPE = DataRecipe.model_validate({"source": {"kind": "sample", "name": "digits"}})

    def test_nothing_done_is_what_is_fed_without_augmentation(self):
        prepared = prepare(self.RECIPE)
        how = prepared.preprocess.inputs["image"]
        raw = prepared.raw.inputs["image"].values[:50]
        idle = self.RECIPE.updated(augment=[{"kind": "brightness", "probability": 0.0}])
        fed = torch.from_numpy(raw.transpose(0, 3, 1, 2).copy())
        (made,), _ = BatchAugmenter(idle, [how], 0, torch.device("cpu"))((fed,), 0, 0)
        close(made, torch.from_numpy(transform_inputs(raw, how)))

    @pytest.mark.parametrize("scaling", ["auto", "none", "minmax"])
    def test_pictures_of_other_numbers_keep_their_range(self, scaling: str):
        """Pictures from -3 to 5, of two channels: in and out again, whatever the scaling."""
        raw = np.random.default_rng(0).uniform(-3, 5, (30, 4, 6, 2)).astype(np.float32)
        labels = RawTarget("classification", np.arange(30) % 3, classes=("a", "b", "c"))
        recipe = DataRecipe.model_validate({"scaling": scaling, "augment": [{"kind": "contrast", "probability": 0.0}]})
        prepared = prepare_raw(RawData("r", {"x": RawInput("image", raw)}, {"y": labels}), recipe)
        how, train = prepared.preprocess.inputs["x"], prepared.splits["train"]
        fed = torch.from_numpy(raw[train].transpose(0, 3, 1, 2).copy())
        (made,), _ = BatchAugmenter(recipe, [how], 0, torch.device("cpu"))((fed,), 0, 0)
        close(made, torch.from_numpy(transform_inputs(raw[train], how)))

    def test_seed_epoch_and_place_decide(self):
        how = prepare(self.RECIPE).preprocess.inputs["image"]
        fed = torch.randint(0, 256, (20, 1, 8, 8), dtype=torch.uint8, generator=generator())
        strong = self.RECIPE.updated(augment="strong")
        augmenters = [BatchAugmenter(strong, [how], seed, torch.device("cpu")) for seed in (0, 0, 1)]
        first = [a((fed,), 3, 64)[0][0] for a in augmenters]
        assert torch.equal(first[0], first[1]) and not torch.equal(first[0], first[2])
        augmenters[0]((fed,), 3, 128)
        assert torch.equal(augmenters[0]((fed,), 3, 64)[0][0], first[0]), "what came before does not matter"
        for epoch, position in ((2, 64), (3, 0)):
            assert not torch.equal(augmenters[0]((fed,), epoch, position)[0][0], first[0])

    def test_preview_draws_one_sample_many_times(self):
        prepared = prepare(self.RECIPE)
        recipe = self.RECIPE.updated(augment="medium")
        made = preview(prepared, recipe, 5, 24, 0).pictures
        assert len(made) == 24 and {(p.shape, p.dtype.name) for p in made} == {((8, 8), "uint8")}
        assert len({p.tobytes() for p in made}) == 24
        assert [p.tobytes() for p in preview(prepared, recipe, 5, 24, 0).pictures] == [p.tobytes() for p in made]
        plain = preview(prepared, self.RECIPE, 5, 2, 0).pictures
        assert np.array_equal(plain[0], prepared.raw.inputs["image"].values[5, ..., 0])
