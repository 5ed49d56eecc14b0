"""``python -m workbench.engine.study``: a child that does jobs; see ``worker``."""

from .worker import main

if __name__ == "__main__":
    main()
