"""``workbench [FILE]``: the window, or a sentence on why it can't open. Qt itself would end the program with a crash."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ..engine.errors import WorkbenchError

COMMANDS_WORK = "The commands work without a window: workbench --help"


def open_window(path: Path | None) -> int:
    """Shows the window until it is closed; returns the exit code. Raises ``WorkbenchError`` when it can't open."""
    _check_screen()
    try:
        from ..ui.app import run
    except ImportError as error:
        raise _no_window(f"{error}") from error
    return run(path)


def _check_screen() -> None:
    """Raises ``WorkbenchError`` on Linux without a screen, or without what Qt loads to use it."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY"):
        raise WorkbenchError(
            "The window needs a screen, and neither DISPLAY nor WAYLAND_DISPLAY is set",
            COMMANDS_WORK,
            code="window.no_screen",
        )
    missing = _missing_libraries()
    if missing:
        raise _no_window(f"{', '.join(missing)} not found")
    if not _display_answers():
        raise WorkbenchError(
            f"The window can't open: no screen answers at DISPLAY={os.environ['DISPLAY']}",
            "",
            f"Check DISPLAY, and after 'ssh' connect with 'ssh -X'. {COMMANDS_WORK}",
            code="window.display",
            values={"display": os.environ["DISPLAY"]},
        )


def _display_answers() -> bool:
    """Whether the X server takes a connection: https://xcb.freedesktop.org/manual/group__XCB__Core__API.html"""
    import ctypes

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _missing_libraries() -> list[str]:
    import ctypes

    from .doctor import LIBRARIES

    missing = []
    for name in LIBRARIES:
        if name.startswith("libxcb"):
            try:
                ctypes.CDLL(name)
            except OSError:
                missing.append(name)
    return missing


def _no_window(reason: str) -> WorkbenchError:
    return WorkbenchError(
        f"The window can't open: {reason}",
        "It needs system libraries that are missing",
        "'workbench doctor' says how to get them",
        code="window.libraries",
    )
