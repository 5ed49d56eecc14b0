"""Changes of pictures (N, C, H, W) from 0 to 1 that no matrix can do: sharpness, fewer tones, stretched and evened tones.

They are defined as in Pillow, which AutoAugment and its successors use.
"""

from __future__ import annotations

import torch
from torch.nn.functional import conv2d, pad

LEVELS = 256


def sharpen(pictures: torch.Tensor, factor: torch.Tensor) -> torch.Tensor:
    """factor * picture + (1 - factor) * the smoothed picture, for factors (N,); the outermost pixels stay."""
    height, width = pictures.shape[2:]
    if min(height, width) < 3:
        return pictures
    kernel = pictures.new_ones((3, 3))
    kernel[1, 1] = 5.0
    flat = pictures.reshape(-1, 1, height, width)
    smooth = conv2d(flat, (kernel / 13.0).view(1, 1, 3, 3)).view(*pictures.shape[:2], height - 2, width - 2)
    difference = pad(pictures[:, :, 1:-1, 1:-1] - smooth, (1, 1, 1, 1))
    return pictures + (factor.view(-1, 1, 1, 1) - 1.0) * difference


def posterize(pictures: torch.Tensor, bits: torch.Tensor) -> torch.Tensor:
    """Keeps the highest of 8 bits, (N,) whole numbers from 0 to 8."""
    step = torch.exp2(8.0 - bits).view(-1, 1, 1, 1)
    return (_levels(pictures).float() / step).floor() * step / (LEVELS - 1)


def solarize(pictures: torch.Tensor, threshold: torch.Tensor) -> torch.Tensor:
    """Inverts what is not below a threshold (N,)."""
    return torch.where(pictures < threshold.view(-1, 1, 1, 1), pictures, 1.0 - pictures)


def stretch_tones(pictures: torch.Tensor) -> torch.Tensor:
    """Brings the darkest value of each channel to 0 and the lightest to 1; a channel of one value stays."""
    low, high = pictures.amin((2, 3), keepdim=True), pictures.amax((2, 3), keepdim=True)
    span = high - low
    return torch.where(span > 0, (pictures - low) / span.clamp(min=1e-12), pictures)


def even_tones(pictures: torch.Tensor) -> torch.Tensor:
    """Makes all tones of each channel about equally frequent (equalised histograms)."""
    rows = _levels(pictures).flatten(2).flatten(0, 1)
    counts = torch.zeros((len(rows), LEVELS), dtype=torch.int64, device=rows.device)
    counts.scatter_add_(1, rows, torch.ones_like(rows))
    # As in Pillow: the step leaves out the lightest tone there is.
    last = (counts > 0).long() * torch.arange(LEVELS, device=rows.device)
    lightest = counts.gather(1, last.amax(1, keepdim=True))
    step = (rows.shape[1] - lightest) // (LEVELS - 1)
    before = counts.cumsum(1) - counts
    table = ((before + step // 2) // step.clamp(min=1)).clamp(max=LEVELS - 1)
    evened = (table.gather(1, rows).float() / (LEVELS - 1)).view_as(pictures)
    return torch.where((step > 0).view(*pictures.shape[:2], 1, 1), evened, pictures)


def _levels(pictures: torch.Tensor) -> torch.Tensor:
    """Values as whole numbers from 0 to 255, int64."""
    return (pictures * (LEVELS - 1)).round().long().clamp(0, LEVELS - 1)
