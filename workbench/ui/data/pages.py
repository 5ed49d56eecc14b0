"""The tabs of the Data stage. Those that have something to show of the data are shown, in the order of their places."""

from __future__ import annotations

from .columns import ColumnsStatistics
from .doctor import DoctorPage
from .missing import MissingView
from .page import Page
from .plot import PointsView
from .preview import AugmentPreview
from .relations import RelationsPage
from .roles import RolesView
from .samples import SamplesView
from .series_view import SeriesView
from .steps import StepsPage
from .tokens_page import TokensPage

PAGES: tuple[type[Page], ...] = (
    SeriesView,
    SamplesView,
    TokensPage,
    RolesView,
    MissingView,
    PointsView,
    ColumnsStatistics,
    RelationsPage,
    AugmentPreview,
    StepsPage,
    DoctorPage,
)
