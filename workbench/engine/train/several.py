"""What several processes that train one network do otherwise if asked, as a value. No torch at import."""

from __future__ import annotations

from ..values import Param, Value


class Several(Value):
    """Choices that count only where several processes train together; one process alone goes by none of them."""

    sync_batch_norm: bool = Param(
        False,
        label="Batch norm over all",
        help="Batch norm takes its means over the samples of all processes, as one process would: results no longer depend on "
        "their number. Each such layer then waits for the others twice in a step. Of no use without batch norm.",
        phrase="batch norm over all processes",
    )
    shard_weights: bool = Param(
        False,
        label="Divide the weights",
        help="Each process keeps only its share of weights, gradients and the optimiser's numbers (FSDP), and borrows a layer's "
        "weights while it computes it: for networks too large for one GPU. The curve is the same; steps take longer, and "
        "layers are not looked into for health.",
        phrase="weights divided among processes",
    )
