"""Every registered optimiser keeps its contract: torch's own arithmetic, groups with their own settings, exact resume."""

from __future__ import annotations

import json

import pytest
import torch
from torch import nn

import workbench.engine.document  # noqa: F401 - fills the registries that a recipe needs
from workbench.engine.errors import TrainingError
from workbench.engine.train.checkpoint import Snapshot, load_optimizer, optimizer_state, read_snapshot, write_snapshot
from workbench.engine.train.fused import quick_step
from workbench.engine.train.optimizers import make_optimizer
from workbench.engine.train.optimizers.measured import measured_step
from workbench.engine.train.optimizers.rates import set_learning_rate, unusual_rate
from workbench.engine.train.recipe import Optimizer, TrainingRecipe

ADAM = {"beta1": 0.8, "beta2": 0.95, "eps": 1e-3}
TORCH_ADAM = {"betas": (0.8, 0.95), "eps": 1e-3}
# kind: our settings, torch's class, the same settings under torch's names. Lion, which torch hasn't, is checked below.
PEERS = {
    "sgd": ({"momentum": 0.9, "nesterov": True}, torch.optim.SGD, {"momentum": 0.9, "nesterov": True}),
    "adam": (ADAM, torch.optim.Adam, TORCH_ADAM),
    "adamw": (ADAM, torch.optim.AdamW, TORCH_ADAM),
    "nadam": (
        {**ADAM, "momentum_decay": 0.01, "decoupled_weight_decay": True},
        torch.optim.NAdam,
        {**TORCH_ADAM, "momentum_decay": 0.01, "decoupled_weight_decay": True},
    ),
    "radam": (
        {**ADAM, "decoupled_weight_decay": True},
        torch.optim.RAdam,
        {**TORCH_ADAM, "decoupled_weight_decay": True},
    ),
    "rmsprop": (
        {"alpha": 0.9, "momentum": 0.5, "centered": True, "eps": 1e-3},
        torch.optim.RMSprop,
        {"alpha": 0.9, "momentum": 0.5, "centered": True, "eps": 1e-3},
    ),
    "adagrad": (
        {"initial_accumulator": 0.5, "learning_rate_decay": 0.01, "eps": 1e-3},
        torch.optim.Adagrad,
        {"initial_accumulator_value": 0.5, "lr_decay": 0.01, "eps": 1e-3},
    ),
    "adadelta": ({"rho": 0.8, "eps": 1e-3}, torch.optim.Adadelta, {"rho": 0.8, "eps": 1e-3}),
    "muon": (
        {"momentum": 0.9, "nesterov": False, "iterations": 3},
        torch.optim.Muon,
        {"momentum": 0.9, "nesterov": False, "ns_steps": 3, "adjust_lr_fn": "match_rms_adamw"},
    ),
    "lbfgs": (
        {"iterations": 3, "history": 4, "evaluations": 5},
        torch.optim.LBFGS,
        {"max_iter": 3, "history_size": 4, "max_eval": 5, "line_search_fn": "strong_wolfe"},
    ),
}
KINDS = sorted(Optimizer.members)
STEPS = 20


def rosenbrock_like(parameter: torch.Tensor) -> torch.Tensor:
    """A loss whose curvature differs between directions."""
    return ((parameter - 1.0) ** 2).sum() + 0.3 * (parameter[1:] * parameter[:-1]).sum() ** 2


def drive(optimizer: torch.optim.Optimizer, parameter: nn.Parameter, decay: float = 0.0) -> list[float]:
    losses = []

    def gradients() -> torch.Tensor:
        optimizer.zero_grad()
        loss = rosenbrock_like(parameter)
        if decay:  # L2 in the loss, for the peer that has no weight decay
            loss = loss + 0.5 * decay * parameter.square().sum()
        loss.backward()
        return loss.detach()

    for _ in range(STEPS):
        losses.append(float(optimizer.step(gradients)))
    return losses


