"""The stages of policies in words."""

from db.kinds import Choice

STAGES = (
    Choice("drafted", "研究制定", "drafted"),
    Choice("issued", "印发", "issued"),
    Choice("carried_out", "实施", "carried out"),
    Choice("revised", "修订", "revised"),
    Choice("ended", "废止", "ended"),
)
"""In their order, as resources/groups/policy_stages.txt has them."""


def stage_word(stage: str, language: str) -> str:
    """The name of a stage in "zh" or "en"; empty where no verb tells."""
    return next((getattr(choice, language) for choice in STAGES if choice.value == stage), "")
