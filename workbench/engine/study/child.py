"""The program's side of a child process: starts it, asks, listens, and surely ends it."""

from __future__ import annotations

import json
import queue
import tempfile
import threading
from collections.abc import Iterator
from typing import Any

from .. import child_process
from ..errors import TrainingError, WorkbenchError
from ..values import Value
from .jobs import ANSWERS, Answer, Done, Failed, Job

TICK = 0.1
"""Seconds between two chances to stop waiting."""


class ChildDied(TrainingError):
    """The child ended in the middle of a job: the system killed it, or something in it crashed."""


class Child:
    """A process that does one job after the other. Belongs to one thread; ``close`` it, or use it with ``with``."""

    def __init__(self) -> None:
        self._lines: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._words = tempfile.TemporaryFile("w+b")  # noqa: SIM115 - closed in close
        try:
            self._process = child_process.start(child_process.engine_module("study"), self._words)
        except OSError as error:
            self._words.close()
            raise TrainingError(
                f"No process could be started ({error.strerror or error})",
                "Runs of a study train in processes of their own",
                "Close other programs and try again",
                code="study.no_process",
            ) from error
        self._reader = threading.Thread(target=self._read, name="study child", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def ask(self, job: Job) -> None:
        """Gives it a job; answers come by ``next``. A child that has died tells so there."""
        self._send({"job": job.dump()})

    def stop(self) -> None:
        """Asks the job in hand to end and keep what it has."""
        self._send({"stop": True})

    def pause(self, on: bool) -> None:
        """Asks the job in hand to wait, or to go on."""
        self._send({"pause": on})

    def next(self, timeout: float = 0.0) -> dict[str, Any] | None:
        """The next line it said, None when there is none within ``timeout`` seconds. Raises ``ChildDied`` at the end."""
        try:
            line = self._lines.get(timeout=timeout) if timeout > 0 else self._lines.get_nowait()
        except queue.Empty:
            return None
        if line is None:
            self._lines.put(None)
            raise self._died()
        return line

    def close(self) -> None:
        """Ends it at once. Call it again as you like."""
        child_process.end(self._process)
        self._process.wait(10.0)
        self._reader.join(5.0)
        child_process.close(self._process)
        self._words.close()

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _send(self, word: dict[str, Any]) -> None:
        child_process.tell(self._process, json.dumps(word))

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith(b"\n"):  # a child that is killed may leave half a line
                self._lines.put(json.loads(line))
        self._lines.put(None)

    def _died(self) -> ChildDied:
        death = child_process.death(self._process.wait(10.0))
        last = child_process.last_line(child_process.text_of(self._words), 200)
        how = f"the process died ({death}{last and ': ' + last})"
        return ChildDied(
            f"Training could not go on: {how}",
            "",
            "It may have run out of memory: try a smaller batch",
            code="study.child_died",
            values={"how": death},
        )


def answers(job: Job) -> Iterator[Answer | None]:
    """Does one job in a child of its own: its answers as they come, None a few times a second, and the child's end with ours.

    Raises ``WorkbenchError`` when the job can't be done. Closing the generator ends the child.
    """
    with Child() as child:
        child.ask(job)
        yield from heard(child)


def heard(child: Child) -> Iterator[Answer | None]:
    """What a child answers to the job in hand until it is done: its answers as they come, None a few times a second.

    Raises ``WorkbenchError`` when the job can't be done, and ``ChildDied``.
    """
    while True:
        line = child.next(TICK)
        if line is None:
            yield None
            continue
        answer = answer_of(line)
        if isinstance(answer, Done):
            return
        if isinstance(answer, Failed):
            raise error_of(answer)
        yield answer


def answer_of(line: dict[str, Any]) -> Answer:
    """An answer from its JSON form."""
    return ANSWERS[line["event"]].model_validate({k: v for k, v in line.items() if k != "event"})


def error_of(failed: Failed) -> WorkbenchError:
    """What a child could not do, as the error that it was there."""
    return TrainingError(
        failed.what.rstrip("."), failed.expected, failed.fix, code=failed.code, values=dict(failed.values)
    )


def last_answer(job: Job, kind: type[Value]) -> Any:
    """Does a job and returns its answer of one kind, without telling how it goes. Raises ``WorkbenchError``."""
    found = None
    for answer in answers(job):
        found = answer if isinstance(answer, kind) else found
    if found is None:
        raise TrainingError("Nothing came of it", "", "Try again", code="study.nothing")
    return found
