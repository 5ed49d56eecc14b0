"""``check --data`` prints what the data doctor finds, and never changes the exit code."""

from __future__ import annotations

import json
from pathlib import Path

from commands import Run


def test_findings_are_printed_and_do_not_change_the_exit_code(run: Run, tmp_path: Path):
    lines = [f"{i * 37 % 101 / 7:.3f},{i % 5},{'ab'[i % 2]},{['no', 'yes'][i % 2]}" for i in range(80)]
    (tmp_path / "t.csv").write_text("\n".join(["size,kind,copy,sold", *lines]) + "\n")
    assert run("new", "--data", tmp_path / "t.csv", tmp_path / "t.nnwb").code == 0
    plain = run("check", tmp_path / "t.nnwb")
    assert plain.code == 0 and "doctor" not in plain.out
    shown = run("check", tmp_path / "t.nnwb", "--data")
    assert shown.code == 0
    assert "problem: A column that gives the answer away. 'copy' alone tells" in shown.out
    assert "    fix: Ignore copy" in shown.out and "The data doctor found 1 finding. It looked for " in shown.out
    events = [json.loads(line) for line in run("check", tmp_path / "t.nnwb", "--data", "--json").out.splitlines()]
    finding = next(e for e in events if e["event"] == "finding")
    assert finding["code"] == "doctor.leak" and finding["columns"] == ["copy"] and finding["fixes"] == ["Ignore copy"]
    examined = next(e for e in events if e["event"] == "examined")
    assert examined["findings"] == 1 and len(examined["looked"]) > 8
    assert events[-1]["event"] == "checked" and events[-1]["ok"]


def test_clean_data_says_so(run: Run, tmp_path: Path):
    assert run("new", "iris-mlp", tmp_path / "i.nnwb").code == 0
    shown = run("check", tmp_path / "i.nnwb", "--data")
    assert shown.code == 0 and "The data doctor found nothing. It looked for " in shown.out
