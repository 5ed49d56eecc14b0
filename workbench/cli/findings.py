"""What ``check --data`` tells: the findings of the data doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .output import count, emit

if TYPE_CHECKING:
    from ..engine.data.doctor import Diagnosis
    from ..engine.data.prepared import PreparedData
    from ..engine.data.recipe import DataRecipe

EXAMPLES = 10
"""Samples that are named in JSON, at most."""


def examine_data(data: PreparedData, recipe: DataRecipe) -> Diagnosis:
    """Looks the data over."""
    from ..engine.data.doctor import examine

    return examine(data, recipe)


def print_findings(diagnosis: Diagnosis) -> None:
    """Prints what was found, the gravest first, and how it can be mended."""
    for finding in diagnosis.findings:
        print(f"{finding.severity}: {finding.heading}. {finding}")
        for fix in finding.fixes:
            print(f"    fix: {fix.label}")
    looked = ", ".join(f"{entry.title} ({entry.bound})" if entry.bound else entry.title for entry in diagnosis.looked)
    found = count(len(diagnosis.findings), "finding") if diagnosis.findings else "nothing"
    print(f"The data doctor found {found}. It looked for {looked}.")


def emit_findings(diagnosis: Diagnosis) -> None:
    """The same as JSON, a finding a line."""
    for finding in diagnosis.findings:
        emit(
            {
                "event": "finding",
                "severity": finding.severity,
                "code": finding.code,
                "message": str(finding),
                "columns": list(finding.columns),
                "samples": finding.samples[:EXAMPLES].tolist(),
                "sample_count": len(finding.samples),
                "pairs": finding.pairs[:EXAMPLES].tolist(),
                "pair_count": len(finding.pairs),
                "fixes": [fix.label for fix in finding.fixes],
            }
        )
    emit(
        {
            "event": "examined",
            "findings": len(diagnosis.findings),
            "looked": [{"check": entry.title, "bound": entry.bound} for entry in diagnosis.looked],
        }
    )
