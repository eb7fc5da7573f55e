"""Why a document cannot be read: one exception, which names its sentence and the way on."""


class PaperRefused(Exception):
    """The document cannot be read. `fault` names a sentence of drafting.toml, `facts` fill it."""

    def __init__(self, fault: str, **facts: str) -> None:
        super().__init__(f"{fault} {facts}")
        self.fault = fault
        self.facts = facts
