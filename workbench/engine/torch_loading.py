"""Importing torch without stopping the window.

An import statement loads torch's libraries with Python's lock held: everything else in the process stands still for 0.2 to
0.6 s. Loaded beforehand through the system's own ``dlopen``, called without the lock, nobody waits, and the import that
follows finds them there. What is left are full rounds of the garbage collector over some hundred thousand new objects,
50 to 120 ms each: it rests meanwhile, and afterwards never looks at them again.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import importlib.util
import os
import sys
from pathlib import Path

COMPILER = "torch._dynamo"
"""``torch.optim`` imports it (and sympy, a second) at the first step, only to tell it to keep out."""


def load_torch() -> None:
    """Imports torch and what its optimisers import at their first step; raises what ``import torch`` raises.

    Quick when they are there already; where another thread is still at it, this waits for it.
    """
    if COMPILER in sys.modules:
        importlib.import_module(COMPILER)
        return
    if os.name == "posix":
        preload_libraries()
    collecting = gc.isenabled()
    gc.disable()
    try:
        importlib.import_module("torch")
        importlib.import_module(COMPILER)
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def preload_libraries() -> bool:
    """Loads torch's shared libraries, on Linux and macOS; whether all were found.

    Nothing that fails here matters: the import tries again in its own way and tells what is wrong.
    """
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return False
    folder = Path(spec.origin).parent / "lib"
    suffix = "dylib" if sys.platform == "darwin" else "so"
    # CDLL lets go of Python's lock while it calls, PyDLL keeps it: the last library is about Python itself.
    alone, locked = ctypes.CDLL(None).dlopen, ctypes.PyDLL(None).dlopen
    for call, name, flags in (
        (alone, "libtorch_global_deps", os.RTLD_NOW | os.RTLD_GLOBAL),  # as torch itself does first
        (alone, "libtorch", os.RTLD_LAZY),
        (locked, "libtorch_python", os.RTLD_LAZY),
    ):
        path = folder / f"{name}.{suffix}"
        call.restype, call.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_int]
        if not path.is_file() or not call(os.fsencode(path), flags):
            return False
    return True
