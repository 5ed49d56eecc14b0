"""Every registered augmentation keeps its contract, whatever its fields."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.data.augment import PRESETS, Augmentation, preset
from workbench.engine.data.augment.mixing import Mix
from workbench.engine.data.augment.pipeline import Pipeline
from workbench.engine.data.augment.row_work import RowPipeline, RowShape
from workbench.engine.data.augment.series_work import SeriesPipeline
from workbench.engine.data.augment.token_work import TokenPipeline
from workbench.engine.fields import FieldSpec, fields_of
from workbench.engine.values import load_kinded

KINDS = sorted(Augmentation.members)
COUNT = 12
CPU = torch.device("cpu")


def batch_of(kind: str) -> torch.Tensor:
    """A batch of the kind of data that an operation is for; some texts and series are shorter than others."""
    draw = torch.Generator().manual_seed(7)
    if kind == "image":
        return torch.rand((COUNT, 3, 9, 11), generator=draw)
    if kind == "series":
        return torch.randn((COUNT, 20, 2), generator=draw)
    if kind == "tokens":
        ids = torch.randint(1, 50, (COUNT, 10), generator=draw)
        ids[3, 6:], ids[4, :4], ids[5, 1:], ids[6] = 0, 0, 0, 0
        return ids
    rows = torch.randn((COUNT, 5), generator=draw)
    rows[:, 2:] = torch.nn.functional.one_hot(torch.arange(COUNT) % 3, 3).float()
    return rows


ROWS = RowShape(np.array([0, 1, 2, 2, 2]), np.array([1.0, 0.5, 0, 0, 0]), np.zeros(5))


def done(operation: Augmentation, values: torch.Tensor, seed: int) -> tuple[torch.Tensor, Mix | None]:
    generator = torch.Generator().manual_seed(seed)
    if operation.data == "image":
        pipeline = Pipeline([operation], 3)
        made = pipeline(values, generator)
        return pipeline.mixer(made, generator) if operation.stage == "mix" else (made, None)
    if operation.data == "series":
        return SeriesPipeline([operation])(values, generator), None
    if operation.data == "tokens":
        return TokenPipeline([operation], unknown=1)(values, generator), None
    return RowPipeline([operation], ROWS, CPU)(values, generator), None


def drawn(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Values that a field allows, its bounds included."""
    if spec.choices:
        return st.sampled_from(spec.choices)
    assert spec.editor == "float" and spec.minimum is not None and spec.maximum is not None, spec
    return st.floats(
        spec.minimum,
        spec.maximum,
        exclude_min=spec.open_minimum,
        exclude_max=spec.open_maximum,
        allow_subnormal=False,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_is_described(kind: str):
    member = Augmentation.members[kind]
    assert member.title and member.__doc__ and member.numbers >= 1
    assert all(spec.help for spec in fields_of(member))
    assert load_kinded(Augmentation, member().dump()) == member()
    assert member().describe().startswith(member.title)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_whatever_its_fields(kind: str, data: st.DataObject):
    """Finite, of the same shape and type, the same for the same seed, and what comes in stays as it was."""
    member = Augmentation.members[kind]
    fields = {spec.name: data.draw(drawn(spec), spec.name) for spec in fields_of(member)}
    operation = member.model_validate(fields)
    values = batch_of(operation.data)
    kept = values.clone()
    made, mix = done(operation, values, 3)
    assert torch.equal(values, kept)
    assert made.shape == values.shape and made.dtype == values.dtype and torch.isfinite(made).all()
    again, mixed_again = done(operation, values, 3)
    assert torch.equal(made, again)
    if mix is not None and mixed_again is not None:
        assert torch.equal(mix.share, mixed_again.share) and torch.equal(mix.partner, mixed_again.partner)
        assert ((mix.share >= 0) & (mix.share <= 1)).all() and sorted(mix.partner.tolist()) == list(range(COUNT))
    if operation.data == "image":
        assert made.min() >= 0 and made.max() <= 1
    if operation.data == "tokens":
        assert made.min() >= 0 and made.max() < 50
        assert ((made != 0).any(1) == (values != 0).any(1)).all(), "a text never becomes empty"
    if operation.data == "table" and kind != "cell_drop":
        assert (made[:, 2:].sum(1) == 1).all() and set(made[:, 2:].unique().tolist()) <= {0.0, 1.0}


@pytest.mark.parametrize("kind", KINDS)
def test_done_to_none_is_the_identity(kind: str):
    operation = Augmentation.members[kind]().updated(probability=0.0)
    values = batch_of(operation.data)
    made, mix = done(operation, values, 1)
    torch.testing.assert_close(made, values, rtol=0, atol=1e-5)
    assert mix is None or (mix.share == 1).all()


@pytest.mark.parametrize("kind", KINDS)
def test_done_to_some_changes_those_only(kind: str):
    operation = Augmentation.members[kind]()
    values = batch_of(operation.data)
    changed = [
        (done(operation.updated(probability=p), values, seed)[0] - values).abs().flatten(1).amax(1) > 1e-3
        for p in (1.0, 0.4)
        for seed in range(6)
    ]
    always, some = torch.stack(changed[:6]).float().mean(), torch.stack(changed[6:]).float().mean()
    assert always > 0.1 and 0 < some < 0.75 * always


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_else_is_drawn_from(kind: str):
    before = torch.get_rng_state()
    operation = Augmentation.members[kind]()
    one, other = (done(operation, batch_of(operation.data), seed)[0] for seed in (1, 2))
    assert torch.equal(torch.get_rng_state(), before)
    assert not torch.equal(one, other)


@pytest.mark.parametrize(("kind", "name"), [(k, n) for k, group in PRESETS.items() for n in group])
def test_presets_fit_their_kind(kind, name: str):
    made = preset(name, kind)
    assert made and all(operation.data == kind for operation in made)
