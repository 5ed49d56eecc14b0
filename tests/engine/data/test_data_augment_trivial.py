"""TrivialAugment and the changes of tones it brings, checked against Pillow, and against kornia where it is installed."""

from __future__ import annotations

import importlib.util
import math
from collections import Counter

import numpy as np
import pytest
import torch
from PIL import Image, ImageEnhance, ImageOps

from workbench.engine.data.augment.pipeline import Pipeline
from workbench.engine.data.augment.tones import even_tones, posterize, sharpen, solarize, stretch_tones
from workbench.engine.data.augment.trivial import WAYS, TrivialAugment
from workbench.engine.data.augment.work import Colour, Finish, Geometry

HAS_KORNIA = importlib.util.find_spec("kornia") is not None
kornia_only = pytest.mark.skipif(not HAS_KORNIA, reason="kornia, the other implementation, is not installed")


def bytes_of(count: int = 6, channels: int = 3, height: int = 13, width: int = 17) -> torch.Tensor:
    """Pictures whose tones are uneven: dark ones are more frequent."""
    draw = torch.rand((count, channels, height, width), generator=torch.Generator().manual_seed(3))
    return (draw.square() * 200 + 20).to(torch.uint8)


def pillow(picture: torch.Tensor) -> Image.Image:
    return Image.fromarray(picture.permute(1, 2, 0).numpy())


def close_to_pillow(made: torch.Tensor, images: list[Image.Image], tolerance: float = 1.01) -> None:
    wanted = np.stack([np.asarray(image) for image in images]).astype(np.float64)
    assert np.abs(made.permute(0, 2, 3, 1).numpy() * 255.0 - wanted).max() <= tolerance


class TestTones:
    SOURCE = bytes_of()
    UNIT = SOURCE.float() / 255.0

    def test_sharpness(self):
        factors = torch.tensor([0.0, 0.3, 1.0, 1.5, 1.99, 0.01])
        made = sharpen(self.UNIT, factors).clamp(0, 1)
        images = [
            ImageEnhance.Sharpness(pillow(p)).enhance(float(f)) for p, f in zip(self.SOURCE, factors, strict=True)
        ]
        close_to_pillow(made, images, 2.01)
        assert torch.equal(sharpen(self.UNIT[..., :2, :], factors), self.UNIT[..., :2, :]), "too small to be smoothed"

    def test_posterize(self):
        bits = torch.tensor([8.0, 7.0, 5.0, 4.0, 3.0, 2.0])
        close_to_pillow(
            posterize(self.UNIT, bits),
            [ImageOps.posterize(pillow(p), int(b)) for p, b in zip(self.SOURCE, bits, strict=True)],
            0.01,
        )

    def test_solarize(self):
        threshold = torch.tensor([0.0, 40.5, 80.5, 127.5, 200.5, 255.5])
        close_to_pillow(
            solarize(self.UNIT, threshold / 255.0),
            [ImageOps.solarize(pillow(p), math.ceil(t)) for p, t in zip(self.SOURCE, threshold, strict=True)],
            0.01,
        )

    def test_stretched(self):
        close_to_pillow(stretch_tones(self.UNIT), [ImageOps.autocontrast(pillow(p)) for p in self.SOURCE])
        flat = torch.full((1, 3, 4, 4), 0.3)
        assert torch.equal(stretch_tones(flat), flat)

    def test_evened(self):
        large = bytes_of(4, 3, 40, 50)
        close_to_pillow(even_tones(large.float() / 255.0), [ImageOps.equalize(pillow(p)) for p in large], 0.01)
        flat = torch.full((1, 3, 40, 50), 0.3)
        torch.testing.assert_close(even_tones(flat), flat)


@kornia_only
@pytest.mark.filterwarnings("ignore")
class TestAgainstKornia:
    UNIT = bytes_of(4, 3, 40, 50).float() / 255.0
    FACTOR = torch.tensor([0.1, 0.8, 1.3, 1.9])

    def close(self, made: torch.Tensor, wanted: torch.Tensor, tolerance: float = 1e-5) -> None:
        torch.testing.assert_close(made, wanted, rtol=0, atol=tolerance)

    def test_sharpness(self):
        from kornia import enhance

        self.close(sharpen(self.UNIT, self.FACTOR).clamp(0, 1), enhance.sharpness(self.UNIT, self.FACTOR).clamp(0, 1))

    def test_posterize(self):
        from kornia import enhance

        # It cuts fractions of a tone off where we round; a little above each tone both agree.
        above = (self.UNIT + 0.3 / 255).clamp(max=1.0)
        bits = torch.tensor([7, 5, 3, 2])
        self.close(posterize(above, bits.float()), enhance.posterize(above, bits))

    def test_solarize(self):
        from kornia import enhance

        threshold = torch.tensor([0.1, 0.3, 0.5, 0.9])
        self.close(solarize(self.UNIT, threshold), enhance.solarize(self.UNIT, threshold))

    def test_evened(self):
        from kornia import enhance

        above = (self.UNIT + 0.3 / 255).clamp(max=1.0)
        self.close(even_tones(above), enhance.equalize(above), 1.01 / 255)

    def test_stretched(self):
        from kornia import enhance

        for picture in self.UNIT:
            wanted = torch.stack([enhance.normalize_min_max(c[None, None], 0.0, 1.0)[0, 0] for c in picture])
            self.close(stretch_tones(picture[None])[0], wanted, 1e-4)

    def test_brightness_contrast_saturation(self):
        from kornia import enhance

        for ours, theirs in (
            (lambda c: c.brighten(self.FACTOR), enhance.adjust_brightness_accumulative),
            (lambda c: c.contrast(self.FACTOR), enhance.adjust_contrast_with_mean_subtraction),
            (lambda c: c.saturate(self.FACTOR), enhance.adjust_saturation_with_gray_subtraction),
        ):
            colour = Colour(self.UNIT)
            ours(colour)
            self.close(colour.result().clamp(0, 1), theirs(self.UNIT, self.FACTOR), 2e-5)

    def test_rotation(self):
        from kornia.geometry import transform

        angle = torch.tensor([0.0, 30.0, -75.0, 135.0])
        geometry = Geometry(self.UNIT[..., :40])
        geometry.rotate(torch.deg2rad(angle))
        # Its middle lies between the pixels' middles, ours between their edges: the same place for a square.
        wanted = transform.rotate(self.UNIT[..., :40], angle, padding_mode="border", align_corners=True)
        self.close(geometry.result("border"), wanted, 1e-4)


