"""Who may change people, and the bodies of such requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.validators import RegexValidator
from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import permissions, serializers
from rest_framework.authentication import BasicAuthentication, TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed, UnsupportedMediaType, ValidationError

from articles.api.errors import unknown
from articles.api.parameters import refuse_undeclared
from articles.extraction.folding import fold
from articles.models import Person
from articles.readers.authority import WIKIDATA_ID
from articles.services.identity import NAME_LENGTH

if TYPE_CHECKING:
    from rest_framework.authentication import BaseAuthentication
    from rest_framework.permissions import _SupportsHasPermission
    from rest_framework.request import Request
    from rest_framework.views import APIView
    from rest_framework.viewsets import GenericViewSet

    _View = GenericViewSet[Any]
else:
    _View = object

MAX_ID = 2**63 - 1
MOST_ALIASES = 500
MOST_ARTICLES = 10_000
NOT_JSON = "Send the header Content-Type: application/json, also where the body is empty."


class PasswordAuthentication(BasicAuthentication):
    """Name and password, of which PostgreSQL takes no name with a NUL."""

    def authenticate_credentials(
        self, userid: str, password: str, request: Any = None
    ) -> tuple[Any, None]:
        if "\0" in userid:
            raise AuthenticationFailed("Invalid username/password.")
        return super().authenticate_credentials(userid, password, request)


class KeyAuthentication(TokenAuthentication):
    """A token, of which PostgreSQL takes none with a NUL."""

    def authenticate_credentials(self, key: str) -> tuple[Any, Any]:
        if "\0" in key:
            raise AuthenticationFailed("Invalid token.")
        return super().authenticate_credentials(key)


class IsEditor(permissions.BasePermission):
    """Users who may change people, which is what the admin asks for too."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return request.user.has_perm("articles.change_person")


class EditorsOnly(_View):
    """Has whoever writes say who they are; whoever reads is not asked."""

    def get_authenticators(self) -> list[BaseAuthentication]:
        return [KeyAuthentication(), PasswordAuthentication()] if self.writes() else []

    def get_permissions(self) -> list[_SupportsHasPermission]:
        return [IsEditor()] if self.writes() else []

    def writes(self) -> bool:
        # There is no request yet where the OpenAPI document is made.
        method = getattr(self.request, "method", "GET")
        return method not in permissions.SAFE_METHODS and method.lower() in self.action_map

    def get_authenticate_header(self, request: Request) -> str:
        headers = (one.authenticate_header(request) for one in self.get_authenticators())
        return ", ".join(header for header in headers if header)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if self.writes():
            refuse_undeclared(request, ())
        # A form of another site, which sends the password that a browser remembers, cannot
        # declare its body as JSON; that is why requests without a body must do so too.
        if self.writes() and not is_json(request):
            raise UnsupportedMediaType(request.content_type or "", detail=NOT_JSON)

    def body(self, kind: type[BodySerializer]) -> dict[str, Any]:
        """The body of the request, checked."""
        serializer = kind(data=self.request.data)
        serializer.is_valid(raise_exception=True)
        fields: dict[str, Any] = serializer.validated_data
        return fields

    def editor(self) -> str:
        return str(self.request.user.get_username())


def is_json(request: Request) -> bool:
    return (request.content_type or "").partition(";")[0].strip().lower() == "application/json"


class StrictIntegerField(serializers.IntegerField):
    """A JSON number, not a text that reads like one."""

    def to_internal_value(self, data: Any) -> int:
        if type(data) is not int:
            self.fail("invalid")
        return super().to_internal_value(data)


class StrictTextField(serializers.CharField):
    """A JSON string, not a number that could be written as one."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class NameField(StrictTextField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=NAME_LENGTH, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        name = " ".join(super().to_internal_value(data).split())
        if not fold(name):
            raise ValidationError("A name needs a letter or a figure.")
        return name


class PersonIdField(StrictIntegerField):
    """The id of a person; gives the row."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=MAX_ID, **kwargs)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        pk = super().run_validation(data)
        person = Person.objects.filter(pk=pk).first()
        if person is None:
            raise ValidationError(f"There is no person {pk}.")
        return person


class BodySerializer(serializers.Serializer[Any]):
    """An object with no other fields than those declared."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, dict):
            raise ValidationError({"body": ["The body must be an object."]})
        errors = {
            name: [unknown("field", name, self.fields)] for name in data if name not in self.fields
        }
        if errors:
            raise ValidationError(errors)
        return super().to_internal_value(data)


class NoBodySerializer(BodySerializer):
    """An empty object."""


@extend_schema_serializer(
    examples=[OpenApiExample("Known to Wikidata", value={"wikidata_id": "Q22686"})]
)
class PersonChangeSerializer(BodySerializer):
    """What is to change; the rest stays."""

    name = NameField(required=False)
    description = StrictTextField(
        required=False, allow_blank=True, max_length=300, help_text="For example US President."
    )
    wikidata_id = StrictTextField(
        required=False,
        allow_blank=True,
        validators=[RegexValidator(WIKIDATA_ID, "A Wikidata id is a Q and a number: Q22686.")],
        help_text="For example Q22686; empty to take it away.",
    )
    aliases = serializers.ListField(
        child=NameField(),
        required=False,
        max_length=MOST_ALIASES,
        help_text="All other forms of the name: those that are not given are taken away.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs:
            known = ", ".join(self.fields)
            raise ValidationError({"body": [f"There is nothing to change: give {known}."]})
        return attrs


@extend_schema_serializer(
    examples=[OpenApiExample("Two spellings of one name", value={"person": 12})]
)
class MergeRequestSerializer(BodySerializer):
    person = PersonIdField(help_text="Id of the person who becomes part of this one.")


@extend_schema_serializer(
    examples=[
        OpenApiExample("A namesake", value={"articles": [3, 8], "name": "Ana Reyes (painter)"})
    ]
)
class SplitRequestSerializer(BodySerializer):
    articles = serializers.ListField(
        child=StrictIntegerField(min_value=1, max_value=MAX_ID),
        allow_empty=False,
        max_length=MOST_ARTICLES,
        help_text="Ids of the articles that name somebody else.",
    )
    name = NameField(
        required=False, help_text="Of the new person; else the fullest form in these articles."
    )


@extend_schema_serializer(examples=[OpenApiExample("The second one stays", value={"keep": 12})])
class MatchMergeSerializer(BodySerializer):
    keep = PersonIdField(
        required=False,
        help_text="Which of the two stays; else who is mentioned more often, or was first.",
    )
