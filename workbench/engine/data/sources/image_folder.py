"""Pictures in a folder for each class."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Annotated

import numpy as np
from pydantic import BeforeValidator

from ...errors import DataError
from ...values import Param, pair, register
from ..decoded import DecodedPictures, decode_all
from ..head import SAMPLES, Head
from ..paths import portable_path, resolve
from ..picture_files import PictureShape, decode
from ..prepared import SPLITS
from ..raw import Array, RawData, RawInput, RawTarget, ResizeMode, Skipped
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting
from .class_folders import Listing, list_class_folders, shown
from .glimpse import class_folders, glimpse, label_of
from .picture_size import MEASURED, SUFFIXES, Colour, Side, channels_of, picture_notices, proposed_size


@register("image_folder")
class ImageFolderSource(Source):
    """Pictures in a folder for each class, with or without folders for train, validation and test above them."""

    title = "Picture folder"
    path_fields = ("path",)

    path: str = Param("", help="The folder that holds a folder of pictures for each class.", label="Folder")
    size: Annotated[tuple[Side, Side], BeforeValidator(pair)] = Param(
        (64, 64), help="Height and width that every picture is brought to.", unit="px"
    )
    resize: ResizeMode = Param(
        "fit",
        words={"fit": "fit and pad", "cover": "cover and crop"},
        help="Stretch changes the aspect ratio. Fit and pad keeps it and fills the rest with the colour of the border. "
        "Cover and crop keeps it and cuts off what stands over.",
    )
    colour: Colour = Param(
        "auto",
        words={"rgb": "RGB"},
        help="Auto: RGB, unless all of the pictures looked at are grey.",
    )

    def describe(self) -> str:
        """The folder's name."""
        return Path(self.path).name or "no folder"

    def stamp(self, base_dir: Path = Path()) -> str:
        """A hash of all names, sizes and times below the folder; empty where it can't be read."""
        if not self.path:
            return ""
        try:
            listing = list_class_folders(resolve(self.path, base_dir))
        except DataError:
            return ""
        about = [[f.name, *f.state] for f in listing.files], [[s.item, s.reason] for s in listing.skipped]
        return hashlib.blake2b(json.dumps(about).encode("ascii"), digest_size=16).hexdigest()

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Decodes the pictures, or finds them in the cache."""
        if not self.path:
            raise DataError("The folder of pictures is not chosen", "", "Choose a folder", code="data.no_file")
        root = resolve(self.path, base_dir)
        listing = _listed(root, progress)
        shape = PictureShape(*self.size, channels_of(self.colour, root, [f.name for f in listing.files]), self.resize)
        done = decode_all(root, {f.name: f.state for f in listing.files}, shape, progress)
        _refuse_nothing(root, listing, done)
        progress(1.0, f"Read {self.describe()}")
        return _raw(root, listing, done, self.resize)

    def head(self, progress: Progress, base_dir: Path = Path()) -> Head:
        """Some pictures of every class folder."""
        if not self.path:
            raise DataError("The folder of pictures is not chosen", "", "Choose a folder", code="data.no_file")
        root = resolve(self.path, base_dir)
        found = glimpse(root, SAMPLES)
        shape = PictureShape(*self.size, channels_of(self.colour, root, [name for name, _ in found]), self.resize)
        classes = tuple(dict.fromkeys(label for _, label in found))
        values, labels, names = [], [], []
        for number, (name, label) in enumerate(found):
            progress(number / len(found), "Looking at the first pictures")
            try:
                values.append(decode(root / name, name, shape)[0])
            except DataError:
                continue  # told with its reason once all are read
            labels.append(classes.index(label))
            names.append(shown(name))
        if not values:
            _listed(root, progress)
            raise _no_pictures(root)
        picture = RawInput("image", np.stack(values), resize=self.resize, from_files=True)
        target = RawTarget("classification", np.array(labels, dtype=np.int64), classes=classes)
        return Head(RawData(shown(root.name), {"image": picture}, {"label": target}, names=names))

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """A folder of class folders with pictures in them."""
        if not any(name.lower().endswith(("/", *SUFFIXES)) for name in seen.names):
            return None
        source = cls.beside(seen.path, seen.base_dir, seen.progress)
        folders = {label_of(folder) for folder in class_folders(seen.path)}
        return Candidate(
            "pictures", source, "1 class folder" if len(folders) == 1 else f"{len(folders):,} class folders", 0.9
        )

    @classmethod
    def beside(
        cls, path: Path, base_dir: Path = Path(), progress: Progress = lambda done, text: None
    ) -> ImageFolderSource:
        """The source for a folder, with the size of its median picture, 96 pixels on the longer side at most.

        Raises ``DataError`` where it holds no class folders with pictures.
        """
        root = resolve(str(path), base_dir)
        progress(0.0, "Looking for pictures")
        size = proposed_size(root, (name for name, _ in glimpse(root, MEASURED)))
        if size is None:
            _listed(root, progress)
            raise _no_pictures(root)
        return cls(path=portable_path(root, base_dir), size=size)


def _listed(root: Path, progress: Progress) -> Listing:
    listing = list_class_folders(root, lambda count: progress(0.0, f"Looking for pictures: {count:,} files"))
    if not listing.files:
        raise _no_pictures(root, listing)
    return listing


def _no_pictures(root: Path, listing: Listing | None = None) -> DataError:
    loose = [s.item for s in listing.skipped if s.reason.startswith("It lies in no")] if listing is not None else []
    what = (
        f"The {len(loose):,} files in the folder '{root.name}' lie in no class folder"
        if loose
        else f"The folder '{root.name}' holds no pictures"
    )
    return DataError(
        what,
        "A folder of pictures has a folder for each class, such as cats/ and dogs/, or these in train/ and test/",
        "Sort the pictures into such folders, or choose another folder",
        code="data.no_class_folders",
        values={"folder": root.name, "loose": len(loose)},
    )


def _refuse_nothing(root: Path, listing: Listing, done: DecodedPictures) -> None:
    if len(done.names):
        return
    name, reason = done.skipped[0]
    raise DataError(
        f"None of the {len(listing.files):,} files in '{root.name}' is a picture that can be read, such as "
        f"'{shown(name)}' ({reason})",
        "PNG, JPEG, WebP, TIFF, BMP, GIF and other common formats are",
        "Choose another folder",
        code="data.no_pictures",
        values={"folder": root.name, "files": len(listing.files)},
    )


def _raw(root: Path, listing: Listing, done: DecodedPictures, resize: ResizeMode) -> RawData:
    by_name = {f.name: f for f in listing.files}
    found = [by_name[name] for name in done.names]
    present = {f.label for f in found}
    classes = tuple(label for label in listing.labels if label in present)
    place = {label: i for i, label in enumerate(classes)}
    given: dict[str, Array] = {
        split: np.array([i for i, f in enumerate(found) if f.split == split], dtype=np.int64)
        for split in SPLITS
        if any(f.split == split for f in found)
    }
    if set(given) == {"train"}:
        given = {}
    numbers: dict[str, int] = {}
    contents = np.array([numbers.setdefault(h, len(numbers)) for h in done.hashes], dtype=np.int64)
    empty = tuple(
        Skipped(label, "The class folder holds no picture that can be read")
        for label in listing.labels
        if label not in present
    )
    height, width = done.values.shape[1:3]
    return RawData(
        title=shown(root.name),
        inputs={"image": RawInput("image", done.values, resize=resize, from_files=True)},
        targets={
            "label": RawTarget(
                "classification", np.array([place[f.label] for f in found], dtype=np.int64), classes=classes
            )
        },
        given=given,
        skipped=(*listing.skipped, *(Skipped(shown(n), reason) for n, reason in done.skipped), *empty),
        note=f"{len(found):,} pictures in {len(classes)} class folders, brought to {width} x {height} pixels",
        names=tuple(shown(name) for name in done.names),
        contents=contents,
        digest=done.key,
        notices=picture_notices(done.notes),
    )
