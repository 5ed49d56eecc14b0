"""Arrays in a ``.npz`` file, as ``numpy.savez`` writes it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ...errors import DataError
from ...values import Param, register
from ..arrays import TASK_WORDS, ArrayTask, Layout, as_input, as_target, split_names
from ..paths import data_file, need_memory, unreadable
from ..raw import Array, RawData, reconstruct
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting
from .parts import joined, same_length

# Compared without regard to case, in this order.
_TRAIN_X = (
    "x_train",
    "train_x",
    "train_images",
    "train_data",
    "xtrain",
    "x",
    "images",
    "data",
    "features",
    "inputs",
    "arr_0",
)
_TRAIN_Y = (
    "y_train",
    "train_y",
    "train_labels",
    "train_targets",
    "ytrain",
    "y",
    "labels",
    "label",
    "targets",
    "target",
    "classes",
    "arr_1",
)
_VALIDATION_X = ("x_val", "x_valid", "x_validation", "val_x", "val_images", "validation_images", "xval")
_VALIDATION_Y = ("y_val", "y_valid", "y_validation", "val_y", "val_labels", "validation_labels", "yval")
_TEST_X = ("x_test", "test_x", "test_images", "test_data", "xtest")
_TEST_Y = ("y_test", "test_y", "test_labels", "test_targets", "ytest")
_CLASS_NAMES = ("class_names", "label_names", "target_names")
_COLUMNS = ("feature_names", "columns", "column_names")


@register("npz")
class NpzSource(Source):
    """Arrays of a ``.npz`` file: inputs and labels, and validation and test parts where the file brings them."""

    title = "NumPy arrays (.npz)"
    path_fields = ("path",)

    path: str = Param("", help="The .npz file.", label="File")
    x: str = Param(
        "", help="Name of the array of inputs. Empty: guessed (x_train, x, images, data...).", label="Inputs"
    )
    y: str = Param(
        "", help="Name of the array of labels. Empty: guessed (y_train, y, labels, target...).", label="Labels"
    )
    layout: Layout = Param(
        "auto",
        help="What the axes of the inputs are. Auto: two axes are a table; three are grey pictures where they are uint8 "
        "or square, otherwise series; four are pictures, with the channels where an axis has length 1, 3 or 4.",
    )
    task: ArrayTask = Param(
        "auto",
        words=TASK_WORDS,
        help="Auto: whole numbers and text are classes, rows of zeros and ones are labels, real numbers are predicted as "
        "numbers. Reconstruction needs no labels.",
    )
    class_names: str = Param("", help="Names of the classes in the order of their labels, separated by commas.")
    x_validation: str = Param("", help="Inputs of the validation part. Empty: guessed (x_val...).", advanced=True)
    y_validation: str = Param("", help="Labels of the validation part. Empty: guessed (y_val...).", advanced=True)
    x_test: str = Param("", help="Inputs of the test part. Empty: guessed (x_test...).", advanced=True)
    y_test: str = Param("", help="Labels of the test part. Empty: guessed (y_test...).", advanced=True)

    @property
    def unlabelled(self) -> bool:
        """Labels may be missing."""
        return True

    def describe(self) -> str:
        """The file's name."""
        return Path(self.path).name or "no file"

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """A zip file that is called ``.npz`` or holds ``.npy`` files; any other zip file is the last thing it could be."""
        if not seen.head.startswith(b"PK"):
            return None
        named = seen.suffix == ".npz" or b".npy" in seen.head[:512]
        return Candidate("arrays", cls(path=seen.portable), "a file of NumPy arrays", 0.95 if named else 0.2)

    def aimed(self, target: str = "", task: str = "") -> NpzSource:
        """Takes the array ``target`` as labels."""
        chosen = {"y": target, "task": task}
        return self.updated(**{name: value for name, value in chosen.items() if value})

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads the arrays into memory."""
        path = data_file(self.path, base_dir, "The .npz file")
        progress(0.0, f"Reading {path.name}")
        with ArrayFile(path) as file:
            if self.task == "reconstruction":
                return self._without_labels(file, progress)
            x_name = file.choose(self.x, _TRAIN_X, "inputs")
            y_name = file.choose(self.y, _TRAIN_Y, "labels")
            pairs = [("train", x_name, y_name)]
            for split, wanted, x_guess, y_guess in (
                ("validation", (self.x_validation, self.y_validation), _VALIDATION_X, _VALIDATION_Y),
                ("test", (self.x_test, self.y_test), _TEST_X, _TEST_Y),
            ):
                pairs += file.pair(split, wanted, x_guess, y_guess)
            arrays: dict[str, Array] = {}
            names = [name for pair in pairs for name in pair[1:]]
            for done, name in enumerate(names):
                progress(0.9 * done / len(names), f"Reading {name} of {path.name}")
                arrays[name] = file.read(name)
            columns, class_names = file.texts(_COLUMNS), split_names(self.class_names) or file.texts(_CLASS_NAMES)
        for _, x, y in pairs:
            same_length(x, arrays[x], y, arrays[y])
        values, given = joined([(split, x, arrays[x]) for split, x, _ in pairs])
        labels, _ = joined([(split, y, arrays[y]) for split, _, y in pairs])
        input_name, raw_input = as_input(values, self.layout, x_name, columns)
        target_name, raw_target = as_target(labels, self.task, y_name, class_names)
        progress(1.0, f"Read {path.name}")
        note = f"{len(values):,} samples from {path.name}"
        return RawData(path.stem, {input_name: raw_input}, {target_name: raw_target}, given, note=note)

    def _without_labels(self, file: ArrayFile, progress: Progress) -> RawData:
        """The inputs alone, which are to be reconstructed."""
        x_name = file.choose(self.x, _TRAIN_X, "inputs")
        parts = [("train", x_name)]
        for split, wanted, guesses in (
            ("validation", self.x_validation, _VALIDATION_X),
            ("test", self.x_test, _TEST_X),
        ):
            if wanted or file.has(guesses):
                parts.append((split, file.choose(wanted, guesses, f"{split} part's inputs")))
        read = []
        for done, (split, name) in enumerate(parts):
            progress(0.9 * done / len(parts), f"Reading {name} of {file.path.name}")
            read.append((split, name, file.read(name)))
        values, given = joined(read)
        input_name, raw_input = as_input(values, self.layout, x_name, file.texts(_COLUMNS))
        progress(1.0, f"Read {file.path.name}")
        note = f"{len(values):,} samples from {file.path.name}"
        targets = {"reconstruction": reconstruct(input_name, raw_input)}
        return RawData(file.path.stem, {input_name: raw_input}, targets, given, note=note)


class ArrayFile:
    """A ``.npz`` file that is open for reading; a context manager. Raises ``DataError`` for whatever is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> ArrayFile:
        try:
            with zipfile.ZipFile(self.path) as archive:
                self._sizes = {info.filename.removesuffix(".npy"): info.file_size for info in archive.infolist()}
            self._file = np.load(self.path, allow_pickle=False)
        except (zipfile.BadZipFile, ValueError, EOFError) as error:
            raise self._damaged(error) from error
        except OSError as error:
            raise unreadable(self.path, error) from error
        self.names = tuple(self._file.files)
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def choose(self, wanted: str, guesses: Iterable[str], what: str) -> str:
        """The array called ``wanted``, or the first of ``guesses`` that is there when it is empty."""
        if wanted in self.names:
            return wanted
        found = "" if wanted else self._guess(guesses)
        if found:
            return found
        missing = f"no array called '{wanted}'" if wanted else f"no array that looks like {what}"
        raise DataError(
            f"The file '{self.path.name}' has {missing}",
            f"It holds {', '.join(self.names) or 'nothing'}",
            f"Choose which of its arrays holds the {what}",
            code="data.missing_array",
            values={"file": self.path.name, "array": wanted, "arrays": self.names},
        )

    def pair(
        self, split: str, wanted: tuple[str, str], x_guess: Iterable[str], y_guess: Iterable[str]
    ) -> list[tuple[str, str, str]]:
        """The inputs and labels of an optional part; empty when neither is named and the guesses aren't both there."""
        if any(wanted) or (self._guess(x_guess) and self._guess(y_guess)):
            what = f"{split} part's"
            return [
                (
                    split,
                    self.choose(wanted[0], x_guess, f"{what} inputs"),
                    self.choose(wanted[1], y_guess, f"{what} labels"),
                )
            ]
        return []

    def read(self, name: str) -> Array:
        """The array called ``name``."""
        need_memory(self._sizes.get(name, 0), f"The array '{name}' of '{self.path.name}'")
        try:
            values: Array = self._file[name]
        except ValueError as error:
            if "pickle" in str(error) or "Object arrays" in str(error):
                raise DataError(
                    f"The array '{name}' of '{self.path.name}' holds Python objects, which could run somebody else's code",
                    "Only arrays of numbers or text are read",
                    "Save it as numbers, for example with array.astype('float32')",
                    code="data.pickled",
                    values={"file": self.path.name, "array": name},
                ) from error
            raise self._damaged(error) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, NotImplementedError) as error:
            raise self._damaged(error) from error
        if not isinstance(values, np.ndarray):
            raise self._damaged(TypeError(f"'{name}' is not an array"))
        return values

    def texts(self, names: Iterable[str]) -> tuple[str, ...]:
        """The texts of the first of the arrays that is there and holds a list of texts; empty when none does."""
        found = self._guess(names)
        values = self.read(found) if found else None
        if values is None or values.ndim != 1 or values.dtype.kind != "U":
            return ()
        return tuple(str(v) for v in values)

    def has(self, guesses: Iterable[str]) -> bool:
        """Whether one of the arrays is there."""
        return bool(self._guess(guesses))

    def _guess(self, names: Iterable[str]) -> str:
        by_lower = {name.lower(): name for name in reversed(self.names)}
        return next((by_lower[name] for name in names if name in by_lower), "")

    def _damaged(self, error: Exception) -> DataError:
        return DataError(
            f"The file '{self.path.name}' is damaged, cut short, or not a .npz file ({str(error).splitlines()[0] if str(error) else type(error).__name__})",
            "A .npz file is what numpy.savez writes",
            "Download or save it again",
            code="data.npz_damaged",
            values={"file": self.path.name, "reason": str(error)},
        )
