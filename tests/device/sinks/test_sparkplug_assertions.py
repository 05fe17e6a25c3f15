"""The assertions of Eclipse Sparkplug 3.0 by their ids: the test that shows each, or why none does.

The ids are the `tck-id-...` of the specification, without that beginning.
"""

from __future__ import annotations

import ast
from pathlib import Path

TESTS = Path(__file__).with_name("test_sparkplug.py")
COUNT = 303
"""Ids in the specification."""

SHOWN = {
    "test_births_data_and_death": """
        case-sensitivity-metric-names
        message-flow-device-birth-publish-dbirth-match-edge-node-topic
        message-flow-device-birth-publish-dbirth-payload
        message-flow-device-birth-publish-dbirth-payload-seq
        message-flow-device-birth-publish-dbirth-qos
        message-flow-device-birth-publish-dbirth-retained
        message-flow-device-birth-publish-dbirth-topic
        message-flow-device-birth-publish-nbirth-wait
        message-flow-edge-node-birth-publish-nbirth-payload
        message-flow-edge-node-birth-publish-nbirth-payload-bdSeq
        message-flow-edge-node-birth-publish-nbirth-payload-seq
        message-flow-edge-node-birth-publish-nbirth-qos
        message-flow-edge-node-birth-publish-nbirth-retained
        message-flow-edge-node-birth-publish-nbirth-topic
        operational-behavior-data-commands-rebirth-datatype
        operational-behavior-data-commands-rebirth-name
        operational-behavior-data-commands-rebirth-name-aliases
        operational-behavior-data-commands-rebirth-value
        operational-behavior-data-publish-dbirth operational-behavior-data-publish-dbirth-change
        operational-behavior-data-publish-dbirth-order
        operational-behavior-data-publish-dbirth-values operational-behavior-data-publish-nbirth
        operational-behavior-data-publish-nbirth-change
        operational-behavior-data-publish-nbirth-order
        operational-behavior-data-publish-nbirth-values
        operational-behavior-edge-node-intentional-disconnect-ndeath
        payloads-alias-birth-requirement payloads-alias-data-cmd-requirement
        payloads-alias-uniqueness payloads-dbirth-order payloads-dbirth-qos
        payloads-dbirth-retain payloads-dbirth-seq payloads-dbirth-timestamp
        payloads-ddata-order payloads-ddata-qos payloads-ddata-retain payloads-ddata-seq
        payloads-ddata-timestamp payloads-metric-datatype-not-req payloads-metric-datatype-req
        payloads-metric-datatype-value payloads-metric-datatype-value-type
        payloads-metric-timestamp-in-UTC payloads-name-birth-data-requirement
        payloads-name-requirement payloads-nbirth-bdseq payloads-nbirth-qos
        payloads-nbirth-rebirth-req payloads-nbirth-retain payloads-nbirth-seq
        payloads-nbirth-timestamp payloads-ndata-order payloads-ndata-qos payloads-ndata-retain
        payloads-ndata-seq payloads-ndata-timestamp payloads-ndeath-bdseq payloads-ndeath-seq
        payloads-timestamp-in-UTC principles-birth-certificates-order principles-rbe-recommended
        topic-structure topic-structure-namespace-a
        topic-structure-namespace-device-id-associated-message-types
        topic-structure-namespace-device-id-non-associated-message-types
        topics-dbirth-metric-reqs topics-dbirth-metrics topics-dbirth-mqtt topics-dbirth-seq
        topics-dbirth-timestamp topics-dbirth-topic topics-ddata-mqtt topics-ddata-payload
        topics-ddata-seq-num topics-ddata-timestamp topics-ddata-topic
        topics-nbirth-bdseq-included topics-nbirth-metric-reqs topics-nbirth-metrics
        topics-nbirth-mqtt topics-nbirth-rebirth-metric topics-nbirth-seq-num
        topics-nbirth-timestamp topics-nbirth-topic topics-ndata-mqtt topics-ndata-payload
        topics-ndata-seq-num topics-ndata-timestamp topics-ndata-topic topics-ndeath-payload
        topics-ndeath-seq topics-ndeath-topic
    """,
    "test_ids_that_are_no_topic_level_are_refused": """
        intro-device-id-chars intro-device-id-string intro-edge-node-id-chars
        intro-edge-node-id-string intro-group-id-chars intro-group-id-string
        topic-structure-namespace-valid-device-id topic-structure-namespace-valid-edge-node-id
        topic-structure-namespace-valid-group-id
    """,
    "test_the_connection_is_the_one_that_the_specification_asks_for": """
        message-flow-edge-node-birth-publish-connect
        message-flow-edge-node-birth-publish-will-message
        message-flow-edge-node-birth-publish-will-message-payload
        message-flow-edge-node-birth-publish-will-message-qos
        message-flow-edge-node-birth-publish-will-message-topic
        message-flow-edge-node-birth-publish-will-message-will-retained
        operational-behavior-edge-node-intentional-disconnect-packet
        payloads-ndeath-will-message payloads-ndeath-will-message-publisher
        payloads-ndeath-will-message-publisher-disconnect-mqtt50
        payloads-ndeath-will-message-qos payloads-ndeath-will-message-retain
        principles-persistence-clean-session-50
    """,
    "test_a_primary_host_that_is_away_is_waited_for": """
        message-flow-edge-node-birth-publish-phid-offline
        message-flow-edge-node-birth-publish-phid-wait
        message-flow-edge-node-birth-publish-phid-wait-id
        message-flow-edge-node-birth-publish-phid-wait-online
        message-flow-edge-node-birth-publish-phid-wait-timestamp
        operational-behavior-edge-node-birth-sequence-wait
        operational-behavior-edge-node-termination-host-offline
        operational-behavior-edge-node-termination-host-offline-timestamp
    """,
    "test_bd_seq_counts_what_a_broker_has_heard_and_begins_again_after_255": """
        message-flow-edge-node-birth-publish-will-message-payload-bdSeq
        payloads-nbirth-bdseq-repeat topics-nbirth-bdseq-increment topics-nbirth-bdseq-matching
    """,
    "test_a_rebirth_has_the_same_bd_seq_and_the_newest_values": """
        message-flow-edge-node-ncmd-subscribe
        operational-behavior-data-commands-rebirth-action-1
        operational-behavior-data-commands-rebirth-action-2
        operational-behavior-data-commands-rebirth-action-3
    """,
    "test_the_station_follows_its_primary_host_from_broker_to_broker": """
        operational-behavior-edge-node-termination-host-offline-reconnect
        operational-behavior-primary-application-state-with-multiple-servers-single-server
        operational-behavior-primary-application-state-with-multiple-servers-state-subs
        operational-behavior-primary-application-state-with-multiple-servers-walk
    """,
    "test_seq_begins_again_after_255_and_a_rebirth_in_the_middle": """
        payloads-dbirth-seq-inc payloads-ddata-seq-inc payloads-ndata-seq-inc
        payloads-sequence-num-always-included payloads-sequence-num-incrementing
        payloads-sequence-num-req-nbirth payloads-sequence-num-zero-nbirth
    """,
    "test_mqtt_3_says_its_death_itself": """
        payloads-ndeath-will-message-publisher-disconnect-mqtt311
        principles-persistence-clean-session-311
    """,
}
"""By the test in test_sparkplug.py."""

