"""Makes the pictures of the README and the guide, from the real program.

    xvfb-run -s "-screen 0 1440x900x24" python docs/screenshots.py        (or on any desktop)

Opens the window on a starter project, edits, trains, evaluates and exports, and keeps a picture of each stage in ``docs/images``.
Settings, runs and files go to a temporary folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

IMAGES = Path(__file__).resolve().parent / "images"
SIZE = (1280, 800)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CONFIG", "CACHE", "STATE", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name.lower())
        return _Photographer(Path(folder)).run()


class _Photographer:
    def __init__(self, folder: Path) -> None:
        from workbench.engine.graph import edits
        from workbench.engine.project.samples import sample
        from workbench.ui import theme
        from workbench.ui.app import make_application
        from workbench.ui.main_window import MainWindow
        from workbench.ui.preferences import Preferences
        from workbench.ui.session import Session

        self.folder = folder
        self.edits, self.sample, self.theme = edits, sample, theme
        sys.setswitchinterval(0.001)
        self.app = make_application(sys.argv[:1])
        theme.apply("light")
        preferences = Preferences()
        # One thread, so that no picture tells of other programs that keep the machine busy.
        preferences.update(threads=1)
        self.session = Session(preferences)
        self.window = MainWindow(self.session)
        self.window.resize(*SIZE)
        self.window.show()
        IMAGES.mkdir(parents=True, exist_ok=True)

    def run(self) -> int:
        self.wait(self.window.isVisible)
        self.picture("welcome")
        self.importing()
        self.open("docstrings-cnn")
        self.tabs("tokens", "TokensPage")
        self.tagging()
        self.forecast()
        self.open("digits-cnn")
        self.window.go_to("data")
        self.picture("data")
        self.augmentation()
        self.window.go_to("model")
        self.theme.apply("dark")
        self.picture("model-dark")
        self.theme.apply("light")
        self.picture("model")
        self.problem()
        self.train()
        self.evaluate("evaluate")
        self.export()
        self.open("diabetes-mlp")
        self.train(picture=False)
        self.evaluate("regression")
        self.window.close()
        return 0

    def open(self, sample: str) -> None:
        path = self.folder / f"{sample}.nnwb"
        self.session.new(self.sample(sample).project(), saved=False)
        self.session.save(path)
        self.window.go_to("model")
        self.wait(lambda: self.session.data_state == "ready")

    def importing(self) -> None:
        """A table of rentals with a column that is only known afterwards and a line that does not fit."""
        import numpy as np

        random = np.random.default_rng(3)
        rows = ["day,season,temperature,humidity,workday,members,rentals"]
        for day in range(1, 400):
            temperature = 12 - 11 * np.cos(day / 58) + random.normal(0, 3)
            members = round(180 + 22 * temperature + random.normal(0, 25))
            season = ("winter", "spring", "summer", "autumn")[day // 91 % 4]
            humidity = "" if day % 23 == 0 else round(random.uniform(30, 95))
            workday = "no" if day % 7 > 4 else "yes"
            rows.append(f"{day},{season},{temperature:.1f},{humidity},{workday},{members},{round(1.18 * members + 40)}")
        rows[70] = "70,spring,broken off"
        path = self.folder / "bike rentals.csv"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        self.window.importing.start(path)
        page = self.window.importing.page
        self.wait(lambda: page.work.proposal)
        self.picture("import")
        page.create.click()
        self.tabs("doctor", "DoctorPage", lambda tab: tab.diagnosis)
        self.tabs("target", "RelationsPage")
        self.balance()

    def tagging(self) -> None:
        """A few epochs, so that there are wrong tokens to be seen, and a line of code that is typed."""
        from workbench.engine.project.settings import apply_settings

        self.open("code-tags")
        self.session.document.edit("Fewer epochs", lambda project: apply_settings(project, ("training.epochs=3",)))
        self.train(picture=False)
        self.evaluate("tagging", typed="def area ( width , height = 2.5 ) :")

    def forecast(self) -> None:
        """Months of sales, with a season and a trend: the table and its windows."""
        import numpy as np

        random = np.random.default_rng(5)
        rows = ["month,sales,visitors"]
        for month in range(180):
            season = 1 + 0.25 * np.sin(month * np.pi / 6) + random.normal(0, 0.04)
            sales = (200 + 1.5 * month) * season
            rows.append(f"{2008 + month // 12}-{month % 12 + 1:02d},{sales:.0f},{sales * random.normal(4, 0.2):.0f}")
        path = self.folder / "sales.csv"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        self.window.importing.start(path)
        page = self.window.importing.page
        self.wait(lambda: page.work.proposal)
        page.create.click()
        self.tabs("series", "SeriesView")

    def tabs(self, name: str, page: str, there: Callable[[QWidget], object] = bool) -> None:
        """A tab of the Data stage, by the name of its class, once what it shows is there."""
        from workbench.ui.data.stage import DataStage

        self.window.go_to("data")
        self.wait(lambda: self.session.data_state == "ready")
        content = self.window.findChild(DataStage).content
        tab = next(p for p in content.pages if type(p).__name__ == page)
        content.tabs.setCurrentWidget(tab)
        self.wait(lambda: there(tab))
        self.picture(name)

    def balance(self) -> None:
        """Few of one class: what balance makes of the counts."""
        from workbench.ui.data.stage import DataStage

        stage = self.window.findChild(DataStage)
        self.open("breast-cancer-logistic")
        self.session.document.edit("Balance", lambda p: p.updated(data=p.data.updated(balance={"kind": "smote"})))
        self.window.go_to("data")
        self.wait(lambda: self.session.data_state == "ready")
        stage.settings.scroll_to(stage.settings.balance)
        self.picture("balance")

    def augmentation(self) -> None:
        """A digit as training sees it, 24 times."""
        from workbench.ui.data.stage import DataStage

        stage = self.window.findChild(DataStage)
        stage.settings.augment.use_preset("medium")
        stage.content.samples.select(3)
        stage.content.tabs.setCurrentWidget(stage.content.preview)
        self.wait(lambda: stage.content.preview.draws.pictures)
        stage.settings.scroll_to(stage.settings.augment)
        self.picture("augmentation")
        stage.content.tabs.setCurrentIndex(0)
        self.session.document.undo()

    def problem(self) -> None:
        """A network that lacks its Flatten, with the buttons that mend it."""
        document = self.session.document
        flatten = next(n.id for n in document.graph.nodes if n.layer.kind == "flatten")
        document.edit_graph("Remove Flatten", lambda g: self.edits.remove_nodes(g, [flatten], bridge=True))
        dense = next(n.id for n in document.graph.nodes if n.layer.kind == "dense")
        self.window.stage("model").show_node(dense)
        self.picture("problem")
        document.undo()

    def train(self, *, picture: bool = True) -> None:
        self.window.go_to("train")
        self.wait(lambda: self.session.can_train)
        self.session.train()
        if picture:
            self.wait(lambda: self.session.run_state == "running" and self.session.progress.epoch >= 2, 300)
            self.picture("train")
        self.wait(lambda: self.session.run_state == "idle", 300)

    def evaluate(self, name: str, typed: str = "") -> None:
        from PySide6.QtWidgets import QWidget

        self.window.go_to("evaluate")
        stage = self.window.stage("evaluate")
        self.pause(0.5)
        stage.evaluate()
        self.wait(lambda: any(w.isVisible() for w in stage.findChildren(QWidget, "evaluate_headline")), 120)
        if typed:
            stage.predict.text.set_text(typed)
            stage.predict.predict_row()
            self.wait(stage.predict.answer.isVisible)
        self.picture(name)

    def export(self) -> None:
        self.window.go_to("export")
        stage = self.window.stage("export")
        self.pause(0.5)
        stage.export()
        self.wait(lambda: any(self.folder.glob("*.onnx")), 120)
        self.picture("export")

    def picture(self, name: str) -> None:
        self.pause(1.0)
        self.window.grab().save(str(IMAGES / f"{name}.png"))
        print(f"docs/images/{name}.png")

    def wait(self, condition: Callable[[], object], seconds: float = 30) -> None:
        from PySide6.QtCore import QDeadlineTimer

        deadline = QDeadlineTimer(int(seconds * 1000))
        while not condition():
            if deadline.hasExpired():
                raise TimeoutError("the program did not get there in time")
            self.pause(0.05)

    def pause(self, seconds: float) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()


if __name__ == "__main__":
    sys.exit(main())
