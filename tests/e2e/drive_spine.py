"""The whole way in a real window, told step by step. Run by ``test_spine.py``:

    python drive_spine.py first FOLDER      pick a sample, edit it with the mouse, train, evaluate, save, close
    python drive_spine.py again FOLDER      open the file, find everything there, export, close

Writes FOLDER/<part>.json: what was seen, or where the story ended and why.
"""

from __future__ import annotations

import json
import sys
import threading
import time
import traceback
from pathlib import Path

from canvas_tools import Canvas
from PySide6.QtCore import QPoint, QPointF, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from robot import Robot

from workbench.ui.app import run
from workbench.ui.main_window import MainWindow

EPOCHS = 6


class Story:
    """What both parts share."""

    def __init__(self, folder: Path, part: str) -> None:
        self.folder, self.part = folder, part
        self.file = folder / "我的 digits.nnwb"
        self.robot = Robot(folder / "pictures")
        self.seen: dict[str, object] = {}

    def tell(self) -> None:
        """Runs the part, writes what was seen, and closes the window as a user does."""
        try:
            self.robot.wait(lambda: self.window_or_none() is not None, "the window")
            self.window = self.window_or_none()
            self.session = self.window.session
            getattr(self, self.part)()
        except BaseException:
            self.seen["failed"] = traceback.format_exc()
            self.robot.picture(f"{self.part}-failed")
        (self.folder / f"{self.part}.json").write_text(json.dumps(self.seen), encoding="utf-8")
        if "failed" in self.seen:
            QApplication.exit(1)
        else:
            self.window.close()

    @staticmethod
    def window_or_none() -> MainWindow | None:
        return next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None)

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The visible widget of this name."""
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = [w for w in self.window.findChildren(kind, name) if w.isVisible()]
            return bool(found)

        self.robot.wait(look, f"a visible {name}", 10)
        return found[0]

    def text(self, name: str) -> str:
        return self.find(name, QLabel).text()

    def errors(self) -> list[str]:
        return [p.code for p in self.session.inference.errors]

    def go(self, stage: str) -> None:
        self.robot.click(self.find(f"rail_{stage}"))
        self.find(f"stage_{stage}")

    def on_canvas(self, at: QPoint) -> tuple[str, str]:
        return self.robot.place(self.canvas.view.viewport(), at)

    def open_canvas(self) -> None:
        self.find("stage_model")
        self.robot.wait(lambda: self.session.data_state == "ready", "the data")
        self.robot.pause(0.3)
        self.canvas = Canvas(self.window.stage("model"))

    # The first sitting

    def first(self) -> None:
        self.seen["torch_before_window"] = "torch" in sys.modules
        self.robot.click(self.find("sample_digits-cnn"))
        self.open_canvas()
        self.seen["nodes_at_first"] = len(self.canvas.graph.nodes)
        self.robot.picture("1-model")
        self.drag_in_and_connect()
        self.edit_and_undo()
        self.train()
        self.evaluate()
        self.robot.key("ctrl+s")
        self.robot.wait(lambda: self.dialog_field() is not None, "the save dialog")
        self.robot.key("ctrl+a")
        self.robot.type(str(self.folder / "digits.nnwb"))
        self.robot.key("Return")
        self.robot.wait((self.folder / "digits.nnwb").is_file, "the saved file")
        self.robot.wait(lambda: not self.session.document.modified, "nothing left to save")
        self.robot.picture("5-saved")

    def dialog_field(self) -> QLineEdit | None:
        dialog = QApplication.activeModalWidget()
        return dialog.findChild(QLineEdit) if dialog is not None else None

    def drag_in_and_connect(self) -> None:
        """A Dropout from the palette, connected by mouse between Flatten and Dense."""
        canvas, palette = self.canvas, self.window.stage("model").palette_panel.tree
        self.robot.click(canvas.view.viewport(), canvas.free())
        self.robot.key("f")
        item = next(i for i in palette.layer_items() if i.text(0) == "Dropout")
        palette.scrollToItem(item)
        self.robot.pause(0.2)
        start = self.robot.place(palette.viewport(), palette.visualItemRect(item).center())
        rect = canvas.scene.content_rect()
        target = canvas.to_view(QPointF(rect.left() + 560, rect.bottom() - 30))
        self.robot.drag(start, self.on_canvas(target))
        self.robot.wait(lambda: "dropout_1" in canvas.graph.by_name, "the dropped layer")
        self.robot.pause(0.3)
        self.seen["errors_when_dropped"] = self.errors()
        self.robot.picture("2-dropped")
        for source, goal in (("flatten_1", "dropout_1"), ("dropout_1", "dense_1")):
            self.robot.drag(self.on_canvas(canvas.port(source, "out")), self.on_canvas(canvas.port(goal, "in")))
            self.robot.wait(lambda s=source, g=goal: (s, g) in canvas.links(), f"the link {source} to {goal}")
            self.robot.pause(0.3)
        self.seen["errors_when_connected"] = self.errors()

    def edit_and_undo(self) -> None:
        """A wrong number of units shows as a problem in words; undo takes it back."""
        self.robot.drag(*[self.on_canvas(self.canvas.at("dense_1"))] * 2)
        field = self.find("field_units")
        self.robot.click(field)
        self.robot.key("ctrl+a")
        self.robot.type("7")
        self.robot.key("Return")
        self.robot.wait(self.errors, "a problem")
        self.seen["problem"] = [str(p) for p in self.session.inference.errors]
        self.seen["problem_shown"] = self.find("problem_text").isVisible()
        self.robot.picture("3-problem")
        self.robot.key("ctrl+z")
        self.robot.wait(lambda: not self.errors(), "the problem to be gone")

    def train(self) -> None:
        """Starts, sees the curve grow, pauses, resumes, and waits for the end."""
        self.go("train")
        field = self.find("field_epochs")
        self.robot.click(field)
        self.robot.key("ctrl+a")
        self.robot.type(str(EPOCHS))
        self.robot.key("Return")
        self.robot.wait(lambda: self.session.document.project.training.epochs == EPOCHS, "the number of epochs")
        self.robot.click(self.find("train_button"))
        self.robot.wait(lambda: self.session.run_state == "running", "the run to start", 60)
        self.robot.wait(lambda: self.drawn() > 20, "a curve", 60)
        self.robot.click(self.find("train_pause"))
        self.robot.wait(lambda: self.session.run_state == "paused", "the pause")
        self.robot.pause(0.5)
        paused = self.drawn()
        self.robot.pause(0.5)
        self.seen["grew_while_paused"] = self.drawn() - paused
        self.robot.picture("4-paused")
        self.robot.click(self.find("train_resume"))
        self.robot.wait(lambda: self.session.run_state == "idle", "the end of training", 180)
        self.robot.pause(0.5)
        self.seen["grew_after_pause"] = self.drawn() - paused
        self.seen["runs"] = [r.state for r in self.session.runs]
        self.robot.picture("4-trained")

    def drawn(self) -> int:
        """Points of the focused run's loss that the plot holds."""
        shown = [r for r in self.window.stage("train").curves.runs if r.focused]
        return len(shown[0].history.series["loss"]) if shown and "loss" in shown[0].history.series else 0

    def evaluate(self) -> None:
        self.go("evaluate")
        self.robot.click(self.find("evaluate_button", QPushButton))
        self.seen["test_accuracy"] = float(self.await_text("metric_accuracy_value").removesuffix("%")) / 100
        self.robot.picture("5-evaluated")

    def await_text(self, name: str) -> str:
        self.robot.wait(
            lambda: any(w.isVisible() and w.text() for w in self.window.findChildren(QLabel, name)), name, 60
        )
        return self.text(name)

    # The second sitting

    def again(self) -> None:
        self.robot.wait(lambda: self.session.document.path is not None, "the project")
        self.go("model")
        self.open_canvas()
        self.seen["nodes"] = sorted(n.name for n in self.canvas.graph.nodes)
        self.seen["epochs"] = self.session.document.project.training.epochs
        self.robot.picture("6-reopened")
        self.go("train")
        self.robot.wait(lambda: self.drawn() > 0, "the stored curve")
        self.seen["points"] = self.drawn()
        self.seen["steps"] = self.session.runs[0].step
        self.seen["runs"] = [r.state for r in self.session.runs]
        self.robot.picture("7-curves")
        self.go("export")
        self.robot.click(self.find("export_button"))
        self.robot.wait((self.folder / "digits.onnx").is_file, "the ONNX file", 90)
        self.find("export_certificate")
        self.robot.pause(0.5)
        self.robot.picture("8-exported")


def main() -> int:
    part, folder = sys.argv[1], Path(sys.argv[2])
    story = Story(folder, part)

    def begin() -> None:
        while QApplication.instance() is None or QApplication.closingDown():
            time.sleep(0.01)
        time.sleep(0.2)
        QTimer.singleShot(0, QApplication.instance(), story.tell)

    threading.Thread(target=begin, daemon=True).start()
    return run(folder / "digits.nnwb" if part == "again" else None)


if __name__ == "__main__":
    sys.exit(main())
