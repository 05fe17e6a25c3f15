"""The types of OPC 40100-1 (Machine Vision) that the station uses, with their standard node ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from asyncua import ua

NAMESPACE = "http://opcfoundation.org/UA/MachineVision"

VISION_SYSTEM_TYPE = 1003
RECIPE_MANAGEMENT_TYPE = 1004
RESULT_MANAGEMENT_TYPE = 1007
RESULT_FOLDER_TYPE = 1016
VISION_STATE_MACHINE_TYPE = 1017
AUTOMATIC_MODE_TYPE = 1021
RESULT_TYPE = 2002

JOB_STARTED_EVENT = 1013
STATE_CHANGED_EVENT = 1018
ERROR_EVENT = 1019
ERROR_RESOLVED_EVENT = 1020
RECIPE_PREPARED_EVENT = 1022
READY_EVENT = 1023
RESULT_READY_EVENT = 1024
ACQUISITION_DONE_EVENT = 1025


@dataclass(frozen=True, slots=True)
class Type:
    """Data type of a field or argument, by its id."""

    id: int
    is_standard: bool = False
    """Whether the id is one of the base namespace."""
    is_array: bool = False

    def node_id(self, namespace: int) -> ua.NodeId:
        """The id on a server with Machine Vision at this index."""
        return ua.NodeId(self.id, 0 if self.is_standard else namespace)


BOOLEAN = Type(1, is_standard=True)
INT32 = Type(6, is_standard=True)
UINT32 = Type(7, is_standard=True)
STRING = Type(12, is_standard=True)
BYTE_STRING = Type(15, is_standard=True)
LOCALIZED_TEXT = Type(21, is_standard=True)
ANY_ARRAY = Type(24, is_standard=True, is_array=True)
DURATION = Type(290, is_standard=True)
UTC_TIME = Type(294, is_standard=True)
RESULT_STATE = Type(3009)
TRI_STATE = Type(3014)
RECIPE_ID_EXTERNAL = Type(3002)
PRODUCT_ID = Type(3003)
PART_ID = Type(3004)
PROCESSING_TIMES = Type(3005)
RESULT = Type(3006)
RESULTS = Type(3006, is_array=True)
CONFIGURATION_ID = Type(3008)
RECIPE_ID_INTERNAL = Type(3013)
RECIPE_IDS = Type(3013, is_array=True)
MEAS_ID = Type(3015)
JOB_ID = Type(3016)
RESULT_ID = Type(3021)
HANDLE = Type(3018)


@dataclass(frozen=True, slots=True)
class Structure:
    """A structured type; where the standard has TrimmedString, String is encoded alike."""

    name: str
    id: int
    encoding_id: int
    fields: tuple[tuple[str, Type, bool], ...]
    """Name, type, and whether it is optional."""


_ID_OF_BINARY = (
    ("Id", STRING, False),
    ("Version", STRING, True),
    ("Hash", BYTE_STRING, True),
    ("HashAlgorithm", STRING, True),
    ("Description", LOCALIZED_TEXT, True),
)
_DESCRIBED_ID = (("Id", STRING, False), ("Description", LOCALIZED_TEXT, True))
_PLAIN_ID = (("Id", STRING, False),)

STRUCTURES = (
    Structure("RecipeIdExternalDataType", 3002, 5002, _ID_OF_BINARY),
    Structure("RecipeIdInternalDataType", 3013, 5268, _ID_OF_BINARY),
    Structure("ConfigurationIdDataType", 3008, 5090, _ID_OF_BINARY),
    Structure("ProductIdDataType", 3003, 5224, _DESCRIBED_ID),
    Structure("PartIdDataType", 3004, 5013, _DESCRIBED_ID),
    Structure("MeasIdDataType", 3015, 5006, _DESCRIBED_ID),
    Structure("JobIdDataType", 3016, 5008, _PLAIN_ID),
    Structure("ResultIdDataType", 3021, 5274, _PLAIN_ID),
    Structure(
        "ProcessingTimesDataType",
        3005,
        5016,
        (
            ("StartTime", UTC_TIME, False),
            ("EndTime", UTC_TIME, False),
            ("AcquisitionDuration", DURATION, True),
            ("ProcessingDuration", DURATION, True),
        ),
    ),
    Structure(
        "ResultDataType",
        3006,
        5018,
        (
            ("ResultId", RESULT_ID, False),
            ("HasTransferableDataOnFile", BOOLEAN, True),
            ("IsPartial", BOOLEAN, False),
            ("IsSimulated", BOOLEAN, True),
            ("ResultState", RESULT_STATE, False),
            ("MeasId", MEAS_ID, True),
            ("PartId", PART_ID, True),
            ("ExternalRecipeId", RECIPE_ID_EXTERNAL, True),
            ("InternalRecipeId", RECIPE_ID_INTERNAL, False),
            ("ProductId", PRODUCT_ID, True),
            ("ExternalConfigurationId", CONFIGURATION_ID, True),
            ("InternalConfigurationId", CONFIGURATION_ID, False),
            ("JobId", JOB_ID, False),
            ("CreationTime", UTC_TIME, False),
            ("ProcessingTimes", PROCESSING_TIMES, True),
            ("ResultContent", ANY_ARRAY, True),
        ),
    ),
)

OBJECT_TYPES = {
    "VisionSystemType": (VISION_SYSTEM_TYPE, ua.ObjectIds.BaseObjectType),
    "RecipeManagementType": (RECIPE_MANAGEMENT_TYPE, ua.ObjectIds.BaseObjectType),
    "ResultManagementType": (RESULT_MANAGEMENT_TYPE, ua.ObjectIds.BaseObjectType),
    "ResultFolderType": (RESULT_FOLDER_TYPE, ua.ObjectIds.FolderType),
    "VisionStateMachineType": (VISION_STATE_MACHINE_TYPE, ua.ObjectIds.FiniteStateMachineType),
    "VisionAutomaticModeStateMachineType": (
        AUTOMATIC_MODE_TYPE,
        ua.ObjectIds.FiniteStateMachineType,
    ),
}

STATES = (
    (VISION_STATE_MACHINE_TYPE, "Preoperational", 5028, 1),
    (VISION_STATE_MACHINE_TYPE, "Halted", 5029, 2),
    (VISION_STATE_MACHINE_TYPE, "Error", 5030, 3),
    (VISION_STATE_MACHINE_TYPE, "Operational", 5031, 4),
    (AUTOMATIC_MODE_TYPE, "Initialized", 5056, 5),
    (AUTOMATIC_MODE_TYPE, "Ready", 5057, 6),
    (AUTOMATIC_MODE_TYPE, "SingleExecution", 5058, 7),
    (AUTOMATIC_MODE_TYPE, "ContinuousExecution", 5059, 8),
)
"""Type that has the state, name, node id, and the state's number."""

