"""Pictures in a folder for each class."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...errors import DataError
from ...values import Param, register
from ..decoded import DecodedPictures, decode_all
from ..head import SAMPLES, Head
from ..listings import listed
from ..paths import portable_path, resolve
from ..picture_files import PictureShape
from ..raw import RawData, RawInput, RawTarget, ResizeMode, Skipped
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting
from .class_folders import Listing, list_class_folders, shown
from .glimpse import class_folders, glimpse, label_of
from .picture_common import (
    PictureSize,
    colour_field,
    content_numbers,
    first_pictures,
    given_parts,
    listing_stamp,
    picture_root,
    resize_field,
    size_field,
)
from .picture_size import MEASURED, SUFFIXES, Colour, channels_of, picture_notices, proposed_size


@register("image_folder")
class ImageFolderSource(Source):
    """Pictures in a folder for each class, with or without folders for train, validation and test above them."""

    title = "Picture folder"
    path_fields = ("path",)

    path: str = Param("", help="The folder that holds a folder of pictures for each class.", label="Folder")
    size: PictureSize = size_field()
    resize: ResizeMode = resize_field()
    colour: Colour = colour_field()

    def describe(self) -> str:
        """The folder's name."""
        return Path(self.path).name or "no folder"

    def stamp(self, base_dir: Path = Path()) -> str:
        """A hash of all names, sizes and times below the folder; empty where it can't be read."""
        if not self.path:
            return ""
        try:
            listing = listed(list_class_folders, resolve(self.path, base_dir), "pictures")
        except DataError:
            return ""
        return listing_stamp(listing)

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Decodes the pictures, or finds them in the cache."""
        root = picture_root(self.path, base_dir)
        listing = _listed(root, progress)
        shape = PictureShape(*self.size, channels_of(self.colour, root, [f.name for f in listing.files]), self.resize)
        done = decode_all(root, {f.name: f.state for f in listing.files}, shape, progress)
        _refuse_nothing(root, listing, done)
        progress(1.0, f"Read {self.describe()}")
        return _raw(root, listing, done, self.resize)

    def head(self, progress: Progress, base_dir: Path = Path()) -> Head:
        """Some pictures of every class folder."""
        root = picture_root(self.path, base_dir)
        found = glimpse(root, SAMPLES)
        shape = PictureShape(*self.size, channels_of(self.colour, root, [name for name, _ in found]), self.resize)
        classes = tuple(dict.fromkeys(label for _, label in found))
        picture, kept = first_pictures(root, [name for name, _ in found], shape, self.resize, progress)
        if picture is None:
            _listed(root, progress)
            raise _no_pictures(root)
        labels = np.array([classes.index(found[k][1]) for k in kept], dtype=np.int64)
        target = RawTarget("classification", labels, classes=classes)
        names = [shown(found[k][0]) for k in kept]
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
    listing = listed(list_class_folders, root, "pictures", progress)
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
        given=given_parts([f.split for f in found]),
        skipped=(*listing.skipped, *(Skipped(shown(n), reason) for n, reason in done.skipped), *empty),
        note=f"{len(found):,} pictures in {len(classes)} class folders, brought to {width} x {height} pixels",
        names=tuple(shown(name) for name in done.names),
        contents=content_numbers(done.hashes),
        digest=done.key,
        notices=picture_notices(done.notes),
    )
