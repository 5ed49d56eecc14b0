"""Pictures without classes, for autoencoders: a folder of files, however deep."""

from __future__ import annotations

import os
from pathlib import Path

from ...errors import DataError
from ...values import Param, register
from ..decoded import decode_all
from ..head import SAMPLES, Head
from ..listings import listed
from ..paths import portable_path, resolve
from ..picture_files import PictureShape
from ..raw import RawData, RawInput, ResizeMode, Skipped, reconstruct
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting
from .class_folders import Listing, list_pictures, natural, shown
from .picture_common import (
    PictureSize,
    colour_field,
    content_numbers,
    first_pictures,
    listing_stamp,
    picture_root,
    resize_field,
    size_field,
)
from .picture_size import MEASURED, SUFFIXES, Colour, channels_of, picture_notices, proposed_size, spread


@register("loose_pictures")
class LoosePicturesSource(Source):
    """All pictures in a folder and in those below it. They have no classes: each is to be made again by an autoencoder."""

    title = "Pictures without classes"
    path_fields = ("path",)

    path: str = Param("", help="The folder that holds the pictures, in it or in folders in it.", label="Folder")
    size: PictureSize = size_field()
    resize: ResizeMode = resize_field()
    colour: Colour = colour_field()

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """A folder with picture files in it that lie in no class folder."""
        loose = [name for name in seen.names if name.lower().endswith(SUFFIXES)]
        if not loose:
            return None
        folders = sum(name.endswith("/") for name in seen.names)
        size = proposed_size(seen.path, spread(loose, MEASURED))
        if size is None:
            return None
        # Beside class folders, a few files at the top are more likely left over; a single folder is no class.
        # A table that names the pictures tells more of them (0.92 and more).
        likely = 0.91 if folders < 2 or len(loose) > 20 * folders else 0.3
        why = f"{len(loose):,} pictures in no class folder"
        return Candidate("pictures", cls(path=portable_path(seen.path, seen.base_dir), size=size), why, likely)

    @property
    def unlabelled(self) -> bool:
        """There are only pictures."""
        return True

    def aimed(self, target: str = "", task: str = "") -> LoosePicturesSource:
        """The same: reconstruction is all that there is. Raises ``DataError`` for another task or a target."""
        if target or task not in ("", "reconstruction"):
            raise DataError(
                f"The pictures of {self.describe()} have no classes or numbers to predict",
                "They lie in no class folders",
                "Sort them into a folder for each class, list them with labels in a CSV file, or set the task to reconstruction",
                code="data.no_target",
            )
        return self

    def describe(self) -> str:
        """The folder's name."""
        return Path(self.path).name or "no folder"

    def stamp(self, base_dir: Path = Path()) -> str:
        """A hash of all names, sizes and times below the folder; empty where it can't be read."""
        if not self.path:
            return ""
        try:
            listing = listed(list_pictures, resolve(self.path, base_dir), "pictures")
        except DataError:
            return ""
        return listing_stamp(listing)

    def head(self, progress: Progress, base_dir: Path = Path()) -> Head:
        """Some of the pictures at the top, or all read where they lie deeper."""
        root = picture_root(self.path, base_dir)
        try:
            names = [entry.name for entry in os.scandir(root) if entry.name.lower().endswith(SUFFIXES)]
        except OSError:
            names = []
        chosen = spread(sorted(names, key=natural), SAMPLES)
        shape = PictureShape(*self.size, channels_of(self.colour, root, chosen), self.resize)
        picture, kept = first_pictures(root, chosen, shape, self.resize, progress)
        if picture is None:
            return super().head(progress, base_dir)
        target = reconstruct("image", picture)
        names = [shown(chosen[k]) for k in kept]
        return Head(RawData(shown(root.name), {"image": picture}, {"reconstruction": target}, names=names))

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Decodes the pictures, or finds them in the cache."""
        root = picture_root(self.path, base_dir)
        listing = listed(list_pictures, root, "pictures", progress)
        names = [f.name for f in listing.files]
        # Files with another ending are tried too: some pictures have none. Colour is told by those that surely are.
        surely = [name for name in names if name.lower().endswith(SUFFIXES)] or names
        shape = PictureShape(*self.size, channels_of(self.colour, root, surely), self.resize)
        done = decode_all(root, {f.name: f.state for f in listing.files}, shape, progress)
        if not len(done.names):
            raise _nothing(root, listing)
        progress(1.0, f"Read {self.describe()}")
        part = RawInput("image", done.values, resize=self.resize, from_files=True)
        height, width = done.values.shape[1:3]
        return RawData(
            title=shown(root.name),
            inputs={"image": part},
            targets={"reconstruction": reconstruct("image", part)},
            skipped=(*listing.skipped, *(Skipped(shown(n), reason) for n, reason in done.skipped)),
            note=f"{len(done.names):,} pictures without classes, brought to {width} x {height} pixels",
            names=tuple(shown(name) for name in done.names),
            contents=content_numbers(done.hashes),
            digest=f"loose {done.key}",  # class folders of the same files have other targets
            notices=picture_notices(done.notes),
        )


def _nothing(root: Path, listing: Listing) -> DataError:
    what = f"The folder '{root.name}' is empty"
    if listing.files:
        what = f"None of the {len(listing.files):,} files in '{root.name}' is a picture that can be read"
    return DataError(
        what,
        "PNG, JPEG, WebP, TIFF, BMP, GIF and other common formats are",
        "Choose another folder",
        code="data.no_pictures",
        values={"folder": root.name, "files": len(listing.files)},
    )
