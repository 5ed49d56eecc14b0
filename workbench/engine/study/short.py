"""A few steps of a real run: the training loop itself on a session whose epochs are cut short."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import torch

from ..data.feed import Batch, Feed
from ..data.prepare import prepare
from ..data.prepared import PreparedData
from ..data.recipe import Cancelled
from ..train.control import Control
from ..train.crowding import Threads, queue_clock
from ..train.devices import default_threads, resolve_device
from ..train.hooks import Epoch, Hook
from ..train.keeper import Keeper
from ..train.loop import Loop
from ..train.progress import Progress
from ..train.runspec import RunSpec
from ..train.session import Session
from ..train.setup import prepare_session


def threads_for(spec: RunSpec, session: Session) -> Threads | None:
    """What chooses the number of threads, as in a run."""
    waited = queue_clock()
    if spec.threads or session.device.type != "cpu" or session.threads == 1 or waited is None:
        return None
    return Threads(session.threads, set_threads=torch.set_num_threads, waited=waited)


class Part:
    """The first samples of a feed, as a feed."""

    def __init__(self, feed: Feed, count: int) -> None:
        self._feed = feed
        self.count = min(count, feed.count)
        self.index_device = feed.index_device

    def gather(self, index: torch.Tensor) -> Batch:
        """The samples of an index, as the whole feed numbers them."""
        return self._feed.gather(index)

    def slice(self, start: int, stop: int) -> Batch:
        """Samples ``start`` to ``stop - 1``."""
        return self._feed.slice(start, stop)


class _GoOn(Hook):
    """Lets no other hook end a run that is short anyway."""

    name = "go_on"

    def after_epoch(self, epoch: Epoch) -> None:
        epoch.stop = None


class Ready:
    """A spec's data and network on its device, with the seconds that took."""

    def __init__(self, spec: RunSpec, control: Control, tell: Callable[[float], None] = lambda share: None) -> None:
        def progress(done: float, text: str) -> None:
            if control.stopped:
                raise Cancelled
            tell(done)

        self.spec, self.control = spec, control
        device = resolve_device(spec.device)
        self.threads = spec.threads or default_threads()
        torch.set_num_threads(self.threads)
        began = time.perf_counter()
        self.prepared: PreparedData = prepare(spec.project.data, spec.base_dir, progress)
        self.reading = time.perf_counter() - began
        began = time.perf_counter()
        self.session: Session = prepare_session(
            spec.project, self.prepared, device, run="", threads=self.threads, adapt_threads=not spec.threads
        )
        self.threads = self.session.threads
        torch.set_num_threads(self.threads)
        self.building = time.perf_counter() - began
        self.whole_order = self.session.order

    @property
    def steps_per_epoch(self) -> int:
        """Optimiser steps of a whole epoch."""
        from ..data.feed import batch_sizes

        session = self.session
        sizes = batch_sizes(session.epoch_samples, session.recipe.batch_size, join_single=session.join_single)
        return len(sizes)

    @contextmanager
    def loop(
        self, samples: Callable[[int], int], epochs: int, *, validation: int = 0, hooks: Sequence[Hook] = ()
    ) -> Iterator[Loop]:
        """The training loop with ``samples(epoch)`` samples in an epoch, repeated where the split has fewer.

        ``validation``: samples that are measured after each epoch, as far as there are so many. ``hooks`` come after the
        run's own. Checkpoints go to a folder that goes away again.
        """
        session = self.session

        def order(epoch: int) -> torch.Tensor:
            wanted, count = samples(epoch), 0
            parts: list[torch.Tensor] = []
            while count < wanted:
                part = self.whole_order(epoch + len(parts))
                parts.append(part)
                count += len(part)
            return torch.cat(parts)[:wanted]

        kept = session.recipe, session.validation, session.hooks
        session.hooks = [*kept[2], *hooks, _GoOn()]
        session.recipe = session.recipe.updated(epochs=epochs)
        session.order = order  # type: ignore[method-assign]
        session.progress = Progress()
        whole = session.validation
        session.validation = Part(whole, validation) if whole is not None and validation else None
        try:
            with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
                keeper = Keeper(Path(folder), time.perf_counter)
                yield Loop(
                    session,
                    keeper,
                    self.control,
                    clock=time.perf_counter,
                    now=time.time,
                    threads=threads_for(self.spec, session),
                )
        finally:
            session.recipe, session.validation, session.hooks = kept
