"""Running a study beside the caller: a thread that keeps children at work and tells what they say."""

from __future__ import annotations

import queue
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..document import Project
from ..errors import WorkbenchError, sentence
from ..logfile import log_exception
from ..runs.letters import Letterbox
from ..runs.store import RunStore
from ..runs.studies import StudyRow, create_study, get_study, keep_study, study_folder, study_lock
from ..train.events import Event, RunEnded, RunStarted
from ..train.runspec import RunSpec
from ..values import Value
from .events import MemberEnded, MemberStarted, StudyEnded, StudyKind, StudyStarted, StudyState
from .jobs import Answer
from .members import Fixed, Member, Outcome, Source, planned
from .pool import Pool
from .summary import spreads

Said = Event | Answer

STOP_WITHIN = 30.0
"""Seconds that runs have to write their checkpoints when the study is stopped."""

DONE = frozenset({"finished", "early_stopped", "pruned", "error", "diverged", "out_of_memory"})
"""Endings of a member that need not be made again when the study is taken up; killed and stopped ones are."""

WELL = frozenset({"finished", "early_stopped"})


class StudySpec(Value):
    """What is to be studied.

    Attributes:
        run: as for one run; its project tells how many seeds, folds and what else is asked (``project.study``).
        kind: what the study is.
        resume: id of a study to go on with; kind and project are then those that it began with.
    """

    run: RunSpec
    kind: StudyKind = "seeds"
    resume: str = ""


