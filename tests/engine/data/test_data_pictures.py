"""Picture files as samples, and samples as pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from workbench.engine.data.new_samples import read_samples
from workbench.engine.data.pictures import as_picture, read_picture
from workbench.engine.data.preprocess import InputPreprocess, Preprocess
from workbench.engine.errors import DataError


def how(channels: int = 1, height: int = 8, width: int = 8, **more) -> InputPreprocess:
    return InputPreprocess(kind="image", shape=(channels, height, width), offset=(0.0,), scale=(1.0,), **more)


def saved(folder: Path, image: Image.Image | np.ndarray, name: str = "p.png", **more) -> Path:
    image = Image.fromarray(image) if isinstance(image, np.ndarray) else image
    image.save(folder / name, **more)
    return folder / name


RANDOM = np.random.RandomState(0).randint(0, 256, (8, 8, 3)).astype(np.uint8)


def test_a_picture_of_the_right_size_passes_unchanged(tmp_path):
    sample, notes = read_picture(saved(tmp_path, RANDOM), how(3))
    assert np.array_equal(sample, RANDOM) and notes == ()
    sample, notes = read_picture(saved(tmp_path, RANDOM[..., 0]), how(1))
    assert np.array_equal(sample[..., 0], RANDOM[..., 0]) and notes == ()


def test_colours_become_grey_and_grey_becomes_colour(tmp_path):
    sample, notes = read_picture(saved(tmp_path, RANDOM), how(1))
    assert sample.shape == (8, 8, 1) and notes == ("The colours were turned to grey.",)
    assert np.array_equal(sample[..., 0], np.asarray(Image.fromarray(RANDOM).convert("L")))
    sample, _ = read_picture(saved(tmp_path, RANDOM[..., 0]), how(3))
    assert np.array_equal(sample, RANDOM[..., :1].repeat(3, axis=2))


def test_resizing_averages_instead_of_picking_pixels(tmp_path):
    stripes = np.zeros((80, 80), np.uint8)
    stripes[:, ::2] = 200
    sample, notes = read_picture(saved(tmp_path, stripes), how(1))
    assert np.abs(sample[:, 1:-1].astype(int) - 100).max() <= 3
    assert notes == ("Resized from 80 x 80 to 8 x 8 pixels.",)


def test_another_aspect_ratio_is_kept_and_filled_with_the_border(tmp_path):
    wide = np.full((20, 40, 3), (10, 20, 30), np.uint8)
    wide[4:16, 10:30] = 255
    sample, notes = read_picture(saved(tmp_path, wide), how(3, 8, 8))
    assert (sample[:2] == (10, 20, 30)).all() and (sample[-2:] == (10, 20, 30)).all() and sample[3:5].max() > 200
    assert notes[1] == "Filled up to 8 x 8 pixels with the colour of its border."
    sample, _ = read_picture(saved(tmp_path, np.full((5, 1000), 9, np.uint8)), how(1, 6, 4))
    assert sample.shape == (6, 4, 1) and (sample == 9).all()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_camera_orientation_is_applied(tmp_path, orientation):
    upright = np.zeros((16, 16), np.uint8)
    upright[:8, :8] = 250
    undo = {
        2: "FLIP_LEFT_RIGHT",
        3: "ROTATE_180",
        4: "FLIP_TOP_BOTTOM",
        5: "TRANSPOSE",
        6: "ROTATE_90",
        7: "TRANSVERSE",
        8: "ROTATE_270",
    }
    stored = Image.fromarray(upright)
    if orientation in undo:
        stored = stored.transpose(getattr(Image.Transpose, undo[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    sample, notes = read_picture(saved(tmp_path, stored, exif=exif), how(1, 16, 16))
    assert np.array_equal(sample[..., 0], upright)
    assert bool(notes) == (orientation > 1)


def drawing(background: int, ink: int) -> Image.Image:
    image = Image.new("L", (100, 100), background)
    ImageDraw.Draw(image).line((50, 15, 50, 85), fill=ink, width=12)
    return image


def test_a_dark_on_light_drawing_is_swapped_for_a_light_on_dark_network(tmp_path):
    path = saved(tmp_path, drawing(255, 0))
    sample, notes = read_picture(path, how(1, border=20.0))
    assert sample[0, 0, 0] == 0 and sample[4, 4, 0] > 120 and notes[-1].startswith("Dark and light are swapped")
    sample, notes = read_picture(path, how(1, border=20.0), invert=False)
    assert sample[0, 0, 0] == 255 and len(notes) == 1


@pytest.mark.parametrize(
    ("border", "background", "swapped"),
    [(20, 0, False), (240, 255, False), (240, 0, True), (120, 255, False), (None, 255, False), (20, 128, False)],
)
def test_swapped_only_where_both_are_clear(tmp_path, border, background, swapped):
    _, notes = read_picture(saved(tmp_path, drawing(background, 255 - background)), how(1, border=border))
    assert any(n.startswith("Dark and light") for n in notes) == swapped


def test_colour_pictures_are_never_swapped(tmp_path):
    _, notes = read_picture(saved(tmp_path, drawing(255, 0)), how(3, border=10.0))
    assert not any(n.startswith("Dark and light") for n in notes)


def test_a_network_of_real_numbers_gets_them_in_its_own_range(tmp_path):
    path = saved(tmp_path, np.tile(np.uint8([0, 255]), (8, 4)))
    for low, high in ((0.0, 1.0), (-1.0, 1.0), (-3.0, 5.0)):
        sample, _ = read_picture(path, how(1, pixel_range=(low, high)))
        assert sample.dtype == np.float32 and sample[0, :2, 0].tolist() == [low, high]


def test_transparent_black_ink_and_white_ink_both_stay_visible(tmp_path):
    for ink in (0, 255):
        image = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
        ImageDraw.Draw(image).rectangle((2, 2, 5, 5), fill=(ink, ink, ink, 255))
        sample, notes = read_picture(saved(tmp_path, image), how(1))
        assert sample[3, 3, 0] == ink and sample[0, 0, 0] == 255 - ink
        assert notes[0] == f"What is transparent was filled with {'white' if ink == 0 else 'black'}."


def test_alpha_is_kept_for_a_network_of_four_channels(tmp_path):
    image = np.dstack([RANDOM, RANDOM[..., 0]])
    sample, _ = read_picture(saved(tmp_path, image), how(4))
    assert np.array_equal(sample, image)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.full((8, 8), 65535, np.uint16), 255),
        (np.full((8, 8), 4095, np.uint16), 255),
        (np.full((8, 8), 200, np.uint16), 200),
        (np.full((8, 8), 0.5, np.float32), 128),
        (np.full((8, 8), 70_000, np.int32), 255),
    ],
)
def test_deep_pictures_are_scaled_to_bytes(tmp_path, values, expected):
    sample, _ = read_picture(saved(tmp_path, values, "p.tif"), how(1))
    assert (sample == expected).all()


def test_the_first_frame_of_an_animation(tmp_path):
    first, second = Image.new("L", (8, 8), 10), Image.new("L", (8, 8), 200)
    path = saved(tmp_path, first, "p.gif", save_all=True, append_images=[second])
    sample, notes = read_picture(path, how(1))
    assert (sample == 10).all() and "The file holds 2 pictures; the first is used." in notes


def test_damaged_foreign_and_huge_files(tmp_path, monkeypatch):
    whole = saved(
        tmp_path, np.random.RandomState(0).randint(0, 256, (64, 64, 3)).astype(np.uint8), "w.jpg"
    ).read_bytes()
    (tmp_path / "half.jpg").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text.png").write_bytes(b"hello, this is no picture")
    with pytest.raises(DataError, match=r"'half\.jpg' is damaged, cut short"):
        read_picture(tmp_path / "half.jpg", how(3))
    with pytest.raises(DataError, match=r"'text\.png' is not a picture that can be read"):
        read_picture(tmp_path / "text.png", how(3))
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    for size in (40, 64):  # Pillow warns of the first and refuses the second.
        with pytest.raises(DataError, match=r"has 0 million pixels\. Up to 0 million are read"):
            read_picture(saved(tmp_path, np.zeros((size, size), np.uint8), "bomb.png"), how(3))


def test_other_channel_counts_are_refused(tmp_path):
    with pytest.raises(DataError, match="pictures of 2 channels, which no picture file has"):
        read_picture(saved(tmp_path, RANDOM), how(2))


# Pillow warns of odd metadata in these files, which is what they are for.
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("channels", [1, 3])
def test_odd_pictures_are_read_and_broken_ones_refused(shared_data, channels):
    preprocess = Preprocess(inputs={"image": how(channels, 16, 16, border=0.0)}, targets={})
    folder = shared_data / "dirty" / "images"
    for path in sorted((folder / "odd_but_valid").iterdir()):
        sample = read_samples(path, preprocess).inputs["image"]
        assert sample.shape == (1, 16, 16, channels) and sample.dtype == np.uint8, path.name
    turned = [read_samples(folder / "odd_but_valid" / f"hopper_orientation_{i}.jpg", preprocess) for i in range(2, 9)]
    upright = read_samples(folder / "odd_but_valid" / "hopper.jpg", preprocess).inputs["image"].astype(int)
    assert all(np.abs(t.inputs["image"] - upright).mean() < 3 for t in turned)
    for path in sorted((folder / "broken").iterdir()):
        with pytest.raises(DataError) as caught:
            read_samples(path, preprocess)
        assert path.name in str(caught.value) and "Traceback" not in str(caught.value)


def test_samples_as_pictures_for_the_screen():
    grey = np.arange(12, dtype=np.uint8).reshape(3, 4, 1)
    assert np.array_equal(as_picture(grey), grey[..., 0])
    assert as_picture(RANDOM).shape == (8, 8, 3)
    assert as_picture(np.dstack([RANDOM, RANDOM[..., :1]])).shape == (8, 8, 3)
    two = as_picture(RANDOM[..., :2])
    assert np.array_equal(two[..., :2], RANDOM[..., :2]) and (two[..., 2] == 0).all()
    real = np.float32([[[-1.0], [0.0], [1.0], [9.0]]])
    assert as_picture(real, (-1.0, 1.0)).tolist() == [[0, 128, 255, 255]]
    assert as_picture(np.full((2, 2, 1), 5.0), (5.0, 5.0)).tolist() == [[0, 0], [0, 0]]
