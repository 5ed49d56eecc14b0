"""Some children that train side by side, each one run after the other."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from ..train.events import Event, RunEnded, RunStarted, load_event
from ..train.isolated import ending_of_dead
from ..train.runspec import RunSpec
from .child import Child, ChildDied
from .jobs import Done, Failed, RunJob
from .members import Member

PAUSE = 0.02
"""Seconds between two looks when nobody says anything."""

MOST_LINES = 64
"""Lines taken from one child before the next has its turn."""


@dataclass
class _Slot:
    child: Child | None = None
    member: Member | None = None
    spec: RunSpec | None = None
    run: str = ""
    told: bool = False
    """Whether the run's ending came."""
    stop_at: float = 0.0
    """When a run that was asked to stop is ended in any case; 0 while it wasn't."""


class Pool:
    """Belongs to one thread; ``close`` ends all children at once."""

    def __init__(self, workers: int) -> None:
        self._slots = [_Slot() for _ in range(workers)]

    @property
    def busy(self) -> list[Member]:
        """What is being trained."""
        return [slot.member for slot in self._slots if slot.member is not None]

    @property
    def free(self) -> bool:
        """Whether another run may start."""
        return any(slot.member is None for slot in self._slots)

    def start(self, member: Member, spec: RunSpec) -> None:
        """Starts a run in a free child, made where there is none. Raises ``TrainingError`` when no process can be made."""
        slot = next(s for s in self._slots if s.member is None)
        if slot.child is None:
            slot.child = Child()
        slot.member, slot.spec, slot.run, slot.told, slot.stop_at = member, spec, spec.resume, False, 0.0
        slot.child.ask(RunJob(spec=spec))

    def stop(self, member: Member, within: float) -> None:
        """Asks a run to end and keep what it has; after ``within`` seconds its process is ended."""
        slot = next((s for s in self._slots if s.member is member), None)
        if slot is not None and slot.child is not None and not slot.stop_at:
            slot.stop_at = time.monotonic() + within
            slot.child.stop()

    def pause(self, on: bool) -> None:
        """Asks all runs to wait, or to go on."""
        for slot in self._slots:
            if slot.member is not None and slot.child is not None:
                slot.child.pause(on)

    def poll(self) -> list[tuple[Member, Event]]:
        """What the runs have said; each ends with one ``RunEnded``, whatever becomes of its process."""
        said = [(member, event) for slot in self._slots for member, event in self._hear(slot)]
        if not said:
            time.sleep(PAUSE)
        return said

    def close(self) -> None:
        """Ends all children at once."""
        for slot in self._slots:
            if slot.child is not None:
                slot.child.close()
                slot.child = None

    def _hear(self, slot: _Slot) -> Iterator[tuple[Member, Event]]:
        member = slot.member
        if member is None or slot.child is None:
            return
        assert slot.spec is not None
        try:
            if slot.stop_at and time.monotonic() > slot.stop_at:
                slot.child.close()
                raise ChildDied("It did not stop in time", code="study.deaf")
            for _ in range(MOST_LINES):
                line = slot.child.next()
                if line is None:
                    return
                if line["event"] == Done.event:
                    slot.member = None
                    if not slot.told:
                        yield member, ending_of_dead(slot.spec, slot.run, "The run said nothing more.", "killed")
                    return
                if line["event"] == Failed.event:
                    slot.told = True
                    yield member, ending_of_dead(slot.spec, slot.run, str(line["what"]), "killed")
                    continue
                event = load_event(line)
                if isinstance(event, RunStarted):
                    slot.run = event.run
                slot.told = slot.told or isinstance(event, RunEnded)
                yield member, event
        except ChildDied as error:
            slot.child.close()
            slot.child, slot.member = None, None
            if not slot.told:
                yield member, ending_of_dead(slot.spec, slot.run, str(error), "killed")
