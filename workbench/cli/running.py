"""The commands about what goes on at this moment, in a window or on the command line; ``app`` has all commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .app import File, Json, app

if TYPE_CHECKING:
    from .steering import Ask

__all__ = ["app"]

Which = Annotated[
    str, typer.Option("--run", metavar="RUN", help="A run's id or number; the one that goes on unless told.")
]
Study = Annotated[
    str | None,
    typer.Option("--study", metavar="STUDY", help="A study instead of a run, by its id or the beginning of it."),
]


@app.command()
def change(
    file: File,
    *,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="PATH=VALUE",
            help="Set a field of the run, e.g. training.learning_rate=0.001.",
            show_default=False,
        ),
    ] = None,
    run: Which = "",
    as_json: Json = False,
) -> None:
    """Change settings of a run while it goes on: learning rate, batch size, early stopping. The file stays as it is."""
    from .steering import change_run

    if not settings:
        raise typer.BadParameter("say what to change: --set training.learning_rate=0.001")
    raise typer.Exit(change_run(file, run, settings, as_json=as_json))


@app.command()
def pause(file: File, *, run: Which = "", study: Study = None, as_json: Json = False) -> None:
    """Let a run or a study wait after the step it is in."""
    _ask(file, run, study, "pause", as_json=as_json)


@app.command()
def resume(file: File, *, run: Which = "", study: Study = None, as_json: Json = False) -> None:
    """Let a paused run or study go on. (One that has ended goes on with train --resume, or study --resume.)"""
    _ask(file, run, study, "resume", as_json=as_json)


@app.command()
def stop(
    file: File,
    *,
    run: Which = "",
    study: Study = None,
    now: Annotated[bool, typer.Option("--now", help="Without keeping the epoch that the run is in.")] = False,
    as_json: Json = False,
) -> None:
    """End a run or a study after the step it is in, and keep what was learnt."""
    _ask(file, run, study, "stop_now" if now else "stop", as_json=as_json)


def _ask(file: File, run: str, study: str | None, ask: Ask, *, as_json: bool) -> None:
    from .steering import ask_run, ask_study

    if study is not None:
        if run:
            raise typer.BadParameter("--run and --study are two things: say which one")
        raise typer.Exit(ask_study(file, study, ask, as_json=as_json))
    raise typer.Exit(ask_run(file, run, ask, as_json=as_json))
