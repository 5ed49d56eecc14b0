"""L-BFGS, for small problems whose samples fit one batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from ...errors import TrainingError
from ...values import Param, register
from ..recipe import Optimizer
from .groups import grouped, members

if TYPE_CHECKING:
    import torch

    from ..recipe import Parameters


@register("lbfgs")
class LBFGS(Optimizer):
    """Learns the curvature of the loss from its last steps and searches along each direction: few, dear, exact steps.

    For small networks on small data: one step measures the loss of a batch up to ``evaluations`` times, and remembers ``history`` times two copies of the weights. It trusts the
    loss to be the same function from step to step, so that a batch should hold all training samples. Source: Liu and Nocedal 1989,
    https://doi.org/10.1007/BF01589116
    """

    title = "L-BFGS"
    usual = (0.1, 1.0)
    iterations: Annotated[int, Field(ge=1, le=1000)] = Param(20, help="Directions that one step follows at most.")
    history: Annotated[int, Field(ge=1, le=1000)] = Param(
        10, help="Past directions it learns the curvature from; each costs two copies of the weights in memory."
    )
    line_search: Literal["strong_wolfe", "none"] = Param(
        "strong_wolfe",
        help="Searches along each direction for a step that lowers the loss enough; none takes the learning rate as it is.",
        words={"strong_wolfe": "strong Wolfe", "none": "none"},
        advanced=True,
    )
    evaluations: Annotated[int, Field(ge=1, le=10_000)] = Param(
        25, help="Times that one step measures the loss at most.", advanced=True
    )

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``LBFGSStep``, whose ``step`` needs a closure that measures the loss anew.

        Raises ``TrainingError`` for groups with learning rates of their own, which it can't have.
        """
        from .lbfgs_step import LBFGSStep

        groups = grouped(parameters, learning_rate)
        if any(g["lr_factor"] != 1.0 for g in groups):
            raise TrainingError(
                "L-BFGS can't give layers learning rates of their own",
                "It searches along one direction for all weights together",
                "Take the layers' learning rates away, or choose another optimiser",
                code="training.lbfgs_layers",
            )
        decays = [float(g.get("weight_decay", weight_decay)) for g in groups for _ in g["params"]]
        return LBFGSStep(
            list(members(groups)),
            decays,
            lr=learning_rate,
            max_iter=self.iterations,
            max_eval=self.evaluations,
            history_size=self.history,
            line_search_fn="strong_wolfe" if self.line_search == "strong_wolfe" else None,
        )
