"""The training loop: a generator of events, without threads, files or a clock of its own."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import torch

from .block import SECONDS, Block
from .checkpoint import Snapshot, with_weights
from .compiling import compile_run, quickened, refused, worth_compiling
from .control import Control, Wish
from .crowding import Threads
from .events import CheckpointSaved, EpochDone, Event, Metrics, Reason, StateChanged
from .gan.step import GanStep, NumbersBlock
from .hooks import Epoch, evaluating, figures, overriding
from .keeper import Keeper
from .live import BATCH_SIZE, is_live, settings_of, with_setting, with_settings
from .measuring import measure_session
from .precision import rounding
from .session import Session
from .step import Step
from .telling import Telling, named

if TYPE_CHECKING:
    from .team import Team

SLAB = 1024
"""Batches whose index views exist at a time."""

Events = Generator[Event, None, bool]
"""Yields events and returns whether the run is to go on."""

Ends = Generator[Event, None, Reason | None]
"""Yields events and returns why the run is to end, None to go on."""


class Loop:
    """Trains a session.

    Args:
        session: what to train; its progress tells where to begin.
        keeper: where checkpoints go.
        control: what the user asks.
        clock: seconds that only differences are taken of.
        now: seconds since the epoch, for events.
        threads: chooses the number of CPU threads; None leaves it as it is.
        changed: settings that differ from what the run had before it was taken up: path, value before and after.
        team: the processes that train together; then ``control`` is a ``TeamControl``.
    """

    def __init__(
        self,
        session: Session,
        keeper: Keeper,
        control: Control,
        *,
        clock: Callable[[], float],
        now: Callable[[], float],
        threads: Threads | None = None,
        changed: Sequence[tuple[str, Any, Any]] = (),
        team: Team | None = None,
    ) -> None:
        self.session, self.keeper, self.control = session, keeper, control
        self.team = team
        self.threads = threads
        self.clock, self.now = clock, now
        self.run, self.progress = session.run, session.progress
        self.telling = Telling(session, now)
        game = session.game
        self.step: Step | GanStep
        self.block: Block | NumbersBlock
        if game is not None:
            self.step, self.block = game.step(session.optimizer, session.hooks), game.block()
        else:
            self.step = Step(
                session.module, session.training_objective, session.optimizer, session.hooks, session.computing
            )
            self.block = Block(session.objective)
        self.work = team.work(session, self.step, control) if team is not None else None
        self._epoch_trained = overriding(session.hooks, "epoch_trained")
        self._after_block = overriding(session.hooks, "after_block")
        self._after_epoch = overriding(session.hooks, "after_epoch")
        self._per_step = overriding(session.hooks, "per_step")
        self.why = ""
        """Why a hook ended the run, in a sentence."""
        self._restore_best = False
        self._compiled_for = 0
        """Samples of the batches that the network was compiled for, 0 for none."""
        self._changed = changed
        self._mark = clock()

    def events(self) -> Generator[Event, None, Reason]:
        """All events from ``RunStarted`` to the last checkpoint; returns "finished", "stopped" or what a hook stopped for.

        Raises ``Diverged``, and whatever a layer, the data or the disk raises.
        """
        yield self.telling.started()
        for setting, before, after in self._changed:
            if is_live(setting):
                self.session.retune(with_setting(self.session.recipe, setting, after))
            yield self.telling.changed(setting, before, after, self.progress.epoch + 1)
        self.why = next((h.over for h in self.session.hooks if h.over), "")
        if self.why:
            return "early_stopped"
        if self.session.computing.warning:
            yield self.telling.warned("training.slow_precision", self.session.computing.warning)
        if self.work is not None:
            yield from self.work.warnings(self.telling.warned)
        self._mark = self.clock()
        while self.progress.epoch < self.session.recipe.epochs:
            reason = yield from self._epoch()
            if reason is not None:
                if reason != "stopped" or not self.control.at_once:
                    self.keeper.offer("last", self._last())
                yield from self.save()
                return reason
        return "finished"

    def _last(self) -> Snapshot:
        """What is kept of a run that ends before its last epoch."""
        snapshot = self.session.snapshot()
        if self._restore_best and self.progress.best_epoch < self.progress.epoch:
            return with_weights(snapshot, self.keeper.best_weights())
        return snapshot

    def save(self) -> Iterator[Event]:
        """Writes the snapshots that aren't written yet."""
        for which, snapshot in self.keeper.flush(self.progress.seconds):
            progress = snapshot.about.get("progress", snapshot.about)
            yield CheckpointSaved(
                run=self.run, time=self.now(), which=which, epoch=progress["epoch"], step=progress["step"]
            )

    def _epoch(self) -> Ends:
        session, progress = self.session, self.progress
        with rounding(session.computing):
            if not (yield from self._steps()):
                return "stopped"
        for look in self._epoch_trained:
            look(progress.epoch + 1)
        metrics = {name: total / progress.weight for name, total in progress.sums.items()}
        measured = measure_session(session, halt=lambda: self.control.stopped, team=self.team)
        if measured is None:
            return "stopped"
        found, undefined = measured
        metrics |= found
        # Without validation samples, those that were learnt from are all there is to judge by.
        by = session.game.judged_by if session.game is not None else "loss"
        judged = metrics[f"val_{by}" if session.validation is not None else by]
        self._lap()
        self._check_finite(judged)
        progress.epoch += 1
        progress.position, progress.sums, progress.weight = 0, {}, 0.0
        epoch = Epoch(progress.epoch, progress.step, metrics, judged)
        if progress.epoch == 1 and undefined:
            epoch.events.append(self.telling.not_measured(undefined))
        for look in self._after_epoch:
            look(epoch)
        metrics |= figures(session.hooks)
        best = progress.best_value is None or epoch.judged < progress.best_value
        if best:
            progress.best_value, progress.best_epoch, progress.best_metrics = epoch.judged, epoch.number, metrics
        seconds = progress.seconds - progress.epoch_began
        progress.epoch_began = progress.seconds
        yield EpochDone(
            run=self.run,
            time=self.now(),
            epoch=progress.epoch,
            step=progress.step,
            metrics=metrics,
            best=best,
            seconds=seconds,
            micro_batches=progress.micro_batches,
        )
        yield from epoch.events
        if best:
            with evaluating(session.hooks):
                self.keeper.offer("best", session.weights())
        if epoch.stop is not None:
            self.why, self._restore_best = epoch.why, epoch.restore_best
            return epoch.stop
        self.keeper.offer("last", session.snapshot())
        if self.keeper.due(progress.seconds) or progress.epoch >= session.recipe.epochs:
            yield from self.save()
        return None

    def _steps(self) -> Events:
        """The optimiser steps that are left of the epoch."""
        session, control, block, clock = self.session, self.control, self.block, self.clock
        gather, step, augmenter = session.train.gather, self.step, session.augmenter
        epoch, position, number = self.progress.epoch, self.progress.position, self.progress.step
        if not position and session.waiting:
            session.retune(with_settings(session.recipe, session.waiting))
            session.waiting = {}
        work = self.work
        if work is not None:
            work.next_block(1, 0)
        # Here, too, for what counts before the epoch is divided into batches.
        if control.wanted and control.due(number) and not (yield from self._heed()):
            return False
        step.part, step.join_single = session.part, session.join_single
        session.module.train()
        if work is None and quickened(session, step):
            yield from self._compile()
        self._begin()
        deadline = clock() + SECONDS
        for index in self._indexes():
            if control.wanted and control.due(number):
                yield from self._leave()
                if not (yield from self._heed()):
                    return False
                deadline = clock() + SECONDS
            count = len(index)
            inputs, targets = gather(index if work is None else work.part(index))
            mix = None
            if augmenter is not None:
                inputs, mix = augmenter(inputs, epoch, position if work is None else position + work.offset(count))
                position += count
            number += 1
            loss, outputs = step(number, inputs, targets, mix)
            if mix is not None:
                # A mixed picture is measured against the class that makes up most of it.
                targets = session.objective.mixed_targets(targets, mix)
            block.add(loss, outputs, targets)
            if work is not None:
                if work.is_over(len(block)):
                    steps = len(block)
                    yield from self._leave()
                    work.next_block(block.limit, steps)
            elif clock() >= deadline or len(block) >= block.limit:
                yield from self._leave()
                deadline = clock() + SECONDS
        yield from self._leave()
        return True

    def _compile(self) -> Iterator[Event]:
        """Compiles or records the network for batches of the size that they have now, unless that was done or tried."""
        session, progress = self.session, self.progress
        size = session.recipe.micro_batch
        if size == self._compiled_for:
            return
        why_not = refused(session, self.step)
        if not why_not and not worth_compiling(session):
            return
        self._compiled_for = size
        if why_not:
            yield self.telling.warned("training.not_compiled", why_not)
            return
        self._lap()
        yield StateChanged(run=self.run, time=self.now(), state="compiling", step=progress.step)
        why = compile_run(session, self.step)
        self._mark = self.clock()
        yield StateChanged(run=self.run, time=self.now(), state="running", step=progress.step)
        if why:
            yield self.telling.warned("training.not_compiled", why)

    def _indexes(self) -> Iterator[torch.Tensor]:
        """Sample numbers of each batch that is left of the epoch."""
        order, sizes = self.session.batches_left()
        for first in range(0, len(sizes), SLAB):
            some = sizes[first : first + SLAB]
            total = sum(some)
            yield from torch.split(order[:total], some)
            order = order[total:]

    def _leave(self) -> Iterator[Event]:
        """Lets the block's numbers go and counts its steps as done. Raises ``Diverged`` at the first bad loss."""
        if not len(self.block):
            return
        progress, sizes = self.progress, self.block.sizes
        values = self.block.take()
        tokens: Sequence[float] = self.block.tokens
        if self.work is not None:
            values, sizes, tokens = self.work.put_together(values, tokens)
        losses = [name for name in values if name.endswith("loss")]
        rows = zip(*(values[name] for name in losses), strict=True)
        bad = next((i for i, row in enumerate(rows) if not all(map(math.isfinite, row))), None)
        if bad is not None:
            values, sizes = {name: numbers[: bad + 1] for name, numbers in values.items()}, sizes[: bad + 1]
        weights: Sequence[float] = tokens or sizes
        for name, numbers in values.items():
            total = progress.sums.get(name, 0.0)
            # One after the other, so that the sum doesn't depend on where blocks end, which the clock decides.
            for value, weight in zip(numbers, weights, strict=False):
                total += value * weight
            progress.sums[name] = total
        progress.weight += sum(weights[: len(sizes)])
        for tell in self._per_step:
            values |= {name: numbers[: len(sizes)] for name, numbers in tell().items()}
        first = progress.step + 1
        progress.step += len(sizes)
        progress.micro_batches += sum(len(self.step.parts(size)) for size in sizes) if self.step.part else len(sizes)
        progress.position += sum(sizes)
        seconds = self._lap()
        yield Metrics(
            run=self.run,
            time=self.now(),
            first_step=first,
            values={name: tuple(numbers) for name, numbers in values.items()},
            samples_per_second=sum(sizes) / seconds if seconds > 0 else 0.0,
        )
        for tell in self._after_block:
            yield from tell(progress.step)
        if self.threads is not None and self.threads.observe(len(sizes), seconds):
            yield self.telling.threads(self.threads)
        if bad is not None:
            name = next(n for n in losses if not math.isfinite(values[n][bad]))
            words = name.replace("_", " ")
            raise self.telling.diverged(f"The {words} became {named(values[name][bad])} in step {progress.step}")

    def _heed(self) -> Events:
        """Changes settings, and waits while paused; returns whether to go on."""
        control, step, waited = self.control, self.progress.step, False
        yield from self._retune(control.take(step))
        while control.paused and not control.stopped:
            if not waited:
                yield StateChanged(run=self.run, time=self.now(), state="paused", step=step)
                waited = True
            control.wait_while_paused()
            yield from self._retune(control.take(step))
        if waited:
            self._mark = self.clock()
            self._begin()
            if not control.stopped:
                yield StateChanged(run=self.run, time=self.now(), state="running", step=step)
        return not control.stopped

    def _retune(self, wishes: Iterable[Wish]) -> Iterator[Event]:
        session, epoch = self.session, self.progress.epoch + 1
        for wish in wishes:
            setting = wish.setting
            if setting == BATCH_SIZE and session.batches is not None:
                yield self.telling.warned(
                    "live.batches", "This run draws its batches in its own way: their size can't change."
                )
                continue
            before = session.waiting.get(setting, settings_of(session.recipe)[setting])
            recipe = with_setting(session.recipe, setting, wish.value)
            after = settings_of(recipe)[setting]
            if after == before:
                continue
            # An epoch that has begun is divided into batches already.
            waits = setting == BATCH_SIZE and self.progress.position > 0 and wish.epoch != epoch
            if waits:
                session.waiting[setting] = after
            else:
                session.waiting.pop(setting, None)
                session.retune(recipe)
            yield self.telling.changed(setting, before, after, epoch + 1 if waits else epoch)

    def _begin(self) -> None:
        """From here on time is spent on steps."""
        self._lap()
        if self.threads is not None:
            self.threads.mark()

    def _lap(self) -> float:
        """Seconds since the last lap, added to the time trained."""
        mark = self.clock()
        seconds = mark - self._mark
        self._mark = mark
        self.progress.seconds += seconds
        return seconds

    def _check_finite(self, judged: float) -> None:
        epoch = self.progress.epoch + 1
        if not math.isfinite(judged):
            what = "validation loss" if self.session.game is None else "distance between made and real samples"
            raise self.telling.diverged(f"The {what} became {named(judged)} in epoch {epoch}")
        # The epoch's last step may have ruined the weights without a loss that shows it yet.
        for name, parameter in self.session.module.named_parameters():
            if not torch.isfinite(parameter).all():
                raise self.telling.diverged(f"The weights {name} are no longer finite after epoch {epoch}")
