"""The compiler's part for functions."""

from collections.abc import Callable
from typing import Any

from assistant.domain.answers import Marker
from assistant.domain.condition import lists
from assistant.domain.condition.compile_places import Frame, PlaceCompiler, Run, lifted
from assistant.domain.condition.context import EvaluationContext
from assistant.domain.condition.functions import PLAIN
from assistant.domain.condition.nodes import (
    Call,
    Literal,
)
from assistant.domain.condition.person_calls import same_person_run
from assistant.domain.condition.three_valued import Undetermined, merged, negation
from assistant.domain.condition.types import ListType


class CallCompiler(PlaceCompiler):
    def _call(self, node: Call) -> Run:
        plain = PLAIN.get(node.function)
        if plain is not None:
            return lifted(plain.apply, tuple(self.run_of(argument) for argument in node.arguments))
        special: Callable[[Call], Run] = getattr(self, f"_call_{node.function}")
        return special(node)

    def _call_answered(self, node: Call) -> Run:
        run = self.run_of(node.arguments[0])
        if isinstance(self._notes.types[node.arguments[0]], ListType):
            return lambda context, frame: lists.has_members(run(context, frame))

        def answered(context: EvaluationContext, frame: Frame) -> Any:
            value = run(context, frame)
            return value if value.__class__ is Undetermined else value is not None

        return answered

    def _call_blank(self, node: Call) -> Run:
        if isinstance(self._notes.types[node.arguments[0]], ListType):
            has_members = self._call_answered(node)
            return lambda context, frame: negation(has_members(context, frame))
        raw, where = self._place(node.arguments[0])

        def blank(context: EvaluationContext, frame: Frame) -> Any:
            value = raw(context, frame)
            if value is Marker.DONT_KNOW:
                return Undetermined(unknown=(where(context, frame),))
            return value if value.__class__ is Undetermined else value is Marker.BLANK

        return blank

    def _call_size(self, node: Call) -> Run:
        run = self.run_of(node.arguments[0])
        return lambda context, frame: lists.size(run(context, frame))

    def _call_sum(self, node: Call) -> Run:
        run = self.run_of(node.arguments[0])
        return lambda context, frame: lists.total(run(context, frame))

    def _call_or_else(self, node: Call) -> Run:
        run, default = (self.run_of(argument) for argument in node.arguments)

        def or_else(context: EvaluationContext, frame: Frame) -> Any:
            value = run(context, frame)
            return default(context, frame) if value is None else value

        return or_else

    def _call_same_person(self, node: Call) -> Run:
        types = [self._notes.types[argument] for argument in node.arguments]
        places = [self._place_or_value(argument) for argument in node.arguments]
        return same_person_run(types, places)

    def _call_last_day(self, node: Call) -> Run:
        runs = tuple(self.run_of(argument) for argument in node.arguments)

        def run(context: EvaluationContext, frame: Frame) -> Any:
            values = [each(context, frame) for each in runs]
            if None in values:
                return None
            if any(value.__class__ is Undetermined for value in values):
                return merged(values)
            return Undetermined() if context.deadline is None else context.deadline(*values)

        return run

    def _call_parameter(self, node: Call) -> Run:
        id_node = node.arguments[0]
        assert isinstance(id_node, Literal)
        id = str(id_node.value)
        if len(node.arguments) == 1:
            return lambda context, frame: context.parameters[id].value_on(context.today)
        at = self.run_of(node.arguments[1])

        def run(context: EvaluationContext, frame: Frame) -> Any:
            day = at(context, frame)
            if day is None or day.__class__ is Undetermined:
                return day
            return context.parameters[id].value_on(day)

        return run
