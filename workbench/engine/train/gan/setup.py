"""Making a GAN's session: both networks, the data, and one optimiser with a group for each network."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import nn

from ...build.module import build_module
from ...build.source import Source, generate
from ...data.feed import make_feed
from ...data.prepared import PreparedData
from ...document import Project
from ..averages import averaging_hooks
from ..balancing import sample_weights
from ..constraints import constraint_hooks
from ..early_stopping import stopping_hooks
from ..identity import further_identity
from ..initialization import initialize
from ..layerwise import freeze, frozen_nodes, initialization_of, parameter_groups
from ..objectives import Objective
from ..optimizers import make_optimizer
from ..precision import Computing
from ..recipe import TrainingRecipe
from ..scheduling import record_hooks, schedule_hooks
from ..session import Session
from ..setup import make_augmenter
from ..stopping import Stopping
from ..warm import Donor
from .check import check_gan
from .game import Game, RealFeed, aim_identity
from .pair import GanPair
from .recipe import GanAim
from .samples import SamplesHook


def prepare_gan_session(
    project: Project,
    prepared: PreparedData,
    device: torch.device,
    *,
    run: str,
    threads: int,
    free: Callable[[torch.device], int],
    donor: Donor | None = None,
) -> Session:
    """As ``prepare_session``, for a project whose objective is a GAN and in which no error was found."""
    recipe = project.training
    aim = recipe.objective
    assert isinstance(aim, GanAim)
    _, plan = check_gan(project, prepared.facts)
    assert plan is not None  # check_project found no error
    networks = {role: project.networks[name] for role, name in aim.roles.items()}
    sources = {role: generate(graph, plan.facts[role], name=role) for role, graph in networks.items()}
    torch.manual_seed(recipe.seed)
    modules = {role: build_module(source) for role, source in sources.items()}
    for role, module in modules.items():
        graph = networks[role]
        initialize(module, sources[role], graph, lambda node_id: initialization_of(recipe, node_id), recipe.seed)
    warm = donor.fill({r: (modules[r], sources[r], networks[r]) for r in modules}) if donor is not None else None
    for role, module in modules.items():
        freeze(module, sources[role], frozen_nodes(networks[role], recipe.layers))
    pair = GanPair(modules["generator"], modules["discriminator"]).to(device)
    augmenter = make_augmenter(project, prepared, [plan.input], device)
    own: dict[str, Any] = {"raw_pictures": True} if augmenter is not None else {}
    # What is made is to be like all that the weights stand for, so that what it is compared with is weighed too.
    weights = sample_weights(prepared)
    weighed: dict[str, Any] = {"weights": weights} if weights is not None else {}
    train = make_feed(prepared, "train", [plan.input], [], device, budget=free(device) // 3, **own, **weighed)
    validation = make_feed(prepared, "validation", [plan.input], [], device, budget=free(device) // 3, **weighed)
    real = validation if validation.count else train
    if augmenter is not None and not validation.count:
        real = make_feed(prepared, "train", [plan.input], [], device, budget=0, **weighed)
    game = Game(pair, real, aim, plan.noise, recipe.seed)
    session = Session(
        run=run,
        warm=warm,
        recipe=judged_by_distance(recipe),
        device=device,
        threads=threads,
        fingerprint=project.fingerprint,
        source=sources["generator"],
        other_sources=(sources["discriminator"],),
        node_names={n.id: f"{aim.roles[role]}: {n.name}" for role, graph in networks.items() for n in graph.nodes},
        identity={
            **{f"the {role}": hashlib.sha256(s.text.encode()).hexdigest()[:16] for role, s in sources.items()},
            "the data": prepared.fingerprint,
            "the objective": aim_identity(aim),
            "the optimiser": recipe.optimizer.kind,
            "the seed": str(recipe.seed),
            **({"the weights of samples": "in both losses"} if weights is not None else {}),
            **({"the augmentation": augmenter.identity} if augmenter is not None else {}),
            **further_identity(recipe, *networks.values()),
        },
        module=pair,
        objective=Objective(()),
        training_objective=Objective(()),
        optimizer=gan_optimizer(recipe, pair, sources),
        train=RealFeed(train),
        validation=RealFeed(validation) if validation.count else None,
        parameters=sum(p.numel() for p in pair.parameters()),
        measuring_batch=recipe.batch_size,
        join_single=any(isinstance(m, nn.modules.batchnorm._BatchNorm) for m in pair.modules()),
        augmenter=augmenter,
        game=game,
        computing=Computing(
            reasons=("fp32: rounded numbers would upset the balance between the two networks of a GAN.",)
        ),
    )
    session.hooks = [
        *schedule_hooks(session),
        *constraint_hooks(recipe.regularization, session.module, session.optimizer),
        # Behind the limits, so that what is averaged keeps to them.
        *averaging_hooks(session),
        *stopping_hooks(session.recipe.stopping, recipe.epochs),
        *record_hooks(session),
    ]
    if aim.samples_every:
        session.hooks.append(SamplesHook(session, game, prepared.preprocess.inputs[plan.input]))
    return session


def judged_by_distance(recipe: TrainingRecipe) -> TrainingRecipe:
    """The recipe, in which what is watched for early stopping is the distance where nothing else was chosen."""
    if recipe.stopping.monitor != Stopping().monitor:
        return recipe
    return recipe.updated(stopping=recipe.stopping.updated(monitor=f"val_{Game.judged_by}"))


def gan_optimizer(recipe: TrainingRecipe, pair: GanPair, sources: Mapping[str, Source]) -> torch.optim.Optimizer:
    """One optimiser with groups of their own for the generator's weights and for the discriminator's.

    Optimisers leave weights without gradients alone, so that each network is stepped by itself, on a state of its own.
    """
    aim = recipe.objective
    assert isinstance(aim, GanAim)
    rate = aim.discriminator_learning_rate or recipe.learning_rate
    factors = {"generator": 1.0, "discriminator": rate / recipe.learning_rate}
    groups = []
    for role, module in pair.named_children():
        for group in parameter_groups(module, sources[role], recipe):
            groups.append({**group, "lr_factor": factors[role] * group.get("lr_factor", 1.0)})
    return make_optimizer(recipe, pair, groups)
