"""From a recipe to arrays that are ready for training."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..errors import DataError
from . import sources  # noqa: F401 - a recipe may have been made before the sources were registered
from .checks import check_inputs, check_targets
from .cleaning import clean_rows, interpolated
from .duplicates import straddling
from .excluded import given_among, kept_samples, narrowed, widened
from .leaks import leaks
from .learnt import learnt_before, remember_learnt
from .listings import listed_once
from .paths import unreadable
from .prepared import PreparedData
from .preprocess import Preprocess
from .raw import Array, Notice, RawData, autoencoding
from .recipe import DataRecipe, Progress, Source, SplitRecipe
from .series.categories import seen_categories
from .series.windows import split_windows
from .sources.table_files import forget_table
from .split import Split, split
from .statistics import learn_input, learn_target, target_notices
from .tagged.targets import learn_tags, tag_notices
from .target_range import with_ranges
from .text.encoding import EncodedTexts, printable
from .text.kept import encoded
from .text.learn import learn_text_input
from .wide import apart

_SOURCES_KEPT = 3
_RECIPES_KEPT = 8


@dataclass
class _Loaded:
    """One source's arrays and what was prepared from them. ``lock`` is held while either is made."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    raw: RawData | None = None
    digest: str = ""
    prepared: OrderedDict[str, PreparedData] = field(default_factory=OrderedDict)


_cache: OrderedDict[str, _Loaded] = OrderedDict()
_cache_lock = threading.Lock()


def prepare(recipe: DataRecipe, base_dir: Path = Path(), progress: Progress | None = None) -> PreparedData:
    """Loads, checks and splits the source, and learns the scales from the training split.

    The last few results are kept in memory and found again while the recipe and the files' sizes and times stay the same.
    May be called from any thread; two that ask for the same data at once share the work.

    Args:
        recipe: what to prepare.
        base_dir: folder against which relative paths are read.
        progress: called with the share done and a few words; may raise ``Cancelled``.

    Raises ``DataError`` where no source is set, or it can't be read or split.
    """
    progress = progress or _no_progress
    source = recipe.source
    if source is None:
        raise DataError(
            "The project has no data yet",
            "",
            "Choose a data source on the Data stage",
            code="data.no_source",
        )
    with listed_once(progress):
        result = _found_or_made(source, recipe, base_dir, progress)
    progress(1.0, "Data is ready")
    return result


def _found_or_made(source: Source, recipe: DataRecipe, base_dir: Path, progress: Progress) -> PreparedData:
    """The data of a recipe with this source, from memory where it is there."""
    source_key = _source_key(source, base_dir)
    loaded = _entry(source_key)
    while not loaded.lock.acquire(timeout=0.1):
        progress(0.0, f"Waiting for {source.describe()}")
    try:
        if loaded.raw is None:
            raw = source.load(lambda done, text: progress(0.8 * done, text), base_dir)
            check_inputs(raw)
            loaded.digest = raw.digest or content_digest(raw)
            loaded.raw = raw
        key = json.dumps({**recipe.preparation(), "source": None}, sort_keys=True)
        if key not in loaded.prepared:
            loaded.prepared[key] = _prepare(
                loaded.raw, loaded.digest, recipe, lambda done, text: progress(0.8 + 0.2 * done, text)
            )
        loaded.prepared.move_to_end(key)
        while len(loaded.prepared) > _RECIPES_KEPT:
            loaded.prepared.popitem(last=False)
        return loaded.prepared[key]
    except BaseException:
        if loaded.raw is None:
            _drop(source_key, loaded)
        raise
    finally:
        loaded.lock.release()


def prepare_raw(raw: RawData, recipe: DataRecipe, progress: Progress | None = None) -> PreparedData:
    """As ``prepare``, for arrays that are in memory already; the recipe's source is not looked at, nothing is kept."""
    check_inputs(raw)
    return _prepare(raw, raw.digest or content_digest(raw), recipe, progress or _no_progress)


def prepare_beginning(raw: RawData, recipe: DataRecipe) -> PreparedData:
    """As ``prepare_raw``, for the first samples of data that are only looked at: few are enough, and all are to train on.

    Raises ``DataError`` for what can't be shown, such as infinite numbers.
    """
    check_inputs(raw)
    alone = recipe.updated(split=SplitRecipe(validation=0.0, test=0.0, stratified=False, given=False))
    return _prepare(raw, "", alone, _no_progress, check=False)


def forget_prepared() -> None:
    """Lets go of all data that is kept in memory."""
    forget_table()
    with _cache_lock:
        _cache.clear()


def content_digest(raw: RawData) -> str:
    """A hash of all that the arrays hold, their names and meaning; the same on every machine."""
    digest = hashlib.blake2b(digest_size=16)

    def add(about: object, values: Array) -> None:
        digest.update(json.dumps([about, values.dtype.str.lstrip("<>|="), values.shape]).encode())
        little = np.ascontiguousarray(values, dtype=values.dtype.newbyteorder("<"))
        digest.update(little.reshape(-1).view(np.uint8).data)

    for name, part in sorted(raw.inputs.items()):
        about: list[object] = ["input", name, part.kind, part.columns]
        if part.gaps or part.mask:
            about += [part.gaps, part.mask, part.padding]
        if part.given_tokens:
            about.append("tokens")
        if part.kind == "text":
            digest.update(json.dumps([about, len(part.values)]).encode())
            for text in part.values.tolist():
                plain = printable(text).encode("utf-8")
                digest.update(len(plain).to_bytes(8, "little") + plain)
            continue
        about += [part.categories] if part.categories else []
        add([*about, part.booleans] if part.booleans else about, part.values)
    for name, target in sorted(raw.targets.items()):
        about = ["target", name, target.task, target.classes, target.names]
        add([*about, target.input] if target.input else about, target.values)
    for name, indexes in sorted(raw.given.items()):
        add(["given", name], indexes)
    if raw.weights is not None:
        # Groups and times matter for the parts alone, which a fingerprint holds beside this.
        add(["weights"], raw.weights)
    return digest.hexdigest()


