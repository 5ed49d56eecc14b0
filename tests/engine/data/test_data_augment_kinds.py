"""Augmentation of series, texts and tables: what each does, and what it leaves alone."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
import torch

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.augment import Augmentation
from workbench.engine.data.augment.batches import BatchAugmenter
from workbench.engine.data.augment.preview import preview, preview_batch
from workbench.engine.data.augment.row_work import RowPipeline, row_shape
from workbench.engine.data.augment.series_work import SeriesPipeline, SeriesWork
from workbench.engine.data.augment.token_work import TokenPipeline, TokenWork
from workbench.engine.data.prepare import prepare_raw
from workbench.engine.data.prepared import PreparedData
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.text.encoding import as_texts

CPU = torch.device("cpu")


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def made(kind: str, **fields) -> Augmentation:
    return Augmentation.members[kind].model_validate({"probability": 1.0, **fields})


class TestSeries:
    def waves(self, count: int = 50, steps: int = 60) -> torch.Tensor:
        """Two channels, a sine and a line, of another phase in each sample."""
        time = torch.linspace(0, 1, steps)
        phase = torch.linspace(0, 6, count).unsqueeze(1)
        return torch.stack([torch.sin(12 * time + phase), 3 * time + 0 * phase], dim=2)

    def work(self, values: torch.Tensor, **more) -> SeriesWork:
        return SeriesWork(values, generator(), **{"padded": False, "mask": False, **more})

    def test_jitter_goes_by_the_deviation_of_each_channel(self):
        values = self.waves(400) * torch.tensor([1.0, 50.0])
        work = self.work(values)
        work.jitter(torch.full((400,), 0.1))
        noise = work.result - values
        expected = 0.1 * values.std(1, correction=0).mean(0)
        assert noise.std((0, 1)).numpy() == pytest.approx(expected.numpy(), rel=0.05)

    def test_scaling_is_one_factor_for_a_sample(self):
        values = self.waves() + 5
        result = SeriesPipeline([made("scale_values", factor=2.0)])(values, generator())
        factors = result / values
        assert torch.allclose(factors, factors[:, :1, :1].expand_as(factors), rtol=1e-5)
        assert 0.5 <= factors.min() < 0.7 and 1.5 < factors.max() <= 2.0

    def test_warping_goes_through_the_same_values_in_the_same_order(self):
        values = self.waves()
        result = SeriesPipeline([made("time_warp", strength=2.5)])(values, generator())
        line = result[..., 1]
        assert (line.diff(dim=1) >= -1e-6).all(), "time never runs back"
        torch.testing.assert_close(line[:, [0, -1]], values[:, [0, -1], 1])
        speeds = line.diff(dim=1) / values[..., 1].diff(dim=1)
        assert speeds.min() < 0.7 and speeds.max() > 1.4 and speeds.max() < 2.5**2
        # Both channels are taken at the same places.
        place = line / 3.0 * 59
        below = place.floor().clamp(max=58).long()
        wave = values[..., 0]
        at = torch.lerp(wave.gather(1, below), wave.gather(1, below + 1), place - below)
        torch.testing.assert_close(result[..., 0], at, rtol=0, atol=1e-3)

    def test_a_warp_of_known_speeds(self):
        work = self.work(self.waves(1))
        work.warp(torch.tensor([[1.0], [1.0], [1.0], [1.0], [3.0]]))
        # The area under the speeds up to the middle is 2 of 5.
        middle = (work.result[0, 29, 1] + work.result[0, 30, 1]) / 2
        assert float(middle) == pytest.approx(3 * 2 / 5, rel=1e-3)

    def test_a_slice_is_a_part_on_the_whole_length(self):
        work = self.work(self.waves(2))
        work.slice(torch.tensor([0.5, 1.0]), torch.tensor([1.0, 0.3]))
        line = work.result[..., 1]
        assert line[0].tolist() == pytest.approx(np.linspace(1.5, 3.0, 60).tolist(), abs=1e-3)
        assert torch.equal(work.result[1], self.waves(2)[1])

    def test_a_mask_hides_one_stretch(self):
        values = self.waves()
        result = SeriesPipeline([made("mask_steps", longest=0.5)])(values, generator())
        hidden = (result != values).any(2)
        mean = values.mean(1, keepdim=True).expand_as(values)
        torch.testing.assert_close(result[hidden], mean[hidden])
        for row in hidden:
            places = row.nonzero().flatten()
            assert len(places) <= 31 and (not len(places) or len(places) >= places[-1] - places[0])

    @pytest.mark.parametrize("kind", [k for k, m in Augmentation.members.items() if m.data == "series"])
    @pytest.mark.parametrize("mask", [False, True])
    @pytest.mark.parametrize("side", ["start", "end"])
    def test_padding_stays_padding(self, kind: str, mask: bool, side: str):
        values = self.waves() + 10
        lengths = torch.arange(50) % 58 + 1
        place = torch.arange(60)
        real = place >= 60 - lengths.unsqueeze(1) if side == "start" else place < lengths.unsqueeze(1)
        values = values * real.unsqueeze(2)
        if mask:
            values = torch.cat([values, real.unsqueeze(2).float()], dim=2)
        result = SeriesPipeline([made(kind)], padded=True, mask=mask)(values, generator())
        assert torch.equal(result[~real], values[~real]) and torch.isfinite(result).all()
        assert not torch.equal(result[real], values[real])
        if mask:
            assert torch.equal(result[..., 2], values[..., 2])
        if kind not in ("jitter", "scale_values"):
            # What is taken from elsewhere is taken from the sample itself: nothing of the padding creeps in.
            assert result[..., :2][real].min() >= values[..., :2][real].min() - 1e-4


class TestTokens:
    def texts(self, count: int = 200, steps: int = 30) -> torch.Tensor:
        """Ids that count up, so that each tells its place; of lengths from 1 on."""
        ids = torch.arange(2, steps + 2).expand(count, steps).clone()
        lengths = torch.arange(count) % steps + 1
        ids[torch.arange(steps) >= lengths.unsqueeze(1)] = 0
        return ids

    def test_dropping_keeps_order_and_fills_up_behind(self):
        ids = self.texts()
        result = TokenPipeline([made("token_drop", share=0.5)])(ids, generator())
        for before, after in zip(ids.tolist(), result.tolist(), strict=True):
            left = [t for t in after if t]
            assert left == sorted(set(left) & set(before)) and len(left) >= 1
            assert after == left + [0] * (30 - len(left))
        lost = 1 - (result > 0).sum() / (ids > 0).sum()
        assert 0.2 < lost < 0.3, "up to a half is a quarter on the average"

    def test_filling_in_front_stays_in_front(self):
        ids = self.texts().flip(1)
        result = TokenPipeline([made("token_drop", share=0.5)])(ids, generator())
        for after in result.tolist():
            left = [t for t in after if t]
            assert after == [0] * (30 - len(left)) + left

    def test_masking(self):
        ids = self.texts()
        result = TokenPipeline([made("token_mask", share=0.5)], unknown=1)(ids, generator())
        different = result != ids
        assert (result[different] == 1).all() and not different[ids == 0].any()
        assert 0.2 < different.sum() / (ids > 0).sum() < 0.3

    def test_swapping_is_with_a_neighbour(self):
        ids = self.texts()
        result = TokenPipeline([made("token_swap", share=0.5)])(ids, generator())
        assert torch.equal((result == 0), (ids == 0))
        moved = (result - ids)[ids > 0].abs()
        assert set(moved.unique().tolist()) == {0, 1}
        assert [Counter(r) for r in result.tolist()] == [Counter(r) for r in ids.tolist()]
        assert 0.2 < (moved > 0).float().mean() < 0.3

    def test_neighbours_begin_at_even_and_odd_places(self):
        work = TokenWork(self.texts(400)[29::30].clone(), generator(), 0)
        work.swap(torch.ones(len(work.ids)))
        assert {int(row[0]) for row in work.ids} == {2, 3}

    @pytest.mark.parametrize("kind", ["token_drop", "token_mask", "token_swap"])
    def test_nothing_and_single_tokens(self, kind: str):
        ids = torch.tensor([[0, 0, 0], [5, 0, 0], [0, 0, 7]])
        for seed in range(10):
            result = TokenPipeline([made(kind, share=0.9)], unknown=1)(ids, generator(seed))
            assert result[0].tolist() == [0, 0, 0]
            assert result[1:].count_nonzero(dim=1).tolist() == [1, 1]

    def test_without_an_id_for_unknown_a_hidden_token_is_none(self):
        result = TokenPipeline([made("token_mask", share=0.9)])(self.texts(), generator())
        assert 1 not in result.unique().tolist()


def table(gaps: bool = True) -> PreparedData:
    """300 rows of two numbers (one with gaps), a category of three, and a yes or no."""
    draw = np.random.default_rng(1)
    values = np.column_stack(
        [draw.normal(5, 2, 300), draw.normal(0, 30, 300), draw.integers(0, 3, 300), draw.integers(0, 2, 300)]
    )
    if gaps:
        values[::6, 1] = np.nan
        values[::10, 2] = np.nan
    part = RawInput("table", values.astype(np.float32), ("a", "b", "colour", "yes"), ((), (), ("r", "g", "b"), ()))
    target = RawTarget("classification", (np.arange(300) % 3).astype(np.int64), classes=("x", "y", "z"))
    recipe = DataRecipe.model_validate({"cleaning": {"indicator": True}, "scaling": "none"})
    return prepare_raw(RawData("t", {"x": part}, {"y": target}), recipe)


class TestRows:
    def fed(self, prepared: PreparedData) -> tuple[torch.Tensor, RowPipeline, list[str]]:
        how, values = prepared.preprocess.inputs["x"], prepared.raw.inputs["x"].values
        assert how.table is not None
        names = list(how.table.outputs(how.columns))
        self.shape = row_shape(how, values[prepared.splits["train"]])
        return torch.from_numpy(transform_inputs(values, how)), how, names

    def run(self, operation: Augmentation, rows: torch.Tensor, seed: int = 0) -> torch.Tensor:
        return RowPipeline([operation], self.shape, CPU)(rows, generator(seed))

    def test_noise_goes_by_the_deviation_and_leaves_categories(self):
        rows, _, names = self.fed(table())
        many = rows.repeat(20, 1)
        noise = self.run(made("number_noise", strength=0.2), many) - many
        changed = [n for n, c in zip(names, (noise != 0).any(0).tolist(), strict=True) if c]
        assert changed == ["a", "b"], "neither categories nor a yes or no"
        # Each row draws a strength up to 0.2, whose square is a third of 0.04 on the average.
        wanted = rows[:, :2].std(0) * 0.2 / 3**0.5
        assert noise[:, :2].std(0).numpy() == pytest.approx(wanted.numpy(), rel=0.1)

    def test_a_category_and_a_gap_move_as_a_whole(self):
        rows, _, names = self.fed(table())
        known = {tuple(r) for r in rows[:, 3:].tolist()}
        pairs = {tuple(r) for r in rows[:, [1, 3]].tolist()}
        result = self.run(made("cell_swap", share=0.9), rows)
        start = names.index("colour = r")
        assert names[3] == "b is missing" and start == 4
        assert {tuple(r) for r in result[:, 4:].tolist()} <= {k[1:] for k in known}
        assert {tuple(r) for r in result[:, [1, 3]].tolist()} <= pairs, "a number and its mark come from one row"
        for column in range(rows.shape[1]):
            assert set(result[:, column].tolist()) <= set(rows[:, column].tolist())

    def test_blank_cells_look_like_missing_ones(self):
        prepared = table()
        rows, how, _ = self.fed(prepared)
        result = self.run(made("cell_drop", share=0.9), rows)
        blank = transform_inputs(np.full((1, 4), np.nan, dtype=np.float32), how)[0]
        gone = (result != rows).any(1)
        assert gone.float().mean() > 0.6
        for column, value in enumerate(blank):
            changed = result[:, column] != rows[:, column]
            assert (result[changed, column] == float(value)).all()
        marked = result[:, 3] == 1
        assert (result[marked, 1] == float(blank[1])).all() and marked.float().mean() > 0.4

    def test_without_gaps_a_blank_number_is_the_mean(self):
        prepared = table(gaps=False)
        how, values = prepared.preprocess.inputs["x"], prepared.raw.inputs["x"].values
        train = prepared.splits["train"]
        shape = row_shape(how, values[train])
        assert how.table is not None
        plain = RawInput("table", values[:, :2], ("a", "b"))
        numbers = prepare_raw(
            RawData("t", {"x": plain}, prepared.raw.targets), DataRecipe.model_validate({"scaling": "none"})
        )
        of_numbers = row_shape(numbers.preprocess.inputs["x"], values[train, :2])
        assert of_numbers.blank == pytest.approx(values[train, :2].mean(0), rel=1e-5)
        assert of_numbers.cell.tolist() == [0, 1] and shape.cells == 4


class TestPreviews:
    def data(self, part: RawInput) -> PreparedData:
        target = RawTarget(
            "classification", (np.arange(len(part.values)) % 3).astype(np.int64), classes=("x", "y", "z")
        )
        return prepare_raw(RawData("t", {"x": part}, {"y": target}), DataRecipe())

    def test_series(self):
        values = TestSeries().waves(60).numpy()
        data = self.data(RawInput("series", values, ("wave", "line")))
        recipe = DataRecipe().updated(augment="series_strong")
        look = preview(data, recipe, 4, 8, 0)
        assert look.samples == (4,) and len(look.series) == 8 and look.channels == ("wave", "line")
        fed = transform_inputs(values[4:5], data.preprocess.inputs["x"])[0]
        assert all(np.array_equal(before, fed) for before in look.before)
        assert len({s.tobytes() for s in look.series}) == 8
        batch = preview_batch(data, recipe, 24, 0)
        assert set(batch.samples) <= set(data.splits["train"].tolist()) and len(batch.labels) == 24
        assert batch.labels[0] == ((("x", "y", "z")[batch.samples[0] % 3], 1.0),)

    def test_texts(self):
        ids = TestTokens().texts(60).numpy()
        data = self.data(RawInput("tokens", ids))
        look = preview(data, DataRecipe().updated(augment="token_drop,token_mask"), 20, 8, 0)
        assert len(look.texts) == 8
        for pieces in look.texts:
            kept = [t for p in pieces if p.mark != "new" for t in p.text.split()]
            assert kept == [str(i) for i in ids[20] if i], "with what is gone put back, it is the text"
        assert any(p.mark == "gone" for pieces in look.texts for p in pieces)

    @pytest.mark.parametrize("pad", ["end", "start"])
    def test_texts_in_words(self, pad: str):
        words = ["the", "cat", "sat", "on", "a", "mat", "and", "saw", "two", "dogs"]
        texts = [" ".join(words[: 3 + k % 8]) for k in range(60)]
        target = RawTarget("classification", (np.arange(60) % 3).astype(np.int64), classes=("x", "y", "z"))
        raw = RawData("t", {"x": RawInput("text", as_texts(texts), columns=("message",))}, {"y": target})
        data = prepare_raw(raw, DataRecipe.model_validate({"text": {"pad": pad}}))
        look = preview(data, DataRecipe().updated(augment="text_strong"), 7, 8, 0)
        for pieces in look.texts:
            gone_back = " ".join(p.text for p in pieces if p.mark != "new")
            assert gone_back == texts[7]
        assert any("[unknown]" in p.text for pieces in look.texts for p in pieces if p.mark == "new")
        how = data.preprocess.inputs["x"]
        drop = BatchAugmenter(DataRecipe().updated(augment=[{"kind": "token_drop", "share": 0.9}]), [how], 0, CPU)
        full = torch.from_numpy(data.batch_values("x")[7:8].astype(np.int64))
        (made,), _ = drop((full.expand(20, -1),), 0, 0)
        assert full.min() > 0, "a text of the greatest length"
        side = made[:, 0] if pad == "start" else made[:, -1]
        assert (side == 0).sum() > 10, "what is dropped leaves padding on its side"

    def test_rows_in_the_datas_own_words(self):
        data = table()
        look = preview(data, DataRecipe().updated(augment="cell_swap"), 7, 12, 0)
        part = data.raw.inputs["x"]
        assert look.header == ("a", "b", "yes", "colour") and len(look.rows) == 13
        assert look.rows[0][3] == part.cell(7, 2) and float(look.rows[0][0]) == pytest.approx(part.cell(7, 0), rel=1e-3)
        assert preview(data, DataRecipe().updated(augment="cell_swap"), 6, 1, 0).rows[0][1] == "", "a gap is empty"
        assert look.changed and all(look.rows[r][c] != look.rows[0][c] for r, c in look.changed)
        assert all(row >= 1 for row, _ in look.changed)

    def test_a_batch_is_drawn_as_the_balance_draws(self):
        draw = np.random.default_rng(0)
        labels = np.repeat([0, 1], [180, 20])
        part = RawInput("image", draw.integers(0, 256, (200, 4, 4, 1), dtype=np.uint8))
        target = RawTarget("classification", labels, classes=("many", "few"))
        data = prepare_raw(RawData("t", {"x": part}, {"y": target}), DataRecipe())
        recipe = DataRecipe().updated(augment="flip", balance="balanced_batches")
        names = Counter(label[0][0] for label in preview_batch(data, recipe, 24, 0).labels)
        assert names == {"many": 12, "few": 12}

    def test_mixed_pictures_are_told_with_their_shares(self):
        values = np.zeros((60, 8, 8, 1), dtype=np.uint8)
        values[1::3], values[2::3] = 100, 200
        data = self.data(RawInput("image", values))
        look = preview(data, DataRecipe().updated(augment=[{"kind": "cutmix", "probability": 1.0}]), 0, 24, 0)
        value = {"x": 0, "y": 100, "z": 200}
        mixed = [k for k, label in enumerate(look.labels) if len(label) == 2]
        assert len(mixed) >= 8
        for k in mixed:
            (one, share), (other, rest) = look.labels[k]
            assert share >= 0.5 and share + rest == pytest.approx(1.0) and "x" in (one, other)
            pixels = Counter(look.pictures[k].ravel().tolist())
            assert pixels[value[one]] / 64 == pytest.approx(share, abs=1e-3)

    def test_nothing_is_drawn_from_torchs_own_generator(self):
        data = self.data(RawInput("series", TestSeries().waves(60).numpy(), ("a", "b")))
        before = torch.get_rng_state()
        preview(data, DataRecipe().updated(augment="series_strong"), 0, 8, 0)
        preview_batch(data, DataRecipe().updated(augment="series_strong"), 8, 0)
        assert torch.equal(torch.get_rng_state(), before)