def test_every_optimiser_has_a_peer():
    assert {*PEERS, "lion"} == set(KINDS)


@pytest.mark.parametrize("kind", sorted(PEERS))
@pytest.mark.parametrize("decay", [0.0, 0.1])
def test_optimisers_follow_torch(kind, decay):
    """Fused or foreach against torch's plain one, settings reaching it under torch's names."""
    fields, peer, options = PEERS[kind]
    torch.manual_seed(0)
    # A line search magnifies rounding.
    start = torch.randn(4, 3, dtype=torch.float64 if kind == "lbfgs" else torch.float32)
    ours, theirs = nn.Parameter(start.clone()), nn.Parameter(start.clone())
    optimizer = Optimizer.members[kind].model_validate(fields).build([ours], 0.005, decay)
    plain_options = dict(options)
    if kind not in ("muon", "lbfgs"):
        plain_options["foreach"] = False
    if kind != "lbfgs":
        plain_options["weight_decay"] = decay
    plain = peer([theirs], lr=0.005, **plain_options)
    drive(optimizer, ours)
    drive(plain, theirs, decay if kind == "lbfgs" else 0.0)
    torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-5)
    assert rosenbrock_like(ours) < rosenbrock_like(start)


@pytest.mark.parametrize("decay", [0.0, 0.1])
def test_lion_is_what_its_paper_defines(decay):
    """Program 1 of Chen et al. 2023, written out."""
    torch.manual_seed(0)
    start = torch.randn(4, 3, dtype=torch.float64)
    ours = nn.Parameter(start.clone())
    optimizer = Optimizer.members["lion"].model_validate({"beta1": 0.8, "beta2": 0.95}).build([ours], 0.005, decay)
    weight, momentum = start.clone(), torch.zeros_like(start)
    for _ in range(STEPS):
        point = weight.clone().requires_grad_()
        (gradient,) = torch.autograd.grad(rosenbrock_like(point), point)
        update = torch.sign(0.8 * momentum + 0.2 * gradient)
        weight = weight - 0.005 * (update + decay * weight)
        momentum = 0.95 * momentum + 0.05 * gradient
    drive(optimizer, ours)
    torch.testing.assert_close(ours.detach(), weight, rtol=1e-9, atol=1e-9)
    torch.testing.assert_close(optimizer.state[ours]["exp_avg"], momentum, rtol=1e-9, atol=1e-12)


def test_lion_leaves_parameters_without_a_gradient_alone():
    used, unused = nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))
    optimizer = Optimizer.members["lion"]().build([used, unused], 0.1, 0.5)
    used.sum().backward()
    optimizer.step()
    torch.testing.assert_close(used.detach(), torch.full((2,), 0.85))
    assert torch.equal(unused.detach(), torch.ones(2))


def small_network() -> nn.Module:
    torch.manual_seed(1)
    return nn.Sequential(
        nn.Embedding(7, 4),
        nn.Flatten(),
        nn.Linear(12, 6),
        nn.Dropout(0.25),
        nn.BatchNorm1d(6),
        nn.ReLU(),
        nn.Linear(6, 2),
    )