def _no_progress(done: float, text: str) -> None:
    pass


def _source_key(source: Source, base_dir: Path) -> str:
    files = []
    for path in source.files(base_dir):
        try:
            stat = path.stat()
        except FileNotFoundError:
            # Loading tells what is missing; nothing is kept under this key then.
            files.append([str(path), -1, -1])
        except OSError as error:
            raise unreadable(path, error) from error
        else:
            files.append([str(path), stat.st_size, stat.st_mtime_ns])
    return json.dumps([source.dump(), files, source.stamp(base_dir)], sort_keys=True)


def _entry(key: str) -> _Loaded:
    with _cache_lock:
        entry = _cache.setdefault(key, _Loaded())
        _cache.move_to_end(key)
        while len(_cache) > _SOURCES_KEPT:
            _cache.popitem(last=False)
        return entry


def _drop(key: str, entry: _Loaded) -> None:
    with _cache_lock:
        if _cache.get(key) is entry:
            del _cache[key]


def _prepare(raw: RawData, digest: str, recipe: DataRecipe, progress: Progress, *, check: bool = True) -> PreparedData:
    progress(0.0, "Splitting")
    if check:
        check_targets(autoencoding(raw) if recipe.predict == "input" else raw)
    raw, dropped = clean_rows(raw, recipe.cleaning)
    count = len(next(iter(raw.targets.values())).values)
    classed = next((t for t in raw.targets.values() if t.task in ("classification", "multi_label")), None)
    if recipe.predict == "input":
        raw = autoencoding(raw)
    kept, lost = kept_samples(raw, recipe.excluded)
    if raw.windows is not None:
        divided = Split(*split_windows(recipe.split, raw.windows, kept))
        parts = divided.parts
    else:
        divided = split(
            recipe.split,
            len(kept),
            narrowed(classed.values if classed else None, kept),
            given_among(raw.given, kept, count),
            classed.classes if classed else (),
            groups=narrowed(raw.groups, kept),
            order=narrowed(raw.order, kept),
        )
        parts = widened(divided.parts, kept)
    train = parts["train"]
    raw = apart(interpolated(raw, train, recipe.cleaning), train, recipe.cleaning)
    raw, unseen = seen_categories(raw, train)
    notices: list[Notice] = [*raw.notices, *dropped, *lost, *unseen, *divided.notices, *straddling(raw, parts)]
    for target in raw.targets.values():
        notices += target_notices(target, train)
        notices += leaks(raw, target, train)

    texts = [n for n, part in raw.inputs.items() if part.kind == "text"]

    def tick(done: float) -> None:
        words = (
            "Learning the vocabulary from the training part" if texts else "Learning the scales from the training part"
        )
        progress(0.1 + (0.5 if texts else 0.9) * done, words)

    meaning = hashlib.blake2b(digest.encode(), digest_size=16)
    meaning.update(json.dumps([recipe.scaling, recipe.target_scaling]).encode())
    if recipe.predict == "input":
        meaning.update(b"input")
    if unseen:
        meaning.update(json.dumps([n.values for n in unseen]).encode())
    if any(part.categories for part in raw.inputs.values()):
        meaning.update(recipe.cleaning.meaning().encode())
    if texts:
        meaning.update(recipe.text.model_dump_json().encode())
    for name, indexes in sorted(parts.items()):
        meaning.update(f"{name} {len(indexes)}".encode() + indexes.astype("<i8").tobytes())
    fingerprint = meaning.hexdigest()
    # Sources that know their digest lie on the disk: looking through all of it again at every start would take long.
    preprocess = learnt_before(fingerprint) if raw.digest or (texts and digest) else None
    if preprocess is None:
        learnt = {
            name: learn_text_input(part, train, recipe.text, tick)
            if part.kind == "text"
            else learn_input(part, train, recipe.scaling, tick, recipe.cleaning)
            for name, part in raw.inputs.items()
        }
        preprocess = Preprocess(
            inputs=learnt,
            targets={
                name: learn_tags(part, train, learnt)
                if part.task == "tagging"
                else learn_target(part, train, recipe.target_scaling)
                for name, part in raw.targets.items()
            },
            fingerprint=fingerprint,
        )
        if raw.digest or (texts and digest):
            remember_learnt(preprocess)
    numbers: dict[str, EncodedTexts] = {}
    for place, text_input in enumerate(texts):

        def numbering(done: float, place: int = place) -> None:
            progress(0.6 + 0.4 * (place + done) / len(texts), "Cutting texts into tokens")

        how = preprocess.inputs[text_input].text
        assert how is not None  # texts are learnt that way
        key = f"{digest} {text_input}" if digest else ""
        numbers[text_input] = encoded(raw.inputs[text_input].values, how, key, numbering)
    for goal, target in raw.targets.items():
        if target.task == "tagging":
            notices += tag_notices(target, parts, preprocess.targets[goal])
    facts = with_ranges(preprocess.facts(), raw.targets)
    return PreparedData(raw, facts, parts, preprocess, fingerprint, tuple(notices), numbers)
