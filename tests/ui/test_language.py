"""The window in Chinese, and the translations that make it so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
import texts
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

import translations
from workbench.engine.data.sources.recognise import candidates
from workbench.engine.data.sources.text import TextSource
from workbench.engine.errors import DataError
from workbench.engine.graph import edits
from workbench.engine.project.samples import sample
from workbench.ui import language
from workbench.ui.main_window import MainWindow
from workbench.ui.preferences import Preferences
from workbench.ui.preferences_dialog import PreferencesDialog
from workbench.ui.session import Session

HAN = re.compile(r"[一-鿿]")
COMMAND = (
    "run: python tools/translations.py, translate what it lists in translations/workbench_zh_CN.ts, and run it again"
)


@pytest.fixture
def chinese(qapp) -> Iterator[None]:
    language.install("zh_CN")
    yield
    language.remove()


@pytest.fixture(scope="module")
def entries() -> list[texts.Text]:
    return texts.all_texts()


@pytest.fixture(scope="module")
def translated() -> dict[translations.Key, str]:
    return translations.read()


# The files


def test_every_text_is_translated(entries, translated):
    missing = [f"{t.context}: {t.source!r} ({t.place})" for t in translations.missing(entries, translated)]
    assert not missing, f"texts without a translation; {COMMAND}:\n" + "\n".join(missing)


def test_nothing_that_is_gone_is_kept(entries, translated):
    gone = set(translated) - {(t.context, t.source) for t in entries}
    assert not gone, f"translations of texts that are no longer there; {COMMAND}: {sorted(gone)}"


def test_placeholders_agree(translated):
    differing = [
        k for k, text in translated.items() if translations.placeholders(k[1]) != translations.placeholders(text)
    ]
    assert not differing


def test_menu_letters_are_kept(translated):
    lost = [k for k, text in translated.items() if re.search(r"&\w", k[1]) and not re.search(r"&\w", text)]
    assert not lost


def test_the_program_carries_the_newest_translations(translated, tmp_path):
    assert translations.JSON.read_text("utf-8") == translations.engine_json(translated), COMMAND
    if translations.lrelease() is None:
        pytest.skip("pyside6-lrelease is not installed")
    fresh = tmp_path / "fresh.qm"
    translations.compile_qm(fresh, translated)
    carried, built = QTranslator(), QTranslator()
    assert carried.load(str(translations.QM)) and built.load(str(fresh))
    keys = [key for key in translated if key[0] != translations.ENGINE]
    differing = [k for k in keys if carried.translate(*k) != built.translate(*k)]
    assert not differing, COMMAND
    assert all(built.translate(*k) for k in keys)


def test_a_template_tells_no_more_than_its_own_sentence(translated):
    """Every template, filled in, is recognised as itself and not as a broader one."""
    found = language.Templates.read("zh_CN")
    for context, source in translated:
        if context == translations.ENGINE and "{" in source:
            names = [p[1:-1] for p in translations.placeholders(source)]
            values = {name: f"v{i}" for i, name in enumerate(dict.fromkeys(names))}
            said = found.text(source.format(**values))
            wanted = translated[context, source].format(**values)
            same_words = [_filled(translated[k], values) for k in translated if _alike(k[1], source)]
            assert said in {wanted, *same_words}, source


def _filled(text: str, values: dict[str, str]) -> str:
    """The values in order, whatever the places are called."""
    order = iter(values.values())
    return re.sub(r"\{\w+\}", lambda _: next(order, ""), text)


def _alike(one: str, other: str) -> bool:
    return re.sub(r"\{\w+\}", "{}", one) == re.sub(r"\{\w+\}", "{}", other)


# The language


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        (["zh_CN"], "zh_CN"),
        (["zh-SG"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW"], "en"),
        (["zh-HK"], "en"),
        (["de-DE", "zh-CN"], "zh_CN"),
        (["en-GB", "zh-CN"], "en"),
        (["de-DE"], "en"),
        ([], "en"),
    ],
)
def test_the_systems_language(wanted, spoken):
    assert language.language_of("system", wanted) == spoken


def test_a_choice_overrides_the_system():
    assert language.language_of("en", ["zh-CN"]) == "en"
    assert language.language_of("zh_CN", ["de-DE"]) == "zh_CN"


def test_english_unless_it_is_installed(window):
    assert language.current() == "en"
    assert window.rail.buttons["data"].accessibleName() == "Data, to do"
    assert language.told("needs a picture") == "needs a picture"


def test_chinese_and_back(qapp):
    assert language.install("zh_CN")
    assert QCoreApplication.translate("Rail", "ready") == "就绪"
    assert language.install("en") == []
    assert QCoreApplication.translate("Rail", "ready") == "ready"


def test_without_its_files_the_window_speaks_english(qapp, monkeypatch, tmp_path, caplog):
    monkeypatch.setattr(language, "resource", lambda name: tmp_path / name)
    try:
        language.install("zh_CN")
        assert QCoreApplication.translate("Rail", "ready") == "ready"
        assert language.told("needs a picture") == "needs a picture"
    finally:
        language.remove()
    assert "missing or damaged" in caplog.text


# What the engine says


def test_an_error_in_three_parts(chinese):
    error = DataError("The file 'a.npz' has no array called 'x'", "It holds y, z", "Choose another array")
    assert language.told(error) == "文件“a.npz”没有叫“x”的数组。它含有 y, z。选择另一个数组。"
    assert language.told(str(error)) == language.told(error)


def test_values_stay_as_they_are(chinese):
    assert "“needs a picture”" in language.told("The file 'needs a picture' is empty")


def test_chinese_values_do_not_keep_a_sentence_english(chinese):
    shown = language.told("'编号' numbers the rows; it is ignored.")
    assert "编号" in shown and "numbers the rows" not in shown


def test_what_is_unknown_stays_english(chinese):
    assert language.told("Nobody has ever said this before.") == "Nobody has ever said this before."
    error = DataError("Nobody has ever said this before", "", "Choose another array")
    assert language.told(error) == "Nobody has ever said this before. 选择另一个数组。"


def test_how_texts_were_read_is_told_whole(chinese, tmp_path):
    rows = "".join(f"the early bird catches the worm {k}\t{k % 2}\n" for k in range(40))
    for name in ("train.txt", "test.txt"):
        (tmp_path / name).write_text(rows, "utf-8")
    (tmp_path / "classes.txt").write_text("good\nbad\n", "utf-8")
    raw = TextSource(path=str(tmp_path)).load(lambda done, text: None)
    told = language.told(raw.note)
    assert told == "来自 train.txt, test.txt 的 80 段文本，读取方式：UTF-8 表格，无表头，类别名称取自 classes.txt"


def test_why_a_file_is_taken_as_what_it_is_is_told(chinese, tmp_path):
    (tmp_path / "a.arff").write_text("@relation r\n@attribute a numeric\n@data\n1\n2\n", "utf-8")
    assert language.told(candidates(tmp_path / "a.arff")[0].why) == "ARFF 文件"


def test_what_is_translated_already_is_left_alone(chinese):
    assert language.told("请先选择数据。") == "请先选择数据。"


# The window


@pytest.fixture
def chinese_window(chinese, session: Session, qtbot) -> Iterator[MainWindow]:
    window = MainWindow(session)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: all(window.stage_made(key) for key in window.stage_keys))
    yield window
    window.leaving.may_close = True
    window.close()
    window.deleteLater()


def test_the_window_speaks_chinese(chinese_window, session, qtbot):
    window = chinese_window
    assert window.rail.buttons["train"].accessibleName().startswith("训练")
    titles = [action.text() for action in window.findChild(object, "menu_bar").actions()]
    assert len(titles) == 5 and all(HAN.search(title) for title in titles)
    assert window.actions_set.by_id["file.save"].text() == "保存"

    session.new(sample("digits-cnn").project(), saved=False)
    qtbot.waitUntil(lambda: session.data_state == "ready")
    window.go_to("model")
    document, stage = session.document, window.stage("model")
    palette = stage.findChild(object, "palette_layers")
    assert "Dense 全连接" in {item.text(0) for item in palette.layer_items()}
    flatten = next(n.id for n in document.graph.nodes if n.layer.kind == "flatten")
    dense = next(n.id for n in document.graph.nodes if n.layer.kind == "dense")
    document.edit_graph("", lambda g: edits.remove_nodes(g, [flatten], bridge=True))
    stage.show_node(dense)
    inspector = stage.findChild(object, "inspector")
    qtbot.waitUntil(lambda: bool(inspector.findChildren(QPushButton, "fix_0")))
    assert stage.findChild(QLabel, "inspector_title").text() == "Dense 全连接"
    labels = {label.text() for label in inspector.findChildren(QLabel)}
    assert "单元数" in labels
    problem = inspector.findChild(QLabel, "problem_text").text()
    assert "需要展平的向量" in problem and "needs" not in problem
    assert inspector.findChild(QPushButton, "fix_0").text() == "插入 Flatten → 256"


def test_no_english_is_left_on_the_stages(chinese_window, session, qtbot):
    """Labels and buttons of every stage, apart from names that the field writes in Latin letters."""
    window = chinese_window
    session.new(sample("digits-cnn").project(), saved=False)
    qtbot.waitUntil(lambda: session.data_state == "ready")
    latin = re.compile(r"[A-Za-z]{3,}")
    names = {"ReLU", "CPU", "Workbench", "SHA-256", *(p for e in session.document.graph.nodes for p in (e.name,))}
    left = set()
    for key in window.stage_keys:
        window.go_to(key)
        for kind in (QLabel, QPushButton, QToolButton):
            for widget in window.findChildren(kind):
                text = re.sub(r"<[^>]*>", "", widget.text())
                if widget.isVisible() and latin.search(text) and not HAN.search(text) and text not in names:
                    left.add((key, widget.objectName(), text))
    code = {entry for entry in left if entry[1] in ("inspector_code", "project_title")}
    assert left - code == set()


def test_the_choice_takes_effect_at_the_next_start(qtbot, tmp_path, session):
    preferences = Preferences(tmp_path / "preferences.json")
    assert preferences.value.language == "system"
    dialog = PreferencesDialog(preferences, session.jobs, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.later.isVisible()
    dialog.form.edited.emit("language", "zh_CN")
    assert dialog.later.isVisible()
    assert json.loads((tmp_path / "preferences.json").read_text("utf-8"))["language"] == "zh_CN"
    assert Preferences(tmp_path / "preferences.json").value.language == "zh_CN"
    dialog.form.edited.emit("language", "en")
    assert not dialog.later.isVisible()
