package io.sluice.kafka.queue;

/** Each partition has one owner. */
class GroupQueueContractTest extends TopicQueueContract {

  @Override
  String[] mode() {
    return new String[0];
  }
}
