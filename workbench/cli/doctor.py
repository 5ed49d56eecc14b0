"""``doctor``: versions, devices, memory, and what is missing and how to get it."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from .. import __version__
from ..engine.data.cache import GIGABYTE, ArrayCache
from ..engine.folders import cache_dir, log_file, state_dir
from .output import emit, table

PACKAGE = "neural-workbench"

# Shared libraries that Qt's X11 plugin loads, and the packages they come in on Debian/Ubuntu and Fedora.
LIBRARIES = {
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
}


def examine(as_json: bool) -> None:
    """Prints what there is and what is missing."""
    facts = {"workbench": __version__, "python": platform.python_version(), "system": platform.platform()}
    versions, missing = _packages()
    devices, trouble = _devices()
    missing += trouble
    memory = _memory()
    folders = {"cache": cache_dir(), "state": state_dir(), "log": log_file()}
    missing += _unwritable(cache_dir(), state_dir())
    prepared = ArrayCache()
    kept = {"bytes": prepared.size(), "limit": prepared.limit}
    missing += _window_libraries()
    if as_json:
        emit(
            {
                "event": "doctor",
                **facts,
                "packages": versions,
                "devices": devices,
                "memory": memory,
                "folders": {name: str(path) for name, path in folders.items()},
                "prepared_data": kept,
                "missing": missing,
            }
        )
        return
    table(facts.items())
    print()
    table(versions.items())
    print()
    table([("device", text) for text in devices])
    table([(name, f"{amount / 2**30:.1f} GiB") for name, amount in memory.items()])
    print()
    table([(name, str(path)) for name, path in folders.items()])
    table([("prepared data", f"{kept['bytes'] / GIGABYTE:.1f} GB, {kept['limit'] / GIGABYTE:g} GB at most")])
    print()
    print("\n".join(f"missing: {text}" for text in missing) if missing else "Nothing is missing.")


def _packages() -> tuple[dict[str, str], list[str]]:
    """Installed versions of what the program needs, and what is not there."""
    try:
        lines = [line for line in requires(PACKAGE) or [] if "extra ==" not in line]
    except PackageNotFoundError:
        lines = []
    found, missing = {}, []
    for line in lines:
        name = line.split(";")[0]
        for mark in "<>=!~ [(":
            name = name.split(mark)[0]
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            missing.append(f"the package {name}. Install it with: {sys.executable} -m pip install '{line}'")
    return found, missing


def _devices() -> tuple[list[str], list[str]]:
    try:
        from ..engine.train.devices import list_devices

        return [f"{d.name}: {d.label}, {d.memory / 1e9:.1f} GB" for d in list_devices()], []
    except (ImportError, OSError) as error:
        return [], [f"a working PyTorch ({error}). Install it as https://pytorch.org/get-started/locally/ says"]


def _memory() -> dict[str, int]:
    import psutil

    memory = psutil.virtual_memory()
    home = next(p for p in (state_dir(), *state_dir().parents) if p.exists())
    return {"memory": memory.total, "memory free": memory.available, "disk free": shutil.disk_usage(home).free}


def _unwritable(*folders: Path) -> list[str]:
    found = []
    for folder in folders:
        nearest = next(p for p in (folder, *folder.parents) if p.exists())
        if not nearest.is_dir() or not os.access(nearest, os.W_OK):
            found.append(f"permission to write in {folder}. Give yourself write permission to {nearest}")
    return found


def _window_libraries() -> list[str]:
    """What keeps the window from opening on Linux: a screen, and libraries that Qt loads."""
    if not sys.platform.startswith("linux"):
        return []
    found = []
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        found.append("a screen (neither DISPLAY nor WAYLAND_DISPLAY is set). Without one only the commands work")
    absent = _unresolved()
    if absent:
        debian = sorted({LIBRARIES[name][0] if name in LIBRARIES else name for name in absent})
        fedora = sorted({LIBRARIES[name][1] if name in LIBRARIES else name for name in absent})
        found.append(
            f"libraries for the window: {', '.join(sorted(absent))}. On Debian and Ubuntu: sudo apt install "
            f"{' '.join(debian)}; on Fedora: sudo dnf install {' '.join(fedora)}"
        )
    return found


def _unresolved() -> set[str]:
    """Libraries that Qt's X11 plugin and the parts it needs ask for and that the system does not have."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None or shutil.which("ldd") is None:
        return set()
    folder = Path(spec.origin).parent
    files = [folder / "Qt" / "plugins" / "platforms" / "libqxcb.so", *folder.glob("QtWidgets.*.so")]
    absent = set()
    for file in files:
        if not file.exists():
            continue
        done = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=False, timeout=30)
        absent |= {line.split("=>")[0].strip() for line in done.stdout.splitlines() if "not found" in line}
    return absent
