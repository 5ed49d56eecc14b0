"""Arrays kept on the disk: found again, never half, never more than the limit."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.cache import ArrayCache, CacheSettings
from workbench.engine.errors import DataError


def keep(cache: ArrayCache, key: str, count: int = 10, fill: int = 7) -> None:
    with cache.begin(count * 4) as writer:
        writer.add("pictures", (count, 2, 2), "u1")[:] = fill
        writer.commit(key, {"n": count})


def test_an_entry_comes_back_read_only_and_with_what_was_written_about_it(tmp_path):
    cache = ArrayCache(tmp_path)
    assert cache.find("aa") is None
    keep(cache, "aa")
    found = ArrayCache(tmp_path).find("aa")
    values = found.arrays["pictures"]
    assert values.shape == (10, 2, 2) and values.dtype == np.uint8 and (values == 7).all() and found.about == {"n": 10}
    with pytest.raises(ValueError, match="read-only"):
        values[0] = 1


def test_an_array_can_be_shortened_before_it_is_kept(tmp_path):
    cache = ArrayCache(tmp_path)
    with cache.begin(40) as writer:
        writer.add("pictures", (10, 2, 2), "u1")[:3] = 5
        writer.shorten("pictures", 3)
        made = writer.commit("aa", {})
    assert made.arrays["pictures"].shape == (3, 2, 2) and (made.arrays["pictures"] == 5).all()
    assert (tmp_path / "aa" / "pictures.bin").stat().st_size == 12


def test_what_is_given_up_leaves_nothing(tmp_path):
    cache = ArrayCache(tmp_path)
    with pytest.raises(KeyboardInterrupt), cache.begin(40) as writer:
        writer.add("pictures", (10, 2, 2), "u1")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_killed_process_leaves_no_entry_and_its_rest_is_swept_away(tmp_path):
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom workbench.engine.data.cache import ArrayCache\n"
        "with ArrayCache(Path(sys.argv[1])).begin(400) as writer:\n"
        "    writer.add('pictures', (100, 2, 2), 'u1')[:50] = 1\n    print('half', flush=True)\n    time.sleep(60)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "half\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    cache = ArrayCache(tmp_path)
    assert cache.find("aa") is None and len(list(tmp_path.iterdir())) == 1
    keep(cache, "aa")
    assert [p.name for p in tmp_path.iterdir()] == ["aa"]


@pytest.mark.parametrize("damage", ["short", "long", "about", "gone", "no about"])
def test_an_entry_that_was_damaged_is_made_anew(tmp_path, damage):
    cache = ArrayCache(tmp_path)
    keep(cache, "aa")
    numbers, about = tmp_path / "aa" / "pictures.bin", tmp_path / "aa" / "about.json"
    if damage == "short":
        os.truncate(numbers, 39)
    elif damage == "long":
        numbers.write_bytes(b"0" * 41)
    elif damage == "about":
        about.write_text("{")
    else:
        (numbers if damage == "gone" else about).unlink()
    assert cache.find("aa") is None and not (tmp_path / "aa").exists()
    keep(cache, "aa", fill=3)
    assert (cache.find("aa").arrays["pictures"] == 3).all()


def test_numbers_that_a_power_cut_kept_from_the_disk_are_noticed_after_the_restart(tmp_path, monkeypatch):
    cache = ArrayCache(tmp_path)
    keep(cache, "aa")
    keep(cache, "bb")
    (tmp_path / "bb" / "pictures.bin").write_bytes(bytes(40))
    monkeypatch.setattr("psutil.boot_time", lambda: time.time() + 1000)
    assert cache.find("aa") is not None and cache.find("bb") is None
    (tmp_path / "aa" / "pictures.bin").write_bytes(bytes(40))
    assert cache.find("aa") is not None, "checked once, not at every start"


def test_another_format_of_entry_is_not_taken(tmp_path):
    cache = ArrayCache(tmp_path)
    keep(cache, "aa")
    about = tmp_path / "aa" / "about.json"
    about.write_text(json.dumps(json.loads(about.read_text()) | {"format": 99}))
    assert cache.find("aa") is None


def test_the_entries_used_longest_ago_go_first(tmp_path):
    cache = ArrayCache(tmp_path, limit=3500)
    for number, key in enumerate(("aa", "bb", "cc")):
        keep(cache, key, 250)
        os.utime(tmp_path / key / "about.json", (number, number))
    assert cache.find("aa") is not None
    before = cache.size()
    keep(cache, "dd", 250)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["aa", "cc", "dd"]
    assert 3000 < before <= 3500 and cache.size() <= 3500


def test_the_newest_stays_even_when_it_alone_is_over_the_limit(tmp_path):
    cache = ArrayCache(tmp_path, limit=100)
    keep(cache, "aa", 10)
    keep(cache, "bb", 1000)
    assert [p.name for p in tmp_path.iterdir()] == ["bb"]


def test_the_first_of_two_writers_of_a_key_wins(tmp_path):
    cache = ArrayCache(tmp_path)
    with cache.begin(40) as writer:
        writer.add("pictures", (10, 2, 2), "u1")[:] = 1
        keep(cache, "aa", fill=2)
        made = writer.commit("aa", {})
    assert (made.arrays["pictures"] == 2).all() and len(list(tmp_path.iterdir())) == 1


def test_an_entry_in_use_outlives_its_deletion(tmp_path):
    cache = ArrayCache(tmp_path)
    keep(cache, "aa")
    values = cache.find("aa").arrays["pictures"]
    cache.clear()
    assert cache.size() == 0 and (values == 7).all()


def test_more_than_the_disk_holds_and_a_folder_that_cannot_be_written_are_told(tmp_path):
    with pytest.raises(DataError, match=r"needs 1000000000\.0 GB on the disk"):
        ArrayCache(tmp_path).begin(10**18)
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="cannot be written"):
        ArrayCache(tmp_path / "file").begin(1)


def test_finding_counts_as_use(tmp_path):
    cache = ArrayCache(tmp_path)
    keep(cache, "aa")
    about = tmp_path / "aa" / "about.json"
    os.utime(about, (1, 1))
    cache.find("aa")
    assert abs(about.stat().st_mtime - time.time()) < 60


def test_nothing_is_made_by_looking(tmp_path: Path):
    cache = ArrayCache(tmp_path / "nowhere")
    assert cache.find("aa") is None and cache.size() == 0
    assert not (tmp_path / "nowhere").exists()


def test_the_limit_is_kept_beside_the_entries_and_damaged_settings_count_as_none(tmp_path):
    assert ArrayCache(tmp_path).limit == 10_000_000_000
    ArrayCache(tmp_path).change(CacheSettings(gigabytes=0.5))
    assert ArrayCache(tmp_path).limit == 500_000_000
    assert ArrayCache(tmp_path, limit=7).limit == 7
    (tmp_path / ".settings.json").write_text('{"gigabytes": -3}')
    assert ArrayCache(tmp_path).limit == 10_000_000_000
    assert ArrayCache(tmp_path).size() == 0