NOT_OURS = {
    "whoever names the stations of a plant answers for this": """
        case-sensitivity-sparkplug-ids intro-edge-node-id-uniqueness
        payloads-nbirth-edge-node-descriptor
        topic-structure-namespace-duplicate-device-id-across-edge-node
        topic-structure-namespace-unique-device-id
        topic-structure-namespace-unique-edge-node-descriptor
    """,
    "a host application does this": """
        components-ph-state conformance-primary-host host-topic-phid-birth-message
        host-topic-phid-birth-payload host-topic-phid-birth-payload-timestamp
        host-topic-phid-birth-qos host-topic-phid-birth-required host-topic-phid-birth-retain
        host-topic-phid-birth-sub-required host-topic-phid-birth-topic
        host-topic-phid-death-payload host-topic-phid-death-payload-connect
        host-topic-phid-death-payload-disconnect-clean
        host-topic-phid-death-payload-disconnect-with-no-disconnect-packet
        host-topic-phid-death-payload-timestamp-connect
        host-topic-phid-death-payload-timestamp-disconnect-clean
        host-topic-phid-death-payload-timestamp-disconnect-with-no-disconnect-packet
        host-topic-phid-death-qos host-topic-phid-death-required host-topic-phid-death-retain
        host-topic-phid-death-topic intro-sparkplug-host-state
        message-flow-hid-sparkplug-state-message-delivered
        message-flow-phid-sparkplug-clean-session-311
        message-flow-phid-sparkplug-clean-session-50 message-flow-phid-sparkplug-state-publish
        message-flow-phid-sparkplug-state-publish-payload
        message-flow-phid-sparkplug-state-publish-payload-timestamp
        message-flow-phid-sparkplug-subscription
        operational-behavior-data-commands-dcmd-metric-name
        operational-behavior-data-commands-dcmd-metric-value
        operational-behavior-data-commands-dcmd-verb
        operational-behavior-data-commands-ncmd-metric-name
        operational-behavior-data-commands-ncmd-metric-value
        operational-behavior-data-commands-ncmd-rebirth-name
        operational-behavior-data-commands-ncmd-rebirth-value
        operational-behavior-data-commands-ncmd-rebirth-verb
        operational-behavior-data-commands-ncmd-verb
        operational-behavior-edge-node-termination-host-action-ddeath-devices-offline
        operational-behavior-edge-node-termination-host-action-ddeath-devices-tags-stale
        operational-behavior-edge-node-termination-host-action-ndeath-devices-offline
        operational-behavior-edge-node-termination-host-action-ndeath-devices-tags-stale
        operational-behavior-edge-node-termination-host-action-ndeath-node-offline
        operational-behavior-edge-node-termination-host-action-ndeath-node-tags-stale
        operational-behavior-host-application-connect-birth
        operational-behavior-host-application-connect-birth-payload
        operational-behavior-host-application-connect-birth-qos
        operational-behavior-host-application-connect-birth-retained
        operational-behavior-host-application-connect-birth-topic
        operational-behavior-host-application-connect-will
        operational-behavior-host-application-connect-will-payload
        operational-behavior-host-application-connect-will-qos
        operational-behavior-host-application-connect-will-retained
        operational-behavior-host-application-connect-will-topic
        operational-behavior-host-application-death-payload
        operational-behavior-host-application-death-qos
        operational-behavior-host-application-death-retained
        operational-behavior-host-application-death-topic
        operational-behavior-host-application-disconnect-intentional
        operational-behavior-host-application-host-id
        operational-behavior-host-application-multi-server-timestamp
        operational-behavior-host-application-termination
        operational-behavior-host-reordering-param operational-behavior-host-reordering-rebirth
        operational-behavior-host-reordering-start operational-behavior-host-reordering-success
        operational-behavior-primary-application-state-with-multiple-servers-state
        payloads-dcmd-qos payloads-dcmd-retain payloads-dcmd-seq payloads-dcmd-timestamp
        payloads-name-cmd-requirement payloads-ncmd-qos payloads-ncmd-retain payloads-ncmd-seq
        payloads-ncmd-timestamp payloads-state-birth payloads-state-birth-payload
        payloads-state-subscribe payloads-state-will-message payloads-state-will-message-payload
        payloads-state-will-message-qos payloads-state-will-message-retain topics-dcmd-mqtt
        topics-dcmd-payload topics-dcmd-timestamp topics-dcmd-topic topics-ncmd-mqtt
        topics-ncmd-payload topics-ncmd-timestamp topics-ncmd-topic
    """,
    "a broker does this": """
        conformance-mqtt-aware-basic conformance-mqtt-aware-dbirth-mqtt-retain
        conformance-mqtt-aware-dbirth-mqtt-topic conformance-mqtt-aware-nbirth-mqtt-retain
        conformance-mqtt-aware-nbirth-mqtt-topic conformance-mqtt-aware-ndeath-timestamp
        conformance-mqtt-aware-store conformance-mqtt-qos0 conformance-mqtt-qos1
        conformance-mqtt-retained conformance-mqtt-will-messages
    """,
    "the device lives as long as the edge node, and takes no commands": """
        message-flow-device-dcmd-subscribe operational-behavior-device-ddeath
        payloads-ddeath-seq payloads-ddeath-seq-inc payloads-ddeath-seq-number
        payloads-ddeath-timestamp topics-ddeath-mqtt topics-ddeath-seq-num topics-ddeath-topic
    """,
    "the station has no metric of this type": """
        payloads-dataset-column-num-headers payloads-dataset-column-size
        payloads-dataset-parameter-type-req payloads-dataset-types-def
        payloads-dataset-types-num payloads-dataset-types-type payloads-dataset-types-value
        payloads-metric-propertyvalue-type-req payloads-metric-propertyvalue-type-type
        payloads-metric-propertyvalue-type-value payloads-propertyset-keys-array-size
        payloads-propertyset-quality-value-type payloads-propertyset-quality-value-value
        payloads-propertyset-values-array-size payloads-template-dataset-value
        payloads-template-definition-is-definition payloads-template-definition-members
        payloads-template-definition-nbirth payloads-template-definition-nbirth-only
        payloads-template-definition-parameters payloads-template-definition-parameters-default
        payloads-template-definition-ref payloads-template-instance-is-definition
        payloads-template-instance-members payloads-template-instance-members-birth
        payloads-template-instance-members-data payloads-template-instance-parameters
        payloads-template-instance-ref payloads-template-is-definition
        payloads-template-is-definition-definition payloads-template-is-definition-instance
        payloads-template-parameter-name-required payloads-template-parameter-name-type
        payloads-template-parameter-type-req payloads-template-parameter-type-value
        payloads-template-parameter-value payloads-template-parameter-value-type
        payloads-template-ref-definition payloads-template-ref-instance
        payloads-template-version topics-nbirth-templates
    """,
}
"""By the reason why an edge node such as the station doesn't show them."""


def test_every_assertion_is_shown_by_a_test_or_has_a_reason() -> None:
    shown = [one for ids in SHOWN.values() for one in ids.split()]
    others = [one for ids in NOT_OURS.values() for one in ids.split()]
    assert len(set(shown)) + len(set(others)) == len(set(shown + others)) == COUNT
    assert len(shown) == len(set(shown))
    tree = ast.parse(TESTS.read_text(encoding="utf-8"))
    there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert SHOWN.keys() <= there
