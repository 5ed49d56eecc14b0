"""The trials of a search: drawn by optuna, ended early where they are bad, and taken up from their record.

optuna keeps its study in memory; what it has learnt comes from the record of the trials (``runs.studies``), which is all
that is needed to go on after any kind of ending. It is imported when a search begins (0.3 s), not with this module.
"""

from __future__ import annotations

import itertools
import math
import time
import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..document import Project
from ..errors import TrainingError
from ..project.settings import SettingError
from ..runs.store import RunStore
from ..train.events import EpochDone, Event
from .members import Member, Outcome
from .recipe import FloatRange, IntRange, Options, Search, Searched
from .space import applies, check_space, plain, with_values

if TYPE_CHECKING:
    from optuna import Study
    from optuna.distributions import BaseDistribution
    from optuna.trial import FrozenTrial, Trial

STARTUP = 4
"""Trials that are never ended early: without some to compare with, a median says nothing."""

AGAIN = frozenset({"", "stopped", "killed"})
"""Endings of trials that are made again when the search is taken up."""

BAD = frozenset({"diverged", "out_of_memory"})
"""Endings that tell of bad values: the sampler is to keep away from there."""


class Trials:
    """The source of a search's runs.

    Args:
        project: its ``study.search`` tells what is searched.
        before: the record of the trials so far, by number.
        store: where their runs are.
        parallel: whether several trials are made at a time.
    """

    def __init__(
        self, project: Project, before: Mapping[int, Mapping[str, Any]], store: RunStore, *, parallel: bool
    ) -> None:
        self.search: Search = project.study.search
        check_space(project, self.search)
        self._optuna = load_optuna()
        self._project = project
        self._parallel = parallel
        # Families first: whether a momentum is searched depends on the optimiser that was drawn.
        self._space = sorted(self.search.space, key=lambda s: plain(s.path).count("."))
        self._grid = grid(self.search) if self.search.sampler == "grid" else []
        self.total = min(self.search.trials, len(self._grid)) if self._grid else self.search.trials
        # Taken up, the sampler draws on, and not the same once more.
        self._study = self._made((self.search.seed + len(before)) % 2**32)
        self._trials: dict[int, Trial] = {}
        self._resume: dict[int, str] = {}
        self._values: dict[int, float] = {}
        self._until = time.monotonic() + 60 * self.search.minutes if self.search.minutes else math.inf
        self.hopeless = ""
        """A sentence that tells why no trial can succeed, empty while they may."""
        self._take_up(before, store)
        self._asked = len(before)

    def next(self) -> Member | None:
        """Draws the next trial's values; those that were broken off come first."""
        if self.hopeless:
            return None
        waiting = bool(self._resume)
        if not waiting and (self._asked >= self.total or time.monotonic() >= self._until):
            return None
        if not waiting:
            if self._grid:
                self._study.enqueue_trial(self._grid[self._asked])
            self._asked += 1
        trial = self._study.ask()
        self._trials[trial.number] = trial
        project, values, problem = self._project, {}, ""
        try:
            for searched in self._space:
                if applies(project, searched):
                    values[searched.path] = drawn(trial, searched)
                    project = with_values(project, {searched.path: values[searched.path]})
        except SettingError as error:
            problem = str(error)
        run = self._resume.pop(trial.number, "")
        return Member(trial.number, f"trial {trial.number + 1}", project, values, resume=run, problem=problem)

    def heard(self, member: Member, event: Event) -> bool:
        """Reports an epoch; whether the trial is to end early."""
        if not isinstance(event, EpochDone):
            return False
        value = event.metrics.get(self.search.goal)
        if value is None:
            there = (
                ", ".join(name for name in event.metrics if name.startswith("val_")) or "nothing on validation samples"
            )
            self.hopeless = f"The runs measure no {self.search.goal}. They measure {there}. Choose one of these as the goal of the search."
            return True
        trial = self._trials[member.number]
        trial.report(value, event.epoch)
        self._values[member.number] = value
        return self.search.pruning != "none" and bool(trial.should_prune())

    def ended(self, outcome: Outcome) -> None:
        """Tells the sampler how the trial went."""
        trial = self._trials.pop(outcome.member.number)
        state = self._optuna.trial.TrialState
        goal = outcome.metrics.get(self.search.goal)
        if self.hopeless:
            outcome.reason, outcome.message = "error", self.hopeless
        if outcome.reason in ("finished", "early_stopped") and goal is not None and math.isfinite(goal):
            outcome.value = goal
            self._study.tell(trial, goal)
        elif outcome.reason == "pruned" or outcome.reason in BAD:
            outcome.value = self._values.get(outcome.member.number)
            self._study.tell(trial, state=state.PRUNED)
        else:
            self._study.tell(trial, state=state.FAIL)

    def waited(self, seconds: float) -> None:
        """A pause doesn't count for the time that the search has."""
        self._until += seconds

    def _made(self, seed: int) -> Study:
        optuna, search = self._optuna, self.search
        sampler = optuna.samplers.RandomSampler(seed=seed)
        if search.sampler == "tpe":
            startup = min(10, max(3, search.trials // 3))
            sampler = optuna.samplers.TPESampler(seed=seed, n_startup_trials=startup, constant_liar=self._parallel)
        pruner = optuna.pruners.NopPruner()
        if search.pruning == "median":
            pruner = optuna.pruners.MedianPruner(n_startup_trials=STARTUP, n_warmup_steps=1)
        elif search.pruning == "hyperband":
            epochs = self._project.training.epochs
            pruner = optuna.pruners.HyperbandPruner(min_resource=1, max_resource=epochs, reduction_factor=3)
        study: Study = optuna.create_study(
            study_name="search",
            direction="maximize" if search.maximize else "minimize",
            sampler=sampler,
            pruner=pruner,
        )
        return study

    def _take_up(self, before: Mapping[int, Mapping[str, Any]], store: RunStore) -> None:
        """Enters the trials of the record, under their numbers; those that were broken off wait to be made again."""
        for number in sorted(before):
            member = before[number]
            if str(member.get("reason", "")) in AGAIN:
                run = str(member.get("run", ""))
                self._study.enqueue_trial(dict(member.get("values", {})))
                self._resume[number] = run if run and store.has_weights(run, "last") else ""
            else:
                self._study.add_trial(past_trial(self.search, member, store))


def past_trial(search: Search, member: Mapping[str, Any], store: RunStore | None) -> FrozenTrial:
    """A trial of the record as optuna has it."""
    optuna = load_optuna()
    known = {s.path: s for s in search.space}
    values = {path: value for path, value in dict(member.get("values", {})).items() if path in known}
    reached, reason = member.get("value"), str(member.get("reason", ""))
    state = optuna.trial.TrialState.FAIL
    if reason in ("finished", "early_stopped") and reached is not None:
        state = optuna.trial.TrialState.COMPLETE
    elif reason == "pruned" or reason in BAD:
        state = optuna.trial.TrialState.PRUNED
    run = str(member.get("run", ""))
    between: dict[int, float] = {}
    if run and store is not None:
        between = {e.epoch: e.metrics[search.goal] for e in store.epochs(run) if search.goal in e.metrics}
    trial: FrozenTrial = optuna.trial.create_trial(
        state=state,
        value=float(reached) if state == optuna.trial.TrialState.COMPLETE and reached is not None else None,
        params=values,
        distributions={path: distribution(known[path]) for path in values},
        intermediate_values=between,
    )
    return trial


def distribution(searched: Searched) -> BaseDistribution:
    """What optuna draws a field's value from."""
    optuna, choose = load_optuna(), searched.choose
    made: BaseDistribution
    if isinstance(choose, FloatRange):
        made = optuna.distributions.FloatDistribution(choose.low, choose.high, log=choose.log)
    elif isinstance(choose, IntRange):
        made = optuna.distributions.IntDistribution(choose.low, choose.high, log=choose.log)
    else:
        assert isinstance(choose, Options)
        made = optuna.distributions.CategoricalDistribution(choose.options)
    return made


def drawn(trial: Trial, searched: Searched) -> Any:
    """A field's value in a trial: floats with six digits, which read well and change nothing."""
    choose, path = searched.choose, searched.path
    if isinstance(choose, FloatRange):
        value = trial.suggest_float(path, choose.low, choose.high, log=choose.log)
        return min(max(float(f"{value:.6g}"), choose.low), choose.high)
    if isinstance(choose, IntRange):
        return trial.suggest_int(path, choose.low, choose.high, log=choose.log)
    assert isinstance(choose, Options)
    return trial.suggest_categorical(path, choose.options)


def grid(search: Search) -> list[dict[str, Any]]:
    """Every combination of some values of each field, in an order in which the last field changes first."""
    axes = [[(s.path, value) for value in s.choose.grid(search.points)] for s in search.space]
    if math.prod(map(len, axes)) > MOST_POINTS:
        raise TrainingError(
            f"The grid has {math.prod(map(len, axes)):,} combinations",
            f"At most {MOST_POINTS:,} are tried",
            "Search fewer fields, with fewer points, or draw at random",
            code="search.grid",
        )
    return [dict(point) for point in itertools.product(*axes)]


MOST_POINTS = 100_000


def importances(search: Search, members: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """How much each field matters for the goal, shares of one by path, the largest first; empty while there is too little.

    PED-ANOVA (Watanabe et al. 2023, https://arxiv.org/abs/2304.10255) on the trials that ended well.
    """
    optuna = load_optuna()
    study = optuna.create_study(direction="maximize" if search.maximize else "minimize")
    for member in members:
        study.add_trial(past_trial(search, member, None))
    done = [t for t in study.trials if t.state == optuna.trial.TrialState.COMPLETE]
    if len(done) < 8 or len({t.value for t in done}) < 2:
        return {}
    found = optuna.importance.get_param_importances(study)
    return {path: float(share) for path, share in found.items() if math.isfinite(share)}


def best_of(search: Search, members: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The best trial of those that ended well, None where there is none."""
    done = [m for m in members if m.get("reason") in ("finished", "early_stopped") and m.get("value") is not None]
    if not done:
        return None
    return (max if search.maximize else min)(done, key=lambda m: float(m["value"]))


def load_optuna() -> Any:
    """optuna, quiet: what it has to say, a search says itself."""
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    warnings.filterwarnings("ignore", category=optuna.exceptions.ExperimentalWarning)
    return optuna