class Trained:
    """A small network with dropout, its optimiser, and steps on batches of their own."""

    def __init__(self, kind: str) -> None:
        self.module = small_network()
        recipe = TrainingRecipe.model_validate({"optimizer": kind, "learning_rate": 0.02, "weight_decay": 0.05})
        own = list(self.module.parameters())
        factor = 1.0 if kind == "lbfgs" else 0.5
        given = [{"params": own[:3], "lr_factor": factor}, {"params": own[3:], "weight_decay": 0.0}]
        self.optimizer = make_optimizer(recipe, self.module, given)
        self.quick = quick_step(self.optimizer)

    def run(self, first: int, last: int) -> None:
        for number in range(first, last):
            generator = torch.Generator().manual_seed(number)
            words = torch.randint(0, 7, (16, 3), generator=generator)
            labels = (words.sum(1) > 8).long()

            def gradients(words=words, labels=labels):
                for parameter in self.module.parameters():
                    parameter.grad = None
                loss = nn.functional.cross_entropy(self.module(words), labels)
                loss.backward()
                return loss.detach(), None

            set_learning_rate(self.optimizer, 0.02 / (number + 1))
            if hasattr(self.optimizer, "needs_closure"):
                measured_step(self.optimizer, gradients)
            else:
                gradients()
                self.quick()

    def bits(self) -> dict[str, torch.Tensor]:
        tensors, _ = optimizer_state(self.optimizer)
        return {**{n: t.clone() for n, t in self.module.state_dict().items()}, **tensors, "rng": torch.get_rng_state()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("at", [0, 1, 5])
def test_every_optimiser_goes_on_to_the_last_bit(kind, at, tmp_path):
    """N steps are k steps, a checkpoint in a file, and N - k steps."""
    whole = Trained(kind)
    torch.manual_seed(3)
    whole.run(0, 9)
    expected = whole.bits()

    first = Trained(kind)
    torch.manual_seed(3)
    first.run(0, at)
    tensors, values = optimizer_state(first.optimizer)
    path = tmp_path / "last.safetensors"
    weights = {n: t.clone() for n, t in first.module.state_dict().items()}
    write_snapshot(path, Snapshot(weights, {**tensors, "rng": torch.get_rng_state()}, {"optimizer": values}))
    first.run(at, at + 2)  # what happens after the checkpoint is lost

    second = Trained(kind)
    snapshot = read_snapshot(path)
    second.module.load_state_dict(snapshot.weights)
    load_optimizer(second.optimizer, snapshot.extra, json.loads(json.dumps(snapshot.about["optimizer"])))
    torch.set_rng_state(snapshot.extra["rng"])
    second.run(at, 9)
    found = second.bits()
    assert found.keys() == expected.keys()
    differing = [name for name, tensor in expected.items() if not torch.equal(tensor, found[name])]
    assert not differing


@pytest.mark.parametrize("kind", KINDS)
def test_groups_keep_their_own_rate_and_decay(kind):
    """A group with a tenth of the rate moves otherwise, and the schedule keeps the factor."""
    if kind == "lbfgs":
        pytest.skip("takes no rates of groups; see below")
    torch.manual_seed(0)
    parameters = [nn.Parameter(torch.ones(3, 3)), nn.Parameter(torch.ones(3, 3))]
    groups = [{"params": parameters[:1]}, {"params": parameters[1:], "lr_factor": 0.1, "weight_decay": 0.0}]
    optimizer = Optimizer.members[kind]().build(groups, 0.01, 0.2)
    factor = {id(p): g for g in optimizer.param_groups for p in g["params"]}
    first, second = (factor[id(p)] for p in parameters)
    assert (first["lr"], first["weight_decay"]) == (0.01, 0.2)
    assert (second["lr"], second["weight_decay"]) == (pytest.approx(0.001), 0.0)
    set_learning_rate(optimizer, 0.5)
    assert (first["lr"], second["lr"]) == (0.5, 0.05)
    for parameter in parameters:
        parameter.grad = torch.ones(3, 3)
    optimizer.step()
    assert (parameters[0] - 1).abs().sum() > 5 * (parameters[1] - 1).abs().sum() > 0


def test_lbfgs_takes_decay_of_groups_and_refuses_rates_of_groups():
    parameters = [nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2))]
    build = Optimizer.members["lbfgs"]().build
    with pytest.raises(TrainingError, match=r"layers.*learning rates") as caught:
        build([{"params": parameters[:1]}, {"params": parameters[1:], "lr_factor": 0.1}], 1.0, 0.0)
    assert caught.value.code == "training.lbfgs_layers"
    optimizer = build([{"params": parameters[:1]}, {"params": parameters[1:], "weight_decay": 0.0}], 1.0, 1.0)

    def gradients():
        for parameter in parameters:
            parameter.grad = torch.zeros(2)
        return torch.zeros(())

    optimizer.step(gradients)
    assert parameters[0].abs().max() < 1e-3, "the pull towards zero alone, followed to its end"
    assert torch.equal(parameters[1].detach(), torch.ones(2))


