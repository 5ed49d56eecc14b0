"""One of several processes that train together, for ``test_train_team.py``: runs the specs of a file one after the other.

Called as: python team_process.py JOBS.json RANK SIZE. Each job tells the run's spec, the port to meet at, and after how many
epochs the first process asks to stop, to pause for a moment, or to change a setting, or which process is killed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from pathlib import Path


def main() -> None:
    jobs, rank, size = json.loads(Path(sys.argv[1]).read_text()), int(sys.argv[2]), int(sys.argv[3])
    os.environ |= {"MASTER_ADDR": "127.0.0.1", "OMP_NUM_THREADS": "1"}
    from workbench.engine.train.control import Control
    from workbench.engine.train.place import Place
    from workbench.engine.train.run import run
    from workbench.engine.train.runspec import RunSpec

    place = Place(rank, size, rank, size)
    for job in jobs:
        os.environ["MASTER_PORT"] = str(job["port"])
        control = Control()
        said = []
        for event in run(RunSpec.model_validate(job["spec"]), control, place=place):
            said.append(event.dump())
            asked = job.get("after", {}).get(str(event.epoch)) if event.event == "epoch_done" and rank == 0 else None
            if asked == "stop":
                control.stop()
            elif asked == "pause":
                control.pause()
                threading.Timer(3.0, control.resume).start()
            elif asked is not None:
                control.change(*asked)
            elif event.event == "epoch_done" and job.get("dies") == [rank, event.epoch]:
                os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
        Path(job["said"] + f".{rank}").write_text(json.dumps(said))


if __name__ == "__main__":
    main()
