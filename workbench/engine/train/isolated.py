"""Running a ``RunSpec`` in a child process: whatever happens to it, the caller lives on and the ending is recorded.

    runner = IsolatedRunner(spec)          # or with command=[...] for another program that speaks the same (see child.py)
    runner.start()
    for event in runner.follow(): ...      # the events of the run, exactly one RunEnded, whatever becomes of the child
    runner.pause(), .resume(), .stop(), .stop_now(), .change("training.learning_rate", 0.01)
                                           # from any thread, at any time, without waiting

The interface is that of ``ThreadRunner``. The child writes the store itself; when it dies without a word (a crash in
compiled code, the system short of memory), the runner records the run as killed, in a sentence that says how it died.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from .. import child_process
from ..errors import WorkbenchError, sentence
from ..logfile import log_text
from .events import Event, Reason, RunEnded, load_event
from .runner import Runner
from .runspec import RunSpec

CRASHES = frozenset({"SIGSEGV", "SIGILL", "SIGFPE", "SIGABRT", "SIGSYS", "access violation"})
"""Deaths by a fault in compiled code."""

LAST_WORDS = 4000
"""Characters of a dead child's stderr that go to the log."""

GRACE = 3.0
"""Seconds that a child has to end by itself when it is to end now."""

VMSTAT = Path("/proc/vmstat")


class IsolatedRunner(Runner):
    """Trains in a child process.

    Args:
        spec: what to train.
        command: the program of the child, this Python with ``workbench.engine.train.child`` unless told; another one
            gets the same on its stdin and says the same on its stdout.
        environment: variables of the child beside ours.
    """

    def __init__(
        self, spec: RunSpec, *, command: Sequence[str] = (), environment: Mapping[str, str] | None = None
    ) -> None:
        # The thread only reads: the process may end while it waits.
        super().__init__(spec, daemon=True)
        self._command = list(command) or child_process.engine_module("train.child")
        self._environment = dict(environment or {})
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._asked: list[dict[str, object]] = []
        self._run = spec.resume
        self._told = False
        self._ended_by_us = False

    @property
    def process(self) -> int:
        """The child's process id, 0 while there is none."""
        return self._child.pid if self._child is not None else 0

    def pause(self) -> None:
        self._ask(ask="pause")

    def resume(self) -> None:
        self._ask(ask="resume")

    def stop(self) -> None:
        self._ask(ask="stop")

    def stop_now(self) -> None:
        """As every runner's; a child that is still busy after ``GRACE`` seconds is ended."""
        self._ask(ask="stop_now")
        timer = threading.Timer(GRACE, self._kill)
        timer.daemon = True
        timer.start()

    def _change(self, setting: str, value: Any) -> None:
        self._ask(ask="change", setting=setting, value=value)

    def _kill(self) -> None:
        with self._lock:
            if self._child is not None and self._child.poll() is None:
                self._ended_by_us = True
                child_process.end(self._child)

    def _ask(self, **asked: object) -> None:
        with self._lock:
            if self._child is None:
                self._asked.append(asked)  # told as soon as there is a child
            else:
                child_process.tell(self._child, json.dumps(asked))

    def _work(self) -> None:
        # What the child prints counts only if it dies.
        with tempfile.TemporaryFile("w+b") as words:
            shortages = _shortages()
            try:
                child = self._begin(words)
            except OSError as error:
                self._end(_no_process(error), "killed")
                return
            self._read(child)
            code = child.wait()
            with self._lock:
                child_process.close(child)
            if not self._told:
                child_process.end_group(child.pid)
                last = child_process.text_of(words)[-LAST_WORDS:]
                if self._ended_by_us:
                    self._end("", "stopped")
                    return
                log_text(f"The process of run {self._run or '(not begun)'} died ({child_process.death(code)})\n{last}")
                self._end(self._why(code, last, starved=_shortages() > shortages), "killed")

    def _why(self, code: int, words: str, *, starved: bool) -> str:
        """How the child died, in a sentence, from its exit code and the end of what it printed."""
        return death_of(code, words, starved=starved)

    def _begin(self, words: IO[bytes]) -> subprocess.Popen[bytes]:
        child = child_process.start(self._command, words, self._environment)
        # Before the lock: a large project waits in the pipe until the child reads.
        child_process.tell(child, self.spec.model_dump_json())
        with self._lock:
            self._child = child
            for asked in self._asked:
                child_process.tell(child, json.dumps(asked))
        return child

    def _read(self, child: subprocess.Popen[bytes]) -> None:
        assert child.stdout is not None
        for line in child.stdout:
            try:
                event = load_event(json.loads(line))
            except (ValueError, KeyError):
                continue  # half a line of a killed child
            self._say(event)

    def _say(self, event: Event) -> None:
        self._run = event.run or self._run
        self._told = self._told or isinstance(event, RunEnded)
        self._put(event)

    def _end(self, why: str, reason: Reason) -> None:
        """Records and tells the ending that the child did not."""
        self._say(ending_of_dead(self.spec, self._run, why, reason))


def ending_of_dead(spec: RunSpec, run: str, why: str, reason: Reason) -> RunEnded:
    """The ending of a run whose process died, entered in the store; ``run`` is empty where it had not begun."""
    from ..runs.store import RunStore

    if run:
        try:
            ended = RunStore(spec.runs_dir).record_death(run, why, reason)
            if ended.reason == reason:
                return ended
        except (WorkbenchError, OSError) as error:
            log_text(f"The death of run {run} was not recorded: {error}")
    # Of a run that was to be taken up again, the record stays as it was.
    message = sentence(why, "It had not begun to train") if why else ""
    return RunEnded(run=run, time=time.time(), reason=reason, metrics={}, message=message)


def _no_process(error: OSError) -> str:
    return sentence(f"No process could be made for this run ({error.strerror or error})", "", "Close other programs")


def death_of(code: int, words: str, *, starved: bool) -> str:
    """How a process of a run died, in a sentence."""
    name = child_process.death(code)
    if name == "SIGKILL" and starved:
        what = "The memory of the computer ran out, and the system ended the process of this run (SIGKILL)"
        return sentence(what, "", "Halve the batch size, or make the largest layers smaller")
    if name == "SIGBUS":
        what = "A file that this run was reading was cut short, or its disk failed (SIGBUS)"
        return sentence(what, "", "Let nothing change the decoded pictures while a run needs them")
    if name in CRASHES:
        return sentence(f"The process of this run crashed in compiled code ({name})")
    if name.startswith("SIG"):
        return sentence(f"The process of this run was ended from outside ({name})")
    said = child_process.last_line(words, 300) or name
    return sentence(f"The process of this run failed ({said})")


def _shortages() -> int:
    """How often the system has ended a process for want of memory since it started; 0 where it doesn't tell."""
    try:
        lines = VMSTAT.read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("oom_kill ")), 0)