def test_lbfgs_sees_one_function_however_often_it_measures():
    """Dropout falls the same way within a step, and the generator ends as after one measurement."""
    module = small_network()
    optimizer = make_optimizer(TrainingRecipe.model_validate({"optimizer": "lbfgs", "learning_rate": 1.0}), module)
    words, seen = torch.randint(0, 7, (32, 3)), []

    def gradients():
        optimizer.zero_grad()
        mask = torch.rand(4)
        seen.append(mask)
        loss = module(words).square().mean()
        loss.backward()
        return loss.detach(), mask

    torch.manual_seed(5)
    loss, mask = measured_step(optimizer, gradients)
    after = torch.get_rng_state()
    assert len(seen) > 2 and all(torch.equal(m, mask) for m in seen)
    torch.manual_seed(5)
    gradients()
    assert torch.equal(after, torch.get_rng_state())
    assert gradients()[0] < loss


def test_muon_steps_hidden_matrices_and_adamw_the_rest():
    module = small_network()
    embedding, hidden, norm, output = module[0], module[2], module[4], module[6]
    optimizer = make_optimizer(TrainingRecipe.model_validate({"optimizer": "muon"}), module)
    whose = {id(p): g["matrix"] for g in optimizer.param_groups for p in g["params"]}
    assert [p for p in module.parameters() if whose[id(p)]] == [hidden.weight]
    assert not any(whose[id(p)] for p in (embedding.weight, hidden.bias, norm.weight, output.weight, output.bias))
    module(torch.randint(0, 7, (8, 3))).sum().backward()
    optimizer.step()
    assert set(optimizer.state[hidden.weight]) == {"momentum_buffer"}
    assert set(optimizer.state[output.weight]) == {"step", "exp_avg", "exp_avg_sq"}


def test_muon_without_any_matrix_is_adamw():
    module = nn.Linear(3, 2)
    optimizer = make_optimizer(TrainingRecipe.model_validate({"optimizer": "muon"}), module)
    module(torch.ones(4, 3)).sum().backward()
    optimizer.step()
    assert all("exp_avg" in optimizer.state[p] for p in module.parameters())


def test_muon_without_a_torch_that_has_it(monkeypatch):
    monkeypatch.setattr("workbench.engine.train.optimizers.muon.metadata.version", lambda _name: "2.8.1+cpu")
    recipe = TrainingRecipe.model_validate({"optimizer": "muon"})
    (problem,) = recipe.optimizer.problems(recipe)
    assert problem.severity == "error" and "2.8.1" in problem.what and "AdamW" in problem.fix
    with pytest.raises(TrainingError, match=r"2\.8\.1"):
        make_optimizer(recipe, nn.Linear(2, 2))


@pytest.mark.parametrize(
    ("kind", "rate", "word"),
    [("adadelta", 0.001, "small"), ("adam", 1.0, "large"), ("lion", 0.1, "large"), ("lbfgs", 0.001, "small")],
)
def test_a_rate_far_from_usual_is_told(kind, rate, word):
    recipe = TrainingRecipe.model_validate({"optimizer": kind, "learning_rate": rate})
    (problem,) = unusual_rate(recipe)
    assert problem.severity == "warning" and word in problem.what and recipe.optimizer.title in problem.what


@pytest.mark.parametrize("kind", KINDS)
def test_usual_rates_are_not_told(kind):
    low, high = Optimizer.members[kind].usual
    for rate in (low, high):
        assert not list(unusual_rate(TrainingRecipe.model_validate({"optimizer": kind, "learning_rate": rate})))
