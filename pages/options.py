"""What a picker offers and what each option is called, whatever draws the picker."""

from collections.abc import Sequence

from healthplan.parameters.parameter import ANY, Choices, Parameter, ParameterKind
from healthplan.release.sorting import places_by_name, sorted_by_name
from healthplan.release.view import View
from pages.blocks import Pick

SEVERAL = (ParameterKind.MANY, ParameterKind.ORDERED)


def pick_key(view: View, block: Pick) -> str:
    """The name of a picker on the screen."""
    return "-".join(filter(None, (block.group, block.parameter.name, view.lang)))


def pick_usual(view: View, block: Pick, choices: Choices) -> str:
    """The choice of an address that names none."""
    return block.parameter.usual(view, choices) if block.usual is None else block.usual


def pick_options(view: View, block: Pick, choices: Choices) -> list[str]:
    """The options in the order in which they are listed, "all" first where none need be chosen."""
    parameter = block.parameter
    options = list(parameter.options(view, choices))
    match parameter.kind:
        case ParameterKind.STEPS:
            return [ANY, *options]
        case ParameterKind.ONE | ParameterKind.ROW:
            return [*([ANY] if parameter.optional else []), *_in_order(view, parameter, options)]
    return _in_order(view, parameter, options)


def option_name(view: View, block: Pick, one: str) -> str:
    """What an option is called."""
    name = view.say(f"any_{block.parameter.name}") if one == ANY else block.parameter.shown(view, one)
    return f"{name} {block.beside(one)}" if block.beside else name


def _in_order(view: View, parameter: Parameter, options: Sequence[str]) -> list[str]:
    if not parameter.sorted:
        return list(options)
    if all(one in view.places for one in options):
        return places_by_name(view, options)
    return sorted_by_name(view, options, lambda one: parameter.shown(view, one))