class StudyRunner:
    """One study. ``start`` it, ``drain`` or ``follow`` what it says, up to its one ``StudyEnded``."""

    def __init__(self, spec: StudySpec) -> None:
        self.spec = spec
        self.ended: StudyEnded | None = None
        self._queue: queue.SimpleQueue[Said] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._kill = threading.Event()
        self._pause = threading.Event()
        self._row = StudyRow("", 0.0)
        # The children end with this process, however it ends: nothing is lost with the thread.
        self._thread = threading.Thread(target=self._work, name="study", daemon=True)

    def start(self) -> None:
        """Starts; call it once."""
        self._thread.start()

    def stop(self) -> None:
        """Asks all runs to end and keep what they have; no other begins."""
        self._stop.set()

    def pause(self) -> None:
        """Asks all runs to wait after the step they are in; no other begins."""
        self._pause.set()

    def resume(self) -> None:
        """Lets a paused study go on."""
        self._pause.clear()

    def kill(self) -> None:
        """Ends all processes at once."""
        self._stop.set()
        self._kill.set()

    @property
    def alive(self) -> bool:
        """Whether it still works."""
        return self._thread.is_alive()

    def join(self, timeout: float | None = None) -> bool:
        """Waits for it to end; returns whether it has."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def drain(self, limit: int = 200) -> list[Said]:
        """Up to ``limit`` events, in order, without waiting."""
        said: list[Said] = []
        while len(said) < limit:
            try:
                said.append(self._note(self._queue.get_nowait()))
            except queue.Empty:
                break
        return said

    def follow(self) -> Iterator[Said]:
        """Events as they happen, up to and including ``StudyEnded``."""
        while self.ended is None:
            yield self._note(self._queue.get())

    def _note(self, said: Said) -> Said:
        if isinstance(said, StudyEnded):
            self.ended = said
        return said

    # In the thread

    def _work(self) -> None:
        try:
            ended = self._study()
        except WorkbenchError as error:
            ended = StudyEnded(study=self._row.id, reason="error", message=str(error))
        except OSError as error:
            ended = StudyEnded(study=self._row.id, reason="error", message=_unwritten(error))
        except Exception as error:  # the border of a thread
            log_exception(error)
            ended = StudyEnded(study=self._row.id, reason="error", message=f"{type(error).__name__}: {error}")
        self._queue.put(ended)

    def _study(self) -> StudyEnded:
        spec = self.spec
        before: dict[int, dict[str, Any]] = {}
        if spec.resume:
            self._row = get_study(spec.run.runs_dir, spec.resume)
            project = Project.model_validate(self._row.body["project"])
            kind: StudyKind = self._row.body["kind"]
            before = {int(m["number"]): m for m in self._row.members}
        else:
            project, kind = spec.run.project, spec.kind
        base = spec.run.updated(project=project, resume="")
        source = self._source(kind, base, before)
        if not spec.resume:
            self._row = create_study(spec.run.runs_dir, {"kind": kind, "project": project.dump(), "members": []})
        lock = study_lock(spec.run.runs_dir, self._row.id)
        try:
            with Letterbox(study_folder(spec.run.runs_dir, self._row.id), self._heed_letter):
                return self._make(project, kind, base, source, before)
        finally:
            lock.release()

    def _make(
        self, project: Project, kind: StudyKind, base: RunSpec, source: Source, before: dict[int, dict[str, Any]]
    ) -> StudyEnded:
        self._set_state("")
        workers, threads = shares(project.study.workers, base, source.total)
        done = sum(m.get("reason") in DONE for m in before.values())
        self._queue.put(
            StudyStarted(study=self._row.id, kind=kind, total=source.total, done=done, workers=workers, threads=threads)
        )
        pool = Pool(workers)
        try:
            self._loop(pool, source, base.updated(study=self._row.id, threads=threads))
        finally:
            pool.close()
        reason = "stopped" if self._stop.is_set() else "finished"
        hopeless = str(getattr(source, "hopeless", ""))
        self._set_state(reason)
        if hopeless:
            return StudyEnded(study=self._row.id, reason="error", message=hopeless)
        return self._ending(reason, project, kind)

    def _heed_letter(self, asked: dict[str, Any]) -> None:
        """Passes on what another process asks."""
        asks = {"pause": self.pause, "resume": self.resume, "stop": self.stop, "stop_now": self.kill}
        ask = asks.get(str(asked.get("ask")))
        if ask is not None:
            ask()

    def _source(self, kind: StudyKind, base: RunSpec, before: dict[int, dict[str, Any]]) -> Source:
        store = RunStore(base.runs_dir)
        if kind == "search":
            from .search import Trials

            workers, _ = shares(base.project.study.workers, base, base.project.study.search.trials)
            return Trials(base.project, before, store, parallel=workers > 1)
        members = planned(kind, base.project)
        for place, member in enumerate(members):
            run = str(before.get(member.number, {}).get("run", ""))
            if run and store.has_weights(run, "last"):
                members[place] = replace(member, resume=run)
        return Fixed(members, frozenset(n for n, m in before.items() if m.get("reason") in DONE))

    def _loop(self, pool: Pool, source: Source, base: RunSpec) -> None:
        runs: dict[int, str] = {}
        pruned: set[int] = set()
        pauses = _Pauses()
        while True:
            if pauses.changed(self._pause.is_set() and not self._stop.is_set()):
                pool.pause(pauses.on)
                source.waited(pauses.waited)
                self._queue.put(StudyState(study=self._row.id, state="paused" if pauses.on else "running"))
            while pool.free and not (pauses.on or self._stop.is_set()) and (member := source.next()) is not None:
                if member.problem:
                    outcome = Outcome(member, "", "error", {}, member.problem)
                    source.ended(outcome)
                    self._over(outcome)
                    continue
                spec = base.updated(project=member.project, label=member.label, resume=member.resume)
                pool.start(member, spec)
            if self._stop.is_set():
                for member in pool.busy:
                    pool.stop(member, 0.0 if self._kill.is_set() else STOP_WITHIN)
            if not pool.busy and not pauses.on:
                return
            for member, event in pool.poll():
                if isinstance(event, RunStarted):
                    runs[member.number] = event.run
                    self._begun(member, event.run)
                self._queue.put(event)
                if isinstance(event, RunEnded):
                    early = member.number in pruned and event.reason == "stopped"
                    reason = "pruned" if early else event.reason
                    outcome = Outcome(member, event.run, reason, event.metrics, event.message)
                    source.ended(outcome)
                    self._over(outcome)
                elif source.heard(member, event):
                    pruned.add(member.number)
                    pool.stop(member, STOP_WITHIN)

    # The record

    def _begun(self, member: Member, run: str) -> None:
        self._member(member.number, label=member.label, run=run, values=member.values, reason="")
        self._queue.put(
            MemberStarted(study=self._row.id, number=member.number, label=member.label, run=run, values=member.values)
        )

    def _over(self, outcome: Outcome) -> None:
        member = outcome.member
        about = {
            "label": member.label,
            "run": outcome.run,
            "values": member.values,
            "reason": outcome.reason,
            "metrics": outcome.metrics,
            "message": outcome.message,
            "value": outcome.value,
        }
        self._member(member.number, **about)
        self._queue.put(MemberEnded(study=self._row.id, number=member.number, **about))

    def _member(self, number: int, **about: Any) -> None:
        members = {int(m["number"]): m for m in self._row.members}
        members[number] = {"number": number, **about}
        self._keep(members=[members[n] for n in sorted(members)])

    def _set_state(self, state: str) -> None:
        self._keep(state=state)

    def _keep(self, **changes: Any) -> None:
        self._row = replace(self._row, body={**self._row.body, **changes})
        keep_study(self.spec.run.runs_dir, self._row)

    def _ending(self, reason: str, project: Project, kind: StudyKind) -> StudyEnded:
        best: dict[str, Any] = {}
        if kind == "search":
            from .search import best_of

            found = best_of(project.study.search, self._row.members)
            if found is not None:
                best = {"best": found["number"], "values": found["values"], "value": found["value"]}
        well = [m for m in self._row.members if m.get("reason") in WELL and kind != "search"]
        return StudyEnded(
            study=self._row.id,
            reason=reason,
            done=sum(m.get("reason") in DONE for m in self._row.members),
            spreads={name: spread.dump() for name, spread in spreads(m["metrics"] for m in well).items()},
            **best,
        )


class _Pauses:
    """Whether the study waits, and how long the last pause took."""

    def __init__(self) -> None:
        self.on = False
        self.waited = 0.0
        self._since = 0.0

    def changed(self, on: bool) -> bool:
        """Takes notice of what is asked; whether that is new."""
        if on == self.on:
            return False
        self.on, now = on, time.monotonic()
        self.waited, self._since = (0.0, now) if on else (now - self._since, 0.0)
        return True


def _unwritten(error: OSError) -> str:
    """Why a study can't be recorded, with what to do."""
    why = error.strerror or str(error)
    where = f" ({error.filename})" if error.filename else ""
    return sentence(
        f"The study could not be recorded: {why}{where}",
        "What its runs learnt until then is kept",
        "Free some space or make the folder writable, then go on with it",
    )


def shares(wanted: int, spec: RunSpec, runs: int) -> tuple[int, int]:
    """How many processes train at a time, and CPU threads of each; ``wanted`` 0 for as many as there are cores.

    Two teams of threads on the same cores slow both threefold, so that the cores are shared out.
    """
    from ..train.devices import default_threads

    cores = spec.threads or default_threads()
    workers = wanted or (1 if _accelerated(spec.device) else cores)
    workers = max(1, min(workers, runs))
    return workers, max(1, cores // workers)


def _accelerated(device: str) -> bool:
    """Whether runs go to an accelerator, as far as can be told without torch."""
    if device != "auto":
        return not device.startswith("cpu")
    if sys.platform == "darwin":
        import platform

        return platform.machine() == "arm64"
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None