STATE_IDS = {name: node_id for _, name, node_id, _ in STATES}
"""Node ids of the states by their names."""
STATE_OWNERS = {name: owner for owner, name, _, _ in STATES}
"""The type of the state machine that has a state, by the state's name."""

EVENTS: dict[str, tuple[int, int, tuple[tuple[str, int, Type], ...]]] = {
    "AcquisitionDoneEventType": (
        ACQUISITION_DONE_EVENT,
        ua.ObjectIds.BaseEventType,
        (("JobId", 6308, JOB_ID),),
    ),
    "RecipePreparedEventType": (
        RECIPE_PREPARED_EVENT,
        ua.ObjectIds.BaseEventType,
        (
            ("ExternalId", 6291, RECIPE_ID_EXTERNAL),
            ("InternalId", 6140, RECIPE_ID_INTERNAL),
        ),
    ),
    "ResultReadyEventType": (
        RESULT_READY_EVENT,
        ua.ObjectIds.BaseEventType,
        (
            ("ResultId", 6295, RESULT_ID),
            ("IsPartial", 6296, BOOLEAN),
            ("IsSimulated", 6297, BOOLEAN),
            ("ResultState", 6298, RESULT_STATE),
            ("MeasId", 6299, MEAS_ID),
            ("JobId", 6300, JOB_ID),
            ("ExternalRecipeId", 6301, RECIPE_ID_EXTERNAL),
            ("InternalRecipeId", 6302, RECIPE_ID_INTERNAL),
            ("CreationTime", 6303, UTC_TIME),
            ("PartId", 6304, PART_ID),
            ("ProcessingTimes", 6305, PROCESSING_TIMES),
            ("ResultContent", 6306, ANY_ARRAY),
            ("ProductId", 6143, PRODUCT_ID),
            ("InternalConfigurationId", 6142, CONFIGURATION_ID),
        ),
    ),
    "JobStartedEventType": (
        JOB_STARTED_EVENT,
        ua.ObjectIds.BaseEventType,
        (("JobId", 6141, JOB_ID),),
    ),
    "ReadyEventType": (READY_EVENT, ua.ObjectIds.BaseEventType, (("JobId", 6294, JOB_ID),)),
    "StateChangedEventType": (STATE_CHANGED_EVENT, ua.ObjectIds.TransitionEventType, ()),
    "ErrorEventType": (ERROR_EVENT, ua.ObjectIds.TransitionEventType, ()),
    "ErrorResolvedEventType": (ERROR_RESOLVED_EVENT, ua.ObjectIds.TransitionEventType, ()),
}
"""Node id, type above, and properties with their node ids, by the name of the type."""


def structure(type_: Type, namespace: int, **fields: Any) -> Any:
    """A value of a structured type."""
    return ua.extension_objects_by_datatype[type_.node_id(namespace)](**fields)


def default_value(type_: Type, namespace: int) -> ua.Variant:
    """An empty value of a type."""
    if type_.is_array:
        return as_variant(type_, [])
    if type_ == UTC_TIME:
        return as_variant(type_, ua.get_win_epoch())
    if type_ == BOOLEAN:
        return as_variant(type_, False)
    if type_ in _VARIANT_TYPES:
        return as_variant(type_, 0)
    return as_variant(type_, structure(type_, namespace))


def as_variant(type_: Type, value: Any) -> ua.Variant:
    """A value of a type as it goes over the wire."""
    content = _VARIANT_TYPES.get(type_, ua.VariantType.ExtensionObject)
    return ua.Variant(value, content, is_array=type_.is_array)


_VARIANT_TYPES = {
    ANY_ARRAY: ua.VariantType.Variant,
    UTC_TIME: ua.VariantType.DateTime,
    RESULT_STATE: ua.VariantType.Int32,
    INT32: ua.VariantType.Int32,
    HANDLE: ua.VariantType.UInt32,
    UINT32: ua.VariantType.UInt32,
    BOOLEAN: ua.VariantType.Boolean,
}
"""Of what is no structure."""
