"""What keeps a recipe from training a network on its data: losses that don't suit the task, the target or the Output."""

from __future__ import annotations

from ..graph.data_checks import data_field
from ..graph.infer import Inference
from ..graph.model import Graph, Node
from ..graph.problems import Problem
from ..shapes import DataFacts, TargetFacts
from .losses import BinaryCrossEntropy, Cosine, CrossEntropy, Hinge, KLDivergence, Poisson, SquaredHinge
from .optimizers.rates import unusual_rate
from .recipe import Loss, TrainingRecipe


def recipe_problems(graph: Graph, inference: Inference, recipe: TrainingRecipe) -> tuple[Problem, ...]:
    """What can be said about a recipe and a network without data."""
    found: list[Problem] = []
    if graph.nodes and not inference.errors and inference.parameters == 0:
        found.append(
            Problem(
                "training.nothing_to_learn",
                "error",
                None,
                "The network has no weights to learn",
                "At least one layer must learn",
                "Insert a layer such as Dense",
            )
        )
    found += [*recipe.optimizer.problems(recipe), *unusual_rate(recipe)]
    if isinstance(recipe.loss, Hinge | SquaredHinge) and recipe.weight_decay == 0:
        found.append(
            Problem(
                "training.hinge_without_decay",
                "notice",
                None,
                "Nothing makes the margin wide: the loss is a hinge, and weight decay is 0",
                "A support vector machine has both",
                "Set weight decay above 0, such as 0.001",
            )
        )
    if recipe.micro_batch == 1:
        found += [_batch_of_one(node, recipe) for node in graph.nodes if _normalises_single_values(node, inference)]
    return tuple(found)


def _normalises_single_values(node: Node, inference: Inference) -> bool:
    spec = inference.nodes[node.id].output
    return node.layer.kind == "batch_norm" and spec is not None and spec.rank == 2


def _batch_of_one(node: Node, recipe: TrainingRecipe) -> Problem:
    whole = recipe.batch_size == 1
    return Problem(
        "training.batch_of_one",
        "error",
        node.id,
        f"{node.name} normalises over the batch, and a {'batch' if whole else 'micro-batch'} holds 1 sample",
        "It needs two or more to have a spread",
        "Set batch size to 2 or more, or replace it with LayerNorm"
        if whole
        else f"Set training.accumulation to {recipe.batch_size // 2} or less, or replace it with LayerNorm",
        brief="batch of one sample",
    )


def reconstruction_problems(
    graph: Graph, node: Node, loss: Loss, target: TargetFacts, facts: DataFacts, *, squashed: bool
) -> list[Problem]:
    """An input that does not enter, or a loss that does not go with the Output's activation or the data's scale."""
    taken = {data_field(graph, n) for n in graph.nodes if n.layer.kind == "input"}
    if target.input not in taken and not (len(facts.inputs) == 1 and "" in taken):
        return [
            Problem(
                "training.reconstruction_input",
                "error",
                node.id,
                f"{node.name} is to be '{target.input}' again, which no Input takes",
                "An autoencoder sees what it is to reconstruct",
                f"Add an Input with the data field '{target.input}'",
                brief="its input is missing",
                values={"input": target.input},
            )
        ]
    if isinstance(loss, BinaryCrossEntropy) and not target.unit:
        return [
            Problem(
                "training.loss_range",
                "error",
                node.id,
                f"The loss is {loss.title}, and '{target.input}' holds numbers outside 0 to 1 as it is scaled",
                "It compares shares between 0 and 1",
                "Set data.scaling to minmax for pictures, or the activation of the Output to none and the loss to Automatic",
                brief="data is not in 0 to 1",
                values={"loss": loss.kind, "input": target.input},
            )
        ]
    if isinstance(loss, BinaryCrossEntropy) != squashed:
        applied = "sigmoid" if squashed else "nothing"
        wanted = "none" if squashed else "sigmoid"
        return [
            Problem(
                "training.loss_activation",
                "error",
                node.id,
                f"The loss is {loss.title}, and {node.name} applies {applied} to its predictions",
                "Binary cross-entropy goes with sigmoid, every other loss without",
                f"Set the loss to Automatic, or the activation of {node.name} to {wanted}",
                brief="loss and activation differ",
                values={"loss": loss.kind, "activation": applied},
            )
        ]
    if isinstance(loss, BinaryCrossEntropy) and loss.label_smoothing:
        return [
            Problem(
                "training.smoothed_reconstruction",
                "warning",
                node.id,
                f"Label smoothing moves all of '{target.input}' towards one half, and {node.name} is to be it again",
                "It is for classes and labels",
                "Set label smoothing to 0",
                brief="smooths what is to be learnt",
            )
        ]
    return []


