"""Training: from a ``RunSpec`` to events, curves and checkpoints.

Train a project in a thread and follow it, then look at what it left::

    from workbench.engine.runs.store import RunStore
    from workbench.engine.train.runner import ThreadRunner
    from workbench.engine.train.runspec import RunSpec

    runner = ThreadRunner(RunSpec(project=project, runs_dir=runs_dir_of(path), base_dir=path.parent))
    runner.start()
    for event in runner.follow():       # a window calls runner.drain() from a timer instead
        print(event.dump())             # runner.pause(), .resume() and .stop() work from any thread
    runner.join()

    store = RunStore(runs_dir_of(path))
    run = store.newest()                # RunInfo: state, epoch, metrics...; store.get("3") finds run 3
    steps, loss = store.series(run.id)["loss"]
    weights = store.weights_path(run.id, "best")
"""
