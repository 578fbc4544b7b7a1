package io.sluice.kafka.sink;

import io.sluice.kafka.record.RecordKey;

/**
 * Where all records of a run go. The partition does not change when a topic gets more of them.
 *
 * @param topic the topic
 * @param partition its partition
 * @param key the key of each record
 */
record TopicTarget(String topic, int partition, String key) {

  /** The target of a key in a topic that has so many partitions now. */
  static TopicTarget of(String topic, int partitions, String key) {
    return new TopicTarget(topic, RecordKey.partition(key, partitions), key);
  }
}
