"""One class per mouse gesture: started, moved, finished, or cancelled by Esc."""

from .base import Gesture, Pointer
from .connect import ConnectGesture
from .drop import DropGesture
from .move import MoveGesture
from .pan import PanGesture
from .rubber_band import RubberBandGesture

__all__ = [
    "ConnectGesture",
    "DropGesture",
    "Gesture",
    "MoveGesture",
    "PanGesture",
    "Pointer",
    "RubberBandGesture",
]
