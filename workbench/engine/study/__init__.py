"""What is done with many steps or many runs: estimates, the learning-rate finder, seeds, folds, and search.

Everything here trains in child processes, so that neither memory that runs out nor a crash reaches the program:

    for answer in answers(ProbeJob(spec=RunSpec(project=..., runs_dir=...))):   # in a thread of its own
        ...                                                                     # None now and then, at last the result
"""
