"""Arrays in files: ``.npz``, ``.npy`` files beside each other, ``.mat`` and ``.safetensors``."""

from __future__ import annotations

from pathlib import Path

from ...values import Param, register
from ..array_files import ArrayFile, array_kind, open_arrays, pair_beside, state_beside
from ..arrays import TASK_WORDS, ArrayTask, Layout, as_input, as_target, split_names
from ..paths import data_file, resolve
from ..raw import Array, RawData, reconstruct
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting
from ..workbooks import is_workbook
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
    """Arrays of a file: inputs and labels, and validation and test parts where the file brings them."""

    title = "Arrays (.npz, .npy, .mat, .safetensors)"
    path_fields = ("path",)

    path: str = Param(
        "",
        help="The file: .npz, .mat or .safetensors with several arrays, or .npy with others beside it, called by their names.",
        label="File",
    )
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
        """By the first bytes; a zip file that is neither called ``.npz`` nor holds ``.npy`` files is the last thing it could be."""
        kind = array_kind(seen.path, seen.head)
        if kind == "npz":
            named = seen.suffix == ".npz" or b".npy" in seen.head[:512]
            if not named and is_workbook(seen.path, seen.head):
                return None
            return Candidate("arrays", cls(path=seen.portable), "a file of NumPy arrays", 0.95 if named else 0.2)
        if kind == "npy":
            x, y = pair_beside(seen.path)
            found = cls(path=seen.portable, x=x, y=y)
            return Candidate("arrays", found, "a NumPy array with others beside it", 0.95)
        words = {"mat": "a MATLAB file", "safetensors": "a file of tensors"}
        return Candidate("arrays", cls(path=seen.portable), words[kind], 0.95) if kind else None

    def aimed(self, target: str = "", task: str = "") -> NpzSource:
        """Takes the array ``target`` as labels."""
        chosen = {"y": target, "task": task}
        return self.updated(**{name: value for name, value in chosen.items() if value})

    def stamp(self, base_dir: Path = Path()) -> str:
        """Changes with the files beside a ``.npy`` file."""
        path = resolve(self.path, base_dir)
        return state_beside(path) if path.suffix.lower() == ".npy" else ""

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads the arrays into memory."""
        path = data_file(self.path, base_dir, "The file of arrays")
        progress(0.0, f"Reading {path.name}")
        with open_arrays(path) as file:
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
            for _, x, y in pairs:
                arrays[x], arrays[y] = file.oriented(arrays[x], arrays[y])
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