class TestWays:
    def draw(self, which: int, strength: float, side: float, count: int = 3) -> torch.Tensor:
        """Numbers that choose one way for all samples."""
        place = (which + 0.5) / len(WAYS)
        return torch.tensor([0.0, place, strength, side]).view(4, 1).expand(4, count)

    def done(self, way: str, strength: float, side: float = 0.9, source: torch.Tensor | None = None) -> torch.Tensor:
        pictures = bytes_of(3).float() / 255.0 if source is None else source
        numbers, operation = self.draw(WAYS.index(way), strength, side), TrivialAugment()
        geometry = Geometry(pictures)
        operation.apply(numbers, geometry)
        colour = Colour(geometry.result("black"))
        operation.apply(numbers, colour)
        finish = Finish(colour.result(), torch.Generator())
        operation.apply(numbers, finish)
        return finish.pictures.clamp(0, 1)

    def alone(self, *steps, of_colour: bool = False) -> torch.Tensor:
        pictures = bytes_of(3).float() / 255.0
        work = Colour(pictures) if of_colour else Geometry(pictures)
        for step in steps:
            step(work)
        return (work.result() if of_colour else work.result("black")).clamp(0, 1)

    def test_nothing(self):
        torch.testing.assert_close(self.done("identity", 0.9), bytes_of(3).float() / 255.0, rtol=0, atol=1e-5)

    def test_each_is_what_it_says(self):
        source, half = bytes_of(3).float() / 255.0, torch.full((3,), 0.5)
        none = torch.zeros(3)
        # 32 pixels of pictures 13 high and 17 wide are 45 % at most.
        wanted = {
            "shear_x": self.alone(lambda g: g.shear(0.99 * half, none)),
            "shear_y": self.alone(lambda g: g.shear(none, 0.99 * half)),
            "shift_x": self.alone(lambda g: g.shift(2 * 0.45 * half, none)),
            "shift_y": self.alone(lambda g: g.shift(none, 2 * 0.45 * half)),
            "rotate": self.alone(lambda g: g.rotate(torch.deg2rad(135 * half))),
            "brightness": self.alone(lambda c: c.brighten(1 + 0.99 * half), of_colour=True),
            "contrast": self.alone(lambda c: c.contrast(1 + 0.99 * half), of_colour=True),
            "saturation": self.alone(lambda c: c.saturate(1 + 0.99 * half), of_colour=True),
            "sharpness": sharpen(source, 1 + 0.99 * half).clamp(0, 1),
            "posterize": posterize(source, torch.full((3,), 5.0)),
            "solarize": solarize(source, half),
            "autocontrast": stretch_tones(source),
            "equalize": even_tones(source),
        }
        assert {"identity", *wanted} == set(WAYS)
        for way, expected in wanted.items():
            torch.testing.assert_close(self.done(way, 0.5), expected, rtol=0, atol=1e-4, msg=way)

    def test_the_other_direction(self):
        half = torch.full((3,), 0.5)
        torch.testing.assert_close(
            self.done("brightness", 0.5, side=0.1),
            self.alone(lambda c: c.brighten(1 - 0.99 * half), of_colour=True),
            rtol=0,
            atol=1e-5,
        )

    def test_a_large_picture_moves_by_pixels(self):
        source = bytes_of(3, height=16, width=200).float() / 255.0
        made = self.done("shift_x", 1.0, source=source)
        torch.testing.assert_close(made[..., 32:], source[..., :-32], rtol=0, atol=1e-4)

    def test_every_way_is_as_likely_as_the_others(self):
        numbers = torch.rand(14_000, generator=torch.Generator().manual_seed(0))
        counts = Counter((numbers * len(WAYS)).long().tolist())
        assert len(counts) == 14 and min(counts.values()) > 850

    def test_with_others_in_one_pipeline(self):
        from workbench.engine.data.augment import Augmentation

        source = bytes_of(8).float() / 255.0
        members = Augmentation.members
        operations = [members["rotate"](), TrivialAugment(), members["erase"](probability=1.0), TrivialAugment()]
        made = Pipeline(operations, 3)(source, torch.Generator().manual_seed(0))
        assert made.shape == source.shape and torch.isfinite(made).all() and made.min() >= 0 and made.max() <= 1