def loss_problems(node: Node, loss: Loss, target: TargetFacts, units: int, activation: str) -> list[Problem]:
    """What is wrong with a loss for the target of an Output with ``units`` numbers that ``activation`` is applied to."""
    if target.task not in loss.tasks:
        return [_wrong_task(node, loss, target)]
    if isinstance(loss, CrossEntropy) and units == 1:
        return [
            Problem(
                "training.loss_units",
                "error",
                node.id,
                f"The loss is {loss.title}, and {node.name} gets a single number for a sample",
                "It compares the numbers of two or more classes",
                "Set the loss to Automatic or Binary cross-entropy, or give the last layer "
                f"{len(target.classes)} units, one for each class",
                brief="one unit, many classes",
                values={"loss": loss.kind, "units": units},
            )
        ]
    unfit = _unfit_numbers(node, loss, target)
    if unfit is not None:
        return [unfit]
    if loss.link and activation != loss.link:
        applied = "nothing" if activation == "none" else activation
        return [
            Problem(
                "training.loss_activation",
                "error",
                node.id,
                f"The loss is {loss.title}, and {node.name} applies {applied} to its predictions",
                "It learns distances from the border between classes, which no activation turns into probabilities"
                if loss.link == "none"
                else "It learns logarithms of counts"
                if loss.link == "exp"
                else "It learns logarithms of shares",
                f"Set the activation of {node.name} to auto",
                brief="loss and activation differ",
                values={"loss": loss.kind, "activation": applied},
            )
        ]
    return []


def _wrong_task(node: Node, loss: Loss, target: TargetFacts) -> Problem:
    fitting = [m.title for k, m in Loss.members.items() if target.task in m.tasks and k != "auto"]
    holds = (
        f"{len(target.classes)} classes"
        if target.task == "classification"
        else f"{len(target.classes)} labels"
        if target.task == "multi_label"
        else f"'{target.input}' again"
        if target.task == "reconstruction"
        else f"{len(target.classes)} tags"
        if target.task == "tagging"
        else "numbers"
    )
    return Problem(
        "training.loss_task",
        "error",
        node.id,
        f"The loss is {loss.title}, and {node.name} predicts {holds}",
        f"For {target.task.replace('_', ' ')} there are {', '.join(fitting)}",
        "Set the loss to Automatic",
        brief="wrong loss",
        values={"loss": loss.kind, "task": target.task},
    )


def _unfit_numbers(node: Node, loss: Loss, target: TargetFacts) -> Problem | None:
    """Numbers that a loss of counts, shares or directions can't be for."""
    if isinstance(loss, Poisson | KLDivergence) and target.scaled:
        return Problem(
            "training.loss_scaled",
            "error",
            node.id,
            f"The loss is {loss.title}, and the numbers to predict are standardised",
            "It is for counts or shares as they are",
            "Set data.target_scaling to none",
            brief="target is scaled",
            values={"loss": loss.kind},
        )
    if isinstance(loss, Poisson) and target.lowest is not None and target.lowest < 0:
        return Problem(
            "training.loss_negative",
            "error",
            node.id,
            f"The loss is {loss.title}, and the numbers to predict go down to {target.lowest:.6g}",
            "It is for counts: 0 or more",
            "Set the loss to Automatic",
            brief="negative counts",
            values={"loss": loss.kind, "lowest": target.lowest},
        )
    if isinstance(loss, Cosine | KLDivergence) and target.width < 2:
        return Problem(
            "training.loss_width",
            "error",
            node.id,
            f"The loss is {loss.title}, and {node.name} predicts a single number",
            "It compares several numbers of a sample with each other",
            "Set the loss to Automatic",
            brief="needs several numbers",
            values={"loss": loss.kind},
        )
    if isinstance(loss, KLDivergence) and target.shares is False:
        return Problem(
            "training.loss_shares",
            "error",
            node.id,
            f"The loss is {loss.title}, and the numbers to predict are no shares",
            f"The {target.width} numbers of each sample must be 0 or more and add up to 1",
            "Set the loss to Automatic",
            brief="target is no shares",
            values={"loss": loss.kind, "width": target.width},
        )
    return None
