"""``train --isolated``: the run in a child process, so that whatever happens to it, its ending is told and recorded."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from ..engine.errors import TrainingError
from ..engine.train.events import Event, RunEnded, RunStarted, load_event
from .output import say
from .progress import Reporter
from .training import Wish, finish, interruptions, killed

if TYPE_CHECKING:
    from ..engine.train.runspec import RunSpec


def train_in_child(wish: Wish, spec: RunSpec, reporter: Reporter) -> int:
    """Runs ``workbench train --json`` in a child and relays what it says; returns the exit code."""
    # The child's own words are those we tell from its events; they count only where it could not begin.
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as words, _child(wish, words) as child:
        ended, run = None, spec.resume

        def stop() -> None:
            if child.poll() is None:
                child.send_signal(signal.SIGINT if sys.platform != "win32" else signal.CTRL_BREAK_EVENT)

        try:
            with interruptions(stop), reporter:
                for event in _events(child):
                    run = event.run if isinstance(event, RunStarted) else run
                    ended = event if isinstance(event, RunEnded) else ended
                    reporter.take(event)
        except BrokenPipeError:
            stop()
            child.communicate()
            raise
        code = child.wait()
        if ended is None and code > 0 and not run:
            words.seek(0)
            say(words.read().strip())
            return code
        if ended is None:
            note = f"The child process died ({_death(code)})."
            if not run:
                raise TrainingError(note, "It had not begun to train", "Try again", code="training.child_died")
            ended = killed(spec, run, note)
            reporter.take(ended)
        return finish(ended, reporter)


def _child(wish: Wish, words: IO[str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "workbench", "train", str(wish.file), "--json", "--device", wish.device]
    command += [part for setting in wish.settings for part in ("--set", setting)]
    command += ["--threads", str(wish.threads)]
    command += ["--resume", wish.resume] if wish.resume else []
    # Its own group: Ctrl+C reaches it through us, once, and not from the terminal as well.
    group: dict[str, Any] = (
        {"start_new_session": True}
        if sys.platform != "win32"
        else {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    )
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=words,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        **group,
    )


def _events(child: subprocess.Popen[str]) -> Iterator[Event]:
    assert child.stdout is not None
    for line in child.stdout:
        if line.endswith("\n"):  # a killed child may leave half a line
            yield load_event(json.loads(line))


def _death(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"exit code {code}"
